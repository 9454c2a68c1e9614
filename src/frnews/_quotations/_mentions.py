"""Who stands beside a cue: the noun group or pronoun before the verb, or after an inverted one.

All positions are token numbers; a group is (first, last), both inclusive.
"""

from functools import cache

from frnews._quotations._lexicon import auxiliary_forms, reporting_forms, semi_auxiliary_forms
from frnews._quotations._tokens import Tokens
from frnews._quotations._words import is_adverb, words_of
from frnews._tables import read_table

Group = tuple[int, int]

CIVILITIES = frozenset({"m", "mm", "mme", "mmes", "mlle", "mgr", "me", "dr", "pr", "st", "ste"})
# Small words inside names: "Elke Van den Brandt", "Mohamed ould Abdel Aziz", "José da Silva".
_PARTICLES = frozenset("den der van von zu ter ten te el al ben bin ibn bint ould abou da di do dos y".split())
_STRONG_PRONOUNS = frozenset(
    {"lui", "elle", "eux", "elles", "celui-ci", "celle-ci", "ceux-ci", "celles-ci", "celui-là", "celle-là", "cette"}
)
_OPEN_CLAUSE = frozenset(
    {",", ";", ":", "(", ")", "[", "]", "—", "–", "-", "!", "?", "…", "«", "»", '"', "“", "”"}
)
# Endings that next to nothing but finite verbs have.
_FINITE_ENDINGS = ("ait", "aient", "èrent", "irent", "urent", "erait", "eraient", "eront", "iront", "dront")
# Farther than this from its verb, a subject is not worth looking for; it also bounds the work on hostile input.
_FARTHEST = 60
# Between a subject and its verb stand a few noun groups at most.
_MOST_GROUPS = 6


def is_person_word(tokens: Tokens, i: int) -> bool:
    """Whether token `i` may be a part of a proper name: a capital, or an abbreviated civility."""
    return tokens.is_capital(i) or tokens.low[i] in CIVILITIES


@cache
def _function_nouns() -> frozenset[str]:
    """Return the one-word nouns by which a person is called by what they do."""
    rows = read_table("speaker_functions")
    return frozenset(row[column] for row in rows for column in ("word", "feminine") if row[column] and " " not in row[column])


@cache
def _is_plain_verb(word: str) -> bool:
    """Whether a word is a third person of a reporting verb and of nothing else."""
    readings = reporting_forms().get(word, ())
    return bool(readings) and all(
        form.mood == "finite" and form.person == 3 and not verb.ambiguous for form, verb in readings if form.person in {3, None}
    )


def _stops_group(tokens: Tokens, i: int) -> bool:
    word = tokens.low[i]
    form = auxiliary_forms().get(word)
    if form is not None and form.mood == "finite" and form.person == 3:
        return True
    if i and _is_plain_verb(word) and tokens.low[i - 1] not in words_of("determiner") and not tokens.is_capital(i):
        return True
    return (
        word in _OPEN_CLAUSE
        or word in words_of("relative")
        or word in {"se", "s'"}
        or word in words_of("subordinator")
        or word in words_of("date word")
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
    if low[i] in _STRONG_PRONOUNS - {"cette"}:
        return (i, i)
    if not _starts_group(tokens, i):
        return None
    last = i
    capitals = 0  # capitals in a row
    k = i
    while k < limit and k - i < _FARTHEST:
        word = low[k]
        if word == ".":
            if not (k > i and (len(low[k - 1]) == 1 or low[k - 1] in CIVILITIES)):
                break
        elif k > i and _stops_group(tokens, k):
            break
        elif word in words_of("coordinator"):
            if not _joins(tokens, k, limit):
                break
            capitals = 0
        elif word in words_of("partitive") or word in {"le", "la", "les", "l'", "à", "au", "aux", "en", "pour", "contre"}:
            # After a whole name only a particle goes on ("Dominique de Villepin").
            if capitals >= 2 and not (k + 1 < limit and tokens.is_capital(k + 1) and word not in {"à", "en", "pour"}):
                break
            if word in {"à", "au", "aux", "en", "pour", "contre", "chez"} and not _goes_on(tokens, k, limit):
                break
            if capitals < 2:
                capitals = 0
        elif is_person_word(tokens, k) or (
            capitals and word in _PARTICLES and k + 1 < limit and tokens.text[tokens.starts[k + 1]].isalpha()
            and (tokens.is_capital(k + 1) or low[k + 1] in _PARTICLES)
        ):
            capitals += 1
        else:
            if capitals >= 2 or (capitals and k > i + 1 and low[i] in CIVILITIES):
                break
            if k > i and is_adverb(word) and word != "même" and not word[0].isdigit():
                break
            if capitals == 1 and i == last - 0 and tokens.is_capital(i) and low[i] not in words_of("determiner"):
                break
            capitals = 0
        last = k
        k += 1
    while last > i and (low[last] in words_of("partitive") or low[last] in words_of("determiner")
                        or low[last] in words_of("preposition") or low[last] in words_of("coordinator")):
        last -= 1
    if last == i and low[i] in words_of("determiner") and not tokens.is_capital(i):
        return None
    return (i, last)


def _goes_on(tokens: Tokens, k: int, limit: int) -> bool:
    """Whether a preposition inside a noun group belongs to it ("le procureur à Rennes", "ministre en exercice")."""
    return k + 1 < limit and tokens.low[k - 1] not in words_of("determiner") and tokens.low[k] in {"à", "en", "pour"} and (
        tokens.is_capital(k + 1) or tokens.low[k + 1] in {"l'", "la", "chef", "charge", "exercice"}
    )


def _joins(tokens: Tokens, k: int, limit: int) -> bool:
    """Whether the coordinator `k` joins a second group of the same kind ("Xi Jinping et Vladimir Poutine")."""
    if tokens.low[k] not in {"et", "&"} or k + 1 >= limit:
        return False
    if _starts_group(tokens, k + 1) or tokens.low[k + 1] in _function_nouns():
        return True  # "la députée de Gouin et porte-parole de Québec solidaire"
    # "Les présidents chinois Xi Jinping et russe Vladimir Poutine": one noun for two names.
    if k + 3 < limit and tokens.low[k + 1].isalpha() and tokens.is_capital(k + 2) and tokens.is_capital(k - 1):
        return True
    if k and tokens.low[k - 1].isalpha() and not tokens.is_capital(k + 1) and tokens.low[k + 1].isalpha() and (
        not _stops_group(tokens, k + 1) and tokens.low[k + 1] not in words_of("clitic") and not is_adverb(tokens.low[k + 1])
        and tokens.low[k + 1] not in reporting_forms()
    ):
        return k + 2 >= limit or not tokens.low[k + 2][0].isalnum() or _stops_group(tokens, k + 2) or (
            tokens.low[k + 2] in words_of("partitive")
        )  # "l'Union des arts et métiers"
    return False


def _starts_group(tokens: Tokens, i: int) -> bool:
    word = tokens.low[i]
    return (
        word in words_of("determiner")
        or is_person_word(tokens, i)
        or word[0].isdigit()
        or word in {"des", "du", "celui", "ceux", "celle", "celles", "l'intéressé", "l'intéressée"}
        or (word in {"de", "d'"} and i + 1 < len(tokens) and tokens.low[i + 1] in {"nombreux", "nombreuses", "autres"})
    )


def with_name_after(tokens: Tokens, group: Group, limit: int) -> Group:
    """Extend a describing group over the name that follows in apposition: "l'ancien directeur, Jean Briand"."""
    first, last = group
    if last + 3 < limit and tokens.low[last + 1] == "(":
        close = next((k for k in range(last + 2, min(last + 8, limit)) if tokens.low[k] == ")"), None)
        if close is not None and with_name_after(tokens, (first, close), limit) != (first, close):
            return with_name_after(tokens, (first, close), limit)
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
    if name is None or not is_person_word(tokens, last + 2):
        return group
    capitals = sum(is_person_word(tokens, k) for k in range(name[0], name[1] + 1))
    return (first, name[1]) if capitals >= 2 else group


def _enumeration(tokens: Tokens, group: Group, limit: int) -> Group | None:
    """Return the whole of "Robert Brout, François Englert et Peter Higgs", from its first name on."""
    last = group[1]
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


def subject_after(tokens: Tokens, i: int, limit: int) -> Group | None:
    """Return the subject of an inverted verb whose group ends before token `i`.

    What may stand between is skipped: adverbs, days, the addressee ("à l'AFP"), the place and the occasion.
    """
    k = i
    skipped_comma = False
    while k < limit and k - i < _FARTHEST:
        word = tokens.low[k]
        if word in words_of("date word"):
            k += 1
        elif word in {"ce", "cette", "le", "la"} and k + 1 < limit and tokens.low[k + 1] in words_of("date word"):
            k += 2
            if k < limit and tokens.low[k][0].isdigit():
                k += 1
        elif _starts_group(tokens, k) or word in _STRONG_PRONOUNS:
            group = noun_group(tokens, k, limit)
            if group is not None:
                return with_name_after(tokens, group, limit)
            k += 1
        elif word in words_of("preposition") and word not in {"selon"}:
            k = _skip_phrase(tokens, k, limit)
        elif is_adverb(word) or word[0].isdigit():
            k += 1
        elif word == "," and not skipped_comma and k > i:
            # "a indiqué, mardi à Rennes, le procureur"
            skipped_comma = True
            k += 1
        elif word == "," and not skipped_comma:
            skipped_comma = True
            k += 1
            if k < limit and is_person_word(tokens, k):
                return None
        else:
            return None
    return None


def _skip_phrase(tokens: Tokens, k: int, limit: int) -> int:
    """Return the token after the prepositional phrase that starts at `k`: "à l'", "dans un communiqué", "lors d'une …"."""
    low = tokens.low
    k += 1
    while k < limit and low[k] in words_of("partitive"):
        k += 1
    if k < limit and low[k] in words_of("determiner"):
        k += 1
    if k < limit and is_person_word(tokens, k):
        while k < limit and is_person_word(tokens, k) and low[k] not in CIVILITIES:
            k += 1
        return k
    if k < limit and low[k] not in _OPEN_CLAUSE:
        k += 1
    while k < limit and low[k] not in _OPEN_CLAUSE:
        word = low[k]
        if word in words_of("partitive"):
            k += 1
            if k < limit and low[k] in words_of("determiner"):
                k += 1
            if k < limit and low[k] not in _OPEN_CLAUSE:
                k += 1
        elif word in words_of("determiner") or is_person_word(tokens, k) or word in words_of("preposition"):
            break
        else:
            k += 1
    return k


def subject_before(
    tokens: Tokens, i: int, limit: int, number: str | None = None, *, insertions: int = 3
) -> Group | None:
    """Return the subject of the verb whose group starts at token `i`, looking back no farther than `limit`.

    A relative pronoun gives its antecedent; groups set off by commas and brackets are passed over.
    """
    limit = max(limit, i - _FARTHEST)
    e = i - 1
    while e >= limit:
        word = tokens.low[e]
        if tokens.quote[e] >= 0 or word in {"»", "”", '"'}:
            e -= 1
        elif word == ")":
            e = _back_to(tokens, e, limit, "(") - 1
        elif word == "]":
            e = _back_to(tokens, e, limit, "[") - 1
        elif word in {",", "–", "—"}:
            return _subject_over_insertion(tokens, e, limit, number, insertions - 1) if insertions else None
        elif is_adverb(word) and word not in words_of("subject pronoun") and not word[0].isdigit() and e - 1 >= limit and (
            word.endswith("ment") or word in {"aussi", "également", "même", "lui-même", "elle-même", "eux-mêmes"}
        ):
            e -= 1
        else:
            break
    if e < limit:
        return None
    if tokens.low[e] in {"qui", "lequel", "laquelle", "lesquels", "lesquelles"}:
        return _antecedent(tokens, e, limit, number)
    if tokens.low[e] in words_of("subject pronoun") and tokens.low[e] not in {"nous", "vous"}:
        return (e, e)
    return _group_ending(tokens, e, limit, number, insertions=insertions)


def _back_to(tokens: Tokens, e: int, limit: int, sign: str) -> int:
    while e > limit and tokens.low[e] != sign:
        e -= 1
    return e


def _subject_over_insertion(
    tokens: Tokens, e: int, limit: int, number: str | None, insertions: int
) -> Group | None:
    """Return the subject where a group between commas stands before the verb; `e` is the second comma."""
    sign = tokens.low[e]
    c = e - 1
    while c >= limit:
        if tokens.low[c] == sign or (sign == "," and tokens.low[c] in {"–", "—"}):
            group = subject_before(tokens, c, limit, number, insertions=insertions)
            if group is not None:
                return with_name_after(tokens, group, e) if group[1] == c - 1 else group
        c -= 1
    return None


def _antecedent(tokens: Tokens, qui: int, limit: int, number: str | None) -> Group | None:
    e = qui - 1
    if e >= limit and tokens.low[e] == ",":
        e -= 1
    if e >= limit and tokens.low[e] == ")":
        e = _back_to(tokens, e, limit, "(") - 1
    if e < limit:
        return None
    # The nearest noun group, even one that a preposition governs ("concurrent du parquet, qui concluait").
    p = e
    while p > limit and not _stops_group(tokens, p - 1) and tokens.low[p] not in words_of("determiner"):
        if tokens.low[p - 1] in {"du", "des", "au", "aux"}:
            break
        p -= 1
    whole = _group_ending(tokens, e, limit, number)
    if whole is not None and tokens.low[qui - 1] != ",":
        return whole
    if whole is not None and whole[0] <= p:
        return whole
    return (p, e) if p <= e and not _stops_group(tokens, p) else None


def _group_ending(
    tokens: Tokens, e: int, limit: int, number: str | None, *, insertions: int = 0
) -> Group | None:
    """Return the noun group, governed by no preposition, that ends at token `e`."""
    low = tokens.low
    s = e
    while s >= limit:
        word = low[s]
        if word in _OPEN_CLAUSE or tokens.quote[s] >= 0:
            break
        if word == "." and not (s > limit and (len(low[s - 1]) == 1 or low[s - 1] in CIVILITIES)):
            break
        if word in words_of("relative") or (word in words_of("subordinator") and word not in {"bien"}):
            break
        if word in words_of("coordinator") and not (
            word == "et" and s + 1 <= e and (number == "p" or not _starts_group(tokens, s + 1)) and _joins(tokens, s, e + 1)
        ):
            break
        s -= 1
    s += 1
    if s > limit and low[s - 1] == "," and low[s] in _function_nouns() and insertions:
        # "Anthony Roy, secrétaire général de la CGT déplorait": the comma after the apposition is missing.
        return subject_before(tokens, s - 1, limit, number, insertions=insertions - 1)
    tried = 0
    for p in range(s, e + 1):
        before = low[p - 1] if p > s else ""
        if before in words_of("preposition") or before in words_of("partitive") or before in words_of("determiner"):
            continue
        if is_day(tokens, p):
            continue
        if is_person_word(tokens, p) and low[p] not in words_of("determiner"):
            if p > s and tokens.is_capital(p - 1):
                continue  # the middle of a name is no start of one
            at_start = p == s
            common = is_adverb(low[p]) or low[p] in words_of("preposition") or low[p] in words_of("coordinator")
            if at_start and (common or low[p] in words_of("subordinator")) and not _particle_and_name(tokens, p, e):
                continue
        elif not _starts_group(tokens, p) or low[p] in words_of("partitive") and not (p == s and low[p] == "des"):
            continue
        tried += 1
        if tried > _MOST_GROUPS:
            return None
        group = noun_group(tokens, p, e + 1)
        if group is not None and (group[1] == e or _may_part(tokens, group[1] + 1)):
            return group
    return None


_THE = frozenset({"le", "la", "l'", "les", "ce", "cet", "cette", "ces"})


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


def _may_part(tokens: Tokens, i: int) -> bool:
    """Whether token `i` may start what parts a subject from its verb: a phrase, a day, an adverb, a bracket."""
    word = tokens.low[i]
    return (
        word in words_of("preposition") or word in words_of("date word") or is_adverb(word) or word in {"(", "[", ",", "»"}
        or word in words_of("negation") or word in words_of("determiner")
    )


def _particle_and_name(tokens: Tokens, p: int, e: int) -> bool:
    """Whether a capital particle and nothing but a name follow: "De Santis conclut"."""
    return tokens.low[p] in {"de", "du", "le", "la", "des"} and p < e and all(
        tokens.is_capital(i) for i in range(p, e + 1)
    )


def leading_group(tokens: Tokens, first: int, before: int) -> Group | None:
    """Return the first noun group between two tokens that no preposition governs: the subject of a plain clause."""
    k = first
    before = min(before, first + _FARTHEST)
    while k < before:
        if tokens.quote[k] >= 0:
            k += 1
            continue
        if tokens.low[k] in words_of("subject pronoun"):
            return (k, k)
        if tokens.low[k] in words_of("preposition"):
            while k < before and tokens.low[k] != ",":
                k += 1
            k += 1
            continue
        group = noun_group(tokens, k, before)
        if group is not None and not is_adverb(tokens.low[k]):
            return group
        k += 1
    return None


def has_verb(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a finite verb stands between two tokens, as far as its form alone tells."""
    for i in range(first, min(after, first + 5 * _FARTHEST)):
        word = tokens.low[i]
        form = auxiliary_forms().get(word)
        if (form is not None and form.mood == "finite") or word.endswith(_FINITE_ENDINGS) or _is_plain_verb(word):
            return True
        if word in semi_auxiliary_forms():
            return True
    return False
