// The menu of a long page (components/local_menu.html): marks the section that is being read, and on
// a phone folds itself away once a section was chosen. The links work without.

const READING_LINE = 0.3; // of the window's height: what has passed it is being read

let waiting = false;

const menu = () => document.querySelector("[data-local-menu]");

function mark() {
  waiting = false;
  const found = menu();
  if (!found) return;
  const links = [...found.querySelectorAll("a[href^='#']")];
  const line = window.innerHeight * READING_LINE;
  const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
  const top = (link) => document.getElementById(link.hash.slice(1))?.getBoundingClientRect().top ?? Infinity;
  const passed = links.filter((link) => top(link) <= line);
  const read = atEnd ? links : passed;
  let current = window.scrollY > 0 ? (read.at(-1) ?? links[0]) : links[0];
  // Of two sections beside each other it is the one that was asked for.
  const asked = passed.find((link) => link.hash === location.hash);
  if (asked && Math.abs(top(asked) - top(current)) < 60) current = asked;
  for (const link of links) {
    if (link === current) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  found.querySelector("[data-local-menu-here]").textContent = current?.textContent ?? "";
}

function soon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(mark);
}

function onClick(event) {
  const link = event.target instanceof Element ? event.target.closest("[data-local-menu] a") : null;
  if (link) link.closest("details").open = false;
}

export function start() {
  document.addEventListener("scroll", soon, { passive: true });
  window.addEventListener("resize", soon, { passive: true });
  document.addEventListener("htmx:after:settle", soon);
  document.addEventListener("click", onClick);
  soon();
}
