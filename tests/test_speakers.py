"""Who speaks: the interface with the finder of quotations."""

import pytest

import frnews
from frnews._draft import Draft
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


def test_the_agent_of_a_clause_speaks_where_no_mention_does():
    text = "Anne Roy a reçu Luc Petit, soulignant que tout allait bien."
    draft = Draft(
        "indirect", (span(text, "tout allait bien"),), span(text, "soulignant"), None, "test", span(text, "Anne Roy")
    )
    (resolution,), _ = resolve_speakers(text, split_sentences(text), [draft])
    assert (resolution.speaker.name, resolution.via) == ("Anne Roy", "carried_over")


def test_whoever_is_spoken_to_is_not_the_pronoun():
    text = "Luc Petit et Marc Roy sont là. Luc Petit insiste. « Non », lui a-t-il répondu."
    content, il = (span(text, "Non"),), (text.rindex("il"), text.rindex("il") + 2)
    bare = Draft("direct", content, None, il, "test")
    told = Draft("direct", content, None, il, "test", addressee=span(text, "Luc Petit"))
    assert resolve_speakers(text, split_sentences(text), [bare])[0][0].speaker.name == "Luc Petit"
    assert resolve_speakers(text, split_sentences(text), [told])[0][0].speaker.name == "Marc Roy"


def test_who_speak_together_stand_one_by_one():
    text = "Luc Petit et Anne Roy ont dit que c'était fini. Anne Roy a pleuré."
    draft = Draft(
        "indirect", (span(text, "c'était fini"),), span(text, "ont dit"), span(text, "Luc Petit et Anne Roy"), "t"
    )
    (resolution,), speakers = resolve_speakers(text, split_sentences(text), [draft])
    assert resolution.speaker.name == "Luc Petit et Anne Roy"
    assert resolution.speaker.members == ("Luc Petit", "Anne Roy") == tuple(s.name for s in speakers)


def test_aliases_are_the_other_names():
    text = "Vladimir Poutine est là. Pour M. Poutine, « rien ne change ». Poutine part."
    draft = Draft("direct", (span(text, "rien ne change"),), span(text, "Pour"), span(text, "M. Poutine"), "test")
    (resolution,), _ = resolve_speakers(text, split_sentences(text), [draft])
    assert resolution.speaker.aliases == ("Poutine",)


@pytest.mark.parametrize("short", ["J-M Roy", "J.-M. Roy", "J. M. Roy", "J.M. Roy"])
def test_initials_are_a_first_name(short: str):
    text = f"Jean-Marc Roy est arrivé à Mons. « Le pont rouvrira », a déclaré hier {short}, le maire."
    (quotation,) = frnews.parse(text).quotations
    assert (quotation.speaker.name, quotation.mention.text) == ("Jean-Marc Roy", short)


def test_what_somebody_else_is_is_no_function_of_the_next_name():
    clause = "Alors que Marie Diop espère être candidate à la mairie, Jean-Luc Roy se tait."
    text = f"{clause} « Rien ne presse », a dit le sénateur."
    (quotation,) = frnews.parse(text).quotations
    assert quotation.speaker.name == "Jean-Luc Roy"


def test_whoever_speaks_in_brackets_is_their_subject():
    text = "L'opposition a quitté la salle (Jean Copé déplora mardi un texte « creux et vide »)."
    (quotation,) = frnews.parse(text).quotations
    assert quotation.speaker.name == "Jean Copé"


def test_a_surname_may_open_like_a_function():
    text = "Bruno Le Maire était à Lyon. « C'est fini », a dit M. Le Maire. « Non », a répondu M. le maire."
    first, second = frnews.parse(text).quotations
    assert (first.speaker.name, first.via) == ("Bruno Le Maire", "name")
    assert second.via == "description"
