// Evaluations that are ticked in a list to be compared. Without scripts the form sends what is
// ticked; here it also says how many that are, remembers them while the list is filtered and
// sorted, and stops at the most that can be compared at once.

const chosen = new Map();

const form = () => document.querySelector("form#pick");
const boxes = () => document.querySelectorAll("input[form='pick'][name='e']");

function write() {
  const bar = form();
  if (!bar) return;
  const n = chosen.size;
  const most = Number(bar.dataset.most);
  const words = n === 0 ? "none" : n === 1 ? "one" : n < most ? "some" : "full";
  bar.dataset.count = n;
  bar.dataset.words = words;
  bar.querySelector("[data-picked]").textContent = bar.dataset[words].replace("{n}", n);
  const [button, clear] = bar.querySelectorAll("button");
  button.textContent = bar.dataset.press.replace("{n}", n);
  button.hidden = n < 2;
  clear.hidden = n === 0;
  const shown = new Set();
  for (const box of boxes()) {
    shown.add(box.value);
    box.checked = chosen.has(box.value);
    box.disabled = n >= most && !box.checked;
  }
  // What a filter has taken out of the list is still chosen.
  for (const old of bar.querySelectorAll("input[name='e']")) old.remove();
  for (const id of chosen.keys()) {
    if (shown.has(id)) continue;
    const kept = document.createElement("input");
    Object.assign(kept, { type: "hidden", name: "e", value: id });
    bar.append(kept);
  }
}

function read() {
  for (const box of boxes()) if (box.checked) chosen.set(box.value, true);
  write();
}

function changed(event) {
  const box = event.target;
  if (box.getAttribute("form") !== "pick") return;
  if (box.checked) chosen.set(box.value, true);
  else chosen.delete(box.value);
  write();
}

function clear(event) {
  if (event.target.id !== "pick") return;
  chosen.clear();
  queueMicrotask(write);
}

export function start() {
  document.addEventListener("change", changed);
  document.addEventListener("reset", clear);
  document.addEventListener("htmx:after:settle", write);
  window.addEventListener("pageshow", read);
  read();
}
