"""Where a name ends whose last words are in lower case: "Pôle emploi", "la Cour des comptes", "Droit au toit"."""

from frnews._french._determiners import determiners_of
from frnews._french._first_names import is_first_name
from frnews._french._verbs import is_participle, readings
from frnews._french._words import CONTRACTED, is_adverb, words_of
from frnews._names._acronyms import SPELLED, is_acronym, is_blend, spelled_before
from frnews._names._group_ends import group_end
from frnews._names._lexicon import (
    Body,
    bodies,
    civilities,
    function_at,
    is_adjective,
    known_bodies,
    openers,
    word_set,
)
from frnews._names._words import Words

_LINKS = CONTRACTED["de"] | {"pour"}
# What stands in a name of a body with aims: "Droit | au toit", "Mères | en colère", "Océans | sans frontières".
_AIMING = frozenset({"au", "aux", "à", "en", "sans", "pour", "contre", "nos", "de", "d'", "des"})
# Words of a name in lower case behind those with a capital, at most.
_LONGEST_TAIL = 12


def people_for(words: Words, first: int) -> int:
    """Return where a body's name ends that opens with its members: "Médecins | du monde", "Reporters | sans …"."""
    found = function_at(words, first)
    if found is None or not found.plural or words.fold_at(first + 1) not in ("sans", "du", "pour", "des"):
        return 0
    after = first + 2
    return after + 1 if after < len(words) and words.forms[after].islower() and words.adjoining(after - 1) else 0


def known_end(words: Words, first: int) -> int:
    """Return where the name of a body ends that the press knows of old, or 0: "Nations | unies", whatever follows."""
    long = known_bodies().get(words.folds[first], ())
    return next((first + len(name) for name in long if tuple(words.folds[first : first + len(name)]) == name), 0)


def up_to_acronym(words: Words, first: int, last: int) -> int:
    """Return where a name ends whose acronym follows it: "Action | des parents pour la sécurité de la route (APSR)"."""
    end = min(len(words) - 1, last + SPELLED)
    if "(" not in words.forms[last:end]:
        return 0
    for index in range(last, end):
        if words.forms[index] == "(":
            # "(Acat)" too: what counts is that its letters are the words'.
            if not words.forms[index + 1][0].isupper():
                return 0
            key = words.folds[index + 1]
            spelled = spelled_before(words, index, key)
            whole = spelled[0] == first if spelled else index > last and is_blend(words, first, index, key)
            return index if whole else 0
        if words.is_line_end(index) or not words.forms[index][0].isalpha():
            return 0
    return 0


def whole_body(words: Words, first: int, last: int) -> int:
    """Return where a body's name ends, its lower-case part with it: "la Cour | des comptes", "Parti | socialiste"."""
    noun = bodies().get(words.folds[first])
    if noun is None and (end := max(_called_end(words, first, last), _without_end(words, first, last))) > last:
        return end
    head = last - first
    if noun is None and head == 1 and (noun := _qualified(words, first)):
        head = 2  # "le Haut conseil | pour le climat"
    lower = words.forms[first][1:].islower()
    if noun is None and not (lower and words.folds[first] in word_set("named_head")):
        return last
    if noun is not None and (noun.plural or is_acronym(words.forms[first])):
        return last
    end = group_end(words, first, head, min(len(words), last + _LONGEST_TAIL))
    unknown = end == first + head < len(words) and lower and words.adjoining(end - 1)
    if unknown and _is_bare_noun(words, end) and not function_at(words, end) and _ends_subject(words, end + 1):
        end += 1  # "Pôle | emploi", "Confédération | paysanne"
    if lower and (noun is None or noun.families & word_set("with_aims")):
        end = _aim_end(words, end)
    end = _joined_end(words, first, end)
    for index in range(last, end):
        # "le Parti de Jean Roy", "la Commission du 3 mai"
        if words.forms[index][0].isdigit() or words.folds[index] in determiners_of("demonstrative", "possessive"):
            return last
        key = words.folds[index]
        if words.forms[index][0].isupper() and (is_first_name(key) or key in civilities()):
            return last
        if words.fold_at(index + 1) == "par" and is_participle(words.low_at(index)):
            return index
    return end


def _qualified(words: Words, first: int) -> Body | None:
    """Return the noun in lower case behind an adjective that starts a body's name: "la Haute | autorité de santé"."""
    adjective = words.folds[first] in word_set("before") and words.fold_at(first - 1) in ("le", "la", "du", "au")
    noun = bodies().get(words.fold_at(first + 1)) if adjective and words.adjoining(first) else None
    return noun if noun is not None and words.forms[first + 1].islower() else None


def _joined_end(words: Words, first: int, end: int) -> int:
    """Return where a body's name ends whose last complements "et" or "en" joins.

    "Fédération des spiritueux | et vins de l'Inde", "pour la coopération | et le développement économiques", "Centre
    de recherche | en géophysique"
    """
    limit = min(len(words), end + _LONGEST_TAIL)
    noun = end + 1
    linked = not _LINKS.isdisjoint(words.folds[first + 1 : end]) and words.forms[end - 1].islower()
    if not linked or noun + 1 >= limit:
        return end
    if words.folds[end] == "en" and words.folds[end - 1] in word_set("before_en") and _is_bare_noun(words, noun):
        return group_end(words, noun, 1, limit)
    if words.folds[end] != "et":
        return end
    if words.folds[noun] in ("le", "la", "l'") and _is_bare_noun(words, noun + 1):
        # The plural of its adjective holds two singular nouns together.
        both = words.fold_at(noun + 2)
        return noun + 3 if both.endswith(("s", "x")) and is_adjective(both) else end
    several = words.folds[end - 1].endswith(("s", "x")) and words.folds[noun].endswith(("s", "x"))
    return group_end(words, noun, 1, limit) if several and _is_bare_noun(words, noun) else end


def _is_bare_noun(words: Words, index: int) -> bool:
    """Tell whether a word can be a noun that has no article, as far as its form and the closed classes show."""
    low = words.low_at(index)
    if not words.forms[index].islower() or len(low) < 3 or not low.isalpha() or low in words_of("date word"):
        return False
    if words.folds[index] in openers() or is_adverb(low) or is_participle(low):
        return False
    return not is_finite(low)


def is_finite(low: str) -> bool:
    """Tell whether a word can be a finite verb that a noun has as its subject."""
    return any(form.mood == "finite" and form.person == 3 for form in readings(low))


def _called_end(words: Words, first: int, last: int) -> int:
    """Return where a name ends that a body's noun announces: "l'association Droit | au toit", "l'ONG Terre | commune".

    A name of one capital word runs on to the verb or the sign, where no time, place or deed of the body stands.
    """
    noun = bodies().get(words.fold_at(first - 1))
    if noun is None or noun.plural or words.forms[first - 1].istitle():
        return last
    with_aims = bool(noun.families & word_set("with_aims"))
    if with_aims and (end := _aim_end(words, last)) > last:
        return end  # "la ligue Unis | pour la paix"
    single = last - first == 1 and words.forms[first][1:].islower() and not is_first_name(words.folds[first])
    if not single or last + 1 >= len(words) or not words.adjoining(first):
        return last
    end = last
    if words.folds[last] in ("pour", "contre") and words.folds[last + 1] in ("tous", "toutes"):
        return last + 2
    if words.folds[last] in _AIMING and with_aims:
        end += 1 + (words.folds[end + 1] in ("le", "la", "l'", "les", "nos"))
    if end >= len(words) or not _is_bare_noun(words, end) or (end == last and function_at(words, end)):
        return last
    end += 1
    end += end < len(words) and words.forms[end].islower() and is_adjective(words.folds[end])
    return end if _ends_subject(words, end) else last


def _without_end(words: Words, first: int, last: int) -> int:
    """Return where a name in the plural ends that says what its people do without: "Océans | sans frontières"."""
    plural = last - first == 1 and words.folds[first].endswith(("s", "x")) and words.forms[first][1:].islower()
    if not plural or words.fold_at(last) != "sans" or words.fold_at(first - 1) in ("les", "des", "aux", "ces"):
        return last
    whole = last + 1 < len(words) and _is_bare_noun(words, last + 1) and _ends_subject(words, last + 2)
    return last + 2 if whole and not is_first_name(words.folds[first]) else last


def _ends_subject(words: Words, index: int) -> bool:
    """Tell whether a sign, a joined name or a finite verb stands at a word, as behind a subject or its source."""
    if index >= len(words) or words.is_line_end(index) or not words.forms[index][0].isalnum():
        return True
    low = words.low_at(index)
    joins = low == "et" and index + 1 < len(words) and words.forms[index + 1][0].isupper()
    return joins or low in words_of("clitic") or is_finite(low)


def _aim_end(words: Words, index: int) -> int:
    """Return where a body's name ends that says what it is for or against: "la Ligue | contre le cancer"."""
    if words.fold_at(index) not in ("pour", "contre") or words.fold_at(index + 1) not in ("le", "la", "l'", "les"):
        return index
    key = words.fold_at(index + 2)
    if len(key) < 3 or not words.forms[index + 2][:1].islower() or key in openers() or key in word_set("before"):
        return index
    limit = min(len(words), index + 10)
    end = group_end(words, index + 2, 1, limit)
    done = end + 1 < limit and words.folds[end + 1] in ("à", "au", "aux") and is_participle(words.low_at(end))
    # "contre les violences | faites aux femmes"
    return group_end(words, end + 2, 1, limit) if done else end
