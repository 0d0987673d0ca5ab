// htmx reads its settings once, from a <meta>, while it is being evaluated. This module is imported
// before it, so that no template has to carry them.

const settings = {
  // The style rules of the indicator are in components.css.
  includeIndicatorCSS: false,
  // An error page is shown as a page of its own, see requests.js.
  noSwap: [204, 304, "4xx", "5xx"],
  // With a delay, style attributes would be written for a moment, which the policy forbids.
  defaultSettleDelay: 0,
  defaultTimeout: 15000,
};

const meta = document.createElement("meta");
meta.name = "htmx-config";
meta.content = JSON.stringify(settings);
document.head.append(meta);
