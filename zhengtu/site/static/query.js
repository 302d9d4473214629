// The editor: runs SPARQL at the server's endpoint where there is one, else in the browser (static/vendor/engine.js, in a worker).
"use strict";
{
  const { queries, chart } = globalThis.zhengtu;
  const LATE = 60_000;
  const SHOWN = 1000;
  const box = document.getElementById("console");
  const words = box.dataset;
  const get = (id) => document.getElementById(id);
  const [library, run, stop, told, why, answer] = ["library", "run", "stop", "told", "why", "answer"].map(get);
  const area = get("sparql");
  box.hidden = false;
  const editor = globalThis.zhengtu.editor?.(area) ?? { get: () => area.value, set: (text) => { area.value = text; } };

  const reason = words.endpoint ? "" : location.protocol === "file:" ? words.file : words.engine ? "" : words.unbuilt;
  if (reason) {
    why.textContent = reason;
    why.hidden = false;
    run.disabled = true;
  }

  let worker = null;
  let running = null;

  function finish(message) {
    clearTimeout(running?.late);
    running = null;
    run.disabled = false;
    stop.hidden = true;
    told.textContent = message;
  }
  function halt(message) {
    worker?.terminate();
    worker = null;
    running?.controller?.abort();
    finish(message);
  }

  async function ask(text) {
    if (words.endpoint) {
      const controller = new AbortController();
      running.controller = controller;
      const accept = "application/sparql-results+json, text/turtle;q=0.9";
      const headers = { "Content-Type": "application/sparql-query", Accept: accept };
      const response = await fetch(words.endpoint, { method: "POST", body: text, headers, signal: controller.signal });
      const content = await response.text();
      if (!response.ok) throw new Error(content.slice(0, 500));
      return /json/.test(response.headers.get("Content-Type")) ? JSON.parse(content) : content;
    }
    if (!worker) {
      told.textContent = words.loading;
      worker = new Worker(new URL(words.engine, location.href));
      worker.postMessage({ graph: new URL(words.graph, location.href).href });
    }
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.ready) told.textContent = words.running;
        else if (data.error) reject(new Error(data.error));
        else resolve(data.turtle ?? JSON.parse(data.json));
      };
      worker.onerror = (event) => {
        worker = null;
        reject(new Error(event.message));
      };
      worker.postMessage({ text });
    });
  }

  // A server answers every IRI; of the files data/pages.js tells the page of each, fetched with the first answer.
  const root = words.root.replace(/index\.html$/, "");
  const encoded = (path) => path.split("/").map(encodeURIComponent).join("/");
  let known = null;
  function pages() {
    known ??= words.endpoint ? Promise.resolve() : new Promise((done) => {
      const element = document.createElement("script");
      element.src = words.pages;
      element.onload = element.onerror = done;
      document.head.append(element);
    });
    return known;
  }
  const where = (iri) => {
    if (!iri.startsWith(words.base)) return "";
    const local = iri.slice(words.base.length);
    if (words.endpoint) return `/${local}`;
    const path = globalThis.zhengtu.pages?.[local];
    return path ? root + encoded(path) : "";
  };
  const made = (tag, text) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    return element;
  };
  function cell(term) {
    const found = made("td");
    if (!term) return found;
    const iri = term.type === "uri" ? term.value : "";
    const short = iri.startsWith(words.base) ? iri.slice(words.base.length) : term.value;
    const link = where(iri);
    if (link) {
      const anchor = made("a", short);
      anchor.href = link;
      found.append(anchor);
    } else found.textContent = short;
    return found;
  }
  const quoted = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

  function show(result, seconds) {
    answer.replaceChildren();
    const took = `${seconds.toFixed(2)} ${words.seconds}`;
    if (typeof result === "string") {
      const code = made("pre", result);
      code.className = "code scroll";
      code.tabIndex = 0;
      answer.append(code);
      return took;
    }
    if ("boolean" in result) {
      answer.append(made("p", result.boolean ? words.yes : words.no));
      return took;
    }
    const names = result.head.vars;
    const rows = result.results.bindings;
    const table = made("table");
    table.className = "list";
    table.dataset.chart = words.chart;
    table.dataset.by = words.by;
    const head = table.createTHead().insertRow();
    for (const name of names) {
      const title = made("th", name);
      title.scope = "col";
      head.append(title);
    }
    const body = table.createTBody();
    for (const row of rows.slice(0, SHOWN)) {
      const line = made("tr");
      line.append(...names.map((name) => cell(row[name])));
      body.append(line);
    }
    const scroll = made("div");
    scroll.className = "scroll tall";
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", words.rows.replace("#", rows.length));
    scroll.append(table);
    const csv = [names, ...rows.map((row) => names.map((name) => row[name]?.value ?? ""))].map((line) => line.map(quoted).join(",")).join("\r\n");
    const download = made("a", words.csv);
    download.href = URL.createObjectURL(new Blob([`\ufeff${csv}\r\n`], { type: "text/csv" }));
    download.download = "zhengtu.csv";
    const aside = made("p");
    aside.append(download);
    answer.append(aside, scroll);
    chart(table);
    return `${words.rows.replace("#", rows.length)}${rows.length > SHOWN ? words.cut : ""} · ${took}`;
  }

  async function go() {
    if (running || run.disabled) return;
    running = { late: setTimeout(() => halt(words.late), LATE) };
    const mine = running;
    run.disabled = true;
    stop.hidden = false;
    told.textContent = words.running;
    const start = performance.now();
    try {
      const [result] = await Promise.all([ask(editor.get()), pages()]);
      if (running === mine) finish(show(result, (performance.now() - start) / 1000));
    } catch (error) {
      if (running === mine) finish(`${words.failed}${error.message}`);
    }
  }
  run.addEventListener("click", go);
  stop.addEventListener("click", () => halt(words.stopped));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      go();
    }
  });
  const load = (name) => {
    if (!Object.hasOwn(queries, name)) return;
    library.value = name;
    editor.set(queries[name]);
    box.scrollIntoView();
  };
  library.addEventListener("change", () => load(library.value));
  const recall = () => load(location.hash.slice(1));
  addEventListener("hashchange", recall);
  recall();
}
