"""Who said what: the quotations that the finder hands on, each with its speaker and how sure both are."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from frnews._confidence import confidence_of
from frnews._dates import find_dates
from frnews._doubts import LEAST_DOUBT, doubt
from frnews._input import check_nlp, check_text
from frnews._sentences import split_sentences
from frnews._types import Quotation, Sentence, Span, Speaker, span_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from frnews._draft import Draft, Offsets
    from frnews._speakers import Resolution


@frozen
class Findings:
    """The quotations of a text, by start, and who speaks in them, by first quotation.

    Attributes:
        quotations: The quotations.
        speakers: The speakers, those who speak together one by one.
        resolutions: How each quotation's speaker was chosen.

    """

    quotations: tuple[Quotation, ...]
    speakers: tuple[Speaker, ...]
    resolutions: "tuple[Resolution, ...]" = ()


def extract_quotations(text: str, *, nlp: "Language | None" = None) -> list[Quotation]:
    """Return the quotations of `text`, direct, indirect and mixed, each with its speaker.

    Args:
        text: The text; any str.
        nlp: A French spaCy pipeline with a parser, asked where the words leave a subject open; by default none is.

    Returns:
        The quotations, by start.

    Raises:
        TypeError: `text` is not a str, or `nlp` is no pipeline.

    Examples:
        >>> (quotation,) = extract_quotations("« Nous verrons », a répondu Anne Morel.")
        >>> quotation.kind, quotation.segments[0].text, quotation.cue.text, quotation.speaker.name
        ('direct', 'Nous verrons', 'a répondu', 'Anne Morel')

    """
    check_text(text, "extract_quotations")
    check_nlp(nlp)
    sentences = split_sentences(text)
    dates = find_dates(text, sentences, published=None, prefer="auto", seasons="months")
    times = [(date.start_char, date.end_char) for date in dates]
    return list(find_quotations(text, sentences, times, nlp=nlp).quotations)


def find_quotations(
    text: str,
    sentences: Sequence[Sentence],
    times: "Sequence[Offsets]" = (),
    *,
    nlp: "Language | None",
    doc: "Doc | None" = None,
    turned_down: "list[Draft] | None" = None,
) -> Findings:
    """Return the quotations of a text whose sentences are known, and their speakers.

    Args:
        text: The text.
        sentences: Its sentences.
        times: Offsets of its time expressions, by start.
        nlp: The caller's own pipeline; None for the library's own model.
        doc: The same text as a pipeline has read it: its parse is used where it has one, and no model is run. None
            where there is no such thing.
        turned_down: Where given, what was weighed and is no quotation is added to it.

    """
    from frnews._french._capitals import in_running_case
    from frnews._french._proper_marks import with_proper_marks
    from frnews._model import syntax_of
    from frnews._quotations import find_drafts
    from frnews._speakers import resolve_speakers

    # Offsets are the same in what is read; what is given back is cut out of the text as it stands.
    read = in_running_case(with_proper_marks(text))
    drafts = find_drafts(read, sentences, syntax_of(text, nlp, doc), times, turned_down)
    if not drafts:
        return Findings((), ())
    resolutions, speakers = resolve_speakers(read, sentences, drafts)
    quotations, kept = [], []
    for draft, resolution in zip(drafts, resolutions, strict=True):
        against = doubt(read, draft, resolution)
        if against <= LEAST_DOUBT:
            quotations.append(_quotation(text, draft, resolution, against))
            kept.append(resolution)
        elif turned_down is not None:
            turned_down.append(evolve(draft, score=-against))
    return Findings(tuple(quotations), _heard(speakers, kept), tuple(kept))


def _heard(speakers: Sequence[Speaker], kept: "Sequence[Resolution]") -> tuple[Speaker, ...]:
    """Return those of the speakers who say what is kept, by their first quotation."""
    who = [resolution.speaker for resolution in kept if resolution.speaker is not None]
    names = dict.fromkeys(name for speaker in who for name in speaker.members or (speaker.name,))
    places = {name: place for place, name in enumerate(names)}
    return tuple(sorted((s for s in speakers if s.name in places), key=lambda s: places[s.name]))


def _quotation(text: str, draft: "Draft", resolution: "Resolution", against: float) -> Quotation:
    def span(offsets: "Offsets | None") -> Span | None:
        return None if offsets is None else span_of(text, *offsets)

    return Quotation(
        text=text[draft.start : draft.end],
        start_char=draft.start,
        end_char=draft.end,
        kind=draft.kind,
        segments=tuple(span_of(text, *segment) for segment in draft.segments),
        cue=span(draft.cue),
        mention=span(draft.mention),
        speaker=resolution.speaker,
        via=resolution.via,
        rule=draft.rule,
        confidence=confidence_of(text, draft, resolution, against),
    )
