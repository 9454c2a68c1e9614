"""What a cue governs: the que-clause, infinitive, noun group or attribute that is the reported content."""

from typing import Literal

from attrs import frozen

from frnews._quotations._cues import Cue
from frnews._quotations._mentions import is_person_word
from frnews._quotations._unit import Unit
from frnews._quotations._words import is_adverb, is_infinitive, words_of

Form = Literal["clause", "question", "infinitive", "noun", "object", "attribute", "view", "colon"]

# How far from the verb its complement may start: "a déclaré mardi, lors d'une conférence de presse à Paris, que".
_FARTHEST = 45
_THE = frozenset({"le", "la", "l'", "les", "ce", "cet", "cette", "ces"})
_ATTRIBUTE_STARTS = frozenset({"contre", "pour", "en", "d'accord", "sans", "sous"})
_QUESTION = frozenset({"si", "s'", "comment", "pourquoi", "combien", "quand", "où", "quel", "quelle", "quels", "quelles"})


@frozen
class Complement:
    """The content that a cue governs.

    Attributes:
        form: The construction.
        start: First token of the content.

    """

    form: Form
    start: int


def find_complement(unit: Unit, cue: Cue, limit: int) -> Complement | None:
    """Return what the cue governs to its right, before token `limit`, or None."""
    tokens = unit.tokens
    low = tokens.low
    k = cue.last + 1
    stop = min(limit, k + _FARTHEST)
    has_object = False
    object_start = -1
    in_phrase = False
    preposition = {verb.preposition for verb in cue.verbs if verb.preposition}
    while k < stop:
        word = low[k]
        if tokens.quote[k] >= 0:
            if cue.takes("o") and has_object:
                return Complement("object", object_start)
            if has_object and in_phrase:
                return None
            return Complement("noun", k)
        if word in {"que", "qu'"}:
            if cue.takes("q") and not has_object:
                return Complement("clause", _after(unit, k, limit))
            return None
        if word in _QUESTION and cue.takes("w") and not has_object and not in_phrase and k == cue.last + 1:
            return Complement("question", k)
        if word == ":":
            return Complement("colon", _after(unit, k, limit)) if cue.takes("c") or cue.takes("q") else None
        if word in {";", ".", "!", "?"}:
            return None
        if word == ",":
            closing = _closing_comma(unit, k, stop)
            if closing is None:
                return None
            k = closing + 1
            in_phrase = False
            continue
        if preposition and word in preposition:
            return Complement("noun", _after(unit, k, limit))
        if preposition and word in {"du", "des"} and "de" in preposition:
            return Complement("noun", k)
        if word in {"de", "d'"} and cue.takes("d") and _infinitive_from(unit, k + 1, stop) is not None:
            return Complement("infinitive", _after(unit, k, limit))
        if word == "à" and cue.takes("a") and _infinitive_from(unit, k + 1, stop) is not None:
            return Complement("infinitive", _after(unit, k, limit))
        if has_object and cue.takes("o") and word in {"de", "d'", "du", "des"}:
            return Complement("object", object_start)
        if cue.takes("i") and not has_object and not in_phrase and _infinitive_from(unit, k, stop) is not None:
            return Complement("infinitive", k)
        if word in {"à", "au", "aux"} and cue.takes("a") and not has_object and k == cue.last + 1 and not cue.takes("d"):
            return Complement("noun", k + 1)
        if word in words_of("date word") or (word in _THE and low[k + 1 : k + 2] and _is_day(unit, k + 1)):
            k += 1
            while k < stop and (low[k] in words_of("date word") or low[k][0].isdigit()):
                k += 1
            in_phrase = False
            continue
        if cue.takes("p") and not in_phrase and not has_object and word in _ATTRIBUTE_STARTS:
            return Complement("attribute", k)
        if word in words_of("preposition") or (word in words_of("partitive") and not (word in {"des", "du"} and not in_phrase)):
            in_phrase = True
            k += 1
            continue
        if not in_phrase and not has_object and (
            word in words_of("determiner") or word in {"des", "du"} or is_person_word(tokens, k) or word[0].isdigit()
        ):
            has_object, object_start = True, k
            if cue.takes("o"):
                k += 1
                continue
            if cue.takes("v"):
                return Complement("view", k)
            if cue.takes("d") or cue.takes("a"):
                if not cue.takes("n"):
                    k += 1
                    continue
                if _object_then_infinitive(unit, k, stop, cue):
                    k += 1
                    continue
            if cue.takes("n"):
                return Complement("noun", k)
            if cue.takes("m"):
                return Complement("noun", k)
            return None
        if in_phrase and word in words_of("determiner") and k > cue.last + 2 and low[k - 1] not in words_of("preposition") \
                and low[k - 1] not in words_of("partitive") and cue.takes("n"):
            return Complement("noun", k)
        if is_adverb(word) or word in words_of("negation"):
            k += 1
            continue
        if in_phrase or has_object:
            k += 1
            continue
        if cue.takes("p"):
            return Complement("attribute", k)
        if cue.takes("v") or cue.takes("p"):
            return Complement("view", k)
        return None
    return None


def _after(unit: Unit, k: int, limit: int) -> int:
    return min(k + 1, limit)


def _is_day(unit: Unit, k: int) -> bool:
    low = unit.tokens.low
    return low[k] in words_of("date word") or (
        low[k][0].isdigit() and k + 1 < len(low) and low[k + 1] in words_of("date word")
    ) or (low[k] in {"dernier", "dernière", "même", "premier"} and k + 1 < len(low) and low[k + 1] in words_of("date word"))


def _closing_comma(unit: Unit, k: int, stop: int) -> int | None:
    """Return the comma that closes what the comma at `k` opens, where the clause goes on with its complement."""
    low = unit.tokens.low
    for c in range(k + 1, min(stop, k + 25)):
        if unit.tokens.quote[c] >= 0 or low[c] in {";", ":", ".", "que", "qu'"}:
            if low[c] in {"que", "qu'"} and low[c - 1] == ",":
                return c - 1
            return None
        if low[c] == "," and c + 1 < stop and (
            low[c + 1] in {"que", "qu'", "de", "d'", "à"} or is_infinitive(low[c + 1]) or unit.tokens.quote[c + 1] >= 0
            or low[c + 1] in words_of("determiner")
        ):
            return c
    return None


def _infinitive_from(unit: Unit, k: int, stop: int) -> int | None:
    """Return the infinitive that starts at token `k` after clitics and negation, or None."""
    low = unit.tokens.low
    i = k
    while i < stop and i - k < 6 and (
        low[i] in words_of("clitic") or low[i] in words_of("negation") or (i > k and is_adverb(low[i]) and not is_infinitive(low[i]))
    ):
        i += 1
    if i < stop and is_infinitive(low[i]) and low[i] not in words_of("date word") and not (
        i > k and low[i - 1] in {"l'", "la", "le", "les"} and i + 1 < stop and low[i + 1] in {"de", "du", "des", "d'"}
    ):
        return i
    return None


def _object_then_infinitive(unit: Unit, k: int, stop: int, cue: Cue) -> bool:
    """Whether an addressee, not the content, follows the verb: "exhorte les pays à agir", "prie Paris de"."""
    low = unit.tokens.low
    for i in range(k + 1, min(k + 10, stop)):
        if low[i] in {",", ";", ":", ".", "que", "qu'", "et"}:
            return False
        if low[i] == "à" and cue.takes("a") and _infinitive_from(unit, i + 1, stop) is not None:
            return True
    return False
