"use strict";
const articles = [...document.querySelectorAll("main article")];
const search = document.getElementById("search");
const clear = document.getElementById("clear");
let chosen = null;

function matches(article) {
  const words = search.value.trim().toLowerCase();
  if (words && !article.closest(".item").textContent.toLowerCase().includes(words)) return false;
  return !chosen || article.dataset[chosen.filter].split(chosen.filter === "agency" ? "|" : "\u0000").includes(chosen.value);
}

function update() {
  let shown = 0;
  for (const article of articles) { article.hidden = !matches(article); shown += article.hidden ? 0 : 1; }
  for (const box of document.querySelectorAll("main .item, main .hints, main section"))
    box.hidden = !box.querySelector("article:not([hidden])");
  const narrowed = chosen !== null || search.value.trim() !== "" || document.getElementById("info").checked;
  for (const hints of document.querySelectorAll("main .hints")) if (narrowed) hints.open = true;
  clear.hidden = chosen === null;
  clear.textContent = chosen ? chosen.name + " ✕" : "";
  document.getElementById("shown").textContent = shown === articles.length ? "" : shown + " / " + articles.length;
}

function reveal() {
  const target = location.hash.startsWith("#f-") && document.getElementById(location.hash.slice(1));
  const fold = target && target.closest("details");
  if (fold) { fold.open = true; target.scrollIntoView(); }
}

for (const cell of document.querySelectorAll("[data-filter]")) {
  const choose = () => { chosen = { ...cell.dataset, name: cell.textContent }; update(); document.querySelector("main").scrollIntoView(); };
  cell.setAttribute("role", "button");
  cell.tabIndex = 0;
  cell.addEventListener("click", choose);
  cell.addEventListener("keydown", (event) => { if (event.key === "Enter") choose(); });
}
for (const radio of document.querySelectorAll("input[name=severity]")) radio.addEventListener("change", update);
search.addEventListener("input", update);
clear.addEventListener("click", () => { chosen = null; update(); });
addEventListener("hashchange", reveal);
document.getElementById("chosen").hidden = false;
reveal();
