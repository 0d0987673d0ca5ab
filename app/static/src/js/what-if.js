// Sliders for the scenarios: each stands for a field that works without. While one is moved, the web
// follows at once; when it is let go, the field changes and the server answers with all the rest.

const FIGURE = "#figure-web";
const SCENARIO = "reference"; // the series that moves (app.charts.look)

const fields = () => document.querySelectorAll("[data-slider]");
const isChoice = (field) => field instanceof HTMLSelectElement;
const evaluated = (field) => Number(field.dataset.evaluated);

/** Where a slider of points starts: an area cannot have fewer points than it has. */
const start = (field) => Math.round(evaluated(field));

function valueOf(field) {
  if (isChoice(field)) return field.selectedIndex;
  return field.value === "" ? start(field) : Math.max(Number(field.value), start(field));
}

function words(field) {
  if (isChoice(field)) return field.selectedOptions[0].textContent;
  const { said, unchanged } = field.dataset;
  return field.value === "" ? unchanged : said.replace("{n}", field.value);
}

function tell(field, range) {
  const said = words(field);
  range.setAttribute("aria-valuetext", said);
  range.nextElementSibling.textContent = said;
}

// --- the web --------------------------------------------------------------------------------------

const numbers = (path) => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

/** The ends of the axes and their middle, read from the outermost ring of a drawing. */
function axes(svg) {
  const rings = [...svg.querySelectorAll("path.figure-grid")].map((ring) =>
    numbers(ring.getAttribute("d")),
  );
  const outermost = rings.at(-1) ?? [];
  const ends = [];
  for (let at = 0; at < outermost.length; at += 2) ends.push(outermost.slice(at, at + 2));
  const middle = [0, 1].map((part) => ends.reduce((sum, end) => sum + end[part], 0) / ends.length);
  return { ends, middle };
}

function points() {
  const found = new Map();
  for (const field of fields()) {
    if (isChoice(field)) continue;
    found.set(Number(field.dataset.slider), field.value === "" ? evaluated(field) : Number(field.value));
  }
  return found;
}

/** Moves the line of the scenario in a drawing; one with gaps waits for the server. */
function move(svg, values) {
  const group = svg.querySelector(`g[data-series="${SCENARIO}"]`);
  const { ends, middle } = axes(svg);
  if (!group || values.size < ends.length) return;
  const places = ends.map((end, at) =>
    [0, 1].map((part) => middle[part] + ((end[part] - middle[part]) * values.get(at)) / 100),
  );
  const outline = `M${places.map((place) => place.map((n) => n.toFixed(2)).join(" ")).join("L")}Z`;
  for (const path of group.querySelectorAll(".series-line, .series-area")) {
    path.setAttribute("d", outline);
  }
  for (const mark of group.querySelectorAll("rect.series-mark")) {
    const [x, y] = places[Number(mark.dataset.at)];
    mark.setAttribute("x", x - 4);
    mark.setAttribute("y", y - 4);
  }
}

function draw() {
  const values = points();
  for (const svg of document.querySelectorAll(`${FIGURE} svg.drawing`)) move(svg, values);
}

// --- the sliders ----------------------------------------------------------------------------------

function slide(field, range) {
  if (isChoice(field)) {
    field.selectedIndex = Number(range.value);
  } else {
    const from = start(field);
    if (Number(range.value) <= from) range.value = from;
    field.value = Number(range.value) > from ? range.value : "";
    draw();
  }
  tell(field, range);
}

function addSlider(field) {
  const id = `${field.id}-slider`;
  if (document.getElementById(id)) return;
  const label = field.labels[0];
  label.id ||= `${field.id}-label`;
  const range = document.createElement("input");
  Object.assign(range, { type: "range", id, className: "slider__range", min: 0, step: 1 });
  range.max = isChoice(field) ? field.options.length - 1 : 100;
  range.value = valueOf(field);
  range.setAttribute("aria-labelledby", label.id);
  const value = document.createElement("span");
  value.className = "slider__value";
  value.setAttribute("aria-hidden", "true"); // the slider says the same
  field.before(range, value);
  range.addEventListener("input", () => slide(field, range));
  field.addEventListener("input", () => {
    range.value = valueOf(field);
    if (!isChoice(field)) draw();
    tell(field, range);
  });
  tell(field, range);
}

let focused; // the slider that a new part of the page has to give back

function addAll() {
  for (const field of fields()) addSlider(field);
  const again = focused && document.getElementById(focused);
  if (again && !document.activeElement?.matches("input, select, button, a")) {
    again.focus({ preventScroll: true });
  }
}

document.addEventListener("focusin", ({ target }) => {
  if (target instanceof Element && target.matches("input, select, button, a")) focused = target.id;
});
document.addEventListener("htmx:after:swap", addAll);
document.addEventListener("htmx:after:settle", addAll);
addAll();
