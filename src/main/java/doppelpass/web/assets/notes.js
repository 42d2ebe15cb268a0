// The editor of notes: a toolbar and keys that write Markdown, and colleagues to choose from after an @.
"use strict";
(() => {
  const MARKS = { bold: "**", italic: "*" };
  const LINES = { heading: "## ", list: "- ", quote: "> " };
  const editor = (e) => e.target.closest?.("[data-note-editor]");
  const area = (root) => root.querySelector("textarea");
  const list = (root) => root.querySelector("[role=listbox]");

  // insertText keeps the browser's own undo
  function write(text, from, to, value) {
    text.focus();
    text.setSelectionRange(from, to);
    if (!document.execCommand("insertText", false, value)) text.setRangeText(value, from, to, "end");
  }
  function apply(text, tool) {
    const { selectionStart: from, selectionEnd: to, value } = text;
    const chosen = value.slice(from, to);
    if (MARKS[tool]) {
      const mark = MARKS[tool];
      write(text, from, to, mark + chosen + mark);
      text.setSelectionRange(from + mark.length, from + mark.length + chosen.length);
    } else if (tool === "link") {
      const web = /^(https?:|mailto:|tel:)/.test(chosen);
      write(text, from, to, web ? `[](${chosen})` : `[${chosen}](https://)`);
      const at = web ? from + 1 : from + chosen.length + 3 + (chosen ? 8 : 0);
      text.setSelectionRange(chosen ? at : from + 1, chosen ? at : from + 1);
    } else {
      const start = value.lastIndexOf("\n", from - 1) + 1;
      const lines = value.slice(start, to).split("\n").map((line) => LINES[tool] + line).join("\n");
      write(text, start, to, lines);
    }
  }
  document.addEventListener("click", (e) => {
    const button = e.target.closest?.("[data-tool]");
    if (button) apply(area(editor(e)), button.dataset.tool);
    const option = e.target.closest?.("[data-note-editor] [role=option]");
    if (option) choose(editor(e), option);
  });

  // what stands between the last @ and the caret, if a name may stand there
  function typed(text) {
    const before = text.value.slice(0, text.selectionStart);
    const match = /(?:^|[\s([{"'*_>,;:.!?-])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*)?)$/u.exec(before);
    return match && text.selectionStart === text.selectionEnd ? match[1] : null;
  }
  let asked = 0;
  async function offer(root) {
    const text = area(root);
    const name = typed(text);
    const mine = ++asked;
    if (name === null) return hide(root);
    const answer = await fetch(`${root.dataset.people}?q=${encodeURIComponent(name)}`, { headers: { "HX-Request": "true" } });
    if (!answer.ok || mine !== asked) return;
    const box = list(root);
    box.innerHTML = await answer.text();
    [...box.children].forEach((option, i) => { option.id = `${box.id}-${i}`; });
    box.hidden = box.children.length === 0;
    if (!box.hidden) mark(root, box.firstElementChild);
  }
  function mark(root, option) {
    for (const other of list(root).children) other.setAttribute("aria-selected", other === option);
    area(root).setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }
  function hide(root) {
    list(root).hidden = true;
    area(root).removeAttribute("aria-activedescendant");
  }
  function choose(root, option) {
    const text = area(root);
    const name = typed(text) ?? "";
    write(text, text.selectionStart - name.length, text.selectionStart, option.dataset.name + " ");
    asked++;
    hide(root);
  }
  document.addEventListener("input", (e) => { if (e.target.matches("[data-note-editor] textarea")) offer(editor(e)); });
  document.addEventListener("focusout", (e) => { if (e.target.matches("[data-note-editor] textarea")) setTimeout(() => hide(e.target.closest("[data-note-editor]")), 200); });

  // before app.js sees the key: Ctrl+K is the search elsewhere
  const KEYS = { b: "bold", i: "italic", k: "link" };
  const SHIFTED = { KeyH: "heading", Digit8: "list", Digit9: "quote" };
  document.addEventListener("keydown", (e) => {
    if (!e.target.matches?.("[data-note-editor] textarea")) return;
    const root = editor(e);
    const tool = (e.ctrlKey || e.metaKey) && !e.altKey && (e.shiftKey ? SHIFTED[e.code] : KEYS[e.key.toLowerCase()]);
    if (tool) {
      e.preventDefault();
      e.stopImmediatePropagation();
      return apply(e.target, tool);
    }
    if ((e.ctrlKey || e.metaKey) && e.key === "Enter") { e.preventDefault(); return e.target.form.requestSubmit(); }
    const box = list(root);
    if (box.hidden) return;
    const options = [...box.children];
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    if (e.key === "ArrowDown" || e.key === "ArrowUp") mark(root, options[(at + (e.key === "ArrowDown" ? 1 : options.length - 1)) % options.length]);
    else if (e.key === "Enter" || e.key === "Tab") choose(root, options[Math.max(0, at)]);
    else if (e.key === "Escape") { hide(root); e.stopImmediatePropagation(); }
    else return;
    e.preventDefault();
  }, true);

  // the toolbar is for those with script; a note one begins to write takes the caret at once
  const ready = () => document.querySelectorAll("[data-note-editor] [role=toolbar][hidden]").forEach((bar) => { bar.hidden = false; });
  document.addEventListener("toggle", (e) => { if (e.target.matches?.(".note-new[open]")) area(e.target).focus(); }, true);
  document.addEventListener("htmx:afterSwap", () => setTimeout(ready));
  ready();
})();
