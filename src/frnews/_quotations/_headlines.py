"""Headlines with their source in brackets behind them: "SNCF: les trains rouleront (Pepy)", "… (étude)"."""

from collections.abc import Iterator

from frnews._french._first_names import is_first_name
from frnews._french._folds import bare
from frnews._french._groups import has_verb
from frnews._french._words import words_of
from frnews._quotations._candidates import Candidate, candidate
from frnews._quotations._extent import draft_of
from frnews._reporting._speaking import is_speaker
from frnews._reporting._unit import Unit

# Tokens of such a headline at least.
_SHORTEST = 7
# So often a surname is looked at below the headline, and so many letters before each.
_OFTEN, _LONGEST_FIRST_NAME = 50, 30


def find_headline(unit: Unit) -> Iterator[Candidate]:
    """Yield what a headline gives with its source in brackets behind it: "SNCF: les trains rouleront (Pepy)".

    The source is a noun ("étude", "ministre"), or the surname of somebody whom the article names in full.
    """
    tokens, low = unit.tokens, unit.tokens.low
    last = len(tokens) - 1
    closes_line = unit.text[unit.end : unit.end + 2].strip(" ")[:1] in ("\n", "\r")
    if unit.paragraph or not closes_line or last < _SHORTEST or low[last] != ")":
        return
    opening, word = last - 2, tokens.word(last - 1)
    if low[opening] != "(" or tokens.quote[last] >= 0 or not word.isalpha():
        return
    signs = word in words_of("signing document") or (
        word.islower() and is_speaker(tokens, (last - 1, last - 1), documents=False)
    )
    if not (signs or (word.istitle() and _is_named_in_full(unit.text, word, unit.end))):
        return
    colon = next((k for k in range(opening) if low[k] == ":" and tokens.quote[k] < 0), -1)
    start = colon + 1 if colon > 0 and not has_verb(tokens, 0, colon) else 0
    said, source = [unit.offsets(start, opening - 1)], unit.offsets(last - 1, last - 1)
    draft = draft_of(unit, said, "signature", cue=None, mention=source)
    if draft is not None:
        yield candidate(draft, "rule: signature")


def _is_named_in_full(text: str, surname: str, start: int) -> bool:
    """Whether a first name stands before a surname somewhere behind an offset: "Guillaume | Pepy"."""
    at = start
    for _ in range(_OFTEN):
        at = text.find(f" {surname}", at + 1)
        if at < 0:
            return False
        before = text[max(0, at - _LONGEST_FIRST_NAME) : at].split()[-1:]
        if before and before[0][0].isupper() and is_first_name(bare(before[0])):
            return True
    return False
