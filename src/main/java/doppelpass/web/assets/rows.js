// Rows one works off by keyboard: j and k walk, Enter opens (the row's link has the focus), x and others press what the
// row offers under that key, e the pen of its first cell, s opens what puts it off; n goes to the line for a new one. After an
// answer the place stays: where a row is done, it is the next one's. A row that can be judged anew is, once a cell is written.
"use strict";

let place = -1;
const walked = () => [...document.querySelectorAll("[data-row]")];
function stand(index) {
  const rows = walked();
  place = Math.max(0, Math.min(index, rows.length - 1));
  rows[place]?.querySelector("[data-row-open]").focus();
}
document.addEventListener("focusin", (e) => {
  const row = e.target.closest("[data-row]");
  if (row) place = walked().indexOf(row);
});
document.addEventListener("keydown", (e) => {
  if (!document.querySelector("[data-rows]")) return;
  const later = document.activeElement?.closest("[data-row-snooze][open]");
  if (e.key === "Escape" && later) { later.open = false; stand(place); return; }
  if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input, textarea, select, dialog[open]")) return;
  const rows = walked();
  if (e.key === "j" || e.key === "k") {
    e.preventDefault();
    const inside = document.activeElement?.closest("[data-row]");
    stand(inside || place < 0 ? place + (e.key === "j" ? 1 : -1) : place);
    return;
  }
  if (e.key === "n") {
    e.preventDefault();
    document.querySelector("[data-focus-key=n]")?.focus();
    return;
  }
  const row = document.activeElement?.closest("[data-row]") && rows[place];
  if (!row) return;
  if (e.key === "s") {
    const snooze = row.querySelector("[data-row-snooze]");
    if (!snooze) return;
    e.preventDefault();
    snooze.open = true;
    snooze.querySelector("button").focus();
    return;
  }
  if (e.key === "e") {
    const pen = row.querySelector(".pen");
    if (pen) { e.preventDefault(); pen.click(); }
    return;
  }
  const button = row.querySelector(`[data-row-key="${CSS.escape(e.key)}"]`);
  if (button) { e.preventDefault(); button.click(); }
});
document.addEventListener("htmx:afterSettle", () => {
  if (document.querySelector("[data-rows]") && place >= 0 && document.activeElement === document.body) stand(place);
});
document.addEventListener("htmx:afterSettle", (e) => {
  const row = e.target.closest?.("[data-recheck]");
  if (row && row !== e.target && e.detail.requestConfig?.verb === "put") htmx.trigger(row, "recheck");
});
