// The search box: opens with Ctrl/Cmd+K or /, hits come while one types, everything works by keyboard. G and a letter go to a page.
"use strict";

(() => {
  const box = document.getElementById("find");
  if (!box) return;
  const input = document.getElementById("find-input");
  const list = document.getElementById("find-hits");
  const status = document.getElementById("find-status");
  const typing = (e) => e.target.closest("input, textarea, select, [contenteditable], dialog[open]");
  let fresh = false;
  let asked = null;

  function open() {
    if (!box.open) box.showModal();
    input.select();
    fresh = false;
    htmx.trigger(input, "find");
  }

  const options = () => [...list.querySelectorAll('[role="option"]:not([aria-disabled])')];
  const active = () => list.querySelector('[aria-selected="true"]');
  function choose(option) {
    active()?.setAttribute("aria-selected", "false");
    if (!option) { input.removeAttribute("aria-activedescendant"); return; }
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }
  function step(by) {
    const all = options();
    if (all.length > 0) choose(all[(all.indexOf(active()) + by + all.length) % all.length]);
  }
  function go(newTab) {
    const option = active();
    if (!option) return;
    if (newTab && option.href) window.open(option.href, "_blank", "noopener");
    else { box.close(); option.click(); }
  }

  document.addEventListener("click", (e) => {
    if (!e.target.closest("[data-find]")) return;
    e.preventDefault();
    document.getElementById("menu")?.classList.remove("open");
    open();
  });
  box.addEventListener("click", (e) => { if (e.target === box) box.close(); });

  input.addEventListener("input", () => { fresh = false; asked = null; });
  input.addEventListener("keydown", (e) => {
    if (e.isComposing) return;
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (e.key in moves) { e.preventDefault(); step(moves[e.key]); }
    if (e.key === "Escape") { e.preventDefault(); box.close(); }
    if (e.key === "Enter") {
      e.preventDefault();
      // hits of what was typed before are not what is meant: the answer on its way is opened when it is there
      if (fresh) go(e.ctrlKey || e.metaKey); else asked = { newTab: e.ctrlKey || e.metaKey };
    }
  });
  list.addEventListener("mousemove", (e) => {
    const option = e.target.closest('[role="option"]:not([aria-disabled])');
    if (option && option !== active()) choose(option);
  });
  list.addEventListener("htmx:afterSwap", () => {
    const answer = list.querySelector("[data-typed]");
    if (!answer || answer.dataset.typed !== input.value.trim()) return;
    fresh = true;
    status.textContent = answer.dataset.status;
    input.setAttribute("aria-expanded", "true");
    choose(options()[0]);
    if (asked) { const { newTab } = asked; asked = null; go(newTab); }
  });

  let going = 0;
  document.addEventListener("keydown", (e) => {
    // in a text the key makes a link
    if ((e.ctrlKey || e.metaKey) && !e.altKey && e.key.toLowerCase() === "k" && !e.target.closest("[data-note-editor]")) {
      e.preventDefault();
      if (box.open) box.close(); else if (!document.querySelector("dialog[open]")) open();
      return;
    }
    if (e.ctrlKey || e.metaKey || e.altKey || typing(e)) return;
    if (e.key === "/") { e.preventDefault(); open(); return; }
    const page = Date.now() - going < 1500 && document.querySelector(`[data-go="G ${CSS.escape(e.key.toUpperCase())}"]`);
    going = 0;
    if (page) { e.preventDefault(); e.stopPropagation(); page.click(); return; }
    if (e.key.toLowerCase() === "g") going = Date.now();
  }, true);
})();
