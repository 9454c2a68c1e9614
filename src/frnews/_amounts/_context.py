"""What the words beside a sum say of it: how it is meant (qualifier), and what it pays for (rate)."""

import re
from functools import cache

from frnews._amounts._currencies import tolerant
from frnews._amounts._numbers import APOSTROPHE, HYPHEN, SPACE
from frnews._tables import read_table
from frnews._types import Qualifier

# How far before a sum its qualifier may begin.
_REACH = 64
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
        forms = []
        for form in word.split("/"):
            stem = tolerant(form.rstrip("*")) + (r"\w{0,9}" if form.endswith("*") else "")
            forms.append(stem)
        # "plus de", "plus d'", "plus des", "plus du"
        pieces.append("(?:" + "|".join(forms) + ")" if word != "de" else rf"d(?:es?|u|{APOSTROPHE})")
    joined = rf"{SPACE}{{1,3}}".join(pieces)
    # "à" contracts: "inférieur au million", "jusqu'aux 10 000 euros"
    return re.sub(r"\(\?:\(\?:à\|[^)]*\)\)$", r"(?:à|a\\u0300|aux?)", joined)


@cache
def _before() -> re.Pattern[str]:
    rows = [row for row in read_table("amount_qualifiers") if row["place"] == "before"]
    rows.sort(key=lambda row: -len(row["phrase"]))
    groups = "|".join(f"(?P<q{i}>{_phrase(row['phrase'])})" for i, row in enumerate(rows))
    articles = rf"(?:les?|la|des?|du|ces?|une?|à|un{SPACE}montant{SPACE}de|la{SPACE}somme{SPACE}de)"
    filler = rf"(?:{SPACE}{{0,3}}(?:{articles}\b|d{APOSTROPHE})){{0,2}}"
    return re.compile(rf"(?<!\w)(?:{groups}){filler}{SPACE}{{0,3}}[«\"“]?{SPACE}?$", re.IGNORECASE)


@cache
def _before_kinds() -> tuple[Qualifier, ...]:
    rows = [row for row in read_table("amount_qualifiers") if row["place"] == "before"]
    rows.sort(key=lambda row: -len(row["phrase"]))
    return tuple(row["qualifier"] for row in rows)  # type: ignore[misc]


@cache
def _after() -> re.Pattern[str]:
    rows = [row for row in read_table("amount_qualifiers") if row["place"] == "after"]
    groups = "|".join(f"(?P<{row['qualifier']}{i}>{_phrase(row['phrase'])})" for i, row in enumerate(rows))
    return re.compile(rf"[»”\"]?{SPACE}{{1,3}}(?:{groups})(?!\w)", re.IGNORECASE)


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
    begin = max(left, start - _REACH)
    before = text[begin:start]
    # A negation stands between the verb and the sum: "n'excédait jamais 10 000 dollars".
    bare = before
    m = _before().search(bare)
    if m is None:
        bare = _strip_negation(before)
        m = _before().search(bare) if bare != before else None
    if m is not None and m.lastgroup is not None:
        kind = _before_kinds()[int(m.lastgroup[1:])]
        if kind in _OPPOSITE and _NEGATED.search(bare[: m.start()]) and m[0].casefold()[:4] in _VERBS:
            return _OPPOSITE[kind]
        return kind
    if _PENALTY.search(before):
        return "at_most"
    m = _after().match(text, end, right)
    if m is not None and m.lastgroup is not None:
        return m.lastgroup.rstrip("0123456789")  # type: ignore[return-value]
    return "exact"


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
    word = rf"[^\W\d_][\w²³]*(?:{HYPHEN}[^\W\d_]+)*"
    return re.compile(
        rf"""
        [»”"]? {tax} (?:
            {SPACE}{{1,3}}par{SPACE}{{1,3}}(?!(?:{refused})(?!\w))(?P<par>(?-i:(?![A-ZÀ-Ý](?![A-Z]))){word})
          | {SPACE}?/{SPACE}?(?P<slash>{word})(?!\w)
          | {SPACE}{{1,3}}(?:de{SPACE})?(?:l{APOSTROPHE}|l[ea]{SPACE}{{1,2}})(?P<le>{units})(?!\w)
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
    m = _before().search(words)
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
