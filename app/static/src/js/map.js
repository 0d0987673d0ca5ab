// The map enlarged and moved: by buttons, by two fingers, by dragging what has been enlarged, by the
// arrow keys from the buttons. Where a finger presses, the nearest marks are named first, as links.
// Only the drawing's viewBox changes; the address and the list stay as they are.

const MOST = 12;
const REACH = 24; // CSS pixels from a finger to the marks that it may mean
const NAMED = 3;

const shown = new WeakMap();

function view(svg) {
  let own = shown.get(svg);
  if (!own) {
    const [x, y, width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
    own = { x, y, zoom: 1, width, height, fingers: new Map(), moved: false };
    shown.set(svg, own);
  }
  return own;
}

const within = (value, most) => Math.min(Math.max(value, 0), Math.max(most, 0));

function write(svg) {
  const own = view(svg);
  const [width, height] = [own.width / own.zoom, own.height / own.zoom];
  own.x = within(own.x, own.width - width);
  own.y = within(own.y, own.height - height);
  svg.setAttribute("viewBox", [own.x, own.y, width, height].join(" "));
  // Marks grow with the square root, what a finger hits stays as large as it was.
  svg.style.setProperty("--mark", own.zoom ** -0.5);
  svg.style.setProperty("--reach", 1 / own.zoom);
  const frame = svg.closest("[data-map]");
  frame.querySelector(".map-frame").toggleAttribute("data-zoomed", own.zoom > 1);
  for (const button of frame.querySelectorAll("[data-zoom]")) {
    button.disabled = button.dataset.zoom === "in" ? own.zoom >= MOST : own.zoom <= 1;
  }
}

// Enlarges around a point of the drawing, which stays where it is: the middle where none is given.
function zoom(svg, times, at) {
  const own = view(svg);
  const before = own.zoom;
  const point = at ?? { x: own.x + own.width / before / 2, y: own.y + own.height / before / 2 };
  own.zoom = Math.min(Math.max(before * times, 1), MOST);
  own.x = point.x - ((point.x - own.x) * before) / own.zoom;
  own.y = point.y - ((point.y - own.y) * before) / own.zoom;
  write(svg);
}

function move(svg, dx, dy) {
  const own = view(svg);
  own.x += dx;
  own.y += dy;
  write(svg);
}

// Where a place of the window lies in the drawing.
function place(svg, event) {
  const point = new DOMPoint(event.clientX, event.clientY);
  return point.matrixTransform(svg.getScreenCTM().inverse());
}

function nearest(svg, event) {
  const found = [];
  for (const link of svg.querySelectorAll("a")) {
    const box = link.querySelector(".map-mark").getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const away = Math.hypot(event.clientX - x, event.clientY - y);
    if (away <= REACH) found.push({ link, away });
  }
  return found.sort((a, b) => a.away - b.away).slice(0, NAMED).map(({ link }) => link);
}

function name(svg, links) {
  for (const old of svg.querySelectorAll(".is-found")) old.classList.remove("is-found");
  const box = svg.closest("[data-map]").querySelector("[data-map-found]");
  box.hidden = links.length === 0;
  box.replaceChildren(
    ...links.map((link) => {
      const named = document.createElement("a");
      named.href = link.getAttribute("href");
      named.textContent = link.querySelector("title").textContent;
      return named;
    }),
  );
  links[0]?.classList.add("is-found");
}

const mapOf = (event) => event.target.closest?.("[data-map] svg.map");

function pressed(event) {
  const svg = mapOf(event);
  if (!svg) return;
  const own = view(svg);
  if (own.fingers.size === 0) own.moved = false;
  own.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
}

function moved(event) {
  const svg = mapOf(event);
  const own = svg && shown.get(svg);
  const from = own?.fingers.get(event.pointerId);
  if (!from) return;
  const to = { x: event.clientX, y: event.clientY };
  if (own.fingers.size === 2) {
    const [other] = [...own.fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    const times = Math.hypot(to.x - other.x, to.y - other.y) / Math.hypot(from.x - other.x, from.y - other.y);
    const middle = { clientX: (to.x + other.x) / 2, clientY: (to.y + other.y) / 2 };
    own.moved = true;
    if (Number.isFinite(times)) zoom(svg, times, place(svg, middle));
  } else if (own.zoom > 1) {
    const units = own.width / own.zoom / svg.clientWidth;
    if (Math.hypot(to.x - from.x, to.y - from.y) < 4 && !own.moved) return;
    own.moved = true;
    move(svg, (from.x - to.x) * units, (from.y - to.y) * units);
  }
  own.fingers.set(event.pointerId, to);
}

function released(event) {
  for (const svg of document.querySelectorAll("[data-map] svg.map")) {
    shown.get(svg)?.fingers.delete(event.pointerId);
  }
}

function clicked(event) {
  const button = event.target.closest?.("[data-map] [data-zoom]");
  if (button) {
    const svg = button.closest("[data-map]").querySelector("svg.map");
    zoom(svg, { in: 2, out: 0.5, all: 0 }[button.dataset.zoom]);
    return;
  }
  const svg = mapOf(event);
  if (!svg) return;
  // What ends a drag is no press on a mark.
  if (view(svg).moved) {
    event.preventDefault();
    return;
  }
  if (event.pointerType !== "mouse") {
    event.preventDefault();
    name(svg, nearest(svg, event));
  }
}

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function typed(event) {
  const tools = event.target.closest?.("[data-map] .map-tools");
  const step = tools && STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  const svg = tools.closest("[data-map]").querySelector("svg.map");
  const own = view(svg);
  const [dx, dy] = step.map((one) => (one * own.width) / own.zoom / 5);
  move(svg, dx, dy);
}

export function start() {
  document.addEventListener("pointerdown", pressed);
  document.addEventListener("pointermove", moved);
  document.addEventListener("pointerup", released);
  document.addEventListener("pointercancel", released);
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", typed);
  document.addEventListener("dragstart", (event) => mapOf(event) && event.preventDefault());
}
