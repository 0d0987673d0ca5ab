// A figure for Plotly in the colours and letters of the page, light or dark.

export function resolveColours(value, styles) {
  if (typeof value === "string") {
    return value.replace(/var\((--[\w-]+)\)/g, (_, name) => styles.getPropertyValue(name).trim());
  }
  if (Array.isArray(value)) return value.map((item) => resolveColours(item, styles));
  if (value && typeof value === "object") {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, resolveColours(item, styles)]),
    );
  }
  return value;
}

function themedAxis(axis, colours) {
  return {
    ...axis,
    color: colours.text,
    gridcolor: colours.grid,
    linecolor: colours.grid,
    zerolinecolor: colours.grid,
    tickcolor: colours.grid,
  };
}

export function themedLayout(layout, styles) {
  const read = (name) => styles.getPropertyValue(name).trim();
  const colours = {
    text: read("--figure-text"),
    grid: read("--figure-grid"),
    surface: read("--figure-surface"),
  };
  const themed = {
    ...layout,
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { ...layout.font, color: colours.text, family: styles.fontFamily },
    hoverlabel: {
      ...layout.hoverlabel,
      bgcolor: colours.surface,
      bordercolor: colours.text,
      font: { ...layout.hoverlabel?.font, color: colours.text, family: styles.fontFamily },
    },
  };
  for (const [key, value] of Object.entries(layout)) {
    if (/^[xy]axis\d*$/.test(key)) themed[key] = themedAxis(value, colours);
    if (/^polar\d*$/.test(key)) {
      themed[key] = {
        ...value,
        bgcolor: "rgba(0,0,0,0)",
        angularaxis: themedAxis(value.angularaxis, colours),
        radialaxis: themedAxis(value.radialaxis, colours),
      };
    }
  }
  return themed;
}
