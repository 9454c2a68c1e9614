"""The pages as text: their size, what they hold and escape, and how they are cut. Browsers look at them elsewhere."""

import datetime as dt
import re

import pytest

import frnews
from clock import proportional
from conftest import ROOT
from frnews import Amount, Article, Candidate, DateMention, DateValue, Evidence, Explanation, Quotation, Span, Speaker
from frnews._html._pieces import paragraphs
from frnews._html._wording import _french, days, meaning_of_amount, shown
from frnews._types import span_of

SOURCE = (ROOT / "seeds" / "000_e7cadc77fcb512b1.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def article() -> Article:
    return frnews.parse(SOURCE, published="2022-12-30", id="seed")


def said(text: str, start: int, end: int, name: str = "Anne Morel") -> Quotation:
    span = span_of(text, start, end)
    return Quotation(span.text, start, end, "indirect", (span,), None, None, Speaker(name), "name", "que clause", 0.9)


def test_the_page_is_under_60_kb_beside_the_text(article: Article) -> None:
    page = article.to_html(explanations=explained(article))
    assert len(page.encode()) - len(SOURCE.encode()) < 60_000


def test_it_is_one_file_that_names_no_other(article: Article) -> None:
    page = article.to_html()
    assert not re.search(r"""(?:src|href|action)\s*=\s*["'](?!#|data:,)""", page)
    assert not re.search(r"@import|url\(|https?:|fetch\(|XMLHttpRequest|eval\(|innerHTML", page)
    assert '<html lang="fr">' in page
    assert "default-src &#39;none&#39;;" in page


def test_overlapping_and_nested_mentions_are_all_there() -> None:
    text = "abcdefghij"
    article = Article(text, quotations=(said(text, 0, 6), said(text, 2, 4), said(text, 3, 9)))
    (pieces,) = paragraphs(article)
    assert [(piece.text, [mark.key for mark in piece.marks]) for piece in pieces] == [
        ("ab", ["q0"]),
        ("c", ["q0", "q1"]),
        ("d", ["q0", "q2", "q1"]),
        ("ef", ["q0", "q2"]),
        ("ghi", ["q2"]),
        ("j", []),
    ]
    assert [piece.opening for piece in pieces if piece.opening] == [("q0",), ("q1",), ("q2",)]


def test_a_mention_over_several_lines_goes_on_in_each() -> None:
    text = "Un.\r\n\r\nDeux\u2028trois"
    article = Article(text, quotations=(said(text, 1, len(text)),))
    cut = list(paragraphs(article))
    assert ["".join(piece.text for piece in pieces) for pieces in cut] == ["Un.", "Deux", "trois"]
    assert all(pieces[-1].marks for pieces in cut)
    assert sum(len(piece.opening) for pieces in cut for piece in pieces) == 1


def test_the_lines_of_a_wrapped_paragraph_stay_together() -> None:
    text = "Il part\ndemain. Elle\nreste.\n\nFin."
    spans = [(0, 15, 0), (16, 27, 0), (29, 33, 1)]
    sentences = tuple(frnews.Sentence(text[a:b], a, b, p) for a, b, p in spans)
    cut = ["".join(piece.text for piece in pieces) for pieces in paragraphs(Article(text, sentences=sentences))]
    assert cut == ["Il part\ndemain. Elle\nreste.", "Fin."]


def test_pieces_give_back_every_line_of_an_article(article: Article) -> None:
    cut = ["".join(piece.text for piece in pieces) for pieces in paragraphs(article)]
    assert cut == [line for line in SOURCE.splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2022-12-30", "2022-12-30", "30 décembre 2022"),
        ("2022-01-01", "2022-01-01", "1er janvier 2022"),
        ("2022-12-01", "2022-12-31", "décembre 2022"),
        ("2023-03-01", "2023-05-31", "du 1er mars au 31 mai 2023"),
        ("2022-12-19", "2022-12-25", "du 19 au 25 décembre 2022"),
        ("2022-12-28", "2023-01-03", "du 28 décembre 2022 au 3 janvier 2023"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2001-01-01", "2100-12-31", "de 2001 à 2100"),
        (None, None, "jour inconnu"),
        ("2022-01-02", None, "depuis le 2 janvier 2022"),
        (None, "2022-01-02", "jusqu’au 2 janvier 2022"),
    ],
)
def test_days_are_said_in_french(first: str | None, last: str | None, words: str) -> None:
    bounds = [dt.date.fromisoformat(day) if day else None for day in (first, last)]
    assert days(*bounds).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("plus de 200 milliards de dollars", "au moins 200 000 000 000 USD"),
        ("entre 2,50 et 3 euros par mois", "de 2,50 à 3 EUR par mois"),
        ("environ 40 millions d'euros", "environ 40 000 000 EUR"),
        ("moins de 12 livres sterling", "au plus 12 GBP"),
    ],
)
def test_sums_are_said_in_french(text: str, words: str) -> None:
    said_so = re.sub("[\u202f\u00a0]", " ", meaning_of_amount(frnews.parse_amount(text)))
    assert said_so == words


@pytest.mark.parametrize(
    "text", ["«\u202eabc\u202c»", "a\x00b\x1b[0m", "\ud800 ! \udfff", "\u2066x\u2069\ufeff", "« Oui » : 3 %"]
)
def test_what_is_shown_has_the_length_of_the_text_and_no_commands(text: str) -> None:
    assert len(shown(text)) == len(text)
    assert not re.search("[\x00-\x08\x1b\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown(text))


def explained(article: Article) -> list[Explanation]:
    evidence = tuple(Evidence(f"evidence number {n}", 1.5 - n, Span("le président russe", 0, 18)) for n in range(6))
    candidates = tuple(Candidate(f"Candidate {n}", 3.0 - n, evidence) for n in range(4))
    return [
        Explanation(q, q.rule, candidates, "the clause follows the marks", Span(q.text, q.start_char, q.end_char))
        for q in article.quotations
    ]


def test_the_evidence_stands_on_the_page(article: Article) -> None:
    page = article.to_html(explanations=explained(article))
    assert "Candidate 1" in page
    assert "evidence number 0" in page
    assert "evidence number 0" not in article.to_html(explanations=())


def test_every_piece_of_evidence_and_every_construction_is_said_in_french() -> None:
    from frnews._tables import read_table

    page = (ROOT / "docs" / "quotations.md").read_text(encoding="utf-8").partition("## Rules")[2].partition("\n## ")[0]
    rules = re.findall(r"^\| `([a-z ]+)` \|", page, re.MULTILINE)[1:]
    assert len(rules) > 15
    assert [name for name in rules if ("rule", name) not in _french()] == []
    evidence = [row["evidence"] for row in read_table("evidence")]
    missing = [name for name in evidence if ("evidence", name) not in _french()]
    assert len(missing) <= len(evidence) // 10, missing  # a new one is shown by its own name for a while


def test_a_candidate_that_was_turned_down_is_no_reason() -> None:
    nothing = Explanation(None, "frame", (), "no speech", Span("x", 0, 1))
    assert "no speech" not in Article("x").to_html(explanations=[nothing])


@pytest.mark.parametrize("text", ["", " ", "\n\n", "a", "\ud800", "«" * 1000, "\r\n\u2028"])
def test_any_text_has_a_page(text: str) -> None:
    article = frnews.parse(text)
    for page in (article.to_html(), article._repr_html_(), frnews.to_html([article])):
        page.encode()
        assert page.startswith(("<!doctype html>", "<iframe"))


def test_joint_speakers_colour_their_quotation_together() -> None:
    text = "Ils partent."
    both = Speaker("Anne Morel et Paul Garnier", members=("Anne Morel", "Paul Garnier"))
    quotation = Quotation(text, 0, 12, "indirect", (Span(text, 0, 12),), None, None, both, "name", "que clause", 0.9)
    article = Article(text, quotations=(quotation,), speakers=(Speaker("Anne Morel"), Speaker("Paul Garnier")))
    assert 'class="q k0 b0 o1"' in article.to_html(explanations=())


def test_a_speaker_of_an_unknown_list_is_listed() -> None:
    """An article put together by hand may name a speaker in a quotation alone."""
    article = Article("Il part.", quotations=(said("Il part.", 0, 8),))
    assert "<bdi>Anne Morel</bdi>" in article.to_html(explanations=())


def test_the_time_a_page_takes_grows_with_its_length() -> None:
    def article(times: int) -> Article:
        text = "« Oui », a dit Anne Morel le 5 mars pour 3 euros. " * times
        quotations, dates, amounts = [], [], []
        for n in range(times):
            quotations.append(said(text, n * 50 + 2, n * 50 + 5))
            dates.append(DateMention(text[n * 50 + 26 : n * 50 + 35], n * 50 + 26, n * 50 + 35, "date", DateValue()))
            amounts.append(
                Amount(text[n * 50 + 41 : n * 50 + 48], n * 50 + 41, n * 50 + 48, None, None, "EUR", "exact")
            )
        return Article(text, quotations=tuple(quotations), dates=tuple(dates), amounts=tuple(amounts))

    # Whoever goes through all marks for each piece takes 64 times as long for eight times the text.
    assert proportional(article, lambda given: given.to_html(explanations=()), 200)


def test_many_articles_refuse_what_is_none() -> None:
    with pytest.raises(TypeError, match="its own to_html"):
        frnews.to_html(Article("a"))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="item 1 is str"):
        frnews.to_html([Article("a"), "b"])  # type: ignore[list-item]
    assert "0 article" in frnews.to_html([])


def test_the_cell_of_a_notebook_is_a_frame_of_its_own(article: Article) -> None:
    cell = article._repr_html_()
    assert cell.startswith("<iframe srcdoc=")
    assert 'sandbox="allow-scripts"' in cell
    assert cell.count("<") == 2  # all of the page is escaped inside the frame's attribute
