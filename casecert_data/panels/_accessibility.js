// Ties labels, groups and messages to their controls, and keeps the notebook's keys out of them.
const WATCHED = { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] };

function set(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function render({ el }) {
  const prefix = `casecert-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;
  const opened = new Map();
  let ids = 0;
  let root = null;
  let frame = 0;

  const idOf = (element) => {
    if (!element.id) element.id = `${prefix}-${(ids += 1)}`;
    return element.id;
  };

  // One choice of several: a named group of buttons, of which each says whether it is pressed.
  const tieGroups = () => {
    for (const group of root.querySelectorAll(".widget-toggle-buttons, .cc-choice")) {
      const label = group.querySelector(".widget-label");
      set(group, "role", "group");
      if (label) set(group, "aria-labelledby", idOf(label));
      const hint = group.closest(".cc-hinted")?.querySelector(".cc-hint");
      if (hint) set(group, "aria-describedby", idOf(hint));
    }
    // A list that opens under its line: both are named by the label above.
    for (const codes of root.querySelectorAll(".cc-codes")) {
      const [label, line, list] = [".widget-label", ".cc-held", ".cc-ticks"].map((one) => codes.querySelector(one));
      // It comes into the page in parts.
      if (!label || !line || !list) continue;
      set(line, "aria-labelledby", `${idOf(label)} ${idOf(line)}`);
      set(list, "role", "group");
      set(list, "aria-labelledby", idOf(label));
    }
    for (const button of root.querySelectorAll(".widget-toggle-button")) {
      const says = button.classList.contains("cc-opener") ? "aria-expanded" : "aria-pressed";
      set(button, says, String(button.classList.contains("mod-active")));
    }
  };

  // An error and a hint are read with their field.
  const tieFields = () => {
    for (const field of root.querySelectorAll(".cc-field")) {
      const error = field.querySelector(".cc-err");
      // Buttons and ticks cannot be invalid by themselves; what is wrong is read with their group.
      for (const group of field.querySelectorAll(".widget-toggle-buttons, .cc-ticks, .cc-held")) {
        set(group, "aria-describedby", error ? idOf(error) : null);
      }
      const input = field.querySelector(":is(input:not([type=checkbox]), select)");
      if (!input) continue;
      const shared = field.classList.contains("cc-number") && root.querySelector(".cc-facts .cc-hint");
      const hint = field.querySelector(".cc-below .cc-hint") ?? shared;
      const words = [error, hint].filter(Boolean).map(idOf).join(" ");
      set(input, "aria-describedby", words || null);
      set(input, "aria-invalid", error ? "true" : null);
      set(input, "autocomplete", "off");
    }
  };

  // What changes is said; the element stays, so that a screen reader hears the change.
  const tieMessages = () => {
    for (const status of root.querySelectorAll(".cc-status")) set(status, "role", "status");
    // A word on what was done; empty until then.
    for (const said of root.querySelectorAll(".cc-said")) set(said, "aria-live", "polite");
    for (const fault of root.querySelectorAll(".cc-fault, .cc-note")) set(fault, "role", "alert");
  };

  // New words come as new elements: what was open before stays open.
  const keepOpen = () => {
    for (const details of root.querySelectorAll("details[data-name]")) {
      const name = details.dataset.name;
      if (details.dataset.kept !== "yes") {
        details.dataset.kept = "yes";
        details.open = opened.get(name) ?? details.open;
        // What opens by itself is no choice of the reader's, so clicks are kept and not "toggle".
        details.querySelector("summary").addEventListener("click", () => opened.set(name, !details.open));
      }
    }
  };

  // A word or a number in brackets, pressed, shows what it means or who says so, and says it.
  const ENDS = "p, li, dd, dt, td";
  const heard = document.createElement("span");
  heard.className = "vh";
  heard.setAttribute("aria-live", "polite");
  const sourceOf = (button) => {
    const listed = root.querySelector(`.cc-sources > [data-number="${button.dataset.source}"]`);
    if (!listed) return null;
    const shown = document.createElement("span");
    shown.className = "cc-meaning";
    shown.append(...listed.cloneNode(true).childNodes);
    return shown;
  };
  const shownBy = (button) => {
    if (button.matches(".cc-word")) {
      return button.closest(ENDS)?.querySelector(`.cc-meaning[data-term="${CSS.escape(button.dataset.term)}"]`);
    }
    const known = document.getElementById(button.getAttribute("aria-controls") ?? "");
    if (known) return known;
    const made = sourceOf(button);
    // In a row of numbers the source stands under all of them.
    if (made) button.closest(".ref").after(made);
    return made;
  };
  const reveal = (button, isOpen) => {
    const shown = shownBy(button);
    if (!shown) return "";
    shown.hidden = !isOpen;
    set(button, "aria-controls", idOf(shown));
    set(button, "aria-expanded", String(isOpen));
    return isOpen ? shown.textContent : "";
  };
  const explain = (event) => {
    const button = event.target.closest(".cc-word, .cc-ref");
    if (!button) return;
    const isOpen = button.getAttribute("aria-expanded") !== "true";
    if (button.dataset.term) opened.set(`term-${button.dataset.term}`, isOpen);
    heard.textContent = reveal(button, isOpen);
  };
  // What was explained stays so when the answer is written anew.
  const keepExplained = () => {
    for (const button of root.querySelectorAll('.cc-word[aria-expanded="false"]')) {
      if (opened.get(`term-${button.dataset.term}`)) reveal(button, true);
    }
  };

  // The button of an empty answer goes away when it is pressed; the keyboard stays in the panel.
  const followExample = (event) => {
    if (event.target.closest(".cc-example")) root.querySelector(".cc-choice button")?.focus();
  };

  // An answer brings the next question: the keyboard goes to its field, and not back to the top.
  let answered = null;
  const isSeen = (one) => one.offsetParent !== null;
  const fieldOf = (card) => [...(card?.querySelectorAll(".cc-asked :is(input, select, button)") ?? [])].find(isSeen);
  const noteAnswer = (event) => {
    const card = event.target.closest("button")?.closest(".cc-card");
    answered = card && { card, field: fieldOf(card) };
  };
  const followQuestion = () => {
    const card = answered?.card;
    const focused = document.activeElement;
    if (!card || (focused !== document.body && !card.contains(focused))) return;
    const place = card.querySelector(".cc-asked");
    const isOver = getComputedStyle(place).display === "none";
    const field = fieldOf(card);
    // Between two questions there is no field for a moment.
    if (!isOver && (!field?.offsetParent || field === answered.field)) return;
    const button = [...card.querySelectorAll(".cc-btns button")].find((one) => one.offsetParent);
    const next = isOver ? button ?? card.querySelector("h2") : field;
    if (!next) return;
    answered = null;
    if (next.matches("h2")) next.tabIndex = -1;
    next.focus();
  };

  // ipywidgets writes "null" where a button has no tooltip: it would be shown, and read out.
  const leaveOutNull = () => {
    for (const one of root.querySelectorAll("[title=null]")) one.removeAttribute("title");
  };

  const tie = () => {
    leaveOutNull();
    followQuestion();
    tieGroups();
    tieFields();
    tieMessages();
    keepOpen();
    keepExplained();
  };

  // In a notebook, a letter typed on a button or a list would be a command: "a" adds a cell.
  // Keys held with Control or Command stay the notebook's, so that saving still works.
  const guardKeys = (event) => {
    if (!root?.contains(event.target)) return;
    const isCommand = event.ctrlKey || event.metaKey || event.altKey;
    event.target.toggleAttribute("data-lm-suppress-shortcuts", !isCommand);
  };

  const observer = new MutationObserver(tie);
  const start = () => {
    root = el.closest(".cc-main");
    if (!root) {
      frame = requestAnimationFrame(start);
      return;
    }
    tie();
    observer.observe(root, WATCHED);
    root.append(heard);
    root.addEventListener("click", followExample);
    root.addEventListener("click", explain);
    root.addEventListener("click", noteAnswer);
  };

  el.hidden = true;
  window.addEventListener("keydown", guardKeys, true);
  start();

  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    heard.remove();
    root?.removeEventListener("click", followExample);
    root?.removeEventListener("click", explain);
    root?.removeEventListener("click", noteAnswer);
    window.removeEventListener("keydown", guardKeys, true);
  };
}

export default { render };
