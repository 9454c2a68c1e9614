"""What the words beside a sum say of it: how it is meant (qualifier), and what it pays for (rate)."""

import re
from functools import cache

from frnews._amounts._currencies import tolerant
from frnews._amounts._numbers import APOSTROPHE, HYPHEN, SPACE
from frnews._amounts._places import inhabitants
from frnews._amounts._verbs import forms
from frnews._tables import read_table
from frnews._types import Qualifier

# How far before a sum its qualifier may begin.
_REACH = 110
_OPPOSITE: dict[str, Qualifier] = {"at_least": "at_most", "at_most": "at_least"}


def _phrase(written: str) -> str:
    """Return the source of a pattern for a phrase of `data/amount_qualifiers.tsv`."""
    source = written
    optional = re.search(r" \((.*)\)", source)
    inner = _phrase(optional[1]) if optional else ""
    pieces: list[str] = []
    for word in re.sub(r" \(.*\)", " \0", source).split(" "):
        if word == "\0":
            pieces[-1] += rf"(?:{SPACE}{{1,3}}{inner})?"
            continue
        # "plus de", "plus d'", "plus des", "plus du"
        pieces.append(rf"d(?:es?|u|{APOSTROPHE})" if word == "de" else f"(?:{'|'.join(map(forms, word.split('/')))})")
    joined = rf"{SPACE}{{1,3}}".join(pieces)
    # "à" contracts: "inférieur au million", "jusqu'aux 10 000 euros"
    return re.sub(r"\(\?:\(\?:à\|[^)]*\)\)$", r"(?:à|a\\u0300|aux?)", joined)


@cache
def _rows_before() -> list[dict[str, str]]:
    rows = [row for row in read_table("amount_qualifiers") if row["place"] == "before"]
    return sorted(rows, key=lambda row: -len(row["phrase"]))


@cache
def _before() -> re.Pattern[str]:
    mark = "(?:barre|cap|seuil|plafond|plancher|limite)"
    bar = rf"(?:(?:la|le|du|au){SPACE})?{mark}(?:{SPACE}\w+)?{SPACE}(?:des?|du|d{APOSTROPHE})"
    own = r"les?|la|ces?|une?|son|leurs?"
    articles = rf"(?:{own}|des?|du|à|un{SPACE}montant{SPACE}de|la{SPACE}somme{SPACE}de|{bar})"
    filler = rf"(?:{SPACE}{{0,3}}(?:{articles}(?!\w)|d{APOSTROPHE})){{0,2}}"
    # A verb may be parted from its object; "dépasse de 150 euros" says by how much, and qualifies nothing.
    adverbials = "|".join(tolerant(row["adverbial"]) for row in read_table("amount_adverbials"))
    parted = (
        rf"(?:(?:{SPACE}{{1,3}}(?:{adverbials}|\w{{2,20}}ment|en{SPACE}(?:\w{{3,9}}{SPACE})?\d{{4}}|en{SPACE}\w{{3,9}})(?!\w)){{1,2}}"
        rf"|,[^,;:.]{{1,40}},)?"
    )
    object_ = rf"(?:{SPACE}{{1,3}}(?:{own}|{bar})(?!\w)){{0,2}}"
    # What follows is said once for all verbs and once for all other phrases: row by row, compiling takes thirty times
    # as long. No phrase of the one begins like one of the other, so that their order decides nothing.
    verbs: list[str] = []
    phrases: list[str] = []
    for i, row in enumerate(_rows_before()):
        (verbs if "~" in row["phrase"] else phrases).append(f"(?P<q{i}>{_phrase(row['phrase'])})")
    groups = f"(?:{'|'.join(verbs)}){parted}{object_}|(?:{'|'.join(phrases)}){filler}"
    source = rf"(?<!\w)(?:{groups}){SPACE}{{0,3}}[«\"“]?{SPACE}?$"
    # Of plain signs (`_plain`): each class of look-alikes costs as much as ten words to compile, and there are 150.
    for signs, plain in _LOOK_ALIKES:
        source = source.replace(signs, plain)
    return re.compile(source, re.IGNORECASE)


_LOOK_ALIKES = ((SPACE, " "), (APOSTROPHE, "'"), (HYPHEN, "-"))


@cache
def _plain_signs() -> dict[int, str]:
    signs = "".join(map(chr, range(0x3001)))  # the last of them is a space
    return {ord(sign): plain for alike, plain in _LOOK_ALIKES for sign in re.findall(alike, signs)}


def _plain(words: str) -> str:
    """Return the same words, sign by sign, with one space, apostrophe and hyphen for all that look like them.

    >>> _plain("jusqu’à\u00a03")
    "jusqu'à 3"
    """
    return words.translate(_plain_signs())


@cache
def _after() -> re.Pattern[str]:
    rows = [row for row in read_table("amount_qualifiers") if row["place"] == "after"]
    groups = "|".join(f"(?P<{row['qualifier']}{i}>{_phrase(row['phrase'])})" for i, row in enumerate(rows))
    # Behind a comma only what ends there: "3 milliards d'euros, au bas mot.", not "500 euros, au moins vingt fois".
    apart = rf",(?={SPACE}[^\d.,;:()]{{3,20}}\s*(?:[.,;:!?)»”\"…]|$))"
    return re.compile(rf"[»”\"]?(?:{apart})?{SPACE}{{1,3}}(?:{groups})(?!\w)", re.IGNORECASE)


_NEGATED = re.compile(
    rf"(?:(?<!\w)(?:ne{SPACE}{{1,3}}|n{APOSTROPHE}{SPACE}?)(?:\w+{SPACE}{{1,3}}){{0,2}}|(?<!\w)sans{SPACE}{{1,3}})$",
    re.IGNORECASE,
)
_NEGATION = re.compile(rf"{SPACE}{{1,3}}(?:pas|jamais|guère|point|plus)(?!\w)", re.IGNORECASE)


def qualifier_of(text: str, start: int, end: int, left: int, right: int) -> Qualifier:
    """Return how the sum text[start:end] is meant.

    Args:
        text: The text.
        start: Offset of the sum's first character.
        end: Offset after its last character.
        left: Where its sentence, or the sum before it, leaves off.
        right: Where its sentence ends.

    """
    before = _plain(text[max(left, start - _REACH) : start])
    # A negation stands between the verb and the sum: "n'excédait jamais 10 000 dollars".
    bare = before
    m = _before().search(bare)
    if m is None:
        bare = _strip_negation(before)
        m = _before().search(bare) if bare != before else None
    if m is not None and m.lastgroup is not None:
        kind: Qualifier = _rows_before()[int(m.lastgroup[1:])]["qualifier"]  # type: ignore[assignment]
        if kind == "at_least" and _ONLY.match(m[0]) and _NEGATED.search(bare[: m.start()]):
            # "ne vaut plus que 8 milliards": no more than it is worth
            return "exact"
        if kind in _OPPOSITE and _NEGATED.search(bare[: m.start()]) and m[0].casefold()[:4] in _VERBS:
            return _OPPOSITE[kind]
        return kind
    if _PENALTY.search(before):
        return "at_most"
    m = _after().match(text, end, right)
    if m is not None and m.lastgroup is not None:
        return m.lastgroup.rstrip("0123456789")  # type: ignore[return-value]
    return "exact"


def shared_qualifier(text: str, first: tuple[int, Qualifier], second: tuple[int, int], right: int) -> Qualifier:
    """Return the qualifier that a sum without one shares with the sum before it, or "exact".

    "plus de 3 millions d'euros et 2 millions de dollars" says "plus de" once for both; so does a limit that two
    parallel complements share: "ne peut excéder 15 000 euros pour l'un et 75 000 euros pour l'autre".

    Args:
        text: The text.
        first: Where the sum before ends, and its qualifier.
        second: Offset of the sum, and where it ends.
        right: Where their sentence ends.

    """
    end, qualifier = first
    start, stop = second
    if qualifier in ("exact", "between") or start - end > _SHARED:
        return "exact"
    if _AND.fullmatch(text, end, start):
        return qualifier
    ours, theirs = _COMPLEMENT.match(text, end, start), _COMPLEMENT.match(text, stop, right)
    alike = ours is not None and theirs is not None and ours[1].casefold() == theirs[1].casefold()
    joined = alike and text[end:start].rstrip().endswith((" et", " ou"))
    return qualifier if qualifier == "at_most" and joined else "exact"


# Two complements of one limit stand no farther apart.
_SHARED = 60
_AND = re.compile(rf"(?:,?{SPACE}(?:et|ou){SPACE}(?:de{SPACE})?)", re.IGNORECASE)
_COMPLEMENT = re.compile(rf"{SPACE}(pour|par|en|dans|chez)(?!\w)", re.IGNORECASE)


_ONLY = re.compile(rf"plus{SPACE}{{1,3}}qu", re.IGNORECASE)
# A negated verb turns round ("ne dépasse pas"); a negated phrase hardly occurs ("pas plus de" has its own row).
_VERBS = frozenset(("dépa", "excé", "excè", "fran", "infé", "supé"))


def _strip_negation(before: str) -> str:
    """Return `before` without the second word of a negation that stands shortly before its end."""
    last = None
    for last in _NEGATION.finditer(before):  # noqa: B007
        pass
    if last is None or len(before) - last.end() > 12 or _NEGATION_OPENS.search(before, 0, last.start()) is None:
        return before
    return before[: last.start()] + before[last.end() :]


_NEGATION_OPENS = re.compile(rf"(?<!\w)(?:ne(?!\w)|n{APOSTROPHE})", re.IGNORECASE)


# "jusqu'à cinq ans de prison et 75 000 euros d'amende": the most is said once for both.
_PENALTY = re.compile(
    rf"jusqu{APOSTROPHE}à{SPACE}(?:\w+{SPACE}){{1,3}}(?:de{SPACE}prison|d{APOSTROPHE}emprisonnement|de{SPACE}réclusion|de{SPACE}détention)"
    rf"(?:{SPACE}\w+)?(?:,|{SPACE}et|,?{SPACE}et{SPACE}à){SPACE}(?:(?:de|à|une{SPACE}amende{SPACE}de){SPACE})?$",
    re.IGNORECASE,
)


@cache
def _rate() -> re.Pattern[str]:
    units = "|".join(sorted((tolerant(row["unit"]) for row in read_table("rate_units")), key=len, reverse=True))
    refused = "|".join(tolerant(row["word"]) for row in read_table("rate_refused"))
    times = "an|année|mois|jour|semaine|heure|trimestre|semestre|nuit|journée|personne|habitant|foyer|tête"
    tax = (
        rf"(?:{SPACE}{{1,2}}(?:bruts?|nets?|HT|TTC|hors{SPACE}taxes?|toutes{SPACE}taxes{SPACE}comprises"
        rf"|en{SPACE}moyenne|environ))?"
    )
    # "par Bercy" names who pays, "par Français" who is paid.
    people = "(?:" + "|".join(sorted(inhabitants(), key=len, reverse=True)) + r")(?!\w)"
    word = rf"[^\W\d_][\w²³]*(?:{HYPHEN}[^\W\d_]+)*"
    return re.compile(
        rf"""
        [»”"]? {tax} (?:
            {SPACE}{{1,3}}par{SPACE}{{1,3}}(?!(?:{refused})(?!\w))(?P<par>(?-i:(?![A-ZÀ-Ý](?![A-Z]))|(?={people})){word})
          | {SPACE}?/{SPACE}?(?P<slash>{word})(?!\w)
          | {SPACE}{{1,3}}(?:de{SPACE})?(?:l{APOSTROPHE}|l[ea]{SPACE}{{1,2}})(?!part{SPACE}d)(?P<le>{units})(?!\w)
            (?!{SPACE}(?:derni|prochain|suivant|passé|précédent|même|où|\d))
          | {SPACE}{{1,3}}(?:de|d{APOSTROPHE}){SPACE}?[^\W\d_]+(?:{SPACE}[^\W\d_]+)?
            {SPACE}par{SPACE}{{1,3}}(?P<time>{times})(?!\w)
        )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def rate_of(text: str, end: int, right: int) -> str | None:
    """Return what a sum that ends at `end` pays for, as written ("mois", "litre"), or None.

    >>> rate_of("Il gagne 30 euros par heure.", 17, 28)
    'heure'
    >>> rate_of("Estimé à 30 euros par le maire.", 17, 31) is None
    True
    """
    m = _rate().match(text, end, right)
    return None if m is None else m["par"] or m["slash"] or m["le"] or m["time"]


def is_leading(words: str) -> bool:
    """Whether `words` may stand before a sum in an expression that is nothing else: "plus de", "entre"."""
    if _LEAD.fullmatch(words):
        return True
    m = _before().search(_plain(words))
    return m is not None and _LEAD.fullmatch(words[: m.start()]) is not None


def is_trailing(words: str) -> bool:
    """Whether `words` may stand after a sum in an expression that is nothing else: "environ", "par mois"."""
    for pattern in (_rate(), _after(), _rate()):
        m = pattern.match(words)
        words = words[m.end() :] if m else words
    return re.fullmatch(r"[\s.,;:!?…»”\"]*", words) is not None


_LEAD = re.compile(
    rf"[\s«“\"]*(?:(?:entre|d[eu]s?|d{APOSTROPHE}|à|pour|les?|la|soit|exactement|seulement|(?:une?|la)\s+somme\s+de"
    rf"|un\s+montant\s+de)[\s«“\"]*){{0,2}}",
    re.IGNORECASE,
)
