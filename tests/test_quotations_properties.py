"""Quotations of hostile text: true offsets, segments in order, no crash, and time that grows with length only."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import frnews
from clock import linear, proportional, seconds

MARKS = ("«", "»", "« ", " »", "“", "”", "„", "‟", '"', "‹", "›", "'", "’", "‘", "<<", ">>", "– ", "— ", "- ")
CUES = (
    "a déclaré",
    "a-t-il dit",
    "a-t-elle ajouté",
    "dit",
    "dit que",
    "a promis de",
    "accuse",
    "juge",
    "soulignant que",
    "avant d'annoncer",
    "selon",
    "Selon",
    "d’après",
    "pour",
    "Aux yeux de",
    "l'annonce de",
    "n'a pas dit",
    "tweete",
)
NAMES = ("Léa Martin", "M. Roy", "il", "elle", "on", "la ministre", "Moscou", "le PS", "une source policière", "Éric")
WORDS = ("nous", "verrons", "la réforme", "juste", "de", "que", "qui", "et", "mais", "3 millions d'euros", "vendredi")
SIGNS = (",", ".", "…", " ?", " !", " :", ";", ")", "(", "[…]", "\u00a0:", "\u202f!")
LINES = ("\n", "\r\n", "\n\n", "\r", "\u2028", "\u2029", "\x0b")
HOSTILE = (
    "\u0301",
    "e\u0301",
    unicodedata.normalize("NFD", "Éric a déclaré"),
    "İ",
    "ß",
    "\ud800",
    "\udfff",
    "\U0001f600",
    "\u200b",
    "\ufeff",
    "\x00",
    "<p>",
    "&nbsp;",
    "\u202e",
)

PIECES = st.one_of(*map(st.sampled_from, (MARKS, CUES, NAMES, WORDS, SIGNS, LINES, HOSTILE)))
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=30).map(" ".join),
)
# Where something is always quoted, so that the properties are not true of nothing.
SAID = st.tuples(TEXTS, st.lists(PIECES, max_size=6).map(" ".join), TEXTS).map(
    lambda parts: f"{parts[0]}\n« Nous verrons {parts[1]} », a déclaré Léa Martin.\n{parts[2]}"
)


def assert_sound(text: str, quotations: list[frnews.Quotation]) -> None:
    """Check what holds of the quotations of any text."""
    assert quotations == sorted(quotations, key=lambda q: q.start_char)
    for quotation in quotations:
        assert quotation.kind in ("direct", "indirect", "mixed")
        assert quotation.rule
        assert quotation.segments
        spans = [quotation, *quotation.segments, quotation.cue, quotation.mention]
        for span in filter(None, spans):
            assert 0 <= span.start_char < span.end_char <= len(text)
            assert text[span.start_char : span.end_char] == span.text
        for one, other in zip(quotation.segments, quotation.segments[1:], strict=False):
            assert one.end_char <= other.start_char
        assert quotation.start_char == quotation.segments[0].start_char
        assert quotation.end_char == quotation.segments[-1].end_char
        assert (quotation.speaker is None) == (quotation.via is None)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_offsets_and_segments_of_any_text(text: str) -> None:
    assert_sound(text, frnews.extract_quotations(text))


@given(SAID)
@settings(max_examples=200, deadline=None)
def test_offsets_and_segments_around_a_quotation(text: str) -> None:
    assert_sound(text, frnews.extract_quotations(text))


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_what_is_quoted_is_given_without_its_own_marks(text: str) -> None:
    for quotation in frnews.extract_quotations(text):
        if quotation.kind != "direct":
            continue
        for segment in quotation.segments:
            # Inner marks are kept ("« Non, “rien” »"), but not a pair that encloses the whole segment.
            first, last = segment.text[0], segment.text[-1]
            inside = segment.text[1:-1]
            enclosed = {"«": "»", "“": "”", '"': '"', "‹": "›"}.get(first) == last and not set(inside) & {first, last}
            assert len(segment.text) == 1 or not enclosed


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_the_same_text_has_the_same_quotations(text: str) -> None:
    assert frnews.extract_quotations(text) == frnews.extract_quotations(text)


SENTENCES = (
    "« Nous verrons », a déclaré Éric Lefèvre.",
    "Élodie Carré a ajouté que la réforme était prête.",
    "Selon Élodie Carré, l’été sera sec.",
)


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("before", ["İİİ.\n", "\ud800\n", "\U0001f600 \U0001f600\r\n", "e\u0301\u2028", "\ufeff\n"])
def test_what_stands_before_moves_the_offsets_alone(text: str, before: str) -> None:
    (plain,) = frnews.extract_quotations(text)
    (moved,) = frnews.extract_quotations(before + text)
    assert_sound(before + text, [moved])
    assert moved.start_char == plain.start_char + len(before)
    for field in ("text", "kind", "rule", "via", "speaker"):
        assert getattr(moved, field) == getattr(plain, field)


@pytest.mark.parametrize("text", SENTENCES)
def test_decomposed_accents_are_read_like_others(text: str) -> None:
    (plain,) = frnews.extract_quotations(text)
    decomposed = unicodedata.normalize("NFD", text)
    (quotation,) = frnews.extract_quotations(decomposed)
    assert_sound(decomposed, [quotation])
    assert unicodedata.normalize("NFC", quotation.text) == plain.text
    assert quotation.cue is not None
    assert unicodedata.normalize("NFC", quotation.cue.text) == plain.cue.text
    assert unicodedata.normalize("NFC", quotation.speaker.name) == plain.speaker.name


def test_a_segment_ends_before_white_space() -> None:
    (quotation,) = frnews.extract_quotations("a-t-il dit « a déclaré \n")
    assert [segment.text for segment in quotation.segments] == [quotation.segments[0].text.strip()]


# How often a piece stands in a text that takes some hundredths of a second where time is linear.
GROWTH = [
    ("«", 5_000),
    ("»", 5_000),
    ('"', 5_000),
    ("'", 5_000),
    ("a, ", 1_000),
    ("– a\n", 500),
    ("« a\n", 500),
    ("dire ", 500),
    ("de ", 1_000),
    ("qui ", 2_000),
    ("«a»", 1_500),
    ("« a » ", 1_500),
    ('"a" ', 1_500),
    ("selon Léa, ", 200),
    ("il dit que, ", 300),
    ("M. Roy et ", 1_000),
    ("« A », a dit Léa Roy. ", 150),
    ("Léa Roy a dit que non. Il ajoute que oui.\n", 150),
    # A verb of saying again and again, in a sentence without end.
    ("dit ", 200),
    ("dit que ", 200),
    ("« a, dit-il, b ", 200),
    ("a dit : ", 200),
    ("a, dit, ", 150),
]


@pytest.mark.parametrize(("piece", "times"), GROWTH, ids=repr)
def test_time_grows_with_length(piece: str, times: int) -> None:
    frnews.extract_quotations(piece * 50)
    assert proportional(lambda number: piece * number, frnews.extract_quotations, times // 4)


def test_time_grows_with_what_is_told_behind_a_mark_opened_again() -> None:
    def text(times: int) -> str:
        return "« …\n« " + "Anne Roy affirme que la route est sûre. " * times

    frnews.extract_quotations(text(30))
    assert proportional(text, frnews.extract_quotations, 100)


def test_a_million_opening_marks() -> None:
    text = "«" * 1_000_000
    frnews.extract_quotations("«" * 1000)
    assert seconds(lambda: frnews.parse(text, published="2022-12-30")) < 5
    assert frnews.extract_quotations(text) == []


@pytest.mark.parametrize("sign", ["»", '"', "'", ",", ":", "\n", " ", "a", "–", "\ud800"])
def test_one_sign_without_end(sign: str) -> None:
    assert linear(lambda: frnews.extract_quotations(sign * 250_000), 250_000, 15)


def test_a_line_of_stops_is_nothing_said():
    """Found by the fuzz run: the sentence before "C'est ce que" may hold no word."""
    assert frnews.extract_quotations(".\nC'est ce que révèle une étude de la Banque.") == []


def test_a_text_may_end_with_a_comma_behind_an_inserted_clause():
    """Found by the fuzz run: nothing stands behind the comma, where another quotation might be joined."""
    assert [quotation.kind for quotation in frnews.extract_quotations('s»t("i")Q,')] == ["direct"]
