// Search the names and sentences of data/search.js and data/sentences.js: all words must be found; then names that hold the
// characters in order (发改委 in 国家发展和改革委员会); then, where nothing has all words, what has half of their pairs of characters.
"use strict";
{
  const { names, sentences } = globalThis.zhengtu;
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
  const things = names.things.map(([kind, path, name, others, number, document]) => ({
    kind: names.kinds[kind], path, name: number ? `${number} ${name}` : name, title: plain(name), others: others ? others.split("\n") : [], document,
  }));
  for (const one of things) one.plainOthers = one.others.map(plain);
  const texts = sentences.map(([document, begin, end, text]) => ({ document, begin, end, text, plain: plain(text) }));

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

  function find(query) {
    const wanted = plain(query).split(/[\s,，、;；]+/).filter(Boolean);
    if (!wanted.length) return null;
    const groups = new Map(names.kinds.map((kind) => [kind, []]));
    for (const one of things) {
      const fits = wanted.map((word) => fit(word, one.title, one.plainOthers));
      if (fits.every(Boolean)) groups.get(one.kind).push({ ...one, score: fits.reduce((a, b) => a + b) - one.title.length / 100 });
    }
    let said = texts.filter((one) => wanted.every((word) => one.plain.includes(word)));
    let near = false;
    if (!said.length && ![...groups.values()].some((group) => group.length)) {
      const grams = [...new Set(wanted.flatMap(pairs))];
      near = true;
      if (grams.length) {
        for (const one of things) {
          const score = share(grams, one.title);
          if (score >= 0.5) groups.get(one.kind).push({ ...one, score });
        }
        said = texts.map((one) => ({ ...one, score: share(grams, one.plain) })).filter((one) => one.score >= 0.5).sort((a, b) => b.score - a.score);
      }
      return { groups, said, near, marks: grams };
    }
    return { groups, said, near, marks: wanted };
  }

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
    const aside = [other && !marks.some((word) => one.title.includes(word)) ? other : "", one.document >= 0 ? names.documents[one.document][1] : ""].filter(Boolean);
    if (aside.length) {
      const small = made("small", " ", marked(aside.join(" · "), marks, false));
      small.lang = "zh-CN";
      item.append(small);
    }
    return item;
  }
  function sentenceOf(one, marks) {
    const [path, title] = names.documents[one.document] ?? ["", ""];
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

  function search() {
    const found = find(input.value);
    results.replaceChildren();
    status.textContent = "";
    if (!found) return;
    const groups = [...found.groups].map(([kind, rows]) => [kind, rows.sort((a, b) => b.score - a.score)]);
    const best = (rows) => (rows.length ? rows[0].score : 0);
    groups.sort((a, b) => best(b[1]) - best(a[1]));
    const attribute = (kind) => results.getAttribute(`data-kind-${kind}`);
    for (const [kind, rows] of groups) show(attribute(kind), rows, itemOf, found.marks);
    show(words.sentences, found.said, sentenceOf, found.marks);
    const count = groups.reduce((sum, [, rows]) => sum + rows.length, found.said.length);
    status.textContent = count ? `${found.near ? words.near : ""} ${words.count.replace("#", count)}` : words.none;
    history.replaceState(null, "", `#q=${encodeURIComponent(input.value.trim())}`);
  }

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
