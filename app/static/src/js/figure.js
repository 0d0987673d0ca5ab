// A figure is an SVG from the server. Pressed, its button draws the same values by Plotly in the
// same place, and pressed again it brings the drawing back. Whatever fails, the SVG stays.

import * as light from "./figure-light.js";
import { resolveColours, themedLayout } from "./plotly-look.js";
import { meta, plotly } from "./plotly-load.js";

const STEPS = [1, 1.5, 2, 3]; // how many times as large a figure is drawn inside its place

const explored = new Map(); // figure → what is needed to draw it once more, or to leave it

async function fetchFigure(address) {
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

function tell(figure, words) {
  const readout = figure.querySelector(".figure__readout");
  if (readout) readout.textContent = words;
}

/** Which layout there is room for, and how many pixels wide it is drawn, as the style sheet says. */
function place(figure) {
  const room = figure.querySelector(".figure__drawing").getBoundingClientRect().width;
  const wide = getComputedStyle(figure.querySelector(".figure__wide"));
  const name = wide.getPropertyValue("--layout") || "narrow";
  const most = parseFloat(
    getComputedStyle(figure.querySelector(`.figure__${name} svg`)).maxInlineSize,
  );
  return { name, width: Math.min(room, Number.isNaN(most) ? room : most) };
}

function layoutOf(figure, spec, { width, zoom }) {
  const { font, width: units, height } = spec.layout;
  // The layout is in the units of the drawing, and so is its text. Enlarged, the text stays.
  return {
    ...spec.layout,
    autosize: false,
    width: Math.round(width * zoom),
    height: Math.round(((width * zoom) / units) * height),
    font: { ...font, size: (font.size * width) / units },
  };
}

function render(figure, state, method) {
  const { name, width } = place(figure);
  const spec = state.figures[name];
  const styles = getComputedStyle(figure.querySelector(".figure__drawing"));
  const hidden = light.hidden(figure);
  const data = spec.data.map((trace) => ({
    ...trace,
    visible: !hidden.includes(trace.meta.series),
  }));
  state.traces = data;
  state.scale = (width * state.zoom) / spec.layout.width;
  const layout = layoutOf(figure, spec, { width, zoom: state.zoom });
  state.stage.style.inlineSize = `${width}px`;
  state.stage.style.blockSize = `${(width / spec.layout.width) * spec.layout.height}px`;
  return method(
    state.plot,
    resolveColours(data, styles),
    themedLayout(resolveColours(layout, styles), styles),
    { ...spec.config, locale: document.documentElement.lang },
  );
}

// --- a finger -------------------------------------------------------------------------------------

/** The point that is seen and lies nearest to a place, in the units of the drawing. */
function nearest(traces, x, y) {
  let best;
  traces.forEach(({ visible, meta }, curveNumber) => {
    meta.places.forEach((found, pointNumber) => {
      if (!found || !visible) return;
      const far = Math.hypot(found[0] - x, found[1] - y);
      if (!best || far < best.far) best = { far, curveNumber, pointNumber };
    });
  });
  return best;
}

const subplot = (trace) => (trace.type === "scatterpolar" ? "polar" : "xy");

function show(state, curveNumber, pointNumber) {
  state.Plotly.Fx.hover(
    state.plot,
    [{ curveNumber, pointNumber }],
    subplot(state.traces[curveNumber]),
  );
}

/** Where a finger was lifted; a mouse gets its answer from Plotly. */
function onLift(state, { pointerType, clientX, clientY }) {
  state.lifted = pointerType === "mouse" ? undefined : [clientX, clientY];
}

/** Plotly shows nothing before it has ended what it takes for the beginning of a drag, and makes the
    click, without a place, when it has. */
function onTap(figure, state) {
  if (!state.lifted) return;
  const box = state.plot.getBoundingClientRect();
  const x = (state.lifted[0] - box.left) / state.scale;
  const y = (state.lifted[1] - box.top) / state.scale;
  state.lifted = undefined;
  const found = nearest(state.traces, x, y);
  if (!found) return;
  show(state, found.curveNumber, found.pointNumber);
  light.lightAt(figure, numberOf(state, found));
}

/** Which area, year or dot of the drawing a point is of. */
const numberOf = (state, { curveNumber, pointNumber }) =>
  state.traces[curveNumber].meta.at[pointNumber];

/** The last trace that is seen lies on top: it is whose point the keyboard shows. */
function onStep(state, at) {
  const points = state.traces.map(({ visible, meta }) =>
    visible ? meta.at.findIndex((number, point) => number === at && meta.places[point]) : -1,
  );
  const known = points.findLastIndex((point) => point >= 0);
  if (at === undefined || known < 0) state.Plotly.Fx.unhover(state.plot);
  else show(state, known, points[known]);
}

// --- coming and going -----------------------------------------------------------------------------

function stageIn(drawing) {
  const stage = document.createElement("div");
  stage.className = "figure__stage";
  const plot = document.createElement("div");
  // The drawing keeps the one name and description; what Plotly draws inside has neither.
  plot.setAttribute("aria-hidden", "true");
  stage.append(plot);
  drawing.append(stage);
  return { stage, plot };
}

async function explore(figure, button) {
  const drawing = figure.querySelector(".figure__drawing");
  figure.setAttribute("aria-busy", "true");
  let state;
  try {
    const [Plotly, figures] = await Promise.all([plotly(), fetchFigure(figure.dataset.figure)]);
    state = { Plotly, figures, zoom: 1, button, ...stageIn(drawing) };
    await render(figure, state, Plotly.newPlot);
    figure.dataset.drawn = "plotly";
    button.setAttribute("aria-pressed", "true");
    explored.set(figure, state);
    state.plot.addEventListener("pointerup", (event) => onLift(state, event));
    state.plot.addEventListener("click", () => onTap(figure, state));
    state.plot.on("plotly_hover", ({ points }) =>
      light.lightAt(figure, numberOf(state, points[0])),
    );
    state.followed = follow(figure, state);
    tell(figure, figure.dataset.whenDrawn);
    figure.dispatchEvent(new CustomEvent("figure:drawn", { bubbles: true }));
  } catch {
    state?.stage.remove();
    tell(figure, figure.dataset.whenFailed);
  } finally {
    figure.removeAttribute("aria-busy");
  }
}

function leave(figure) {
  const state = explored.get(figure);
  explored.delete(figure);
  state.followed.disconnect();
  state.Plotly.purge(state.plot);
  state.stage.remove();
  delete figure.dataset.drawn;
  state.button.setAttribute("aria-pressed", "false");
  light.clear(figure);
}

function follow(figure, state) {
  const drawing = figure.querySelector(".figure__drawing");
  let width = drawing.clientWidth;
  const observer = new ResizeObserver(() => {
    if (!figure.isConnected) {
      observer.disconnect();
      explored.delete(figure);
    } else if (drawing.clientWidth !== width && drawing.clientWidth > 0) {
      width = drawing.clientWidth;
      render(figure, state, state.Plotly.react);
    }
  });
  observer.observe(drawing);
  return observer;
}

function zoom(figure, step) {
  const state = explored.get(figure);
  if (!state) return;
  const at = Math.min(Math.max(STEPS.indexOf(state.zoom) + step, 0), STEPS.length - 1);
  state.zoom = STEPS[at];
  state.stage.classList.toggle("figure__stage--enlarged", state.zoom > 1);
  render(figure, state, state.Plotly.react);
}

/** As it is seen now. The policy of the site lets an image come from data, and from nothing that
    Plotly would make one of by itself. */
async function save(figure) {
  const state = explored.get(figure);
  if (!state) return;
  const image = new Image();
  image.src = await state.Plotly.toImage(state.plot, { format: "svg" });
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * image.width;
  canvas.height = 2 * image.height;
  const pen = canvas.getContext("2d");
  pen.fillStyle = getComputedStyle(figure).backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const link = document.createElement("a");
  const name = figure.dataset.figure.split("?")[0].split("/").filter(Boolean).join("-");
  link.download = `${name}.png`;
  link.href = canvas.toDataURL("image/png");
  link.click();
}

// --- events ---------------------------------------------------------------------------------------

async function fullScreen(figure) {
  if (document.fullscreenElement === figure) await document.exitFullscreen();
  else await figure.requestFullscreen();
}

const ACTIONS = {
  "[data-explore]": (figure, button) => {
    if (figure.getAttribute("aria-busy") === "true") return;
    if (explored.has(figure)) leave(figure);
    else explore(figure, button);
  },
  "[data-full-screen]": (figure) => fullScreen(figure),
  "[data-zoom-in]": (figure) => zoom(figure, 1),
  "[data-zoom-out]": (figure) => zoom(figure, -1),
  "[data-save]": (figure) => save(figure),
};

function onClick(event) {
  if (!(event.target instanceof Element)) return;
  for (const [selector, act] of Object.entries(ACTIONS)) {
    const button = event.target.closest(selector);
    if (button) act(light.figureOf(button), button);
  }
}

function onKey(event) {
  if (event.key !== "Escape" || !(event.target instanceof Element)) return;
  const figure = event.target.closest(".figure");
  if (figure && explored.has(figure) && event.target.matches(".figure__drawing")) leave(figure);
}

function listen(figure) {
  if (figure.dataset.listens) return;
  figure.dataset.listens = "true";
  figure.addEventListener("figure:lit", ({ detail }) => {
    const state = explored.get(figure);
    if (state) onStep(state, detail);
  });
  figure.addEventListener("figure:series", () => {
    const state = explored.get(figure);
    if (state) render(figure, state, state.Plotly.react);
  });
}

function prepare() {
  for (const figure of document.querySelectorAll("[data-figure]")) listen(figure);
  if (document.fullscreenEnabled) return;
  for (const button of document.querySelectorAll("[data-full-screen]")) button.hidden = true;
}

export function start() {
  light.start();
  if (!meta("plotly-js") || !meta("plotly-css")) return;
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  document.addEventListener("htmx:after:settle", prepare);
  document.addEventListener("fullscreenchange", () => {
    for (const button of document.querySelectorAll("[data-full-screen]")) {
      const is = document.fullscreenElement === light.figureOf(button);
      button.setAttribute("aria-pressed", String(is));
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    for (const [figure, state] of explored) {
      if (figure.isConnected) render(figure, state, state.Plotly.react);
      else explored.delete(figure);
    }
  });
  prepare();
}
