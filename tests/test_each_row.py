"""The decorator that runs a table in one test does run every row, and tells of each that fails."""

import pytest

from each_row import each


def test_every_failing_row_is_told_and_no_other():
    seen = []

    @each("row", [pytest.param(n, id=f"row-{n}") for n in range(5)])
    def check(row):
        seen.append(row)
        assert row not in {1, 3}

    with pytest.raises(pytest.fail.Exception, match="2 of 5 rows") as told:
        check()
    assert seen == [0, 1, 2, 3, 4]
    assert [name for name in ("row-0", "row-1", "row-2", "row-3", "row-4") if name in str(told.value)] == [
        "row-1",
        "row-3",
    ]


def test_an_empty_table_fails_and_errors_are_failures():
    with pytest.raises(AssertionError, match="no rows"):
        each("row", [])(lambda row: None)()

    @each(("a", "b"), [(1, 0), (1, 1)], ids=["zero", "one"])
    def divide(a, b):
        a / b

    with pytest.raises(pytest.fail.Exception, match="zero: ZeroDivisionError"):
        divide()


class Place:
    value = "before"


def test_what_is_patched_for_a_row_is_undone_before_the_next(monkeypatch):
    met = []

    @each("row", ["one", "two"])
    def patch(row, monkeypatch):
        met.append(Place.value)
        monkeypatch.setattr(Place, "value", row)

    patch(monkeypatch=monkeypatch)
    assert met == ["before", "before"]
