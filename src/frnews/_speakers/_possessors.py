"""Whose somebody is: what "son avocat" says of the one who has a lawyer, and what he is called by."""

from frnews._french._words import THIRD_PERSON, of_whom
from frnews._names._entities import Entity
from frnews._names._groups import Group
from frnews._names._lexicon import word_set
from frnews._speakers._queries import Query
from frnews._speakers._scene import Scene

# Characters within which what is said names its subject.
_OPENING = 90


def is_relation(group: Group | None) -> bool:
    """Tell whether a noun says what two are to each other: "son rival", "leurs partenaires"."""
    return group is not None and group.function is not None and group.function.key in word_set("relation")


def heads_a_body(group: Group | None) -> bool:
    """Tell whether an office is one that bodies have: "son président", but "son ministre", "son avocat"."""
    function = group.function if group is not None else None
    return function is not None and "responsable" in function.broader and "membre" not in function.broader


def may_be_meant(possessor: Entity, group: Group | None) -> bool:
    """Tell whether whoever seems to possess may be meant himself: he has the office, of a house named before him.

    "Le parti a réagi. Paul Roy, président du parti, est venu. | Son président | a dit …"
    """
    if possessor.kind == "body":
        return True
    function = group.function if group is not None else None
    known = (role.group.function for role in possessor.roles)
    return function is not None and any(f and (function.key == f.key or function.key in f.broader) for f in known)


def of_possessor(query: Query, possessor: Entity | None, *, sure: bool) -> list[tuple[str, Entity | None]]:
    """Return the possessor, who is not meant, and where that is sure the one who has no other name than by them."""
    if possessor is not None and may_be_meant(possessor, query.group):
        headed = sure and possessor.kind == "body" and heads_a_body(query.group)
        return [("itself: of an acting body", query.itself)] if headed else []
    others = () if possessor is None else possessor.members or (possessor,)
    shown: list[tuple[str, Entity | None]] = [("possessor", each) for each in others]
    if sure and not is_relation(query.group):
        shown.append(("itself: of somebody known", query.itself))
    return shown


def owned_by(scene: Scene, query: Query, possessor: Entity | None) -> Entity | None:
    """Return the record of somebody unnamed by whose he is: "l'avocat d'Alphonse Ebolo"; of nobody named, his own."""
    if possessor is None and query.kind != "person":
        return query.itself
    if possessor is None:
        return scene.unnamed(0, 0, plural=bool(query.plural), shown=query.owned)
    if possessor.kind == "body" and not possessor.named and query.kind == "person":
        shown = query.owned + _of_body(possessor)
        return scene.unnamed(0, 0, plural=bool(query.plural), shown=shown, group=query.group)
    if possessor.kind != "person" or not possessor.named or not possessor.sure or may_be_meant(possessor, query.group):
        return query.itself
    shown = query.owned + of_whom(possessor.name)
    return scene.unnamed(0, 0, plural=bool(query.plural), shown=shown, group=query.group)


def _of_body(body: Entity) -> str:
    """Return a described body as the complement of a noun: " de la centrale", " de l'entreprise", " du syndicat"."""
    if body.keys[0][0] in "aeiouh":
        return f" de l'{body.name}"
    return f" de la {body.name}" if body.gender == "f" else f" du {body.name}"


def subject_of_content(scene: Scene, query: Query) -> tuple[Entity | None] | None:
    """Return who is named as the subject of what somebody of his is told to say, one for who is not named there.

    None where nothing is told before the possessive, or a pronoun or the words themselves stand there.
    """
    draft = query.draft
    if draft is None or draft.kind == "direct" or draft.end > query.start:
        return None
    words = scene.cast.words
    first = words.first_from(draft.start)
    if words.fold_at(first) in THIRD_PERSON:
        return None
    at = scene.before(draft.start)
    for each in scene.appearances[at : at + 2]:
        if each.position < draft.start + _OPENING and each.standing == "subject" and each.entity.kind == "person":
            return (each.entity,)
    return (None,)
