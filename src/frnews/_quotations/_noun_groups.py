"""Noun groups: where one starts and ends, whether it is a name, a day; the shortest group that identifies.

All positions are token numbers; a group is (first, last), both inclusive.
"""

from functools import cache

from frnews._french._tokens import Tokens
from frnews._quotations._lexicon import auxiliary_forms, reporting_forms, semi_auxiliary_forms
from frnews._quotations._words import is_adverb, is_infinitive, words_of
from frnews._tables import read_table

Group = tuple[int, int]
STRONG_PRONOUNS = frozenset(
    {"lui", "elle", "eux", "elles", "celui-ci", "celle-ci", "ceux-ci", "celles-ci", "celui-là", "celle-là", "cette"}
)
OPEN_CLAUSE = frozenset({",", ";", ":", "(", ")", "[", "]", "—", "–", "-", "!", "?", "…", "«", "»", '"', "“", "”"})
# Endings that next to nothing but finite verbs have.
_FINITE_ENDINGS = ("ait", "aient", "èrent", "irent", "urent", "erait", "eraient", "eront", "iront", "dront")
# Farther than this from its verb, a subject is not worth looking for; it also bounds the work on hostile input.
FARTHEST = 60
_THE = frozenset({"le", "la", "l'", "les", "ce", "cet", "cette", "ces"})


def is_civility(word: str) -> bool:
    """Whether a word is an abbreviated civility, whose full stop ends nothing: "M.", "Me"."""
    return word in words_of("civility")


def is_person_word(tokens: Tokens, i: int) -> bool:
    """Whether token `i` may be a part of a proper name: a capital anywhere ("cdH"), or an abbreviated civility."""
    return tokens.is_capital(i) or is_civility(tokens.low[i]) or any(c.isupper() for c in tokens.word(i))


@cache
def function_nouns() -> frozenset[str]:
    """Return the one-word nouns by which a person is called by what they do."""
    rows = read_table("speaker_functions")
    return frozenset(
        row[column] for row in rows for column in ("word", "feminine") if row[column] and " " not in row[column]
    )


@cache
def _is_plain_verb(word: str) -> bool:
    """Whether a word is a third person of a reporting verb and of nothing else."""
    readings = reporting_forms().get(word, ())
    return bool(readings) and all(
        form.mood == "finite" and form.person == 3 and not verb.ambiguous
        for form, verb in readings
        if form.person in {3, None}
    )


def stops_group(tokens: Tokens, i: int) -> bool:
    word = tokens.low[i]
    form = auxiliary_forms().get(word)
    if form is not None and form.mood == "finite" and form.person == 3:
        return True
    if i and _is_plain_verb(word) and tokens.low[i - 1] not in words_of("determiner") and not tokens.is_capital(i):
        return True
    return (
        word in OPEN_CLAUSE
        or word in words_of("relative")
        or word in {"se", "s'"}
        or word in words_of("subordinator")
        or (word in words_of("date word") and not tokens.is_capital(i))
        or (word in words_of("preposition") and word not in {"à", "au", "aux", "en", "pour", "contre", "chez"})
    )


def noun_group(tokens: Tokens, i: int, limit: int | None = None) -> Group | None:
    """Return the noun group that starts at token `i`, the shortest that identifies, or None.

    "le ministre de l'Intérieur Gérald Darmanin mardi" ends at the name; "une source proche du dossier" runs on.
    """
    limit = len(tokens) if limit is None else min(limit, len(tokens))
    if i >= limit:
        return None
    low = tokens.low
    if low[i] in {"ce", "cette", "ces"} and i + 1 < limit and low[i + 1] in {"dernier", "dernière", "derniers"}:
        return (i, i + 1)
    if low[i] in STRONG_PRONOUNS - {"cette"}:
        return (i, i)
    if not starts_group(tokens, i):
        return None
    last = i
    capitals = 0  # capitals in a row
    k = i
    while k < limit and k - i < FARTHEST:
        word = low[k]
        if word == ".":
            if not (k > i and (len(low[k - 1]) == 1 or is_civility(low[k - 1]))):
                break
        elif k > i and stops_group(tokens, k):
            break
        elif word in {"de", "d'"} and k + 1 < limit and is_infinitive(low[k + 1]) and not tokens.is_capital(k + 1):
            break  # "accusés par la direction d'avoir séquestré"
        elif word in words_of("coordinator"):
            if not joins_groups(tokens, k, limit):
                break
            capitals = 0
        elif word in words_of("partitive") or word in {
            "le",
            "la",
            "les",
            "l'",
            "à",
            "au",
            "aux",
            "en",
            "pour",
            "contre",
        }:
            # After a whole name only a particle goes on ("Dominique de Villepin").
            if capitals >= 2 and not (k + 1 < limit and tokens.is_capital(k + 1) and word not in {"à", "en", "pour"}):
                break
            if word in {"à", "au", "aux", "en", "pour", "contre", "chez"} and not _goes_on(tokens, k, limit):
                break
            if capitals < 2:
                capitals = 0
        elif is_person_word(tokens, k) or (
            capitals
            and word in words_of("name particle")
            and k + 1 < limit
            and tokens.text[tokens.starts[k + 1]].isalpha()
            and (tokens.is_capital(k + 1) or low[k + 1] in words_of("name particle"))
        ):
            capitals += 1
        else:
            if capitals >= 2 or (capitals and k > i + 1 and is_civility(low[i])):
                break
            if k > i and is_adverb(word) and word != "même" and not word[0].isdigit():
                break
            if capitals == 1 and i == last and tokens.is_capital(i) and low[i] not in words_of("determiner"):
                break
            capitals = 0
        last = k
        k += 1
    while last > i and (
        low[last] in words_of("partitive")
        or low[last] in words_of("determiner")
        or low[last] in words_of("preposition")
        or low[last] in words_of("coordinator")
    ):
        last -= 1
    if last == i and low[i] in words_of("determiner") and not tokens.is_capital(i):
        return None
    return (i, last)


def _goes_on(tokens: Tokens, k: int, limit: int) -> bool:
    """Whether a preposition inside a noun group belongs to it ("le procureur à Rennes", "ministre en exercice")."""
    return (
        k + 1 < limit
        and tokens.low[k - 1] not in words_of("determiner")
        and tokens.low[k] in {"à", "au", "aux", "en", "pour"}
        and (tokens.is_capital(k + 1) or tokens.low[k + 1] in {"l'", "la", "chef", "charge", "exercice"})
    )


def joins_groups(tokens: Tokens, k: int, limit: int) -> bool:
    """Whether the coordinator `k` joins a second group of the same kind ("Xi Jinping et Vladimir Poutine")."""
    if tokens.low[k] not in {"et", "&"} or k + 1 >= limit or tokens.low[k + 1][0].isdigit():
        return False  # "selon la police et 10 000 selon les organisateurs"
    if starts_group(tokens, k + 1) or tokens.low[k + 1] in function_nouns():
        return True  # "la députée de Gouin et porte-parole de Québec solidaire"
    # "Les présidents chinois Xi Jinping et russe Vladimir Poutine": one noun for two names.
    if (
        k + 3 < limit
        and tokens.low[k + 1].isalpha()
        and tokens.is_capital(k + 2)
        and k > 0
        and tokens.is_capital(k - 1)
    ):
        return True
    if (
        k
        and tokens.low[k - 1].isalpha()
        and not tokens.is_capital(k + 1)
        and tokens.low[k + 1].isalpha()
        and (
            not stops_group(tokens, k + 1)
            and tokens.low[k + 1] not in words_of("clitic")
            and not is_adverb(tokens.low[k + 1])
            and tokens.low[k + 1] not in reporting_forms()
        )
    ):
        return (
            k + 2 >= limit
            or not tokens.low[k + 2][0].isalnum()
            or stops_group(tokens, k + 2)
            or (tokens.low[k + 2] in words_of("partitive"))
        )  # "l'Union des arts et métiers"
    return False


def starts_group(tokens: Tokens, i: int) -> bool:
    word = tokens.low[i]
    return (
        word in words_of("determiner")
        or is_person_word(tokens, i)
        or (word[0].isdigit() and tokens.low[i + 1 : i + 2] != ["ans"])
        or word in {"des", "du", "celui", "ceux", "celle", "celles", "l'intéressé", "l'intéressée"}
        or (word in {"de", "d'"} and i + 1 < len(tokens) and tokens.low[i + 1] in {"nombreux", "nombreuses", "autres"})
    )


def with_name_after(tokens: Tokens, group: Group, limit: int) -> Group:
    """Extend a describing group over the name that follows in apposition: "l'ancien directeur, Jean Briand"."""
    first, last = group
    if last + 3 < limit and tokens.low[last + 1] == "(":
        close = next((k for k in range(last + 2, min(last + 8, limit)) if tokens.low[k] == ")"), last)
        named = _apposed(tokens, (first, close), limit)
        return group if named == (first, close) else named
    return _apposed(tokens, group, limit)


def _apposed(tokens: Tokens, group: Group, limit: int) -> Group:
    """Return the group with the name, or the list of names, that a comma adds to it."""
    first, last = group
    if last + 2 >= limit or tokens.low[last + 1] != ",":
        return group
    listed = _enumeration(tokens, group, limit)
    if listed is not None:
        return listed
    if tokens.is_capital(last) and last > first and tokens.is_capital(last - 1):
        return group
    if tokens.low[first] not in words_of("determiner"):
        return group
    name = noun_group(tokens, last + 2, limit)
    apposed = name is not None and name[1] + 1 < limit and tokens.low[name[1] + 1] == ","
    if name is None or not (is_person_word(tokens, last + 2) or (apposed and tokens.is_capital(name[1] - 1))):
        return group
    capitals = sum(is_person_word(tokens, k) for k in range(name[0], name[1] + 1))
    return (first, name[1]) if capitals >= 2 else group


def _enumeration(tokens: Tokens, group: Group, limit: int) -> Group | None:
    """Return the whole of "Robert Brout, François Englert et Peter Higgs", from its first name on."""
    last = group[1]
    limit = min(limit, last + FARTHEST)
    if not tokens.is_capital(last):
        return None
    while last + 2 < limit and tokens.low[last + 1] == "," and tokens.is_capital(last + 2):
        name = noun_group(tokens, last + 2, limit)
        if name is None or not tokens.is_capital(name[1]) or tokens.low[name[0]] in words_of("determiner"):
            return None
        last = name[1]
        if "et" in tokens.low[name[0] : name[1] + 1]:
            return (group[0], last)
    return None


def is_day(tokens: Tokens, k: int) -> bool:
    """Whether a day or a part of it starts at token `k`: "mardi", "ce matin", "le 28 décembre", "la même semaine"."""
    low = tokens.low
    if low[k] in words_of("date word"):
        return True
    if low[k] not in _THE or k + 1 >= len(low):
        return False
    following = low[k + 2] if k + 2 < len(low) else ""
    return low[k + 1] in words_of("date word") or (
        following in words_of("date word")
        and (low[k + 1][0].isdigit() or low[k + 1] in {"dernier", "dernière", "même", "premier", "1er"})
    )


def has_verb(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a finite verb stands between two tokens, as far as its form alone tells."""
    for i in range(first, min(after, first + 5 * FARTHEST)):
        word = tokens.low[i]
        form = auxiliary_forms().get(word)
        if (form is not None and form.mood == "finite") or word.endswith(_FINITE_ENDINGS) or _is_plain_verb(word):
            return True
        if word in semi_auxiliary_forms():
            return True
    return False
