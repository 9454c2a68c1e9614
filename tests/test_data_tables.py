"""Every table of words is well-formed, and each of its rows has an example."""

import re
from importlib import resources

import pytest

from frnews._tables import read_table

# A row of the grammar of dates that only names a choice of parts ("LE" is le, la or les) is exercised by the examples
# of the rules that use its name.
NAMES_OF_PARTS = {"date_grammar": lambda row: row["level"] == "set"}

FILES = sorted(f.name for f in resources.files("frnews").joinpath("data").iterdir())


def test_there_are_tables_and_nothing_else() -> None:
    assert FILES
    assert [name for name in FILES if not name.endswith(".tsv")] == []


@pytest.mark.parametrize("name", [name.removesuffix(".tsv") for name in FILES])
class TestTable:
    def test_columns(self, name: str) -> None:
        rows = read_table(name)
        assert rows
        columns = list(rows[0])
        assert "example" in columns
        assert all(column.isidentifier() and column == column.lower() for column in columns)
        assert len(set(columns)) == len(columns)

    def test_every_row_has_an_example_and_a_subject(self, name: str) -> None:
        first = next(iter(read_table(name)[0]))
        is_name = NAMES_OF_PARTS.get(name, lambda row: False)
        rows = [row for row in read_table(name) if not is_name(row)]
        assert [row for row in rows if not row["example"].strip() or not row[first].strip()] == []

    def test_every_name_of_parts_is_used(self, name: str) -> None:
        rows = read_table(name)
        if name not in NAMES_OF_PARTS:
            pytest.skip("this table names no parts")
        used = {word for row in rows for word in re.findall(r"\w+", row["pattern"])}
        code = resources.files("frnews").joinpath("_dates")
        for module in code.iterdir():
            if module.name.endswith(".py"):
                used.update(re.findall(r"\b[A-Z]+\b", module.read_text(encoding="utf-8")))
        assert [row["symbol"] for row in rows if NAMES_OF_PARTS[name](row) and row["symbol"] not in used] == []

    def test_no_row_stands_twice(self, name: str) -> None:
        facts = [tuple(cell for column, cell in row.items() if column != "example") for row in read_table(name)]
        assert [fact for fact in facts if facts.count(fact) > 1] == []

    def test_cells_are_clean(self, name: str) -> None:
        cells = [cell for row in read_table(name) for cell in row.values()]
        assert [cell for cell in cells if cell != cell.strip() or "\r" in cell] == []

    def test_lines_are_plain(self, name: str) -> None:
        data = resources.files("frnews").joinpath("data", f"{name}.tsv").read_bytes()
        assert data.decode("utf-8").endswith("\n")
        assert b"\r" not in data
        assert not data.startswith(b"\xef\xbb\xbf")
