// Narrow what is listed: a form with data-filter="SELECTOR" hides the [data-item] elements inside that do not fit.
// A field called "text" looks at an item's words, any other at its data-NAME (a list of words), one with data-least at a number.
// An item with data-twin="ID" comes and goes with the one of that id.
"use strict";
for (const form of document.querySelectorAll("form[data-filter]")) {
  const every = [...document.querySelectorAll(`:is(${form.dataset.filter}) [data-item]`)];
  const items = every.filter((item) => !item.dataset.twin);
  const twins = every.filter((item) => item.dataset.twin).map((item) => [item, document.getElementById(item.dataset.twin)]);
  const words = new Map(items.map((item) => [item, (item.dataset.words ?? item.textContent).toLowerCase()]));
  const fields = [...form.elements].filter((field) => field.name);
  const fits = (item, field) => {
    const value = field.value.trim();
    if (!value) return true;
    if (field.name === "text") return value.toLowerCase().split(/\s+/).every((word) => words.get(item).includes(word));
    if ("least" in field.dataset) return Number(item.dataset[field.name]) >= Number(value);
    return (item.dataset[field.name] ?? "").split(" ").includes(value);
  };
  const apply = () => {
    let shown = 0;
    for (const item of items) {
      const fit = fields.every((field) => fits(item, field));
      item.classList.toggle("off", !fit);
      if (fit) shown += 1;
    }
    for (const [item, other] of twins) item.classList.toggle("off", other.classList.contains("off"));
    for (const group of document.querySelectorAll(`:is(${form.dataset.filter}) [data-group]`))
      group.classList.toggle("off", !group.querySelector("[data-item]:not(.off)"));
    const output = form.querySelector("output");
    if (output) output.textContent = `${shown} / ${items.length}`;
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", apply);
  apply();
}
