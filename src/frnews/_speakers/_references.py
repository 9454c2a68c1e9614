"""Whom a name or a description beside a cue refers to."""

from frnews._speakers._cast import Cast, Occurrence
from frnews._speakers._descriptions import GENERAL, best_person, contradicts, fits
from frnews._speakers._discourse import Discourse
from frnews._speakers._entities import FEMININE_FUNCTION, FUNCTION, Entity, EntityKind, Role
from frnews._speakers._groups import Group
from frnews._speakers._lexicon import (
    bodies,
    civilities,
    countries,
    determiners,
    documents,
    is_inhabitant,
    prepositions,
    word_set,
)
from frnews._speakers._mentions import described, governed_in, issuer
from frnews._speakers._names import display, is_acronym
from frnews._speakers._unnamed import Unnamed
from frnews._types import Gender, Via

# Characters that a name can have before the word at which a mention starts.
_LONGEST_NAME = 80

Reference = tuple[Entity | None, Via | None]


def _in_parentheses(keys: list[str]) -> bool:
    """Tell whether words before a name open a parenthesis that they do not close: "l'agence (Afsca)"."""
    return keys.count("(") > keys.count(")")


class References:
    """Reads the words that name speakers against the cast of an article."""

    def __init__(self, cast: Cast, discourse: Discourse) -> None:
        self._cast = cast
        self._discourse = discourse
        self._unnamed = Unnamed(cast, discourse, self._gendered)
        self._joint: dict[tuple[int, ...], Entity] = {}

    def joint(self, members: list[Entity]) -> Entity:
        """Return those who speak together as one."""
        flat = tuple(dict.fromkeys(each for member in members for each in (member.members or (member,))))
        if len(flat) == 1:
            return flat[0]
        key = tuple(id(each) for each in flat)
        if key not in self._joint:
            names = [each.name for each in flat]
            name = f"{', '.join(names[:-1])} et {names[-1]}"
            self._joint[key] = Entity("group", name, plural=True, members=flat)
        return self._joint[key]

    def read(self, first: int, last: int, barred: Entity | None = None) -> Reference:
        """Return who one mention refers to, and how.

        Args:
            first: Index of its first word.
            last: Index after its last word.
            barred: Whom it answers: a description of which nothing else is known means someone else.

        """
        words = self._cast.words
        position = words.starts[first]
        if words.forms[first][0].isupper():
            for occurrence in self._cast.within(max(0, position - _LONGEST_NAME), position):
                if occurrence.name.first < first < occurrence.name.last and occurrence.entity.kind == "person":
                    # A mention that starts within a name: "François van | Hoobrouck".
                    return occurrence.entity, "name"
        source = issuer(words, first, last)
        if source is not None:
            return self.read(*source)[0], "description"
        noun = first + 1 if words.folds[first] in determiners() else first
        if noun < last and words.folds[noun] in documents() and words.folds[first] not in ("son", "leur"):
            # Who is named in "une note adressée au ministre Jean Roy" has not written it.
            return self._unnamed.read(first, last, None)
        if words.folds[first] in ("son", "leur") and last - first < 4 and words.folds[last - 1] in documents():
            # "dans leur communiqué": whoever has just spoken wrote it.
            return self._discourse.previous(position), "description"
        if words.forms[first][0].isupper() and last - first > 1:
            whole = self._cast.people.find(
                tuple(words.folds[first:last]), civility=False, gender=None, position=position
            )
            if whole is not None:
                return whole, "name"
        if last - first == 2 and words.folds[first + 1] in _ORDINALS:
            pair = self.last_pair(position, "person")
            return (pair.members[_ORDINALS[words.folds[first + 1]]] if pair else None), "description"
        if words.folds[first] in ("celui", "celle"):
            return self._gendered(position, "m" if words.folds[first] == "celui" else "f"), "description"
        if words.forms[first][0].isdigit() or words.folds[first] in word_set("number"):
            return self._unnamed.read(first, last, None)
        within = [
            o
            for o in self._cast.within(position, words.ends[last - 1])
            if o.name.last <= last
            and not governed_in(words, o.name, first)
            and not _in_parentheses(words.folds[first : o.name.first])
        ]
        for occurrence in within:
            if occurrence.entity.kind == "person" and not self._is_adjunct(occurrence, first):
                return occurrence.entity, "name"
        if within and (found := self._inhabitant(within[0], first, last)) is not None:
            return found, "description"
        if within and (body := self._body(within[0], first, last)) is not None:
            return body, "name"
        group = described(words, first, last)
        if group is not None and (found := self._apposed(group, last)) is not None:
            self._learn(found, group, position)
            return found, "name"
        if group is not None and (found := self._described(group, position, barred)) is not None:
            self._learn(found, group, position)
            return found, "description"
        return self._unnamed.read(first, last, group)

    def _learn(self, entity: Entity, group: Group, position: int) -> None:
        """Take from a description the gender and the function that it shows of a person."""
        if entity.kind != "person" or entity.members or group.function is None or not entity.named:
            return
        if group.gender:
            entity.votes[group.gender] += FEMININE_FUNCTION if group.gender == "f" else FUNCTION
        telling = group.function.key not in GENERAL or group.task or group.places
        if telling and group.function.key != "homologue" and not any(fits(group, role) for role in entity.roles):
            text = display(self._cast.words.slice(group.core, group.last))
            entity.add_role(Role(group, text, position))
            self._cast.people.add_function(entity, group.function)

    def _is_adjunct(self, occurrence: Occurrence, first: int) -> bool:
        """Tell whether a person's name only says whose body is meant: "le cabinet Stassen"."""
        words, before = self._cast.words, occurrence.name.first - 1
        # "la conseillère d'État Stassen" names her.
        noun = before >= first and words.folds[before] in bodies() and words.folds[before] != "etat"
        return noun and not occurrence.name.civility

    def _inhabitant(self, occurrence: Occurrence, first: int, last: int) -> Entity | None:
        """Return whom "la Tessinoise", "ce Gantois de 43 ans" take up."""
        words, name = self._cast.words, occurrence.name
        singular = words.folds[first] in ("le", "la", "ce", "cette", "l'")
        alone = name.last == last or words.folds[name.last] == "de"
        if not (singular and alone) or name.first != first + 1 or len(name.parts) > 1:
            return None
        if not is_inhabitant(name.parts[0]):
            return None
        feminine = words.folds[first] in ("la", "cette")
        gender: Gender | None = "f" if feminine else None if words.folds[first] == "l'" else "m"
        return self._gendered(words.starts[first], gender)

    def _gendered(self, position: int, gender: Gender | None) -> Entity | None:
        """Return whom a description that tells nothing but a gender takes up, the gender noted."""
        found = self.salient(position, None, gender)
        if found is not None and gender is not None:
            found.votes[gender] += FUNCTION
        return found

    def _body(self, occurrence: Occurrence, first: int, last: int) -> Entity | None:
        """Return the body that a name of a mention names, where the name is the mention's noun."""
        words, name = self._cast.words, occurrence.name
        before = range(first, name.first)
        nouns = [i for i in before if words.folds[i] not in determiners() and words.folds[i] not in prepositions()]
        if nouns and (words.folds[nouns[0]] not in bodies() or occurrence.entity.kind == "person"):
            # "le porte-parole LREM", "sources Élysée": the name is an adjunct.
            return None
        end = self._body_end(name.last, last)
        keys = tuple(words.folds[name.first : end])
        if end == name.last and (nouns or not name.determined or " ".join(keys) in countries()):
            return occurrence.entity
        shown = display(words.slice(name.first, end))
        if end == name.last and not is_acronym(shown):
            longer = self._cast.bodies.longest(keys, name.start)
            # "Commission" for "Commission européenne", not "Chine" for "Chine de Mao".
            if longer is not None and words.folds[longer[0]] in bodies():
                shown, keys = display(words.slice(*longer)), tuple(words.folds[slice(*longer)])
        entity = self._cast.thing(shown, " ".join(keys))
        entity.forms[display(words.slice(name.first, end))] += 1
        if occurrence.name.gender and entity is not occurrence.entity:
            entity.votes[occurrence.name.gender] += 1
        noun = bodies().get(keys[0])
        if noun is not None and noun.gender:
            entity.votes[noun.gender] += 1
            entity.families |= {noun.key, *noun.families}
        entity.plural = entity.plural or words.folds[first] == "les"
        return entity

    def _body_end(self, index: int, last: int) -> int:
        """Return where a body's name ends in a mention: at a sign or at what was done to it."""
        words = self._cast.words
        stops = word_set("issued") | word_set("circumstance")
        while index < last and words.forms[index][0].isalnum():
            # "un Bruxellois sur trois" is counted, not placed.
            counted = words.folds[index] == "sur" and words.fold_at(index + 1) in word_set("number") | {"deux"}
            if words.folds[index] in stops and not counted:
                break
            # "Le Monde du 25 janvier"
            if words.folds[index] == "du" and words.fold_at(index + 1)[:1].isdigit():
                break
            index += 1
        return index

    def _apposed(self, group: Group, last: int) -> Entity | None:
        """Return the person whose name follows a mention cut short: "la porte-parole du groupe, | Anne Roy, …"."""
        words = self._cast.words
        if group.function is None or group.plural or words.fold_at(last) != ",":
            return None
        index = last + 1
        if words.fold_at(index) in determiners():
            # "le rapporteur, le Valaisan Luc Rey, …"
            index += 2
        if words.fold_at(index) in civilities():
            index += 1
        if index >= len(words):
            return None
        for occurrence in self._cast.within(words.starts[index], words.starts[index] + 1):
            name = occurrence.name
            if occurrence.entity.kind == "person" and not words.fold_at(name.last)[:1].isalnum():
                return occurrence.entity
        return None

    def _described(self, group: Group, position: int, barred: Entity | None = None) -> Entity | None:
        if group.function is not None:
            if group.plural or group.function.plural:
                return self._pair(group, position)
            known = best_person(group, self._cast.people.with_function(group.function, position), position)
            if group.colours and group.definite and not (known and known.colours & group.colours):
                known = self._of_colour(group, position) or known
            if known is not None and (
                group.definite or not group.determiner or self._announces(group, known, position)
            ):
                return known
            if not group.definite:
                return None
            if (unnamed := self._unnamed_before(group, position)) is not None:
                return unnamed
            if group.function.key not in ("homologue", "porte-parole") and group.determiner not in (
                "son",
                "sa",
                "leur",
            ):
                if barred is not None:
                    found = self.salient(position, group, barred=barred) or self._answering(group, position, barred)
                    if found is not None:
                        return found
                return self.salient(position, group)
            return None
        if group.body is not None and group.plural:
            return self._pair(group, position)
        if group.body is not None and group.definite and group.last - group.head <= 2:
            return self._known_body(group, position)
        return None

    def _of_colour(self, group: Group, position: int) -> Entity | None:
        """Return the person named last of the party that a description names: "le député solidaire".

        Someone who stands nearer and of whom the article says nothing yet is left to be the one described.
        """
        nearest = self.salient(position, group)
        if nearest is not None and not nearest.roles:
            return None
        for number, _ in self._discourse.back(position, 12):
            near = [*self._discourse.spoken(number, position)]
            near += [occurrence.entity for occurrence in reversed(self._discourse.named(number, position))]
            for entity in near:
                shown = self._cast.people.gender_of(entity)
                agrees = entity.kind == "person" and not (group.gender and shown and shown != group.gender)
                if agrees and entity.colours & group.colours and not contradicts(group, entity):
                    return entity
        return None

    def _answering(self, group: Group, position: int, barred: Entity) -> Entity | None:
        """Return the person named last, other than the one answered, whom the article says nothing else of."""
        number = self._discourse.sentence_of(position)
        start = self._discourse.bounds(max(0, number - 1))[0]
        for occurrence in reversed(self._cast.within(start, position)):
            entity = occurrence.entity
            shown = self._cast.people.gender_of(entity)
            agrees = not (group.gender and shown and shown != group.gender)
            known = entity.roles or not self._cast.people.is_sure(entity)
            if entity.kind == "person" and entity is not barred and agrees and not known:
                return entity
        return None

    def _announces(self, group: Group, known: Entity, position: int) -> bool:
        """Tell whether a headline speaks of someone whom the article names: "« … », alerte une urgentiste"."""
        if self._discourse.paragraph_of(self._discourse.sentence_of(position)) > 0:
            return False
        key = group.function.key if group.function else ""
        return any(
            role.group.function is not None
            and role.group.function.key == key
            and self._discourse.paragraph_of(self._discourse.sentence_of(role.position)) > 0
            for role in known.roles
        )

    def _unnamed_before(self, group: Group, position: int) -> Entity | None:
        """Return the unnamed person already quoted whom a description takes up: "un porte-parole … le porte-parole"."""
        for number, _ in self._discourse.back(position, 12):
            for entity in self._discourse.spoken(number, position):
                if not entity.named and any(fits(group, role) for role in entity.roles):
                    return entity
        return None

    def _pair(self, group: Group, position: int) -> Entity | None:
        """Return the two persons meant by "les deux dirigeants"."""
        words = self._cast.words
        if words.folds[group.head - 1] != "deux" and words.folds[group.core - 1] != "deux":
            return None
        return self.last_pair(position, "body" if group.body else "person")

    def last_pair(self, position: int, kind: EntityKind) -> Entity | None:
        """Return the last two persons or bodies named before an offset, in text order."""
        people: list[Entity] = []
        for number, _ in self._discourse.back(position, 6):
            for entity in self._discourse.spoken(number, position):
                if len(entity.members) == 2 and all(member.kind == kind for member in entity.members):
                    return entity
            for occurrence in reversed(self._discourse.named(number, position)):
                speaks = kind == "person" or occurrence.name.determined
                if occurrence.entity.kind == kind and speaks and occurrence.entity not in people:
                    people.append(occurrence.entity)
            if len(people) >= 2:
                return self.joint(people[:2][::-1])
        return None

    def _known_body(self, group: Group, position: int) -> Entity | None:
        """Return the body that "le syndicat", "l'ONG" take up: of its family, the one that spoke or was named last."""
        assert group.body is not None
        key, families = group.body.key, group.body.families & _ORGANISED
        fallback: Entity | None = None
        for number, _ in self._discourse.back(position, 12):
            for entity in self._discourse.spoken(number, position):
                if entity.kind != "body":
                    continue
                if key in entity.families or families & entity.families or (key in _ANY_BODY and entity.named):
                    return entity
                if not entity.families and fallback is None and families:
                    fallback = entity
            for occurrence in reversed(self._discourse.named(number, position)):
                if key in occurrence.entity.families:
                    return occurrence.entity
        return fallback

    def salient(
        self, position: int, group: Group | None, gender: Gender | None = None, barred: Entity | None = None
    ) -> Entity | None:
        """Return the person whom a description without further evidence takes up: the last speaker or subject.

        Someone is ruled out whose gender or whose functions in the article contradict the description.
        """
        wanted = group.gender if group else gender
        if group is None and (leading := self._discourse.leading_speaker()) is not None:
            # A portrait's hero is "le sexagénaire", not the friend who cuts in once.
            shown = self._cast.people.gender_of(leading)
            if shown == wanted or not (shown and wanted):
                return leading
        best: tuple[float, Entity] | None = None
        for number, distance in self._discourse.back(position, 8):
            if best is not None and best[0] <= distance:
                break
            spoken = self._discourse.spoken(number, position)
            for entity in [*spoken, *(self._subjects(number, position) if distance < 4 else ())]:
                if entity.kind != "person" or entity.members or not entity.named or entity is barred:
                    continue
                shown = self._cast.people.gender_of(entity)
                if (wanted and shown and shown != wanted) or (group is not None and contradicts(group, entity)):
                    continue
                # Someone who has spoken comes before someone only named, of whom the article says something else.
                cost = distance if entity in spoken else distance + (1.1 if entity.roles else 0.1)
                if best is None or cost < best[0]:
                    best = cost, entity
        if best is not None:
            return best[1]
        if group is None or not (group.places or group.mods):
            return None
        # "… a-t-il dit devant Volodymyr Zelensky. Le président ukrainien …"
        for number, _ in self._discourse.back(position, 1):
            for occurrence in reversed(self._discourse.named(number, position)):
                entity = occurrence.entity
                shown = self._cast.people.gender_of(entity)
                agrees = not (wanted and shown and shown != wanted)
                name = occurrence.name
                before = self._cast.words.fold_at(name.first - (2 if name.civility else 1))
                # Whose lawyer someone is is not whom "le procureur" means.
                owner = before in ("de", "d'")
                known = entity.roles or entity is barred or not self._cast.people.is_sure(entity)
                if entity.kind == "person" and agrees and not owner and not known:
                    return entity
        return None

    def _subjects(self, number: int, position: int) -> list[Entity]:
        """Return the first person named in a sentence where it is no complement, and no doubtful name."""
        start = self._discourse.bounds(number)[0]
        named = [o.entity for o in self._discourse.named(number, position) if not o.name.governed][:1]
        return [e for e in named if self._cast.people.is_sure(e) or e.last_before(start) == start]


# Which of two persons "la première", "le second" take up.
_ORDINALS = {"premier": 0, "premiere": 0, "second": 1, "seconde": 1}
# Nouns that take up any body at all.
_ANY_BODY = frozenset({"institution", "organisme", "organisation"})
_ORGANISED = frozenset(
    {"organisation", "syndicat", "entreprise", "parti", "media", "agence", "institut", "club", "banque"}
)
