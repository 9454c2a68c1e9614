"""Lines in capitals: which of their words are names is told by the rest of the article."""

import re
from collections.abc import Iterator

from frnews._french._first_names import first_names
from frnews._french._folds import bare
from frnews._french._letters import closed_letter
from frnews._french._words import words_of

_WORD = re.compile(r"[^\W\d_]+")
# A sentence, and no mark, goes on right before a word.
_INSIDE = re.compile(r"[^\W_A-ZÀ-Þ][ \u00a0\u202f'’]$|,[ \u00a0\u202f]$")
# Fewer words are a kicker, an acronym or a name ("BURKINA FASO", "RFI").
_LEAST_WORDS = 4
_VOWELS = frozenset("aeiouy")


def in_running_case(text: str) -> str:
    r"""Return a text with its lines in capitals written as the others are: every character stays at its place.

    Where the rest tells no name, the lines stay as they are. A word keeps its capital where the rest of the text writes
    it with one inside a sentence, at the head of its line, and as a first name or the name behind it; an acronym stays
    whole where the rest has it or where no vowel lets one say it as a word.

    Examples:
        >>> in_running_case("LA CGT DE BREST PRÉVIENT LUC PETIT\nHier, la CGT a parlé à Brest.")
        'La CGT de Brest prévient Luc Petit\nHier, la CGT a parlé à Brest.'

    """
    lines = text.split("\n")
    loud = [k for k, line in enumerate(lines) if line.isupper() and len(_WORD.findall(line)) >= _LEAST_WORDS]
    if not loud:
        return text
    shouted = set(loud)
    names = _names("\n".join(line for k, line in enumerate(lines) if k not in shouted))
    if not names:
        return text
    for k in loud:
        quiet = "".join(_in_case(lines[k], names))
        lines[k] = quiet if len(quiet) == len(lines[k]) else lines[k]
    return "\n".join(lines)


def _names(text: str) -> dict[str, str]:
    """Return how a text writes each word with a capital inside a sentence, behind a small letter, digit or comma."""
    found: dict[str, str] = {}
    for word in _WORD.finditer(text):
        low = word[0].lower()
        if low == word[0] or low in found or closed_letter(low):
            continue
        if _INSIDE.search(text, max(0, word.start() - 2), word.start()):
            found[low] = word[0]
    return found


def _in_case(line: str, names: dict[str, str]) -> Iterator[str]:
    """Yield the pieces of a line in capitals, its words in the case that they would have in a sentence."""
    end, named, head, before = 0, False, True, ""
    for word in _WORD.finditer(line):
        between = line[end : word.start()]
        low = word[0].lower()
        closed = bool(closed_letter(low))
        form = names.get(low)
        if form is None and len(low) > 1 and not _VOWELS & set(bare(low)):
            form = word[0]
        is_first = bare(low) in first_names() and before not in words_of("determiner") and not closed
        if form is None:
            follows = named and between == " " and not closed  # the name behind a first name
            form = low.capitalize() if head or follows or is_first else low
        yield between + form
        end, named, head, before = word.end(), is_first, False, low
    yield line[end:]
