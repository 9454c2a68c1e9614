"""How sure a quotation with its speaker is: a logistic sum of what finder and choice say, fitted on labelled press."""

from functools import cache
from math import exp
from typing import TYPE_CHECKING

from frnews._doubts import MOST, clipped, construction_of
from frnews._tables import read_table

if TYPE_CHECKING:
    from frnews._draft import Draft, Offsets
    from frnews._speakers import Resolution

# Findings that are unsure and sure, characters of a short quotation, and between a cue and what stands beside it.
_LOW, _HIGH, _SHORT, _BESIDE, _FAR = 2.5, 5.5, 30, 3, 25
# Commas that leave many places where content may end, and candidates not far behind the chosen one that are many.
_MANY_COMMAS, _MANY_RIVALS, _NOT_FAR = 4, 4, 2.0
# Marks and spaces behind the last word, at most.
_CLOSED_WITHIN = 8
_CLOSING = ' \u00a0\u202f»"”'
_SENTENCE_ENDS = ".!?…\n"


@cache
def _weights() -> dict[str, float]:
    return {row["ingredient"]: float(row["weight"]) for row in read_table("confidence")}


def ingredients(text: str, draft: "Draft", resolution: "Resolution", against: float) -> dict[str, float]:
    """Return what tells right quotations from wrong ones: each a number of about 0 to 1.

    Args:
        text: The text.
        draft: The quotation as found.
        resolution: Its speaker as chosen.
        against: How much speaks for its being no quotation, as `frnews._doubts.doubt` says it.

    """
    speaker = resolution.speaker
    person = speaker is not None and speaker.kind == "person"
    spaced = speaker is not None and " " in speaker.name
    beside = draft.mention is not None and draft.cue is not None and _gap(draft.mention, draft.cue) < _BESIDE
    return {
        "always": 1.0,
        f"kind: {draft.kind}": 1.0,
        f"rule: {draft.rule}": 1.0,
        f"{draft.kind} via {resolution.via or 'nobody'}": 1.0,
        f"speaker: {(speaker.kind if speaker else None) or 'unknown'}": 1.0,
        "full name": float(person and spaced),
        "one word": float(speaker is not None and not person and not spaced),
        "finding low": float(draft.score < _LOW),
        "finding high": float(draft.score >= _HIGH),
        "close": float(bool(resolution.candidates) and resolution.margin < 1.0),
        "short": float(draft.end - draft.start < _SHORT),
        "several segments": float(len(draft.segments) > 1),
        "mention beside": float(beside),
        f"via: {resolution.via or 'nobody'}": 1.0,
        "finding": clipped(draft.score),
        "speaker score": clipped(resolution.score) / MOST,
        "speaker margin": max(0.0, clipped(resolution.margin)) / MOST,
        "long": min(1.0, (draft.end - draft.start) / 120),
        "no cue": float(draft.cue is None),
        "unsure speaker": float(resolution.speaker is None or resolution.speaker.kind is None),
        "rivals": min(
            1.0, sum(1 for each in resolution.candidates if each.score > resolution.score - _NOT_FAR) / _MANY_RIVALS
        ),
        **_doubts(draft, against),
        **_edges(text, draft),
    }


def _doubts(draft: "Draft", against: float) -> dict[str, float]:
    """Return whether it may be no quotation at all, and how little speaks for that."""
    if construction_of(draft) is None:
        return {}
    return {"doubtful": 1.0, "beyond doubt": clipped(-against) / MOST}


def _edges(text: str, draft: "Draft") -> dict[str, float]:
    """Return what tells whether the words end where they should: with the sentence, at a comma, far from their cue."""
    behind = text[draft.end : draft.end + _CLOSED_WITHIN].lstrip(_CLOSING)[:1]
    far = draft.cue is not None and min(abs(draft.cue[0] - draft.end), abs(draft.start - draft.cue[1])) > _FAR
    found = {"to the end": float(behind in _SENTENCE_ENDS), "far from the cue": float(far)}
    if draft.kind != "direct":
        commas = sum(text.count(",", *segment) for segment in draft.segments)
        found |= {"to a comma": float(behind == ","), "commas": min(1.0, commas / _MANY_COMMAS)}
    return found


def _gap(one: "Offsets", other: "Offsets") -> int:
    """Return how many characters stand between two spans."""
    return max(0, max(one[0], other[0]) - min(one[1], other[1]))


def confidence_of(text: str, draft: "Draft", resolution: "Resolution", against: float) -> float:
    """Return how sure a quotation is to be one by this speaker, from 0 to 1, to two decimals.

    Args:
        text: The text.
        draft: The quotation as found.
        resolution: Its speaker as chosen.
        against: How much speaks for its being no quotation, as `frnews._doubts.doubt` says it.

    """
    weights = _weights()
    found = ingredients(text, draft, resolution, against)
    total = sum(weights.get(name, 0.0) * value for name, value in found.items())
    return round(1.0 / (1.0 + exp(-max(-30.0, min(30.0, total)))), 2)
