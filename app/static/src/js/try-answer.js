// The page about the API: shows the answer of an example below it. Each list is cut to its first
// item, as in the sample that the page itself has. Without scripts the link opens the answer.

function shortened(value) {
  if (Array.isArray(value)) return value.slice(0, 1).map(shortened);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shortened(one)]));
}

async function answerOf(address, whenFailed) {
  try {
    const answer = await fetch(address);
    return JSON.stringify(shortened(await answer.json()), null, 2);
  } catch {
    return whenFailed;
  }
}

async function toggle(button) {
  const place = document.getElementById(button.getAttribute("aria-controls"));
  const shown = button.getAttribute("aria-expanded") === "true";
  button.setAttribute("aria-expanded", String(!shown));
  place.hidden = shown;
  if (!shown && !place.textContent) {
    const { tryAddress, whenFailed } = button.dataset;
    place.textContent = await answerOf(tryAddress, whenFailed);
  }
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-try-address]") : null;
  if (button) toggle(button);
});
