"""What the templates show of an article: plain strings and numbers, in the words of the page."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from frnews._html import _wording
from frnews._html._pieces import Piece, paragraphs
from frnews._types import Article, Candidate, Evidence, Explanation, Quotation, Span, Speaker

# Below these confidences a quotation is tinted more faintly; the page's key says so. A reader tells three steps apart.
_BANDS = (0.75, 0.5)
# A first line that is longer, or ends like a sentence, is a lead and no headline.
_HEADLINE = 160
# What is shown of the evidence: enough to see why one candidate won, few enough to be read.
_CANDIDATES = 2
_EVIDENCE = 4


@frozen
class Voice:
    """A speaker in the list beside the article."""

    number: int
    name: str
    role: str
    about: str
    shape: str
    n_quotations: int
    also: str


@frozen
class Note:
    """What was read of one mention, and why.

    Attributes:
        key: The mention, as in `Piece.marks`.
        what: The words over the note: "Citation directe", "Date", "Somme".
        title: Who, which days, how much.
        under: A second line, or "".
        words: The words of the text.
        rows: Further facts, each with its label.
        voices: Numbers of the speakers.
        confidence: In whole percents, of quotations alone.
        kind: "direct", "indirect", "mixed" of a quotation, else "".
        candidates: Who was weighed, with what spoke for and against.
        label: What a screen reader says of the mention.

    """

    key: str
    what: str
    title: str
    under: str
    words: str
    rows: tuple[tuple[str, str], ...]
    voices: tuple[int, ...] = ()
    confidence: int | None = None
    kind: str = ""
    candidates: tuple[Candidate, ...] = ()
    label: str = ""


@frozen
class Entry:
    """A day or a sum in the lists beside the article."""

    key: str
    value: str
    words: str
    step: int = 0
    year: str = ""
    published: bool = False


@frozen
class View:
    """All that a template needs of an article."""

    title: str
    id: str
    published: str
    headline: list[dict[str, Any]]
    paragraphs: list[list[dict[str, Any]]]
    voices: list[Voice]
    unattributed: int
    notes: dict[str, Note]
    days: list[Entry]
    amounts: list[Entry]
    n_quotations: int
    n_dates: int


def view(article: Article, explanations: Iterable[Explanation] = ()) -> View:
    """Return what the page shows of an article."""
    voices, numbers = _voices(article)
    notes = _notes(article, numbers, explanations)
    cut = [[_span(piece, notes) for piece in pieces] for pieces in paragraphs(article)]
    headline = cut.pop(0) if len(cut) > 1 and _is_headline(cut[0]) else []
    return View(
        title=_wording.title_of(article),
        id=_wording.line(article.id or "", 80),
        published=_wording.day(article.published) if article.published else "",
        headline=headline,
        paragraphs=cut,
        voices=voices,
        unattributed=sum(q.speaker is None for q in article.quotations),
        notes=notes,
        days=list(_days(article)),
        amounts=_amounts(article),
        n_quotations=len(article.quotations),
        n_dates=len(article.dates),
    )


def _is_headline(pieces: list[dict[str, Any]]) -> bool:
    line = "".join(piece["text"] for piece in pieces).strip()
    return len(line) <= _HEADLINE and not line.endswith((".", "…", ":"))


def _voices(article: Article) -> tuple[list[Voice], dict[str, int]]:
    """Return the speakers for the list, and the number of each by name."""
    numbers: dict[str, int] = {}
    speakers: list[Speaker] = []
    counts: list[int] = []
    apart = (q.speaker for q in article.quotations if q.speaker is not None and not q.speaker.members)
    for speaker in (*article.speakers, *apart):
        if speaker.name not in numbers:
            numbers[speaker.name] = len(speakers)
            speakers.append(speaker)
            counts.append(0)
    for quotation in article.quotations:
        for number in _numbers_of(quotation, numbers):
            counts[number] += 1
    voices = [
        Voice(
            number=number,
            name=_wording.shown(speaker.name),
            role=_wording.shown(speaker.role or ""),
            about=_about(speaker),
            shape=speaker.kind or "person",
            n_quotations=counts[number],
            also=_wording.shown(", ".join(speaker.aliases)),
        )
        for number, speaker in enumerate(speakers)
    ]
    return voices, numbers


def _about(speaker: Speaker) -> str:
    if speaker.gender:
        return _wording.gender(speaker.gender)  # who is a woman or a man is a person
    known = [_wording.nature(speaker.kind)] if speaker.kind else []
    if speaker.gender_by_name:
        known.append(f"prénom plutôt {'féminin' if speaker.gender_by_name == 'f' else 'masculin'}")
    return ", ".join(known)


def _numbers_of(quotation: Quotation, numbers: dict[str, int]) -> tuple[int, ...]:
    speaker = quotation.speaker
    if speaker is None:
        return ()
    names = speaker.members or (speaker.name,)
    return tuple(dict.fromkeys(numbers[name] for name in names if name in numbers))


def _span(piece: Piece, notes: dict[str, Note]) -> dict[str, Any]:
    """Return one piece for the template: its text, its classes, the mentions over it, and the handles before it."""
    said = [notes[mark.key] for mark in piece.marks if mark.part == "quotation"]
    classes = [mark.part[0] for mark in piece.marks if mark.part != "quotation"]
    if said:
        inner = said[-1]
        classes += ["q", f"k{inner.voices[0]}" if inner.voices else "kx", f"b{_band(inner.confidence)}"]
        # A second colour, as a band: who speaks too, or whose quotation this one stands in.
        others = inner.voices[1:2] or (said[-2].voices[:1] if len(said) > 1 else ())
        classes += [f"o{number}" for number in others if number not in inner.voices[:1]]
    beside = [notes[mark.key] for mark in piece.marks if mark.part in ("cue", "mention")]
    if beside and beside[-1].voices:
        classes.append(f"t{beside[-1].voices[0]}")
    return {
        "text": _wording.shown(piece.text),
        "classes": " ".join(dict.fromkeys(classes)),
        "over": " ".join(dict.fromkeys(mark.key for mark in piece.marks)),
        "handles": [(key, notes[key].label) for key in piece.opening],
    }


def _band(confidence: int | None) -> int:
    sure = (confidence or 0) / 100
    return 0 if sure >= _BANDS[0] else 1 if sure >= _BANDS[1] else 2


def _notes(article: Article, numbers: dict[str, int], explanations: Iterable[Explanation]) -> dict[str, Note]:
    why = {
        (e.quotation.start_char, e.quotation.end_char, e.quotation.kind): e
        for e in explanations
        if e.quotation is not None
    }
    notes: dict[str, Note] = {}
    for number, quotation in enumerate(article.quotations):
        found = why.get((quotation.start_char, quotation.end_char, quotation.kind))
        notes[f"q{number}"] = _note_of_quotation(f"q{number}", quotation, numbers, found)
    for number, mention in enumerate(article.dates):
        meaning = _wording.meaning_of_date(mention)
        facts = (("EDTF", mention.edtf), ("TIMEX3", mention.timex), ("nuance", mention.mod))
        notes[f"d{number}"] = Note(
            key=f"d{number}",
            what=_wording.type_of_date(mention).capitalize(),
            title=meaning[:1].upper() + meaning[1:],
            under="",
            words=_wording.shown(mention.text),
            rows=tuple((label, fact) for label, fact in facts if fact),
            label=f"{_wording.type_of_date(mention)}\u00a0: {meaning}",
        )
    for number, amount in enumerate(article.amounts):
        meaning = _wording.meaning_of_amount(amount)
        notes[f"a{number}"] = Note(
            key=f"a{number}",
            what="Somme",
            title=meaning,
            under="",
            words=_wording.shown(amount.text),
            rows=(),
            label=f"somme\u00a0: {meaning}",
        )
    return notes


def _note_of_quotation(
    key: str, quotation: Quotation, numbers: dict[str, int], explanation: Explanation | None
) -> Note:
    speaker = quotation.speaker
    who = _wording.shown(speaker.name) if speaker else "Locuteur non nommé"
    sure = int(quotation.confidence * 100 + 0.5)
    what = f"Citation {_wording.kind_of_quotation(quotation)}"
    said = " […] ".join(_wording.line(segment.text, 240) for segment in quotation.segments)
    rows = [
        ("annoncée par", _wording.shown(quotation.cue.text) if quotation.cue else ""),
        ("désigné ici", _wording.shown(quotation.mention.text) if quotation.mention else ""),
        ("reconnu", _wording.via(quotation)),
        ("construction", _wording.rule(quotation.rule)),
    ]
    return Note(
        key=key,
        what=what,
        title=who,
        under=_wording.shown(speaker.role or "") if speaker else "",
        words=said,
        rows=tuple((label, fact) for label, fact in rows if fact),
        voices=_numbers_of(quotation, numbers),
        confidence=sure,
        kind=quotation.kind,
        candidates=_candidates(explanation),
        label=f"{what} de {who}, sûre à {sure}\u00a0%" if speaker else f"{what}, {who.lower()}, sûre à {sure}\u00a0%",
    )


def _candidates(explanation: Explanation | None) -> tuple[Candidate, ...]:
    if explanation is None:
        return ()
    return tuple(
        Candidate(_wording.shown(c.name), c.score, tuple(_evidence(c))) for c in explanation.speakers[:_CANDIDATES]
    )


def _evidence(candidate: Candidate) -> Iterator[Evidence]:
    """Yield what weighed most, its words as a page shows them."""
    for one in sorted(candidate.evidence, key=lambda e: -abs(e.weight))[:_EVIDENCE]:
        span = one.span and Span(_wording.line(one.span.text, 60), one.span.start_char, one.span.end_char)
        yield Evidence(_wording.evidence(one.name), one.weight, span)


def _days(article: Article) -> Iterator[Entry]:
    """Yield the days named, in their order, each with how far it stands from the one before."""
    named = [
        (mention.earliest, mention.latest or mention.earliest, n, mention)
        for n, mention in enumerate(article.dates)
        if mention.earliest is not None and mention.type not in ("duration", "set")
    ]
    seen: dict[tuple[dt.date, dt.date], tuple[int, list[str]]] = {}
    for first, last, number, mention in sorted(named, key=lambda day: day[:3]):
        seen.setdefault((first, last), (number, []))[1].append(_wording.shown(mention.text))
    rows = [(first, last, f"d{number}", words) for (first, last), (number, words) in seen.items()]
    if article.published:
        rows.append((article.published, article.published, "", ["parution"]))
    before: dt.date | None = None
    for first, last, key, words in sorted(rows, key=lambda row: (row[0], row[1], row[2] != "")):
        away = (first - before).days if before else 0
        yield Entry(
            key=key,
            value=_wording.days(first, last),
            words=", ".join(dict.fromkeys(words)),
            # A week, two months, two years: further apart on paper, too.
            step=sum(away > limit for limit in (7, 60, 730)),
            published=not key,
        )
        before = max(first, before) if before else first


def _amounts(article: Article) -> list[Entry]:
    """Return the sums, the greatest first within each currency, the currency with most sums first."""
    numbered = list(enumerate(article.amounts))
    of_currency: dict[str, int] = {}
    for _, amount in numbered:
        of_currency[amount.currency or "~"] = of_currency.get(amount.currency or "~", 0) + 1

    def order(row: Any) -> tuple[int, str, Any]:
        bound = row[1].high if row[1].high is not None else row[1].low
        currency = row[1].currency or "~"
        return (-of_currency[currency], currency, -(bound or 0))

    return [
        Entry(f"a{n}", _wording.meaning_of_amount(amount), _wording.shown(amount.text))
        for n, amount in sorted(numbered, key=order)
    ]
