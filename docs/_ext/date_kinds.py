"""The directive `date-kinds`: what each rule of the grammar of dates reads, from data/date_grammar.tsv itself."""

from typing import Any

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

import frnews
from frnews._tables import read_table

PUBLISHED = "2022-12-30"
# Rules that only make parts of other expressions have no line of their own.
LOWEST_LEVEL = "2"


def kinds() -> list[str]:
    """Return the lines of a MyST table: one expression of each rule, its days, EDTF and TIMEX3."""
    lines = ["| expression | type | days | EDTF | TIMEX3 | mod |", "|---|---|---|---|---|---|"]
    seen = set()
    for row in read_table("date_grammar"):
        if row["level"] == "set" or row["level"] < LOWEST_LEVEL:
            continue
        for m in frnews.extract_dates(row["example"], published=PUBLISHED)[-1:]:
            if m.text in seen:
                continue
            seen.add(m.text)
            days = "" if m.earliest is None else " … ".join(dict.fromkeys(map(str, (m.earliest, m.latest))))
            cells = [m.text, m.type, days, m.edtf or "", m.timex or "", m.mod or ""]
            lines.append("| " + " | ".join(cells) + " |")
    return lines


class DateKinds(SphinxDirective):
    """Put the table where the directive stands."""

    def run(self) -> list[nodes.Node]:
        """Return the parsed table."""
        container = nodes.container()
        self.state.nested_parse(StringList(kinds(), source="date_grammar.tsv"), 0, container)
        return container.children


def setup(app: Any) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("date-kinds", DateKinds)
    return {"parallel_read_safe": True}
