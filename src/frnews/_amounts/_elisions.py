"""Sums whose currency or scale is said only once: in their sentence ("de 7,5 à 14 euros") or in the one before."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from attrs import evolve

from frnews._amounts._currencies import tolerant
from frnews._amounts._numbers import APOSTROPHE, HYPHEN, SPACE, scaled
from frnews._amounts._ranges import join_ranges, lend
from frnews._amounts._sums import Sum
from frnews._amounts._verbs import verbs
from frnews._tables import read_table


def complete(
    text: str, sums: Sequence[Sum], start: int, end: int, before: Sum | None = None, *, adjacent: bool = True
) -> list[Sum]:
    """Return the sums of a sentence: ranges made one, elided currencies and scales lent, mere numbers left out.

    Args:
        text: The text.
        sums: The numbers of the sentence, some with their currencies.
        start: Offset of the sentence.
        end: Where it ends.
        before: The last sum before this sentence, which lends where the sentence has no currency of its own.
        adjacent: That sum stands in the sentence before; otherwise somewhere before in the article.

    """
    joined = join_ranges(text, sums, start)
    lent = _lend_back(text, joined, start)
    lent = _lend_to_parts(text, lent, end)
    if any(found.currency is not None for found in lent):
        lent = _lend_forward(text, lent, start, end)
    elif before is not None:
        lent = _lend_on(text, lent, before, start, end, adjacent=adjacent)
    return [found for found in lent if found.currency is not None]


_SERIES = re.compile(
    rf"{SPACE}des{SPACE}|,?{SPACE}{{1,3}}(?:et|ou|mais|puis|contre){SPACE}{{1,3}}(?:(?:(?:au{SPACE})?(?:plus|moins|près){SPACE})?de{SPACE}{{1,3}})?",
    re.IGNORECASE,
)
_COMMA = re.compile(rf",{SPACE}{{1,3}}(?:(?:de|puis|voire|peut-être|sinon){SPACE}{{1,3}})?", re.IGNORECASE)
_LEADS = re.compile(
    rf"(?<!\w)(?:à|de|pour|contre|sur|avec|coûte|coûtent|gagne|gagnent|soit){SPACE}{{1,3}}$", re.IGNORECASE
)


def _lend_back(text: str, sums: Sequence[Sum], start: int) -> list[Sum]:
    """Return the sums with the currency of a series' last lent to the others ("5, 10 et 20 euros")."""
    lent = list(sums)
    for i in range(len(lent) - 2, -1, -1):
        found, after = lent[i], lent[i + 1]
        if found.currency is not None or after.currency is None or found.number.like_year:
            continue
        gap = text[found.end : after.start]
        last = _SERIES.fullmatch(gap) is not None
        comma = _COMMA.fullmatch(gap) is not None
        inner = comma and i + 2 < len(lent) and sums[i + 1].currency is None
        # Only a comma between two numbers: they are close, and the first is no label ("la chambre 800, 900 euros").
        pair = comma and (not found.number.digits or _LEADS.search(text, max(start, found.start - 12), found.start))
        raised = lend(found, after)
        if last or inner or (pair and raised.low < after.low <= 2 * raised.low):
            lent[i] = raised
    return lent


_LEANING = re.compile(
    rf"(?:[^.;:()]{{0,60}}\W)?(?:contre|au{SPACE}lieu{SPACE}de|plutôt{SPACE}que|puis|dont|soit|plus|et{SPACE}jusqu{APOSTROPHE}à|et{SPACE}non|mais{SPACE}pas)"
    rf"{SPACE}{{1,3}}(?:à{SPACE}|de{SPACE})?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"{SPACE}{{0,3}}(?:%|‰|h\b|°|ème|e\b|[-‐‑–][^\W\d_])|{SPACE}{{1,3}}(?:de{SPACE}{{1,3}}|d{APOSTROPHE}{SPACE}?)"
    rf"(?!(?:la|ce|cet|cette|ces|son|sa|leur|leurs|notre|ici|ores|abord)(?!\w)|l{APOSTROPHE})(?P<noun>[^\W\d_]+)"
    rf"|{SPACE}{{1,3}}(?:pour{SPACE}cent|points?|ans?|mois|jours?|heures?|fois|personnes?)\b",
    re.IGNORECASE,
)
# What follows a number after which nothing is counted.
_FREE = re.compile(
    rf"\s*(?:$|[.,;:!?)»”\"…]|(?:en|l{APOSTROPHE}an|un{SPACE}an|il{SPACE}y{SPACE}a|\w+{SPACE}(?:ans|mois){SPACE}plus"
    rf"|ce|cet|cette|auparavant|avant|hier|précédemment|la|le|au|aux|à|pour|et|avec|sur{SPACE}l[ea]s?"
    rf"|dans|auprès|par|de{SPACE}(?:plus|moins|la|l{APOSTROPHE}|son|sa|leurs?)|du|des|net|brut"
    rf"|aujourd{APOSTROPHE}hui|alors|\w+ment|prévus?|annoncés?|espérés?|promis|attendus?|demandés?|requis)\b)",
    re.IGNORECASE,
)
# The same without what could go on after "milliard" in a name: "la loi du milliard aux émigrés".
_REALLY_FREE = re.compile(r"\s*(?:$|[.,;:!?)»”\"…])")


def _lend_forward(text: str, sums: Sequence[Sum], start: int, end: int) -> list[Sum]:
    """Return the sums with the sentence's currency lent to scaled numbers, and to numbers that lean on a sum.

    "53 millions de francs, suivi du PR (32,6 millions)"; "14 euros, contre 12,5 en 2010". What is set against a count
    is a count: "9 millions d'élèves, contre 7 millions".
    """
    first = next(found for found in sums if found.currency is not None)
    lender: Sum | None = None
    lent: list[Sum] = []
    counting = False
    for found in sums:
        if found.currency is not None:
            lender, counting = found, False
        elif found.number.scale > 1:
            noun = _noun_after(text, found.end, end)
            counts = _counts_things(text, found.end, end)
            if counts or not (found.number.written or _REALLY_FREE.match(text, found.end)):
                counting = counting or counts
            elif noun or not counting or _paid().search(text[max(start, found.start - 40) : found.start]):
                found = lend(found, lender or first)
                counting = False
        elif lender is not None and _leans(text, lender, found, lent, start, end):
            lender = found = lend(found, lender)
        lent.append(found)
    return lent


def _leans(text: str, lender: Sum, found: Sum, lent: Sequence[Sum], start: int, end: int) -> bool:
    """Whether a number without scale is a sum because it leans on the sum before it: "dont 15 de la région"."""
    between = text[lender.end : found.start]
    if _is_part(text, lender, found, between, end):
        return True
    if found.number.like_year or not found.number.digits or _counts_things(text, found.end, end):
        return False
    if len(between) > _LEAN or any(c in between for c in ".;:("):
        return False
    if _is_parallel(text, lender, found, end):
        return True
    if not (_FREE.match(text, found.end, min(end, found.end + 20)) or _noun_after(text, found.end, end)):
        return False
    near = next((other for other in reversed(lent) if not other.number.like_year), None)
    if near is lender and (_LEANING.fullmatch(between) or _is_set_beside(text, found, between)):
        return True
    if any(sign.search(between) for sign in (_OF_IT, _reaches(), _is_called(), _costs_of_it())):
        return True
    other = _OTHER.search(between)
    return other is not None and _before(text, lender, start).endswith(other[1].casefold())


_OF_WHICH = re.compile(rf",?{SPACE}dont{SPACE}", re.IGNORECASE)
_NOUN_GOES_WITH = re.compile(rf"{SPACE}(?:de{SPACE}|d{APOSTROPHE}{SPACE}?)[^\W\d_]", re.IGNORECASE)


def _is_part(text: str, lender: Sum, found: Sum, between: str, end: int) -> bool:
    """Whether a number is a part of a sum in millions: "45 milliards d'euros, dont 32 de reports de charges".

    One says "32 reports", never "32 de reports": the "de" is that of the milliards left out.
    """
    if found.number.scale > 1 or lender.number.scale == 1 or not found.number.digits or found.number.like_year:
        return False
    return _OF_WHICH.fullmatch(between) is not None and _NOUN_GOES_WITH.match(text, found.end, end) is not None


def _is_set_beside(text: str, found: Sum, between: str) -> bool:
    """Whether a number takes the place of the sum before it in a clause without its verb.

    "20 dollars, 10 pour les étudiants"; "2 euros, 0,50 de plus"; "un studio coûte 900 francs, un deux-pièces 2100"
    """
    if _BARE_COMMA.fullmatch(between):
        return _FOR_OR_MORE.match(text, found.end) is not None
    if _APPOSED.fullmatch(between):  # "120 millions d'euros, sa clause libératoire, 80 de moins qu'en juin"
        return _MORE.match(text, found.end) is not None
    return _GAPPED.fullmatch(between) is not None and _CLAUSE_ENDS.match(text, found.end) is not None


_CLAUSE_ENDS = re.compile(rf"\s*(?:$|[.,;:!?)»”\"…]|et{SPACE}(?:les?|la|une?|l{APOSTROPHE}))", re.IGNORECASE)
_BARE_COMMA = re.compile(rf"(?:{SPACE}par{SPACE}\w{{2,12}})?,{SPACE}{{1,2}}")
_APPOSED = re.compile(rf",{SPACE}[^,.;:()\d]{{1,40}},{SPACE}")
_MORE = re.compile(rf"{SPACE}de{SPACE}(?:plus|moins)(?!\w)", re.IGNORECASE)
_FOR_OR_MORE = re.compile(rf"{SPACE}(?:pour{SPACE}(?!cent)|de{SPACE}(?:plus|moins)(?!\w))", re.IGNORECASE)
_GAPPED = re.compile(
    rf"[^,.;:()]{{0,40}}(?:,{SPACE}(?:et{SPACE})?|{SPACE}et{SPACE})(?:une?|les?|la|l{APOSTROPHE}|son|sa|celui|celle)"
    rf"(?:{SPACE}?(?!\d)\w+(?:{HYPHEN}\w+)*){{1,3}},?{SPACE}",
    re.IGNORECASE,
)
# A number that leans on a sum stands in the same clause or in the next.
_LEAN = 100
# "400 M€ à la Ligue, elle n'en a versé que 330"
_OF_IT = re.compile(
    rf"(?<!\w)(?:(?:n|s|m|t|j){APOSTROPHE}|(?:ils?|elles?|on|nous|vous|je|tu|y|lui|leur|qui){SPACE}"
    # "les Genevois en paient", ", en a rapporté": what else stands before it may be a noun, but a verb follows
    rf"|[^\W\d_]+[sx]{SPACE}(?=en{SPACE}[^\W\d_]+ent{SPACE})|(?=en{SPACE}(?:a|ont|avait|avaient|aura|auront|aurait){SPACE}))"
    rf"en{SPACE}(?:[^\W\d_]+{SPACE}){{1,3}}$",
    re.IGNORECASE,
)
# "est à 12 euros, le plus cher à 250", "était à 75 dollars en avril et à 71 mardi"
_OTHER = re.compile(
    rf"(?:,{SPACE}(?:et{SPACE})?(?:le|la|les|l{APOSTROPHE})(?:{SPACE}?[^\W\d_]+){{1,4}}|{SPACE}et){SPACE}(à|de){SPACE}$",
    re.IGNORECASE,
)


def _before(text: str, found: Sum, start: int) -> str:
    return text[max(start, found.start - 12) : found.start].rstrip().casefold()


@cache
def _reaches() -> re.Pattern[str]:
    """Return the pattern of a verb that leads to a sum without its currency: "20 M€, Leicester monte à 25"."""
    return re.compile(rf"(?<!\w){verbs('change_verbs')}{SPACE}(?:à|de){SPACE}$", re.IGNORECASE)


@cache
def _paid() -> re.Pattern[str]:
    """Return the pattern of a verb whose object is the sum that follows: "coûterait 2,5 milliards"."""
    return re.compile(rf"(?<!\w){verbs('amount_verbs')}{SPACE}(?:environ{SPACE}|\w+ment{SPACE})?$", re.IGNORECASE)


@cache
def _costs_of_it() -> re.Pattern[str]:
    """Return the pattern of a verb of paying with "en": "le baril, qui valait 3 dollars, en coûtait 11,65"."""
    return re.compile(rf"(?<!\w)en{SPACE}{verbs('amount_verbs')}{SPACE}$", re.IGNORECASE)


@cache
def _is_called() -> re.Pattern[str]:
    """Return the pattern of a noun of money whose sum follows: "et une prime de record de 30.000"."""
    return re.compile(
        rf"(?<!\w)(?:{_nouns()})(?:{SPACE}(?:de{SPACE})?[^\W\d_]+)?{SPACE}(?:de|à){SPACE}$", re.IGNORECASE
    )


_JOINED = re.compile(rf"(?:,|,?{SPACE}et){SPACE}(?:(?:de|à){SPACE})?$", re.IGNORECASE)
_SHARE = re.compile(rf"(?:{SPACE}par{SPACE}[^\W\d_]+)?{SPACE}(pour|à|au|aux|en|dans|sur|chez)(?!\w)", re.IGNORECASE)


def _is_parallel(text: str, lender: Sum, found: Sum, end: int) -> bool:
    """Whether a number repeats the construction of a sum: "400 millions d'euros pour A et 300 pour B"."""
    between = text[lender.end : found.start]
    first, second = _SHARE.match(text, lender.end, end), _SHARE.match(text, found.end, end)
    same = first is not None and second is not None and first[1][:1].casefold() == second[1][:1].casefold()
    return same and _JOINED.search(between) is not None


def _counts_things(text: str, stop: int, end: int) -> bool:
    m = _COUNTED.match(text, stop, end)
    return m is not None and (m["noun"] is None or _money_noun().fullmatch(m["noun"]) is None)


def _noun_after(text: str, stop: int, end: int) -> bool:
    """Whether a noun of money says what the number that ends at `stop` is: "9 milliards de provisions"."""
    m = _COUNTED.match(text, stop, end)
    return m is not None and m["noun"] is not None and _money_noun().fullmatch(m["noun"]) is not None


@cache
def _nouns() -> str:
    return "|".join(tolerant(row["noun"], plural=True) for row in read_table("money_nouns"))


@cache
def _money_noun() -> re.Pattern[str]:
    return re.compile(_nouns(), re.IGNORECASE)


@cache
def _money_in_view() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:(?:{_nouns()})(?!\w)|{verbs('amount_verbs')})", re.IGNORECASE)


@cache
def _counted_in_view() -> re.Pattern[str]:
    nouns = "|".join(tolerant(row["noun"], plural=True) for row in read_table("amount_counted"))
    return re.compile(rf"(?<!\w)(?:{nouns})(?!\w)", re.IGNORECASE)


def _lend_on(text: str, sums: Sequence[Sum], before: Sum, start: int, end: int, *, adjacent: bool) -> list[Sum]:
    """Return the sums of a sentence without a currency, its millions and milliards taken for sums of money.

    Right behind a sum, milliards are money unless the sentence names what else is counted in them, and millions are
    where it names money: "Il a perdu 3 milliards d'euros. Sa dette s'est alourdie de 2 milliards." Farther on milliards
    are where it names money.
    """
    money = _money_in_view().search(text, start, end) is not None
    counted = _counted_in_view().search(text, start, end)
    bound = end if counted is None else counted.start()
    lent = list(sums)
    for i, found in enumerate(sums):
        if (
            (found.start > bound and not _noun_after(text, found.end, end))
            or found.number.scale < _MILLION
            or not found.number.written
            or _counts_things(text, found.end, end)
        ):
            continue
        if (money or adjacent) and (found.number.scale > _MILLION or (money and adjacent)):
            lent[i] = lend(found, before)
    return lent


_MILLION = 1_000_000
_PARTS = re.compile(r"[^():.;]{0,80}(?:\(([^()]{1,200})\)|:([^().;]{1,200}))")


def _lend_to_parts(text: str, sums: Sequence[Sum], end: int) -> list[Sum]:
    """Return the sums with currency and scale lent to the numbers behind a sum that add up to it.

    "7 millions d'euros (5 pour le pont et 2 pour la route)", "7 millions d'euros : 5 pour le pont, 2 pour la route"
    """
    lent = list(sums)
    for whole in sums:
        if whole.currency is None or whole.is_range:
            continue
        m = _PARTS.match(text, whole.end, end)
        if m is None:
            continue
        first, last = m.span(m.lastindex or 0)
        inside = [i for i, found in enumerate(sums) if found.number.digits and first <= found.start < last]
        parts = [sums[i] for i in inside]
        if len(parts) < 2 or any(part.currency is not None or part.number.scale > 1 for part in parts):
            continue
        scale = whole.number.scale
        if scaled(sum((part.low for part in parts), Decimal(0)), scale) == whole.low:
            for i in inside:
                low = scaled(sums[i].low, scale)
                lent[i] = evolve(sums[i], low=low, high=low, currency=whole.currency)
    return lent
