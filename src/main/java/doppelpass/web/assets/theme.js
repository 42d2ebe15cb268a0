// Before the first paint: Tabler's own dark rules follow the reader's choice or the device.
(function () {
  var root = document.documentElement;
  var dark = root.dataset.theme === "dark" ||
    (root.dataset.theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.setAttribute("data-bs-theme", dark ? "dark" : "light");
})();
