"""Quotations of French news text: direct, indirect and mixed, each with its speaker."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from frnews._input import check_text
from frnews._sentences import split_sentences
from frnews._types import Quotation, Sentence, Speaker, span_of

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Findings", "extract_quotations", "find_quotations"]


@frozen
class Findings:
    """The quotations of a text, by start, and who speaks in them, by first quotation."""

    quotations: tuple[Quotation, ...]
    speakers: tuple[Speaker, ...]


def extract_quotations(text: str, *, nlp: "Language | None" = None) -> list[Quotation]:
    """Return the quotations of `text`."""
    check_text(text, "extract_quotations")
    return list(find_quotations(text, split_sentences(text), nlp=nlp).quotations)


def find_quotations(text: str, sentences: Sequence[Sentence], *, nlp: "Language | None") -> Findings:
    """Return the quotations of a text whose sentences are known, and their speakers."""
    from frnews._quotations._finder import find_drafts

    drafts = find_drafts(text, sentences)
    quotations = tuple(
        Quotation(
            text=text[d.start : d.end],
            start_char=d.start,
            end_char=d.end,
            kind=d.kind,
            segments=tuple(span_of(text, *s) for s in d.segments),
            cue=span_of(text, *d.cue) if d.cue else None,
            mention=span_of(text, *d.mention) if d.mention else None,
            speaker=None,
            via=None,
            rule=d.rule,
        )
        for d in drafts
    )
    return Findings(quotations, ())
