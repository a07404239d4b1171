"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const root = document.documentElement, body = document.body;
  const rows = all("article.row"), chosen = new Set();
  const search = document.getElementById("search"), chapter = document.getElementById("chapter");
  const shown = document.getElementById("shown"), theme = document.getElementById("theme");
  const texts = new Map();
  root.classList.add("scripted");

  const press = (button, on) => button.setAttribute("aria-pressed", String(on));
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

  function textOf(row) {
    if (!texts.has(row)) {
      const parts = all(".old .text, .new .text, h5", row).map((part) => {
        const copy = part.cloneNode(true);
        if (part.closest(".new")) all("del", copy).forEach((gone) => gone.remove());
        return copy.textContent;
      });
      texts.set(row, fold(parts.join("\n")));
    }
    return texts.get(row);
  }

  function mark(query) {
    if (!window.CSS || !CSS.highlights) return;
    CSS.highlights.delete("found");
    if (!query) return;
    const found = new Highlight();
    for (const row of rows) {
      if (row.hidden) continue;
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode.data.toLowerCase();
        for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) {
          const range = new Range();
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + query.length);
          found.add(range);
        }
      }
    }
    CSS.highlights.set("found", found);
  }

  function filter() {
    const query = fold(search.value);
    let count = 0;
    for (const row of rows) {
      const verdicts = row.dataset.verdict.trim().split(/\s+/);
      const fits = (!chosen.size || verdicts.some((v) => chosen.has(v)))
        && (!chapter.value || row.dataset.chapter === chapter.value)
        && (!query || textOf(row).includes(query));
      row.hidden = !fits;
      count += fits ? 1 : 0;
    }
    for (const part of [...all("section.chapter"), ...all("section.step")])
      part.hidden = !all("article.row", part).some((row) => !row.hidden);
    shown.textContent = shown.dataset.form.replace("{n}", count).replace("{all}", rows.length);
    document.getElementById("none-left").hidden = count > 0;
    mark(search.value.trim().toLowerCase());
  }

  function clear() {
    chosen.clear();
    all("button[data-verdict]").forEach((button) => press(button, false));
    chapter.value = search.value = "";
    filter();
  }

  all("button[data-verdict]").forEach((button) => button.addEventListener("click", () => {
    const key = button.dataset.verdict, on = !chosen.has(key);
    on ? chosen.add(key) : chosen.delete(key);
    press(button, on);
    filter();
  }));
  all("button[data-view]").forEach((button) => button.addEventListener("click", () => {
    body.dataset.view = button.dataset.view;
    all("button[data-view]").forEach((other) => press(other, other === button));
  }));
  chapter.addEventListener("change", filter);
  search.addEventListener("input", filter);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { search.value = ""; filter(); }
  });
  document.getElementById("clear").addEventListener("click", clear);

  const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  press(theme, dark());
  theme.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    press(theme, dark());
  });

  /* a link leads to a row that a filter hides: show it */
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) { clear(); target.scrollIntoView(); }
  }
  window.addEventListener("hashchange", reveal);
  filter();
  reveal();
})();
