// What surrounds htmx: every request it makes could as well have been an ordinary one, and becomes
// one when it fails.

const changesAddress = ({ push, replace }) =>
  [push, replace].some((how) => how && how !== "false");

function goThere(event) {
  const { ctx } = event.detail;
  if (ctx && ctx.request.method === "GET" && changesAddress(ctx)) {
    window.location.assign(ctx.request.action);
  }
}

function setBusy(event, busy) {
  const target = event.detail.ctx?.target;
  if (!(target instanceof Element)) return;
  if (busy) target.setAttribute("aria-busy", "true");
  else target.removeAttribute("aria-busy");
}

// The element that had the focus may be gone with the part that was replaced. Then the new part
// takes it, where it can.
function keepFocus(event) {
  const target = event.target;
  const lost = document.activeElement === document.body || !document.activeElement;
  if (lost && target instanceof HTMLElement && target.getAttribute("tabindex") === "-1") {
    target.focus({ preventScroll: true });
  }
}

// The same address twice in a row would make the back button seem broken.
function notTwice(event) {
  const { type, path } = event.detail.history;
  const here = window.location.pathname + window.location.search;
  if (type === "push" && path === here) event.preventDefault();
}

// Fields without a value are left out, so that addresses say only what was asked for.
function leaveOutEmpty(event) {
  if (event.target.method !== "get") return;
  const empty = [...event.formData].filter(([, value]) => value === "").map(([name]) => name);
  for (const name of new Set(empty)) {
    const values = event.formData.getAll(name).filter((value) => value !== "");
    event.formData.delete(name);
    for (const value of values) event.formData.append(name, value);
  }
}

export function start() {
  document.addEventListener("htmx:before:request", (event) => setBusy(event, true));
  document.addEventListener("htmx:finally:request", (event) => setBusy(event, false));
  document.addEventListener("htmx:after:settle", keepFocus);
  document.addEventListener("htmx:before:history:update", notTwice);
  document.addEventListener("htmx:response:error", goThere);
  document.addEventListener("htmx:error", goThere);
  document.addEventListener("formdata", leaveOutEmpty);
}
