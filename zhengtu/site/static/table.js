"use strict";
// Tables that filter and sort: <form class=controls data-for=ID> above <table id=ID>.  A cell's data-NAME holds the values a
// choice NAME offers (several joined by a line end); a heading cell with data-sort sorts by text or number.
for (const form of document.querySelectorAll("form.controls")) {
  const table = document.getElementById(form.dataset.for);
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const words = new Map(rows.map((row) => [row, row.textContent.replace(/\s+/g, "").toLowerCase()]));
  const selects = [...form.querySelectorAll("select")];
  const values = (row, name) => (row.dataset[name] || "").split("\n").filter(Boolean);
  for (const select of selects) {
    const counts = new Map();
    for (const row of rows) for (const value of new Set(values(row, select.name))) counts.set(value, (counts.get(value) || 0) + 1);
    for (const [value, count] of [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "zh")))
      select.add(new Option(`${value}（${count}）`, value));
  }
  function update() {
    const wanted = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row) => {
      row.hidden = !(wanted.every((word) => words.get(row).includes(word)) && selects.every((s) => !s.value || values(row, s.name).includes(s.value)));
      shown += row.hidden ? 0 : 1;
    });
    form.querySelector("output").textContent = `${shown} / ${rows.length}`;
    const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    history.replaceState(null, "", chosen.size ? `#?${chosen}` : location.pathname + location.search);
  }
  function recall() {
    if (!location.hash.startsWith("#?")) return;
    for (const [name, value] of new URLSearchParams(location.hash.slice(2))) if (form.elements[name]) form.elements[name].value = value;
  }
  for (const [i, head] of [...table.tHead.rows[0].cells].entries()) {
    if (!head.dataset.sort) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const key = (row) => row.cells[i].dataset.key ?? row.cells[i].textContent.trim();
      const compare = (a, b) => key(a).localeCompare(key(b), "zh", { numeric: true });
      body.append(...rows.sort((a, b) => (up ? compare(a, b) : compare(b, a))));
    });
  }
  form.addEventListener("input", update);
  form.addEventListener("reset", () => setTimeout(update));
  form.addEventListener("submit", (event) => event.preventDefault());
  recall();
  form.hidden = false;
  update();
}
