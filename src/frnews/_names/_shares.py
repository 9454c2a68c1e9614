"""Groups of whom a share, a number or one is spoken of: "81 % des Français", "plusieurs élus", "l'un de ses amis"."""

from frnews._french._verbs import is_participle
from frnews._french._words import CONTRACTED, OPENING_MARKS
from frnews._names._group_ends import group_end
from frnews._names._groups import read_group, tells_of_many
from frnews._names._lexicon import determiners, families, word_set
from frnews._names._words import Words

# Words between a share of a group and the next one, which alone is named: "75 % des Français …. 81 % …".
_NEAR_SHARE = 60
_LINKS = CONTRACTED["de"] | {"parmi", "entre"}


def group_of_share(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """Return the group of which a share alone was named last: "75 % des | Français | le veulent. 81 % jugent"."""
    if last - first > 2 or not words.forms[first][0].isdigit() or words.fold_at(first + 1) != "%":
        return None
    for index in range(first - 2, max(0, first - _NEAR_SHARE), -1):
        if words.folds[index] == "%" and words.folds[index + 1] in _LINKS:
            head = index + 2 + (words.folds[index + 2] in determiners())
            noun = words.folds[head]
            people = words.forms[head][0].isupper() or noun in families() or noun in word_set("surveyed")
            if people or read_group(words, head, first) is not None:  # and not "75 % de hausse"
                end = group_end(words, head, 1, first)
                return head, end + is_participle(words.low_at(end))  # "des personnes | interrogées"
    return None


def is_bare_share(words: Words, first: int, last: int) -> bool:
    """Tell whether a mention is but a share, of whom the article has told before: "93 %", "59 % à Lyon"."""
    counts = words.forms[first][0].isdigit() and words.fold_at(first + 1) == "%"
    return counts and (last - first < 3 or words.folds[first + 2] not in _LINKS)


def uncounted(words: Words, first: int, last: int) -> int:
    """Return where a group starts of which a share speaks: "81 % des | Français", "une majorité de | Français"."""
    index, shares = first, word_set("share")
    while index < last and (words.folds[index] in word_set("before_share") or words.folds[index] in determiners()):
        index += 1
    start = index
    while index < last and (words.folds[index][0].isdigit() or words.folds[index] in ("%", "pour", "cent")):
        index += 1
    if index - start < 2 and (index > start or index >= last or words.folds[index] not in shares):
        return _crowd(words, first, last)
    while index < last and words.folds[index] in shares:
        index += 1
    return _past_link(words, index, last) or first


def one_of_theirs(words: Words, first: int, last: int) -> int:
    """Return the possessive of those of whom somebody is one, or 0: "l'un de | ses lieutenants"."""
    one = first + (words.fold_at(first) == "l'")
    theirs = one + 2
    whose = theirs + 1 < last and words.folds[theirs] in ("ses", "leurs") and words.folds[one + 1] == "de"
    return theirs if whose and words.folds[one] in ("un", "une") else 0


def _crowd(words: Words, first: int, last: int) -> int:
    """Return where a group starts of which many or some speak: "plusieurs | élus", "sept | sondés sur dix"."""
    for index in range(first, min(first + 3, last - 1)):
        if words.folds[index] in word_set("crowd"):
            return _past_link(words, index + 1, last) or first
    number = words.folds[first] in word_set("number") or words.folds[first] in ("un", "une", "deux")
    if not number or first + 1 >= last:
        return first
    of_many = any(tells_of_many(words, at) for at in range(first + 2, min(last + 2, len(words))))
    return first + 1 if of_many else first


def _past_link(words: Words, index: int, last: int) -> int:
    """Return the index after "des", "d'entre les", or 0 where nothing is left."""
    while index < last and (words.folds[index] in _LINKS or words.folds[index] in determiners()):
        index += 1
    return index if index < last and (words.forms[index][0].isalpha() or words.forms[index] in OPENING_MARKS) else 0
