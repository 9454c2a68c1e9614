"""Whether a noun group can be someone who speaks: a person, a body, a document; by its head noun or its name."""

from functools import cache

from frnews._french._first_names import is_first_name
from frnews._french._groups import Group, is_name_word, noun_group, number_of
from frnews._french._suffixes import endings_of, names_a_deed
from frnews._french._tags import BEFORE_NOUN, counted_alone, tags_of
from frnews._french._tokens import Tokens, pronoun_of
from frnews._french._words import BEFORE_OTHER, STRESSED, THIRD_PERSON, is_adverb, plural_of, words_of
from frnews._tables import read_table

_PRONOUNS = (
    THIRD_PERSON
    | STRESSED
    | {"celui-ci", "celle-ci", "ceux-ci", "celles-ci"}
    | {"certains", "certaines", "beaucoup", "plusieurs", "tous", "toutes", "chacun", "chacune", "autres"}
)
_NOBODY = frozenset({"ce", "cela", "ça", "c'", "ceci", "cette", "on", "tout", "rien"})
_ORDINALS = frozenset({"premier", "première", "ex", "vice", "ancien", "ancienne", "même", "autre", "autres", "jeune"})


@cache
def speaking_nouns(table: str) -> frozenset[str]:
    """Return the head nouns of a table of those who speak, singular and plural."""
    heads = set(words_of("nameless")) if table == "speaking_nouns" else set[str]()
    for row in read_table(table):
        # What others are another word for, or what takes them up, speaks as they do: "le soignant", but "sous-marin".
        others = (row.get("same_as", ""), *row.get("broader", "").split(), *row.get("families", "").split())
        implied = (word for word in others if not is_first_name(word))
        for name in (row["word"], row.get("feminine", ""), *implied):
            head = next((word for word in name.split() if word not in _ORDINALS), "")
            if head:
                heads |= {head, plural_of(head)}
    return frozenset(heads)


def is_speaking_noun(word: str) -> bool:
    """Whether a common noun in lower case is in the tables of those who speak.

    >>> is_speaking_noun("maires"), is_speaking_noun("incendie")
    (True, False)
    """
    tables = ("speaker_functions", "speaker_bodies", "speaking_nouns")
    forms = (word, word.removesuffix("e")) if word.endswith("eure") else (word,)  # "l'entrepreneure"
    return any(form in speaking_nouns(table) for table in tables for form in forms)


def is_speaker(tokens: Tokens, group: Group, *, documents: bool = True) -> bool:
    """Whether the group names a person or a body, or a document where `documents` count.

    A proper name always does; a common noun does if it is in the tables of functions, bodies or documents, also behind
    "ex-" or "vice-" and adjectives before the noun.
    """
    first, last = group
    if tokens.low[first] in {"ce", "cette", "ces"} and last == first + 1 and tokens.low[last].startswith("derni"):
        return True
    if first < last and counted_alone(tokens, last - 1) and tags_of(tokens)[last + 1 : last + 2] != ["T"]:
        return True  # "le premier", "tous deux", but "pour la deuxième année"
    if first == last and pronoun_of(tokens.low[first]) in _PRONOUNS:
        return True
    if last == first + 1 and tokens.low[first] in BEFORE_OTHER.get(tokens.low[last], ()):
        return True
    seen = 0
    for i in range(first, last + 1):
        word = tokens.low[i]
        if seen and word in words_of("partitive", "preposition"):
            return False
        if word in words_of("quantity") and i < last and tokens.low[i + 1] in words_of("partitive"):
            continue  # "des dizaines de milliers de manifestants": who speaks comes after; "le groupe" speaks itself
        if word in words_of("determiner", "partitive") or word in {"%", ".", "des", "du"} or word[0].isdigit():
            continue
        if word in _PRONOUNS or (tokens.named[i] and number_of(tokens, group) != "s"):
            return True
        if is_name_word(tokens, i) and word not in _NOBODY and not is_adverb(word):
            return True
        plain = word.removeprefix("ex-").removeprefix("vice-")
        if is_speaking_noun(plain):
            return True
        if "-" in plain and not speaking_nouns("speaker_functions").isdisjoint(plain.split("-")):
            return True  # "le député-maire"
        if documents and plain in speaking_nouns("speaker_documents"):
            return True
        # An adjective behind the head says nothing of who it is: "les attaques terroristes".
        if not seen and word.removesuffix("s").endswith(endings_of("human")):
            return True
        seen += word not in BEFORE_NOUN
        if seen >= 3:
            return False
    return False


def can_speak(tokens: Tokens, group: Group) -> bool:
    """Whether the group names somebody by the tables, or may do so: its head is no word for a deed or a quality.

    >>> text = "les collapsologues"
    >>> can_speak(Tokens(text, 0, len(text)), (0, 1))
    True
    """
    if is_speaker(tokens, group):
        return True
    tags = tags_of(tokens)
    head = next((k for k in range(group[0], group[1] + 1) if tags[k] in "NQ" and tokens.low[k] not in BEFORE_NOUN), -1)
    return head >= 0 and is_somebody(tokens, group) and not names_a_deed(tokens.low[head])


def who_speaks_in(tokens: Tokens, group: Group, *, documents: bool = True, thing: bool = False) -> Group | None:
    """Return the group where it names somebody, else whose what it names is: "le verdict | de la préfète".

    Where `documents` do not count, nor is a document anybody: "le message | de la préfète". Of a `thing` it is known
    that it names nobody, whatever its capital says: "Commentaire | du maire".

    >>> text = "le verdict de la préfète"
    >>> who_speaks_in(Tokens(text, 0, len(text)), (0, 4))
    (3, 4)
    """
    if not thing and is_speaker(tokens, group, documents=documents):
        return group
    tags = tags_of(tokens)
    for k in range(group[0] + 1, group[1]):
        if tags[k] == "d":
            contracted = tokens.low[k] in {"du", "des"}
            owner = noun_group(tokens, k + (not contracted), group[1] + 1)
            if owner is not None and is_speaker(tokens, owner, documents=False):
                return (owner[0] + contracted, owner[1])
    return None


def is_somebody(tokens: Tokens, group: Group) -> bool:
    """Whether the group is not plainly a thing: anything but "cela", "ce", "rien"."""
    return not (group[0] == group[1] and tokens.low[group[0]] in _NOBODY)


def is_document(tokens: Tokens, group: Group) -> bool:
    """Whether the head of the group is something written: "un rapport", "le bilan le plus récent"."""
    for i in range(group[0], group[1] + 1):
        word = tokens.low[i]
        if word not in words_of("determiner", "partitive") and word not in _ORDINALS:
            return word in speaking_nouns("speaker_documents")
    return False
