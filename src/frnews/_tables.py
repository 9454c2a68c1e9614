"""The words of French that frnews knows stand in `data/*.tsv`, one fact a line; this reads them.

A table is UTF-8 text with tab-separated columns. Its first line that is not a comment names the columns. Lines that
start with `#` and empty lines are skipped. Every table has a column `example`: a sentence in which the fact holds,
run by the tests.
"""

from functools import cache
from importlib import resources

Row = dict[str, str]


@cache
def read_table(name: str) -> tuple[Row, ...]:
    """Return the rows of `data/NAME.tsv`, each a dict from column name to cell (an absent cell is "").

    >>> read_table("numerals")[0]["word"]
    'zéro'
    """
    source = resources.files("frnews").joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in source.splitlines() if line.strip() and not line.startswith("#")]
    header, rows = lines[0], lines[1:]
    table = []
    for cells in rows:
        if len(cells) > len(header):
            raise ValueError(f"data/{name}.tsv: more cells than columns in {cells!r}")
        table.append(dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True)))
    return tuple(table)
