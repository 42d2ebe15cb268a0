// Lists: the width and order of columns, cells written in place. The address stays the whole state.
"use strict";

// the address with these widths; columns that are not chosen yet are named so that they keep their order
function addressWith(table) {
  const address = new URL(location.href);
  const columns = [...table.querySelectorAll("th[data-column]")].map((head) =>
    head.dataset.column + (head.width ? ":" + head.width : ""));
  address.searchParams.set("cols", columns.join(","));
  address.searchParams.delete("at");
  return address;
}
const widthOf = (head) => Math.round(head.getBoundingClientRect().width);
function widen(head, width) {
  const wide = Math.max(60, Math.min(999, Math.round(width)));
  head.width = wide;
  head.querySelector(".resize").setAttribute("aria-valuenow", wide);
}
// the first drag fixes all columns as they are, so that only the dragged one moves
function settle(table) {
  if (table.classList.contains("sized")) return;
  const heads = [...table.querySelectorAll("th[data-column]")];
  const widths = heads.map(widthOf);
  heads.forEach((head, i) => widen(head, widths[i]));
  table.classList.add("sized");
}
const commit = (table) => location.replace(addressWith(table));

document.addEventListener("pointerdown", (e) => {
  const handle = e.target.closest(".resize");
  if (!handle) return;
  e.preventDefault();
  const head = handle.closest("th");
  const table = head.closest("table");
  settle(table);
  const from = e.clientX;
  const width = widthOf(head);
  handle.setPointerCapture(e.pointerId);
  const follow = (move) => widen(head, width + move.clientX - from);
  const end = () => { handle.removeEventListener("pointermove", follow); commit(table); };
  handle.addEventListener("pointermove", follow);
  handle.addEventListener("pointerup", end, { once: true });
});
document.addEventListener("keydown", (e) => {
  const handle = e.target.closest(".resize");
  if (!handle || !["ArrowLeft", "ArrowRight", "Enter"].includes(e.key)) return;
  e.preventDefault();
  const head = handle.closest("th");
  const table = head.closest("table");
  if (e.key === "Enter") { commit(table); return; }
  settle(table);
  widen(head, widthOf(head) + (e.key === "ArrowRight" ? 16 : -16));
  handle.addEventListener("blur", () => commit(table), { once: true });
});

// the dialog of columns: arrows change the order where one cannot drag
document.addEventListener("click", (e) => {
  const button = e.target.closest("[data-shift]");
  if (!button) return;
  const item = button.closest("li");
  const up = button.dataset.shift === "-1";
  const other = up ? item.previousElementSibling : item.nextElementSibling;
  if (!other) return;
  if (up) other.before(item); else other.after(item);
  button.focus();
});

// cells: double click opens, Escape gives up, a choice is saved at once
document.addEventListener("dblclick", (e) => {
  const cell = e.target.closest(".writes");
  if (cell && !e.target.closest("a, button, input, select")) cell.querySelector(".pen").click();
});
document.addEventListener("keydown", (e) => {
  const form = e.target.closest(".cell-form");
  if (!form || e.key !== "Escape") return;
  e.preventDefault();
  htmx.ajax("GET", form.dataset.cell, { target: form.closest(".writing"), swap: "outerHTML" });
});
document.addEventListener("change", (e) => {
  if (e.target.matches(".cell-form select")) e.target.form.requestSubmit();
});
// what was written shows at once; a refusal brings the input back
document.addEventListener("htmx:beforeRequest", (e) => {
  const form = e.target.closest?.(".cell-form");
  if (!form || e.detail.requestConfig.verb !== "put") return;
  const input = form.elements.value;
  const shown = document.createElement("span");
  shown.className = "saving";
  shown.textContent = input.selectedOptions?.[0]?.textContent ?? input.value;
  form.hidden = true;
  form.after(shown);
});
for (const failed of ["htmx:responseError", "htmx:sendError"]) document.addEventListener(failed, (e) => {
  const form = e.target.closest?.(".cell-form") ?? e.detail.elt?.closest?.(".cell-form");
  if (!form) return;
  form.parentElement.querySelector(".saving")?.remove();
  form.hidden = false;
  form.querySelector("[name=value]").focus();
});
document.addEventListener("htmx:afterSwap", (e) => {
  const id = e.detail.elt?.id || e.target.id;
  const cell = id ? document.getElementById(id) : null;
  if (!cell?.matches(".writes, .writing")) return;
  (cell.querySelector("[autofocus]") ?? cell.querySelector(".pen"))?.focus();
});

// picking: the box in the head ticks the page; the bar shows as soon as one is ticked
document.addEventListener("change", (e) => {
  if (!e.target.matches("[data-pick-all]")) return;
  e.target.closest("table").querySelectorAll("tbody [name=ids]").forEach((box) => { box.checked = e.target.checked; });
});
