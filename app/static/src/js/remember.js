// What a reader wants this device to remember: an address with its name, under a key of its own.
// Nothing is sent anywhere.

const PREFIX = "kompass:";

const stored = (key) => {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key) ?? "null");
  } catch {
    return null;
  }
};

function remember(button) {
  const address = window.location.pathname + window.location.search;
  const value = { address, name: button.dataset.rememberName };
  try {
    localStorage.setItem(PREFIX + button.dataset.remember, JSON.stringify(value));
    button.textContent = button.dataset.whenRemembered;
  } catch {
    button.disabled = true;
  }
}

// Everything that this site keeps on the device, also the reader's municipality (own.js).
function forget(button) {
  let said = button.dataset.whenRefused;
  try {
    const kept = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    for (const key of kept) localStorage.removeItem(key);
    said = kept.length ? button.dataset.whenGone : button.dataset.whenNone;
    window.dispatchEvent(new Event("storage"));
  } catch {
    // the browser keeps nothing, or does not let us
  }
  button.parentElement.querySelector("[role=status]").textContent = said;
}

function showRemembered() {
  for (const place of document.querySelectorAll("[data-remembered]")) {
    const found = stored(place.dataset.remembered);
    if (!found?.address?.startsWith("/") || place.querySelector("a")) continue;
    const link = document.createElement("a");
    link.href = found.address;
    link.textContent = found.name;
    place.append(" ", link);
    place.hidden = false;
  }
}

export function start() {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-remember], [data-forget-all]");
    if (button) ("remember" in button.dataset ? remember : forget)(button);
  });
  document.addEventListener("htmx:after:settle", showRemembered);
  showRemembered();
}
