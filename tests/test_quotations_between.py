"""What stands between a verb and what it reports changes nothing: verbs, each with where and when one says it."""

import pytest

from who_says import told

SAYINGS = [
    ("a annoncé", "que la rue fermera"),
    ("a annoncé", "la fermeture de la rue"),
    ("a dit", "vouloir fermer la rue"),
    ("a promis", "de fermer la rue"),
    ("a appelé", "à fermer la rue"),
    ("a accusé", "le préfet de mentir"),
    ("a jugé", "la mesure injuste"),
    ("s'est engagé", "à fermer la rue"),
    ("s'est dit", "prêt à partir"),
    ("a plaidé", "pour une réouverture rapide"),
    ("a dénoncé", "« une honte »"),
    ("a expliqué", "pourquoi la rue fermera"),
    ("a demandé", "que la rue ferme"),
    ("a mis en garde", "contre une crue"),
    ("affirme", "que la rue fermera"),
    ("dénonce", "la fermeture de la rue"),
]
BETWEEN = [
    "mardi",
    "à l'AFP",
    "à Paris",
    "dans un communiqué",
    "devant les députés",
    "sur Twitter",
    "au Monde",
    "hier",
    "ce 3 mars",
    "jeudi 12 mai à Lyon",
    "de son côté",
    "à son tour",
    "à l'issue du conseil",
    "à des journalistes",
    "auprès de l'AFP",
    "dans la foulée",
    "dans un message publié sur X",
    "à plusieurs reprises",
    "une fois encore",
    ", mardi,",
    ", lundi à Lyon,",
    ", dans un communiqué,",
    "avant le vote",
    "après le match",
    "en début de soirée",
    "par communiqué",
    "à la presse",
]


@pytest.mark.parametrize("speaker", ["Le maire Paul Roy", "La CGT", "La ministre française de la Santé, Lise Petit,"])
@pytest.mark.parametrize(("verb", "content"), SAYINGS)
def test_what_stands_between_changes_nothing(speaker: str, verb: str, content: str) -> None:
    plain = told(f"{speaker} {verb} {content}.")
    assert len(plain) == 1
    changed = [words for words in BETWEEN if told(f"{speaker} {verb} {words} {content}.".replace(" ,", ",")) != plain]
    assert changed == []


@pytest.mark.parametrize("times", ["plusieurs fois", "maintes fois", "deux fois", "une nouvelle fois", "tout de suite"])
def test_how_often_stands_between_an_auxiliary_and_its_participle(times: str) -> None:
    assert told(f"Le Canada a {times} affirmé que la Chine ment.") == [("Canada", "la Chine ment")]


@pytest.mark.parametrize(("verb", "content"), [SAYINGS[0], SAYINGS[1], SAYINGS[2], SAYINGS[4]])
def test_through_whom_one_speaks_is_no_source_of_who_says_it(verb: str, content: str) -> None:
    plain = told(f"Le maire Paul Roy {verb} {content}.")
    assert told(f"Le maire Paul Roy {verb} par la voix de son avocat {content}.") == plain


@pytest.mark.parametrize(
    "words", ["mardi", "à Paris", "dans un communiqué", "sur Twitter", "à l'issue du conseil", "avant le vote"]
)
def test_a_phrase_may_hold_the_preposition_of_the_verb(words: str) -> None:
    plain = told("Le maire Paul Roy s'est félicité de l'accord signé.")
    assert told(f"Le maire Paul Roy s'est félicité {words} de l'accord signé.") == plain
    assert told("Le maire Paul Roy s'est plaint à la commission des arbitres.") == []
