// A drawn figure from the keyboard: left and right go from point to point, up and down from series
// to series, Escape leaves. Plotly shows its own label, and the status says the same in words.

let ids = 0;

const has = (trace, point) => typeof trace?.customdata?.[point] === "string";

// A point that is not known is said, but there is nothing to show a label on.
const isDrawn = (trace, point) =>
  [trace.r, trace.x, trace.y].every((values) => !values || values[point] != null);

function nextPoint(trace, from, step) {
  for (let point = from + step; point >= 0 && point < trace.customdata.length; point += step) {
    if (has(trace, point)) return point;
  }
  return from;
}

function moved(traces, at, key) {
  if (!at) return { series: 0, point: nextPoint(traces[0], -1, 1) };
  const { series, point } = at;
  if (key === "ArrowRight") return { series, point: nextPoint(traces[series], point, 1) };
  if (key === "ArrowLeft") return { series, point: nextPoint(traces[series], point, -1) };
  const other = series + (key === "ArrowDown" ? 1 : -1);
  return has(traces[other], point) ? { series: other, point } : at;
}

function show(Plotly, stage, traces, { series, point }) {
  if (!isDrawn(traces[series], point)) {
    Plotly.Fx.unhover(stage);
    return;
  }
  const subplot = traces[series].type === "scatterpolar" ? "polar" : "xy";
  Plotly.Fx.hover(stage, [{ curveNumber: series, pointNumber: point }], subplot);
}

export function listen(Plotly, drawing, { stage, traces, name, status }) {
  let at;
  status.id ||= `figure-status-${(ids += 1)}`;
  drawing.tabIndex = 0;
  drawing.setAttribute("role", "group");
  drawing.setAttribute("aria-label", name);
  drawing.setAttribute("aria-describedby", status.id);

  drawing.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Escape") {
      drawing.blur();
    } else if (event.key.startsWith("Arrow")) {
      event.preventDefault(); // the page does not scroll meanwhile
      at = moved(traces, at, event.key);
      show(Plotly, stage, traces, at);
      status.textContent = traces[at.series].customdata[at.point];
    }
  });
  drawing.addEventListener("blur", () => {
    at = undefined;
    Plotly.Fx.unhover(stage);
  });
}
