"use strict";
// Hover, focus or tap on a mark shows its statements beside the text; the list below the text is where they come from.
const text = document.getElementById("text");
const panel = document.getElementById("panel");
const here = document.getElementById("here");
const button = document.getElementById("close");
const hint = [...here.children];
let pinned = false;

function marksAt(element) {
  const found = [];
  for (let mark = element.closest("[data-n]"); mark && text.contains(mark); mark = mark.parentElement.closest("[data-n]")) found.push(mark);
  return found;
}

function show(element) {
  const marks = marksAt(element);
  const names = new Set(marks.flatMap((mark) => mark.dataset.n.split(" ")));
  if (!names.size) return;
  here.replaceChildren(...[...names].map((name) => {
    const copy = document.getElementById(name).cloneNode(true);
    copy.removeAttribute("id");
    return copy;
  }));
  panel.hidden = button.hidden = false;
  light(marks[0].dataset.c);
}

function light(place) {
  for (const lit of text.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const piece of text.querySelectorAll(`[data-c="${CSS.escape(place)}"]`)) piece.classList.add("lit");
}

function close() {
  pinned = false;
  here.replaceChildren(...hint);
  button.hidden = true;
  panel.hidden = !beside.matches;
  light("");
}

function arrive() {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (place && text.contains(place)) {
    light(place.dataset.c || "");
    if (place.dataset.n) { show(place); pinned = true; }
  }
}

text.addEventListener("pointerover", (event) => { if (event.pointerType === "mouse" && !pinned) show(event.target); });
text.addEventListener("focusin", (event) => { if (!pinned) show(event.target); });
text.addEventListener("click", (event) => {
  const mark = event.target.closest("[data-n]");
  const link = event.target.closest("a");
  if (!mark || (link && !link.matches(".w, .sign"))) { pinned = false; return; }
  event.preventDefault();
  show(event.target);
  pinned = true;
  history.replaceState(null, "", `#${mark.dataset.c}`);
});
addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
button.addEventListener("click", close);
addEventListener("hashchange", arrive);
const beside = matchMedia("(min-width: 60.01rem)"); // else the panel lies over the text, and is there only when called
close();
arrive();
