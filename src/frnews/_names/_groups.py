"""Noun groups that describe a person or a body: "le président russe", "la direction de la chaîne", "son avocat"."""

from typing import NamedTuple

from attrs import define

from frnews._french._determiners import showing
from frnews._french._verbs import readings
from frnews._french._words import CONTRACTED, GOVERNORS, words_of
from frnews._names._colours import colours
from frnews._names._group_ends import FINITE, LONGEST_GROUP, group_end
from frnews._names._lexicon import (
    Body,
    Function,
    bodies,
    civilities,
    countries,
    demonyms,
    determiners,
    function_at,
    word_set,
)
from frnews._names._words import Words
from frnews._types import Gender

_OF = CONTRACTED["de"] - {"des"}
# What closes a quotation or an inserted clause before its verb.
_CLOSING = frozenset({",", "»", "”", '"', "?", "!", "…"})
_FORMER = frozenset({"ancien", "ancienne", "ex", "anciens"})
# Quantities that speak themselves: "le groupe de députés réclame".
_QUANTITIES = words_of("quantity") - {"groupe", "série", "majorité", "partie"}


class Details(NamedTuple):
    """What the words of a noun group say beside its noun.

    Attributes:
        places: Countries that its adjectives and complements name.
        mods: Stems of its adjectives and of what its complements say.
        party: Stems of the names and acronyms set beside its noun ("LREM").
        task: Stems of its complements ("de l'Intérieur").
        former: Whether it says "ancien" or "ex-".
        colours: Political families that it names.

    """

    places: frozenset[str]
    mods: frozenset[str]
    party: frozenset[str]
    task: frozenset[str]
    former: bool
    colours: frozenset[str]


@define(eq=False)
class Group:
    """A noun group.

    Attributes:
        words: The text.
        first: Index of its first word, determiner included.
        core: Index of its first word after the determiner.
        head: Index of its noun.
        last: Index after its last word.
        determiner: Key of its determiner, or "".
        function: What its noun says of a person, or None.
        body: What its noun says of a body, or None.
        gender: What its words show of its gender.
        plural: Whether it is a plural.

    """

    words: Words
    first: int
    core: int
    head: int
    last: int
    determiner: str
    function: Function | None
    body: Body | None
    gender: Gender | None
    plural: bool
    _details: Details | None = None

    @property
    def definite(self) -> bool:
        """Whether its determiner points to someone known."""
        return self.determiner in word_set("definite")

    @property
    def details(self) -> Details:
        """What its words say beside its noun: read when first asked for, since one group of ten is."""
        if self._details is None:
            self._details = _read_details(self)
        return self._details


def stem(key: str) -> str:
    """Return a word without the endings of gender and number, to compare complements.

    >>> stem("etrangeres") == stem("etranger"), stem("socialistes")
    (True, 'socialist')
    """
    return key.rstrip("s").rstrip("e") or key


def _opening(words: Words, index: int, limit: int) -> int:
    """Return the index of the parenthesis that a closing one answers, a few words back, else 0."""
    for at in range(index - 2, max(index - 5, limit) - 1, -1):
        if words.folds[at] == "(":
            return at
    return 0


def _longer_start(words: Words, index: int, end: int) -> int:
    """Return where a function starts that a word only ends or goes on with.

    "directeur | général", "adjointe au | maire", "chef | parlementaire de …", "premier ministre | élu".
    """
    for back in (1, 2, 3):
        if back > index or words.is_line_end(index - back):
            break
        longer = function_at(words, index - back)
        if longer is None:
            continue
        beside = longer.length == back and group_end(words, index - back, back, end) == end
        if longer.length > back or beside or (back == 1 and words.folds[index] in ("general", "generale")):
            return index - back
    return index


def _read_details(group: Group) -> Details:
    words, core, head, last = group.words, group.core, group.head, group.last
    places, mods, party, task = set(), set(), set(), set()
    after = head + (group.function.length if group.function else 1)
    linked = False
    for index in range(after, last):
        key = words.folds[index]
        if key in demonyms():
            places.add(demonyms()[key][0])
        elif key in countries():
            places.add(key)
        elif key in word_set("link") or key in word_set("inner") or key == "et" or not words.forms[index][0].isalnum():
            linked = linked or key in word_set("link")
        else:
            mods.add(stem(key))
            if linked:
                task.add(stem(key))
            elif words.forms[index][0].isupper():
                party.add(stem(key))
    former = not _FORMER.isdisjoint(words.folds[core:head]) or words.folds[head].startswith("ex-")
    # "le député (LR)", "la porte-parole de Québec solidaire (QS)"
    shown = colours(words, after, min(last + 3, len(words)) if words.fold_at(last) == "(" else last)
    return Details(frozenset(places), frozenset(mods), frozenset(party), frozenset(task), former, shown)


def _gender(words: Words, determiner: str, core: int, head: int, last: int, own: Gender | None) -> Gender | None:
    """Return the gender that a group's words agree on, the feminine first: it is never used by default.

    A noun of one gender for either sex shows nothing: "la tête de liste Luc Roy" (Grevisse, Le Bon Usage, genre).
    """
    if words.folds[head] in word_set("either_sex"):
        return None
    shown: set[Gender | None] = {own}
    if determiner in showing("f"):
        shown.add("f")
    elif determiner in showing("m"):
        shown.add("m")
    for index in range(core, head):
        key = words.folds[index]
        shown.add("f" if key in word_set("before_feminine") else "m" if key in word_set("before_masculine") else None)
    if head + 1 < last:
        shown.add(demonyms().get(words.folds[head + 1], ("", None))[1])
    return "f" if "f" in shown else "m" if "m" in shown else None


def read_group(words: Words, first: int, limit: int) -> Group | None:
    """Return the noun group that starts at a word, where its noun is a function or a body.

    Args:
        words: The text.
        first: Index of its first word, the determiner where there is one.
        limit: Index that it may not pass.

    Returns:
        The group, or None where no known noun stands at its head.

    """
    index, determiner = first, ""
    while index < limit and words.folds[index] in determiners() and index - first < 2:
        determiner = words.folds[index]
        index += 1
    core = index
    while index < limit and index - core < 3:
        found = function_at(words, index)
        if found and words.folds[index] in word_set("before") and _is_adjunct(words, index, found, limit):
            index += 1
            continue
        body = None if found else bodies().get(words.folds[index])
        if found or body:
            return _group(words, first, core, index, determiner, found, body, limit)
        if words.folds[index] not in word_set("before"):
            return None
        index += 1
    return None


def _is_adjunct(words: Words, index: int, found: Function, limit: int) -> bool:
    """Tell whether a function is but an adjective of the next noun: "le principal | opposant", "… | syndicat"."""
    following = index + 1 < limit and (function_at(words, index + 1) or bodies().get(words.folds[index + 1]))
    return found.length == 1 and bool(following)


def _group(
    words: Words,
    first: int,
    core: int,
    head: int,
    determiner: str,
    found: Function | None,
    body: Body | None,
    limit: int,
    last: int | None = None,
) -> Group:
    length = found.length if found else 1
    if last is None:
        last = group_end(words, head, length, limit)
    own = found.gender if found else body.gender if body else None
    gender = _gender(words, determiner, core, head, last, own)
    if body:
        gender = body.gender
    plural = determiner in word_set("plural_determiner") or bool(
        found and found.plural and determiner not in ("le", "la", "un", "une")
    )
    return Group(words, first, core, head, last, determiner, found, body, gender, plural)


# Behind these a name belongs to the function before it, and is nobody's who has it.
_GOVERNING = GOVERNORS | {"en"}


def past_quantity(words: Words, index: int, limit: int) -> int:
    """Return the noun counted behind a word, or 0: "une | trentaine de | maraîchers", "des | milliers d'| élus"."""
    at = index
    while at + 2 < limit and words.folds[at + 1] in ("de", "d'") and words.low_at(at) in _QUANTITIES:
        at += 2
    counted = at > index and words.forms[at].islower() and words.folds[at].endswith(("s", "x"))
    return at if counted and words.low_at(at) not in _QUANTITIES else 0


def tells_of_many(words: Words, index: int) -> bool:
    """Tell whether a word brings in of how many a share speaks: "sept Français | sur dix", "un élu | sur deux"."""
    return words.folds[index] == "sur" and (
        words.fold_at(index + 1) in word_set("number") or words.fold_at(index + 1) == "deux"
    )


def group_before(words: Words, index: int) -> Group | None:
    """Return the function that stands before a name: "le président russe | Vladimir Poutine".

    Args:
        words: The text.
        index: Index of the name's first word, its civility included.

    Returns:
        The singular group that runs up to the name, with at most one comma between, or None.

    """
    end = index
    if words.fold_at(end - 1) in _GOVERNING:
        return None  # "le préfet d'| Île-de-France"
    if end and words.folds[end - 1] == ",":
        end -= 1
    if end and words.folds[end - 1] == ")":
        # "le député (LR) | Éric Ciotti"
        end = _opening(words, end - 1, max(0, end - LONGEST_GROUP)) or end
    at, limit = end - 1, max(0, end - LONGEST_GROUP)
    civility = civilities().get(words.fold_at(index))
    inner: Group | None = None
    while at >= limit:
        key, form = words.folds[at], words.forms[at]
        if words.is_line_end(at):
            return inner
        found = function_at(words, at)
        if found and (start := _longer_start(words, at, end)) < at:
            at, found = start, function_at(words, start)
        if found and at + found.length <= end and group_end(words, at, found.length, end) == end:
            if _is_verb(words, at, end):
                return inner
            if not found.plural:
                group = _extended(words, at, found, end)
                if outer := _attached(words, group, end):
                    return outer
                # "l'avocat du suspect, | Me Roy": what the civility says is meant, not its complement.
                said = not (civility and civility.function) or found.key == civility.function
                # "le porte-parole de la chancelière, | Paul Roy": behind a comma the first of the two is meant.
                apart = end < index and words.fold_at(group.first - 1) in _OF
                if said and not apart:
                    return group
                inner = inner or group
        elif key == ")" and (opening := _opening(words, at, limit)):
            at = opening - 1
            continue
        elif key in ("(", ")") or not (form[0].isalnum() or key in word_set("link") or key in word_set("inner")):
            return inner
        at -= 1
    return inner


def _attached(words: Words, inner: Group, end: int) -> Group | None:
    """Return the office that another one is a part of: "la secrétaire d'État auprès du ministre de la Santé | X"."""
    at = inner.first - 1
    if words.fold_at(at) == "de":
        at -= 1
    if at < 1 or words.folds[at] != "aupres":
        return None
    for start in range(at - 1, max(-1, at - 5), -1):
        found = function_at(words, start)
        if found and not found.plural:
            start = _longer_start(words, start, at)
            return _extended(words, start, function_at(words, start) or found, end)
    return None


def _extended(words: Words, at: int, found: Function, end: int) -> Group:
    """Return the group of a function with what stands before it: "l'ancien | ministre de la Santé"."""
    core = at
    while core > 0 and words.folds[core - 1] in word_set("before") and not words.is_line_end(core - 1):
        core -= 1
    first = core
    if core > 0 and words.folds[core - 1] in determiners() and not words.is_line_end(core - 1):
        first = core - 1
    return _group(words, first, core, at, words.folds[first] if first < core else "", found, None, end, last=end)


def _is_verb(words: Words, index: int, end: int) -> bool:
    """Tell whether a function is a verb: "« … », | juge | Lydia Roy", "a ainsi | prévenu | Lydia Roy"."""
    participle = words.forms[index].endswith(("é", "ée", "u", "ue"))
    before = words.folds[max(0, index - 3) : index]
    if participle and not FINITE.isdisjoint(before) and determiners().isdisjoint(before):
        return True
    return end - index == 1 and words.folds[index] in ("juge", "guide") and words.fold_at(index - 1) in _CLOSING


def _is_called(words: Words, index: int) -> bool:
    """Tell whether a function follows a name at once, without a comma: "Ana Roy | professeure de lettres a"."""
    if index >= len(words) or not words.forms[index].islower() or function_at(words, index) is None:
        return False
    return not any(form.mood == "finite" for form in readings(words.low_at(index)))


def group_after(words: Words, index: int) -> Group | None:
    """Return the function that stands after a name: "Gérald Darmanin, | ministre de l'Intérieur".

    Args:
        words: The text.
        index: Index after the name's last word.

    Returns:
        The singular group after a comma, an age, "qui est" or "est", or None.

    """
    size = len(words)
    if index < size and words.folds[index] == "(":
        close = index + 1
        while close < size and close - index < 8 and words.folds[close] != ")":
            close += 1
        if close < size and words.folds[close] == ")":
            inner = read_group(words, index + 1, close)
            if inner is not None and inner.function and not inner.plural:
                return inner
            index = close + 1
    if index < size and words.folds[index] == ",":
        index += 1
        # "Jean Dupont, 45 ans, boulanger"
        if index + 2 < size and words.forms[index].isdigit() and words.folds[index + 1] == "ans":
            index += 2
            if index < size and words.folds[index] == ",":
                index += 1
        if index + 1 < size and words.folds[index] == "qui" and words.folds[index + 1] in ("est", "etait"):
            index += 2
    elif index < size and words.folds[index] in ("est", "etait", "devient"):
        index += 1
    elif not _is_called(words, index):
        return None
    group = read_group(words, index, size)
    if group is None or not group.function or group.plural or group.function.plural:
        return None
    return group
