// Draws one chart with plotly, which another widget puts into the page once.
const ASK_AGAIN_MS = 20;
const ASK_AT_MOST = 1500;
const LOOK = { staticPlot: true, displayModeBar: false, responsive: false };

async function plotly() {
  for (let asked = 0; asked < ASK_AT_MOST && !globalThis.casecertPlotly; asked += 1) {
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
  return globalThis.casecertPlotly?.();
}

function render({ model, el }) {
  const plot = document.createElement("div");
  plot.setAttribute("role", "img");
  // A drawing that is still too wide is cut for a moment; it must not hold its column open.
  plot.style.cssText = "position:relative;width:100%;overflow:hidden";
  el.style.minWidth = "0";
  el.append(plot);
  let library = null;
  let shown = null;
  let isMissing = false;
  let isGone = false;

  const fitting = () => {
    const wide = model.get("fig");
    return plot.clientWidth < model.get("wide_from") ? model.get("narrow_fig") : wide;
  };

  // The height is kept free before plotly is there and while it draws: nothing below jumps.
  const reserve = () => {
    if (isMissing) {
      // Without a picture its sentence still says everything.
      plot.removeAttribute("role");
      plot.removeAttribute("aria-label");
      plot.style.height = "auto";
      plot.textContent = model.get("alt");
      return;
    }
    const { layout } = fitting();
    plot.style.height = layout ? `${layout.height}px` : "0";
    plot.setAttribute("aria-label", model.get("alt"));
    plot.hidden = !layout;
  };

  const draw = () => {
    if (isGone) return;
    reserve();
    // A hidden tab has no width; the observer below draws once it has one.
    if (!library || plot.hidden || !plot.clientWidth) return;
    const figure = fitting();
    if (figure === shown) {
      library.Plots.resize(plot);
      return;
    }
    shown = figure;
    // Copies, since plotly writes into what it is given.
    const { data, layout } = structuredClone(figure);
    library.react(plot, data, layout, LOOK);
  };

  const resized = new ResizeObserver(draw);
  reserve();
  resized.observe(plot);
  model.on("change:fig", draw);
  model.on("change:alt", reserve);
  plotly().catch(() => null).then((found) => {
    if (isGone) return;
    if (!found) {
      isMissing = true;
      reserve();
      return;
    }
    library = found;
    draw();
    // A typeface that arrives later changes how wide the words are.
    document.fonts?.ready.then(() => { shown = null; draw(); });
  });

  return () => {
    isGone = true;
    resized.disconnect();
    model.off("change:fig", draw);
    model.off("change:alt", reserve);
    if (library) library.purge(plot);
  };
}

export default { render };
