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
    const button = event.target instanceof Element && event.target.closest("[data-remember]");
    if (button) remember(button);
  });
  document.addEventListener("htmx:after:settle", showRemembered);
  showRemembered();
}
