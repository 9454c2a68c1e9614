"""Speakers of hostile and very long texts: no crash, and time that grows with length only."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import frnews
from clock import proportional
from frnews._draft import Draft
from frnews._sentences import split_sentences
from frnews._speakers import resolve_speakers

PIECES = (
    "Emmanuel Macron",
    "M. Macron",
    "le président",
    "la CGT",
    "il",
    "elle",
    "a dit",
    "«",
    "»",
    "et",
    ",",
    ".",
    "(PS)",
    "ministre de",
    "J.-L.",
    "\n",
    "\r\n",
    "\u2028",
    "e\u0301",
    "İ",
    "\ud800",
    "l’",
    "L'",
    "ce dernier",
    "son avocat",
    "un rapport de",
    "-",
    "_",
    "\u0301",
    "12",
)


@st.composite
def texts_with_drafts(draw):
    text = draw(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)))
    offset = st.integers(0, len(text))
    span = st.tuples(offset, offset).map(lambda pair: (min(pair), max(pair)))
    maybe = st.one_of(st.none(), span)
    drafts = draw(
        st.lists(
            st.builds(
                Draft,
                st.sampled_from(["direct", "indirect", "mixed"]),
                st.lists(span, min_size=1, max_size=3).map(lambda spans: tuple(sorted(spans))),
                maybe,
                maybe,
                st.just("test"),
                maybe,
                maybe,
            ),
            max_size=5,
        )
    )
    return text, sorted(drafts, key=lambda draft: draft.start)


@given(texts_with_drafts())
@settings(max_examples=200, deadline=None)
def test_never_fails(case):
    text, drafts = case
    for sentences in (split_sentences(text), []):
        resolutions, speakers = resolve_speakers(text, sentences, drafts)
        assert len(resolutions) == len(drafts)
        for resolution in resolutions:
            assert (resolution.speaker is None) == (resolution.via is None)
            if resolution.speaker is not None:
                assert resolution.speaker.name
                members = set(resolution.speaker.members)
                assert members <= {speaker.name for speaker in speakers}


def article(size):
    """Return a text of about `size` characters with 17 quotations every thousand, and the quotations."""
    block = (
        "Le ministre de l'Intérieur, Jean Roy{n}, est venu à Brest. « C'est fait », a-t-il dit. "
        "La maire Anne Le Goff{n} a répondu que rien n'allait. Selon le ministre, tout va bien. "
    )
    text, drafts, number = "", [], 0
    while len(text) < size:
        piece, at = block.format(n=chr(97 + number % 26)), len(text)
        number += 1
        spans = {
            key: (at + piece.index(key), at + piece.index(key) + len(key)) for key in ("C'est fait", "rien n'allait")
        }
        il, selon = at + piece.index("-il dit") + 1, at + piece.index("le ministre,")
        maire = at + piece.index("La maire")
        drafts += [
            Draft("direct", (spans["C'est fait"],), None, (il, il + 2), "test"),
            Draft("indirect", (spans["rien n'allait"],), None, (maire, maire + 20), "test"),
            Draft("indirect", ((selon + 13, selon + 25),), None, (selon, selon + 11), "test"),
        ]
        text += piece
    return text, drafts


@pytest.mark.parametrize("split", [True, False], ids=["sentences", "one sentence"])
def test_time_grows_with_length(split):
    def work(size):
        text, drafts = article(size)
        return text, split_sentences(text) if split else [], drafts

    resolve_speakers(*work(2_000))
    assert proportional(work, lambda given: resolve_speakers(*given), 8_000)


@pytest.mark.parametrize(
    "sign", ["«", "A", "é", ".", "M. ", "Jean ", "le président ", "et ", "(", "'", "-", "J.", "\n", "un "]
)
def test_one_sign_without_end(sign):
    def work(size):
        text = sign * (size // len(sign))
        drafts = [Draft("direct", ((at, at + 5),), None, (at + 5, at + 50), "test") for at in range(0, 1000, 100)]
        drafts.append(Draft("direct", ((2000, len(text) - 10),), None, (len(text) - 10, len(text)), "test"))
        return text, [], drafts

    assert proportional(work, lambda given: resolve_speakers(*given), 20_000)


def test_same_answer_for_every_normal_form_and_sign():
    plain = "Valérie Pécresse est à l'Élysée. \"C'est fait\", a dit Valérie Pécresse."
    for text in (
        plain,
        unicodedata.normalize("NFD", plain),
        plain.replace("'", "’"),
        plain.replace(" ", "\u00a0"),
        plain.replace("Pécresse est", "PÉCRESSE est"),
    ):
        start = max(text.rfind("Valérie"), text.rfind(unicodedata.normalize("NFD", "Valérie")))
        draft = Draft("direct", ((start - 20, start - 8),), None, (start, len(text) - 1), "test")
        (resolution,), _ = resolve_speakers(text, split_sentences(text), [draft])
        assert unicodedata.normalize("NFC", resolution.speaker.name).replace("\u00a0", " ") == "Valérie Pécresse"


def test_a_name_of_particles_alone_is_nobody():
    """Found by the fuzz run: "Du Do" is left with no piece when its particles are."""
    assert [quotation.speaker for quotation in frnews.parse("'r Du Do\ts'").quotations] == [None]
