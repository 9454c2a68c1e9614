"""Where a name ends whose last words are in lower case: "Pôle emploi", "la Cour des comptes", "Droit au toit"."""

from frnews._french._determiners import determiners_of
from frnews._speakers._acronyms import SPELLED, is_acronym, spelled_before
from frnews._speakers._groups import group_end
from frnews._speakers._lexicon import bodies, civilities, function_at, is_first_name, openers, word_set
from frnews._speakers._words import Words

# Bodies whose names say what they are for.
_WITH_AIMS = frozenset({"association", "organisation", "institution", "organisme", "agence", "institut"})


def people_for(words: Words, first: int) -> int:
    """Return where a body's name ends that opens with its members: "Médecins | du monde", "Reporters | sans …"."""
    found = function_at(words, first)
    if found is None or not found.plural or words.fold_at(first + 1) not in ("sans", "du", "pour", "des"):
        return 0
    after = first + 2
    return after + 1 if after < len(words) and words.forms[after].islower() and words.adjoining(after - 1) else 0


def up_to_acronym(words: Words, first: int, last: int) -> int:
    """Return where a name ends whose acronym follows it: "Action | des parents pour la sécurité de la route (APSR)"."""
    end = min(len(words) - 1, last + SPELLED)
    if "(" not in words.forms[last:end]:
        return 0
    for index in range(last, end):
        if words.forms[index] == "(":
            # "(Acat)" too: what counts is that its letters are the words'.
            short = words.forms[index + 1]
            spelled = short[0].isupper() and spelled_before(words, index, words.folds[index + 1])
            return index if spelled and spelled[0] == first else 0
        if words.is_line_end(index) or not words.forms[index][0].isalpha():
            return 0
    return 0


def whole_body(words: Words, first: int, last: int) -> int:
    """Return where a body's name ends, its lower-case part with it: "la Cour | des comptes", "Parti | socialiste"."""
    noun = bodies().get(words.folds[first])
    beside = bodies().get(words.fold_at(first - 1))
    if noun is None and beside is not None and beside.families & _WITH_AIMS:
        # "la ligue Unis | pour la paix"
        return _aim_end(words, last)
    if noun is None or noun.plural or is_acronym(words.forms[first]):
        return last
    end = group_end(words, first, last - first, min(len(words), last + 8))
    if words.forms[first][1:].islower() and (noun.key in _WITH_AIMS or noun.families & _WITH_AIMS):
        end = _aim_end(words, end)
    for index in range(last, end):
        # "le Parti de Jean Roy", "la Commission du 3 mai"
        if words.forms[index][0].isdigit() or words.folds[index] in determiners_of("demonstrative", "possessive"):
            return last
        key = words.folds[index]
        if words.forms[index][0].isupper() and (is_first_name(key) or key in civilities()):
            return last
    return end


def _aim_end(words: Words, index: int) -> int:
    """Return where a body's name ends that says what it is for or against: "la Ligue | contre le cancer"."""
    if words.fold_at(index) not in ("pour", "contre") or words.fold_at(index + 1) not in ("le", "la", "l'", "les"):
        return index
    key = words.fold_at(index + 2)
    if len(key) < 3 or not words.forms[index + 2][:1].islower() or key in openers() or key in word_set("before"):
        return index
    return group_end(words, index + 2, 1, min(len(words), index + 10))
