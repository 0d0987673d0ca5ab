// Light interaction on the drawing itself: pointing at an area or a year, with mouse, finger or
// keyboard, lights it up in every drawing and table of the same group, and tells all of it in one
// line outside the drawing. The key highlights and hides series.

const LIT = "is-lit";

export const figureOf = (element) => element.closest(".figure");

/** Whatever shares the areas of this element: drawings and tables of one group, or it alone. */
function group(root) {
  const name = root.dataset.lights;
  return name ? document.querySelectorAll(`[data-lights="${name}"]`) : [root];
}

/** The drawing that is seen now: narrow or wide. */
export function shownDrawing(figure) {
  const drawings = [...figure.querySelectorAll("svg.drawing")];
  return drawings.find((svg) => svg.checkVisibility()) ?? drawings.at(-1);
}

/** What stands for an area or a year in a figure: a part of its drawing, or a row of its table. */
function partOf(figure, at) {
  const rows = figure.querySelector(".chart-table");
  const within = rows ?? shownDrawing(figure);
  return within?.querySelector(`.figure-hit[data-at="${at}"], tr[data-at="${at}"]`);
}

/** What can be stepped through: areas or years, else dots that lead somewhere. */
export function steps(figure) {
  const svg = shownDrawing(figure);
  if (!svg) return [...figure.querySelectorAll(".chart-table tr[data-at]")];
  const hits = [...svg.querySelectorAll(".figure-hit")];
  return hits.length > 0 ? hits : [...svg.querySelectorAll("a")];
}

export const saidOf = (step) =>
  step.dataset.said ?? step.querySelector("title")?.textContent ?? "";

function tell(figure, step) {
  const readout = figure.querySelector(".figure__readout");
  if (!readout) return;
  const href = step?.getAttribute?.("href");
  readout.replaceChildren();
  if (!step) return;
  if (href) {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = saidOf(step);
    readout.append(link);
  } else {
    readout.textContent = saidOf(step);
  }
}

export function clear(root) {
  for (const one of group(root)) {
    for (const lit of one.querySelectorAll(`.${LIT}`)) lit.classList.remove(LIT);
    delete one.dataset.litAt;
    if (one.matches(".figure")) tell(one);
  }
}

/** Lights up one area, or one dot of a figure that has no areas. */
export function light(root, step) {
  const at = step.dataset.at;
  if (at === undefined) {
    clear(root);
    step.classList.add(LIT);
    tell(root, step);
    return;
  }
  if (root.dataset.litAt === at) return;
  clear(root);
  for (const one of group(root)) {
    for (const part of one.querySelectorAll(`[data-at="${at}"]`)) part.classList.add(LIT);
    one.dataset.litAt = at;
    if (!one.matches(".figure")) continue;
    tell(one, partOf(one, at));
  }
}

export function lightAt(figure, at) {
  const step = steps(figure)[at];
  if (step) light(figure, step);
}

// --- pointing -------------------------------------------------------------------------------------

let pinned; // what a finger or a click has lit, until another or none is

function found(target) {
  if (!(target instanceof Element)) return undefined;
  const step = target.closest(".figure-hit, .figure__drawing svg a, tr[data-at]");
  const root = step?.closest(".figure, [data-lights]");
  return root ? { root, step } : undefined;
}

function onOver(event) {
  if (event.pointerType !== "mouse") return;
  const over = found(event.target);
  if (over) light(over.root, over.step);
}

function onOut(event) {
  if (event.pointerType !== "mouse" || found(event.relatedTarget)) return;
  const left = found(event.target);
  if (!left) return;
  clear(left.root);
  if (pinned?.root.isConnected) light(pinned.root, pinned.step);
}

function onClick(event) {
  const on = found(event.target);
  if (!on) {
    if (pinned && !(event.target instanceof Element && event.target.closest(".figure"))) {
      clear(pinned.root);
      pinned = undefined;
    }
    return;
  }
  // A finger cannot point first: it is told who a dot is, and follows the link that tells it.
  if (on.step.matches("a") && event.pointerType === "touch") event.preventDefault();
  pinned = on;
  light(on.root, on.step);
}

// --- the keyboard ---------------------------------------------------------------------------------

const MOVES = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function next(all, current, key) {
  if (key === "Home") return 0;
  if (key === "End") return all.length - 1;
  if (current < 0) return MOVES[key] > 0 ? 0 : all.length - 1;
  return Math.min(Math.max(current + MOVES[key], 0), all.length - 1);
}

function onKey(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!(event.target instanceof Element) || !event.target.matches(".figure__drawing")) return;
  const figure = figureOf(event.target);
  const all = steps(figure);
  const current = all.findIndex((step) => step.classList.contains(LIT));
  if (event.key === "Escape") {
    if (current < 0) return;
    event.stopImmediatePropagation(); // leaving is for the next one
    clear(figure);
    figure.dispatchEvent(new CustomEvent("figure:lit", { detail: undefined }));
  } else if (event.key in MOVES || event.key === "Home" || event.key === "End") {
    event.preventDefault(); // the page does not scroll meanwhile
    const at = next(all, current, event.key);
    light(figure, all[at]);
    figure.dispatchEvent(new CustomEvent("figure:lit", { detail: at }));
  } else if (event.key === "Enter" && all[current]?.matches("a")) {
    window.location.assign(all[current].getAttribute("href"));
  }
}

/** The keyboard lights a row by coming to what can be pressed in it. */
function onFocus(event) {
  const on = found(event.target);
  if (on?.step.matches("tr") && event.target.matches(":focus-visible")) light(on.root, on.step);
}

function onBlur(event) {
  const { target } = event;
  if (!(target instanceof Element) || !target.matches(".figure__drawing, tr[data-at] *")) return;
  const root = target.closest(".figure, [data-lights]");
  if (root && !pinned) clear(root);
}

// --- the key --------------------------------------------------------------------------------------

function mute(figure, series) {
  for (const part of figure.querySelectorAll("[data-series]")) {
    part.classList.toggle("is-muted", series !== undefined && part.dataset.series !== series);
  }
}

function toggle(figure, button, series) {
  const shown = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(shown));
  for (const part of figure.querySelectorAll(`[data-series="${series}"]`)) {
    part.classList.toggle("is-hidden", !shown);
  }
  const detail = { series, shown };
  figure.dispatchEvent(new CustomEvent("figure:series", { detail }));
}

/** The series that the reader has hidden by the key. */
export const hidden = (figure) =>
  [...figure.querySelectorAll("[data-key] > button[aria-pressed=false]")].map(
    (button) => button.parentElement.dataset.key,
  );

function pressable(figure, entry) {
  if (entry.querySelector("button")) return;
  const series = entry.dataset.key;
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("aria-pressed", "true");
  button.append(...entry.childNodes);
  entry.append(button);
  const light = () => mute(figure, series);
  const stop = () => mute(figure);
  button.addEventListener("pointerenter", light);
  button.addEventListener("pointerleave", stop);
  button.addEventListener("focus", light);
  button.addEventListener("blur", stop);
  button.addEventListener("click", () => toggle(figure, button, series));
}

// --------------------------------------------------------------------------------------------------

function prepare(figure) {
  for (const hit of figure.querySelectorAll(".figure-hit")) {
    const title = hit.querySelector("title");
    if (!title) continue;
    hit.dataset.said = title.textContent; // the line outside says it, no label lies over the web
    title.remove();
  }
  const drawing = figure.querySelector(".figure__drawing");
  // Which drawing is seen is not asked here: the page would have to be laid out for each figure.
  const leads = drawing?.querySelector("svg.drawing :is(.figure-hit, a)");
  if (leads && !drawing.hasAttribute("tabindex")) {
    drawing.tabIndex = 0;
    drawing.setAttribute("role", "group");
    drawing.setAttribute("aria-labelledby", `${figure.id}-title`);
  }
  const entries = figure.querySelectorAll(".figure__key [data-key]");
  if (entries.length > 1) for (const entry of entries) pressable(figure, entry);
}

export function prepareAll() {
  for (const figure of document.querySelectorAll(".figure")) prepare(figure);
}

export function start() {
  document.addEventListener("pointerover", onOver, { passive: true });
  document.addEventListener("pointerout", onOut, { passive: true });
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  document.addEventListener("focusin", onFocus);
  document.addEventListener("focusout", onBlur);
  document.addEventListener("htmx:after:settle", prepareAll);
  prepareAll();
}
