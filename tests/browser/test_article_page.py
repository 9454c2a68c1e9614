"""The page of an article in a browser: its marks, filters, keyboard, and what a hostile text can do."""

from collections.abc import Callable
from typing import Any

import pytest

import frnews
from browser.conftest import violations
from conftest import ROOT
from frnews import Article, Quotation, Span, Speaker

Show = Callable[..., Any]

SOURCE = (ROOT / "seeds" / "000_e7cadc77fcb512b1.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def article() -> Article:
    return frnews.parse(SOURCE, published="2022-12-30", id="seed")


@pytest.fixture(scope="module")
def html(article: Article) -> str:
    return article.to_html()


def plain(text: str) -> str:
    """What a page shows may hold no-break spaces where the source has ordinary ones."""
    return text.replace("\u00a0", " ")


def test_every_mention_is_marked_where_it_stands(article: Article, html: str, show: Show) -> None:
    page = show(html)
    marked = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('.h')].map(({ dataset: { m } }) => [m,
            [...document.querySelectorAll('.text span')].filter((s) => s.dataset.m.split(' ').includes(m))
            .map((s) => [s.className, s.textContent])]))"""
    )
    assert len(marked) == len(article.quotations) + len(article.dates) + len(article.amounts)
    for number, quotation in enumerate(article.quotations):
        pieces = marked[f"q{number}"]
        beside = [text for classes, text in pieces if {"c", "m"} & set(classes.split())]
        said = "".join(text for classes, text in pieces if "q" in classes.split())
        inside = [s for s in (quotation.cue, quotation.mention) if s]
        assert plain(said) == "".join(segment.text for segment in quotation.segments)
        assert all(plain(text) in " ".join(span.text for span in inside) for text in beside)
    for layer, mentions in (("d", article.dates), ("a", article.amounts)):
        for number, mention in enumerate(mentions):
            assert plain("".join(text for _, text in marked[f"{layer}{number}"])) == mention.text


def test_the_whole_text_is_there(article: Article, html: str, show: Show) -> None:
    shown = show(html).evaluate("[...document.querySelectorAll('main p')].map((p) => p.textContent).join('\\n')")
    assert plain(shown) == SOURCE


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (768, "dark"), (1280, "light"), (1280, "dark")])
def test_it_is_accessible_and_nothing_overflows(html: str, show: Show, width: int, scheme: str) -> None:
    page = show(html, width=width, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    page.locator(".q").first.click()
    page.wait_for_timeout(200)  # the tint fades in
    assert violations(page) == []


def test_lines_are_of_60_to_75_characters(html: str, show: Show) -> None:
    page = show(html)
    lines = page.evaluate(
        """() => [...document.querySelectorAll('main p')].map((p) =>
            [p.textContent.length, p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight)])"""
    )
    long = [characters / rows for characters, rows in lines if rows > 4.5]
    assert 52 < sum(long) / len(long) < 75  # the last line of a paragraph is not full


def test_pointing_opens_what_was_read_and_leaving_closes_it(html: str, show: Show) -> None:
    page = show(html)
    card = page.locator(".card")
    assert card.is_hidden()
    page.locator("[data-m~=q2].q").first.hover()
    assert "Vladimir Poutine" in card.inner_text()
    assert "s’est félicité" in card.inner_text()
    page.locator(".foot").hover()
    assert card.is_hidden()


def test_a_click_pins_it_until_escape(html: str, show: Show) -> None:
    page = show(html)
    page.locator("[data-m~=a0].a").first.click()
    card = page.locator(".card")
    assert "200\u202f000\u202f000\u202f000\u00a0USD" in card.text_content()
    assert "Vladimir Poutine" in card.inner_text()  # the sum stands in his words
    page.locator(".foot").hover()
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert card.is_hidden()


def test_touch_opens_it(html: str, show: Show) -> None:
    page = show(html, width=360, has_touch=True)
    page.locator("[data-m~=d0].d").first.tap()
    assert "30\u00a0décembre 2022" in page.locator(".card").text_content()
    box = page.locator(".card").bounding_box()
    assert box["x"] == 0
    assert box["width"] == 360
    page.locator("[data-m~=q3].q").first.tap()
    page.wait_for_timeout(800)  # the page scrolls to it
    said = page.locator("[data-m~=q3].q").first.bounding_box()
    assert 0 < said["y"] < page.locator(".card").bounding_box()["y"]


def test_the_keyboard_reaches_every_mention(article: Article, html: str, show: Show) -> None:
    page = show(html)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    reached = []
    page.keyboard.press("Tab")
    for _ in range(len(article.quotations) + len(article.dates) + len(article.amounts)):
        reached.append(page.evaluate("document.activeElement.dataset.m"))
        assert page.locator(".card").is_visible()
        assert page.locator("button[aria-expanded=true]").get_attribute("data-m") == reached[-1]
        page.keyboard.press("ArrowRight")
    assert len(set(reached)) == len(reached)
    labels = page.evaluate("[...document.querySelectorAll('.h')].map((h) => h.getAttribute('aria-label'))")
    assert any(label.startswith("Citation directe de Vladimir Poutine") for label in labels)


def test_a_speaker_can_be_left_alone_in_colour(article: Article, html: str, show: Show) -> None:
    page = show(html)
    page.locator(".voice", has_text="Xi Jinping").click()
    tinted = page.evaluate("[...new Set([...document.querySelectorAll('.q')].flatMap((s) => s.dataset.m.split(' ')))]")
    theirs = [f"q{n}" for n, q in enumerate(article.quotations) if q in article.quotations_by("Xi Jinping")]
    assert {key for key in tinted if key[0] == "q"} == set(theirs)
    page.locator(".voice", has_text="Xi Jinping").click()
    assert page.locator(".q").count() > len(tinted)


def test_layers_and_confidence_filter(article: Article, html: str, show: Show) -> None:
    page = show(html)
    page.locator("[data-layer=indirect]").uncheck()
    kinds = page.evaluate("[...document.querySelectorAll('.h:not([hidden])')].map((h) => h.dataset.m)")
    assert {q.kind for n, q in enumerate(article.quotations) if f"q{n}" in kinds} == {"direct", "mixed"}
    page.locator("[data-layer=d]").uncheck()
    assert page.evaluate("getComputedStyle(document.querySelector('.d')).textDecorationLine") == "none"
    page.locator("[data-sure]").fill("95")
    assert page.locator(".q").count() == sum(q.confidence >= 0.95 and q.kind != "indirect" for q in article.quotations)
    assert page.locator("output").inner_text() == "95\u202f%"


def test_a_day_in_the_list_leads_to_its_place(html: str, show: Show) -> None:
    page = show(html, width=360)
    page.locator(".days button", has_text="printemps 2023").click()
    page.wait_for_timeout(600)
    assert page.locator(".d.on", has_text="printemps 2023").is_visible()
    assert "31\u00a0mai 2023" in page.locator(".card").text_content()


def test_it_prints_with_its_notes(html: str, show: Show) -> None:
    page = show(html)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".filters").is_hidden()
    assert page.locator(".notes .note").first.is_visible()
    assert page.locator(".q").first.evaluate("(s) => getComputedStyle(s).backgroundColor") != "rgba(0, 0, 0, 0)"


HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> </main></script><!-- "
    '« \u202e"><svg onload=alert(3)> \u2066 javascript:alert(4) </span> », a dit Léa <b>Martin</b>.\x00\x1b[31m'
    "\ud800 {{ 7*7 }} {% raw %} &lt;i&gt; ]]> <style>*{display:none}</style> <iframe src=//example.org></iframe>"
)


def test_a_hostile_text_is_shown_and_does_nothing(show: Show) -> None:
    said = Span(HOSTILE[75:140], 75, 140)
    speaker = Speaker('"><img src=x onerror=alert(5)>\u202e', role="<script>alert(6)</script>", aliases=("'",))
    quotation = Quotation(said.text, 75, 140, "direct", (said,), None, None, speaker, "name", "<b>rule</b>", 0.9)
    article = Article(HOSTILE, id="</title><script>alert(7)</script>", quotations=(quotation,), speakers=(speaker,))
    for html in (
        article.to_html(explanations=()),
        frnews.to_html([article], title="</title><script>alert(8)</script>"),
    ):
        page = show(html)
        if page.locator(".rows a").count():
            page.locator(".rows a").click()
        page.locator(".q").first.click()
        assert page.locator("[data-page] :is(script, img, svg, iframe, style)").count() == 0
        text = page.locator("main.text").text_content()
        assert "<script>alert(1)</script>" in text
        assert "{{ 7*7 }}" in text
        assert not set("\u202e\u2066\x00\x1b") & set(page.locator("body").text_content())


def test_nothing_but_its_own_script_may_run(html: str, browser: Any, tmp_path: Any) -> None:
    """If markup came through by a fault, the page's policy would still stop it."""
    file = tmp_path / "page.html"
    file.write_text(
        html.replace("</body>", "<script>window.bad = 1</script><img src=bad.png></body>"), encoding="utf-8"
    )
    page = browser.new_page()
    stopped: list[str] = []
    page.on("requestfailed", lambda request: stopped.append(f"{request.url.rpartition('/')[2]} {request.failure}"))
    page.goto(file.as_uri())
    assert page.evaluate("window.bad") is None
    assert stopped == ["bad.png csp"]
    page.close()
