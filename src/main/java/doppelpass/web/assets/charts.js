// Draws the server's figures with Chart.js in the colours of the theme.
"use strict";
(function () {
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const role = (name) => css({ muted: "muted-bar", both: "marketing", ink: "ink" }[name] || name) || css("lead");
  const drawn = new WeakMap();

  function datasets(chart) {
    return chart.series.map((s, i) => {
      const line = chart.kind === "line" || s.colour === "good";
      const colour = role(s.colour);
      return { label: s.name, data: s.values, type: line ? "line" : "bar", order: line ? 0 : 1,
        stack: chart.kind === "stacked" && !line ? "all" : "own" + i,
        backgroundColor: colour, borderColor: colour, borderWidth: line ? 2 : 0, borderRadius: 3, borderSkipped: false,
        maxBarThickness: 34, pointRadius: 2.5, pointHitRadius: 12, tension: 0 };
    });
  }

  function options(chart, links) {
    const ink = css("ink"), muted = css("muted"), line = css("line");
    const format = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: chart.digits });
    const text = (v) => (v == null ? "–" : format.format(v) + (chart.unit ? " " + chart.unit : ""));
    return {
      animation: false, responsive: true, maintainAspectRatio: false,
      interaction: { mode: "index", intersect: false },
      scales: {
        x: { stacked: chart.kind === "stacked", grid: { display: false }, border: { color: line }, ticks: { color: muted, maxRotation: 0, autoSkipPadding: 12 } },
        y: { stacked: chart.kind === "stacked", beginAtZero: true, grid: { color: line }, border: { display: false },
          ticks: { color: muted, precision: chart.digits === 0 ? 0 : undefined, maxTicksLimit: 7, callback: (v) => format.format(v) } },
      },
      plugins: {
        legend: { display: chart.series.length > 1, align: "end", labels: { color: muted, usePointStyle: true, pointStyle: "rectRounded", boxWidth: 8, boxHeight: 8 } },
        tooltip: { backgroundColor: css("paper"), borderColor: line, borderWidth: 1, titleColor: ink, bodyColor: ink, padding: 9, boxPadding: 4,
          callbacks: { label: (item) => " " + item.dataset.label + "  " + text(item.raw) } },
      },
      onHover: (event, hit) => { event.native.target.style.cursor = links(hit) ? "pointer" : ""; },
      onClick: (event, hit, drawing) => {
        const link = links(drawing.getElementsAtEventForMode(event, "nearest", { intersect: true }, false));
        if (link) location.href = link;
      },
    };
  }

  window.drawChart = function (place) {
    const chart = JSON.parse(place.dataset.chart);
    const links = (hit) => hit.map((one) => chart.series[one.datasetIndex]?.links?.[one.index]).find((link) => link);
    window.Chart.defaults.font = { ...window.Chart.defaults.font, family: getComputedStyle(document.body).fontFamily, size: 12 };
    drawn.get(place)?.destroy();
    const canvas = place.querySelector("canvas") || place.appendChild(document.createElement("canvas"));
    drawn.set(place, new window.Chart(canvas, { type: "bar", data: { labels: chart.labels, datasets: datasets(chart) }, options: options(chart, links) }));
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
    document.querySelectorAll("[data-chart]").forEach(window.drawChart));
})();
