"""Whom a name or a description beside a cue refers to."""

from frnews._speakers._cast import Cast, Occurrence
from frnews._speakers._descriptions import GENERAL, best_person, contradicts, fits
from frnews._speakers._discourse import Discourse
from frnews._speakers._entities import FEMININE_FUNCTION, FUNCTION, Entity, EntityKind, Role
from frnews._speakers._groups import Group
from frnews._speakers._lexicon import (
    bodies,
    countries,
    determiners,
    documents,
    is_adjective,
    is_inhabitant,
    prepositions,
    word_set,
)
from frnews._speakers._mentions import described, governed_in, issuer
from frnews._speakers._names import display, is_acronym
from frnews._speakers._words import Words, fold
from frnews._types import Gender, Via

# Characters that a name can have before the word at which a mention starts.
_LONGEST_NAME = 80

Reference = tuple[Entity | None, Via | None]

# Nouns for a person of whom nothing else is known but what the article has just said.
_AGES = ("genaire", "trentenaire", "centenaire")


def _in_parentheses(keys: list[str]) -> bool:
    """Tell whether words before a name open a parenthesis that they do not close: "l'agence (Afsca)"."""
    return keys.count("(") > keys.count(")")


class References:
    """Reads the words that name speakers against the cast of an article."""

    def __init__(self, cast: Cast, discourse: Discourse) -> None:
        self._cast = cast
        self._discourse = discourse
        self._unnamed: dict[str, Entity] = {}
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

    def read(self, first: int, last: int) -> Reference:
        """Return who one mention refers to, and how.

        Args:
            first: Index of its first word.
            last: Index after its last word.

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
            return self._unnamed_group(first, last, None)
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
            return self._unnamed_group(first, last, None)
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
        if group is not None and (found := self._described(group, position)) is not None:
            self._learn(found, group, position)
            return found, "description"
        return self._unnamed_group(first, last, group)

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
        return before >= first and not occurrence.name.civility and words.folds[before] in bodies()

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

    def _described(self, group: Group, position: int) -> Entity | None:
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

    def salient(self, position: int, group: Group | None, gender: Gender | None = None) -> Entity | None:
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
                if entity.kind != "person" or entity.members or not entity.named:
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
                known = entity.roles or not self._cast.people.is_sure(entity)
                if entity.kind == "person" and agrees and not owner and not known:
                    return entity
        return None

    def _subjects(self, number: int, position: int) -> list[Entity]:
        """Return the first person named in a sentence where it is no complement, and no doubtful name."""
        start = self._discourse.bounds(number)[0]
        named = [o.entity for o in self._discourse.named(number, position) if not o.name.governed][:1]
        return [e for e in named if self._cast.people.is_sure(e) or e.last_before(start) == start]

    def _unnamed_group(self, first: int, last: int, group: Group | None) -> Reference:
        """Return who has no name: the describing words without their article."""
        words = self._cast.words
        determiner = words.folds[first]
        core = first
        while core < last - 1 and words.folds[core] in word_set("article"):
            core += 1
        pointing = any(words.folds[i] in word_set("pointing") for i in range(first, core))
        pointing = pointing or (determiner == "des" and words.fold_at(first - 1) in documents())
        head = words.folds[core]
        if head == "source" and any(words.folds[i] in ("cette", "meme") for i in range(first, core)):
            source = self._discourse.previous(words.starts[first])
            if source is not None and not source.named:
                return source, "description"
        if group is None and pointing and self._takes_up(core, last):
            gender: Gender | None = "f" if determiner in ("la", "cette") or head == "femme" else None
            gender = gender or ("m" if determiner in ("le", "ce", "cet") or head == "homme" else None)
            if (found := self._gendered(words.starts[first], gender)) is not None:
                return found, "description"
        end = self._described_end(core, last)
        if pointing and (known := self._said_shorter(core, end, words.starts[first])) is not None:
            return known, "description"
        span = (core, end)
        if pointing or end - core > 2:
            longer = self._cast.bodies.longest(tuple(words.folds[core:end]), words.starts[first])
            if longer is not None and not self._discourse.is_quoted(words.starts[longer[0]]):
                span = longer
        shown = display(words.slice(*span))
        if not shown:
            return None, None
        if span == (core, end) and head == "direction" and (place := self._house(words.starts[first])):
            shown += place
        elif span == (core, end) and determiner in ("son", "sa", "leur") and group is not None and not group.task:
            shown += self._possessor(words.starts[first])
        if (
            core == first
            and shown[0].isupper()
            and shown[1:2].islower()
            and not self._cast.within(words.starts[first], words.ends[first])
        ):
            shown = shown[0].lower() + shown[1:]
        return self._unnamed_entity(shown, group, determiner, words.starts[first]), "description"

    def _said_shorter(self, core: int, end: int, position: int) -> Entity | None:
        """Return the unnamed speaker whose description a shorter one takes up: "le collectif", "le collectif local"."""
        words = self._cast.words
        wanted = {key for key in words.folds[core:end] if len(key) > 3}
        if not wanted:
            return None
        for number, _ in self._discourse.back(position, 12):
            for entity in self._discourse.spoken(number, position):
                if entity.named or entity.members:
                    continue
                keys = Words(entity.name[:200]).folds
                if keys[:1] == [words.folds[core]] and wanted <= set(keys):
                    return entity
        return None

    def _takes_up(self, core: int, last: int) -> bool:
        """Tell whether a bare noun says something of someone known: "le quadragénaire", "la socialiste"."""
        words = self._cast.words
        noun = words.folds[core]
        if noun.startswith("ex-") and last - core == 1:
            return True
        if noun in word_set("person_noun") or any(words.folds[i].endswith(_AGES) for i in range(core, last)):
            return True
        return last - core == 1 and is_adjective(noun) and not noun.endswith("s")

    def _described_end(self, core: int, last: int) -> int:
        """Return where a description ends: at a sign, or where a document's release is told after its name."""
        words = self._cast.words
        for index in range(core + 1, last):
            if words.forms[index] in (",", "(") or self._is_circumstance(core, index):
                return index
            if index - core > 1 and words.folds[core] in documents() and words.folds[index] in word_set("issued"):
                return index
        return last

    def _is_circumstance(self, core: int, index: int) -> bool:
        """Tell whether a word starts what a mention cut too long says of when and where: "à l'issue du match"."""
        words = self._cast.words
        key = words.folds[index]
        if key == "à" and words.fold_at(index + 1) == "l'" and words.fold_at(index + 2) in ("issue", "occasion"):
            return True
        return key in word_set("circumstance") and key not in ("dans", "sur") and words.folds[core] not in documents()

    def _possessor(self, position: int) -> str:
        """Return the complement that a possessive stands for: "son porte-parole" → " de la Région", or ""."""
        words = self._cast.words
        for number, _ in self._discourse.back(position, 2):
            start, end = self._discourse.bounds(number)
            for occurrence in self._cast.within(start, min(end, position)):
                name = occurrence.name
                if name.governed:
                    continue
                shown = display(words.slice(name.first, name.last))
                if occurrence.entity.kind == "person":
                    shown = occurrence.entity.name
                    return f" d'{shown}" if fold(shown)[0] in "aeiouy" else f" de {shown}"
                if name.determined:
                    article = {"le": " du ", "les": " des ", "la": " de la ", "l'": " de l'"}.get(
                        words.folds[name.first - 1]
                    )
                    return f"{article}{shown}" if article else ""
        return ""

    def _house(self, position: int) -> str:
        """Return the complement that "Chez Renault, la direction …" gives, or ""."""
        words = self._cast.words
        start, _ = self._discourse.bounds(self._discourse.sentence_of(position))
        first, _ = words.at(start, position)
        if words.fold_at(first) != "chez":
            return ""
        named = self._cast.within(start, position)
        return f" de {display(words.slice(named[0].name.first, named[0].name.last))}" if named else ""

    def _unnamed_entity(self, shown: str, group: Group | None, determiner: str, position: int) -> Entity:
        """Return the record of an unnamed speaker, one for each description."""
        key = shown.casefold()
        entity = self._unnamed.get(key)
        if entity is None:
            plural = group.plural if group else determiner in word_set("plural_determiner")
            kind: EntityKind = "group"
            if group is not None and not plural:
                kind = "person" if group.function else "body"
            entity = Entity(kind, shown, plural=plural, named=False)
            gender: Gender | None = group.gender if group else "f" if determiner in ("la", "une", "cette") else None
            if gender and not plural:
                entity.votes[gender] += 1
            if group is not None and group.function:
                entity.roles.append(Role(group, shown, position))
            self._unnamed[key] = entity
        return entity


# Which of two persons "la première", "le second" take up.
_ORDINALS = {"premier": 0, "premiere": 0, "second": 1, "seconde": 1}
# Nouns that take up any body at all.
_ANY_BODY = frozenset({"institution", "organisme", "organisation"})
_ORGANISED = frozenset(
    {"organisation", "syndicat", "entreprise", "parti", "media", "agence", "institut", "club", "banque"}
)
