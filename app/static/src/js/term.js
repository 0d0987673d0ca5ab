// Terms (components/term.html) open their explanation beside them. It is read from the page that the
// link leads to; where that fails, or the browser has no popovers, the link is followed.

let note;

async function meaning(link) {
  const answer = await fetch(link.href);
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const text = page.getElementById(decodeURIComponent(link.hash.slice(1)))?.nextElementSibling;
  if (!text) throw new Error("no such term");
  return text.textContent.trim();
}

function place(link) {
  const { left, bottom } = link.getBoundingClientRect();
  const most = document.documentElement.clientWidth - note.offsetWidth - 8;
  note.style.left = `${Math.max(8, Math.min(left, most))}px`;
  note.style.top = `${Math.min(bottom + 4, window.innerHeight - note.offsetHeight - 8)}px`;
}

async function open(link) {
  try {
    const text = await meaning(link);
    note?.remove();
    note = document.createElement("span");
    Object.assign(note, { className: "term-note", popover: "auto", tabIndex: -1, textContent: text });
    note.setAttribute("role", "note");
    link.after(note);
    note.showPopover();
    place(link);
    note.focus({ preventScroll: true });
  } catch {
    window.location.assign(link.href);
  }
}

export function start() {
  if (!("popover" in HTMLElement.prototype)) return;
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a.term") : null;
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link);
  });
}
