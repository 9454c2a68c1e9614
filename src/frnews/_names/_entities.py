"""Who is who in one article: one record for each person or body, and for who is only described."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from attrs import define, field, frozen

from frnews._french._determiners import determiners_of
from frnews._french._suffixes import bare_endings_of
from frnews._names._groups import Group
from frnews._names._lexicon import word_set
from frnews._types import Gender, Speaker

EntityKind = Literal["person", "body", "group", "document"]

# Functions kept of one person.
_MAX_ROLES = 40
# Which evidence of gender outweighs which: a civility is surer than a masculine function ("Mme X, le ministre").
CIVILITY, PRONOUN, FEMININE_FUNCTION, FUNCTION = 8, 3, 4, 1


@frozen
class Role:
    """A function that the article gives to someone.

    Attributes:
        group: Its words.
        text: It as shown.
        position: Offset at which the article gives it.

    """

    group: Group
    text: str
    position: int

    @property
    def relation(self) -> bool:
        """Whether it only says what someone is to someone else: "son prédécesseur", "sa collègue"."""
        function = self.group.function
        return (
            function is not None
            and function.key in word_set("relation")
            and self.group.determiner in determiners_of("possessive", "personal possessive")
        )


def _none_counted() -> defaultdict[Any, int]:
    return defaultdict(int)  # a Counter takes five times as long to make, and an article has hundreds of them


@define(eq=False)
class Entity:
    """A person, a body, a document or an unnamed group, as the article makes it known.

    Attributes:
        kind: Which of them, or None where the article does not tell.
        name: The name to show.
        forms: Every name used for it, with how often.
        roles: The functions given to it, by position.
        votes: Evidence of its gender.
        positions: Offsets at which it is named, ascending.
        named: Whether it has a name, and not only a description.
        families: Families of bodies that a noun beside its name puts it in.
        colours: Political families that the article puts it in.
        origins: Stems of the nouns before its name that say where it is from: "le Belge X".
        plural: Whether "ils" can take it up.
        either: Whether "il" and "ils" can take it up alike: a body with a plural name ("les Verts").
        members: Those who speak together as this one.
        keys: The words of its name, as keys.
        suggested: The gender that a first name suggests.
        definite: Whether an unnamed one is described as somebody known: then a name may well stand elsewhere.
        place: Whether a named one is a country or a town for all that the article shows.
        titles: Keys of the functions that forms of address before a name tell ("Me Roy" is a lawyer).
        sure: Whether a person is one beyond doubt: by first name, civility or function.

    """

    kind: EntityKind | None
    name: str
    forms: defaultdict[str, int] = field(factory=_none_counted)
    roles: list[Role] = field(factory=list)
    votes: defaultdict[Gender, int] = field(factory=_none_counted)
    positions: list[int] = field(factory=list)
    plural: bool = False
    either: bool = False
    members: tuple["Entity", ...] = ()
    named: bool = True
    families: frozenset[str] = frozenset()
    colours: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    keys: tuple[str, ...] = ()
    suggested: Gender | None = None
    sure: bool = True
    definite: bool = False
    place: bool = False
    titles: frozenset[str] = frozenset()

    @property
    def several(self) -> bool:
        """Whether it stands for several: a plural, or those who speak together."""
        return self.plural or bool(self.members)

    @property
    def people(self) -> bool:
        """Whether several are people by the look of their noun."""
        noun = self.keys[0] if self.keys else ""
        by_noun = noun in word_set("people") or noun.endswith(bare_endings_of("people", plural=True))
        return self.plural and (bool(self.roles) or by_noun)

    @property
    def things(self) -> bool:
        """Whether several are deeds or qualities by the look of their noun: "les pressions", but "les agences"."""
        known = self.named or self.roles or self.families
        return self.plural and not known and self.keys[0].endswith(bare_endings_of("deeds", plural=True))

    @property
    def gender(self) -> Gender | None:
        """What the evidence comes to."""
        f, m = self.votes.get("f", 0), self.votes.get("m", 0)
        return "f" if f > m else "m" if m > f else None

    def last_before(self, position: int) -> int | None:
        """Return the last offset, up to a given one, at which it is named."""
        at = bisect_right(self.positions, position)
        return self.positions[at - 1] if at else None

    def add_role(self, role: Role) -> None:
        """Give it a function, and the gender that the function shows."""
        if len(self.roles) < _MAX_ROLES and all(role.text != known.text for known in self.roles):
            self.roles.append(role)
        self.colours |= role.group.details.colours
        if role.group.function is not None and not role.group.function.listed:
            return  # "le sarkozyste Paul Roy": an article before a word of which nothing is known shows little
        if role.group.gender == "f":
            self.votes["f"] += FEMININE_FUNCTION
        elif role.group.gender == "m":
            self.votes["m"] += FUNCTION

    def describe(self, group: Group) -> None:
        """Take from the words that describe an unnamed one what they show of it."""
        if self.named or self.roles:
            return
        if group.function is not None:
            self.kind = "group" if self.plural else "person"
            self.roles.append(Role(group, self.name, 0))
        elif group.body is not None:
            self.kind = "group" if self.plural and group.body.plural else "body"
            self.families |= {group.body.key, *group.body.families}
        if group.gender and not self.plural:
            self.votes[group.gender] += 1

    def speaker(self, learned: Mapping[Gender, int], described: Role | None) -> Speaker:
        """Return it as the public value.

        Args:
            learned: Evidence of its gender from the pronouns and descriptions that were found to mean it.
            described: The function in a description that was found to mean it, or None.

        """
        if self.members:
            return Speaker(self.name, members=tuple(m.name for m in self.members), kind="group")
        f = self.votes.get("f", 0) + learned.get("f", 0)
        m = self.votes.get("m", 0) + learned.get("m", 0)
        gender: Gender | None = "f" if f > m else "m" if m > f else None
        if self.kind != "person":
            gender = None
        if not self.named:
            return Speaker(self.name, gender=gender, kind=self.kind)
        roles = [role for role in self.roles if not role.relation]
        # What someone was gives way to what someone is.
        roles = [role for role in roles if not role.group.details.former] or roles
        if described is not None and not roles:
            roles = [described]
        role = max(roles, key=lambda r: (r.group.last - r.group.core, -r.position), default=None)
        first = roles[0] if roles else None
        # The first function that the article gives, unless it is but the bare noun of a fuller one.
        if first is not None and role is not None and first.text.casefold() not in role.text.casefold():
            role = first
        aliases = tuple(form for form in self.forms if form != self.name)
        by_name = self.suggested if self.kind == "person" else None
        return Speaker(self.name, role.text if role else None, gender, aliases, (), self.kind, by_name)


def names_together(members: Sequence[Entity]) -> list[str]:
    """Return the names of several, a surname once where the text gives it once: "Yann et Odile Morvan"."""
    names = [each.name for each in members]
    for index, each in enumerate(members[:-1]):
        own, _, surname = each.name.partition(" ")
        if surname and each.name not in each.forms and names[index + 1].endswith(f" {surname}"):
            names[index] = own
    return names
