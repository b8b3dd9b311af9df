
// Puts a live chart in the place of each picture. If it cannot, the picture stays.
(() => {
  "use strict";
  const figures = JSON.parse(document.getElementById("figures").textContent);
  // No buttons: what can be pressed inside a picture is lost to whoever uses the keyboard.
  const config = { displayModeBar: false, responsive: true };
  for (const place of document.querySelectorAll("[data-chart]")) {
    const figure = figures[place.dataset.chart];
    const live = document.createElement("div");
    live.className = "live";
    // One image for a screen reader, named by its sentence, as the picture is.
    live.setAttribute("role", "img");
    live.setAttribute("aria-label", figure.layout.meta.sentence);
    const plot = document.createElement("div");
    plot.setAttribute("aria-hidden", "true");
    plot.style.height = `${figure.layout.height}px`;
    live.append(plot);
    place.append(live);
    Plotly.newPlot(plot, figure.data, figure.layout, config).then(
      () => place.classList.add("is-live"),
      () => live.remove(),
    );
  }
})();
