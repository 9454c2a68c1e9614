"""Documents by their nouns, and the words that name who issued them: "un rapport établi par l'Insee"."""

from frnews._french._verbs import is_participle
from frnews._names._capitals import starts_sentence
from frnews._names._groups import read_group
from frnews._names._lexicon import determiners, documents, families, is_done, word_set
from frnews._names._words import Words

# Words from a document's noun to its issuer, at most: "la base de données de | la Banque".
_NEAR_ISSUER = 6


def issuer(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """Return the words that name who issued a document: "un rapport établi par | l'Insee".

    Args:
        words: The text.
        first: Index of the mention's first word.
        last: Index after its last word.

    Returns:
        The range of the issuer's words; None where the mention is no document or names no issuer.

    """
    index = document_noun(words, first, last)
    account = index < 0 and (index := _account_noun(words, first, last)) >= 0
    if index < 0:
        return None
    if index > first and all(words.forms[i][0].isupper() for i in (first, index)) and not starts_sentence(words, first):
        return None  # "Le Courrier de Namur": a newspaper
    for at in range(index + 1, last - 1):
        if words.folds[at] == "par" and any(is_issued(words, done) for done in range(index + 1, at)):
            return at + 1, last  # "réalisé en avril | par"
    last = next((at for at in range(index + 2, last) if words.folds[at] == "pour"), last)  # "d'Elabe | pour BFMTV"
    told = account or words.folds[index] in ("temoignages", "propos", "declarations", "recits")
    for at in range(index + 1, min(last - 1, index + _NEAR_ISSUER)):
        # "une note de synthèse", "un rapport d'étape" are kinds of documents; issuers have an article or a capital.
        if words.folds[at] == "des" and words.fold_at(index + 1) == "à" and at == index + 4:
            return None  # "un sondage à la sortie | des bureaux de vote"
        if words.folds[at] in ("du", "des"):
            key = words.folds[at + 1].rstrip("s")
            somebody = words.forms[at + 1][0].isupper() or key in families() or read_group(words, at + 1, last)
            if not (told or somebody):
                return None  # "un sondage de sortie | des urnes"
            end = _description_after(words, at + 2, last)
            return (at + 1, end) if told else (at, end)
        if words.folds[at] in ("de", "d'") and (
            told or words.folds[at + 1] in determiners() or words.forms[at + 1][0].isupper()
        ):
            return at + 1, _description_after(words, at + 2, last)
    return None


def _description_after(words: Words, first: int, last: int) -> int:
    """Return where what was done to a document is told behind its issuer: "du Monde | parues", "de l'ONG | publiés"."""
    return next((k for k in range(first, last) if _starts_description(words, k)), last)


def _account_noun(words: Words, first: int, last: int) -> int:
    """Return the noun before the platform on which somebody writes, or -1: "la | page | Facebook du club"."""
    pairs = range(first, min(first + 3, last - 2))
    return next(
        (k for k in pairs if words.folds[k] in word_set("account") and words.folds[k + 1] in word_set("platform")), -1
    )


def document_noun(words: Words, first: int, last: int) -> int:
    """Return the noun of a mention that is a document's, behind what stands before nouns, or -1: "le 3e | rapport"."""
    index, before = first, word_set("before")
    while index < last:
        key = words.folds[index]
        if key in documents():
            return index
        if key not in determiners() and key not in before and not key.endswith("ieme") and not key[0].isdigit():
            return -1
        index += 1
    return -1


def _starts_description(words: Words, index: int) -> bool:
    """Tell whether a word says what was done to a document: a verb of issuing, or any participle before "par"."""
    word = words.low_at(index)
    return is_done(word, "issued") or (words.fold_at(index + 1) == "par" and is_participle(word))


def is_issued(words: Words, index: int) -> bool:
    """Tell whether a participle tells who made a document, and not to whom it came: "rédigé", but not "consulté"."""
    return is_participle(words.low_at(index)) and not is_done(words.low_at(index), "received")
