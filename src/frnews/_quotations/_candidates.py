"""What the generators yield, and the choice among what they have yielded.

A generator reads a unit and says what may be a quotation in it; it takes nothing and knows of no other. Here the best
candidates that go together are kept.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from attrs import frozen

from frnews._draft import Draft, Offsets
from frnews._tables import read_table

# Candidates are compared only with those that share a stretch of so many characters: the work stays linear.
_STRETCH = 256


@frozen
class Candidate:
    """What may be a quotation.

    Attributes:
        draft: The quotation as it would be.
        score: What speaks for it, in the units of `data/quotation_evidence.tsv`.
        told: Whether somebody of its own is named as its speaker, so that it may stand inside what another one says.

    """

    draft: Draft
    score: float
    told: bool = False


@cache
def _weights() -> dict[str, float]:
    return {row["evidence"]: float(row["weight"]) for row in read_table("quotation_evidence")}


def candidate(draft: Draft, *evidence: str, told: bool = False) -> Candidate:
    """Return a draft as a candidate, weighed by its evidence.

    Args:
        draft: The quotation as it would be.
        *evidence: Names of lines of `data/quotation_evidence.tsv`, the line of its rule among them.
        told: Whether somebody of its own is named as its speaker.

    """
    weights = _weights()
    return Candidate(draft, sum(weights[name] for name in evidence), told)


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates that go together, heaviest first chosen, by start."""
    kept: list[Candidate] = []
    places: dict[int, list[int]] = {}
    for one in sorted(candidates, key=lambda c: (-c.score, c.draft.start, -c.draft.end)):
        if one.score <= 0:
            continue
        stretches = _stretches(one.draft)
        near = {number for stretch in stretches for number in places.get(stretch, ())}
        if all(_go_together(one, kept[number]) for number in near):
            for stretch in stretches:
                places.setdefault(stretch, []).append(len(kept))
            kept.append(one)
    return sorted(kept, key=lambda c: (c.draft.start, -c.draft.end))


def _stretches(draft: Draft) -> set[int]:
    parts: Sequence[Offsets] = (*draft.segments, draft.cue) if draft.cue else draft.segments
    return {stretch for start, end in parts for stretch in range(start // _STRETCH, end // _STRETCH + 1)}


def _overlap(a: Offsets, b: Offsets) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _go_together(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates can both be right: apart, or one told inside the other by somebody of its own."""
    a, b = one.draft, other.draft
    touch = any(_overlap(s, t) for s in a.segments for t in b.segments)
    if a.cue and b.cue and _overlap(a.cue, b.cue):
        # "X a précisé que A : « B »": one cue for two pieces of content.
        return not touch and (a.rule, b.rule) in _SHARING
    one_inside = _cue_in(a, b)
    other_inside = _cue_in(b, a)
    if not touch and not one_inside and not other_inside:
        return True
    if a.rule == b.rule == "inserted clause":
        return False  # "A, a-t-il dit, et B, a-t-il ajouté": neither clause is a part of what the other reports
    if one_inside and not other_inside:
        return one.told and _within(a, b) and b.rule != "fragment"
    if other_inside and not one_inside:
        return other.told and _within(b, a) and a.rule != "fragment"
    if a.cue is None or b.cue is None:
        return False
    # Each has its cue outside of the other: one stands in the other's content only where somebody else says it.
    return (one.told and _within(a, b) and b.start < a.start) or (other.told and _within(b, a) and a.start < b.start)


# Rules of which one cue can introduce a content each, the words themselves behind a colon or another frame.
_SHARING = frozenset(
    pair
    for clause in ("que clause", "frame", "noun complement", "infinitive", "object and de", "stated view")
    for words in ("colon", "frame")
    for pair in ((clause, words), (words, clause))
)


def _cue_in(a: Draft, b: Draft) -> bool:
    """Whether the cue of `a` stands in the content of `b`."""
    return a.cue is not None and any(_overlap(a.cue, segment) for segment in b.segments)


def _within(a: Draft, b: Draft) -> bool:
    """Whether all of `a` stands within what `b` holds."""
    return all(any(t[0] <= s[0] and s[1] <= t[1] for t in b.segments) for s in a.segments)


def drafts_of(candidates: Iterable[Candidate]) -> list[Draft]:
    """Return the drafts of candidates, each with its score."""
    return [one.draft.scored(one.score) for one in candidates]
