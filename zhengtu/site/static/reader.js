"use strict";
// Hover, focus or tap on a mark shows its statements beside the text; the list below the text is where they come from.
const text = document.getElementById("text");
const panel = document.getElementById("panel");
const here = document.getElementById("here");
const button = document.getElementById("close");
const hint = [...here.children];
const cite = document.getElementById("cite");
const cited = document.getElementById("cited");
const citation = document.getElementById("citation");
const label = cite.textContent;
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
  offer(wordsOf([...text.querySelectorAll(`[data-c="${CSS.escape(marks[0].dataset.c)}"]`)]), marks[0].dataset.c);
}

// A paragraph as a whole: its address, and its words to quote.
function paragraph(element) {
  light("");
  here.replaceChildren(...hint);
  panel.hidden = button.hidden = false;
  offer(wordsOf([element]), element.id);
}

// The words of an element as the text reads: without what was printed in error and without signs.
function wordsOf(elements) {
  return elements.map((element) => {
    const copy = element.cloneNode(true);
    for (const aside of copy.querySelectorAll("del, .sign, .para, .more")) aside.remove();
    return copy.textContent.trim();
  }).join("");
}

function offer(words, place) {
  const address = `${location.href.split("#")[0]}#${place}`;
  cited.value = `“${words}”——${text.dataset.cite}，${address}`;
  cited.hidden = true;
  cite.textContent = label;
  citation.hidden = !words;
}

cite.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(cited.value);
    cite.textContent = cite.dataset.done;
  } catch { // no clipboard without TLS, or not allowed: the words to copy stand there, chosen
    cited.hidden = false;
    cited.select();
  }
});

function light(place) {
  for (const lit of text.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const piece of text.querySelectorAll(`[data-c="${CSS.escape(place)}"]`)) piece.classList.add("lit");
}

function close() {
  pinned = false;
  here.replaceChildren(...hint);
  button.hidden = citation.hidden = true;
  panel.hidden = !beside.matches;
  light("");
}

function arrive() {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (place && text.contains(place)) {
    if (place.matches("p")) { paragraph(place); pinned = true; return; }
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

// Beside the text the contents stand open, and tell where the reader is.
const outline = document.getElementById("outline");
const wide = matchMedia("(min-width: 75rem)");
if (outline) {
  outline.open = wide.matches;
  wide.addEventListener("change", () => { outline.open = wide.matches; });
  const entries = new Map([...outline.querySelectorAll("a")].map((link) => [document.getElementById(decodeURIComponent(link.hash.slice(1))), link]));
  const where = () => {
    const passed = [...entries.keys()].filter((place) => place && place.getBoundingClientRect().top < 120);
    const now = entries.get(passed.at(-1));
    for (const link of entries.values()) link.toggleAttribute("aria-current", link === now);
    if (now && wide.matches && outline.open) outline.scrollTo({ top: now.offsetTop - outline.clientHeight / 2 });
  };
  let asked = 0;
  addEventListener("scroll", () => { cancelAnimationFrame(asked); asked = requestAnimationFrame(where); }, { passive: true });
  where();
}
