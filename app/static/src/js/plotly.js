// Plotly with the traces in use and nothing else.

import d3 from "@plotly/d3";
import bar from "plotly.js/lib/bar";
import Plotly from "plotly.js/lib/core";
import norwegian from "plotly.js/lib/locales/no";
import swedish from "plotly.js/lib/locales/sv";
import scatterpolar from "plotly.js/lib/scatterpolar";

// Plotly writes style attributes where a text has tags (<b>, <i>, <span>). The content security
// policy refuses the attribute, but not the property it stands for.
const { attr } = d3.selection.prototype;

function withoutStyleAttribute(name, value) {
  if (name !== null && typeof name === "object" && "style" in name) {
    const { style, ...others } = name;
    return attr.call(this.attr("style", style), others);
  }
  if (name === "style" && arguments.length > 1) {
    return this.each(function setStyle() {
      this.style.cssText = value;
    });
  }
  return attr.apply(this, arguments);
}

d3.selection.prototype.attr = withoutStyleAttribute;

// Core brings scatter along.
Plotly.register([bar, scatterpolar]);

// Plotly's own words by the languages of the site. It has English of itself.
for (const [name, locale] of Object.entries({ nb: norwegian, nn: norwegian, sv: swedish })) {
  Plotly.register({ ...locale, name });
}

export default Plotly;
