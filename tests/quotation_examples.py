"""The project's own labelled quotations: reads `data/quotations/*.jsonl` and finds the labels in their texts.

A label is a verbatim piece of the text. A piece that stands in the text several times (as whole words) is written
``{"text": …, "after": …}``: it is the first one after `after`, which is "" for the start of the text.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data" / "quotations"
SETS = ("constructions", "constructions_held_out", "articles", "articles_held_out")

Bounds = tuple[int, int]


@dataclass(frozen=True)
class Label:
    """One expected quotation, its pieces as offsets."""

    kind: str
    segments: tuple[Bounds, ...]
    cue: Bounds | None
    mention: Bounds | None
    speaker: str | None
    accept: tuple[str, ...] = ()

    def is_by(self, name: str | None) -> bool:
        """Whether a name is one that the label has for who speaks."""
        return name == self.speaker or name in self.accept


@dataclass(frozen=True)
class Example:
    """One text with all the quotations that stand in it."""

    id: str
    construction: str
    paper: str
    text: str
    published: str | None
    labels: tuple[Label, ...]
    speakers: dict[str, dict[str, str]]


def occurrences(text: str, piece: str) -> list[int]:
    """Return where `piece` starts in `text`, as whole words only ("il" does not stand in "avril")."""
    before = r"(?<!\w)" if piece[:1].isalnum() else ""
    behind = r"(?!\w)" if piece[-1:].isalnum() else ""
    return [m.start() for m in re.finditer(before + re.escape(piece) + behind, text)]


def locate(text: str, piece: str | dict[str, str]) -> Bounds:
    """Return the bounds of a labelled piece.

    Raises:
        ValueError: The piece is not in the text, or its place is not plain.

    """
    after = None
    if isinstance(piece, dict):
        piece, after = piece["text"], piece["after"]
    if not piece or piece != piece.strip():
        raise ValueError(f"empty, or with white space around it: {piece!r}")
    starts = occurrences(text, piece)
    if after is None:
        if len(starts) != 1:
            raise ValueError(f"stands {len(starts)} times, needs an 'after' where more than once: {piece!r}")
        return starts[0], starts[0] + len(piece)
    if after and text.count(after) != 1:
        raise ValueError(f"'after' stands {text.count(after)} times: {after!r}")
    edge = text.index(after) + len(after) if after else 0
    for start in starts:
        if start >= edge:
            return start, start + len(piece)
    raise ValueError(f"not after {after!r}: {piece!r}")


def _label(record: dict[str, Any], raw: dict[str, Any]) -> Label:
    text = record["text"]

    def optional(key: str) -> Bounds | None:
        return None if raw[key] is None else locate(text, raw[key])

    try:
        segments = tuple(locate(text, piece) for piece in raw["segments"])
        accept = tuple(raw.get("accept", ()))
        return Label(raw["kind"], segments, optional("cue"), optional("mention"), raw["speaker"], accept)
    except ValueError as error:
        raise ValueError(f"{record['id']}: {error}") from None


def read_records(name: str) -> Iterator[dict[str, Any]]:
    """Yield the raw lines of one of `SETS`."""
    with (DATA / f"{name}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def load_examples(name: str) -> list[Example]:
    """Return the examples of one of `SETS`, labels as offsets."""
    return [
        Example(
            id=raw["id"],
            construction=raw.get("construction", "article"),
            paper=raw["paper"],
            text=raw["text"],
            published=raw.get("published"),
            labels=tuple(_label(raw, q) for q in raw["quotations"]),
            speakers=raw.get("speakers", {}),
        )
        for raw in read_records(name)
    ]
