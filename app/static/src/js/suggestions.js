// Keys in a search box whose suggestions htmx puts into a list of links:
//   <div data-suggestions><input …><ul data-suggestions-list>…</ul></div>
// Everything also works without: the links are reached with Tab.

const listOf = (box) => box.querySelector("[data-suggestions-list]");
const linksOf = (box) => [...listOf(box).querySelectorAll("a[href]")];

function close(box) {
  listOf(box).replaceChildren();
}

function move(box, step) {
  const stops = [box.querySelector("input"), ...linksOf(box)];
  const here = stops.indexOf(document.activeElement);
  const there = stops[Math.min(Math.max(here + step, 0), stops.length - 1)];
  there.focus();
}

function onKey(event) {
  const box = event.target.closest?.("[data-suggestions]");
  if (!box || linksOf(box).length === 0) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    move(box, event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Escape") {
    event.preventDefault();
    box.querySelector("input").focus();
    close(box);
  }
}

function onLeave(event) {
  const box = event.target.closest?.("[data-suggestions]");
  if (box && event.relatedTarget && !box.contains(event.relatedTarget)) close(box);
}

export function start() {
  document.addEventListener("keydown", onKey);
  document.addEventListener("focusout", onLeave);
}
