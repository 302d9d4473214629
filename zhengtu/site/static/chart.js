// A table with a column of numbers as bars: zhengtu.chart(table) puts a chart that opens before the table (or its scroll box).
"use strict";
{
  const MOST = 40;
  const ASIDE = new Set(["begin", "end", "position", "level", "year", "task_number", "upper_task", "lower_task", "code", "number"]);
  const text = (cell) => cell.textContent.trim();
  const nameOf = (head) => head.dataset.name ?? text(head); // what the query calls the column
  const isNumber = (words) => /^[+-]?\d+(\.\d+)?$/.test(words);

  function columns(table) {
    const rows = [...table.tBodies[0].rows];
    const found = { numbers: [], words: [] };
    [...table.tHead.rows[0].cells].forEach((head, i) => {
      const values = rows.map((row) => text(row.cells[i])).filter(Boolean);
      const numeric = values.length > 0 && values.every(isNumber);
      if (numeric && !ASIDE.has(nameOf(head))) found.numbers.push(i);
      if (!numeric) found.words.push(i);
    });
    return found;
  }

  function choice(names, indices, picked) {
    const select = document.createElement("select");
    for (const i of indices) select.add(new Option(names[i], i, i === picked, i === picked));
    return select;
  }

  function chart(table) {
    const { numbers, words } = columns(table);
    if (!numbers.length || !words.length) return;
    const heads = [...table.tHead.rows[0].cells];
    const names = heads.map((head) => head.dataset.label ?? text(head));
    const place = table.closest(".scroll") ?? table;
    if (place.previousElementSibling?.matches("details.chart")) place.previousElementSibling.remove();
    const details = document.createElement("details");
    details.className = "chart";
    const summary = document.createElement("summary");
    summary.textContent = table.dataset.chart;
    const number = choice(names, numbers, numbers[0]);
    const label = choice(names, words, words.find((i) => /label|title|name/.test(nameOf(heads[i]))) ?? words.at(-1));
    number.setAttribute("aria-label", table.dataset.chart);
    label.setAttribute("aria-label", table.dataset.by);
    const controls = document.createElement("p");
    controls.append(number, ` ${table.dataset.by} `, label);
    const bars = document.createElement("ol");
    const draw = () => {
      const sums = new Map();
      for (const row of table.tBodies[0].rows) {
        const key = text(row.cells[label.value]);
        sums.set(key, (sums.get(key) ?? 0) + Number(text(row.cells[number.value]) || 0));
      }
      const most = Math.max(...sums.values(), 1e-9);
      bars.replaceChildren(...[...sums].sort((a, b) => b[1] - a[1]).slice(0, MOST).map(([key, value]) => {
        const item = document.createElement("li");
        const name = document.createElement("span");
        const bar = document.createElement("span");
        const figure = document.createElement("span");
        name.textContent = key;
        bar.className = "bar";
        bar.style.setProperty("--share", String(Math.max(0, value / most)));
        figure.textContent = String(Math.round(value * 1e4) / 1e4);
        item.append(name, bar, figure);
        return item;
      }));
    };
    for (const select of [number, label]) select.addEventListener("change", draw);
    details.addEventListener("toggle", draw, { once: true });
    details.append(summary, controls, bars);
    place.before(details);
  }
  (globalThis.zhengtu ??= {}).chart = chart;
  for (const table of document.querySelectorAll("table.chartable")) chart(table);
}
