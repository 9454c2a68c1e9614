// The page of many articles: search, order and speakers narrow the list; an entry opens its article.
(function () {
  const index = document.querySelector(".index");
  const reader = document.querySelector(".reader");
  const place = document.querySelector(".place");
  const list = document.querySelector(".rows");
  const field = document.querySelector(".find input");
  const sort = document.querySelector(".tools select");
  const found = document.querySelector(".found");
  const people = [...document.querySelectorAll(".people button")];
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’ʼ]/g, "'").toLowerCase();
  const rows = [...list.children].map((element, number) => ({
    element, number, day: element.dataset.d, count: Number(element.dataset.q), people: element.dataset.p.split(" "), words: null,
  }));
  const inOrder = {
    given: (a, b) => a.number - b.number,
    new: (a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.number - b.number),
    old: (a, b) => (a.day && b.day ? (a.day > b.day ? 1 : a.day < b.day ? -1 : a.number - b.number) : a.day ? -1 : b.day ? 1 : a.number - b.number),
    most: (a, b) => b.count - a.count || a.number - b.number,
  };
  let top = 0;

  // The words of an article are read off its page, without the markup, the first time that somebody searches.
  const entities = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&#34;": '"', "&#39;": "'" };
  function words(row) {
    if (row.words === null) {
      const text = document.getElementById("f" + row.number).textContent.replace(/<[^>]*>/g, "").replace(/&[#\w]+;/g, (e) => entities[e] || e);
      row.words = fold(row.element.textContent + " " + text).replace(/\s+/g, " ");
    }
    return row.words;
  }

  function narrow() {
    const wanted = fold(field.value).split(/\s+/).filter(Boolean);
    const person = people.find((button) => button.getAttribute("aria-pressed") === "true")?.dataset.p;
    let shown = 0;
    for (const row of rows) {
      const fits = (!person || row.people.includes(person)) && wanted.every((word) => words(row).includes(word));
      row.element.hidden = !fits;
      shown += fits;
    }
    found.textContent = wanted.length || person ? (shown < 2 ? shown + " article trouvé" : shown + " articles trouvés") : "";
  }
  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(narrow, 120);
  });
  sort.addEventListener("change", () => {
    rows.sort(inOrder[sort.value]);
    list.append(...rows.map((row) => row.element));
  });
  for (const button of people) {
    button.addEventListener("click", () => {
      const pressed = button.getAttribute("aria-pressed") !== "true";
      for (const other of people) other.setAttribute("aria-pressed", String(other === button && pressed));
      narrow();
    });
  }

  function link(anchor, row) {
    anchor.hidden = !row;
    if (row) anchor.href = "#a" + row.number;
  }
  // #a12 is an article, #a12.q3 a mention in it.
  function route() {
    const [, number, mention] = /^#a(\d+)(?:\.([qda]\d+))?$/.exec(location.hash) || [];
    const source = number && document.getElementById("f" + number);
    if (!reader.hidden && !source) place.replaceChildren();
    if (reader.hidden && source) top = scrollY;
    index.hidden = Boolean(source);
    reader.hidden = !source;
    if (!source) {
      document.title = index.dataset.title;
      return scrollTo({ top, behavior: "instant" });
    }
    place.innerHTML = source.textContent;
    const page = place.querySelector("[data-page]");
    const article = openArticle(page);
    const visible = rows.filter((row) => !row.element.hidden);
    const at = visible.findIndex((row) => row.number === Number(number));
    link(reader.querySelector(".before"), at > 0 ? visible[at - 1] : null);
    link(reader.querySelector(".after"), at >= 0 ? visible[at + 1] : null);
    document.title = rows.find((row) => row.number === Number(number)).element.querySelector("a").textContent;
    scrollTo({ top: 0, behavior: "instant" });
    page.querySelector("h1").focus({ preventScroll: true });
    if (mention) article.go(mention, true);
  }
  addEventListener("hashchange", route);
  route();
})();
