// A link with data-narrow chooses data-value in the form above the list of findings (static/table.js does the rest).
"use strict";
for (const link of document.querySelectorAll("a[data-narrow]"))
  link.addEventListener("click", (event) => {
    const { narrow, value } = link.dataset;
    const form = document.querySelector("form.controls");
    const chosen = form.elements[narrow];
    event.preventDefault();
    for (const field of form.querySelectorAll("select, input")) field.value = "";
    if (![...chosen.options].some((option) => option.value === value)) chosen.add(new Option(value, value));
    chosen.value = value;
    form.dispatchEvent(new Event("input"));
    form.scrollIntoView();
    chosen.focus({ preventScroll: true });
  });
