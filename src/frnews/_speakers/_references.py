"""Whom a name or a description beside a cue refers to."""

from frnews._quotations._draft import Draft
from frnews._speakers._cast import Cast, Occurrence
from frnews._speakers._descriptions import best_person, contradicts
from frnews._speakers._discourse import Discourse
from frnews._speakers._entities import Entity
from frnews._speakers._groups import Group, group_end
from frnews._speakers._lexicon import bodies, countries, determiners, prepositions, word_set
from frnews._speakers._mentions import described, governed_in, issuer
from frnews._speakers._names import display, is_acronym
from frnews._types import Gender, Via

Reference = tuple[Entity | None, Via | None]

# Nouns for a person of whom nothing else is known but what the article has just said.
_AGES = ("genaire", "trentenaire", "centenaire")


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

    def read(self, first: int, last: int, draft: Draft | None) -> Reference:
        """Return who one mention refers to, and how.

        Args:
            first: Index of its first word.
            last: Index after its last word.
            draft: The quotation, whose own content names nobody that a description could take up.

        """
        words = self._cast.words
        source = issuer(words, first, last)
        if source is not None:
            return self.read(*source, draft)[0], "description"
        position = words.starts[first]
        if words.forms[first][0].isupper() and last - first > 1:
            whole = self._cast.people.find(
                tuple(words.folds[first:last]), civility=False, gender=None, position=position
            )
            if whole is not None:
                return whole, "name"
        within = [
            o
            for o in self._cast.within(position, words.ends[last - 1])
            if o.name.last <= last and not governed_in(words, o.name, first)
        ]
        for occurrence in within:
            if occurrence.entity.kind == "person":
                return occurrence.entity, "name"
        if within and (body := self._body(within[0], first, last)) is not None:
            return body, "name"
        group = described(words, first, last)
        if group is not None and (found := self._described(group, position, draft)) is not None:
            return found, "description"
        return self._unnamed_group(first, last, group, draft)

    def _body(self, occurrence: Occurrence, first: int, last: int) -> Entity | None:
        """Return the body that a name of a mention names, where the name is the mention's noun."""
        words, name = self._cast.words, occurrence.name
        before = range(first, name.first)
        nouns = [i for i in before if words.folds[i] not in determiners() and words.folds[i] not in prepositions()]
        if nouns and not (words.folds[nouns[0]] in bodies() and occurrence.entity.families):
            # "le porte-parole LREM", "sources Élysée": the name is an adjunct.
            return None
        if nouns:
            return occurrence.entity
        end = group_end(words, name.first, name.last - name.first, last)
        keys = tuple(words.folds[name.first : end])
        known = (
            " ".join(keys) in countries()
            or occurrence.entity.name.casefold() != " ".join(words.forms[name.first : end]).casefold()
        )
        if end == name.last and not name.determined:
            return occurrence.entity
        if end == name.last and known:
            return occurrence.entity
        shown = display(words.slice(name.first, end))
        if end == name.last and not is_acronym(shown):
            longer = self._cast.bodies.longest(keys, name.start)
            if longer is not None and self._is_title(*longer):
                shown, keys = display(words.slice(*longer)), tuple(words.folds[slice(*longer)])
        entity = self._cast.thing(shown, " ".join(keys))
        entity.forms[display(words.slice(name.first, end))] += 1
        entity.plural = entity.plural or words.folds[first] == "les"
        return entity

    def _is_title(self, first: int, last: int) -> bool:
        """Tell whether a longer group is one body's name: "Commission européenne", not "Chine de Mao"."""
        return self._cast.words.folds[first] in bodies()

    def _described(self, group: Group, position: int, draft: Draft | None) -> Entity | None:
        if group.function is not None:
            if group.plural or group.function.plural:
                return self._pair(group, position)
            if not group.definite and group.determiner:
                return None
            found = best_person(group, self._cast.people.all, position)
            if found is not None:
                return found
            if group.definite and group.function.key not in ("homologue", "porte-parole"):
                return self.salient(position, draft, group)
            return None
        if group.body is not None and group.definite and not group.plural and group.last - group.head <= 2:
            return self._known_body(group, position)
        return None

    def _pair(self, group: Group, position: int) -> Entity | None:
        """Return the two persons meant by "les deux dirigeants"."""
        words = self._cast.words
        if words.folds[group.head - 1] != "deux":
            return None
        return None if position < 0 else self.last_pair(position)

    def last_pair(self, position: int) -> Entity | None:
        """Return the last two persons named before an offset, in text order."""
        people: list[Entity] = []
        for number, _ in self._discourse.back(position, 6):
            for entity in self._discourse.spoken(number, position):
                if len(entity.members) == 2:
                    return entity
            for occurrence in reversed(self._discourse.named(number, position)):
                if occurrence.entity.kind == "person" and occurrence.entity not in people:
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
                if key in entity.families or families & entity.families:
                    return entity
                if not entity.families and fallback is None and families:
                    fallback = entity
            for occurrence in reversed(self._discourse.named(number, position)):
                if key in occurrence.entity.families:
                    return occurrence.entity
        return fallback

    def salient(
        self, position: int, draft: Draft | None, group: Group | None, gender: Gender | None = None
    ) -> Entity | None:
        """Return the person whom a description without further evidence takes up: the last speaker or subject.

        Someone is ruled out whose gender or whose functions in the article contradict the description.
        """
        wanted = group.gender if group else gender
        for number, distance in self._discourse.back(position, 3):
            spoken = self._discourse.spoken(number, position)
            named = [o.entity for o in self._discourse.named(number, position) if not o.name.governed][:1]
            for entity in [*spoken, *named]:
                if entity.kind != "person" or entity.members:
                    continue
                shown = self._cast.people.gender_of(entity)
                if wanted and shown and shown != wanted:
                    continue
                if group is not None and contradicts(group, entity):
                    continue
                if distance > 1 and entity not in spoken:
                    continue
                return entity
        return None

    def _unnamed_group(self, first: int, last: int, group: Group | None, draft: Draft | None) -> Reference:
        """Return who has no name: the describing words without their article."""
        words = self._cast.words
        determiner = words.folds[first]
        core = first
        while core < last - 1 and words.folds[core] in word_set("article"):
            core += 1
        pointing = any(words.folds[i] in word_set("pointing") for i in range(first, core))
        head = words.folds[core] if group is None else words.folds[group.head]
        if (
            group is None
            and pointing
            and (head in word_set("person_noun") or words.folds[last - 1].endswith(_AGES) or head.endswith(_AGES))
        ):
            gender: Gender | None = (
                "f" if determiner in ("la", "cette") else "m" if determiner in ("le", "ce", "cet") else None
            )
            if (found := self.salient(words.starts[first], draft, None, gender)) is not None:
                return found, "description"
        end = last
        for index in range(core + 1, last):
            if words.forms[index] in (",", "("):
                end = index
                break
        span = (core, end)
        if pointing or end - core > 2:
            longer = self._cast.bodies.longest(tuple(words.folds[core:end]), words.starts[first], before_only=False)
            if longer is not None and not self._discourse.is_quoted(words.starts[longer[0]]):
                span = longer
        shown = display(words.slice(*span))
        if not shown:
            return None, None
        if (
            words.forms[span[0]][0].isupper()
            and words.forms[span[0]][1:].islower()
            and words.starts[span[0]] == words.starts[first]
        ):
            shown = shown[0].lower() + shown[1:]
        return self.unnamed(shown, words, group, determiner), "description"

    def unnamed(self, shown: str, words: object, group: Group | None, determiner: str) -> Entity:
        """Return the record of an unnamed speaker, one for each description."""
        key = shown.casefold()
        entity = self._unnamed.get(key)
        if entity is None:
            plural = group.plural if group else determiner in ("les", "des", "ces", "ses", "leurs", "plusieurs")
            kind = "person" if group and group.function and not plural else "body" if group and group.body else "group"
            entity = Entity(kind, shown, plural=plural)  # type: ignore[arg-type]
            gender = group.gender if group else {"la": "f", "une": "f", "cette": "f"}.get(determiner)
            if gender and not plural:
                entity.votes[gender] += 1  # type: ignore[index]
            self._unnamed[key] = entity
        return entity


_ORGANISED = frozenset(
    {"organisation", "syndicat", "entreprise", "parti", "media", "agence", "institut", "club", "banque"}
)
