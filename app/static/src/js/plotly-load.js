// Plotly and its style sheet, fetched when a figure is explored for the first time.

const STYLE_ID = "plotly.js-style-global";

let library;

export const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

function loadStyle(href) {
  if (document.getElementById(STYLE_ID)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    // With this id and class Plotly takes the rules as given and adds none of its own, which the
    // content security policy would not allow.
    link.id = STYLE_ID;
    link.className = "no-inline-styles";
    link.rel = "stylesheet";
    link.href = href;
    link.addEventListener("load", resolve, { once: true });
    link.addEventListener(
      "error",
      () => {
        link.remove();
        reject(new Error("style sheet"));
      },
      { once: true },
    );
    document.head.append(link);
  });
}

async function loadLibrary() {
  const [module] = await Promise.all([import(meta("plotly-js")), loadStyle(meta("plotly-css"))]);
  return module.default;
}

export function plotly() {
  library ??= loadLibrary().catch((error) => {
    library = undefined; // the next attempt may succeed
    throw error;
  });
  return library;
}
