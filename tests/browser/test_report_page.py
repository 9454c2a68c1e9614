"""The report of a corpus in a browser: its plots, passages, tables and files."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest

import frnews
from browser.conftest import seconds_to_open, violations
from frnews._report import report_page
from report_cast import merge_plainly

Show = Callable[..., Any]

TEXTS = [
    ("2023-01-02", "La maire de Lyon, Anne Morel, a annoncé lundi une aide de 3 millions d'euros pour le canal."),
    ("2023-01-10", "« Nous verrons », a répondu Paul Garnier. Anne Morel a promis 3 millions d'euros le 5 mars 2023."),
    (
        "2023-02-20",
        "« C’est trop tard », a dit Léa Petit. « Non », a répondu Mme Morel, venue le 5 mars 2023. <b>Fin</b>",
    ),
    (None, "Paul Garnier a rappelé que le canal était fermé."),
]


@pytest.fixture(scope="module")
def html() -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frnews, "merge_speakers", merge_plainly, raising=False)
        items = [{"text": text, "published": day, "id": f"n{n}"} for n, (day, text) in enumerate(TEXTS)]
        return report_page(frnews.parse_many(items), title="Le canal")


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (768, "dark"), (1280, "light")])
def test_it_is_accessible_and_nothing_overflows(html: str, show: Show, width: int, scheme: str) -> None:
    page = show(html, width=width, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    page.locator("td a").first.click()
    page.locator("dialog").wait_for(state="visible")
    assert violations(page) == []


def test_a_bar_opens_the_passages_behind_it(html: str, show: Show) -> None:
    page = show(html)
    page.locator(".f-cites .wide rect").first.click()
    dialog = page.locator("dialog")
    assert dialog.locator("h2").inner_text() == "Anne Morel"
    shown = dialog.locator("li").all_inner_texts()
    assert len(shown) == int(dialog.locator(".count").inner_text().split()[0])
    assert any("une aide de 3 millions d'euros" in text for text in shown)
    assert "une aide de 3 millions" in dialog.locator("mark").first.inner_text()
    page.keyboard.press("Escape")
    assert dialog.is_hidden()
    page.wait_for_url(lambda url: "=" not in url)  # the event that tells of the closing comes later


def test_every_number_opens_as_many_passages_as_it_says(html: str, show: Show) -> None:
    page = show(html)
    links = page.evaluate(
        """() => [...document.querySelectorAll('.wide a, tbody a')].map((a) => [a.getAttribute('href'),
            a.getAttribute('aria-label') ? a.getAttribute('aria-label').match(/(\\d+)\\D*$/)[1] : a.textContent])"""
    )
    assert len(links) > 30
    for link, number in links:
        if "with=" in link:
            continue  # that one counts articles
        page.evaluate("(hash) => { location.hash = hash }", link)
        page.locator("dialog[open]").wait_for()
        assert page.locator("dialog .count").inner_text().split()[0] == number, link
        page.keyboard.press("Escape")
        page.locator("dialog[open]").wait_for(state="hidden")


def test_markup_in_a_passage_is_text(html: str, show: Show) -> None:
    page = show(html)
    page.evaluate("location.hash = '#kind=0'")
    page.locator("dialog[open]").wait_for()
    assert page.locator("dialog b").count() == 0
    assert "<b>Fin</b>" in page.locator("dialog ol").inner_text()


def test_tables_sort_search_and_are_saved(html: str, show: Show) -> None:
    page = show(html)
    table = page.locator("[data-table=people]")
    names = table.locator("tbody th")
    assert names.first.inner_text() == "Anne Morel"
    table.get_by_role("button", name="Nom", exact=True).click()
    assert names.all_inner_texts() == sorted(names.all_inner_texts())
    assert table.locator("th[data-by=name]").get_attribute("aria-sort") == "ascending"
    table.get_by_role("searchbox").fill("lea")
    assert names.all_inner_texts() == ["Léa Petit"]
    with page.expect_download() as download:
        table.get_by_role("button", name="CSV").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"))))
    assert {row["name"] for row in rows} >= {"Anne Morel", "Paul Garnier", "Léa Petit"}
    assert download.value.suggested_filename == "people.csv"


def test_a_figure_is_saved_with_its_colours(html: str, show: Show) -> None:
    page = show(html)
    with page.expect_download() as download:
        page.locator("[data-save=cites]").click()
    svg = download.value.path().read_text(encoding="utf-8")
    assert svg.startswith("<svg")
    assert 'fill="rgb(' in svg
    assert "Anne Morel" in svg
    assert 'class="' not in svg


def test_a_report_on_4500_articles_opens_within_two_seconds(show: Show) -> None:
    from attrs import evolve

    one = frnews.parse("\n".join(text for _, text in TEXTS[:3]), published="2023-01-02")
    names = [f"Anne Morel{n}" for n in range(2000)]
    articles = []
    for n in range(4500):
        speakers = {s.name: evolve(s, name=names[(n * 7 + k) % 2000]) for k, s in enumerate(one.speakers)}
        quotations = [evolve(q, speaker=q.speaker and speakers[q.speaker.name]) for q in one.quotations]
        articles.append(evolve(one, quotations=tuple(quotations), speakers=tuple(speakers.values())))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frnews, "merge_speakers", merge_plainly, raising=False)
        html = report_page(articles)
    taken = []
    for _ in range(2):
        page = show("")
        taken.append(seconds_to_open(page, html))
        assert page.locator("td a").count() > 30
        page.close()
    assert min(taken) < 2, taken
