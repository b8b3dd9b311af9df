// Makes plotly known to the page: once, and only when a chart asks for it.
const PAUSE_MS = 100;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
const idle = () => new Promise((resolve) => {
  if (globalThis.requestIdleCallback) requestIdleCallback(resolve, { timeout: 1000 });
  else resolve();
});

async function load(source) {
  // Evaluating plotly holds up the page for a second or two on a slow machine. A widget whose own
  // code could not start for two seconds never gets another update, so the others go first.
  await idle();
  await pause();
  await idle();
  // Not inside a function: the engine would compile all of it at once, which takes twice as long.
  const parts = [
    "const module = { exports: {} }, exports = module.exports, define = undefined;\n",
    source,
    "\nexport default module.exports;",
  ];
  const address = URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));
  try {
    return (await import(address)).default;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function initialize({ model }) {
  let loading = null;
  globalThis.casecertPlotly ??= () => {
    loading ??= load(model.get("source"));
    return loading;
  };
}

export default { initialize, render() {} };
