"""Who stands beside a cue: the subject before the verb, or after an inverted one.

All positions are token numbers.
"""

from frnews._french._tokens import Tokens
from frnews._quotations._noun_groups import (
    FARTHEST,
    OPEN_CLAUSE,
    STRONG_PRONOUNS,
    Group,
    function_nouns,
    is_civility,
    is_day,
    is_person_word,
    joins_groups,
    noun_group,
    starts_group,
    stops_group,
    with_name_after,
)
from frnews._quotations._phrases import phrase_at
from frnews._quotations._words import is_adverb, words_of

# Between a subject and its verb stand a few noun groups at most.
_MOST_GROUPS = 6


def subject_after(tokens: Tokens, i: int, limit: int) -> Group | None:
    """Return the subject of an inverted verb whose group ends before token `i`.

    What may stand between is skipped: adverbs, days, the addressee ("à l'AFP"), the place and the occasion.
    """
    k = i
    skipped_comma = False
    while k < limit and k - i < FARTHEST:
        word = tokens.low[k]
        aside = phrase_at(tokens, k, "aside")
        if aside:
            k += aside
        elif word in STRONG_PRONOUNS and skipped_comma:
            k += 1  # "juge, lui, l'effort nécessaire"
        elif word in words_of("date word"):
            k += 1
        elif (
            word in {"ce", "cette", "le", "la"}
            and k + 1 < limit
            and tokens.low[k + 1] in words_of("date word")
            and not tokens.is_capital(k + 1)
        ):
            k += 2
            if k < limit and tokens.low[k][0].isdigit():
                k += 1
        elif starts_group(tokens, k) or word in STRONG_PRONOUNS:
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
    """Return the token after the prepositional phrase that starts at `k`: "dans un communiqué", "lors d'une …"."""
    low = tokens.low
    k += 1
    while k < limit and low[k] in words_of("partitive"):
        k += 1
    if k < limit and low[k] in words_of("determiner"):
        k += 1
    if k < limit and is_person_word(tokens, k):
        while k < limit and is_person_word(tokens, k) and not is_civility(low[k]):
            k += 1
        return k
    if k < limit and low[k] not in OPEN_CLAUSE:
        k += 1
    while k < limit and low[k] not in OPEN_CLAUSE:
        word = low[k]
        if word in words_of("partitive"):
            k += 1
            if k < limit and low[k] in words_of("determiner"):
                k += 1
            if k < limit and low[k] not in OPEN_CLAUSE:
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
    limit = max(limit, i - FARTHEST)
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
        elif (
            is_adverb(word)
            and word not in words_of("subject pronoun")
            and not word[0].isdigit()
            and e - 1 >= limit
            and (word.endswith("ment") or word in {"aussi", "également", "même", "lui-même", "elle-même", "eux-mêmes"})
        ):
            e -= 1
        else:
            break
    if e < limit:
        return None
    if tokens.low[e] in {"qui", "lequel", "laquelle", "lesquels", "lesquelles"}:
        return antecedent(tokens, e, limit, number)
    if tokens.low[e] in words_of("subject pronoun") and tokens.low[e] not in {"nous", "vous"}:
        return (e, e)
    return _group_ending(tokens, e, limit, number, insertions=insertions)


def _back_to(tokens: Tokens, e: int, limit: int, sign: str) -> int:
    while e > limit and tokens.low[e] != sign:
        e -= 1
    return e


def _subject_over_insertion(tokens: Tokens, e: int, limit: int, number: str | None, insertions: int) -> Group | None:
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


def antecedent(tokens: Tokens, qui: int, limit: int, number: str | None) -> Group | None:
    """Return the noun group that a relative pronoun at token `qui` takes up, a comma and a bracket aside."""
    e = qui - 1
    if e >= limit and tokens.low[e] == ",":
        e -= 1
    if e >= limit and tokens.low[e] == ")":
        e = _back_to(tokens, e, limit, "(") - 1
    if e < limit:
        return None
    if e > limit and tokens.is_capital(e) and tokens.is_capital(e - 1):
        # A person's name is enough, and what stands before it may be the verb ("tranche Éric Roy, qui promet").
        first = e
        while first > limit and (tokens.is_capital(first - 1) or tokens.low[first - 1] in words_of("name particle")):
            first -= 1
        if first == limit or tokens.low[first - 1] not in function_nouns():
            return (first, e)
    # The nearest noun group, even one that a preposition governs ("concurrent du parquet, qui concluait").
    p = e
    while p > limit and not stops_group(tokens, p - 1) and tokens.low[p] not in words_of("determiner"):
        if tokens.low[p - 1] in {"du", "des", "au", "aux"}:
            break
        p -= 1
    whole = _group_ending(tokens, e, limit, number)
    if whole is not None and tokens.low[qui - 1] != ",":
        return whole
    if whole is not None and whole[0] <= p:
        return whole
    return (p, e) if p <= e and not stops_group(tokens, p) else None


def _group_ending(tokens: Tokens, e: int, limit: int, number: str | None, *, insertions: int = 0) -> Group | None:
    """Return the noun group, governed by no preposition, that ends at token `e`."""
    low = tokens.low
    s = e
    while s >= limit:
        word = low[s]
        if word in OPEN_CLAUSE or tokens.quote[s] >= 0:
            break
        if word == "." and not (s > limit and (len(low[s - 1]) == 1 or is_civility(low[s - 1]))):
            break
        if word in words_of("relative") or (word in words_of("subordinator") and word not in {"bien"}):
            break
        if word in words_of("coordinator") and not (word == "et" and s + 1 <= e and _joined(tokens, s, e, number)):
            break
        s -= 1
    s += 1
    if s > limit and low[s - 1] == "," and low[s] in function_nouns() and insertions:
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
        elif not starts_group(tokens, p) or (low[p] in words_of("partitive") and not (p == s and low[p] == "des")):
            continue
        tried += 1
        if tried > _MOST_GROUPS:
            return None
        group = noun_group(tokens, p, e + 1)
        if group is not None and (group[1] == e or _may_part(tokens, group[1] + 1)):
            return group
    return None


def _joined(tokens: Tokens, k: int, e: int, number: str | None) -> bool:
    """Whether "et" at token `k` stands inside a subject: "A et B", "de l'Énergie et des Mines"."""
    if tokens.low[k + 1] in {"des", "du", "de", "d'"}:
        return True
    return (number == "p" or not starts_group(tokens, k + 1)) and joins_groups(tokens, k, e + 1)


def _may_part(tokens: Tokens, i: int) -> bool:
    """Whether token `i` may start what parts a subject from its verb: a phrase, a day, an adverb, a bracket."""
    word = tokens.low[i]
    return (
        word in words_of("preposition")
        or word in words_of("date word")
        or is_adverb(word)
        or word in {"(", "[", ",", "»"}
        or word in words_of("negation")
        or word in words_of("determiner")
    )


def _particle_and_name(tokens: Tokens, p: int, e: int) -> bool:
    """Whether a capital particle and nothing but a name follow: "De Santis conclut"."""
    return (
        tokens.low[p] in {"de", "du", "le", "la", "des"}
        and p < e
        and all(tokens.is_capital(i) for i in range(p, e + 1))
    )


def leading_group(tokens: Tokens, first: int, before: int) -> Group | None:
    """Return the first noun group between two tokens that no preposition governs: the subject of a plain clause."""
    k = first
    before = min(before, first + FARTHEST)
    while k < before:
        if tokens.quote[k] >= 0 or tokens.low[k] in words_of("coordinator"):
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
        if group == (first, first) and k + 1 < before and tokens.low[k + 1] in words_of("preposition"):
            # "Mis en cause, l'intéressé nie": a capital first word with its phrase is no name.
            while k < before and tokens.low[k] != ",":
                k += 1
            continue
        if group is not None and not is_adverb(tokens.low[k]):
            return group
        k += 1
    return None
