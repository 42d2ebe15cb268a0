// Draws the server's figures with ECharts in the colours of the theme.
"use strict";
(function () {
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const role = (name) => css({ muted: "muted-bar", both: "marketing", ink: "ink" }[name] || name) || css("lead");

  function options(chart) {
    const ink = css("ink"), muted = css("muted"), line = css("line");
    const format = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: chart.digits });
    const text = (v) => (v == null ? "–" : format.format(v) + (chart.unit ? " " + chart.unit : ""));
    const base = {
      animation: false, textStyle: { fontFamily: "inherit", color: ink }, aria: { enabled: false },
      tooltip: { renderMode: "richText", trigger: chart.kind === "pie" ? "item" : "axis", valueFormatter: text, backgroundColor: css("paper"),
        borderColor: line, textStyle: { color: ink, fontSize: 12 }, axisPointer: { type: "shadow" } },
    };
    if (chart.kind === "pie") {
      return { ...base, series: [{ type: "pie", radius: ["55%", "85%"], label: { color: ink },
        data: chart.labels.map((name, i) => ({ name, value: chart.series[0].values[i] })) }] };
    }
    return { ...base,
      legend: chart.series.length > 1 ? { top: 0, right: 0, textStyle: { color: muted }, itemHeight: 9, itemWidth: 9 } : undefined,
      grid: { left: 4, right: 8, top: chart.series.length > 1 ? 28 : 10, bottom: 4, containLabel: true },
      xAxis: { type: "category", data: chart.labels, axisLine: { lineStyle: { color: line } }, axisTick: { show: false }, axisLabel: { color: muted } },
      yAxis: { type: "value", minInterval: chart.digits === 0 ? 1 : undefined, splitLine: { lineStyle: { color: line } }, axisLabel: { color: muted, formatter: (v) => format.format(v) } },
      series: chart.series.map((s) => ({
        name: s.name, data: s.values, type: chart.kind === "line" || s.colour === "good" ? "line" : "bar",
        stack: chart.kind === "stacked" && s.colour !== "good" ? "all" : undefined,
        itemStyle: { color: role(s.colour), borderRadius: 3 }, lineStyle: { width: 2 }, symbolSize: 5, barMaxWidth: 34,
      })),
    };
  }

  window.drawChart = function (canvas) {
    const chart = JSON.parse(canvas.dataset.chart);
    const drawing = window.echarts.getInstanceByDom(canvas) || window.echarts.init(canvas, null, { renderer: "canvas" });
    drawing.setOption(options(chart), true);
    drawing.off("click");
    drawing.on("click", (e) => {
      const link = chart.series[e.seriesIndex]?.links?.[e.dataIndex];
      if (link) location.href = link;
    });
    new ResizeObserver(() => drawing.resize()).observe(canvas);
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
    document.querySelectorAll("[data-chart]").forEach(window.drawChart));
})();
