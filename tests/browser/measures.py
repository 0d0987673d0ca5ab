"""What a browser measures on a page, as functions to be evaluated in it."""

# Opens all that is folded, and waits for the page to keep its height: a browser lays unfolded parts
# out frame by frame, and sizes taken in between belong to no page at all.
UNFOLD = """async () => {
  for (const part of document.querySelectorAll("details")) part.open = true;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const height = () => document.documentElement.scrollHeight;
  for (let frames = 0, still = 0, last = -1; still < 5; frames += 1) {
    if (frames > 600) throw new Error("the page does not come to rest");
    await frame();
    still = height() === last ? still + 1 : 0;
    last = height();
  }
}"""

# Elements whose text is cut off, or runs out of them or of the screen. What scrolls sideways may.
CLIPPED_TEXT = """() => {
  const cut = [];
  const chosen = "h1, h2, h3, h4, button, summary, label, legend, caption, th, td, dt, dd, li, "
    + "p, a";
  for (const element of document.querySelectorAll(chosen)) {
    if (element.closest(".visually-hidden, svg, .ds-skip-link")) continue;
    if (!element.checkVisibility({ contentVisibilityAuto: true })) continue;
    const style = getComputedStyle(element);
    const hides = style.overflowX !== "visible" || style.overflowY !== "visible";
    const text = element.textContent.trim().slice(0, 40);
    if (hides && (element.scrollWidth > element.clientWidth + 1
                  || element.scrollHeight > element.clientHeight + 1)) cut.push("cut: " + text);
    const scrolls = element.closest(".table-scroll");
    if (scrolls && scrolls.scrollWidth > scrolls.clientWidth) continue;
    const range = document.createRange();
    let right = 0;
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
      range.selectNodeContents(node);
      right = Math.max(right, ...[...range.getClientRects()].map((box) => box.right));
    }
    if (right > document.documentElement.clientWidth + 1) cut.push("outside: " + text);
  }
  return cut;
}"""

# Folding tables that have to be scrolled all the same.
SCROLLING_FOLDS = """() => [...document.querySelectorAll(".table-scroll:has(.folds)")]
  .filter((part) => part.scrollWidth > part.clientWidth)
  .map((part) => part.querySelector("caption").textContent)"""

# Pairs of texts of the header that lie over each other.
HEADER_COLLISIONS = """() => {
  const parts = [...document.querySelectorAll(".site-name, .site-menu > summary, .site-header a, "
    + ".site-header input, .site-header button")].filter((part) =>
      part.checkVisibility({ contentVisibilityAuto: true }) && !part.matches(".ds-skip-link"));
  const found = [];
  parts.forEach((one, i) => parts.slice(i + 1).forEach((other) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const a = one.matches("input") ? one.getBoundingClientRect() : range.getBoundingClientRect();
    const b = other.getBoundingClientRect();
    const beside = a.left >= b.right - 1 || b.left >= a.right - 1;
    if (!beside && a.top < b.bottom - 1 && b.top < a.bottom - 1)
      found.push(one.textContent.trim() + " / " + other.textContent.trim());
  }));
  return found;
}"""

# Where a table folds, the name that a row begins with and the figures and words beside it.
ROW_COLLISIONS = """() => {
  const found = [];
  for (const row of document.querySelectorAll(".folds tbody tr, .folds tfoot tr")) {
    const cells = [...row.querySelectorAll(":scope > th, :scope > .num:not(.second)")];
    const boxes = cells.map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return [cell.textContent.trim(), range.getBoundingClientRect()];
    });
    boxes.forEach(([one, a], i) => boxes.slice(i + 1).forEach(([other, b]) => {
      if (a.width && b.width && a.left < b.right - 1 && b.left < a.right - 1
          && a.top < b.bottom - 1 && b.top < a.bottom - 1)
        found.push(one + " / " + other);
    }));
  }
  return found;
}"""

# WCAG 2.5.8: targets under 24 pixels whose circle of 24 pixels touches another target. Links in a
# sentence are exempt.
SMALL_TARGETS = """() => {
  const own = "a[href], button, summary, select, input:not([type=hidden])";
  const targets = [...document.querySelectorAll(own)].filter((target) =>
    !target.closest("svg, .ds-skip-link") &&
    target.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }));
  const boxes = targets.map((target) => target.getBoundingClientRect());
  const inSentence = (target) => {
    const block = target.closest("p, li, td, th, dd");
    return block && target.matches("a:not(.ds-button, .ds-chip)") &&
      block.textContent.trim().length > target.textContent.trim().length + 2;
  };
  const small = [];
  targets.forEach((target, i) => {
    const box = boxes[i];
    if ((box.width >= 24 && box.height >= 24) || inSentence(target)) return;
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    const near = boxes.some((other, j) => {
      if (i === j || target.contains(targets[j]) || targets[j].contains(target)) return false;
      const dx = Math.max(other.left - x, 0, x - other.right);
      const dy = Math.max(other.top - y, 0, y - other.bottom);
      return Math.hypot(dx, dy) < 12;
    });
    if (near) small.push(target.textContent.trim() + " " + box.width + "×" + box.height);
  });
  return small;
}"""

# Of the element that has the focus: what shows it, and whether one sees it at all.
FOCUS = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 0), innerHeight - 1);
  const seen = document.elementFromPoint(x, y);
  return {
    name: element.tagName + " " + element.textContent.trim().slice(0, 30),
    shown: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
      || style.boxShadow !== "none",
    seen: Boolean(seen) && (element.contains(seen) || seen.contains(element)),
    top: Math.round(box.top + scrollY),
    left: Math.round(box.left),
  };
}"""

# The contrast of texts against what is behind them, under what WCAG 1.4.3 asks for. Colours are
# read by drawing them, since they may be written in any way.
LOW_CONTRAST = """(chosen) => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const over = (colours) => {
    pen.clearRect(0, 0, 1, 1);
    for (const colour of colours) { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); }
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => rgb.map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => {
    const colours = [];
    for (let one = element; one; one = one.parentElement)
      colours.unshift(getComputedStyle(one).backgroundColor);
    return [matchMedia("(prefers-color-scheme: dark)").matches ? "black" : "white", ...colours];
  };
  const low = new Set();
  for (const element of document.querySelectorAll(chosen)) {
    if (!element.checkVisibility({ contentVisibilityAuto: true })) continue;
    if (!element.textContent.trim()) continue;
    if (element instanceof SVGElement && element.tagName !== "text") continue;
    const style = getComputedStyle(element);
    const ground = behind(element);
    const ink = element instanceof SVGElement ? style.fill : style.color;
    const [a, b] = [light(over([...ground, ink])), light(over(ground))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) low.add(element.textContent.trim().slice(0, 30) + " " + ratio.toFixed(2));
  }
  return [...low];
}"""
