"""How days, sums and confidence are said on a page, in French."""

import datetime as dt
import re
from decimal import Decimal
from functools import cache
from importlib import resources

from frnews._types import Amount, Article, DateMention, Gender, Quotation, SpeakerKind, Via

# The narrow no-break space stands between thousands and before « % » in French typography.
NARROW = "\u202f"
NO_BREAK = "\u00a0"

_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_KINDS = {"direct": "directe", "indirect": "indirecte", "mixed": "mixte"}
_VIAS: dict[Via, str] = {
    "name": "par son nom",
    "pronoun": "par un pronom",
    "description": "par une description",
    "carried_over": "repris de ce qui précède",
}
_NATURES: dict[SpeakerKind | None, str] = {
    "person": "personne",
    "body": "institution",
    "group": "groupe",
    "document": "document",
    None: "nature inconnue",
}
KINDS_OF_SPEAKERS: tuple[SpeakerKind | None, ...] = tuple(_NATURES)
_QUALIFIERS = {"exact": "", "approximate": "environ ", "at_least": "au moins ", "at_most": "au plus ", "between": "de "}
_TYPES = {"date": "date", "time": "heure", "duration": "durée", "set": "répétition"}

# Signs that command a reader's screen: line commands, and what turns the direction of all that follows.
_COMMANDS = {code: 0x2400 + code for code in range(32) if code not in (9, 10, 13)}
_COMMANDS |= dict.fromkeys((*range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF), 0xFFFD)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BEFORE = re.compile(r" (?=[:;!?»%€])|(?<=«) ")


def shown(text: str) -> str:
    r"""Return text as a page shows it, sign for sign: commands made visible, no line broken before « ? » or « » ».

    The length stays, so that offsets hold on the page too.

    >>> shown("« Oui ! »\x00\u202e")
    '«\xa0Oui\xa0!\xa0»␀�'
    """
    return _BEFORE.sub(NO_BREAK, _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text.translate(_COMMANDS)))


def line(text: str, limit: int) -> str:
    """Return text on one line of at most `limit` characters, cut between words.

    >>> line("Le maire de Lyon a parlé hier soir", 20)
    'Le maire de Lyon a…'
    """
    # Whatever follows can't be seen; a text of ten megabytes on one line is not split for its first words.
    one = " ".join(text[: limit * 4].split())
    if len(one) <= limit and len(text) <= limit * 4:
        return shown(one)
    cut = one[: limit - 1]
    return shown((cut.rpartition(" ")[0] or cut).rstrip(" ,;:") + "…")


def day(moment: dt.date, *, year: bool = True) -> str:
    """Return a day as French says it.

    >>> day(dt.date(2022, 1, 1)).replace(NO_BREAK, " ")
    '1er janvier 2022'
    """
    number = "1er" if moment.day == 1 else str(moment.day)
    return f"{number}{NO_BREAK}{_MONTHS[moment.month - 1]}" + (f" {moment.year}" if year else "")


def days(first: dt.date | None, last: dt.date | None) -> str:
    """Return a period as French says it, the shortest way: a year and a month by their names.

    >>> days(dt.date(2023, 3, 1), dt.date(2023, 5, 31)).replace(NO_BREAK, " ")
    'du 1er mars au 31 mai 2023'
    >>> days(dt.date(2022, 2, 1), dt.date(2022, 2, 28))
    'février 2022'
    """
    if first is None and last is None:
        return "jour inconnu"
    if first is None or last is None:
        return f"jusqu’au {day(last)}" if last is not None else f"depuis le {day(first)}" if first else ""
    if first == last:
        return day(first)
    if (first.day, last.month, last.day) == (1, 12, 31) and first.month == 1:
        return str(first.year) if first.year == last.year else f"de {first.year} à {last.year}"
    whole_month = first.day == 1 and (first.year, first.month) == (last.year, last.month)
    if whole_month and (last.month == 12 or dt.date(last.year, last.month + 1, 1) - last == dt.timedelta(1)):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if first.month == last.month and first.year == last.year:
        return f"du {'1er' if first.day == 1 else first.day} au {day(last)}"
    return f"du {day(first, year=first.year != last.year)} au {day(last)}"


def meaning_of_date(mention: DateMention) -> str:
    """Return what a time expression means: its days and hours, or that it is a duration or a repetition."""
    if mention.type in ("duration", "set"):
        words = _TYPES[mention.type]
        return f"{words} ({mention.timex})" if mention.timex else words
    said = days(mention.earliest, mention.latest)
    hours = [f"{t.hour}{NO_BREAK}h{NO_BREAK}{t.minute:02}" for t in (mention.start_time, mention.end_time) if t]
    if hours:
        said += ", " + (hours[0] if len(set(hours)) == 1 else f"de {hours[0]} à {hours[1]}")
    return f"vers {said}" if mention.mod == "APPROX" else said


def type_of_date(mention: DateMention) -> str:
    """Return the type of a time expression in French."""
    return _TYPES[mention.type]


def number(value: Decimal | int) -> str:
    """Return a number with narrow spaces between thousands and a decimal comma.

    >>> number(Decimal("1234567.50"))
    '1\u202f234\u202f567,50'
    """
    return format(value, ",f" if isinstance(value, Decimal) else ",d").replace(",", NARROW).replace(".", ",")


def meaning_of_amount(amount: Amount) -> str:
    """Return what a sum of money means: its bounds and its currency."""
    bounds = [number(bound) for bound in dict.fromkeys((amount.low, amount.high)) if bound is not None]
    currency = amount.currency or "monnaie inconnue"
    per = f" par {shown(amount.per)}" if amount.per else ""
    return f"{_QUALIFIERS[amount.qualifier]}{' à '.join(bounds)}{NO_BREAK}{currency}{per}"


def kind_of_quotation(quotation: Quotation) -> str:
    """Return "directe", "indirecte" or "mixte"."""
    return _KINDS[quotation.kind]


def via(quotation: Quotation) -> str:
    """Return how the speaker was found, or "" where there is none."""
    return _VIAS[quotation.via] if quotation.via else ""


def nature(kind: SpeakerKind | None) -> str:
    """Return what a speaker is."""
    return _NATURES[kind]


def gender(value: Gender | None) -> str:
    """Return a gender in French."""
    return {"f": "femme", "m": "homme", None: ""}[value]


def percent(share: float) -> str:
    """Return a share of one as whole percents; what is not certain is never called so.

    >>> percent(0.999), percent(0.5)
    ('99\u202f%', '50\u202f%')
    """
    return f"{int(share * 100 + 1e-9) if share > 0.99 else round(share * 100)}{NARROW}%"


@cache
def _french() -> dict[tuple[str, str], str]:
    """Return the page's words for what the library names in English, by kind and name."""
    lines = resources.files("frnews._html").joinpath("wording.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {(kind, name): french for kind, name, french in rows[1:]}


def rule(name: str) -> str:
    """Return a construction in French.

    >>> rule("indirect question")
    'question indirecte'
    """
    return shown(_french().get(("rule", name), name))


def evidence(name: str) -> str:
    """Return a piece of evidence in French; one that has no words here by its own name.

    >>> evidence("spoke last"), evidence("of another kind")
    ('a parlé en dernier', 'of another kind')
    """
    return shown(_french().get(("evidence", name), name))


def title_of(article: Article, limit: int = 110) -> str:
    """Return what a list calls an article: its first line, else its id."""
    first = next((one for one in article.text[:5000].splitlines() if one.strip()), "")
    return line(first, limit) if first else shown(article.id or "Article vide")
