"""Counts what `frnews.parse` gets right in the project's own labelled quotations, construction by construction.

`test_quotations_examples.py` compares the counts with `data/quotations/expected.tsv`, which this script writes:

    PYTHONPATH=src python tests/quotation_scores.py

Write it anew when a change has raised the counts; where one of them falls, say why in the commit.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import frnews
from quotation_examples import DATA, Bounds, Example, Label, load_examples

EXPECTED = DATA / "expected.tsv"
LEAST_OVERLAP = 0.8


class Counts(NamedTuple):
    """How many quotations of a construction's texts are …

    Attributes:
        labelled: … labelled.
        predicted: … given by frnews.
        found: … labelled and given with the same content: of the letters and digits of both together, at least
            `LEAST_OVERLAP` are common to both.
        attributed: … found with the labelled speaker, or one of those that the label accepts, to the letter.
        whole: … found with the labelled speaker, kind, cue and mention, and exactly the labelled letters.

    """

    labelled: int
    predicted: int
    found: int
    attributed: int
    whole: int

    @property
    def spurious(self) -> int:
        """How many are given that no label matches."""
        return self.predicted - self.found

    def share(self, right: int) -> float:
        """Return `right` (of `found`, `attributed`, `whole`) as F1, in percent."""
        return 200 * right / (self.labelled + self.predicted)


def total(counts: Iterable[Counts]) -> Counts:
    """Return the sums."""
    return Counts(*map(sum, zip(*counts, strict=True)))


def letters(text: str, segments: Iterable[Bounds]) -> set[int]:
    """Return the offsets of the letters and digits in some segments: marks, spaces and commas do not count."""
    return {at for start, end in segments for at in range(start, end) if text[at].isalnum()}


def overlap(one: set[int], other: set[int]) -> float:
    """Return the share of the offsets in both among those in either."""
    return len(one & other) / len(one | other) if one or other else 0.0


def matches(text: str, labels: Iterable[Label], quotations: Iterable[frnews.Quotation]) -> list[tuple[int, int]]:
    """Pair labels with quotations, one to one, by their numbers: the best overlap first."""
    wanted = [letters(text, label.segments) for label in labels]
    given = [letters(text, ((s.start_char, s.end_char) for s in q.segments)) for q in quotations]
    cells = [(overlap(one, other), -i, -j) for i, one in enumerate(wanted) for j, other in enumerate(given)]
    pairs: list[tuple[int, int]] = []
    for affinity, i, j in sorted(cells, reverse=True):
        if affinity < LEAST_OVERLAP:
            break
        if all(-i != left and -j != right for left, right in pairs):
            pairs.append((-i, -j))
    return pairs


def is_whole(text: str, label: Label, quotation: frnews.Quotation) -> bool:
    """Whether a quotation is its label in every field but the speaker, which is compared elsewhere."""

    def bounds(span: frnews.Span | None) -> Bounds | None:
        return None if span is None else (span.start_char, span.end_char)

    segments = [(s.start_char, s.end_char) for s in quotation.segments]
    return (
        label.kind == quotation.kind
        and label.cue == bounds(quotation.cue)
        and label.mention == bounds(quotation.mention)
        and letters(text, label.segments) == letters(text, segments)
    )


def count(example: Example) -> Counts:
    """Read one example with frnews and count what is right."""
    quotations = frnews.parse(example.text, published=example.published).quotations
    pairs = [(example.labels[i], quotations[j]) for i, j in matches(example.text, example.labels, quotations)]
    attributed = [
        (label, quotation)
        for label, quotation in pairs
        if label.is_by(None if quotation.speaker is None else quotation.speaker.name)
    ]
    return Counts(
        labelled=len(example.labels),
        predicted=len(quotations),
        found=len(pairs),
        attributed=len(attributed),
        whole=sum(is_whole(example.text, label, quotation) for label, quotation in attributed),
    )


def measure() -> dict[str, Counts]:
    """Return the counts of each construction, "article" for the mini articles."""
    counts: dict[str, list[Counts]] = {}
    for example in (*load_examples("constructions"), *load_examples("articles")):
        counts.setdefault(example.construction, []).append(count(example))
    return {construction: total(counts[construction]) for construction in sorted(counts)}


def read(path: Path = EXPECTED) -> dict[str, Counts]:
    """Return the counts that were written down."""
    columns, *rows = [
        line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ]
    if columns != ["construction", *Counts._fields]:
        raise ValueError(f"{path.name} has the columns {columns}")
    return {construction: Counts(*map(int, numbers)) for construction, *numbers in rows}


def write(measured: dict[str, Counts], path: Path = EXPECTED) -> None:
    """Write the counts down."""
    head = [
        "# Written by tests/quotation_scores.py, which explains the columns.",
        "\t".join(("construction", *Counts._fields)),
    ]
    rows = ["\t".join((construction, *map(str, counts))) for construction, counts in measured.items()]
    path.write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")


def main() -> None:
    measured = measure()
    write(measured)
    everything = total(measured.values())
    print(f"{everything.labelled} labelled, {everything.predicted} predicted; F1 in percent:")
    for field in ("found", "attributed", "whole"):
        print(f"{field:12}{everything.share(getattr(everything, field)):6.1f}")


if __name__ == "__main__":
    main()
