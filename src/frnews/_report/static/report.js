"use strict";
// The report: links open the passages behind a number; tables sort, filter and are saved; figures are saved.
(function () {
  let data = null;
  const read = () => (data ||= JSON.parse(document.getElementById("data").textContent));
  const make = (name, className, text) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const spaced = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, "\u202f");
  const natures = { person: "personne", body: "institution", group: "groupe", document: "document", none: "" };
  const genders = { f: "femme", m: "homme", none: "" };
  const suggestions = { f: "féminin", m: "masculin", none: "" };
  const kinds = ["directe", "indirecte", "mixte"];
  let byNumber = null;
  const person = (n) => {
    byNumber ||= new Map(read().people.map((one) => [one.n, one]));
    return byNumber.get(n);
  };

  // What each part of a link asks of a passage, and how it is called.
  const shared = (a, b) => {
    const articles = (n) => new Set(read().passages.filter((p) => p[1].includes(n)).map((p) => p[0]));
    const [first, second] = [articles(a), articles(b)];
    return (p) => (p[1].includes(a) || p[1].includes(b)) && first.has(p[0]) && second.has(p[0]);
  };
  const any = (test) => (p) => p[1].some((n) => test(person(n)));
  const tests = {
    who: (value) => [(p) => p[1].includes(Number(value)), person(Number(value))?.name],
    with: (value) => {
      const [a, b] = value.split(",").map(Number);
      return [shared(a, b), `${person(a)?.name} et ${person(b)?.name}`];
    },
    when: (value) => [(p) => read().articles[p[0]][3] === value, read().periods[value] || value],
    dated: () => [(p) => read().articles[p[0]][1] !== "", "articles datés"],
    kind: (value) => [(p) => p[2] === Number(value), "citations " + kinds[value] + "s"],
    sure: (value) => [(p) => Math.min(9, Math.floor(p[3] / 10)) === Number(value), `confiance de ${value}0\u202f%`],
    nature: (value) => [any((one) => one.nature === value), natures[value] || "nature inconnue"],
    gender: (value) => [any((one) => one.nature === "person" && one.gender === value), genders[value] || "genre non dit"],
    suggested: (value) => [any((one) => one.nature === "person" && one.gender === "none" && one.suggested === value), "prénom " + (suggestions[value] || "sans indication")],
    role: (value) => [any((one) => one.role && one.role.toLowerCase() === value.toLowerCase()), value],
  };

  function find(hash) {
    const asked = hash.slice(1).split("&").filter(Boolean).map((part) => {
      const at = part.indexOf("=");
      return [part.slice(0, at), decodeURIComponent(part.slice(at + 1))];
    });
    if (!asked.length || asked.some(([name]) => !(name in tests) && name !== "day" && name !== "sum")) return null;
    const [first, value] = asked[0];
    if (first === "day" || first === "sum") {
      const row = read()[first === "day" ? "days" : "sums"][value];
      return row && { title: row.label, found: row.at.map(([article, text, start, length]) => ({ article, text, said: [[start, length]], about: "" })) };
    }
    const made = asked.map(([name, one]) => tests[name](one));
    const found = read().passages.filter((p) => made.every(([test]) => test(p)));
    return {
      title: made.map(([, title]) => title).filter(Boolean).join(", "),
      found: found.map((p) => ({
        article: p[0], text: p[4], said: p[5],
        about: [p[1].map((n) => person(n).name).join(" et ") || "non nommé", kinds[p[2]], p[3] + "\u202f%"].join(" · "),
      })),
    };
  }

  // "2023-01-09" as French writes it.
  const words = new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const written = (day) => words.format(new Date(day + "T00:00Z")).replace(/^1 /, "1er ");

  const dialog = document.querySelector(".passages");
  const list = dialog.querySelector("ol");
  const further = dialog.querySelector(".further");
  let waiting = [];
  let came = null;
  let shown = "";
  function entry(one) {
    const [id, day, title] = read().articles[one.article];
    const item = make("li");
    item.append(make("p", "where", [day && written(day), title, id].filter(Boolean).join(" · ")));
    const said = make("p", "said");
    let at = 0;
    const signs = [...one.text]; // offsets count code points
    for (const [start, length] of one.said) {
      said.append(signs.slice(at, start).join(""), make("mark", "", signs.slice(start, start + length).join("")));
      at = start + length;
    }
    said.append(signs.slice(at).join(""));
    item.append(said);
    if (one.about) item.append(make("p", "where", one.about));
    return item;
  }
  function more() {
    list.append(...waiting.splice(0, 40).map(entry));
    further.hidden = !waiting.length;
  }
  function open() {
    const asked = /=/.test(location.hash) && find(location.hash);
    if (!asked) return dialog.open && dialog.close();
    came = came || document.activeElement;
    shown = location.hash;
    dialog.querySelector("h2").textContent = asked.title;
    dialog.querySelector(".count").textContent = spaced(asked.found.length) + (asked.found.length < 2 ? " passage" : " passages");
    list.replaceChildren();
    waiting = asked.found;
    more();
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  }
  further.addEventListener("click", more);
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    // The next link may have been followed before this is told.
    if (location.hash === shown) history.replaceState(null, "", location.pathname + location.search + "#");
    came?.focus?.({ preventScroll: true });
    came = null;
  });
  addEventListener("hashchange", open);

  const names = { nature: natures, gender: genders, suggested: suggestions };
  const cells = {
    people: [["name"], ["role"], ["nature"], ["gender"], ["suggested"], ["articles"], ["quotations", (row) => "#who=" + row.n], ["direct", (row) => `#who=${row.n}&kind=0`], ["sure"]],
    pairs: [["one"], ["other"], ["articles", (row) => `#with=${row.a},${row.b}`]],
    days: [["label"], ["times", (row) => "#day=" + row.n]],
    sums: [["label"], ["currency"], ["times", (row) => "#sum=" + row.n]],
  };
  function save(name, type, text) {
    const link = make("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  for (const section of document.querySelectorAll("[data-table]")) {
    const name = section.dataset.table;
    const body = section.querySelector("tbody");
    const heads = [...section.querySelectorAll("th[data-by]")];
    const button = section.querySelector(".more");
    const search = section.querySelector("input");
    let limit = body.children.length;
    let by = heads.find((head) => head.hasAttribute("aria-sort")).dataset.by;
    let down = true;
    function fill() {
      const wanted = search ? fold(search.value).split(/\s+/).filter(Boolean) : [];
      const rows = read()[name].filter((row) => wanted.every((word) => fold(row.name + " " + row.also + " " + row.role).includes(word)));
      const collator = new Intl.Collator("fr");
      const value = (row) => (name === "sums" && by === "label" ? Number(row.high || row.low) : row[by]);
      rows.sort((a, b) => (typeof value(a) === "number" ? value(a) - value(b) : collator.compare(value(a), value(b))) * (down ? -1 : 1));
      body.replaceChildren(...rows.slice(0, limit).map((row) => {
        const line = make("tr");
        cells[name].forEach(([key, link], n) => {
          const cell = make(n ? "td" : "th", typeof row[key] === "number" ? "num" : "");
          if (!n) cell.scope = "row";
          const shown = names[key] ? names[key][row[key]] : typeof row[key] === "number" ? spaced(row[key]) + (key === "sure" ? "\u202f%" : "") : row[key];
          if (link && row[key]) {
            const anchor = make("a", "", shown);
            anchor.href = link(row);
            cell.append(anchor);
          } else cell.textContent = shown;
          line.append(cell);
        });
        return line;
      }));
      button.hidden = rows.length <= limit;
    }
    for (const head of heads) {
      const sorter = make("button", "", head.textContent);
      head.replaceChildren(sorter);
      sorter.addEventListener("click", () => {
        const number = head.classList.contains("num");
        down = by === head.dataset.by ? !down : number;
        by = head.dataset.by;
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        fill();
      });
    }
    search?.addEventListener("input", fill);
    button.addEventListener("click", () => {
      limit = Infinity;
      fill();
    });
    section.querySelector("[data-csv]").addEventListener("click", () => {
      const rows = read()[name];
      const keys = Object.keys(rows[0] || {}).filter((key) => !["n", "a", "b", "at"].includes(key));
      // A cell that a spreadsheet would take for a formula is made text.
      const quote = (cell) => {
        const text = cell === "none" ? "" : String(cell);
        return /^[=+\-@\t\r]/.test(text) && typeof cell !== "number" ? `"'${text.replace(/"/g, '""')}"` : /[",\n;]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
      };
      save(name + ".csv", "text/csv", "\ufeff" + [keys, ...rows.map((row) => keys.map((key) => row[key]))].map((line) => line.map(quote).join(",")).join("\r\n") + "\r\n");
    });
    setTimeout(fill);
  }

  // A figure is saved with the colours and letters that it has on the page.
  for (const button of document.querySelectorAll("[data-save]")) {
    button.addEventListener("click", () => {
      const figure = [...button.parentElement.querySelectorAll("svg")].find((one) => one.getBoundingClientRect().width);
      const copy = figure.cloneNode(true);
      const originals = [figure, ...figure.querySelectorAll("*")];
      [copy, ...copy.querySelectorAll("*")].forEach((element, n) => {
        const style = getComputedStyle(originals[n]);
        for (const key of ["fill", "font-family", "font-size", "font-weight", "text-anchor"]) element.setAttribute(key, style.getPropertyValue(key));
        element.removeAttribute("class");
        element.removeAttribute("href");
      });
      copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
      save(button.dataset.save + ".svg", "image/svg+xml", new XMLSerializer().serializeToString(copy));
    });
  }
  open();
})();
