"""Quoted pieces beside which nothing says who speaks: whole sentences between marks, and fragments that go on."""

from collections.abc import Iterator

from frnews._draft import Draft, Offsets
from frnews._quotations._candidates import Candidate, candidate
from frnews._quotations._extent import assemble
from frnews._quotations._mentions import leading_group
from frnews._quotations._speaking import is_speaker
from frnews._quotations._unit import Unit

# A shorter fragment without a cue is taken for a name or a word held at a distance («gilets jaunes»).
_SHORTEST_FRAGMENT = 5
# No clause reaches farther around its quoted words; it bounds the work on a line of nothing but marks.
_LONGEST_CLAUSE = 200
# A longer sentence says more than that somebody is about to speak.
_LONGEST_INTRODUCTION = 110


def find_alone(unit: Unit, before: Unit | None, *, speech_before: bool) -> Iterator[Candidate]:
    """Yield the quotations of a unit that no cue reports.

    Args:
        unit: The unit.
        before: The unit before it, or None.
        speech_before: Whether somebody was speaking just before, so that a fragment can go on.

    """
    tokens = unit.tokens
    for number, quote in enumerate(unit.quotes):
        if not quote.opened and not _is_whole_line(unit):
            continue
        within = range(tokens.first_from(quote.start), tokens.first_from(quote.end))
        inside = [i for i in within if tokens.low[i][0].isalnum()]
        if not inside:
            continue
        first, limit = unit.sentence_of(inside[0])
        first, limit = max(first, inside[0] - _LONGEST_CLAUSE), min(limit, inside[-1] + _LONGEST_CLAUSE)
        outside = [i for i in range(first, limit) if tokens.quote[i] < 0 and tokens.low[i][0].isalnum()]
        if not outside:
            if len(inside) >= 3 or unit.text[quote.end - 1] in ".!?…":
                draft = Draft("direct", ((quote.start, quote.end),), cue=None, mention=None, rule="alone")
                yield candidate(draft, "rule: alone")
            continue
        if not quote.opened:
            continue
        agent = None
        if not speech_before or len(inside) < _SHORTEST_FRAGMENT:
            agent = _evident_speaker(unit, before, first, limit)
            if agent is None:
                continue
        content = assemble(unit, [unit.offsets(first, limit - 1)])
        if content is None:
            continue
        kind, segments = content
        draft = Draft(kind=kind, segments=segments, cue=None, mention=None, agent=agent, rule="fragment")
        yield candidate(draft, "rule: fragment")


def _is_whole_line(unit: Unit) -> bool:
    """Whether the unit is one sentence and fills its line, so that its first mark can only be missing."""
    before, after = unit.text[max(0, unit.start - 1) : unit.start], unit.text[unit.end : unit.end + 1]
    return len(unit.sentence_starts) == 1 and before in "\n\r\u2028\u2029" and after in "\n\r\u2028\u2029"


def _evident_speaker(unit: Unit, before: Unit | None, first: int, limit: int) -> Offsets | None:
    """Return who speaks in quoted fragments that only the sentence before introduces, or None.

    "L'avocat n'en a pas dit plus. Son client est « à bout » et veut « tourner la page ».": the sentence before is short
    and about somebody, and the fragments show that the words are not the reporter's: there are two of them, or the
    verb stands in the conditional of hearsay.
    """
    if before is None or before.paragraph != unit.paragraph or before.quotes:
        return None
    if before.end - before.start > _LONGEST_INTRODUCTION:
        return None
    marks = len({unit.tokens.quote[i] for i in range(first, limit)} - {-1})
    hearsay = any(
        unit.tokens.low[i].endswith(("rait", "raient")) for i in range(first, limit) if unit.tokens.quote[i] < 0
    )
    group = leading_group(before.tokens, 0, len(before.tokens))
    if (marks < 2 and not hearsay) or group is None or not is_speaker(before.tokens, group, documents=False):
        return None
    return before.offsets(*group)
