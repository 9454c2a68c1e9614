"""What letter a word or sign has on its own, before what stands around it is looked at; `_tags` lists the letters."""

from functools import cache

from frnews._french._remembered import Remembered
from frnews._french._verbs import REGULAR_PARTICIPLE, readings
from frnews._french._words import is_adverb, words_of

ARTICLES = frozenset({"le", "la", "les", "l'", "leur"})
"""Articles that may be clitics, and "leur", which may be a determiner."""
OTHER_CLITICS = frozenset({"se", "s'", "lui", "y", "en", "me", "m'", "te", "t'", "ne", "n'", "nous", "vous", "leur"})
"""What stands before a verb and is no article."""
SUBJECTS = frozenset({"il", "elle", "ils", "elles", "on", "je", "j'", "tu"})
"""Pronouns that are subjects and nothing else."""
_STRONG = frozenset(
    {"lui", "eux", "celui-ci", "celle-ci", "ceux-ci", "celles-ci", "celui-là", "celle-là", "celui", "celle", "ceux",
     "celles", "certains", "certaines", "beaucoup", "chacun", "chacune", "personne", "moi", "toi", "cela",
     "ça", "quelqu'un", "quelqu'une"}
)  # fmt: skip
ASKING = frozenset({"pourquoi", "comment", "combien"})
"""Words that open an indirect question and nothing else."""
_SUBORDINATORS = (
    ASKING | {"quand", "lorsque", "lorsqu'", "comme", "puisque", "puisqu'", "quoique", "quoiqu'"} | {"parce", "tandis"}
)
COUNTING = frozenset({"plusieurs", "certains", "certaines", "tous", "toutes", "aucun", "aucune"})
"""Determiners that may stand without a noun."""
# How words end that may be forms of a verb that no list has.
_OPEN_ENDED = ("er", *REGULAR_PARTICIPLE)
BEHIND_NOUN = frozenset({"divers", "diverses", "différents", "différentes"})
"""Determiners that behind a noun are its adjective: "des avis | différents", "une élue | divers droite"."""
# Words of closed classes that what stands around them makes something else: see `_in_context`.
_IN_CONTEXT = COUNTING | BEHIND_NOUN | {
    "en", "lui", "leur", "nous", "vous", "ce", "c'", "s'", "elle", "elles", "un", "une", "personne", "point", "pas",
    "car", "tout", "depuis", "après", "avant", "donc", "autres",
}  # fmt: skip
MARKS = frozenset('«»"“”„‟‹›')
"""Quotation marks."""
_LETTERS_OF_SIGNS = {",": ",", "-": "–—-", "(": "([", ")": ")]", '"': MARKS | set("'‘’"), "N": "%°&/+"}
_SIGNS = {sign: letter for letter, signs in _LETTERS_OF_SIGNS.items() for sign in signs}
_CLOSED = {
    "determiner": "D", "partitive": "d", "preposition": "R", "coordinator": "C", "relative": "L", "negation": "n",
}  # fmt: skip


def closed_letter(word: str) -> str:
    """Return the letter of a word of a closed class, or ""."""
    return _CLOSED_LETTERS[word]


def _closed_letter(word: str) -> str:
    return _closed_class().get(word) or ("B" if is_adverb(word) else "")


@cache
def _closed_class() -> dict[str, str]:
    """Return the letter of each word of the closed classes: of one in several the first."""
    classes: list[tuple[str, frozenset[str]]] = [
        ("p", SUBJECTS | {"c'"}),
        ("a", ARTICLES),
        ("c", frozenset({"se", "s'", "y", "me", "m'", "te", "t'"})),
        ("n", frozenset({"ne", "n'"})),
        ("S", frozenset({"nous", "vous"})),
        ("U", _SUBORDINATORS | {"que", "qu'", "si"}),
        ("S", _STRONG),
        *((letter, words_of(name)) for name, letter in _CLOSED.items()),
        ("T", words_of("date word")),
    ]
    return {word: letter for letter, words in reversed(classes) for word in words}


_CLOSED_LETTERS = Remembered(_closed_letter)


def moods_of(word: str) -> str:
    """Return what a word may be as a verb: A auxiliary, V finite in the third person, v in another, Q, I, G."""
    return _MOODS[word]


def _moods_of(word: str) -> str:
    if not (forms := readings(word)):
        return ""
    moods = set()
    for form in forms:
        if form.mood == "finite":
            third = form.person == 3
            moods.add("A" if third and form.lemma in {"avoir", "être"} else "V" if third else "v")
        else:
            moods.add({"past_participle": "Q", "infinitive": "I", "present_participle": "G"}[form.mood])
    return "".join(moods)


_MOODS = Remembered(_moods_of)


def settled_letter(word: str) -> str:
    """Return the letter that a word has wherever it stands in small letters, outside of time expressions, or "".

    Two thirds of all tokens have one.

    >>> [settled_letter(word) for word in (",", "»", "dans", "préfet", "porte", "la", "aura", "12")]
    [',', '"', 'R', 'N', '', '', 'A', '#']
    """
    if not word[0].isalnum():
        return "" if word == "." else sign_letter(word)
    if word[0].isdigit():
        return "#"
    closed = closed_letter(word)
    if closed:
        in_context = closed == "a" or word in _IN_CONTEXT or (closed == "B" and word.endswith("ment"))
        return "" if in_context else closed
    if word == "fois" or word in words_of("civility"):
        return ""
    moods = moods_of(word)
    if "A" in moods:
        return "" if word == "est" else "A"  # "l'est du pays"
    return "" if moods or word.endswith(_OPEN_ENDED) else "N"


SETTLED = Remembered(settled_letter)
"""The letters of `settled_letter`, by word."""


def sign_letter(word: str) -> str:
    """Return the letter of a sign; those of no table are stops."""
    return "i" if len(word) > 1 and word[0] in "-‐‑" else _SIGNS.get(word, "K")
