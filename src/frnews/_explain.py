"""Why each quotation was found and why its speaker was chosen, in words that a person can check."""

import datetime as dt
from typing import TYPE_CHECKING

from frnews._attribution import find_quotations
from frnews._dates import find_dates
from frnews._input import check_nlp, check_text, read_published
from frnews._sentences import split_sentences
from frnews._types import Candidate, Evidence, Explanation, Quotation, Span, span_of

if TYPE_CHECKING:
    from spacy.language import Language

    from frnews._speakers import Resolution
    from frnews._speakers._choice import Ranked

# Candidates that are shown of one quotation.
_SHOWN = 6


def explain(text: str, *, published: dt.date | str | None = None, nlp: "Language | None" = None) -> list[Explanation]:
    """Tell why each quotation of a text was found and why its speaker was chosen.

    Args:
        text: The article.
        published: The day on which it came out; taken so that the call is that of `parse`, and of no consequence.
        nlp: As in `parse`.

    Returns:
        One explanation for each quotation, by start: the candidates best first, each with what spoke for and against
        it. A speaker who is named beside the cue is its only candidate.

    Raises:
        TypeError: An argument is of a type that it cannot be.
        ValueError: `published` is not an ISO 8601 date.

    Examples:
        >>> text = "Anne Morel a écouté Luc Petit. « Nous verrons », a-t-elle répondu."
        >>> (why,) = explain(text)
        >>> why.rule, [candidate.name for candidate in why.speakers]
        ('following clause', ['Anne Morel', 'Luc Petit'])
        >>> [evidence.name for evidence in why.speakers[1].evidence][:1]
        ['first name differs']

    """
    check_text(text, "explain")
    check_nlp(nlp)
    read_published(published)
    sentences = split_sentences(text)
    day = read_published(published)
    dates = find_dates(text, sentences, published=day, prefer="auto", seasons="months")
    findings = find_quotations(text, sentences, [(date.start_char, date.end_char) for date in dates], nlp=nlp)
    return [
        _explanation(text, quotation, resolution)
        for quotation, resolution in zip(findings.quotations, findings.resolutions, strict=True)
    ]


def _explanation(text: str, quotation: Quotation, resolution: "Resolution") -> Explanation:
    candidates = tuple(_candidate(text, ranked, resolution) for ranked in resolution.candidates[:_SHOWN])
    if not candidates and quotation.speaker is not None:
        beside = Evidence("named beside the cue", resolution.score, quotation.mention)
        candidates = (Candidate(quotation.speaker.name, resolution.score, (beside,)),)
    how = {
        "name": "named beside the cue",
        "pronoun": "a pronoun stands beside the cue",
        "description": "a description stands beside the cue",
        "carried_over": "no words stand for the speaker",
        None: "nobody whom the article tells is meant",
    }[quotation.via]
    place = span_of(text, quotation.start_char, quotation.end_char)
    return Explanation(quotation, quotation.rule, candidates, f"found by its {quotation.rule}; {how}", place)


def _candidate(text: str, ranked: "Ranked", resolution: "Resolution") -> Candidate:
    evidence = [
        Evidence(name, round(weight, 2), _place(text, ranked, name))
        for name, weight in ranked.weighed()
        if round(weight, 2)
    ]
    evidence.sort(key=lambda each: -abs(each.weight))
    return Candidate(ranked.entity.name, round(ranked.score, 2), tuple(evidence))


def _place(text: str, ranked: "Ranked", name: str) -> Span | None:
    """Return where the text shows a piece of evidence: the words that name the candidate, or None."""
    span = ranked.place(name)
    return None if span is None else span_of(text, *span)
