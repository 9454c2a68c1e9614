"""What the passes of quotation finding hand to each other: plain offsets, before speakers are resolved."""

from attrs import frozen

from frnews._types import QuotationKind

Offsets = tuple[int, int]
"""Start and end of a span, in code points of the text."""


@frozen
class Draft:
    """A quotation whose speaker is not resolved yet.

    Attributes:
        kind: As in `frnews.Quotation`.
        segments: As in `frnews.Quotation`, as offsets.
        cue: As in `frnews.Quotation`, as offsets.
        mention: As in `frnews.Quotation`, as offsets.
        agent: The words that name the speaker without being a mention beside the cue: the subject of the main clause
            for "…, soulignant que" (where `mention` is None). None where there are no such words.
        addressee: Words in the same clause that name someone who is *not* the speaker ("a répondu X à Y": Y), or None.
        rule: Name of the construction that found it.

    """

    kind: QuotationKind
    segments: tuple[Offsets, ...]
    cue: Offsets | None
    mention: Offsets | None
    rule: str
    agent: Offsets | None = None
    addressee: Offsets | None = None

    @property
    def start(self) -> int:
        """Offset of the first segment's first code point."""
        return self.segments[0][0]

    @property
    def end(self) -> int:
        """Offset after the last segment's last code point."""
        return self.segments[-1][1]
