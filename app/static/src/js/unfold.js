// What a link leads to may be folded away. Newer browsers unfold it by themselves.

function unfold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  let fold = target?.closest("details:not([open])");
  if (!fold) return;
  for (; fold; fold = fold.parentElement.closest("details:not([open])")) fold.open = true;
  target.scrollIntoView();
}

export function start() {
  window.addEventListener("hashchange", unfold);
  unfold();
}
