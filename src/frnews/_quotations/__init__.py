"""Quotations of French news text: direct, indirect and mixed, each with its speaker."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from frnews._input import check_text
from frnews._sentences import split_sentences
from frnews._types import Quotation, Sentence, Speaker

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

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


def find_quotations(
    text: str, sentences: Sequence[Sentence], *, nlp: "Language | None", doc: "Doc | None" = None
) -> Findings:
    """Return the quotations of a text whose sentences are known, and their speakers.

    Args:
        text: The text.
        sentences: Its sentences.
        nlp: The caller's own pipeline; None for the library's own model.
        doc: The same text as a pipeline has read it: its parse is used where it has one, and no model is run. None
            where there is no such thing.

    """
    return Findings((), ())
