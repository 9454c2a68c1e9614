"""Write the table of currencies into docs/amounts.md from the data files that the library itself reads.

    python docs/currency_table.py

`tests/test_docs_amounts.py` fails where the page is behind the data.
"""

from pathlib import Path

from frnews._tables import read_table

PAGE = Path(__file__).with_name("amounts.md")
BEGIN, END = "<!-- currencies: begin -->\n", "<!-- currencies: end -->\n"


def table() -> str:
    """Return the table: one line a currency, with the names and signs that stand for it beside CLDR's own."""
    names: dict[str, list[str]] = {}
    for row in read_table("currency_names"):
        if row["currency"] != "-":
            names.setdefault(row["currency"], []).append(row["name"])
    bare = {row["name"]: row["currency"] for row in read_table("currency_bare")}
    signs: dict[str, list[str]] = {}
    for row in read_table("currency_signs"):
        meant = row["stands_for"]
        code = meant if meant.isupper() else bare.get(meant, "JPY" if meant == "yen" else "-")
        signs.setdefault(code, []).append(f"`{row['sign']}`")
    for name, code in bare.items():
        if code != "-" and name not in names.setdefault(code, []):
            names[code].insert(0, name)
    lines = ["| ISO 4217 | names | signs and abbreviations |", "|---|---|---|"]
    for code in sorted({*names, *signs} - {"-"}):
        lines.append(f"| {code} | {', '.join(names.get(code, []))} | {' '.join(signs.get(code, []))} |")
    unknown = ", ".join(name for name, code in bare.items() if code == "-")
    lines.append(f"| (none) | {unknown}: no currency where the text names no country | |")
    return "\n".join(lines) + "\n"


def page() -> str:
    """Return the page with the table as it should be."""
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    return before + BEGIN + table() + END + rest.split(END)[1]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
