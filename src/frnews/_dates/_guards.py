"""Checks on the text around a match: what looks like a time expression and is none."""

import re
from collections.abc import Callable
from functools import cache

from frnews._dates._clause import clause_around
from frnews._dates._lexicon import fold
from frnews._dates._tense import own_verb
from frnews._dates._verbs import read_verbs, read_words
from frnews._tables import read_table

_NEXT_WORD = re.compile(r"[\s]*([^\W\d_]+|\S)?")


def passes(guard: str, text: str, start: int, end: int) -> bool:
    """Whether the match `text[start:end]` passes the check named `guard`."""
    return _GUARDS[guard](text, start, end)


def _word_before(text: str, start: int) -> str:
    """Return the word or sign before an offset on its line, with the apostrophe that ends it."""
    low, end = max(0, start - 40), start
    while end > low and text[end - 1].isspace() and text[end - 1] not in "\n\r":
        end -= 1
    first = end - 1 if end - 1 > low and text[end - 1] in "'’ʼ" else end
    word = first
    while word > low and text[word - 1].isalpha():
        word -= 1
    return text[word:end] if word < first else text[max(low, end - 1) : end]


def _word_after(text: str, end: int) -> str:
    match = _NEXT_WORD.match(text, end, end + 40)
    return (match and match[1]) or ""


@cache
def _context(kind: str) -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in read_table("date_contexts") if row["kind"] == kind)


def _tight(text: str, start: int, end: int) -> bool:
    """No space inside: "12.05", not the end of one sentence and the start of another."""
    return not any(c.isspace() for c in text[start:end])


def _counts_something(text: str, end: int) -> bool:
    """Whether a noun in the plural, a currency or a sign of a quantity follows: "2000 personnes", "1998 euros"."""
    after = _word_after(text, end)
    if after in ("%", "€", "$", "£", "°"):
        return True
    if not after.isalpha() or after[0].isupper():
        return False
    key = fold(after)
    return key in _context("counted") or (len(key) > 3 and key[-1] in "sx" and key not in _context("no noun"))


_QUANTITY = re.compile(r"([^\W\d_]+)\s+(?:d['’ʼ]\s?|de\s+|à\s+)\Z")


def _no_ratio(text: str, start: int, end: int) -> bool:
    """Accept "le 17/02", not "les 2/3 des députés", "1/4 de finale", "33 3/4", "7/10"."""
    if not _tight(text, start, end):
        return False
    key, after = fold(_word_before(text, start)), fold(_word_after(text, end))
    if key.isdigit() or key in _context("ratio determiner") or (after in ("de", "des", "du", "d") and key != "au"):
        return bool(re.match(r"\s*de\s+\d", text[end : end + 8])) and not key.isdigit()
    return True


def _slash_context(text: str, start: int, end: int) -> bool:
    """Accept a day and month in figures that stand alone only with the month in two figures: "RDV 17/02 à Lyon"."""
    return _no_ratio(text, start, end) and bool(re.search(r"\d\d/(?:0\d|1[0-2])\Z", text[start:end]))


def _comma_year(text: str, start: int, end: int) -> bool:
    """Accept "01 juin, 2018", not "le 12 juin, 2000 personnes"."""
    return not _counts_something(text, end) and not (
        _word_after(text, end).isalpha() and _word_after(text, end).islower()
    )


def _years_context(text: str, start: int, end: int) -> bool:
    """Accept "la campagne 2014-2018", not "le décret n° 2019-1333"."""
    years = re.findall(r"\d{4,}", text[start:end])
    if len(years) < 2:
        return True
    before = text[max(0, start - 3) : start].strip()
    number = before == "°" or fold(_word_before(text, start)) in ("n", "no", "numero")
    return not number and 1000 <= int(years[0]) < int(years[-1]) <= 2200


def _shift_context(text: str, start: int, end: int) -> bool:
    """Accept "le mois suivant", not "les mois suivant le vote"."""
    return not text.endswith("suivant", start, end) or not re.match(
        r"\s+(?:l[ae]s?|son|sa|ses|cette?|l['’])\b", text[end : end + 8]
    )


def _position_context(text: str, start: int, end: int) -> bool:
    """Accept "la fin du mois", "ouvre fin mai", not "ont pris fin la semaine dernière", "leurs fins de mois"."""
    before = _word_before(text, start).lower()
    if before == "les" and not fold(text[start:end]).startswith(("fin ", "debut ", "mi ")):
        return True
    return before == "dès" or fold(before) not in _context("not before position")


def _year_context(text: str, start: int, end: int) -> bool:
    """Accept a number of four digits that a preposition, a noun or its place makes a year, and that counts nothing."""
    written, before = text[start:end], _word_before(text, start)
    key = fold(before)
    if _counts_something(text, end):
        return False
    if not written.isdigit():  # "deux mille dix-sept", but not "mille"
        return key in _context("year preposition") and len(re.findall(r"\w+", written)) > 1
    year, after = int(written), _word_after(text, end)
    if key in _context("year preposition") or key in _context("dated noun"):
        return True
    if key == "horizon" and re.search(
        r"[àd]\s?l['’]horizon\s+\Z|\bl['’]horizon\s+\Z", text[max(0, start - 14) : start]
    ):
        return 1900 <= year <= 2200
    if not 1500 <= year <= 2100 or key in _context("not before year") or key in _context("number verb"):
        return False
    goes_on = not (after.isalpha() and after[0].islower()) or fold(after) in _context("no noun")
    if key in _context("weak before year"):
        quantity = _QUANTITY.search(text, max(0, start - 30), start)
        if quantity and fold(quantity[1]) in _context("quantity of"):
            return False
        return (year % 100 != 0 or goes_on) and (year >= 1700 or key == "de")
    if not before[:1].isalnum():
        return year >= 1700 and goes_on and before not in ("°", "$", "€", "£", "#", "+", "%")
    return before[0].islower() and year >= 1800


def _month_context(text: str, start: int, end: int) -> bool:
    written = text[start:end]
    key = fold(_word_before(text, start))
    if key in _context("month preposition"):
        return not (fold(written) == "mars" and written[0].isupper() and key in ("de", "d", "sur", "vers"))
    return False


def _season_context(text: str, start: int, end: int) -> bool:
    written = text[start:end]
    key, after = fold(_word_before(text, start)), fold(_word_after(text, end))
    if after in _context("not after season"):
        return False
    compound = _QUANTITY.search(text, max(0, start - 30), start) if key == "d" else None
    if compound is not None and fold(compound[1]) in _context("season compound"):
        return False
    if fold(written).startswith(("l ", "le ")):
        return True
    return key in _context("season preposition")


# A weekday counted or told apart from others is no day: "un nouveau samedi", "chaque samedi", "le premier samedi".
_ONE_OF_MANY = frozenset(["nouveau", "un", "autre", "quel", "tout"])
_NTH = re.compile(r"(?:\d\s?(?:e|è|ème|eme|ᵉ)|i[èe]me)\s+\Z")


def _weekday_context(text: str, start: int, end: int) -> bool:
    """Accept a weekday, not a name made of one, nor a habit: "La Tribune Dimanche", "Vendredi saint", "du samedi"."""
    before = _word_before(text, start)
    key = fold(before)
    if key == "du":
        noun = re.search(r"([^\W\d_]+)\s+du\s+\Z", text[max(0, start - 30) : start])
        return noun is not None and fold(noun[1]) in _context("day noun")
    if key in _ONE_OF_MANY or fold(_word_after(text, end)) in ("saint", "noir", "gras"):
        return False
    if _NTH.search(text, max(0, start - 8), start):  # "pour un 53e vendredi", "le troisième samedi"
        return False
    written = text[start:end]
    if written[0].isupper() and not written.isupper() and text[start - 1 : start] in (" ", "\u00a0") and start > 1:
        return _capital_weekday(text, start, end, before)
    return True


def _capital_weekday(text: str, start: int, end: int, before: str) -> bool:
    """Accept a capital after a small word or a rubric ("Économie Jeudi, la Banque…"), not in a name."""
    if _NAME_AFTER.match(text, end):  # "Jeudi Cinéma"
        return False
    if not text[start - 2].isalnum():
        return True
    if before[:1].islower():
        return fold(before) not in ("de", "le", "la", "l", "et", "d", "les")
    line = text[max(text.rfind("\n", 0, start), text.rfind(". ", 0, start) + 1) + 1 : start]
    return len(line.split()) == 1 and text[end : end + 1] == ","


# "vendredi 3 millions", "mardi 20 km", "lundi 2,5 M€": what makes a count of a number without being a plural.
_COUNTED = re.compile(r"\s*(?:[kKM]?[€$£%]|(?:million|milliard|[MkK]d?|km|kg|ha|voix)\b)")


def _weekday_fits(text: str, start: int, end: int) -> bool:
    """Accept "vendredi 15 décembre" and "vendredi 15", not "promis vendredi 15 millions", "jeudi 12 personnes"."""
    return not _COUNTED.match(text, end) and not _counts_something(text, end)


# "deux ans avant de partir", "dix jours avant que la loi passe": how long it took.
_BEFORE_DOING = re.compile(
    r"\s+(?:qu(?:e\b|['’ʼ])"
    r"|(?:de\s+|d['’ʼ]\s?)(?:(?:ne|pas|se|me|nous|vous|le|la|les|lui|leur|y|en|s['’ʼ]|l['’ʼ]|m['’ʼ]|n['’ʼ])\s*)*"
    r"[^\W\d_]+(?:er|ir|re|oir)\b)"
)


def _later_context(text: str, start: int, end: int) -> bool:
    """Accept "deux ans avant", "deux ans avant son élection", not the time that passes before something is done."""
    written = fold(text[start:end])
    if re.search(r" ans ", written) and fold(_word_before(text, start)) == "a":
        return False  # an age: "parti à 62 ans après une longue carrière"
    return not (written.endswith("avant") and _BEFORE_DOING.match(text, end))


# Called by their hours: "les 24 heures du Mans" (a race), "24 heures Chrono" (a series), "24 Heures" (a newspaper).
_NAMED_BY_HOURS = re.compile(r"(?<=[Hh]eures)\s+(?:(?:du|de|de\s+la|d['’ʼ])\s?[A-ZÀ-ÖØ-Þ]|[Cc]hrono\b)")


# "le journal de 13h"
_PROGRAMME = re.compile(r"\b(?:[Jj]ournal|JT|[Ff]lash|[Ee]dition|[Éé]dition)\s+(?:de\s+|d['’])\Z")


def _is_name_of_hours(text: str, start: int, end: int) -> bool:
    if _PROGRAMME.search(text, max(0, start - 16), start) and text[start].isdigit() and "h" in text[start:end].lower():
        return True
    if text.endswith("Heures", start, end):
        return True
    return bool(_NAMED_BY_HOURS.match(text, end)) and not text.startswith(("à ", "vers "), max(0, start - 2))


# "huit heures de débats", "24 h/24", "vingt-quatre heures sur vingt-quatre", "20H de TF1".
_NO_CLOCK_AFTER = re.compile(r"\s*/\s*\d|\s+sur\s+(?:24|vingt)")
_LASTS_AFTER = re.compile(r"\s+(?:de\s+|d['’])(?!l['’]|la\b|\d)(?!matin|soir|nuit)([^\W\d_]{3})")
_ELSEWHERE_BEFORE = re.compile(r"(?:\d\s?[hH:]\s?\d{0,2}|heures?)\s*[,(]?\s*(?:soit\s+)?\Z")
_ELSEWHERE_AFTER = re.compile(r"\s+(?:à|au|en|heure\s+de)\s+[A-ZÀ-Þ]")


def _clock_context(text: str, start: int, end: int) -> bool:
    written = fold(text[start:end])
    if _is_name_of_hours(text, start, end) or written == "24 heures" or _NO_CLOCK_AFTER.match(text, end):
        return False
    lasting = _LASTS_AFTER.match(text, end)
    if lasting and (lasting[1][0].isupper() or fold(_word_before(text, start)) not in ("a", "vers")):
        return False
    if _ELSEWHERE_BEFORE.search(text, max(0, start - 24), start) and _ELSEWHERE_AFTER.match(text, end):
        return True  # "à 21 heures, soit 15 heures à Boston"
    if fold(_word_before(text, start)) in ("le", "du", "au") and not written.startswith(("midi", "minuit")):
        return False  # "le 20 heures de France 2", "invité du 20H"
    if re.fullmatch(r"(?:de|entre|d)? ?\d+ (?:a|et) \d+", written) and _counts_something(text, end):
        return False  # "entre 2 et 4 ministres"
    if re.fullmatch(r"\d+:\d\d:\d\d|00:0\d", written):
        return False  # the time code of a recording
    if written in ("24h", "24 h") and fold(_word_before(text, start)) not in ("a", "vers"):
        return False  # a length of time
    if written.endswith((" et demie", " et demi", " et quart")) and "heure" in written:  # "soit deux heures et demie"
        key = fold(_word_before(text, start))
        return not key.isalpha() or key in _context("clock preposition") or key in ("est", "etait", "sera")
    if re.search(
        r"\dh|\d h \d\d|:\d\d|utc|gmt|heure locale|heure de|quart|demi|moins|passe|minuit \w|midi \w|heures \w", written
    ) and not written.startswith(("en ",)):
        return fold(_word_before(text, start)) not in ("en", "pendant", "durant")
    key = fold(_word_before(text, start))
    if key == "de" and "heure" in written:  # "une journée de douze heures", but "aux alentours de douze heures"
        return bool(
            re.search(r"\b(?:alentours|environs|autour|partir|compter|près)\s+de\s+$", text[max(0, start - 20) : start])
        )
    if written in ("midi", "minuit"):
        return key in _context("clock preposition") and text[start].islower()
    if re.match(r"(?:de|entre|d) ", written):
        return True
    return key in _context("clock preposition")


_FIRST_NAME = re.compile(r"[^\W\d_],?\s[A-ZÀ-Þ][a-zà-ÿ]+(?:[-‑][A-ZÀ-Þ][a-zà-ÿ]+)?\s\Z")
_SAINT_OF = re.compile(r"\s(?:d['’ʼ]|de\s)[A-ZÀ-Þ]")
_NAME_AFTER = re.compile(r"-\w|[^\S\n\r][A-ZÀ-Þ][a-zà-þ]")


def _holiday_context(text: str, start: int, end: int) -> bool:
    """Accept the day, beside a noun too ("les courses de Noël"), not a compound: "le marché de Noël"."""
    match = re.search(
        r"([^\W\d_]+)\s+(?:(?:de\s+|du\s+|des\s+|d['’ʼ]\s?)(?:la\s+|l['’ʼ])?)?$", text[max(0, start - 40) : start]
    )
    if text[start - 1 : start] == "-" or _NAME_AFTER.match(text, end):  # "François-Noël", "Noël Mamère"
        return False
    if text[start].isupper() and _FIRST_NAME.search(text, max(0, start - 40), start):  # "le professeur Paul Toussaint"
        return False
    if fold(_word_after(text, end)) in _context("other calendar") or _SAINT_OF.match(text, end):
        return False
    return match is None or fold(match[1]) not in _context("holiday compound") | {"saint", "sainte"}


def _not_been(text: str, start: int, end: int) -> bool:
    """Accept the summer, not the participle: "l'été dernier", but "n'avait pas été passé"."""
    return not fold(text[start:end]).startswith("ete ") or fold(_word_before(text, start)) in _context(
        "season preposition"
    )


_QUOTED = re.compile(r"[«“][^»”\n]*\Z")
_APPOSED_TODAY = re.compile(r"[,(]\s*\Z")
# The end of a range: "du 1er août 2019 à aujourd'hui", "entre janvier 2019 et aujourd'hui".
_UP_TO = re.compile(r"\b(?:entre\b[^.;,]{0,25}\d\s+et|(?:du|de|depuis)\b[^.;,]{0,25}\d\s+(?:à|jusqu['’]à))\s+\Z")
_IT_IS = re.compile(r"\b[Cc]['’]est\s+\Z")


def _today_context(text: str, start: int, end: int) -> bool:
    """Accept the day published ("a voté aujourd'hui", "la grève d'aujourd'hui"), not "nowadays"."""
    written = text[start:end].casefold()
    if not written.startswith("aujourd"):
        return True
    before, after = fold(_word_before(text, start)), fold(_word_after(text, end))
    if before in ("encore", "(", "comme", "toujours", "-") or after in (
        "encore",
        "plus",
        "comme",
        "disparu",
        "disparue",
    ):
        return False
    if before == "d":
        words = re.findall(r"[^\W\d_]+", text[max(0, start - 30) : start])[:-1]
        return bool(words) and (words[-1] in ("partir", "compter") or fold(words[-1]) in _context("today noun"))
    if _IT_IS.search(text, max(0, start - 8), start) or _UP_TO.search(text, max(0, start - 40), start):
        return True
    if _APPOSED_TODAY.search(text, max(0, start - 3), start) and _names_a_person(text, end):
        return False
    verb = own_verb(clause_around(text, start, end))
    if verb is not None and not verb.weak and verb.direction is not None:
        return not (text[start].isupper() and verb.direction == "future" and (verb.staged or _is_quoted(text, start)))
    if before in _context("state verb") or _is_quoted(text, start):
        return False
    # In the present it nearly always means nowadays; a headline, a dateline or a lone expression has no verb.
    return len(_sentence_around(text, start, end).split()) <= _VERBLESS


def _not_lasting(text: str, start: int, end: int) -> bool:
    """Accept "dix jours à compter du 3 mai", not "une grève de trois jours à partir du 17 juillet"."""
    return fold(_word_before(text, start)) not in ("de", "d", "pendant", "durant", "pour")


def _event_context(text: str, start: int, end: int) -> bool:
    """Accept "au lendemain du scrutin", not "du jour au lendemain"."""
    followed = re.match(r"\s+(?:d(?:e|u|es)\b|d['’])", text[end : end + 6])
    return bool(followed) and fold(_word_before(text, start)) == "au"


def _is_quoted(text: str, start: int) -> bool:
    return bool(_QUOTED.search(text, max(0, start - 300), start))


def _names_a_person(text: str, end: int) -> bool:
    """Whether a noun without its article follows: "Marc Roussel, aujourd'hui avocat à Nice"."""
    after = _word_after(text, end)
    if not after.isalpha() or not after[0].islower() or fold(after) in _context("no noun"):
        return False
    words = read_words(re.split(r"[,.;:)\n]", text[end : end + 80], maxsplit=1)[0])
    return all(verb.weak for verb in read_verbs(["il", *words]))


_VERBLESS = 4  # words of a line beside "aujourd'hui" that can hardly hold a verb


def _sentence_around(text: str, start: int, end: int) -> str:
    before = re.split(r"[.!?\n]", text[max(0, start - 120) : start])[-1]
    return before + re.split(r"[.!?\n]", text[end : end + 120], maxsplit=1)[0]


_NAMED = re.compile(r"([^\W\d_]+)\s+(?:du|de\s+la|de|des|le)\s+$")
_NAMED_BY = ("du", "de", "la", "des", "le")


def _not_a_name(text: str, start: int, end: int) -> bool:
    """No street, place or movement that bears the day's name: "boulevard du 14-Juillet"."""
    if not text[max(0, start - 5) : start].rstrip().endswith(_NAMED_BY):  # most days, at no cost
        return True
    match = _NAMED.search(text, max(0, start - 30), start)
    return not match or fold(match[1]) not in _context("bears a day")


def _part_context(text: str, start: int, end: int) -> bool:
    written = fold(text[start:end])
    key = fold(_word_before(text, start))
    after = fold(_word_after(text, end))
    if after in ("de", "d", "du", "des"):
        return False
    if "journee" in written:
        if re.match(r"(?:la |le )?(?:debut|milieu|fin|mi) ", written):
            return True
        return key == "dans" or (
            written == "journee" and key == "de" and "cours de" in text[max(0, start - 12) : start]
        )
    if text[start:end].split()[-1][0].isupper() and not text[start:end].isupper():
        return False  # the newspaper "Le Soir"
    written = re.sub(r"^(?:le|la|l) (?=debut|milieu|fin|matin tot)", "", written)
    if re.match(r"(?:debut|milieu|fin|tot|tard|mi journee)\b", written) or written.endswith(" tot"):
        return True
    if re.match(r"(?:la|l|le|les) ", written):
        return key in ("dans", "pendant", "durant", "a", "avant", "jusqu", "des")
    return key in ("en", "au", "dans la", "mi")


def _day_number_context(text: str, start: int, end: int) -> bool:
    if fold(_word_before(text, start)) in ("dans", "sur", "numero", "n", "article"):
        return False
    after = _word_after(text, end)
    if text[end : end + 1] in ("-", "–", "/", ":") or text[end : end + 2].strip(",.").isdigit():
        return False
    return not after.isalpha() or fold(after) in _context("no noun")


def _one_length(text: str, start: int, end: int) -> bool:
    """Accept "deux ans et six mois", not "entre huit jours et un mois"."""
    return fold(_word_before(text, start)) != "entre"


def _not_spent(text: str, start: int, end: int) -> bool:
    """Accept "les six mois passés", not "les six mois passés à Fleury-Mérogis"."""
    return not re.search(r"pass[ée]+s\Z", text[start:end]) or fold(_word_after(text, end)) not in _context("spent in")


_AGED = re.compile(r"\b[âa]g[ée]e?s?\s+(?:de|d['’ʼ]|entre)[^.;:()\n]{0,24}\Z", re.IGNORECASE)


_SENTENCED = re.compile(
    r"(?:condamn|limit|port|réduit|prolong|fix|étal|ramen|estim|sentenc)\w*\s+(?:\w+\s+)?à\s+\Z", re.IGNORECASE
)


def _is_age(text: str, start: int, end: int) -> bool:
    """Whether the years after "à" are an age: not "condamné à huit ans de prison", "porté de deux à trois ans"."""
    after = fold(_word_after(text, end))
    sentenced = _SENTENCED.search(text, max(0, start - 30), start)
    return sentenced is None and after not in ("de", "d", "ferme", "fermes")


def _duration_context(text: str, start: int, end: int) -> bool:
    """Ages are no durations: "Paul, 27 ans,", "un homme de 34 ans", "âgée de 8 mois"."""
    written = fold(text[start:end])
    if _is_name_of_hours(text, start, end):
        return False
    if written in ("un jour", "une seconde", "une journee", "une nuit"):
        return fold(_word_before(text, start)) in _context("duration preposition")
    if not re.search(r"\ban(?:s|nees?|nee)?\b", written):
        return fold(_word_before(text, start)) not in ("age", "agee", "ages", "agees")
    if _AGED.search(text, max(0, start - 40), start):  # "âgés de 18 à 25 ans"
        return False
    key = fold(_word_before(text, start))
    if key == "a" and _is_age(text, start, end):
        return False  # "À 55 ans, elle devient ministre", "élue à 48 ans", "la retraite à 64 ans"
    if key in _context("duration preposition"):
        return True
    if written.endswith(("annee", "annees")) and key not in ("une", "l"):
        return True
    after = fold(_word_after(text, end))
    return after in ("de", "d", "ferme", "apres", "avant", "plus") and key not in ("age", "agee", "ages", "agees")


_GUARDS: dict[str, Callable[[str, int, int], bool]] = {
    "tight": _tight,
    "uncounted": lambda text, start, end: not _counts_something(text, end),
    "comma_year": _comma_year,
    "no_ratio": _no_ratio,
    "slash_context": _slash_context,
    "years_context": _years_context,
    "position_context": _position_context,
    "shift_context": _shift_context,
    "this_part_context": lambda text, start, end: not re.search(r"journée\Z", text[start:end], re.IGNORECASE),
    "year_context": _year_context,
    "month_context": _month_context,
    "season_context": _season_context,
    "weekday_context": _weekday_context,
    "weekday_fits": _weekday_fits,
    "later_context": _later_context,
    "one_length": _one_length,
    "not_spent": _not_spent,
    "clock_context": _clock_context,
    "holiday_context": _holiday_context,
    "not_a_name": _not_a_name,
    "not_been": _not_been,
    "event_context": _event_context,
    "not_lasting_context": _not_lasting,
    "today_context": _today_context,
    "part_context": _part_context,
    "day_number_context": _day_number_context,
    "duration_context": _duration_context,
}
