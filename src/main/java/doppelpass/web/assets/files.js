// Files dropped on a panel or chosen there go up one by one, each with its progress; then the panel shows them.
"use strict";
(() => {
  const panel = (e) => e.target.closest?.("[data-drop]");
  const carries = (e) => [...(e.dataTransfer?.types ?? [])].includes("Files");

  document.addEventListener("dragover", (e) => {
    if (!carries(e)) return;
    const over = panel(e);
    document.querySelectorAll("[data-drop].over").forEach((other) => { if (other !== over) other.classList.remove("over"); });
    // a file dropped beside the panel must not replace the page
    e.preventDefault();
    e.dataTransfer.dropEffect = over ? "copy" : "none";
    over?.classList.add("over");
  });
  document.addEventListener("dragleave", (e) => { if (!e.relatedTarget) document.querySelectorAll("[data-drop].over").forEach((p) => p.classList.remove("over")); });
  document.addEventListener("drop", (e) => {
    if (!carries(e)) return;
    e.preventDefault();
    const over = panel(e);
    if (!over) return;
    over.classList.remove("over");
    send(over, [...e.dataTransfer.files]);
  });
  document.addEventListener("change", (e) => { if (e.target.matches?.("[data-drop] [type=file]")) send(panel(e), [...e.target.files]); });
  document.addEventListener("submit", (e) => {
    const form = e.target.closest?.("[data-drop] form.upload");
    if (!form) return;
    e.preventDefault();
    send(panel(e), [...form.querySelector("[type=file]").files]);
  });

  async function send(over, files) {
    const list = over.querySelector(".uploads");
    const rows = files.map((file) => row(list, file));
    over.querySelector("[type=file]").value = "";
    for (let i = 0; i < files.length; i++) await one(over.dataset.drop, files[i], rows[i], list.dataset.lost);
    htmx.ajax("GET", over.dataset.drop, { target: "#files", swap: "outerHTML" });
  }
  function row(list, file) {
    const item = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = file.name;
    const bar = document.createElement("progress");
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", `${file.name} ${list.dataset.sending}`);
    item.append(name, bar);
    list.append(item);
    return bar;
  }
  function one(url, file, bar, lost) {
    return new Promise((done) => {
      const request = new XMLHttpRequest();
      const form = new FormData();
      form.append("files", file);
      request.open("POST", url);
      request.setRequestHeader("HX-Request", "true");
      request.setRequestHeader("X-CSRF-TOKEN", csrf());
      request.upload.onprogress = (e) => { if (e.lengthComputable) bar.value = 100 * e.loaded / e.total; };
      request.onload = () => {
        // a refusal comes as a note of the server's own, already escaped
        if (request.status >= 400) {
          document.getElementById("toasts").insertAdjacentHTML("beforeend", request.responseText);
          fade(document.getElementById("toasts").lastElementChild);
        }
        done();
      };
      request.onerror = () => { toast(lost); done(); };
      request.send(form);
    });
  }
})();
