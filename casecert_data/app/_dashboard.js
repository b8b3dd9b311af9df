// What a dashboard's page does by itself: says that it is coming, ends its kernel when it is
// closed, and says so when the kernel is gone.
(() => {
  const LOOK_MS = 10_000;
  const LONG_MS = 20_000;
  const LOST_MS = 20_000;
  const AGAIN_AT_MOST = 2;
  const AGAIN = `cc-again ${location.pathname}`;
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
  // On a busy computer the front end now and then loses what the kernel told it of the widgets:
  // how long it waits cannot be set, and it does not ask again. Nothing has been entered yet,
  // so the page is loaded anew by itself.
  const isLost = () => [...(outputs()?.querySelectorAll(".jp-OutputArea-output.jupyter-widgets") ?? [])]
    .some((one) => one.textContent.startsWith("Error displaying widget"));
  let lost = null;
  let isGivenUp = false;
  const loadAgain = () => {
    const times = Number(sessionStorage.getItem(AGAIN));
    if (times < AGAIN_AT_MOST) {
      stopWatching();
      sessionStorage.setItem(AGAIN, times + 1);
      location.reload();
    } else {
      isGivenUp = true;  // what comes late is still shown
      sessionStorage.removeItem(AGAIN);
      say(ready.dataset.lost);
    }
  };
  const watching = new MutationObserver(() => {
    if (isLost()) {
      if (!isGivenUp) loadAgain();
    } else if (isThere()) {
      finish();
    } else if (document.getElementById("cc-sent")) {
      lost ??= setTimeout(loadAgain, LOST_MS);
    }
  });
  function stopWatching() {
    watching.disconnect();
    clearTimeout(late);
    clearTimeout(lost);
  }
  const late = setTimeout(() => {
    ready.querySelector("span").textContent = ready.dataset.long;
  }, LONG_MS);
  function finish() {
    stopWatching();
    sessionStorage.removeItem(AGAIN);
    if (isGivenUp) document.querySelector(".cc-gone")?.remove();
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
  const say = (reason) => {
    if (isLeft || document.querySelector(".cc-gone")) return;
    const told = document.createElement("div");
    told.className = "cc-gone";
    told.setAttribute("role", "alert");
    const words = document.createElement("p");
    words.textContent = reason;
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
    say(ready.dataset.gone);
  };
  const looking = setInterval(look, LOOK_MS);
})();
