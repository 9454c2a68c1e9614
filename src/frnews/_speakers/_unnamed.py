"""Speakers without a name, by the words that describe them: "une source policière", "les riverains"."""

from collections.abc import Callable

from frnews._speakers._cast import Cast
from frnews._speakers._discourse import Discourse
from frnews._speakers._entities import Entity, EntityKind, Role
from frnews._speakers._groups import Group
from frnews._speakers._lexicon import documents, is_adjective, word_set
from frnews._speakers._names import display
from frnews._speakers._words import Words, fold
from frnews._types import Gender, Via

# Nouns for a person of whom nothing else is known but what the article has just said.
_AGES = ("genaire", "trentenaire", "centenaire")


class Unnamed:
    """Reads descriptions of whom the article does not name.

    Args:
        cast: Who is who in the article.
        discourse: Its sentences and who has spoken so far.
        gendered: Finds the person whom a description takes up that tells nothing but a gender.

    """

    def __init__(
        self, cast: Cast, discourse: Discourse, gendered: Callable[[int, Gender | None], Entity | None]
    ) -> None:
        self._cast = cast
        self._discourse = discourse
        self._gendered = gendered
        self._known: dict[str, Entity] = {}

    def read(self, first: int, last: int, group: Group | None) -> tuple[Entity | None, Via | None]:
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
        owned = self._owner(words.starts[first]) if head == "direction" and determiner in ("leur", "sa") else ""
        if (pointing or end - core > 2) and not owned:
            longer = self._cast.bodies.longest(tuple(words.folds[core:end]), words.starts[first])
            if longer is not None and not self._discourse.is_quoted(words.starts[longer[0]]):
                span = longer
        shown = display(words.slice(*span))
        if not shown:
            return None, None
        if span == (core, end) and head == "direction" and (place := self._house(words.starts[first])):
            shown += place
        elif owned:
            shown += owned
        elif span == (core, end) and determiner in ("son", "sa", "leur") and group is not None and not group.task:
            shown += self._possessor(words.starts[first])
        if (
            core == first
            and shown[0].isupper()
            and shown[1:2].islower()
            and not self._cast.within(words.starts[first], words.ends[first])
        ):
            shown = shown[0].lower() + shown[1:]
        return self._entity(shown, group, determiner, words.starts[first]), "description"

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

    def _owner(self, position: int) -> str:
        """Return the complement that "Les salariés de Renault … leur direction" gives, or ""."""
        words = self._cast.words
        start, _ = self._discourse.bounds(self._discourse.sentence_of(position))
        for occurrence in self._cast.within(start, position):
            name = occurrence.name
            if occurrence.entity.kind == "body" and words.fold_at(name.first - 1) in ("de", "d'"):
                return f" {words.slice(name.first - 1, name.last)}"
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

    def _entity(self, shown: str, group: Group | None, determiner: str, position: int) -> Entity:
        """Return the record of an unnamed speaker, one for each description."""
        key = shown.casefold()
        entity = self._known.get(key)
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
            self._known[key] = entity
        return entity
