"""A quotation as the finder hands it on: plain offsets, its speaker not resolved yet."""

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
        score: How much speaks for its being a right quotation: the logit of the chance, 0.0 where nobody has said.

    """

    kind: QuotationKind
    segments: tuple[Offsets, ...]
    cue: Offsets | None
    mention: Offsets | None
    rule: str
    agent: Offsets | None = None
    addressee: Offsets | None = None
    score: float = 0.0

    def scored(self, score: float) -> "Draft":
        """Return the quotation with how much speaks for it."""
        return Draft(self.kind, self.segments, self.cue, self.mention, self.rule, self.agent, self.addressee, score)

    @property
    def start(self) -> int:
        """Offset of the first segment's first code point."""
        return self.segments[0][0]

    @property
    def end(self) -> int:
        """Offset after the last segment's last code point."""
        return self.segments[-1][1]
