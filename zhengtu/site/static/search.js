// Search the names and sentences of data/search/*.js, which are fetched when somebody begins to search, the names first, so that
// they are shown while the sentences are on their way: all words must be found; then names that hold the characters in order (发改委 in 国家发展和改革委员会); then, where nothing has all words, what has half of their pairs of characters.
"use strict";
{
  const results = document.getElementById("results");
  const status = document.getElementById("found");
  const input = document.getElementById("find");
  const words = results.dataset;
  const root = words.root.replace(/index\.html$/, "");
  const FIRST = 8;
  const STEP = 40;
  const AROUND = 36;

  // One character stays one character, so that places in the plain text are places in the text.
  const plain = (text) => text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[A-Z]/g, (c) => c.toLowerCase());

  function script(address) {
    return new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = address;
      element.onload = done;
      element.onerror = failed;
      document.head.append(element);
    });
  }
  // What the parts of a kind hold, fetched once; after a failure another search tries again.
  const fetched = new Map();
  function all(of, build) {
    if (!fetched.has(of)) {
      const parts = Array.from({ length: Number(results.getAttribute(`data-${of}-parts`)) }, (_, i) => script(`${words.data}${of}-${i + 1}.js`));
      const made = Promise.all(parts).then(() => globalThis.zhengtu[of].flatMap(build));
      made.catch(() => { fetched.delete(of); delete globalThis.zhengtu?.[of]; });
      fetched.set(of, made);
    }
    return fetched.get(of);
  }
  let order = [];
  const names = () => all("names", ({ kinds, documents, things }) => {
    order = kinds;
    return things.map(([kind, path, name, others, number, document]) => {
      const called = others ? others.split("\n") : [];
      const title = number ? `${number} ${name}` : name;
      return { kind: kinds[kind], path, name: title, title: plain(title), others: called, plainOthers: called.map(plain), document: documents[document] };
    });
  });
  const sentences = () => all("sentences", ({ documents, sentences: found }) =>
    found.map(([document, begin, end, text]) => ({ document: documents[document], begin, end, text, plain: plain(text) })));

  const inOrder = (word, name) => {
    let at = 0;
    for (const character of name) if (character === word[at]) at += 1;
    return at === word.length;
  };
  // How well a name answers a word: the whole name, its beginning, a part of it, another name, the characters in order.
  const fit = (word, title, others) => {
    if (title === word) return 100;
    if (others.includes(word)) return 90;
    if (title.startsWith(word)) return 70;
    if (title.includes(word)) return 60;
    if (others.some((other) => other.includes(word))) return 50;
    if (word.length > 2 && [title, ...others].some((name) => inOrder(word, name))) return 20;
    return 0;
  };
  const pairs = (text) => [...new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)))];
  const share = (grams, text) => grams.reduce((sum, gram) => sum + text.includes(gram), 0) / grams.length;

  const wordsOf = (query) => plain(query).split(/[\s,，、;；]+/).filter(Boolean);
  const score = (rows, of) => rows.map((one) => ({ ...one, score: of(one) })).filter((one) => one.score > 0).sort((a, b) => b.score - a.score);
  const fitting = (things, wanted) => score(things, (one) => {
    const fits = wanted.map((word) => fit(word, one.title, one.plainOthers));
    return fits.every(Boolean) ? Math.max(1e-9, fits.reduce((a, b) => a + b) - one.title.length / 100) : 0;
  });
  const holding = (texts, wanted) => texts.filter((one) => wanted.every((word) => one.plain.includes(word)));
  const near = (rows, grams, text) => (grams.length ? score(rows, (one) => { const found = share(grams, text(one)); return found >= 0.5 ? found : 0; }) : []);

  // Text with the words marked, cut to what stands around the first of them where it is long.
  function marked(text, marks, cut) {
    const low = plain(text);
    const first = Math.min(...marks.map((word) => low.indexOf(word)).filter((at) => at >= 0), low.length);
    const from = cut && first < low.length ? Math.max(0, first - AROUND) : 0;
    const to = cut ? Math.min(text.length, from + 4 * AROUND) : text.length;
    const out = document.createDocumentFragment();
    if (from) out.append("…");
    let at = from;
    while (at < to) {
      const next = marks.map((word) => [low.indexOf(word, at), word]).filter(([i]) => i >= 0 && i < to).sort((a, b) => a[0] - b[0] || b[1].length - a[1].length)[0];
      out.append(text.slice(at, next ? next[0] : to));
      if (!next) break;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(next[0], next[0] + next[1].length);
      out.append(mark);
      at = next[0] + next[1].length;
    }
    if (to < text.length) out.append("…");
    return out;
  }
  const link = (path) => root + path.split("#").map((part, i) => (i ? part : part.split("/").map(encodeURIComponent).join("/"))).join("#");
  const made = (tag, ...content) => {
    const element = document.createElement(tag);
    element.append(...content);
    return element;
  };

  function itemOf(one, marks) {
    const anchor = made("a", marked(one.name, marks, false));
    anchor.href = link(one.path);
    anchor.lang = "zh-CN";
    const item = made("li", anchor);
    const other = one.others.find((name) => marks.some((word) => plain(name).includes(word)));
    const aside = [other && !marks.some((word) => one.title.includes(word)) ? other : "", one.document?.[1] ?? ""].filter(Boolean);
    if (aside.length) {
      const small = made("small", " ", marked(aside.join(" · "), marks, false));
      small.lang = "zh-CN";
      item.append(small);
    }
    return item;
  }
  function sentenceOf(one, marks) {
    const [path, title] = one.document ?? ["", ""];
    const anchor = made("a", marked(one.text, marks, true));
    anchor.href = link(`${path}#c${one.begin}-${one.end}`);
    const item = made("li", anchor, made("small", " ", title));
    item.lang = "zh-CN";
    return item;
  }

  function show(name, rows, build, marks) {
    if (!rows.length) return;
    const list = made("ul");
    const section = made("section", made("h2", name, " ", made("small", String(rows.length))), list);
    let shown = 0;
    const button = made("button");
    button.type = "button";
    const more = (count) => {
      list.append(...rows.slice(shown, shown + count).map((row) => build(row, marks)));
      shown = Math.min(rows.length, shown + count);
      button.hidden = shown >= rows.length;
      button.textContent = `${words.more} ${Math.min(STEP, rows.length - shown)} ${words.rest}`;
    };
    button.addEventListener("click", () => more(STEP));
    more(FIRST);
    section.append(button);
    results.append(section);
  }

  // The kind with the best one first.
  function showThings(rows, marks) {
    const groups = order.map((kind) => [kind, rows.filter((one) => one.kind === kind)]).filter(([, ones]) => ones.length);
    groups.sort((a, b) => b[1][0].score - a[1][0].score);
    for (const [kind, ones] of groups) show(results.getAttribute(`data-kind-${kind}`), ones, itemOf, marks);
  }

  let turn = 0;
  async function search() {
    turn += 1;
    const mine = turn;
    const wanted = wordsOf(input.value);
    const address = wanted.length ? `#q=${encodeURIComponent(input.value.trim())}` : location.pathname;
    if (!wanted.length) {
      results.replaceChildren();
      status.textContent = "";
      history.replaceState(null, "", address);
      return;
    }
    try {
      status.textContent = words.loading;
      const things = await names();
      if (mine !== turn) return;
      let found = fitting(things, wanted);
      results.replaceChildren();
      showThings(found, wanted);
      const texts = await sentences();
      if (mine !== turn) return;
      let said = holding(texts, wanted);
      let marks = wanted;
      const exact = found.length + said.length > 0;
      if (!exact) {
        marks = [...new Set(wanted.flatMap(pairs))];
        found = near(things, marks, (one) => one.title);
        said = near(texts, marks, (one) => one.plain);
        showThings(found, marks);
      }
      show(words.sentences, said, sentenceOf, marks);
      const count = found.length + said.length;
      status.textContent = count ? `${exact ? "" : words.near} ${words.count.replace("#", count)}` : words.none;
      history.replaceState(null, "", address);
    } catch {
      if (mine === turn) status.textContent = words.failed;
    }
  }
  for (const first of ["keydown", "pointerdown", "compositionstart"])
    input.addEventListener(first, () => { names().catch(() => {}); }, { once: true });

  document.addEventListener("keydown", (event) => {
    const links = [...results.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (document.activeElement !== input && at < 0) return;
    if (event.key === "ArrowDown" && links[at + 1]) links[at + 1].focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? input).focus();
    else if (event.key === "Escape" && at >= 0) input.focus();
    else if (event.key === "Enter" && at < 0 && !event.isComposing && links[0]) links[0].focus();
    else return;
    event.preventDefault();
  });
  const form = document.querySelector("form.find");
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  let waiting = 0;
  input.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (!event.isComposing) waiting = setTimeout(search, 120);
  });
  input.addEventListener("compositionend", search);
  const recall = () => {
    const asked = new URLSearchParams(location.hash.slice(1)).get("q") ?? new URLSearchParams(location.search).get("q");
    if (asked && asked !== input.value.trim()) {
      input.value = asked;
      search();
    }
  };
  addEventListener("hashchange", recall);
  recall();
  if (!input.value) input.focus();
}
