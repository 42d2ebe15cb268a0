// Before the first paint and whenever the device changes: Tabler's own dark rules follow the reader's choice or the device.
(function () {
  var root = document.documentElement;
  var device = matchMedia("(prefers-color-scheme: dark)");
  function dress() {
    var dark = root.dataset.theme === "dark" || (root.dataset.theme !== "light" && device.matches);
    root.setAttribute("data-bs-theme", dark ? "dark" : "light");
  }
  dress();
  device.addEventListener("change", dress);
})();
