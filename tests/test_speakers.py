"""Who speaks: the interface with the finder of quotations."""

from frnews._quotations._draft import Draft
from frnews._sentences import split_sentences
from frnews._speakers import Resolution, resolve_speakers


def span(text, piece):
    start = text.index(piece)
    return start, start + len(piece)


def test_no_quotations_cost_nothing():
    assert resolve_speakers("Emmanuel Macron est à Lyon." * 1000, [], []) == ([], ())


def test_one_object_for_each_speaker():
    text = "Anne Roy est venue. « C'est fait », a dit Mme Roy. « Enfin », a-t-elle ajouté."
    drafts = [
        Draft("direct", (span(text, "C'est fait"),), span(text, "a dit"), span(text, "Mme Roy"), "test"),
        Draft("direct", (span(text, "Enfin"),), span(text, "a-t-elle ajouté"), span(text, "elle"), "test"),
    ]
    resolutions, speakers = resolve_speakers(text, split_sentences(text), drafts)
    assert [r.via for r in resolutions] == ["name", "pronoun"]
    assert resolutions[0].speaker is resolutions[1].speaker is speakers[0]
    assert speakers[0].name == "Anne Roy"
    assert speakers[0].gender == "f"


def test_nobody_speaks_for_on():
    text = "« C'est fini », entend-on partout."
    draft = Draft("direct", (span(text, "C'est fini"),), span(text, "entend-on"), span(text, "on"), "test")
    assert resolve_speakers(text, [], [draft]) == ([Resolution(None, None)], ())
