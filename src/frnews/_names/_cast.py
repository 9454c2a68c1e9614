"""Everyone whom an article names: read once, before any quotation is looked at."""

from bisect import bisect_left, bisect_right
from collections.abc import Container
from itertools import pairwise

from attrs import define

from frnews._french._determiners import showing
from frnews._french._first_names import is_first_name
from frnews._french._verbs import is_participle
from frnews._names._acronyms import is_acronym
from frnews._names._capitals import is_capital, is_common_noun, opened_names
from frnews._names._colours import colours, names_party
from frnews._names._entities import CIVILITY, FUNCTION, Entity, Role
from frnews._names._group_ends import group_end
from frnews._names._groups import Group, group_after, group_before, read_group, stem
from frnews._names._lexicon import (
    bodies,
    civilities,
    countries,
    determiners,
    is_adjective,
    is_inhabitant,
    prepositions,
    word_set,
)
from frnews._names._names import Name, find_names
from frnews._names._offices import offices_in
from frnews._names._organisations import Bodies
from frnews._names._persons import People
from frnews._names._whole_names import other_name, shares_surname, whole_names
from frnews._names._words import Words

# Words from a body's noun to its name, at most.
_FARTHEST_NOUN = 9
# Words that go on with an apposition and open no clause.
_GOING_ON = frozenset({"et", "qui", "dont", "ou", "que"})


@define
class Occurrence:
    """One place at which someone is named: the name and whom it names."""

    name: Name
    entity: Entity


class Cast:
    """The persons and bodies of one article.

    Attributes:
        words: The article in words.
        names: Its proper names, by start.
        people: Its persons.
        bodies: Its bodies.
        occurrences: Who is named where, by start.
        beside_names: The functions that stand beside names, with whose they are, by the index at which each starts.

    """

    def __init__(self, text: str, mentions: Container[int] = ()) -> None:
        self.words = Words(text)
        self.words.offices = offices_in(self.words)
        self.words.opened = opened_names(self.words)
        self.names = whole_names(self.words, find_names(self.words, mentions))
        self.people = People(self.words)
        self.bodies = Bodies(self.words, self.names)
        self._things: dict[str, Entity] = {}
        self._by_family: dict[str, list[Entity]] | None = None
        self._longer = _longer_names(self.names)
        described = {name.start: noun for name in self.names if (noun := self._body_noun(name))}
        # What an article has stood before is no person where it stands without: "le Stade Rennais", "Stade Rennais".
        apart = (n for n in self.names if n.determined or (n.governed and n.kind == "thing"))
        self._determined = {n.parts for n in apart if not is_first_name(n.parts[0])}
        self._others: dict[tuple[str, ...], Entity] = {}
        self._add_people([n for n in self.names if n.start not in described and self._looks_a_person(n)])
        self.occurrences: list[Occurrence] = []
        titled: set[int] = set()
        self._starts: list[int] = []
        for name in self.names:
            entity = self._entity(name, described.get(name.start, ""))
            if entity is None:
                continue
            self.occurrences.append(Occurrence(name, entity))
            self._starts.append(name.start)
            entity.forms[self.words.slice(name.first, name.last)] += 1
            entity.positions.append(name.start)
            article = self.words.fold_at(name.first_with_civility - 1)
            if name.gender and entity.kind == "person":
                entity.votes[name.gender] += CIVILITY
            elif name.civility and entity.kind == "person" and article in showing("m"):
                titled.add(id(entity))
            elif name.gender:
                entity.votes[name.gender] += 1
            if entity.kind == "person":
                self._read_roles(name, entity)
        for occurrence in self.occurrences:
            name, entity = occurrence.name, occurrence.entity
            if entity.kind != "body":
                continue
            before, key = self.words.fold_at(name.first - 1), " ".join(name.parts)
            if before == "les":
                entity.either = True
            if not entity.families and names_party(name.parts):
                entity.families |= {"parti"}  # "le Front national … le parti"
            if not entity.families and (key in countries() or len(name.parts) == 1):
                where = before in ("à", "a", "en") or self._is_territory(name)
                entity.place = entity.place or key in countries() or where
        persons = {id(o.entity): o.entity for o in self.occurrences if o.entity.kind == "person"}.values()
        for entity in persons:
            entity.suggested = self.people.suggested(entity)
            if id(entity) in titled and entity.suggested is None:
                entity.votes["m"] += FUNCTION  # "le Dr | Roy", but "le Dr | Anne Roy"
            # Who goes by a short name too, or is named again in full, is no chance run of capitals.
            again = len(entity.forms) > 1 or (len(entity.positions) > 1 and " " in entity.name)
            entity.sure = again or self.people.is_sure(entity)
        self.beside_names = {role.group.core: (role, person) for person in persons for role in person.roles}

    def _is_territory(self, name: Name) -> bool:
        """Tell whether a name is that of a noun for a stretch of land: "le département du | Nord"."""
        at, folds = name.first - 1, self.words.folds
        while at >= max(0, name.first - 2) and (folds[at] in word_set("link") or folds[at] in word_set("definite")):
            at -= 1
        return at < name.first - 1 and self.words.fold_at(at) in word_set("territory")

    def _add_people(self, persons: list[Name]) -> None:
        """Take in who is named in full, then the other names that they are given: "Ana Roy, dite « la Louve », …"."""
        words = self.words
        spans = {name.start: span for name in persons if (span := other_name(words, name.last))}
        given = {start: tuple(words.folds[slice(*span)]) for start, span in spans.items()}
        others = set(given.values())
        self.people.add_full(name for name in persons if name.parts not in others)
        for name in persons:
            if name.start in given and (person := self._entity(name, "")):
                self._others[given[name.start]] = person
                self.people.add_other(given[name.start], person)
        for name in self.names:
            if name.parts not in self._others and self._is_introduced(name):
                self._others[name.parts] = self.people.single(name)
        for name, other in pairwise(self.names):
            if shares_surname(words, name, other) and not self.people.is_known(name.parts[0]):
                # "Mariam | et Kadiatou Sylla"
                shown = f"{words.slice(name.first, name.last)} {words.slice(other.first + 1, other.last)}"
                self.people.add_other(name.parts, self.people.whole((*name.parts, *other.parts[1:]), shown))

    def _is_introduced(self, name: Name) -> bool:
        """Tell whether a first name alone brings in somebody by an age: "peste | Christophe, 49 ans"."""
        words, comma = self.words, name.last
        alone = len(name.parts) == 1 and is_first_name(name.parts[0]) and not name.civility and not name.governed
        return (
            alone
            and words.fold_at(comma) == ","
            and words.fold_at(comma + 1).isdigit()
            and words.fold_at(comma + 2) == "ans"
        )

    def _looks_a_person(self, name: Name) -> bool:
        """Tell whether a name is a person's by its own looks, and had no determiner elsewhere."""
        return name.kind == "person" and (bool(name.civility) or name.parts not in self._determined)

    def _body_noun(self, name: Name) -> str:
        """Return the key of the noun that says that a name is a body's: "le syndicat SUD", "l'ONG locale Ankh"."""
        if name.civility:
            return ""
        for back in (1, 2):
            key = self.words.fold_at(name.first - back)
            noun = bodies().get(key)
            if noun is not None:
                person = len(name.parts) > 1 and is_first_name(name.parts[0])
                of_body = back == 1 and self.words.fold_at(name.first - 2) in ("du", "la", "l'")
                # "le guide du mouvement | Ansar", but "le guide du mouvement | Omar Ba"
                if group_before(self.words, name.first) is not None and (person or not of_body):
                    return ""
                common = is_common_noun(self.words, name.first - back)
                return noun.key if common and not noun.plural and not person else ""
            if not is_adjective(key) and not is_participle(self.words.low_at(name.first - back)):
                break  # but "le magazine spécialisé | Cruise Law News"
        return self._distant_noun(name)

    def _distant_noun(self, name: Name) -> str:
        """Return the noun of a body whose complement stands before its name: "le site de vidéos | Pornhub"."""
        words = self.words
        person = name.kind == "person" and is_first_name(name.parts[0])
        if person or name.civility or name.governed or not words.fold_at(name.first - 1)[:1].isalpha():
            return ""
        for index in range(name.first - 3, max(0, name.first - _FARTHEST_NOUN), -1):
            key = words.folds[index]
            if not words.forms[index][0].isalpha():
                return ""
            noun = bodies().get(key)
            if noun is not None and words.fold_at(index - 1) in determiners():
                last = group_end(words, index, 1, name.first)
                if last < name.first - 1 and words.folds[last] == "pour":
                    last = group_end(words, last + 1, 1, name.first)  # "le site de vidéos pour adultes"
                whole = words.forms[index].islower() and last == name.first
                return noun.key if whole and not noun.plural else ""
        return ""

    def _entity(self, name: Name, noun: str) -> Entity | None:
        if name.parts in self._others:
            return self._others[name.parts]
        if not noun and (not name.determined or self._is_shown(name)):
            found = self.people.find(
                name.parts,
                gender=name.gender if name.civility else None,
                position=name.start,
            )
            if found is not None:
                return found
            if self._looks_a_person(name):
                return self.people.single(name)
            first_name = len(name.parts) == 1 and is_first_name(name.parts[0])
            if name.kind == "unknown" and not name.governed and (first_name or self._role_of(name)):
                if self._is_of_role(name):
                    return self.thing(self.words.slice(name.first, name.last), " ".join(name.parts), noun)
                return self.people.single(name)
        return self.thing(self.words.slice(name.first, name.last), " ".join(name.parts), noun)

    def _is_shown(self, name: Name) -> bool:
        """Tell whether somebody named in full stands behind "un": "la gauche critique | un Paul Roy | inflexible"."""
        before = self.words.fold_at(name.first - 1)
        return len(name.parts) > 1 and is_first_name(name.parts[0]) and before in ("un", "une")

    def _is_of_role(self, name: Name) -> bool:
        """Tell whether a name belongs to the function of who is named next: "la directrice d'| Helvia, Ana"."""
        after = name.last + 1
        if self.words.fold_at(name.last) != "," or not is_capital(self.words, after):
            return False
        following = group_before(self.words, after)
        return following is not None and following.core < name.first < following.last

    def thing(self, shown: str, key: str, noun: str = "") -> Entity:
        """Return the record of a body, made when it is first asked for."""
        own, key = key, self._longer.get(key, key)
        entity = self._things.get(key)
        if entity is not None and own == key and shown.startswith(f"{entity.name} "):
            entity.name = shown  # made by its short name: "le Conseil", then "le Conseil islamique"
        if entity is None:
            full = self.bodies.full_name(key) if is_acronym(shown) else None
            full_key = " ".join(Words(full).folds) if full else ""
            entity = self._things.get(full_key) if full_key else None
            if entity is None:
                entity = Entity("body", full or shown)
            self._things[key] = entity
            if full_key:
                self._things[full_key] = entity
        if noun:
            entity.families |= {noun, *bodies()[noun].families}
            gender = bodies()[noun].gender
            if gender:
                entity.votes[gender] += 1
        return entity

    def _role_of(self, name: Name) -> Group | None:
        first = name.first_with_civility
        return group_before(self.words, first) or group_after(self.words, name.last)

    def _read_roles(self, name: Name, entity: Entity) -> None:
        words = self.words
        if name.civility and (title := civilities()[name.civility].function):
            entity.titles |= {title}
        first = name.first_with_civility
        if (
            is_capital(words, first - 1)
            and words.fold_at(first - 2) in determiners()
            and is_inhabitant(words.folds[first - 1])
        ):
            entity.origins |= {stem(words.folds[first - 1])}  # "le Belge X"
        before, after = group_before(words, first), group_after(words, name.last)
        goes_on = words.fold_at(name.last)[:1].isalnum() and words.fold_at(name.last) not in _GOING_ON
        apposed = before is not None and words.folds[first - 1] == ","
        if before and apposed and ((goes_on and self._framed(before.first)) or self._is_predicate(before)):
            before = None
        if before and apposed and self._is_of_another(before):
            before = None
        if after is not None and after.determiner and self._framed(before.first if before else first):
            closing = words.fold_at(after.last)
            if closing[:1].isalnum() and closing not in _GOING_ON:
                after = None
        for group in (before, after):
            if group is None:
                continue
            joined = self._joined(group)
            start, end = min(g.core for g in joined), max(g.last for g in joined)
            # "Paul Roy, autre maire de la région, …"
            text = words.slice(start + words.folds[start].startswith("autre"), end)
            first_group = min(joined, key=lambda g: g.core)
            shown = text[0].lower() + text[1:] if _lowers(first_group, text) else text
            entity.add_role(Role(first_group, shown, words.starts[start]))
            self.people.add_function(entity, first_group.function)
            for other in joined:
                if other is not first_group:
                    # Each of two functions can be taken up by itself.
                    entity.add_role(Role(other, words.slice(other.core, other.last), words.starts[other.core]))
                    self.people.add_function(entity, other.function)
        # "la centriste | Anne Roy", "Anne Roy | (LR, Yonne)", "Anne Roy | (MR)"
        around = (
            colours(words, max(0, first - 2), first) if words.fold_at(first - 1) not in (",", "et") else frozenset()
        )
        if words.fold_at(name.last) == "(":
            around |= colours(words, name.last + 1, min(name.last + 4, len(words)))
        entity.colours |= around
        # "Angela Merkel, réélue en mars": the participle agrees.
        if words.fold_at(name.last) == "," and name.last + 1 < len(words):
            form = words.forms[name.last + 1].casefold()
            if len(form) > 3 and form.endswith(("ée", "ée")):
                entity.votes["f"] += 2
            elif len(form) > 3 and form.endswith(("é", "é")):
                entity.votes["m"] += 1

    def _joined(self, group: Group) -> list[Group]:
        """Return a group with the function that "et" joins to it: "députée de Gouin et porte-parole du parti"."""
        words = self.words
        for index in range(group.head + 1, group.last - 1):
            if words.folds[index] == "et" and (other := read_group(words, index + 1, group.last)) and other.function:
                return [group, other]
        if not group.determiner and words.fold_at(group.first - 1) == "et":
            outer = group_before(words, group.first - 1)
            if outer is not None and outer.function is not None:
                return [outer, group]
        if words.fold_at(group.last) == "et":
            other = read_group(words, group.last + 1, len(words))
            if other is not None and other.function and not other.determiner and not other.plural:
                return [group, other]
        return [group]

    def _framed(self, index: int) -> bool:
        """Tell whether a preposition stands before a group: a comma after it opens the clause, and no apposition.

        "Selon le procureur, Paul Roy a …", "Pour Paul Roy, le ministre a …"
        """
        before = self.words.fold_at(index - 1)
        return before in prepositions() or before == "selon"

    def _is_of_another(self, group: Group) -> bool:
        """Tell whether a function between two persons is the first one's: "Anne Roy, | sa camarade, | Luc Petit"."""
        if len(self.occurrences) < 2 or self.words.fold_at(group.first - 1) != ",":
            return False
        before = self.occurrences[-4:-1]
        return any(o.entity.kind == "person" and o.name.last == group.first - 1 for o in before)

    def _is_predicate(self, group: Group) -> bool:
        """Tell whether a group without a determiner ends a clause: "il veut être | candidat, Paul Roy est prudent".

        At the start of its own it is an apposition: "Candidate à Lyon, Anne Roy …", "Lundi, candidate à Lyon, …".
        """
        before = group.first - 1
        if group.determiner or before < 0 or self.words.is_line_end(before):
            return False
        return self.words.folds[before][0].isalpha() and self.words.folds[before] not in ("et", "puis", "mais")

    def within(self, start: int, end: int) -> list[Occurrence]:
        """Return who is named in a stretch of the text."""
        return self.occurrences[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def at(self, index: int) -> list[Occurrence]:
        """Return who is named from a word on: mostly one or nobody."""
        return self.within(self.words.starts[index], self.words.starts[index] + 1)

    def among(self, first: int, last: int) -> list[Occurrence]:
        """Return who is named from a word to before another."""
        return self.within(self.words.starts[first], self.words.ends[last - 1])

    def around(self, index: int) -> Occurrence | None:
        """Return the occurrence of a name over a word, or None."""
        at = bisect_right(self._starts, self.words.starts[index]) - 1
        return self.occurrences[at] if at >= 0 and index < self.occurrences[at].name.last else None

    def beside(self, group: Group) -> Entity | None:
        """Return the person before whose name a function stands that goes on behind a group: "la ministre | de X Y"."""
        role, person = self.beside_names.get(group.core, (None, None))
        if role is None or person is None or role.group.last <= group.last:
            return None
        return None if group.gender and person.suggested and group.gender != person.suggested else person

    def bodies_of(self, noun: str) -> list[Entity]:
        """Return the first few named bodies that a noun for bodies can take up."""
        if self._by_family is None:
            self._by_family = {}
            for entity in {id(o.entity): o.entity for o in self.occurrences if o.entity.families}.values():
                for family in entity.families:
                    self._by_family.setdefault(family, []).append(entity)
        return self._by_family.get(noun, [])[:6]


def _lowers(group: Group, text: str) -> bool:
    """Tell whether a role's capital comes from its place only: "Président de la région, X a …"."""
    return group.core == group.first and len(text) > 1 and text[0].isupper() and not text[1].isupper()


def _longer_names(names: list[Name]) -> dict[str, str]:
    """Return the whole name for each noun with a capital that the article uses for it alone: "Banque" by itself."""
    found: dict[str, str] = {}
    for name in names:
        noun = bodies().get(name.parts[0])
        if noun is not None and len(name.parts) > 1 and name.kind != "person":
            found.setdefault(name.parts[0], " ".join(name.parts))
    return found
