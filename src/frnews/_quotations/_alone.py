"""Quoted pieces beside which nothing says who speaks: whole sentences between marks, and fragments that go on."""

from frnews._quotations._draft import Draft
from frnews._quotations._extent import assemble
from frnews._quotations._unit import Unit

# A shorter fragment without a cue is taken for a name or a word held at a distance («gilets jaunes»).
_SHORTEST_FRAGMENT = 5
# No clause reaches farther around its quoted words; it bounds the work on a line of nothing but marks.
_LONGEST_CLAUSE = 200


def find_alone(unit: Unit, *, speech_before: bool) -> list[Draft]:
    """Return the quotations of a unit that no cue reports.

    Args:
        unit: The unit, after every other pass.
        speech_before: Whether somebody was speaking just before, so that a fragment can go on.

    """
    drafts: list[Draft] = []
    tokens = unit.tokens
    for number, quote in enumerate(unit.quotes):
        if unit.used[number] or (not quote.opened and len(unit.sentence_starts) > 1):
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
                drafts.append(
                    Draft(kind="direct", segments=((quote.start, quote.end),), cue=None, mention=None, rule="alone")
                )
                unit.used[number] = True
            continue
        if not speech_before or len(inside) < _SHORTEST_FRAGMENT or not quote.opened:
            continue
        content = assemble(unit, [unit.offsets(first, limit - 1)])
        if content is None or any(not unit.free[i] for i in outside):
            continue
        kind, segments = content
        drafts.append(Draft(kind=kind, segments=segments, cue=None, mention=None, rule="fragment"))
        unit.use_quotes(segments[0][0], segments[-1][1])
    return drafts
