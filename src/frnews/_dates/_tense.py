"""Where the clause around an expression lays its days: behind the day published, or ahead of it.

Only expressions that leave their year or week open ("samedi", "le 3 mai", "en septembre") ask for it.
"""

from functools import lru_cache
from typing import Literal

from frnews._dates._clause import Clause, clause_around
from frnews._dates._verbs import Direction, Verb, read_verbs, read_words

Tense = Literal["past", "future"]

# A participle beside a noun speaks for a day that stands this many words after it, or fewer.
_BESIDE = 3


def tense_at(text: str, start: int, end: int) -> Tense | None:
    """Return the tense of the clause in which an expression stands, or None where nothing shows it.

    Args:
        text: The whole text.
        start: Offset of the expression.
        end: Offset after it.

    >>> tense_at("Le maire se rendra mardi à Lyon.", 19, 24)
    'future'
    >>> tense_at("Le maire s'est rendu mardi à Lyon.", 21, 26)
    'past'

    """
    verb = governing_verb(clause_around(text, start, end))
    return as_tense(verb.direction) if verb else None


def as_tense(direction: Direction | None) -> Tense | None:
    """Return a direction as a tense: what is open is neither."""
    return None if direction == "open" else direction


@lru_cache(maxsize=64)  # an expression is asked several times, and then never again
def governing_verb(clause: Clause) -> Verb | None:
    """Return the verb that lays the days of an expression, or None where the sentence shows none.

    In its own piece the nearest verb before the expression decides, else the first after it; where the piece has
    none, the pieces before it, the nearest first, then those after it.
    """
    left, right = clause.around
    words = read_words(left)
    chosen = _nearest(read_verbs(words + read_words(right)), len(words))
    if chosen is not None:
        return chosen
    main = _around(clause)
    # "avant l'expiration de son mandat le 28 avril" comes after what the verb tells; "avant de partir" goes with it
    if words and words[0] not in ("de", "d"):
        if clause.opening == "après":
            return Verb(0, "past")
        if clause.opening == "avant":
            return Verb(0, "open" if main is not None and main.direction == "past" else "future")
    return main


def _around(clause: Clause) -> Verb | None:
    """Return the verb of the nearest piece that has one, those before first."""
    for opening, piece in clause.before:
        words = read_words(piece)
        chosen = _nearest(read_verbs(words), len(words))
        if chosen is not None:
            return chosen
        if opening == "après" and words:
            return Verb(0, "past")
    for _, piece in clause.after:
        chosen = _nearest(read_verbs(read_words(piece)), 0)
        if chosen is not None:
            return chosen
    return None


def own_verb(clause: Clause) -> Verb | None:
    """Return the verb of an expression's own piece; of its sentence, where it is a piece by itself."""
    left, right = clause.around
    words, following = read_words(left), read_words(right)
    if not words and (not following or clause.opening in ("et", "puis")):  # "hier et aujourd'hui"
        return governing_verb(clause)
    return _nearest(read_verbs(words + following), len(words))


def _nearest(verbs: list[Verb], place: int) -> Verb | None:
    """Return the verb that decides for an expression before the word number `place`."""
    telling = [verb for verb in verbs if verb.direction is not None]
    before = [verb for verb in telling if verb.at < place]
    if before and (not before[-1].weak or place - before[-1].at <= _BESIDE):
        return before[-1]
    after = [verb for verb in telling if verb.at >= place and not verb.weak and not verb.vow]
    strong = [verb for verb in before if not verb.weak] or after[:1]
    if strong:
        return strong[-1]
    if before:
        return before[-1]
    return verbs[0] if verbs and not telling else None
