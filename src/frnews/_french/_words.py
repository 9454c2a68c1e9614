"""What the surface grammar knows of single words: their closed classes, and which are adverbs."""

from collections.abc import Sequence
from functools import cache

from frnews._french._verbs import readings
from frnews._tables import read_table

SENTENCE_ENDS = frozenset({".", "!", "?", "…"})
"""Signs with which a sentence ends."""
DASHES = frozenset({"–", "—"})
"""Dashes that part words: a hyphen may stand within one."""
BEFORE_OTHER = {"autres": frozenset({"d'", "les"}), "autre": frozenset({"un", "une", "l'"})}
"""What stands before "autre" and "autres" where they stand for their noun: "d'autres disent", "l'autre dit"."""
SETTING_OFF = DASHES | {","}
"""Signs that set off what is put into a clause."""
OPENING_MARKS = frozenset('«"“')
"""Quotation marks that open a piece in running text."""
CLOSING_MARKS = frozenset('»"”')
"""Those that close one."""
COORDINATING = frozenset({"et", "mais", "car", "or"})
"""Coordinators with which a clause goes on behind another: "la rue est fermée, | mais elle rouvrira"."""
STRESSED = frozenset({"lui", "elle", "eux", "elles"})
"""Pronouns that stress somebody named before, or stand behind a preposition."""


@cache
def words_of(*classes: str) -> frozenset[str]:
    """Return the words of some classes of `data/grammar_words.tsv`, in lower case with straight apostrophes.

    >>> "cette" in words_of("determiner"), {"cette", "du"} <= words_of("determiner", "partitive")
    (True, True)
    """
    rows = read_table("grammar_words")
    if unknown := set(classes).difference(row["class"] for row in rows):
        raise KeyError(*unknown)
    return frozenset(row["word"] for row in rows if row["class"] in classes)


_ADVERBS = words_of("adverb")


def is_adverb(word: str) -> bool:
    """Whether a word is an adverb: one of the table, or one in -ment that is neither a noun nor a verb.

    >>> [w for w in ("fermement", "parlement", "affirment") if is_adverb(w)]
    ['fermement']
    """
    return word in _ADVERBS or (
        word.endswith("ment") and len(word) > 5 and word not in words_of("noun in -ment") and not readings(word)
    )


def may_part_auxiliary(word: str) -> bool:
    """Whether a word may stand in a phrase between an auxiliary and its participle ("a de son côté affirmé")."""
    return is_adverb(word) or word in words_of("inserted word")


# The nouns in -al of the news that take -s (Grevisse, Le Bon Usage, pluriel des noms).
_PLAIN_PLURAL = frozenset({"bal", "carnaval", "chacal", "festival", "récital", "recital", "régal", "regal"})


def plural_of(noun: str) -> str:
    """Return the plural of the first word of a noun, with its accents or without.

    >>> plural_of("vœu"), plural_of("propos"), plural_of("mot d'ordre"), plural_of("tribunal"), plural_of("festival")
    ('vœux', 'propos', "mots d'ordre", 'tribunaux', 'festivals')
    """
    head, space, complement = noun.partition(" ")
    if head.endswith(("s", "x", "z")):
        return noun
    if head.endswith("al") and head not in _PLAIN_PLURAL:
        return head[:-2] + "aux" + space + complement
    return head + ("x" if head.endswith(("eu", "œu", "eau")) else "s") + space + complement


# Nouns for persons that end in the singular as others do in the plural.
_PLAIN_SINGULAR = ("ais", "ois", "fils", "bras", "ss")


def singular_of(nouns: str) -> str:
    """Return a noun in the plural, and the adjectives around it, in the singular; its complement stays.

    >>> singular_of("anciens conseillers municipaux de ses rivaux"), singular_of("rivaux chinois"), singular_of("fils")
    ('ancien conseiller municipal de ses rivaux', 'rival chinois', 'fils')
    """
    words = nouns.split(" ")
    for index, word in enumerate(words):
        if word in GOVERNORS or word.startswith(("d'", "d’", "l'", "l’")):
            break
        if word.endswith("aux"):
            words[index] = word[:-1] if word.endswith("eaux") else word[:-3] + "al"
        elif word.endswith("s") and not word.endswith(_PLAIN_SINGULAR):
            words[index] = word[:-1]
    return " ".join(words)


CONTRACTED = {
    "de": frozenset({"de", "d'", "du", "des"}),
    "à": frozenset({"à", "au", "aux"}),
    "que": frozenset({"que", "qu'"}),
}
"""The forms that "de" and "à" have with an article behind them, and "que" before a vowel."""
GOVERNORS = CONTRACTED["de"] | CONTRACTED["à"]
"""Prepositions, alone or with their article, that make a noun or name the complement of the word before it."""
THIRD_PERSON = frozenset({"il", "elle", "ils", "elles"})
"""The subject pronouns that stand for somebody named before; "on" is anybody."""


def of_whom(name: str) -> str:
    """Return a name as the complement of a noun.

    >>> of_whom("Alphonse Ebolo"), of_whom("Luc Petit")
    (" d'Alphonse Ebolo", ' de Luc Petit')
    """
    return f" d'{name}" if name[0] in "AEIOUYÉÈÊÂÎÔ" else f" de {name}"


def to_newsroom(low: Sequence[str]) -> bool:
    """Whether "à" and what it governs name the press as those who are told: "à la presse", "au Monde", "à Reuters".

    >>> to_newsroom(["à", "l'", "afp"]), to_newsroom(["à", "l'", "onu"])
    (True, False)
    """
    if not low or low[0] not in CONTRACTED["à"]:
        return False
    told = low[2:3] if low[1:2] and low[1] in {"la", "l'"} else low[1:2]
    return bool(told) and told[0] in words_of("newsroom")


@cache
def press_nouns() -> frozenset[str]:
    """Return the nouns for those of whom the press is no addressee: "la correspondante à la BBC"."""
    rows = [row for row in read_table("speaker_functions") if "journaliste" in {row["word"], *row["broader"].split()}]
    words = {row[column] for row in rows for column in ("word", "feminine")}
    return frozenset(words | set(map(plural_of, words)) | {"directeur", "directrice", "rédacteur", "rédactrice"})
