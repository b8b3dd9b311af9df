// Draws one chart: its marks with plotly, which another widget makes known to the page, and its
// words as SVG over them.
const ASK_AGAIN_MS = 20;
const ASK_AT_MOST = 1500;
// A sheet of Letter or A4 has room for it between its margins.
const ON_PAPER_PX = 660;
const CONFIG = { staticPlot: true, displayModeBar: false, responsive: false };

async function plotly() {
  for (let asked = 0; asked < ASK_AT_MOST && !globalThis.casecertPlotly; asked += 1) {
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
  return globalThis.casecertPlotly?.();
}

function render({ model, el }) {
  // One image for a screen reader, named by its sentence; what plotly puts inside is hidden.
  const image = document.createElement("div");
  const plot = document.createElement("div");
  plot.setAttribute("aria-hidden", "true");
  // A drawing that is still too wide is cut for a moment; it must not hold its column open.
  plot.style.cssText = "position:relative;width:100%;overflow:hidden";
  el.style.minWidth = "0";
  plot.innerHTML = "<div></div><svg></svg>";
  const [marks, words] = plot.children;
  words.style.cssText = "position:absolute;top:0;height:100%;overflow:visible";
  image.append(plot);
  el.append(image);
  let library = null;
  let shown = null;
  let width = 0;
  // In px. To ask the page for it while charts are drawn would have it laid out for each.
  let room = 0;
  let isMissing = false;
  let isGone = false;
  let isPrinting = false;

  const fitting = () => model.get(room < model.get("wide_from") ? "narrow_fig" : "fig");

  // The height is kept free before plotly is there and while it draws: nothing below jumps.
  const reserve = () => {
    image.hidden = !model.get("fig").layout;
    room ||= plot.clientWidth;
    const { layout } = fitting();
    plot.style.height = layout ? `${layout.height}px` : "0";
    image.setAttribute("role", "img");
    image.setAttribute("aria-label", model.get("alt"));
  };

  const say = () => {
    image.removeAttribute("role");
    image.removeAttribute("aria-label");
    image.textContent = model.get("alt");
  };

  // They stand at shares of the plot's width, so they need not be told when it changes.
  const write = ({ layout, words: written }) => {
    const { l, r } = layout.margin;
    words.style.left = `${l}px`;
    words.style.width = `calc(100% - ${l + r}px)`;
    words.setAttribute("font-family", layout.font.family);
    words.innerHTML = written;
  };

  const draw = () => {
    if (isGone) return;
    if (isMissing) {
      // Without a picture its sentence still says everything.
      say();
      return;
    }
    if (isPrinting) return;
    reserve();
    // A hidden tab has no width; the observer below draws once it has one.
    if (!library || image.hidden || !room) return;
    const figure = fitting();
    if (figure === shown && room === width) return;
    if (figure !== shown) write(figure);
    shown = figure;
    width = room;
    // Copies, since plotly writes into what it is given.
    const { data, layout } = structuredClone(figure);
    library.react(marks, data, { ...layout, width, autosize: false }, CONFIG);
    // plotly keeps an empty drawing in the page to measure words with.
    document.getElementById("js-plotly-tester")?.setAttribute("aria-hidden", "true");
  };

  // The browser lays a page out for paper without asking: the chart has to fit before it does.
  const toPaper = () => {
    if (!library || image.hidden || isMissing) return;
    isPrinting = true;
    const { data, layout } = structuredClone(model.get("fig"));
    plot.style.width = `${ON_PAPER_PX}px`;
    plot.style.height = `${layout.height}px`;
    library.react(plot, data, { ...layout, autosize: false, width: ON_PAPER_PX }, CONFIG);
  };
  const toScreen = () => {
    isPrinting = false;
    plot.style.width = "100%";
    shown = null;
    draw();
  };

  const resized = new ResizeObserver(() => {
    room = plot.clientWidth;
    draw();
  });
  reserve();
  resized.observe(plot);
  model.on("change:fig", draw);
  model.on("change:alt", draw);
  window.addEventListener("beforeprint", toPaper);
  window.addEventListener("afterprint", toScreen);
  plotly().catch(() => null).then((found) => {
    library = found;
    isMissing = !found;
    draw();
  });

  return () => {
    isGone = true;
    resized.disconnect();
    window.removeEventListener("beforeprint", toPaper);
    window.removeEventListener("afterprint", toScreen);
    model.off("change:fig", draw);
    model.off("change:alt", draw);
    if (library) library.purge(marks);
  };
}

export default { render };
