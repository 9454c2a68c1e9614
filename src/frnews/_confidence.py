"""How sure a quotation with its speaker is: a logistic sum of what finder and choice say, fitted on labelled press."""

from functools import cache
from math import exp
from typing import TYPE_CHECKING

from frnews._doubts import MOST, clipped
from frnews._tables import read_table

if TYPE_CHECKING:
    from frnews._draft import Draft, Offsets
    from frnews._speakers import Resolution

# Findings that are unsure and sure, characters of a short quotation, and between a cue and a mention beside it.
_LOW, _HIGH, _SHORT, _BESIDE = 2.5, 5.5, 30, 3


@cache
def _weights() -> dict[str, float]:
    return {row["ingredient"]: float(row["weight"]) for row in read_table("confidence")}


def ingredients(draft: "Draft", resolution: "Resolution") -> dict[str, float]:
    """Return what tells right quotations from wrong ones: each a number of about 0 to 1.

    Args:
        draft: The quotation as found.
        resolution: Its speaker as chosen.

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
    }


def _gap(one: "Offsets", other: "Offsets") -> int:
    """Return how many characters stand between two spans."""
    return max(0, max(one[0], other[0]) - min(one[1], other[1]))


def confidence_of(draft: "Draft", resolution: "Resolution") -> float:
    """Return how sure a quotation is to be one by this speaker, from 0 to 1, to two decimals.

    Args:
        draft: The quotation as found.
        resolution: Its speaker as chosen.

    """
    weights = _weights()
    total = sum(weights.get(name, 0.0) * value for name, value in ingredients(draft, resolution).items())
    return round(1.0 / (1.0 + exp(-max(-30.0, min(30.0, total)))), 2)
