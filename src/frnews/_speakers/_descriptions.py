"""Which person or body a description takes up: "le président russe", "la députée LREM", "l'ONG"."""

from collections.abc import Iterable

from frnews._speakers._colours import clash
from frnews._speakers._entities import Entity, Role
from frnews._speakers._groups import Group
from frnews._speakers._lexicon import Function

# What can be said of anyone in public life: no function rules it out.
GENERAL = frozenset(
    [
        *("elu", "responsable", "dirigeant", "leader", "candidat", "militant", "proche", "patron", "chef", "opposant"),
        *("rival", "adversaire", "membre", "manager", "syndicaliste", "cadre", "ami", "parlementaire", "edile"),
        *("milliardaire", "entrepreneur", "industriel", "homme d'affaires", "heritier", "prix nobel", "laureat"),
    ]
)


_TRADES = frozenset(
    {"militaire", "officier", "chercheur", "scientifique", "medecin", "artiste", "enseignant", "sportif", "auteur"}
)
# Too wide to say that two functions go together.
_VAGUE = frozenset(
    {"responsable", "dirigeant", "leader", "chef", "patron", "membre", "magistrat", "policier", "medecin"}
)


def fits(group: Group, role: Role) -> int:
    """Return how well a description fits a function that the article gives someone: 0 where it does not.

    The nouns are the same, or the description's is the broader one; gender and countries do not contradict each
    other; complements ("de l'Intérieur") agree where both have some.
    """
    wanted, given = group.function, role.group.function
    if wanted is None or given is None or group.plural:
        return 0
    if group.gender and role.group.gender and group.gender != role.group.gender:
        return 0
    if wanted.key == given.key:
        score = 4
    elif "homologue" in (wanted.key, given.key):
        return 3 if group.places and group.places & role.group.places else 0
    elif wanted.key in given.broader:
        score = 2
    elif given.key in wanted.broader:
        score = 1
    else:
        return 0
    if group.places and role.group.places and not group.places & role.group.places:
        return 0
    if group.former != role.group.former and group.former:
        score -= 1
    mods, known = group.mods, role.group.mods
    if wanted.key != given.key:
        # "la patronne de la CGT" for the "secrétaire générale de la CGT": the complements count, not the nouns.
        mods, known = mods - {"general", "national"}, known - {"general", "national"}
    if clash(group.task, role.group.task) or clash(group.party, role.group.party):
        return 0
    return score + 2 * bool(mods & known) + 2 * bool(group.places & role.group.places)


def best_person(group: Group, people: Iterable[Entity], position: int) -> Entity | None:
    """Return the person of whom the article gives a function that a description takes up.

    Args:
        group: The description.
        people: The persons to choose from.
        position: Offset of the description: of equals, the one named last before it is meant.

    Returns:
        The person, or None where no function fits.

    """
    best: tuple[int, bool, int] | None = None
    found = None
    for entity in people:
        score = max((fits(group, role) for role in entity.roles), default=0)
        if not score or (group.gender and entity.gender and entity.gender != group.gender and entity.votes["m"] != 1):
            continue
        if clash(group.colours, frozenset(entity.colours)):
            continue
        score += 2 * bool(group.colours & entity.colours)
        before = entity.last_before(position)
        key = (score, before is not None, before if before is not None else -(entity.positions or [0])[0])
        if best is None or key > best:
            best, found = key, entity
    return found


def contradicts(group: Group, entity: Entity) -> bool:
    """Tell whether the functions that the article gives someone rule a description out."""
    if clash(group.colours, frozenset(entity.colours)):
        return True
    if group.function is None or not entity.roles or group.former or group.function.key in GENERAL:
        return False
    if (group.task or group.places) and all(
        role.group.function is not None and role.group.function.broader & _TRADES for role in entity.roles
    ):
        # "Le colonel X a … Le président de la transition …": a trade leaves room for an office.
        return False
    # Whoever was a minister once can be anything today.
    return not any(
        role.group.former
        or fits(group, role)
        or _together(group.function, role.group.function)
        or (_in_party(group) and _elected(role.group))
        or (_in_party(role.group) and _elected(group))
        for role in entity.roles
    )


def _in_party(group: Group) -> bool:
    """Tell whether an office is a party's: it goes with any mandate ("le président de l'UMP … le maire de Meaux")."""
    return bool(group.colours) and not _elected(group)


def _elected(group: Group) -> bool:
    return group.function is not None and "elu" in group.function.broader


def _together(one: Function, other: Function | None) -> bool:
    """Tell whether one person can hold both: "rapporteur" and "sénateur", "économiste" and "professeur"."""
    if other is None or other.key in GENERAL:
        return True
    return one.key != other.key and bool(one.broader & other.broader - _VAGUE)
