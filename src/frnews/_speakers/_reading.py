"""What the words beside a cue say by themselves: a name of the cast, or what is asked of whoever is meant."""

import re
from typing import Literal

from attrs import evolve, frozen

from frnews._draft import Draft, Offsets
from frnews._speakers._cast import Cast, Occurrence
from frnews._speakers._entities import Entity, EntityKind, Role
from frnews._speakers._groups import Group, group_before, group_end, read_group
from frnews._speakers._lexicon import (
    bodies,
    civilities,
    countries,
    determiners,
    documents,
    first_names,
    is_adjective,
    is_inhabitant,
    prepositions,
    word_set,
)
from frnews._speakers._mentions import described, governed_in, issuer, parts, trimmed
from frnews._speakers._names import display, is_acronym
from frnews._speakers._pronouns import Pronoun, read_pronoun
from frnews._speakers._scene import Scene, without_marks
from frnews._types import Gender, Via

Wanted = Literal["pronoun", "description", "none"]

# Characters that a name can have before the word at which a mention starts.
_LONGEST_NAME = 80
# Nouns for a person of whom nothing else is known but what the article has just said.
_AGES = ("genaire", "trentenaire", "centenaire")
_PERSON_ENDINGS = (
    "iste",
    "euse",
    "rice",
    "ien",
    "ienne",
    "crate",
    "logue",
    "eur",
    "ier",
    "iere",
    "ant",
    "ante",
    "aire",
)
_SHARES = frozenset({"majorite", "plupart", "moitie", "tiers", "quart", "partie", "part", "grande", "large"})
_CROWDS = frozenset({"nombreux", "nombreuses", "nombre", "plusieurs", "certains", "certaines", "quelques"})
_BEFORE_SHARE = frozenset({"seuls", "seules", "environ", "pres", "d'", "de"})
_LINKS = frozenset({"de", "des", "d'", "du", "parmi", "entre"})
_BEFORE_CUE = frozenset({"en", "tout", "apres", "avoir", "avant", "de", "d'", "pour", "sans", "s'", "se"})
_OPENERS = frozenset({"il", "elle", "celui-ci", "celle-ci", "le", "la", "l'", "ce", "cet", "cette", "son", "sa"})
_ANSWERS = re.compile("répon|répliq|rétorq|ripost", re.IGNORECASE)


@frozen
class Query:
    """What is asked of whoever is meant where no name stands.

    Attributes:
        wanted: By what somebody is meant: a pronoun, a description, or nothing at all.
        position: Offset from which is looked back.
        start: Offset of the words themselves.
        sentence: Number of the sentence in which it lies.
        draft: The quotation whose speaker is looked for, or None.
        gender: The gender that is shown, or None.
        plural: Whether several are meant; None where that is open.
        last: Whether whoever was named last is meant ("ce dernier").
        kind: What the words describe, or None where that is open.
        group: The describing noun group where its noun is known.
        determiner: Key of its determiner, or "".
        keys: Its words without the determiner, as keys.
        itself: The record of somebody without a name of whom nothing else is said, or None.
        pair: Whether just two are meant.
        answers: Whether the cue says that somebody is answered.
        end: Offset after a description.
        awaits: Whether the cue is a participle or infinitive at the head of its sentence, its subject still to come.

    """

    wanted: Wanted
    position: int
    start: int
    sentence: int
    draft: Draft | None = None
    gender: Gender | None = None
    plural: bool | None = None
    last: bool = False
    kind: EntityKind | None = None
    group: Group | None = None
    determiner: str = ""
    keys: tuple[str, ...] = ()
    itself: Entity | None = None
    pair: bool = False
    answers: bool = False
    awaits: bool = False
    end: int = 0

    @property
    def known_family(self) -> str:
        """Key of the noun for a body that is described, or ""."""
        body = self.group.body if self.group is not None and not self.plural else None
        return body.key if body is not None else ""


@frozen
class Reading:
    """One speaker of a mention: somebody named, or a query; neither where nobody can be meant ("on")."""

    named: Entity | None = None
    query: Query | None = None
    via: Via | None = None


class Reader:
    """Reads the words that stand for speakers, before any speaker is chosen.

    Args:
        cast: Who is named in the article.
        scene: Its sentences and groups.

    """

    def __init__(self, cast: Cast, scene: Scene) -> None:
        self._cast = cast
        self._scene = scene

    def of_draft(self, draft: Draft) -> list[Reading]:
        """Return what the words for a quotation's speaker say, one reading for each of those who speak together."""
        if draft.mention is not None:
            found = self._of_span(draft.mention, draft)
            if found is not None:
                return found
        return [Reading(query=self.of_nothing(draft), via="carried_over")]

    def of_nothing(self, draft: Draft) -> Query:
        """Return what a quotation asks beside which nobody is named."""
        position = draft.start if draft.cue is None else min(draft.start, draft.cue[0])
        sentence = self._scene.sentence_of(position)
        return Query("none", position, position, sentence, draft, awaits=self._awaits(draft, sentence))

    def _awaits(self, draft: Draft, sentence: int) -> bool:
        """Tell whether a cue opens its sentence as a participle or infinitive: "En promettant", "Après avoir dit"."""
        if draft.cue is None:
            return False
        words = self._cast.words
        first, last = words.at(self._scene.bounds(sentence)[0], draft.cue[0])
        if last - first > 12 or draft.cue[0] > draft.start:
            return False
        before = [key for key in words.folds[first:last] if key[0].isalnum()]
        cue, _ = words.at(*draft.cue)
        verb = words.fold_at(cue)
        # "(AFP) En promettant …"
        marked = words.fold_at(last - 1 - (before[-1:] == ["en"])) in (")", "-", "–", "—")
        if not marked and any(key not in _BEFORE_CUE for key in before):
            return False
        return verb.endswith("ant") or verb == "avoir" or before[-1:] in (["avoir"], ["de"], ["d'"], ["en"])

    def of_agent(self, draft: Draft) -> list[Reading]:
        """Return whom the subject of the clause above a quotation names, if anybody."""
        if draft.agent is None or draft.mention is not None:
            return []
        return self._of_span(draft.agent, draft) or []

    def _of_span(self, span: Offsets, draft: Draft | None) -> list[Reading] | None:
        text, words = self._cast.words.text, self._cast.words
        pronoun = read_pronoun(text[slice(*span)])
        if pronoun is not None:
            asked = self._asked(draft) if pronoun.choice == "nobody" and draft is not None else None
            return [asked or self.of_pronoun(pronoun, span[0], draft)]
        first, last = trimmed(words, *words.at(*span))
        while last - first > 1 and words.folds[first] in word_set("leading") - determiners():
            first += 1
        if first >= last or (last - first == 1 and words.folds[first] in determiners()):
            return None
        cut = [(first, last)] if self._is_document(first, last) else parts(self._cast, first, last)
        pieces = [self.of_words(*piece, draft) for piece in cut if piece[0] < piece[1]]
        return [piece for piece in pieces if piece.named or piece.query] or [Reading()]

    def _asked(self, draft: Draft) -> Reading | None:
        """Return where "on" has it from: "a-t-on appris | auprès de la mairie", "… | de source policière"."""
        words = self._cast.words
        if draft.cue is None or draft.mention is None:
            return None
        pronoun, _ = words.at(*draft.mention)
        start, _ = self._scene.bounds(self._scene.sentence_of(draft.mention[0]))
        for occurrence in self._cast.within(start, draft.mention[0])[-3:]:
            # "À l'Élysée, | on assure que …"
            name = occurrence.name
            place = words.fold_at(name.first - 1 - name.determined)
            if occurrence.entity.kind == "body" and place in ("à", "a", "au") and pronoun - name.last < 4:
                return Reading(occurrence.entity, via="name")
        _, index = words.at(*draft.cue)
        for at in range(index, min(index + 6, len(words) - 2)):
            if words.is_line_end(at) or words.forms[at] in ".?!":
                return None
            near = words.folds[at] == "aupres" and words.folds[at + 1] in ("de", "d'", "du", "des")
            near = near or (words.folds[at] == "dans" and words.fold_at(at + 2) in documents())
            if near or words.folds[at + 1] in ("source", "sources"):
                first = at + 1 + (words.folds[at + 1] in ("de", "d'"))
                last = group_end(words, first + (words.folds[first] in determiners()), 1, len(words))
                found = self._cast.within(words.starts[first], words.ends[last - 1])
                return self.of_words(first, max(last, found[-1].name.last) if found else last, draft)
        return None

    def of_pronoun(self, pronoun: Pronoun, start: int, draft: Draft | None) -> Reading:
        """Return what a pronoun asks."""
        if pronoun.choice == "nobody":
            return Reading()
        # A pronoun after its quotation looks back from where the quotation starts.
        position = min(start, draft.start) if draft is not None else start
        query = Query(
            "pronoun",
            position,
            start,
            self._scene.sentence_of(position),
            draft,
            pronoun.gender,
            pronoun.plural,
            pronoun.choice == "last",
            answers=self._answers(draft),
        )
        return Reading(query=query, via="pronoun")

    def _answers(self, draft: Draft | None) -> bool:
        return (
            draft is not None
            and draft.cue is not None
            and bool(_ANSWERS.search(self._cast.words.text[slice(*draft.cue)]))
        )

    def of_words(self, first: int, last: int, draft: Draft | None) -> Reading:
        """Return what one speaker's words say."""
        words = self._cast.words
        first = self._uncounted(first, last)
        if first >= last:
            return Reading()
        if read := self._eux(first, last, draft):
            return read
        if words.folds[first] in ("celui", "celle") or (
            words.folds[first] in ("son", "sa", "ses", "leur", "leurs")
            and last - first < 4
            and (
                words.folds[last - 1] in documents()
                or words.folds[last - 1] in ("decision", "conclusions", "calculs", "termes", "mots")
            )
        ):
            # "celui qui conduira la liste", "dans leur communiqué": whoever is spoken of.
            gender: Gender | None = {"celui": "m", "celle": "f"}.get(words.folds[first])  # type: ignore[assignment]
            pronoun = Pronoun(gender, False if gender else None, "subject")  # type: ignore[arg-type]
            return evolve(self.of_pronoun(pronoun, words.starts[first], draft), via="description")
        source = issuer(words, first, last) or self._named_issuer(first, last)
        if source is not None:
            found = self.of_words(*source, draft)
            return evolve(found, via="description")
        found_name = self._name(first, last)
        if found_name is not None:
            return Reading(found_name, via="name")
        return self._description(first, last, draft)

    def _uncounted(self, first: int, last: int) -> int:
        """Return where a group starts of which a share speaks: "81 % des | Français", "une majorité de | Français"."""
        words = self._cast.words
        index = first
        while index < last and words.folds[index] in _BEFORE_SHARE | determiners():
            index += 1
        start = index
        while index < last and (words.folds[index][0].isdigit() or words.folds[index] in ("%", "pour", "cent")):
            index += 1
        if index - start < 2 and (index > start or index >= last or words.folds[index] not in _SHARES):
            return self._crowd(first, last)
        while index < last and words.folds[index] in _SHARES:
            index += 1
        return self._past_link(index, last) or first

    def _crowd(self, first: int, last: int) -> int:
        """Return where a group starts of which many or some speak: "plusieurs | élus", "sept | Français sur dix"."""
        words = self._cast.words
        for index in range(first, min(first + 3, last - 1)):
            if words.folds[index] in _CROWDS:
                return self._past_link(index + 1, last) or first
        numbers = word_set("number") | {"un", "une", "deux"}
        if words.folds[first] not in numbers or first + 1 >= last or not words.forms[first + 1][0].isupper():
            return first
        of_many = any(
            words.folds[at] == "sur" and words.fold_at(at + 1) in numbers
            for at in range(first + 2, min(last + 2, len(words)))
        )
        return first + 1 if of_many else first

    def _past_link(self, index: int, last: int) -> int:
        """Return the index after "des", "d'entre les", or 0 where nothing is left."""
        words = self._cast.words
        while index < last and (words.folds[index] in _LINKS or words.folds[index] in determiners()):
            index += 1
        return index if index < last and (words.forms[index][0].isalpha() or words.forms[index] in '«"“') else 0

    def _eux(self, first: int, last: int, draft: Draft | None) -> Reading | None:
        # "eux", "l'un d'eux": the group that is counted.
        noun = self._cast.words.folds[last - 1]
        if noun in ("eux", "elles") and last - first < 5:
            gender: Gender = "f" if noun == "elles" else "m"
            return self.of_pronoun(Pronoun(gender, True, "subject"), self._cast.words.starts[first], draft)
        return None

    def _named_issuer(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the name set beside a document's noun: "un sondage | Elabe | pour BFMTV"."""
        words = self._cast.words
        index = first
        while index < last and words.folds[index] in determiners():
            index += 1
        if index + 1 >= last or words.folds[index] not in documents() or not words.forms[index + 1][0].isupper():
            return None
        named = self._cast.within(words.starts[index + 1], words.starts[index + 1] + 1)
        return (index + 1, min(last, named[0].name.last)) if named else None

    def _name(self, first: int, last: int) -> Entity | None:
        """Return who is named as the noun of a mention."""
        words = self._cast.words
        position = words.starts[first]
        if words.forms[first][0].isupper():
            for occurrence in self._cast.within(max(0, position - _LONGEST_NAME), position):
                if occurrence.name.first < first < occurrence.name.last and occurrence.entity.kind == "person":
                    # A mention that starts within a name: "François van | Hoobrouck".
                    return occurrence.entity
            if last - first > 1:
                keys = tuple(words.folds[first:last])
                whole = self._cast.people.find(keys, civility=False, gender=None, position=position)
                if whole is not None:
                    return whole
        if words.folds[first] in ("celui", "celle") or self._is_document(first, last):
            return None
        within = [
            o
            for o in self._cast.within(position, words.ends[last - 1])
            if o.name.last <= last
            and not governed_in(words, o.name, first)
            and not _in_parentheses(words.folds[first : o.name.first])
        ]
        for occurrence in within:
            if (
                occurrence.entity.kind == "person"
                and not self._is_adjunct(occurrence, first)
                and not self._is_inner(occurrence, first)
            ):
                return occurrence.entity
        whence = within and within[0].name.first > first and self._inhabitant(first, last)
        if within and not whence and (body := self._body(within[0], first, last)) is not None:
            return body
        group = described(words, first, last)
        if group is not None:
            return self._apposed(group, last)
        if words.folds[first] in ("son", "sa", "leur") and words.fold_at(last) == ",":
            # "Sa concurrente, | Deliroo, …"
            named = self._cast.within(words.starts[last], words.starts[min(last + 2, len(words) - 1)])
            if named and named[0].name.first == last + 1 and words.fold_at(named[0].name.last) == ",":
                return named[0].entity
        return None

    def _is_document(self, first: int, last: int) -> bool:
        words = self._cast.words
        noun = first + (words.folds[first] in determiners())
        return noun < last and words.folds[noun] in documents()

    def _is_adjunct(self, occurrence: Occurrence, first: int) -> bool:
        """Tell whether a person's name only says whose body is meant: "le cabinet Stassen"."""
        words, before = self._cast.words, occurrence.name.first - 1
        # "la conseillère d'État Stassen" names her.
        noun = before >= first and words.folds[before] in bodies() and words.forms[before].islower()
        return noun and not occurrence.name.civility and occurrence.name.parts[0] not in first_names()

    def _is_inner(self, occurrence: Occurrence, first: int) -> bool:
        """Tell whether a name only says which school, street or firm is meant: "des élèves du lycée Sainte-Marie"."""
        words, name = self._cast.words, occurrence.name
        before = words.folds[first : name.first]
        if name.civility or name.parts[0] in first_names() or len(occurrence.entity.positions) > 1:
            return False
        if not before or not words.forms[name.first - 1].islower() or len(before[-1]) < 4:
            return False
        return not {"de", "du", "des", "d'"}.isdisjoint(before) and group_before(words, name.first) is None

    def _inhabitant(self, first: int, last: int) -> bool:
        """Tell whether words only say where someone is from: "la Tessinoise", "ce Gantois de 43 ans"."""
        words = self._cast.words
        if last - first < 2 or words.folds[first] not in ("le", "la", "ce", "cette", "l'"):
            return False
        if not words.forms[first + 1][0].isupper() or not is_inhabitant(words.folds[first + 1]):
            return False
        return last - first == 2 or words.folds[first + 2] == "de"

    def _body(self, occurrence: Occurrence, first: int, last: int) -> Entity | None:
        """Return the body that a name of a mention names, where the name is the mention's noun."""
        words, name = self._cast.words, occurrence.name
        before = range(first, name.first)
        nouns = [
            i
            for i in before
            if words.folds[i] not in determiners()
            and words.folds[i] not in prepositions()
            and words.forms[i][0].isalnum()
        ]
        if nouns and (words.folds[nouns[0]] not in bodies() or occurrence.entity.kind == "person"):
            # "le porte-parole LREM", "sources Élysée": the name is an adjunct.
            return None
        end = self._body_end(name.last, last)
        keys = tuple(words.folds[name.first : end])
        if end == name.last and (nouns or not name.determined or " ".join(keys) in countries()):
            return occurrence.entity
        shown = without_marks(display(words.slice(name.first, end)))
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
            if words.folds[index] in stops or counted:
                break
            # "Le Monde du 25 janvier"
            if words.folds[index] == "du" and words.fold_at(index + 1)[:1].isdigit():
                break
            # "la France insoumise de | Jean-Luc Mélenchon"
            if words.folds[index] in ("de", "d'") and self._is_person(index + 1):
                break
            index += 1
        return index

    def _is_person(self, index: int) -> bool:
        words = self._cast.words
        if index >= len(words):
            return False
        return any(o.entity.kind == "person" for o in self._cast.within(words.starts[index], words.starts[index] + 1))

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
                role = Role(group, display(words.slice(group.core, group.last)), words.starts[group.core])
                occurrence.entity.add_role(role)
                return occurrence.entity
        return None

    def _description(self, first: int, last: int, draft: Draft | None) -> Reading:
        """Return what a describing group asks."""
        words = self._cast.words
        group = described(words, first, last)
        determiner = words.folds[first] if words.folds[first] in determiners() else ""
        core = first
        while core < last - 1 and words.folds[core] in word_set("article"):
            core += 1
        end = self._described_end(core, last)
        plural = (
            group.plural
            if group is not None
            else (determiner in word_set("plural_determiner") or (not determiner and words.folds[core].endswith("s")))
        )
        itself = self._itself(first, core, end, group, determiner, plural)
        if itself is None:
            return Reading()
        position = words.starts[first]
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
            determiner="un" if determiner == "des" and words.fold_at(first - 1) not in documents() else determiner,
            keys=tuple(words.folds[core:end]),
            itself=itself,
            end=words.ends[last - 1],
            pair=any(words.folds[i] in ("deux", "tandem", "duo") for i in range(first, min(core + 1, last))),
            answers=self._answers(draft),
        )
        return Reading(query=query, via="description")

    def _kind_and_gender(
        self, core: int, last: int, group: Group | None, determiner: str, plural: bool
    ) -> tuple[EntityKind | None, Gender | None]:
        words = self._cast.words
        gender: Gender | None = (
            "f" if determiner in ("la", "une", "cette") else "m" if determiner in ("le", "un", "ce", "cet") else None
        )
        head = words.folds[core]
        if group is not None:
            kind: EntityKind = "person" if group.function else "body"
            return ("group" if plural else kind), group.gender
        if plural:
            return "group", None
        if head in documents():
            return "document", gender
        known = head in word_set("person_noun") or any(words.folds[i].endswith(_AGES) for i in range(core, last))
        if known or (head.startswith("ex-") and last - core == 1) or self._inhabitant(core - 1, last):
            return "person", "f" if head in ("femme", "dame") else "m" if head == "homme" else gender
        if last - core == 1 and is_adjective(head):
            # "la socialiste", "le Vaudois"
            return "person", gender
        if words.forms[core].islower() and head.endswith(_PERSON_ENDINGS) and head not in word_set("small"):
            return "person", gender
        return None, gender

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

    def _itself(
        self, first: int, core: int, end: int, group: Group | None, determiner: str, plural: bool
    ) -> Entity | None:
        """Return the record of somebody unnamed: the describing words without their article."""
        words = self._cast.words
        shown = without_marks(display(words.slice(core, end)))
        place = words.starts[first]
        head = words.folds[core]
        owner = ""
        if head == "direction":
            owner = (self._owner(place) if determiner in ("leur", "sa") else "") or self._house(place)
        if owner:
            shown += owner
        elif determiner in ("son", "sa", "leur", "ses", "leurs") and not (group is not None and group.task):
            shown += self._possessor(place, group)
        elif determiner in word_set("pointing") and not plural:
            longer = self._cast.bodies.longest(tuple(words.folds[core:end]), place)
            function = group is not None and group.function is not None
            if longer is not None and not function and not self._scene.is_quoted(words.starts[longer[0]]):
                core, end = longer
                shown = without_marks(display(words.slice(core, end)))
        entity = self._scene.unnamed(core, end, plural=plural, shown=shown)
        if entity is not None and group is not None:
            entity.describe(group)
        return entity

    def _possessor(self, position: int, group: Group | None) -> str:
        """Return the complement that a possessive stands for: "son porte-parole" → " de la Région", or ""."""
        if group is None:
            known = self._cast.words.folds[self._cast.words.at(position, position)[0] + 1]
            if known not in ("entourage", "cabinet", "equipe", "service", "services", "famille", "parti", "avocat"):
                return ""
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
                shown = display(words.slice(name.first, name.last))
                if occurrence.entity.kind == "person":
                    shown = occurrence.entity.name
                    return f" d'{shown}" if shown[0] in "AEIOUYÉÈÊÂÎÔ" else f" de {shown}"
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
        first, _ = words.at(start, position)
        if words.fold_at(first) != "chez":
            return ""
        named = self._cast.within(start, position)
        return f" de {display(words.slice(named[0].name.first, named[0].name.last))}" if named else ""

    def leading(self, number: int) -> Reading | None:
        """Return the description or pronoun that opens a sentence as its subject, or None."""
        words, scene = self._cast.words, self._scene
        start, end = scene.bounds(number)
        first, last = words.at(start, end)
        while first < last and not words.forms[first][0].isalnum():
            first += 1
        if first >= last or scene.is_quoted(words.starts[first]):
            return None
        if words.folds[first] not in determiners() and words.folds[first] not in ("il", "elle", "celui-ci", "celle-ci"):
            # "En entendant cela, l'ingénieur a …", "Hier, le ministre a …"
            commas = [i for i in range(first, min(last, first + 12)) if words.forms[i] == ","]
            opening = [i + 1 for i in commas if words.fold_at(i + 1) in _OPENERS]
            first = opening[0] if opening else commas[0] + 1 if commas else last
        if first >= last or scene.is_quoted(words.starts[first]):
            return None
        if words.folds[first] in ("il", "elle", "celui-ci", "celle-ci"):
            if words.fold_at(first + 1) in word_set("impersonal"):
                return None
            pronoun = read_pronoun(words.forms[first])
            return None if pronoun is None else self.of_pronoun(pronoun, words.starts[first], None)
        if words.folds[first] not in word_set("definite"):
            return None
        group = read_group(words, first, last)
        if group is None or group.last >= last or group.plural or not group.function:
            return None
        named = self._cast.within(words.starts[first], words.ends[min(group.last + 1, last - 1)])
        if any(o.entity.kind == "person" and not governed_in(words, o.name, first) for o in named):
            return None
        if self._apposed(group, group.last) is not None:
            return None
        return self._description(first, group.last, None)


def _in_parentheses(keys: list[str]) -> bool:
    """Tell whether words before a name open a parenthesis that they do not close: "l'agence (Afsca)"."""
    return keys.count("(") > keys.count(")")
