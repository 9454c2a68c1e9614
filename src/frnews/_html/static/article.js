"use strict";
// The page of one article: what is marked opens what was read of it; speakers, layers and confidence filter the marks.
function openArticle(page) {
  const all = (selector) => [...page.querySelectorAll(selector)];
  const card = page.querySelector(".card");
  const texts = all(".text");
  const pieces = all(".text span[data-m]").map((element) => ({
    element,
    keys: element.dataset.m.split(" "),
    base: element.className.split(" ").filter((name) => !/^(q|k\w+|b\d|o\d+|c|m|t\d+)$/.test(name)),
    tinted: element.classList.contains("q"),
    beside: ["c", "m"].filter((name) => element.classList.contains(name)),
  }));
  const pieceOfElement = new Map(pieces.map((piece) => [piece.element, piece]));
  const piecesOf = new Map();
  for (const piece of pieces) {
    for (const key of piece.keys) piecesOf.set(key, [...(piecesOf.get(key) || []), piece]);
  }
  let lit = [];
  const handles = new Map(all(".h").map((handle) => [handle.dataset.m, handle]));
  const notes = new Map(all(".note").map((note) => [note.id, note]));
  const order = [...handles.keys()];
  let pinned = null;
  let only = null;
  let byKeyboard = false;

  const voices = (note) => (note.dataset.k || "x").split(" ");
  const layers = () => new Set(all("[data-layer]").filter((box) => box.checked).map((box) => box.dataset.layer));

  // Colours the pieces anew: whose quotation is filtered out has none.
  function paint() {
    const shown = layers();
    const sure = Number(page.querySelector("[data-sure]")?.value || 0);
    const seen = (key) => {
      if (key[0] !== "q") return shown.has(key[0]);
      const note = notes.get(key);
      return shown.has(note.dataset.t) && Number(note.dataset.c) >= sure && (only === null || voices(note).includes(only));
    };
    page.classList.toggle("off-d", !shown.has("d"));
    page.classList.toggle("off-a", !shown.has("a"));
    for (const piece of pieces) {
      const said = piece.keys.filter((key) => key[0] === "q" && seen(key)).map((key) => notes.get(key));
      const names = [...piece.base];
      const inner = said[said.length - 1];
      if (inner && piece.tinted) {
        const [first, second] = voices(inner);
        const sureness = Number(inner.dataset.c);
        const other = second || (said.length > 1 ? voices(said[said.length - 2])[0] : "x");
        names.push("q", "k" + first, "b" + (sureness >= 75 ? 0 : sureness >= 50 ? 1 : 2));
        if (other !== "x" && other !== first) names.push("o" + other);
      }
      if (inner && piece.beside.length) names.push(...piece.beside, "t" + voices(inner)[0]);
      piece.element.className = names.join(" ");
    }
    for (const [key, handle] of handles) handle.hidden = !seen(key);
    if (pinned && handles.get(pinned[0])?.hidden) close();
  }

  function light(keys) {
    const mark = (key, on) => {
      for (const piece of piecesOf.get(key) || []) piece.element.classList.toggle("on", on);
      handles.get(key)?.setAttribute("aria-expanded", String(on));
    };
    for (const key of lit) mark(key, false);
    for (const key of keys) mark(key, true);
    lit = keys;
    for (const text of texts) text.classList.toggle("kb", byKeyboard);
  }

  // Shows the notes of some mentions, the innermost first, beside the piece that was pointed at.
  function show(keys, element) {
    const visible = keys.filter((key) => !handles.get(key)?.hidden);
    if (!visible.length) return close();
    const list = document.createElement("ul");
    for (const key of [...visible].reverse()) {
      const copy = notes.get(key).cloneNode(true);
      copy.removeAttribute("id");
      list.append(copy);
    }
    card.replaceChildren(list);
    card.hidden = false;
    light(visible.slice(-1));
    stand(visible[visible.length - 1], element);
  }

  // Puts the card beside the text where there is room, else under the mention, else over it.
  function stand(key, element) {
    const boxes = (piecesOf.get(key) || []).flatMap((piece) => [...piece.element.getClientRects()]);
    const first = boxes[0] || element.getBoundingClientRect();
    if (getComputedStyle(card).position === "fixed") {
      // On a telephone the card comes up from below: what was touched stays in sight above it.
      if (pinned && first.bottom > innerHeight - card.offsetHeight) scrollBy({ top: first.top - 72 });
      return;
    }
    const bottom = Math.max(first.bottom, ...boxes.map((box) => box.bottom)) + 8;
    const column = element.closest(".text").getBoundingClientRect();
    const wide = document.documentElement.clientWidth;
    const beside = column.right + 16 + card.offsetWidth < wide;
    const left = beside ? column.right + 16 : Math.min(Math.max(12, first.left), wide - card.offsetWidth - 12);
    const under = bottom + card.offsetHeight < innerHeight || first.top - 8 < card.offsetHeight;
    const lowest = innerHeight - card.offsetHeight - 12;
    const top = beside ? Math.max(12, Math.min(first.top - 14, lowest)) : under ? bottom : first.top - 8 - card.offsetHeight;
    card.style.left = left + scrollX + "px";
    card.style.top = top + scrollY + "px";
  }

  function close() {
    pinned = null;
    card.hidden = true;
    light([]);
  }

  const pieceOf = (key) => piecesOf.get(key)?.[0];
  function pin(keys, element) {
    pinned = keys;
    show(keys, element);
  }
  function go(key, focus) {
    const piece = pieceOf(key);
    if (!piece) return;
    piece.element.scrollIntoView({ block: "center" });
    if (focus) handles.get(key)?.focus({ preventScroll: true });
    pin([key], piece.element);
  }

  const under = (event) => {
    const element = event.target.closest?.(".text span[data-m]");
    return element && pieceOfElement.get(element);
  };
  page.addEventListener("pointerover", (event) => {
    if (pinned || event.pointerType !== "mouse") return;
    byKeyboard = false;
    const piece = under(event);
    if (piece) show(piece.keys, piece.element);
    else if (!card.contains(event.target)) close();
  });
  page.addEventListener("click", (event) => {
    const target = event.target;
    if (card.contains(target)) return;
    const button = target.closest("button");
    if (button?.dataset.go) return go(button.dataset.go, false);
    if (button?.dataset.v) {
      only = only === button.dataset.v ? null : button.dataset.v;
      for (const voice of all(".voice")) voice.setAttribute("aria-pressed", String(voice.dataset.v === only));
      close();
      return paint();
    }
    if (button?.dataset.m) return go(button.dataset.m, true);
    byKeyboard = false;
    const piece = under(event);
    if (piece && getSelection().isCollapsed) pin(piece.keys, piece.element);
    else if (!target.closest("aside")) close();
  });
  page.addEventListener("focusin", (event) => {
    const key = event.target.dataset?.m;
    if (!event.target.classList.contains("h")) return;
    byKeyboard = event.target.matches(":focus-visible");
    const piece = pieceOf(key);
    if (piece) pin([key], piece.element);
  });
  page.addEventListener("focusout", (event) => {
    if (event.target.classList.contains("h")) close();
  });
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return close();
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || !event.target.classList.contains("h")) return;
    const visible = order.filter((key) => !handles.get(key).hidden);
    const next = visible[visible.indexOf(event.target.dataset.m) + step];
    if (!next) return;
    event.preventDefault();
    pieceOf(next).element.scrollIntoView({ block: "nearest" });
    handles.get(next).focus({ preventScroll: true });
  });
  page.addEventListener("input", (event) => {
    if (event.target.matches("[data-sure]")) {
      page.querySelector(".filters output").textContent = event.target.value + "\u202f%";
    }
    paint();
  });
  // On a telephone the filters would push the text off the screen.
  if (innerWidth < 768) page.querySelector(".filters")?.removeAttribute("open");
  return { go };
}
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll(".notes details")) details.open = true;
});
document.querySelectorAll("[data-page]").forEach(openArticle);
