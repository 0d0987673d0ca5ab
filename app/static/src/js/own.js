// The reader's own municipality. It is remembered on this device only when a button asks for it
// (components/own.html), never sent, and marked wherever a link leads to it. Where the address
// names one, the server has marked that, and it comes first.

const KEY = "kompass:own";
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function remembered() {
  try {
    const own = JSON.parse(localStorage.getItem(KEY));
    return own && SLUG.test(own.slug) && typeof own.name === "string" ? own : null;
  } catch {
    return null;
  }
}

function store(own) {
  try {
    if (own) localStorage.setItem(KEY, JSON.stringify(own));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false; // the browser keeps nothing
  }
}

function unmark() {
  for (const tag of document.querySelectorAll(".own-tag[data-by-script]")) tag.remove();
  for (const mark of document.querySelectorAll("a.is-own")) mark.classList.remove("is-own");
}

/** A word behind what names it: who is compared says so without a link to its page. */
function tag(named, words) {
  if (named.parentElement.querySelector(".own-tag")) return;
  const tag = document.createElement("span");
  tag.className = "own-tag";
  tag.dataset.byScript = "";
  tag.textContent = words;
  named.after(" ", tag);
}

function mark(own, words) {
  const page = `/kommuner/${own.slug}`;
  for (const named of document.querySelectorAll(`[data-municipality="${own.slug}"]`)) tag(named, words);
  for (const link of document.querySelectorAll(`main a[href$="${page}"], main a[href*="${page}?"]`)) {
    if (link.closest("svg")) {
      link.classList.add("is-own");
    } else if (link.parentElement.tagName === "TH") {
      tag(link, words);
    }
  }
}

function show() {
  const chip = document.querySelector("[data-own]");
  if (!chip) return;
  const own = remembered();
  for (const button of document.querySelectorAll("[data-make-own]")) {
    button.dataset.label ??= button.textContent;
    const isOwn = own?.slug === button.dataset.makeOwn;
    button.textContent = isOwn ? button.dataset.forget : button.dataset.label;
  }
  if (!chip.hidden && !("byScript" in chip.dataset)) return; // the address comes first
  unmark();
  chip.hidden = !own;
  if (!own) return;
  chip.dataset.byScript = "";
  const link = chip.querySelector("a") ?? chip.appendChild(document.createElement("a"));
  const page = new URL(chip.dataset.own, window.location.href);
  page.pathname += `/${own.slug}`;
  link.href = page.pathname + page.search;
  link.textContent = own.name;
  mark(own, chip.dataset.mark);
}

function press(event) {
  const button = event.target instanceof Element ? event.target.closest("[data-make-own]") : null;
  if (!button) return;
  const { makeOwn: slug, name, kept, gone } = button.dataset;
  const own = remembered()?.slug === slug ? null : { slug, name };
  const said = button.parentElement.querySelector("[role=status]");
  said.textContent = store(own) ? (own ? kept : gone) : "";
  show();
}

export function start() {
  document.addEventListener("click", press);
  document.addEventListener("htmx:after:settle", show);
  window.addEventListener("pageshow", show);
  window.addEventListener("storage", show);
  show();
}
