// Runs before anything else of a page and notes, in milliseconds since the navigation began, when
// things are there. `look` runs before each frame is painted, so what it finds is on the screen
// some milliseconds after the time it notes.
(({ drawing, press }) => {
  const seen = {};
  window.benchSeen = seen;
  const note = (name) => {
    seen[name] ??= performance.now();
  };
  const visible = (element) => element !== null && element.getBoundingClientRect().width > 0;

  function interactive() {
    const plot = document.querySelector(".js-plotly-plot");
    // Plotly's own record of the figure, its points, and its listener for the mouse.
    return Boolean(
      plot?._fullData?.length &&
        plot.querySelector(".polarlayer .scatterlayer .point") &&
        plot.querySelector(".draglayer .maindrag"),
    );
  }

  function look() {
    if (visible(document.querySelector(drawing))) note("spider");
    const button = press && document.querySelector(press);
    if (button && !button.hidden && !seen.pressed) {
      note("pressed");
      button.click();
    }
    if (interactive()) {
      note("interactive");
      console.info("bench: interactive");
    } else {
      requestAnimationFrame(look);
    }
  }
  requestAnimationFrame(look);
})
