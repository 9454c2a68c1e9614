"""Why each quotation was found and why its speaker was chosen, in words that a person can check."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from frnews._attribution import find_quotations
from frnews._dates import find_dates
from frnews._input import check_nlp, check_text, read_published
from frnews._sentences import split_sentences
from frnews._types import Candidate, Evidence, Explanation, Quotation, Span, span_of

if TYPE_CHECKING:
    from spacy.language import Language

    from frnews._draft import Draft
    from frnews._speakers import Resolution
    from frnews._speakers._choice import Ranked

# Candidates that are shown of one quotation.
_SHOWN = 6
# A name stands in one piece with the function before it.
_CLAUSE = re.compile(r"[^,;:.!?«»()\n]{1,80}(?:\.[^,;:.!?«»()\n]{1,40})?")  # "M. Poutine" has a full stop
_NOUN = re.compile(r"(?:(?:l[ea]s?|une?|des|du|[mst]on|[mst]a|[mst]es|leurs?|cet?|cette|ces)\s+|[ld]['’])?[\w-]+", re.I)


def explain(text: str, *, published: dt.date | str | None = None, nlp: "Language | None" = None) -> list[Explanation]:
    """Tell why each quotation of a text was found and why its speaker was chosen.

    Args:
        text: The article.
        published: The day on which it came out; taken so that the call is that of `parse`, and of no consequence.
        nlp: As in `parse`.

    Returns:
        One explanation for each quotation, by start: the candidates best first, each with what spoke for and against
        it. A speaker who is named beside the cue is its only candidate. What was weighed and is no quotation, or gives
        way to another one, stands among them with None as its quotation.

    Raises:
        TypeError: An argument is of a type that it cannot be.
        ValueError: `published` is not an ISO 8601 date.

    Examples:
        >>> text = "Anne Morel a écouté Luc Petit. « Nous verrons », a-t-elle répondu."
        >>> why = explain(text)[0]
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
    turned_down: list[Draft] = []
    times = [(date.start_char, date.end_char) for date in dates]
    findings = find_quotations(text, sentences, times, nlp=nlp, turned_down=turned_down)
    kept = [
        _explanation(text, quotation, resolution)
        for quotation, resolution in zip(findings.quotations, findings.resolutions, strict=True)
    ]
    # One quotation is often found by two constructions: what is kept is no refusal.
    same = {(quotation.start_char, quotation.end_char) for quotation in findings.quotations}
    others = {(draft.start, draft.end): draft for draft in turned_down if (draft.start, draft.end) not in same}
    refused = [_refusal(text, draft, findings.quotations) for draft in others.values()]
    return sorted([*kept, *refused], key=lambda each: (each.span.start_char, each.quotation is None))


def _refusal(text: str, draft: "Draft", kept: Sequence[Quotation]) -> Explanation:
    """Return why a candidate is no quotation: what spoke against it, or the heavier one in its place."""
    place = span_of(text, draft.start, draft.end)
    other = next((q for q in kept if q.start_char < draft.end and draft.start < q.end_char), None)
    way = "more speaks against it than for it"
    if other is not None and draft.score > 0:
        way = f"gives way to {other.rule} at {other.start_char}"
    return Explanation(None, draft.rule, (), f"weighs {draft.score:.1f}: {way}", place)


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
    """Return where the text shows a piece of evidence: the words that name the candidate, or None.

    The choice knows where these words begin; where they end is read here: with the name ("le président russe Vladimir
    Poutine"), else with the pronoun or the noun that stands for it.
    """
    span = ranked.place(name)
    if span is None:
        return None
    start, end = span
    forms = sorted({*ranked.entity.forms, ranked.entity.name}, key=lambda form: (-len(form), form))
    if text[start:end] not in {role.text for role in ranked.entity.roles}:
        clause = _CLAUSE.match(text, start)
        words = clause[0] if clause else ""
        named = next((at + len(form) for form in forms if (at := words.find(form)) >= 0), 0)
        noun = _NOUN.match(text, start)
        end = start + named if named else noun.end() if noun else end
    return span_of(text, start, end)
