// A search box whose suggestions htmx puts into a list of links:
//   <div data-suggestions><input …><ul data-suggestions-list>…</ul><p data-suggestions-status></div>
// It becomes a combobox: the focus stays in the box, arrows choose, Enter opens, and what has been
// found, or that nothing was, is said aloud. Without scripts the form opens the page of matches.

const partsOf = (box) => ({
  input: box.querySelector("input[type=search]"),
  list: box.querySelector("[data-suggestions-list]"),
  status: box.querySelector("[data-suggestions-status]"),
});
const optionsOf = (list) => [...list.querySelectorAll("[role=option]")];

function choose({ input, list }, option) {
  for (const one of optionsOf(list)) one.setAttribute("aria-selected", String(one === option));
  if (option) {
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else {
    input.removeAttribute("aria-activedescendant");
  }
}

function show(box) {
  const { input, list, status } = partsOf(box);
  const links = [...list.querySelectorAll("a[href]")];
  for (const item of list.children) item.role = "presentation";
  links.forEach((link, n) => {
    link.id = `${list.id}-${n}`;
    link.role = "option";
    link.setAttribute("aria-selected", "false");
    link.tabIndex = -1;
  });
  const none = list.querySelector(".matches__none");
  const found = links.length - list.querySelectorAll(".matches__all, .matches__none a").length;
  status.textContent = !input.value.trim()
    ? ""
    : found > 0
      ? status.dataset.found.replace("{n}", found)
      : (none?.textContent.trim().replace(/\s+/g, " ") ?? "");
  input.setAttribute("aria-expanded", String(links.length > 0));
  choose({ input, list }, null);
}

function close(box) {
  partsOf(box).list.replaceChildren();
  show(box);
  partsOf(box).status.textContent = "";
}

function onKey(event) {
  const box = event.target.closest?.("[data-suggestions]");
  const parts = box && partsOf(box);
  if (!box || event.target !== parts.input) return;
  const options = optionsOf(parts.list);
  if (options.length === 0) return;
  const here = options.findIndex((one) => one.getAttribute("aria-selected") === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    const there = here + step;
    choose(parts, there < 0 ? null : options[Math.min(there, options.length - 1)]);
  } else if (event.key === "Enter" && here >= 0) {
    event.preventDefault();
    options[here].focus();  // as by mouse: a box that is replaced does not call the focus back
    options[here].click();
  } else if (event.key === "Escape") {
    event.preventDefault();
    close(box);
  }
}

function onLeave(event) {
  const box = event.target.closest?.("[data-suggestions]");
  if (box && event.relatedTarget && !box.contains(event.relatedTarget)) close(box);
}

function prepare() {
  for (const box of document.querySelectorAll("[data-suggestions]")) {
    const { input, list } = partsOf(box);
    if (list.role) continue;
    list.role = "listbox";
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": list.id,
      "aria-expanded": "false",
    }))
      input.setAttribute(name, value);
    new MutationObserver(() => show(box)).observe(list, { childList: true });
  }
}

export function start() {
  prepare();
  document.addEventListener("keydown", onKey);
  document.addEventListener("focusout", onLeave);
  document.addEventListener("htmx:after:settle", prepare);
}
