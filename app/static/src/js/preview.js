// The frame that a figure can be shown in elsewhere (components/embed_snippets.html), as it looks: it
// is fetched when somebody opens what can be copied, and follows what is chosen there.

function show(box) {
  const place = box.querySelector("[data-preview]");
  if (!place) return;
  const { live, frozen, width, height, preview: title } = place.dataset;
  const address = new URL(box.querySelector('[value="frozen"]:checked') ? frozen : live);
  const src = address.pathname + address.search;
  const frame = place.querySelector("iframe") ?? place.appendChild(document.createElement("iframe"));
  if (frame.getAttribute("src") !== src) Object.assign(frame, { src, width, height, title });
}

export function start() {
  const follow = (event) => {
    const box = event.target instanceof Element && event.target.closest("details.snippets");
    if (box?.open) show(box);
  };
  document.addEventListener("toggle", follow, true);
  document.addEventListener("change", follow);
}
