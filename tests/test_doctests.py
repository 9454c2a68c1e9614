"""The examples in the docstrings of the installed package."""

import doctest
import importlib
import pkgutil

import pytest

import frnews

MODULES = sorted(m.name for m in pkgutil.walk_packages(frnews.__path__, "frnews.") if m.name != "frnews.__main__")


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert result.failed == 0


@pytest.mark.usefixtures("extractors")
def test_examples_of_the_package_itself() -> None:
    assert doctest.testmod(frnews).failed == 0
