// On paper, what was chosen stands in words where the controls are on the screen.
const CONTROLS = ".widget-dropdown, .widget-text, .widget-toggle-buttons, .cc-choice, .cc-codes";
const PRESSED = ".widget-toggle-button.mod-active:not(.cc-opener)";

// A list has blanks that do not break, and they would not on paper.
const words = (element) => element?.textContent.replaceAll("\u00a0", " ").trim() ?? "";

function valueOf(control) {
  if (control.matches(".widget-dropdown")) return words(control.querySelector("select").selectedOptions[0]);
  if (control.matches(".widget-text")) return control.querySelector("input").value.trim();
  if (control.matches(".cc-codes")) return words(control.querySelector(".cc-held:not(.cc-unknown)"));
  return [...control.querySelectorAll(PRESSED)].map(words).join(", ");
}

// What is folded away was stated all the same; what is hidden does not arise now.
function arises(control, root) {
  for (let one = control; one !== root; one = one.parentElement) {
    const isFolded = one.matches(".cc-opens > *, .cc-facts");
    if (!isFolded && getComputedStyle(one).display === "none") return false;
  }
  return !control.closest(".cc-desk, .cc-way");
}

function given(root, unknown) {
  const list = document.createElement("dl");
  list.className = "cc-given";
  for (const control of root.querySelector(".cc-controls").querySelectorAll(CONTROLS)) {
    const value = valueOf(control);
    if (!value || value === unknown || !arises(control, root)) continue;
    const [row, term, told] = ["div", "dt", "dd"].map((name) => document.createElement(name));
    term.textContent = words(control.querySelector(".widget-label"));
    told.textContent = value;
    row.append(term, told);
    list.append(row);
  }
  return list;
}

function render({ model, el }) {
  let list = null;
  let opened = [];
  const after = () => {
    list?.remove();
    opened.forEach((one) => { one.open = false; });
    [list, opened] = [null, []];
  };
  const before = () => {
    after();
    const root = el.closest(".cc-main");
    if (!root) return;
    list = given(root, model.get("unknown"));
    root.querySelector(".cc-answer").before(list);
    // A number in brackets leads to the list of sources, which has to be there.
    opened = [...root.querySelectorAll("details[data-name=sources]:not([open])")];
    opened.forEach((one) => { one.open = true; });
  };
  el.hidden = true;
  el.classList.add("cc-prints");
  window.addEventListener("beforeprint", before);
  window.addEventListener("afterprint", after);
  return () => {
    after();
    window.removeEventListener("beforeprint", before);
    window.removeEventListener("afterprint", after);
  };
}

export default { render };
