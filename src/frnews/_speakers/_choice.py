"""The one choice of who is meant: candidates, their evidence weighed, and a few readings of the article kept open."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from math import exp, log
from types import MappingProxyType
from typing import NamedTuple

from attrs import define, evolve, frozen

from frnews._draft import Draft, Offsets
from frnews._french._determiners import determiners_of
from frnews._names._entities import Entity, names_together
from frnews._names._lexicon import determiners, word_set
from frnews._speakers._evidence import Hearing, Seen, Trace, Witness
from frnews._speakers._gathered import AHEAD, BACK, FEW, Gathered, may_take_up
from frnews._speakers._issuers import issuer_before
from frnews._speakers._ordinals import counted_off, is_ordinal
from frnews._speakers._possessors import heads_a_body, of_possessor, owned_by, subject_of_content
from frnews._speakers._queries import Query, Wanted, pronoun_at
from frnews._speakers._scene import Appearance, Scene
from frnews._speakers._weights import weights
from frnews._types import Gender, Via

# Latest speakers that are kept.
_LATEST = 8
# Persons, and bodies, of whom the article speaks most: they can be meant wherever they were named.
_MAIN = 3
# Sentences whose unnamed groups count, and those in which two persons can be joined.
_GROUPS, _JOINED = 3, 4
# Readings of the article that are kept open.
_BEAM = 3
# How close the second candidate must come for one more reading.
_CLOSE = 0.7


@define
class Ranked:
    """A candidate with its score and what spoke for and against it.

    Attributes:
        score: What the evidence adds up to.
        entity: Who.
        trace: The evidence, each with how strongly it holds.
        wanted: What stands for the speaker, which decides the weights.
        seen: Where the candidate was seen.

    """

    score: float
    entity: Entity
    trace: Trace
    wanted: Wanted
    seen: Seen

    def weighed(self) -> list[tuple[str, float]]:
        """Return the evidence, each with what it adds to the score."""
        worth = weights(self.wanted)
        return [(name, worth[name] * value) for name, value in self.trace]

    def place(self, name: str) -> tuple[int, int] | None:
        """Return where the text shows a piece of evidence, as offsets: where the candidate is named, or None."""
        if name.startswith("itself") or name in ("person", "often named", "has spoken", "group", "people"):
            return None
        roles = [role for role in self.entity.roles if role.position]
        if (roles and "function" in name) or name.startswith(("place ", "complement ", "party ", "role")):
            return (roles[0].position, roles[0].position + len(roles[0].text)) if roles else None
        where = self.seen.ahead if "later" in name or "ahead" in name else self.seen.before
        if where is None:
            return None
        form = next((form for form in self.entity.forms), self.entity.name)
        return where.position, where.position + len(form)


@frozen
class Answer:
    """Who speaks in one quotation.

    Attributes:
        number: Number of the quotation.
        entity: Who speaks, or None.
        via: How that was found.
        ranked: The candidates, best first.
        query: What was asked of them, or None where somebody is named.

    """

    number: int
    entity: Entity | None
    via: Via | None = None
    ranked: tuple[Ranked, ...] = ()
    query: Query | None = None


@frozen(eq=False)
class Link:
    """One answer and the ones before it: what several states share stands there once."""

    before: "Link | None"
    answer: Answer


def latest(
    entity: Entity, position: int, sentence: int, before: tuple[Appearance, ...], *, within: bool = False
) -> tuple[Appearance, ...]:
    """Return the latest who speak or are meant after one more, last first; behind the last one who speaks within."""
    held = before[:1] if within else ()
    return (*held, Appearance(entity, position, sentence, "subject", within), *before[len(held) : _LATEST - 1])


@frozen(eq=False)
class State:
    """One reading of the article up to a place.

    Attributes:
        score: Logarithm of how likely its choices are.
        spoken: The latest speakers, last first.
        links: Whom the latest descriptions and pronouns of the running text mean, last first.
        known: Whom each describing noun meant last.
        genders: What pronouns have shown of those whose gender nothing else shows.
        around: The number of the last quotation in which others stand, and who says it.
        answers: The choices made, as a linked list: the one before, and the candidates of this one, best first.

    """

    score: float = 0.0
    spoken: tuple[Appearance, ...] = ()
    links: tuple[Appearance, ...] = ()
    known: Mapping[str, Entity] = MappingProxyType({})
    genders: Mapping[int, Gender] = MappingProxyType({})
    around: tuple[int, Entity | None] = (-1, None)
    answers: "Link | None" = None

    def shown(self, query: Query, entity: Entity) -> Mapping[int, Gender]:
        """Return the genders that are known after a query was found to mean somebody: a pronoun shows one."""
        gender = query.gender
        if gender is None or entity.kind != "person" or entity.gender or id(entity) in self.genders:
            return self.genders
        if entity.suggested and entity.suggested != gender:
            return self.genders  # the pronoun more likely means somebody else
        return {**self.genders, id(entity): gender}

    def described(self, query: Query, entity: Entity) -> Mapping[str, Entity]:
        """Return whom each describing noun means after a query was found to mean somebody."""
        noun = _noun(query)
        if not noun or self.known.get(noun) is entity:
            return self.known
        return {**self.known, noun: entity}

    def at(self, position: int) -> Entity | None:
        """Return whom the words at an offset were found to mean."""
        return next((a.entity for a in (*self.spoken, *self.links) if a.position == position), None)


def _noun(query: Query) -> str:
    if query.wanted != "description" or query.plural:
        return ""
    if query.group is not None and query.group.function is not None:
        return query.group.function.key
    return query.keys[0] if query.keys else ""


class Choice:
    """Ranks who may be meant."""

    def __init__(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        self._scene = scene
        self._outer = _within_others(drafts)
        self._direct = frozenset(n for n, each in enumerate(drafts) if each.kind == "direct")
        self._cued = frozenset(n for n in self._direct if drafts[n].cue is not None)
        self._holding = frozenset(self._outer.values())
        self._witness = Witness(scene)
        self._joint: dict[tuple[int, ...], Entity] = {}
        named = {id(o.entity): o.entity for o in scene.cast.occurrences}
        often = sorted(named.values(), key=lambda e: -len(e.positions))
        self._main = [entity for entity in often if entity.kind == "person"][:_MAIN]
        self._main_bodies = [entity for entity in often if entity.kind == "body" and not scene.is_place(entity)][:_MAIN]

    def joint(self, members: Iterable[Entity]) -> Entity:
        """Return those who speak together as one."""
        flat = tuple(dict.fromkeys(each for member in members for each in (member.members or (member,))))
        if len(flat) == 1:
            return flat[0]
        key = tuple(id(each) for each in flat)
        if key not in self._joint:
            names = names_together(flat)
            name = f"{', '.join(names[:-1])} et {names[-1]}"
            self._joint[key] = Entity("group", name, plural=True, members=flat)
        return self._joint[key]

    def rank(self, query: Query, state: State, agent: Entity | None = None) -> list[Ranked]:
        """Return who may be meant, best first."""
        worth = weights(query.wanted)
        known = state.known.get(_noun(query)) if query.wanted == "description" else None
        possessor, sure = self._possessor(query, state)
        if query.owned and sure:
            query = evolve(query, itself=owned_by(self._scene, query, possessor))
        hearing = Hearing(self._witness, query, known, agent)
        seen = self._candidates(query, state, agent)
        shown = self._shown(query, state, seen, possessor, sure=sure)
        ranked = []
        for each in seen:
            key = id(each.entity)
            trace = hearing.of(each, state.genders.get(key))
            if key in shown:
                trace += shown[key]
            score = 0.0
            for name, value in trace:
                score += worth[name] * value
            ranked.append(Ranked(score, each.entity, trace, query.wanted, each))
        ranked.sort(key=lambda one: -one.score)
        return ranked

    def best(self, query: Query, state: State) -> Entity | None:
        """Return who is meant most likely; None where nobody is good enough."""
        ranked = self.rank(query, state)
        return ranked[0].entity if is_answer(ranked) else None

    def _beside(self, query: Query, state: State) -> Entity | None:
        """Return who spoke last, where that was in the paragraph of a quotation without a cue."""
        if query.wanted != "none" or query.draft is None or query.draft.cue is not None or not state.spoken:
            return None
        last, paragraph = state.spoken[0], self._scene.paragraphs
        return last.entity if paragraph[last.sentence] == paragraph[query.sentence] else None

    def _around(self, query: Query, state: State) -> Entity | None:
        """Return who says the words in which another one is told to speak: "« Il m'a dit que A », raconte Paul Roy"."""
        number = self._outer.get((query.draft.start, query.draft.end)) if query.draft is not None else None
        if number is not None and number not in self._direct and query.wanted == "pronoun":
            return None  # "Paul Roy raconte qu'il a juré de se taire": the reporter's words may mean him
        return state.around[1] if number is not None and state.around[0] == number else None

    def is_within(self, draft: Draft) -> bool:
        """Tell whether a quotation stands inside a direct one with a cue, whose speaker is still the last to speak."""
        return self._outer.get((draft.start, draft.end)) in self._cued

    def holds_others(self, number: int) -> bool:
        """Tell whether other quotations stand inside of the one of this number."""
        return number in self._holding

    def _shown(
        self, query: Query, state: State, seen: Sequence[Seen], possessor: Entity | None, *, sure: bool
    ) -> dict[int, Trace]:
        """Return whom order, layout and the words around a query show, by identity, each with this evidence."""
        shown: list[tuple[str, Entity | None]] = []
        if query.last:
            places = [(each.before, each.entity) for each in seen if each.before is not None]
            fitting = [(at, entity) for at, entity in places if may_take_up(self._scene, query, entity, at)]
            first = [(at, entity) for at, entity in fitting if entity.kind != "body"] or fitting
            latest = max((at.position for at, _ in first), default=-1)
            shown += [("named last", entity) for at, entity in first if at.position == latest]
        shown += self._pointed(query, state)
        if query.kind == "person" and (possessor is None or possessor is not state.known.get(_noun(query))):
            shown += of_possessor(query, possessor, sure=sure)
        shown.append(("told it", self._told(query, state)))
        shown.append(("neighbouring quotation", self._beside(query, state)))
        shown.append(("speaks around", self._around(query, state)))
        found: dict[int, Trace] = {}
        for name, entity in shown:
            if entity is not None:
                found.setdefault(id(entity), []).append((name, 1.0))
        return found

    def _pointed(self, query: Query, state: State) -> list[tuple[str, Entity | None]]:
        """Return whom the words around a query point at, by the evidence that they are."""
        if query.awaits:
            return [("awaited", self._awaited(query))]
        if query.kind == "document":
            return [("issued it", issuer_before(self._scene, query))]
        if query.wanted == "description" and is_ordinal(query.keys):
            return [("ordinal", counted_off(self._scene, query, (*state.spoken, *state.links)))]
        if query.wanted != "none" or query.draft is None:
            return []
        if query.itself is not None:
            return [("same source", _latest_source(state))]
        if query.draft.cue is not None:
            return [("behind the cue", self._inverted(query.draft))]
        return [("credited", self._credited(query.draft))]

    def _possessor(self, query: Query, state: State) -> tuple[Entity | None, bool]:
        """Return whose "son avocat" is, and whether that is sure: whom a pronoun in its place would mean.

        Behind what he says, he may be the subject there: "Paul Roy ira en appel, a dit | son avocat".
        """
        owner = query.owner
        if owner is None or (query.kind not in ("person", "body") and not query.owned):
            return None, False
        if (subject := subject_of_content(self._scene, query)) is not None:
            return subject[0], True
        pronoun = pronoun_at(query, gender=owner.gender, plural=owner.plural, last=owner.looks_back)
        ranked = self.rank(pronoun, state)
        if heads_a_body(query.group) and (body := self._acting_body(query, ranked)) is not None:
            return body, True
        if not is_answer(ranked):
            return None, False
        return ranked[0].entity, len(ranked) < 2 or ranked[0].score - ranked[1].score > _CLOSE

    def _acting_body(self, query: Query, ranked: Sequence[Ranked]) -> Entity | None:
        """Return the body that is the subject right before an office: "L'Unsa n'a pas signé, dit | son président"."""
        scene, here = self._scene, query.sentence
        for each in ranked:
            at = each.seen.before.sentence if each.seen.subject and each.seen.before is not None else here + 1
            if at <= here and scene.told[here] - scene.told[at] < 2 and scene.paragraphs[at] == scene.paragraphs[here]:
                return each.entity if each.entity.kind == "body" else None
        return None

    def _told(self, query: Query, state: State) -> Entity | None:
        """Return who "lui" is, to whom somebody described says it: "Ana Roy s'est tue. La juge | lui | a dit que"."""
        if query.kind != "person" or query.draft is None or query.draft.cue is None:
            return None
        words = self._scene.cast.words
        first = words.first_from(query.draft.cue[0])
        if words.fold_at(first) != "lui":
            return None
        return self.best(pronoun_at(query, plural=False), state)

    def _awaited(self, query: Query) -> Entity | None:
        """Return the subject after a participle at the head of its sentence: "En promettant …, | Anne Roy a …"."""
        assert query.draft is not None
        at = self._scene.before(query.draft.end)
        for each in self._scene.appearances[at : at + FEW]:
            if each.sentence != query.sentence:
                return None
            if each.standing == "subject" and not each.quoted:
                return each.entity
        return None

    def _credited(self, draft: Draft) -> Entity | None:
        """Return whom the words after a bare quotation credit it to: "« … » La formule est de | Jean Roy"."""
        words = self._scene.cast.words
        first = words.first_from(draft.end)
        signs = range(first, min(first + 8, len(words)))
        first = next((i for i in signs if words.forms[i][0].isalnum() or words.is_line_end(i)), first)
        if words.fold_at(first) not in determiners_of("definite", "demonstrative"):
            return None
        for index in range(first + 2, min(first + 6, len(words) - 1)):
            if words.folds[index] in ("de", "d'"):
                named = self._scene.cast.at(index + 1)
                return named[0].entity if named and named[0].entity.kind == "person" else None
        return None

    def _inverted(self, draft: Draft) -> Entity | None:
        """Return the person named after a cue that closes a quotation: "« … », a réagi | de son côté Paul Roy"."""
        words = self._scene.cast.words
        if draft.cue is None or draft.kind != "direct" or draft.cue[0] < draft.end:
            return None
        after = words.first_from(draft.cue[1])
        for index in range(after, min(after + 8, len(words))):
            if not words.forms[index][0].isalnum():
                return None
            for occurrence in self._scene.cast.at(index):
                if occurrence.entity.kind == "person":
                    return None if occurrence.name.governed else occurrence.entity
        return None

    def _candidates(self, query: Query, state: State, agent: Entity | None) -> list[Seen]:
        scene, found = self._scene, Gathered(self._scene, query)
        found.add_spoken(state.spoken)
        found.add(each for each in state.links if each.position < query.position)
        at = scene.before(query.position)
        own, said = self._opening(query), len(query.keys)
        found.add_named(reversed(scene.appearances[max(0, at - BACK) : at]))
        for number in range(query.sentence, max(-1, query.sentence - _GROUPS), -1):
            if groups := [each for each in scene.groups(number) if each.position < query.position]:
                groups = [each for each in groups if each.position < own or len(each.entity.keys) >= said]
                found.add(groups if query.plural is not False else [each for each in groups if not each.entity.plural])
        found.add_ahead(scene.appearances[at : at + AHEAD])
        self._add_known(query, found)
        if query.plural:
            self._add_joined(query, found)
        if agent is not None and query.draft is not None and query.draft.agent is not None:
            found.add((Appearance(agent, query.draft.agent[0], query.sentence, "subject", False),))
        if query.itself is not None:
            found.setdefault(id(query.itself), Seen(query.itself))
        if query.wanted == "none" and state.spoken:
            found.leave_out(state.spoken[0])
        return found.seen()

    def _opening(self, query: Query) -> int:
        """Return where what a query asks starts, a determiner before it included: "de la part | d'élus"."""
        if query.wanted != "description" or query.position != query.start:
            return query.position
        words = self._scene.cast.words
        index = words.first_from(query.start)
        return words.starts[index - 1] if index and words.fold_at(index - 1) in determiners() else query.position

    def _add_known(self, query: Query, found: "Gathered") -> None:
        """Add the holders of a function that a description names, and those of whom the article speaks most."""
        people = self._scene.cast.people
        group = query.group
        more = list(self._main_bodies if query.kind in ("body", "document") else self._main)
        if group is not None and group.function is not None:
            more += islice(people.with_function(group.function, query.position), 8)
        elif query.known_family:
            more += self._scene.cast.bodies_of(query.known_family)
        for entity in more:
            if id(entity) in found or not entity.positions:
                continue
            before = entity.last_before(query.position)
            place = entity.positions[0] if before is None else before
            appearance = Appearance(
                entity, place, self._scene.sentence_of(place), "object", self._scene.is_quoted(place)
            )
            found[id(entity)] = Seen(entity, *((None, appearance) if before is None else (appearance, None)))

    def _add_joined(self, query: Query, found: "Gathered") -> None:
        """Add those named side by side, and for "les deux dirigeants" the last two named."""
        scene, words = self._scene, self._scene.cast.words
        at = scene.before(query.position)
        near = [a for a in scene.appearances[max(0, at - 16) : at] if a.sentence >= query.sentence - _JOINED]
        occurrences = scene.cast.occurrences
        pairs: list[tuple[Entity, Entity, Appearance]] = []
        of_bodies = query.pair and not (query.group is not None and query.group.function)
        of_bodies = of_bodies and (query.keys or ("",))[-1].rstrip("s") not in word_set("person_noun")
        for index in range(at - 1, max(0, at - 16), -1):
            one, other = occurrences[index - 1], occurrences[index]
            between = words.folds[one.name.last : other.name.first]
            same = one.entity.kind == other.entity.kind and (one.entity.kind == "person" or of_bodies)
            if same and len(between) < 6 and "et" in between and one.entity is not other.entity:
                pairs.append((one.entity, other.entity, scene.appearances[index - 1]))
        if query.pair:
            kind = "body" if query.kind == "group" and query.group is not None and query.group.body else "person"
            people: list[Appearance] = []
            for each in reversed(near):
                if each.entity.kind == kind and all(each.entity is not p.entity for p in people):
                    people.append(each)
            standing = [a for a in people if a.standing != "complement"]
            people = standing if len(standing) >= 2 else people
            if len(people) >= 2 and not pairs:
                pairs.append((people[1].entity, people[0].entity, people[1]))
        for one_entity, other_entity, appearance in pairs:
            entity = self.joint((one_entity, other_entity))
            found.add((evolve(appearance, entity=entity),))

    def step(self, query: Query, state: State, agent: Entity | None = None) -> list["Step"]:
        """Return the choices of whom a query means that are worth going on with, best first."""
        ranked = self.rank(query, state, agent)
        if not is_answer(ranked):
            return [Step(state.score, state, ranked, None)]
        close = [one for one in ranked[:2] if ranked[0].score - one.score <= _CLOSE]
        chances = _chances(ranked)
        return [Step(state.score + log(chances[place]), state, ranked, one.entity) for place, one in enumerate(close)]


class Step(NamedTuple):
    """One choice of whom a query means.

    Attributes:
        score: Logarithm of how likely this choice and those before it are.
        state: The reading of the article up to it.
        ranked: Who was weighed, best first.
        entity: Who was chosen, or None.

    """

    score: float
    state: State
    ranked: list[Ranked]
    entity: Entity | None


def best_of(states: Iterable[State], steps_from: Callable[[State], list[Step]]) -> list[Step]:
    """Return the likeliest choices after some states, likeliest first: as many as readings are kept open."""
    best: list[Step] = []
    for state in states:
        if len(best) < _BEAM or state.score > best[-1].score:  # no choice makes a reading likelier than it is
            best = sorted([*best, *steps_from(state)], key=lambda step: -step.score)[:_BEAM]
    return best


def _within_others(drafts: Sequence[Draft]) -> dict[Offsets, int]:
    """Return, for the quotations that stand inside another one, which that is."""
    outer: dict[Offsets, int] = {}
    number = 0
    for inner, draft in enumerate(drafts):  # by start, the longer first
        within = any(start <= draft.start and draft.end <= end for start, end in drafts[number].segments)
        if inner and within and (draft.start, draft.end) != (drafts[number].start, drafts[number].end):
            outer[draft.start, draft.end] = number
        else:
            number = inner
    return outer


def _latest_source(state: State) -> Entity | None:
    """Return whom "la même source" means: of the last two who spoke a body or a source rather than a person."""
    latest = list({id(each.entity): each.entity for each in state.spoken}.values())[:2]
    return next((entity for entity in latest if entity.kind != "person"), latest[0] if latest else None)


def is_answer(ranked: Sequence[Ranked]) -> bool:
    """Tell whether the best candidate is better than nobody."""
    return bool(ranked) and ranked[0].score >= weights(ranked[0].wanted)["nobody"]


def _chances(ranked: list[Ranked]) -> list[float]:
    """Return how likely the best two are among all that were weighed."""
    best = ranked[0].score
    raised = [exp(max(-30.0, one.score - best)) for one in ranked]
    total = sum(raised)
    return [each / total for each in raised[:2]]
