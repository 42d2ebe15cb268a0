// What pages share: CSRF for htmx, menu on small screens, dialogs, toasts, keys, cards of terms, lazy charts and boards.
"use strict";

const body = document.body;
const csrf = () => document.querySelector('meta[name="csrf"]').content;

document.addEventListener("htmx:configRequest", (e) => { e.detail.headers["X-CSRF-TOKEN"] = csrf(); });
document.addEventListener("htmx:sendError", () => toast(document.documentElement.lang === "de"
  ? "Keine Verbindung zum Server. Es wurde nichts geändert." : "No connection to the server. Nothing was changed."));

function toast(text) {
  const note = document.createElement("div");
  note.className = "toast-note bad";
  note.dataset.toast = "";
  note.textContent = text;
  document.getElementById("toasts").append(note);
  fade(note);
}
function fade(note) { setTimeout(() => note.remove(), note.matches(".bad, :has(form)") ? 12000 : 5000); }
// an undo is offered once
document.addEventListener("htmx:afterRequest", (e) => { e.detail.elt.closest?.("[data-toast]")?.remove(); });

// clicks: menu, dismiss, dialogs
document.addEventListener("click", (e) => {
  const menuButton = e.target.closest("[data-menu]");
  if (menuButton) {
    const open = document.getElementById("menu").classList.toggle("open");
    menuButton.setAttribute("aria-expanded", open);
  }
  if (e.target.closest("[data-dismiss]")) e.target.closest("[data-toast]").remove();
  if (e.target.closest("[data-close]")) e.target.closest("dialog").close();
  const opener = e.target.closest("[data-dialog]");
  if (opener) { e.preventDefault(); document.getElementById(opener.dataset.dialog).showModal(); }
});

// a link shown once: with the address of this server, and copied at a click
document.querySelectorAll("[data-absolute]").forEach((input) => { input.value = new URL(input.value, location.href).href; });
document.addEventListener("click", (e) => {
  const copier = e.target.closest("[data-copy]");
  if (!copier) return;
  const input = document.getElementById(copier.dataset.copy);
  input.select();
  if (navigator.clipboard) navigator.clipboard.writeText(input.value); else document.execCommand("copy");
});

// one key starts an action: <button data-key="a">; never while typing
document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input:not([type=radio]), textarea, select, dialog[open]")) return;
  const target = document.querySelector(`[data-key="${CSS.escape(e.key.toLowerCase())}"]`);
  if (target) { e.preventDefault(); target.click(); }
});

// news one goes to count as read
for (const go of ["click", "auxclick"]) document.addEventListener(go, (e) => {
  const news = e.target.closest?.("[data-read]");
  if (news && e.button < 2) fetch(news.dataset.read, { method: "PUT", keepalive: true, redirect: "manual", headers: { "X-CSRF-TOKEN": csrf() } });
});

// a filter bar answers while one types or chooses
let waiting;
document.addEventListener("input", (e) => {
  const form = e.target.form;
  if (!form?.matches("[data-live]")) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => form.requestSubmit(), e.target.matches("select, [type=checkbox], [type=date]") ? 0 : 300);
});

// a rule that was just typed is on its way to the server: the form around it waits until the answer to the last input is there
let held = null;
const rules = () => document.querySelectorAll("[data-builder][data-waiting]");
document.addEventListener("input", (e) => { const rule = e.target.closest("[data-builder]"); if (rule) rule.dataset.waiting = e.timeStamp; });
document.addEventListener("htmx:configRequest", (e) => {
  const rule = e.target.closest?.("[data-builder][data-waiting]");
  if (rule) rule.dataset.sent = rule.dataset.waiting;
});
document.addEventListener("rule-built", () => {
  rules().forEach((rule) => { if (rule.dataset.sent === rule.dataset.waiting) delete rule.dataset.waiting; });
  if (!held || rules().length > 0) return;
  const { form, submitter } = held;
  held = null;
  setTimeout(() => form.requestSubmit(submitter));
});
for (const failed of ["htmx:sendError", "htmx:responseError"]) document.addEventListener(failed, () => {
  held = null;
  rules().forEach((rule) => { delete rule.dataset.waiting; });
});
document.addEventListener("submit", (e) => {
  if (!e.target.querySelector("[data-builder][data-waiting]")) return;
  e.preventDefault();
  e.stopPropagation();
  held = { form: e.target, submitter: e.submitter };
}, true);

// terms and figures show their card on hover and focus
const card = document.getElementById("card");
let cardFor;
async function showCard(term) {
  cardFor = term;
  const answer = await fetch(term.dataset.card, { headers: { "HX-Request": "true" } });
  if (!answer.ok || cardFor !== term) return;
  card.innerHTML = await answer.text();
  card.hidden = false;
  const box = term.getBoundingClientRect();
  card.style.left = Math.max(12, Math.min(box.left, innerWidth - card.offsetWidth - 12)) + scrollX + "px";
  const below = box.bottom + card.offsetHeight + 12 < innerHeight;
  card.style.top = (below ? box.bottom + 6 : box.top - card.offsetHeight - 6) + scrollY + "px";
}
function hideCard() { cardFor = null; card.hidden = true; }
for (const show of ["mouseover", "focusin"]) document.addEventListener(show, (e) => {
  const term = e.target.closest && e.target.closest("[data-card]");
  if (term && term !== cardFor) showCard(term);
});
for (const hide of ["mouseout", "focusout"]) document.addEventListener(hide, (e) => {
  if (e.target.closest && e.target.closest("[data-card]")) hideCard();
});
document.addEventListener("keydown", (e) => { if (e.key === "Escape") hideCard(); });

// charts and boards load their library only where a page has one
const loaded = {};
function script(url) {
  return loaded[url] ??= new Promise((done, failed) => {
    const tag = document.createElement("script");
    tag.src = url; tag.onload = done; tag.onerror = failed;
    document.head.append(tag);
  });
}
async function enliven(root) {
  if (root.querySelector("[data-chart]")) {
    await script(body.dataset.chartJs);
    await script(body.dataset.charts);
    root.querySelectorAll("[data-chart]").forEach((canvas) => window.drawChart(canvas));
  }
  if (root.querySelector("[data-board]")) {
    await script(body.dataset.sortable);
    root.querySelectorAll("[data-board-column]").forEach(boardColumn);
  }
  if (root.querySelector("[data-list]")) {
    await script(body.dataset.sortable);
    await script(body.dataset.lists);
    root.querySelectorAll("[data-sortable-list]").forEach((list) => window.Sortable.create(list, { handle: ".grip", animation: 120 }));
  }
  if (root.querySelector("[data-order]")) {
    await script(body.dataset.sortable);
    root.querySelectorAll("[data-order]").forEach(ordered);
  }
  if (document.querySelector("[data-rows]")) await script(body.dataset.rowsScript);
  if (root.querySelector("[data-note-editor]")) await script(body.dataset.notes);
  if (root.querySelector("[data-drop]")) await script(body.dataset.files);
  if (root.querySelector("[data-passkey]")) await script(body.dataset.passkeys);
  root.querySelectorAll("[data-toast]").forEach(fade);
  root.querySelectorAll("dialog[data-open]").forEach((dialog) => dialog.showModal());
}
document.addEventListener("DOMContentLoaded", () => enliven(document));
document.addEventListener("htmx:afterSwap", (e) => { if (e.target !== card) enliven(e.target); });
document.addEventListener("htmx:afterSwap", (e) => {
  if (e.target.id === "dialog-body") document.getElementById("dialog").showModal();
  if (e.target.id === "main") { document.getElementById("menu")?.classList.remove("open"); }
});

// rows that are put in order by dragging their grip, or by arrow keys on it
function ordered(list) {
  window.Sortable.create(list, { handle: ".grip", draggable: "[data-place]", animation: 120,
    onEnd: (e) => { if (e.newDraggableIndex !== e.oldDraggableIndex) put(e.item, e.newDraggableIndex); } });
}
function put(item, place) {
  const target = item.closest("[data-order]").dataset.order;
  htmx.ajax("PUT", item.dataset.place, { values: { place }, target, swap: "outerHTML" });
}
document.addEventListener("keydown", (e) => {
  const item = e.target.matches?.(".grip") && e.target.closest("[data-place]");
  if (!item || !["ArrowUp", "ArrowDown"].includes(e.key)) return;
  e.preventDefault();
  const rows = [...item.closest("[data-order]").querySelectorAll("[data-place]")];
  const place = rows.indexOf(item) + (e.key === "ArrowDown" ? 1 : -1);
  if (place >= 0 && place < rows.length) put(item, place);
});

// a board: a card dropped in another column is sent there, one after the other; Alt+arrow does the same by keyboard.
// What is refused, or never arrives, goes back to its place; a refusal also brings the board as it is now.
function boardColumn(column) {
  window.Sortable.create(column, {
    group: "board", animation: 120, filter: ".empty",
    onEnd: (e) => { if (e.to !== e.from) move(e.item, e.to, () => e.from.insertBefore(e.item, e.from.children[e.oldIndex] ?? null)); },
  });
}
let moves = Promise.resolve();
let moving = null;
function move(item, column, back) {
  const send = () => {
    moving = { path: item.dataset.move, back };
    return htmx.ajax("PUT", item.dataset.move, { values: { stage: column.dataset.boardColumn }, target: "#main", swap: "innerHTML" });
  };
  moves = moves.then(send, send);
}
document.addEventListener("htmx:afterRequest", (e) => {
  if (!moving || e.detail.requestConfig?.path !== moving.path) return;
  const { back } = moving;
  moving = null;
  if (e.detail.successful) return;
  if (back) back();
  const status = e.detail.xhr.status;
  if (status >= 402 && status < 500) {
    const show = () => htmx.ajax("GET", location.pathname + location.search, { target: "#main", swap: "innerHTML" });
    moves = moves.then(show, show);
  }
});
document.addEventListener("keydown", (e) => {
  const item = e.target.closest && e.target.closest("[data-move]");
  if (!item || !e.altKey || !["ArrowLeft", "ArrowRight"].includes(e.key)) return;
  e.preventDefault();
  const columns = [...document.querySelectorAll("[data-board-column]")];
  const next = columns[columns.indexOf(item.closest("[data-board-column]")) + (e.key === "ArrowRight" ? 1 : -1)];
  if (next) move(item, next);
});

// a clock that counts down business time between two answers of the server
setInterval(() => document.querySelectorAll("[data-refresh]").forEach((e) => {
  if (document.visibilityState === "visible") htmx.trigger(e, "refresh");
}), 30000);

// the clock of an item in a meeting: minutes and seconds since it was called, red when its time is over
function tick() {
  document.querySelectorAll("[data-elapsed]").forEach((clock) => {
    clock.dataset.from ??= Date.now() - Number(clock.dataset.elapsed) * 1000;
    const seconds = Math.max(0, Math.floor((Date.now() - Number(clock.dataset.from)) / 1000));
    clock.textContent = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
    clock.classList.toggle("over", seconds >= Number(clock.dataset.limit) * 60);
  });
}
setInterval(tick, 1000);
tick();
