"""Write the table of kinds of dates into docs/dates.md from the grammar that the library itself reads.

    python docs/date_kinds.py

`tests/test_docs_dates.py` fails where the page is behind the data.
"""

from pathlib import Path

import frnews
from frnews._tables import read_table

PAGE = Path(__file__).with_name("dates.md")
BEGIN, END = "<!-- kinds: begin -->\n", "<!-- kinds: end -->\n"
PUBLISHED = "2022-12-30"
# Rows of lower levels only make parts of other expressions and have no line of their own.
LOWEST_LEVEL = "2"


def table() -> str:
    """Return the table: for each rule of the grammar, the expression of its example and its value."""
    lines = ["| expression | type | days | EDTF | TIMEX3 | mod |", "|---|---|---|---|---|---|"]
    seen = set()
    for row in read_table("date_grammar"):
        if row["level"] == "set" or row["level"] < LOWEST_LEVEL:
            continue
        for mention in frnews.extract_dates(row["example"], published=PUBLISHED)[-1:]:
            if mention.text in seen:
                continue
            seen.add(mention.text)
            ends = [] if mention.earliest is None else [str(mention.earliest), str(mention.latest)]
            days = " … ".join(dict.fromkeys(ends))
            cells = [mention.text, mention.type, days, mention.edtf or "", mention.timex or "", mention.mod or ""]
            lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def page() -> str:
    """Return the page with the table as the data have it now."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + "\n" + table() + "\n" + END + after


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
