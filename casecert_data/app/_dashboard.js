// What a dashboard's page does by itself: says that it is coming, ends its kernel when it is
// closed, and says so when the kernel is gone.
(() => {
  const LOOK_MS = 10_000;
  const LONG_MS = 20_000;
  const OUTPUT = 'script[type="application/vnd.voila.cell-output+json"]';
  const outputs = () => document.getElementById("cc-outputs");
  const ready = document.getElementById("cc-ready");

  const kernel = () => {
    const told = document.getElementById("jupyter-config-data");
    return told ? JSON.parse(told.textContent).kernelId : null;
  };

  // Charts ask for plotly by this name. By address it is compiled once and kept by the browser.
  const idle = () => new Promise((resolve) => {
    if (globalThis.requestIdleCallback) requestIdleCallback(resolve, { timeout: 1000 });
    else setTimeout(resolve, 100);
  });
  // It holds up the page for a second. A widget whose own code could not start for two seconds
  // never gets another update, so the others go first.
  const whenIdle = async () => {
    await idle();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await idle();
    return (await import("/casecert/plotly.js")).default;
  };
  let plotly = null;
  globalThis.casecertPlotly = () => {
    plotly ??= whenIdle();
    return plotly;
  };

  // --- a sign of life until there is something to see ---
  const isThere = () => {
    const shown = outputs();
    if (!shown) return false;
    if (document.querySelector(".cc-failed")) return true;
    const isSent = document.getElementById("cc-sent") !== null;
    if (isSent && !shown.querySelector(OUTPUT) && !shown.querySelector("[data-has-widget]")) return true;
    return shown.querySelector(".jupyter-widgets") !== null;
  };
  const watching = new MutationObserver(() => { if (isThere()) finish(); });
  const late = setTimeout(() => {
    ready.querySelector("span").textContent = ready.dataset.long;
  }, LONG_MS);
  function finish() {
    watching.disconnect();
    clearTimeout(late);
    ready.replaceChildren();
    ready.hidden = true;
    document.body.classList.add("cc-is-ready");
  }
  watching.observe(document.documentElement, { childList: true, subtree: true });

  // --- a page that is closed or left takes its kernel with it ---
  const cookie = (name) => document.cookie.match(`(?:^|; )${name}=([^;]*)`)?.[1] ?? "";
  let isLeft = false;
  addEventListener("pagehide", () => {
    const id = kernel();
    isLeft = true;
    if (!id) return;
    const form = new FormData();
    form.append("_xsrf", cookie("_xsrf"));
    navigator.sendBeacon(`/voila/api/shutdown/${id}`, form);
  });
  // A page that the browser kept and shows again has lost its kernel.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  // --- a kernel that is gone does not answer: whoever clicks has to know ---
  const say = () => {
    if (isLeft || document.querySelector(".cc-gone")) return;
    const told = document.createElement("div");
    told.className = "cc-gone";
    told.setAttribute("role", "alert");
    const words = document.createElement("p");
    words.textContent = ready.dataset.gone;
    const again = document.createElement("button");
    again.type = "button";
    again.textContent = ready.dataset.again;
    again.addEventListener("click", () => location.reload());
    told.append(words, again);
    document.getElementById("content").prepend(told);
  };
  const look = async () => {
    const id = kernel();
    if (!id) return;
    let isAlive = false;
    try {
      isAlive = (await fetch(`/casecert/alive/${id}`)).ok;
    } catch {
      isAlive = false;
    }
    if (isAlive) return;
    clearInterval(looking);
    say();
  };
  const looking = setInterval(look, LOOK_MS);
})();
