"""Which of those named before "le premier", "la seconde" take up."""

from collections.abc import Iterable
from functools import cache

from frnews._french._words import words_of
from frnews._names._entities import Entity
from frnews._names._words import fold
from frnews._speakers._queries import Query
from frnews._speakers._scene import Appearance, Scene
from frnews._tables import read_table

# Appearances that are looked through before such a word, and behind it where nobody is named before.
_BACK, _AHEAD = 10, 4


@cache
def _places() -> dict[str, int]:
    """Return the place that each word means by which one of several is told: 0 for "le premier"."""
    rows = read_table("date_ordinals")
    return {fold(row["word"]): int(row["value"]) - 1 for row in rows if row["word"] in words_of("ordinal")}


def is_ordinal(keys: tuple[str, ...]) -> bool:
    """Tell whether the words of a description are an ordinal alone.

    >>> is_ordinal(("seconde",)), is_ordinal(("second", "tour"))
    (True, False)
    """
    return len(keys) == 1 and keys[0] in _places()


def counted_off(scene: Scene, query: Query, lately: Iterable[Appearance]) -> Entity | None:
    """Return whom an ordinal means: of those who are named together last, or of the last two.

    Args:
        scene: The article.
        query: What is asked.
        lately: Who spoke lately, and whom descriptions and pronouns of the running text mean.

    """
    at = scene.before(query.position)
    before = [*scene.appearances[max(0, at - _BACK) : at], *(a for a in lately if a.position < query.position)]
    named = _told_apart(scene, sorted(before, key=lambda a: (-a.sentence, not a.entity.members, -a.position)))
    if len(named) < 2:
        named = _told_apart(scene, scene.appearances[at : at + _AHEAD])[::-1]
    place = _places()[query.keys[0]]
    return named[place] if place < len(named) and len(named) > 1 else None


def _told_apart(scene: Scene, appearances: Iterable[Appearance]) -> list[Entity]:
    """Return those of whom ordinals can speak, in the order of the text; the appearances come last first."""
    near: list[Appearance] = []
    for each in appearances:
        if each.quoted or _by_ordinal(scene, each.position):
            continue
        if each.entity.members and not near:
            return list(each.entity.members)
        if _can_act(scene, each) and all(each.entity is not other.entity for other in near):
            near.append(each)
    kind = "person" if sum(each.entity.kind == "person" for each in near) > 1 else "body"
    near = [a for a in near if a.entity.kind == kind and (kind == "person" or a.standing == "subject")]
    together = [each for each in near if each.sentence == near[0].sentence]
    chosen = together if len(together) > 1 else near[:2]
    return [each.entity for each in reversed(chosen)]


def _can_act(scene: Scene, each: Appearance) -> bool:
    return each.standing not in ("complement", "owner") and not each.entity.members and not scene.is_place(each.entity)


def _by_ordinal(scene: Scene, position: int) -> bool:
    """Tell whether somebody is meant at an offset by an ordinal: then the place in the text says nothing of order."""
    words = scene.cast.words
    first = words.first_from(position)
    return words.fold_at(first) in ("le", "la") and words.fold_at(first + 1) in _places()
