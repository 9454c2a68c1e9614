"""What a describing group asks: "la ministre", "ce chauffagiste", "sa direction"."""

from attrs import evolve

from frnews._draft import Draft
from frnews._french._determiners import determiners_of, showing
from frnews._french._suffixes import bare_endings_of
from frnews._french._words import of_whom, singular_of
from frnews._names._cast import Cast
from frnews._names._documents import document_noun
from frnews._names._entities import Entity, EntityKind
from frnews._names._groups import Group, group_before, tells_of_many
from frnews._names._lexicon import (
    civilities,
    determiners,
    documents,
    function_at,
    is_adjective,
    is_done,
    prepositions,
    word_set,
)
from frnews._names._mentions import circle_of, described
from frnews._names._words import without_marks
from frnews._speakers._named import says_whence
from frnews._speakers._ordinals import is_ordinal
from frnews._speakers._possessors import is_relation
from frnews._speakers._pronouns import Pronoun, read_pronoun
from frnews._speakers._queries import Query, Reading, answers
from frnews._speakers._scene import Scene
from frnews._types import Gender

# Sentences within which "une autre" is another one of those described.
_SAME_KIND = 4
# Words of a series of bare nouns or adjectives, its signs with it.
_SERIES = 12


class DescriptionReader:
    """Reads describing groups.

    Args:
        cast: Who is named in the article.
        scene: Its sentences and groups.

    """

    def __init__(self, cast: Cast, scene: Scene) -> None:
        self._cast = cast
        self._scene = scene
        self._latest: tuple[Entity, int] | None = None

    def read(self, first: int, last: int, draft: Draft | None, *, one: bool = False) -> Reading:
        """Return what a describing group asks; of those of whom one is meant it is theirs: "un de | ses amis"."""
        words = self._cast.words
        group = described(words, first, last)
        whose = words.folds[first] if words.folds[first] in determiners() else ""
        determiner = words.folds[first - 2] if one else whose
        if one and group is not None:
            group = evolve(group, plural=False, gender=group.gender or ("f" if determiner == "une" else "m"))
        core = first
        while core < last - 1 and words.folds[core] in word_set("article"):
            core += 1
        end = self._described_end(core, last)
        plural = (
            group.plural
            if group is not None
            else (determiner in word_set("plural_determiner") or (not determiner and words.folds[core].endswith("s")))
        )
        plural = plural or words.fold_at(first - 1) in word_set("crowd")  # "certains | villageois"
        shown = without_marks(words.slice(core, end))
        shown = singular_of(shown) if one else shown
        itself = self._itself(first, core, end, shown, group, whose, plural)
        if itself is None:
            return Reading()
        if determiner in ("un", "une") and not plural:
            self._latest = itself, self._scene.sentence_of(words.starts[first])
        position = words.starts[first]
        owned, owner = self._owned(core, end, shown, group, whose)
        kind, gender = self._kind_and_gender(core, last, group, determiner, plural)
        back = draft.start if draft is not None and draft.start < position else position
        query = Query(
            "description",
            back,
            position,
            self._scene.sentence_of(back),
            draft,
            gender,
            plural,
            kind=kind,
            group=group,
            determiner="un" if self._brings_in(first, core, end, determiner, group) else determiner,
            keys=tuple(words.folds[core:end]),
            itself=itself,
            end=words.ends[last - 1],
            owned=owned,
            owner=owner,
            pair=any(words.folds[i] in ("deux", "tandem", "duo") for i in range(first, min(core + 1, last))),
            answers=answers(words.text, draft),
        )
        return Reading(query=query, via="description")

    def _kind_and_gender(
        self, core: int, last: int, group: Group | None, determiner: str, plural: bool
    ) -> tuple[EntityKind | None, Gender | None]:
        words = self._cast.words
        gender: Gender | None = "f" if determiner in showing("f") else "m" if determiner in showing("m") else None
        head = words.folds[core]
        if group is not None:
            kind: EntityKind = "person" if group.function else "body"
            return ("group" if plural else kind), group.gender
        if plural:
            return "group", None
        if head in documents():
            return "document", gender
        if is_ordinal(tuple(words.folds[core:last])):
            return None, gender
        inner = core
        while inner < last - 1 and words.folds[inner] in word_set("before"):
            inner += 1
        if head.endswith("ier") or last - inner == 1:
            core = inner  # "son premier | film", "la jeune | réfugiée", but "l'ancienne miss"
        ages = bare_endings_of("age")
        known = head in word_set("person_noun") or any(words.folds[i].endswith(ages) for i in range(core, last))
        if known or (head.startswith("ex-") and last - core == 1) or says_whence(words, core - 1, last):
            return "person", "f" if head in ("femme", "dame") else "m" if head == "homme" else gender
        head = words.folds[core]
        if last - core == 1 and is_adjective(head):
            # "la socialiste", "le Vaudois"
            return "person", gender
        if words.forms[core].islower() and head.endswith(bare_endings_of("person")) and head not in word_set("small"):
            return "person", gender
        return None, gender

    def _brings_in(self, first: int, core: int, end: int, determiner: str, group: Group | None) -> bool:
        """Tell whether a description brings in somebody new: "des élus", and "le maire | d'une ville de la Loire".

        A definite group whose complement is indefinite need not be known (a weak definite).
        """
        words = self._cast.words
        if determiner == "des":
            return words.fold_at(first - 1) not in documents()
        of_some = range(core + 1, min(core + 4, end - 1))
        some = any(words.folds[i] == "d'" and words.folds[i + 1] in ("un", "une") for i in of_some)
        return some and group is not None and determiner in determiners_of("definite")

    def _described_end(self, core: int, last: int) -> int:
        """Return where a description ends: at a sign, or where a document's release is told after its name."""
        words = self._cast.words
        noun = document_noun(words, core, last)
        for index in range(core + 1, last):
            if words.forms[index] == "," and self._lists_on(index, last):
                break
            if words.forms[index] in (",", "(") or self._is_circumstance(core, index):
                return index
            if words.folds[index] in ("à", "au", "aux") and self._is_told(core, index, last):
                return index
            if 0 <= noun < index and (is_done(words.low_at(index), "issued") or words.folds[index] == "portant"):
                return index
        return last

    def _lists_on(self, comma: int, last: int) -> bool:
        """Tell whether bare words in a series stand behind a comma: "les ministres français|, italien et espagnol"."""
        words, joined = self._cast.words, False
        for index in range(comma + 1, min(last, comma + _SERIES)):
            key = words.folds[index]
            if words.forms[index] == "," and words.forms[index - 1] != ",":
                continue
            joined = joined or key == "et"
            if not words.forms[index].islower() or key in determiners() or key in prepositions():
                return False
        return joined and last - comma < _SERIES

    def _is_told(self, core: int, index: int, last: int) -> bool:
        """Tell whether a word brings in to whom a person says it: "le juge | à l'ancien caissier", "… | au prévenu"."""
        words = self._cast.words
        who = function_at(words, core)
        if who is None or index < core + who.length or words.folds[index - 1] in word_set("task"):
            return False  # "l'adjoint au maire"
        noun = index + 1
        while noun < last and (words.folds[noun] in determiners() or words.folds[noun] in word_set("before")):
            noun += 1
        if noun >= last or not words.forms[noun].islower():
            return False
        return function_at(words, noun) is not None or words.folds[noun].endswith(bare_endings_of("person"))

    def _is_circumstance(self, core: int, index: int) -> bool:
        """Tell whether a word starts what a mention cut too long says of when and where: "à l'issue du match"."""
        words = self._cast.words
        key = words.folds[index]
        if key == "d'" and words.fold_at(index + 1) in ("un", "une") and words.fold_at(index + 2) in word_set("manner"):
            return True  # "la militante | d'un ton satisfait"
        if key == "à" and words.fold_at(index + 1) == "l'" and words.fold_at(index + 2) in ("issue", "occasion"):
            return True
        if key == "sur" and words.folds[core] not in documents():
            behind = index + 1 < len(words) and words.forms[index + 1][0].isupper()
            # "une élue | sur Twitter", "… | sur RTL", "neuf sondés | sur dix"
            return behind or tells_of_many(words, index) or words.fold_at(index + 1) in word_set("platform")
        named = words.forms[index][0].isupper()  # "un journaliste du Journal du | Dimanche"
        opens = key in word_set("circumstance") and key not in ("dans", "sur") and not named
        return opens and words.folds[core] not in documents()

    def _itself(
        self, first: int, core: int, end: int, shown: str, group: Group | None, determiner: str, plural: bool
    ) -> Entity | None:
        """Return the record of somebody unnamed: the describing words without their article."""
        words = self._cast.words
        place = words.starts[first]
        head = words.folds[core]
        owner = ""
        if head == "direction":
            owner = (self._owner(place) if determiner in ("leur", "sa") else "") or self._house(place)
        if owner:
            shown += owner
        elif _is_owned(group, determiner):
            shown += self._possessor(place, shared=determiner in ("leur", "leurs"))
        elif circled := self._circled(first, end):
            shown = circled
        elif words.folds[core:end] == ["autre"]:
            shown += self._of_same_kind(place)
        elif determiner in word_set("pointing") and not plural:
            if dated := self._dated(core, end):
                end = dated
                shown = without_marks(words.slice(core, end))
            longer = self._cast.bodies.longest(tuple(words.folds[core:end]), place)
            function = group is not None and group.function is not None
            if longer is not None and not function and not self._scene.is_quoted(words.starts[longer[0]]):
                core, end = longer
                shown = without_marks(words.slice(core, end))
        return self._scene.unnamed(core, end, plural=plural, shown=shown, group=group)

    def _dated(self, core: int, end: int) -> int:
        """Return the index after the year by which a document is called, or 0: "la circulaire | de 1994"."""
        words = self._cast.words
        year = words.fold_at(end + 1)
        called = words.folds[core] in documents() and words.fold_at(end) == "de" and year.isdigit() and len(year) == 4
        return end + 2 if called else 0

    def _circled(self, first: int, end: int) -> str:
        """Return a body or a group by whose it is: "l'entourage de la ministre, Ana Roy" → "entourage d'Ana Roy"."""
        words = self._cast.words
        if words.fold_at(end) != "," or end + 1 >= len(words):
            return ""
        index = min(end + 1 + (words.folds[end + 1] in civilities()), len(words) - 1)
        for occurrence in self._cast.at(index):
            outer = circle_of(words, occurrence.name, first) if occurrence.entity.kind == "person" else None
            if outer is not None and not words.fold_at(occurrence.name.last)[:1].isalnum():
                inner = group_before(words, occurrence.name.first_with_civility)
                link = inner.first - (words.fold_at(inner.first - 1) in ("de", "d'")) if inner is not None else 0
                return without_marks(words.slice(outer.core, link)) + of_whom(occurrence.entity.name) if link else ""
        return ""

    def _of_same_kind(self, position: int) -> str:
        """Return what "une autre" is another one of: "… écrit une voisine. « … », témoigne | une autre", or ""."""
        if self._latest is None or self._scene.sentence_of(position) - self._latest[1] >= _SAME_KIND:
            return ""
        return f" {self._latest[0].name.removeprefix('autre ')}"

    def _owned(
        self, core: int, end: int, shown: str, group: Group | None, determiner: str
    ) -> tuple[str, Pronoun | None]:
        """Return what is somebody's, and what stands for him: "son | avocat", "l'équipe | de ce dernier"."""
        words = self._cast.words
        for at in (end - 2, end - 1, end + 1):  # the last one where the mention ends before "de celui-ci"
            pronoun = None
            if core < at - 1 and at < len(words) and words.folds[at - 1] == "de":
                two = words.folds[at] in determiners_of("demonstrative")
                pronoun = read_pronoun(" ".join(words.folds[at : at + 1 + two]))
            if pronoun is not None and pronoun.looks_back:
                return without_marks(words.slice(core, at - 1)), pronoun
        if determiner not in determiners_of("possessive"):
            return "", None
        owner = Pronoun(None, determiner.startswith("leur"), "subject")
        return shown if _is_owned(group, determiner) else "", owner

    def _possessor(self, position: int, *, shared: bool) -> str:
        """Return the complement that a possessive stands for: "son porte-parole" → " de la Région", or "".

        What several share ("leur porte-parole") is nobody's alone.
        """
        words, scene = self._cast.words, self._scene
        sentence = scene.sentence_of(position)
        for number in (sentence, sentence - 1):
            if number < 0:
                break
            start, end = scene.bounds(number)
            for occurrence in self._cast.within(start, min(end, position)):
                name = occurrence.name
                if name.governed or scene.is_quoted(name.start):
                    continue
                shown = words.slice(name.first, name.last)
                if shared and words.fold_at(name.first - 1) != "les":
                    continue
                if occurrence.entity.kind == "person" or (occurrence.entity.families and not name.determined):
                    return of_whom(occurrence.entity.name)  # "la fondation | Helvia"
                if name.determined:
                    article = {"le": " du ", "les": " des ", "la": " de la ", "l'": " de l'"}.get(
                        words.folds[name.first - 1]
                    )
                    return f"{article}{shown}" if article else ""
        return ""

    def _owner(self, position: int) -> str:
        """Return the complement that "Les salariés de Renault … leur direction" gives, or ""."""
        words = self._cast.words
        start, _ = self._scene.bounds(self._scene.sentence_of(position))
        for occurrence in self._cast.within(start, position):
            name = occurrence.name
            if occurrence.entity.kind == "body" and words.fold_at(name.first - 1) in ("de", "d'"):
                return f" {words.slice(name.first - 1, name.last)}"
        return ""

    def _house(self, position: int) -> str:
        """Return the complement that "Chez Renault, la direction …" gives, or ""."""
        words = self._cast.words
        start, _ = self._scene.bounds(self._scene.sentence_of(position))
        first = words.first_from(start)
        if words.fold_at(first) != "chez":
            return ""
        named = self._cast.within(start, position)
        return f" de {words.slice(named[0].name.first, named[0].name.last)}" if named else ""


def _is_owned(group: Group | None, determiner: str) -> bool:
    """Tell whether a possessive stands for the complement that says who is meant: "son avocat"."""
    if group is None or determiner not in determiners_of("possessive"):
        return False
    return not group.details.task and not (group.plural and is_relation(group))
