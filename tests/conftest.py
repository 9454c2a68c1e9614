"""What several test modules share."""

import functools
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from frnews._french import _tags

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).resolve().parent.parent


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Run all tests in a process for each core, up to four; what is named on the command line in this process alone."""
    if config.args_source is pytest.Config.ArgsSource.ARGS:
        return 0
    return min(4, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


@functools.cache
def trained(name: str) -> "Language":
    """Return one of spaCy's pipelines, loaded once for all tests: it takes seconds. Who adds a pipe takes it out."""
    import spacy

    return spacy.load(name)


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository (or the unpacked sdist)."""
    return ROOT


@pytest.fixture(scope="session")
def compiled() -> bool:
    """Whether the frnews under test is the wheel that mypyc compiled (`.ci/compiled`)."""
    return not str(_tags.__file__).endswith(".py")


@pytest.fixture
def replaceable(compiled: bool) -> None:
    """For a test that replaces a function of frnews: compiled ones call each other without looking up a name."""
    if compiled:
        pytest.skip("a compiled function cannot be replaced")
