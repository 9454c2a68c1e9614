"""The rows of a table, and one test for all of them: it runs every row and reports each one that fails."""

import functools
import inspect
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest


def table_rows(path: Path) -> list[list[str]]:
    """Return the rows of a table of `tests/data`, its comments and the line that names the columns left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def each(names: str | tuple[str, ...], cases: Iterable[Any], ids: Iterable[str] | None = None) -> Callable[..., Any]:
    """Decorate a test as `pytest.mark.parametrize` does, to run all the cases in one test.

    Thousands of rows cost more as tests of their own than their checks do. Where a check patches something with
    `monkeypatch`, it is undone after each row.

    Args:
        names: The arguments that a case gives.
        cases: The cases: values, tuples of them, or `pytest.param`.
        ids: What to call the cases; by default by the id of their `pytest.param`, else by their values.

    """
    wanted = (names,) if isinstance(names, str) else names
    given = [case if hasattr(case, "values") and hasattr(case, "marks") else _param(case, wanted) for case in cases]
    called = list(ids) if ids is not None else [case.id or repr(case.values)[:100] for case in given]

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(test)
        def whole(**fixtures: Any) -> None:
            assert given, "no rows"
            failed = []
            for case, name in zip(given, called, strict=True):
                try:
                    test(**dict(zip(wanted, case.values, strict=True)), **fixtures)
                except Exception as error:
                    failed.append(f"{name}: {type(error).__name__}: {error}")
                finally:
                    if "monkeypatch" in fixtures:
                        fixtures["monkeypatch"].undo()
            if failed:
                pytest.fail(f"{len(failed)} of {len(given)} rows:\n" + "\n".join(failed), pytrace=False)

        signature = inspect.signature(test)
        kept = [parameter for name, parameter in signature.parameters.items() if name not in wanted]
        whole.__signature__ = signature.replace(parameters=kept)  # type: ignore[attr-defined]
        del whole.__wrapped__  # type: ignore[attr-defined]  # pytest would look through it for the arguments
        return whole

    return decorate


def _param(case: Any, wanted: tuple[str, ...]) -> Any:
    return pytest.param(*case) if len(wanted) > 1 else pytest.param(case)
