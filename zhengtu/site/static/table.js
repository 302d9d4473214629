"use strict";
// Tables and lists that narrow and sort: <form class=controls data-for=ID> above <table id=ID> or <ul id=ID>.  A row's data-NAME
// holds the values of a choice NAME (several joined by a line end); a heading cell with data-sort sorts by text or number.
// Where the form has data-live a server narrows; where it has data-shards the rows of all pages are fetched first.
const MOST = 200; // rows shown at once of those fetched
for (const form of document.querySelectorAll("form.controls")) {
  const table = document.getElementById(form.dataset.for);
  if (Object.hasOwn(form.dataset, "live")) {
    form.addEventListener("change", (event) => { if (event.target.matches("select")) form.requestSubmit(); });
    form.addEventListener("submit", () => {
      for (const field of form.elements) if (field.name && !field.value) field.disabled = true; // a short address
    });
    addEventListener("pageshow", () => { for (const field of form.elements) field.disabled = false; });
    continue;
  }
  const body = table.tBodies?.[0] ?? table;
  const shards = Number(form.dataset.shards || 0);
  const output = form.querySelector("output");
  const selects = [...form.querySelectorAll("select")];
  const words = new WeakMap();
  const wordsOf = (row) => {
    if (!words.has(row)) words.set(row, row.textContent.replace(/\s+/g, "").toLowerCase());
    return words.get(row);
  };
  const values = (row, name) => (row.dataset[name] || "").split("\n").filter(Boolean);
  let rows = [...body.children];
  let limit = MOST;
  let fetched = null;
  const more = document.createElement("button");
  more.type = "button";
  more.textContent = form.dataset.more || "";
  more.addEventListener("click", () => { limit += MOST; update(); });

  for (const select of selects.filter((one) => one.options.length === 1)) {
    const counts = new Map();
    for (const row of rows) for (const value of new Set(values(row, select.name))) counts.set(value, (counts.get(value) || 0) + 1);
    for (const [value, count] of [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "zh")))
      select.add(new Option(`${value}（${count}）`, value));
  }
  function script(address) {
    return new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = address;
      element.onload = done;
      element.onerror = failed;
      document.head.append(element);
    });
  }
  // The rows of all pages: scripts, which also load from disk.
  async function fetchAll() {
    output.textContent = form.dataset.loading;
    for (let i = 1; i <= shards; i += 1) await script(`${form.dataset.rows}-${i}.js`);
    const holder = document.createElement("template");
    holder.innerHTML = table.tBodies ? `<table><tbody>${zhengtu.rows.join("")}</tbody></table>` : zhengtu.rows.join("");
    rows = [...(table.tBodies ? holder.content.querySelector("tbody") : holder.content).children];
    document.querySelector("nav.pager").hidden = true;
    table.after(more);
  }
  const all = () => (fetched ??= shards ? fetchAll() : Promise.resolve());

  function update() {
    const wanted = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = rows.filter((row) => wanted.every((word) => wordsOf(row).includes(word))
      && selects.every((s) => !s.value || values(row, s.name).includes(s.value)));
    if (shards && fetched) {
      body.replaceChildren(...found.slice(0, limit));
      more.hidden = found.length <= limit;
    } else {
      const kept = new Set(found);
      for (const row of rows) row.hidden = !kept.has(row);
    }
    output.textContent = shards && !fetched ? "" : `${found.length} / ${rows.length}`;
    const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    if (chosen.size) history.replaceState(null, "", `#?${chosen}`);
    else if (location.hash.startsWith("#?")) history.replaceState(null, "", location.pathname + location.search); // another hash names a row
  }
  async function narrow() {
    try {
      await all();
      limit = MOST;
      update();
    } catch {
      output.textContent = form.dataset.failed;
    }
  }
  function recall() {
    if (!location.hash.startsWith("#?")) return false;
    for (const [name, value] of new URLSearchParams(location.hash.slice(2))) {
      const field = form.elements[name];
      if (!field) continue;
      field.value = value;
      if (value && field.value !== value && field.options) field.add(new Option(value, value, true, true)); // not among the most frequent
    }
    return true;
  }
  const heads = table.tHead ? [...table.tHead.rows[0].cells] : [];
  for (const [i, head] of heads.entries()) {
    if (!head.dataset.sort) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", async () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      await all();
      const key = (row) => row.cells[i].dataset.key ?? row.cells[i].textContent.trim();
      const order = new Intl.Collator("zh", { numeric: true });
      const keyed = rows.map((row) => [key(row), row]).sort((a, b) => (up ? order.compare(a[0], b[0]) : order.compare(b[0], a[0])));
      rows = keyed.map(([, row]) => row);
      if (!shards) body.append(...rows);
      update();
    });
  }
  form.addEventListener("input", narrow);
  form.addEventListener("reset", () => setTimeout(narrow));
  form.addEventListener("submit", (event) => event.preventDefault());
  const recalled = recall();
  form.hidden = false;
  if (recalled) narrow();
  else update();
}
