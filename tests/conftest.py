"""What several test modules share."""

from pathlib import Path

import pytest

from frnews._french import _tags

ROOT = Path(__file__).resolve().parent.parent


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
