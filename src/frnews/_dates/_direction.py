"""Where an expression lies that leaves its year or week open: by its noun, its preposition, its verb."""

import re
from functools import cache

from frnews._dates._clause import Clause, clause_around
from frnews._dates._recognize import Expression, Found
from frnews._dates._tense import Tense, as_tense, governing_verb, own_verb
from frnews._dates._verbs import Verb, direction_of_form, read_verbs, read_words, roles_of
from frnews._tables import read_table
from frnews._types import Prefer

# "si le scrutin avait lieu dimanche": the imperfect of a condition, not of the past.
_SUPPOSED = re.compile(r"[Ss](?<!\w[Ss])i\s[^.;:!?,\n]*(?:ait|aient)\b[^.;:!?,\n]*\Z")
# The noun that a day belongs to, with what may stand between: "l'attaque au couteau de", "le second tour du".
_OWNED = re.compile(r"([^\W\d_]+)(?:\s+[^\W\d_]+){0,2}?\s+(?:du|de|des)\s*\Z")
_OF = (" du", " de", " des", "\u00a0du", "\u00a0de", "\u00a0des", "\tdu", "\tde", "\tdes")
_DETERMINED = re.compile(r"\b(?:l[ae]s?\s|l['’]|une?\s|des\s|cette?\s|sa\s|son\s|ses\s)\s*\Z")
_FROM_TO = re.compile(r"(?:du|des)\s", re.IGNORECASE)
# The preposition that a deferral has before its day: "reporté à mardi", "renvoyer l'audience à la mi-février".
_TOWARDS = re.compile(r"(?:\bà|\bau|\baux|\ben|\bjusqu['’](?:à|au|en)|\bpour)(?:\s+l[ae]|\s+l['’])?\s*\Z")
_NEAR = 12  # characters before an expression in which its prepositions stand
# Words between "après" and the day of a noun that belongs to it: "après le second tour des législatives de juin".
_CLOSE = 6
_ARE = frozenset(["est", "sont", "sera", "seront"])
_DETERMINERS = frozenset(["le", "la", "les", "l", "un", "une", "des", "son", "sa", "ses", "leur", "leurs", "de", "d"])
_THESE_DAYS = frozenset(["this_part", "lone_part", "this_unit", "bare_weekend", "night_between", "this_weekday"])
_PREPOSITIONS = frozenset(["en", "à", "au", "aux", "sur", "par", "pour", "sans", "de", "d", "du", "des"])
# A line without a verb that names a weekday and an hour announces something: longer ones have a verb we do not know.
_LONGEST_NOTICE = 14


@cache
def _nouns(role: str) -> frozenset[str]:
    return frozenset(row["noun"] for row in read_table("date_nouns") if row["role"] == role)


def direction_of(text: str, item: Found, prefer: Prefer) -> tuple[Tense | None, bool]:
    """Return where an expression lies, or None where nothing shows it, and whether that is beyond doubt.

    Beyond doubt is what the caller prefers, what a preposition or a noun shows, and the verb of a sentence that the
    expression opens; a verb before an expression may speak of something else.

    Args:
        text: The whole text.
        item: The expression in its place.
        prefer: What the caller prefers; other than "auto" it decides.

    """
    if prefer != "auto":
        return prefer, True
    before = text[max(0, item.start - _NEAR) : item.start].rstrip().lower()
    is_aim = before.endswith(" pour") and item.expression.rule != "holiday"  # "un préavis pour le 12 mars"
    if is_aim or before.endswith(("rendez-vous", " d'ici", " d’ici")):
        verb = governing_verb(clause_around(text, item.start, item.end))
        return (None if verb is not None and verb.given_up else "future"), True
    if before.endswith(("rapport à", "rapport au", "comparé à", "comparé au")):
        return "past", True
    if _SUPPOSED.search(text, max(0, item.start - 120), item.start):
        return "future", True
    clause = clause_around(text, *_with_brackets(text, item))
    if _TOWARDS.search(text, max(0, item.start - _NEAR), item.start) and _is_deferred(clause):
        return "future", True
    verb = governing_verb(clause)
    owner = _owner(text, item)
    if owner is not None:
        return _of_noun(clause, owner, item, verb), True
    if item.relation is not None and item.relation["tense"]:
        return _of_relation(item, clause, verb), item.relation["mod"] != "BEFORE"
    if verb is None:
        return ("future" if _is_notice(item, clause) else None), True
    if _is_of_these_days(item.expression) and (verb.given_up or (verb.direction == "open" and _is_put_off(clause))):
        return "future", True  # "le match initialement prévu samedi", "qui devait s'ouvrir lundi, est reporté"
    if verb.announces and not _is_of_these_days(item.expression) and _has_object(clause, verb):
        return None, True
    if item.expression.rule == "this_weekday":  # "ce mardi" is the nearest one, unless its own verb tells otherwise
        verb = own_verb(clause)
        return (as_tense(verb.direction) if verb else None), True
    return as_tense(verb.direction), not clause.left.strip()


def _with_brackets(text: str, item: Found) -> tuple[int, int]:
    """Return where an expression begins and ends, with brackets that hold nothing else: "la vente (27 juillet)"."""
    alone = text[item.start - 1 : item.start] == "(" and text[item.end : item.end + 1] == ")"
    return (item.start - 1, item.end + 1) if alone else (item.start, item.end)


def is_weekday(expression: Expression) -> bool:
    """Whether an expression is a bare weekday, or one with a clock time or a part of the day."""
    if expression.rule in ("day_part", "day_clock", "clock_day", "part_day"):
        return is_weekday(expression.parts["day"])
    return expression.rule == "weekday" or (
        expression.rule == "mention" and expression.parts["period"].rule == "weekday"
    )


def belongs_to_a_noun(text: str, item: Found) -> bool:
    """Whether a day qualifies a noun and does not tell when something happens: "la loi du 9 décembre 1905"."""
    return _owner(text, item) is not None


def _is_of_these_days(expression: Expression) -> bool:
    """Whether an expression lies in these days whichever way: a weekday, a weekend, a night."""
    if expression.rule in ("day_part", "day_clock", "clock_day", "part_day"):
        return _is_of_these_days(expression.parts["day"])
    return is_weekday(expression) or expression.rule in _THESE_DAYS


def _is_deferred(clause: Clause) -> bool:
    before = ""
    for word in map(str.lower, read_words(clause.left)):
        roles = roles_of(word)
        # "la remise de son rapport en juillet" is no deferral, "le report du procès au 3 mai" is one
        if "deferral" in roles or ("defers" in roles and "determiner" not in roles_of(before)):
            return True
        before = word
    return False


def _is_put_off(clause: Clause) -> bool:
    """Whether the sentence puts something off as it is written: "est reporté au 9 janvier"; not "a été reporté"."""
    pieces = [piece for _, piece in (*clause.before, *clause.after)]
    for words in ([word.lower() for word in read_words(piece)] for piece in pieces):
        for i, word in enumerate(words[:-1]):
            if word in _ARE and any("defers" in roles_of(near) for near in words[i + 1 : i + 3]):
                return True
    return False


def _owner(text: str, item: Found) -> str | None:
    """Return the noun that a day belongs to ("la grève du 3 au 6 mars"), or None where it goes with the verb."""
    start = item.start
    own = _FROM_TO.match(text, item.start)
    if own:
        start = own.end()
    if not text[max(0, start - 5) : start].rstrip().endswith(_OF):  # most expressions, at no cost
        return None
    match = _OWNED.search(text, max(0, start - 60), start)
    if match is None:
        return None
    words = read_words(match[0])[:-1]
    last = words[-1].lower()
    place = text.rfind(words[-1], 0, start)
    named = words[-1][0].isupper() and (own is not None or not _DETERMINED.search(text, max(0, place - 8), place))
    event = next((low for w in words if (low := w.lower()) in _nouns("over") or low in _nouns("staged")), None)
    if last in _nouns("adverb") or named:
        return event
    # A verb before "du": "s'est tenu du 3 au 6 mars", "manifesteront de samedi à lundi".
    if own and (read_verbs(["il", *words]) or any(map(direction_of_form, [last]))):
        return None
    return event or last


def _of_noun(clause: Clause, owner: str, item: Found, verb: Verb | None) -> Tense | None:
    words = {word.lower() for word in read_words(clause.left)[-8:]}
    if len(read_words(clause.around[0])) <= _CLOSE:
        words.add(clause.opening.lower())
    tense = as_tense(verb.direction) if verb else None
    if owner in _nouns("over"):
        return "past"
    if words & _nouns("aftermath"):  # "au lendemain des élections du 24 septembre, il fera": these may be ahead
        return "past" if is_weekday(item.expression) or tense != "future" else None
    if owner in _nouns("staged") and is_weekday(item.expression):
        return tense or "future"
    if is_weekday(item.expression):
        return tense
    # "la présidentielle du 18 avril a été reportée": the day belongs to the noun, not to the verb; but "les données du
    # deuxième trimestre ont été confirmées"
    behind = tense == "past" and owner not in _nouns("staged") and item.expression.rule == "quarter"
    return "past" if behind else None


def _of_relation(item: Found, clause: Clause, verb: Verb | None) -> Tense | None:
    assert item.relation is not None
    tense, _, when = item.relation["tense"].partition(" ")
    if when == "unless lasting":
        if verb is None or verb.direction != "past" or not verb.lasts:
            return "future"
        return None if verb.imperfect else "past"
    if when == "unless past":
        if verb is None or verb.direction != "past":
            return "future"
        return "past" if item.expression.rule == "day_month" else None
    if when == "always":
        return "past" if tense == "past" else "future"
    # "« mis en œuvre dès le 1er juillet »": a participle that opens a piece by itself tells nothing here
    alone = verb is not None and verb.weak and verb.at == 0 and not clause.before
    shown = as_tense(verb.direction) if verb and not alone else None
    if shown is None and is_weekday(item.expression):
        return "past" if tense == "past" else "future"
    return shown


def _has_object(clause: Clause, verb: Verb) -> bool:
    """Whether a noun stands between the verb and the day: "a annoncé une grève le 5 mai"."""
    words = [word.lower() for word in read_words(clause.around[0])]
    rest = words[verb.at + 1 :] if words else [w.lower() for w in read_words(clause.left)][verb.at + 1 :]
    while rest and (rest[0] in ("été", "donc", "aussi", "également") or "staged" in roles_of(rest[0])):
        rest = rest[1:]
    return bool(rest) and rest[0] in _DETERMINERS


def _is_notice(item: Found, clause: Clause) -> bool:
    """Whether a line without a verb names a weekday and an hour: "Samedi à 15 h, en direct sur notre site"."""
    expression = item.expression
    if expression.rule not in ("day_clock", "clock_day") or not is_weekday(expression):
        return False
    pieces = [clause.left, clause.around[1], *(piece for _, piece in clause.after)]
    following = next((words for words in map(read_words, pieces[1:]) if words), [])
    if following and "determiner" in roles_of(following[0].lower()) and following[0].lower() not in _PREPOSITIONS:
        return False  # "Vendredi soir, vers 19 heures, une rixe éclate": a verb that we do not know
    return sum(len(read_words(piece)) for piece in pieces) <= _LONGEST_NOTICE
