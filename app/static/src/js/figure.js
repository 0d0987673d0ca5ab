// A figure is an SVG from the server. When a mouse points at it, a finger taps it or its button is
// pressed, the same values are drawn by Plotly instead. Whatever fails, the SVG stays.

import * as keys from "./figure-keys.js";

const DWELL = 120; // milliseconds a mouse rests on a drawing before anything is fetched
const STYLE_ID = "plotly.js-style-global";

const attempted = new WeakSet(); // figures that were explored, with or without success
const pointedAt = new WeakSet(); // figures that a mouse is on just now
const stages = new Map(); // drawn figure → how to draw it once more

let library;

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

function loadStyle(href) {
  if (document.getElementById(STYLE_ID)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    // With this id and class Plotly takes the rules as given and adds none of its own, which the
    // content security policy would not allow.
    link.id = STYLE_ID;
    link.className = "no-inline-styles";
    link.rel = "stylesheet";
    link.href = href;
    link.addEventListener("load", resolve, { once: true });
    link.addEventListener(
      "error",
      () => {
        link.remove();
        reject(new Error("style sheet"));
      },
      { once: true },
    );
    document.head.append(link);
  });
}

async function loadLibrary() {
  const [module] = await Promise.all([import(meta("plotly-js")), loadStyle(meta("plotly-css"))]);
  return module.default;
}

function plotly() {
  library ??= loadLibrary().catch((error) => {
    library = undefined; // the next attempt may succeed
    throw error;
  });
  return library;
}

async function fetchFigure(address) {
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

// --- colours -------------------------------------------------------------------------------------

function resolveColours(value, styles) {
  if (typeof value === "string") {
    return value.replace(/var\((--[\w-]+)\)/g, (_, name) => styles.getPropertyValue(name).trim());
  }
  if (Array.isArray(value)) return value.map((item) => resolveColours(item, styles));
  if (value && typeof value === "object") {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, resolveColours(item, styles)]),
    );
  }
  return value;
}

function themedAxis(axis, colours) {
  return {
    ...axis,
    color: colours.text,
    gridcolor: colours.grid,
    linecolor: colours.grid,
    zerolinecolor: colours.grid,
    tickcolor: colours.grid,
  };
}

function themedLayout(layout, styles) {
  const read = (name) => styles.getPropertyValue(name).trim();
  const colours = {
    text: read("--figure-text"),
    grid: read("--figure-grid"),
    surface: read("--figure-surface"),
  };
  const themed = {
    ...layout,
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { ...layout.font, color: colours.text, family: styles.fontFamily },
    hoverlabel: {
      ...layout.hoverlabel,
      bgcolor: colours.surface,
      bordercolor: colours.text,
      font: { ...layout.hoverlabel?.font, color: colours.text, family: styles.fontFamily },
    },
  };
  for (const [key, value] of Object.entries(layout)) {
    if (/^[xy]axis\d*$/.test(key)) themed[key] = themedAxis(value, colours);
    if (/^polar\d*$/.test(key)) {
      themed[key] = {
        ...value,
        bgcolor: "rgba(0,0,0,0)",
        angularaxis: themedAxis(value.angularaxis, colours),
        radialaxis: themedAxis(value.radialaxis, colours),
      };
    }
  }
  return themed;
}

// --- drawing -------------------------------------------------------------------------------------

function statusOf(figure) {
  let status = figure.querySelector(".figure__status");
  if (!status) {
    status = document.createElement("p");
    status.className = "figure__status";
    status.setAttribute("role", "status");
    figure.querySelector(".figure__drawing").after(status);
  }
  return status;
}

/** Says one of the sentences that the page has given along. */
function tell(figure, key) {
  const status = statusOf(figure);
  status.classList.toggle("visually-hidden", key === "whenDrawn");
  status.textContent = figure.dataset[key];
}

function config(given) {
  return { displaylogo: false, displayModeBar: false, ...given, locale: document.documentElement.lang };
}

/** How large the words of the drawing are, in its own units: the style sheet may have changed it. */
function textSize(drawing) {
  const words = drawing.querySelector("svg text");
  return words ? parseFloat(getComputedStyle(words).fontSize) : undefined;
}

async function put(Plotly, drawing, spec) {
  const before = (drawing.querySelector("svg") ?? drawing).getBoundingClientRect();
  const share = Math.min(before.width / drawing.clientWidth, 1);
  const shape = before.height / before.width;
  const lettering = textSize(drawing);
  const stage = document.createElement("div");
  stage.className = "figure__stage";
  drawing.append(stage);

  const render = (method) => {
    const styles = getComputedStyle(drawing);
    const width = Math.round(drawing.clientWidth * share);
    const { font, width: units } = spec.layout;
    const layout = {
      ...spec.layout,
      autosize: false,
      width,
      height: Math.round(width * shape),
      // The layout is in the units of the SVG, and so is its text.
      font: { ...font, size: ((lettering ?? font.size) * width) / units },
    };
    return method(
      stage,
      resolveColours(spec.data, styles),
      themedLayout(resolveColours(layout, styles), styles),
      config(spec.config),
    );
  };

  try {
    await render(Plotly.newPlot);
  } catch (error) {
    Plotly.purge(stage);
    stage.remove();
    throw error;
  }
  drawing.replaceChildren(stage);
  return { stage, redraw: () => render(Plotly.react) };
}

function followSize(figure, drawing, redraw) {
  let width = drawing.clientWidth;
  const observer = new ResizeObserver(() => {
    if (!figure.isConnected) {
      observer.disconnect();
      stages.delete(figure);
    } else if (drawing.clientWidth !== width && drawing.clientWidth > 0) {
      width = drawing.clientWidth;
      redraw();
    }
  });
  observer.observe(drawing);
}

async function draw(figure) {
  const drawing = figure.querySelector(".figure__drawing");
  const button = figure.querySelector("[data-explore]");
  const name = drawing.querySelector("svg > title")?.textContent ?? "";
  const status = statusOf(figure);
  figure.setAttribute("aria-busy", "true");
  try {
    const [Plotly, spec] = await Promise.all([plotly(), fetchFigure(figure.dataset.figure)]);
    const { stage, redraw } = await put(Plotly, drawing, spec);
    const hadFocus = button !== null && button === document.activeElement;
    figure.dataset.drawn = "plotly";
    if (button) button.hidden = true;
    keys.listen(Plotly, drawing, { stage, traces: spec.data, name, status });
    if (hadFocus) drawing.focus({ preventScroll: true });
    tell(figure, "whenDrawn");
    stages.set(figure, redraw);
    followSize(figure, drawing, redraw);
    figure.dispatchEvent(new CustomEvent("figure:drawn", { bubbles: true }));
  } catch {
    tell(figure, "whenFailed");
  } finally {
    figure.removeAttribute("aria-busy");
  }
}

function explore(figure, { again = false } = {}) {
  const busy = figure.getAttribute("aria-busy") === "true";
  if (figure.dataset.drawn || busy || (attempted.has(figure) && !again)) return;
  attempted.add(figure);
  draw(figure);
}

// --- events --------------------------------------------------------------------------------------

const figureAt = (target, part) =>
  target instanceof Element ? (target.closest(part)?.closest("[data-figure]") ?? null) : null;

// Moves, not enters: a figure that slides under a resting mouse has not been pointed at.
function onMove(event) {
  if (event.pointerType !== "mouse") return;
  const figure = figureAt(event.target, ".figure__drawing");
  if (!figure || attempted.has(figure) || pointedAt.has(figure)) return;
  pointedAt.add(figure);
  const timer = setTimeout(() => explore(figure), DWELL);
  const leave = () => {
    clearTimeout(timer);
    pointedAt.delete(figure);
  };
  const drawing = figure.querySelector(".figure__drawing");
  drawing.addEventListener("pointerleave", leave, { once: true });
}

function onClick(event) {
  const byButton = figureAt(event.target, "[data-explore]");
  if (byButton) {
    explore(byButton, { again: true });
    return;
  }
  if (event.target instanceof Element && event.target.closest("a")) return;
  const byTap = figureAt(event.target, ".figure__drawing");
  if (byTap) explore(byTap);
}

function reveal() {
  const buttons = document.querySelectorAll("[data-figure]:not([data-drawn]) [data-explore]");
  for (const button of buttons) button.hidden = false;
}

export function start() {
  if (!meta("plotly-js") || !meta("plotly-css")) return;
  document.addEventListener("pointermove", onMove, { passive: true });
  document.addEventListener("click", onClick);
  document.addEventListener("htmx:after:settle", reveal);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    for (const [figure, redraw] of stages) {
      if (figure.isConnected) redraw();
      else stages.delete(figure);
    }
  });
  reveal();
}
