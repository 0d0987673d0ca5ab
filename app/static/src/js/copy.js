// Buttons that copy (components/copy.html): what an element says, or a text of their own. The
// clipboard may be refused; then the text is selected, so that a key copies it.

const field = (element) => element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;

function textOf(element) {
  if (field(element)) return element.value;
  const text = element.textContent;
  return element.closest("pre") ? text : text.replace(/\s+/g, " ").trim(); // code keeps its lines
}

function select(element) {
  if (field(element)) {
    element.focus();
    element.select();
    return;
  }
  window.getSelection().selectAllChildren(element);
}

async function copy(button) {
  const { copyOf, copyText, whenCopied, whenRefused } = button.dataset;
  const element = copyOf ? document.getElementById(copyOf) : null;
  const status = button.parentElement.querySelector("[role=status]");
  const text = element ? textOf(element) : copyText;
  status.textContent = "";
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = whenCopied;
  } catch {
    if (element) select(element);
    status.textContent = element ? whenRefused : text;
    if (!element) select(status);
  }
}

export function start() {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-copy-of], [data-copy-text]") : null;
    if (button) copy(button);
  });
}
