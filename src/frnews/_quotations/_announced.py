"""Reported content that a noun announces: "la promesse de X de …", "la déclaration de X, selon laquelle …"."""

from collections.abc import Iterator

from frnews._draft import Draft, Offsets
from frnews._french._groups import Group, noun_group
from frnews._french._words import words_of
from frnews._quotations._candidates import Candidate, candidate
from frnews._quotations._extent import LONGEST_CONTENT, assemble
from frnews._quotations._lexicon import reporting_nouns
from frnews._quotations._mentions import antecedent
from frnews._quotations._speaking import is_speaker
from frnews._quotations._unit import Unit

# How far "selon laquelle" may stand from its noun: the noun's own complement and an apposition lie between.
_FARTHEST_NOUN = 24
_RELATIVES = frozenset({"laquelle", "lequel", "lesquelles", "lesquels", "qui"})


def find_announced(unit: Unit) -> Iterator[Candidate]:
    """Yield the quotations of a unit that "selon laquelle" or "selon lequel" ties to a noun."""
    tokens = unit.tokens
    for k in range(1, len(tokens) - 2):
        if tokens.low[k] not in {"selon", "pour"} or tokens.quote[k] >= 0 or tokens.low[k + 1] not in _RELATIVES:
            continue
        first, limit = unit.sentence_of(k)
        if tokens.low[k + 1] == "qui":
            yield from _said_by_antecedent(unit, k, first, limit)
            continue
        noun = next(
            (i for i in range(k - 1, max(first, k - _FARTHEST_NOUN) - 1, -1) if _announces(tokens.low[i])), None
        )
        if noun is None:
            continue
        content = assemble(unit, [_clause(unit, k + 2, limit)])
        if content is None:
            continue
        kind, segments = content
        group = _speaker(unit, noun, k)
        mention = unit.offsets(*group) if group else None
        draft = Draft(kind, segments, cue=unit.offsets(noun, noun), mention=mention, rule="announcing noun")
        yield candidate(draft, "rule: announcing noun", told=group is not None)


def _said_by_antecedent(unit: Unit, k: int, first: int, limit: int) -> Iterator[Candidate]:
    """Read "…, a insisté le ministre, selon qui le budget sera voté": who stands before says the clause."""
    group = antecedent(unit.tokens, k, first)
    content = assemble(unit, [_clause(unit, k + 2, limit)])
    if group is None or content is None or not is_speaker(unit.tokens, group, documents=False):
        return
    kind, segments = content
    cue, mention = unit.offsets(k, k), unit.offsets(*group)
    draft = Draft(kind=kind, segments=segments, cue=cue, mention=mention, rule="announcing noun")
    yield candidate(draft, "rule: announcing noun", told=True)


def _announces(word: str) -> bool:
    noun = reporting_nouns().get(word)
    return noun is not None and "q" in noun.constructions


def _clause(unit: Unit, start: int, limit: int) -> Offsets:
    """Return the clause from token `start`: to the comma that closes the relative, or to the sentence's end."""
    tokens = unit.tokens
    limit = min(limit, start + LONGEST_CONTENT)
    for k in range(start + 1, limit - 1):
        if tokens.low[k] in {";", ":"} and tokens.quote[k] < 0:
            return unit.offsets(start, k - 1)
        follows = tokens.low[k + 1]
        if (
            tokens.low[k] == ","
            and tokens.quote[k] < 0
            and (follows in {"a", "ont", "est", "sont", "avait", "n'a", "n'", "reste"})
        ):
            return unit.offsets(start, k - 1)
    return unit.offsets(start, limit - 1)


def _speaker(unit: Unit, noun: int, before: int) -> Group | None:
    """Return whom the noun's complement names: "la déclaration du représentant du Conseil"."""
    tokens = unit.tokens
    k = noun + 1
    while k < before and tokens.low[k] not in words_of("partitive"):
        if tokens.low[k] == ",":
            return None
        k += 1
    if k + 1 >= before:
        return None
    start = k if tokens.low[k] in {"du", "des"} else k + 1
    group = noun_group(tokens, start, before)
    if group is not None and tokens.low[group[0]] == "du" and group[0] < group[1]:
        return (group[0] + 1, group[1])
    return group
