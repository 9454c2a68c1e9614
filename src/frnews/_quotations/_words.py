"""What the surface grammar knows of single words: their closed classes, and whether they look like an infinitive."""

import re
from functools import cache

from frnews._quotations._lexicon import reporting_forms
from frnews._tables import read_table

# Endings of French infinitives (Bescherelle, L'Art de conjuguer): -er, -ir, -oir and the kinds of -re.
_INFINITIVE = re.compile(
    r".*(?:[a-zé]er|[a-zé]{2}ir|oir|[nro]dre|[éa]?ttre|aître|oître|[rftlp]aire|[dlrf]ire|[udt]uire|crire|clure|[iu]ivre"
    r"|rompre|vaincre|[bc]r?oire|soudre)|être|naître|uire|clore|aller|avoir|faire|dire|rire|lire"
)


@cache
def words_of(word_class: str) -> frozenset[str]:
    """Return the words of one class of `data/grammar_words.tsv`, in lower case with straight apostrophes.

    >>> "cette" in words_of("determiner")
    True
    """
    found = frozenset(row["word"] for row in read_table("grammar_words") if row["class"] == word_class)
    if not found:
        raise KeyError(word_class)
    return found


def is_infinitive(word: str) -> bool:
    """Whether a word in lower case looks like an infinitive.

    >>> [w for w in ("vouloir", "mettre", "janvier", "ministre") if is_infinitive(w)]
    ['vouloir', 'mettre']
    """
    return _INFINITIVE.fullmatch(word) is not None and word not in words_of("false infinitive")


def is_adverb(word: str) -> bool:
    """Whether a word is an adverb: one of the table, or one in -ment that is neither a noun nor a verb.

    >>> [w for w in ("fermement", "parlement", "affirment") if is_adverb(w)]
    ['fermement']
    """
    return word in words_of("adverb") or (
        word.endswith("ment")
        and len(word) > 5
        and word not in words_of("noun in -ment")
        and word not in reporting_forms()
    )


def may_part_auxiliary(word: str) -> bool:
    """Whether a word may stand in a phrase between an auxiliary and its participle ("a de son côté affirmé")."""
    return is_adverb(word) or word in words_of("inserted word")
