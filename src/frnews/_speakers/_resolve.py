"""From the quotations found to who speaks in each."""

import re
from collections import defaultdict
from collections.abc import Sequence

from attrs import evolve, frozen

from frnews._draft import Draft
from frnews._names._cast import Cast
from frnews._names._entities import FEMININE_FUNCTION, FUNCTION, PRONOUN, Entity, Role
from frnews._speakers._choice import Answer, Choice, Link, Ranked, State, Step, best_of, latest
from frnews._speakers._queries import Query, Reading
from frnews._speakers._reading import Reader, is_label
from frnews._speakers._repeats import said_again
from frnews._speakers._scene import Scene
from frnews._types import Gender, Sentence, Speaker, Via

_AGREEING = re.compile(
    r"(?:\bs['’ʼ]|\b)(?:est|était|sera|serait)\s(?:\w+\s){0,2}?\w+(?:(?P<f>[éiu]e|ite|ise|inte)|(?P<m>[éiu]|it|is|int))$"
)
# Pronominal verbs whose participle does not agree with the subject tell no masculine.
_INVARIABLE = ("demandé", "promis", "permis", "rendu", "imposé")
# Sentences before a quotation in which a description or pronoun at the head is followed.
_FOLLOWED = 3
# Score and margin of somebody named beside the cue.
_NAMED = 10.0


@frozen
class Resolution:
    """Who speaks in one quotation, and how that was found; None where the article does not tell.

    Attributes:
        speaker: Who speaks.
        via: How the speaker was found.
        score: What the evidence on the speaker adds up to; 0.0 where nobody was found.
        margin: By how much the speaker is ahead of the next candidate.
        candidates: All who were weighed, best first; one who is named beside the cue stands alone.

    """

    speaker: Speaker | None
    via: Via | None
    score: float = 0.0
    margin: float = 0.0
    candidates: tuple[Ranked, ...] = ()


@frozen
class _Step:
    """A place of the text at which somebody is meant: a quotation, or the head of a sentence near one."""

    position: int
    number: int
    readings: tuple[Reading, ...]
    agent: tuple[Reading, ...] = ()


def resolve_speakers(
    text: str, sentences: Sequence[Sentence], drafts: Sequence[Draft]
) -> tuple[list[Resolution], tuple[Speaker, ...]]:
    """Return who speaks in each quotation.

    Args:
        text: The article.
        sentences: Its sentences.
        drafts: Its quotations, by start.

    Returns:
        One resolution for each draft in the same order, and everyone who speaks: persons and bodies one by one (those
        who speak together too), by their first quotation.

    >>> from frnews._draft import Draft
    >>> text = "Anne Roy, maire de Brest, est venue. « C'est fait », a dit Mme Roy."
    >>> draft = Draft("direct", ((39, 49),), (53, 58), (59, 66), "after")
    >>> speaker = resolve_speakers(text, [], [draft])[0][0].speaker
    >>> speaker.name, speaker.role, speaker.gender, speaker.kind, speaker.aliases
    ('Anne Roy', 'maire de Brest', 'f', 'person', ('Roy',))

    """
    if not drafts:
        return [], ()
    resolver = _Resolver(text, sentences, drafts)
    answers = resolver.run()
    learned, described = resolver.learned(answers)
    public: dict[int, Speaker] = {}
    individuals: dict[int, Speaker] = {}

    def shown(entity: Entity) -> Speaker:
        if id(entity) not in public:
            public[id(entity)] = entity.speaker(learned.get(id(entity), {}), described.get(id(entity)))
        return public[id(entity)]

    resolutions = []
    for answer in answers:
        if answer.entity is None:
            resolutions.append(Resolution(None, None, candidates=answer.ranked))
            continue
        for each in answer.entity.members or (answer.entity,):
            individuals.setdefault(id(each), shown(each))
        chosen = next((r for r in answer.ranked if r.entity is answer.entity), None)
        others = [r.score for r in answer.ranked if r.entity is not answer.entity]
        score = chosen.score if chosen else _NAMED
        margin = score - max(others) if others else _NAMED
        resolutions.append(Resolution(shown(answer.entity), answer.via, score, margin, answer.ranked))
    return resolutions, tuple(individuals.values())


class _Resolver:
    """One article's quotations: read first, then resolved in text order, a few readings of the article side by side."""

    def __init__(self, text: str, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> None:
        self._text = text
        self._drafts = drafts
        named = (d.mention[0] for d in drafts if d.mention is not None and not is_label(d, text))
        self._cast = Cast(text, frozenset(named))
        self._scene = Scene(self._cast, sentences, drafts, len(text))
        self._reader = Reader(self._cast, self._scene)
        self._again = said_again(text, self._cast.words, drafts)
        self._steps = self._read()
        self._choice = Choice(self._scene, drafts)

    def _read(self) -> list[_Step]:
        """Return all that is to be resolved, in text order."""
        steps = [
            _Step(draft.start, number, tuple(self._reader.of_draft(draft)), tuple(self._reader.of_agent(draft)))
            for number, draft in enumerate(self._drafts)
            if number not in self._again
        ]
        own = sorted(span[0] for d in self._drafts for span in (d.mention, d.agent) if span)
        near: set[int] = set()
        for draft in self._drafts:
            at = self._scene.sentence_of(min(draft.start, draft.cue[0]) if draft.cue else draft.start)
            near.update(range(max(0, at - _FOLLOWED), at + 1))
        taken = set(own)
        for number in near:
            reading = self._reader.leading(number)
            if reading is not None and reading.query is not None and reading.query.start not in taken:
                steps.append(_Step(reading.query.start, -1, (reading,)))
        steps.sort(key=lambda step: (step.position, step.number))
        return steps

    def run(self) -> list[Answer]:
        """Return each draft's speaker with how it was found."""
        states = [State()]
        for step in self._steps:
            states = self._link(states, step) if step.number < 0 else self._speak(states, step)
        answers: dict[int, Answer] = {}
        link = states[0].answers
        while link is not None:
            answers[link.answer.number] = link.answer
            link = link.before
        for number, later in self._again.items():
            found = answers.get(later)
            entity = found.entity if found is not None else None
            answers[number] = Answer(number, entity, "carried_over" if entity else None)
        return [answers[number] for number in range(len(self._drafts))]

    def _link(self, states: list[State], step: _Step) -> list[State]:
        """Return the readings of the article after a description or a pronoun of the running text."""
        query = step.readings[0].query
        assert query is not None
        found = best_of(states, lambda state: self._choice.step(query, state))
        return [self._linked(each, query) for each in found]

    def _linked(self, found: Step, query: Query) -> State:
        state, entity = found.state, found.entity
        if entity is None:
            return state
        return evolve(
            state,
            score=found.score,
            links=latest(entity, query.start, query.sentence, state.links),
            known=state.described(query, entity),
            genders=state.shown(query, entity),
        )

    def _speak(self, states: list[State], step: _Step) -> list[State]:
        """Return the readings of the article after a quotation."""
        draft = self._drafts[step.number]
        if len(step.readings) != 1 or (query := step.readings[0].query) is None:
            return [self._noted(state, state.score, draft, self._together(step, state)) for state in states]
        via = step.readings[0].via
        found = best_of(states, lambda state: self._choice.step(query, state, self._agent(step, state)))
        grown = []
        for score, state, ranked, entity in found:
            answer = Answer(step.number, entity, via if entity else None, tuple(ranked), query)
            grown.append(self._noted(state, score, draft, answer))
        return grown

    def _agent(self, step: _Step, state: State) -> Entity | None:
        """Return who is the subject of the clause above."""
        found: list[Entity] = []
        for reading in step.agent:
            entity = reading.named
            if entity is None and reading.query is not None:
                entity = state.at(reading.query.start)
                entity = entity or self._choice.best(reading.query, state)
            if entity is not None:
                found.append(entity)
        return self._choice.joint(found) if found else None

    def _together(self, step: _Step, state: State) -> Answer:
        """Return those whom a mention joins, or the one whom it names."""
        found: list[Entity] = []
        via: Via | None = None
        for reading in step.readings:
            entity = reading.named
            if entity is None and reading.query is not None:
                entity = self._choice.best(reading.query, state)
            if entity is not None:
                via = via or reading.via
                found.append(entity)
        if not found:
            return Answer(step.number, None)
        return Answer(step.number, self._choice.joint(found), via)

    def _noted(self, state: State, score: float, draft: Draft, answer: Answer) -> State:
        """Return a reading of the article after one more answer."""
        entity, query = answer.entity, answer.query
        spoken, known, genders = state.spoken, state.known, state.genders
        if entity is not None:
            anchor = draft.mention or draft.agent or draft.cue or (draft.start, draft.start)
            sentence, within = self._scene.sentence_of(draft.start), self._choice.is_within(draft)
            spoken = latest(entity, anchor[0], sentence, spoken, within=within)
            if query is not None:
                known, genders = state.described(query, entity), state.shown(query, entity)
        around = (answer.number, entity) if self._choice.holds_others(answer.number) else state.around
        return State(score, spoken, state.links, known, genders, around, Link(state.answers, answer))

    def learned(self, answers: list[Answer]) -> tuple[dict[int, defaultdict[Gender, int]], dict[int, Role]]:
        """Return the genders that pronouns, participles and descriptions show, and the functions that these give."""
        genders: dict[int, defaultdict[Gender, int]] = {}
        roles: dict[int, Role] = {}
        for draft, answer in zip(self._drafts, answers, strict=True):
            entity, query = answer.entity, answer.query
            if entity is None or entity.members or entity.plural:
                continue
            votes = genders.setdefault(id(entity), defaultdict(int))
            if query is not None and query.gender:
                weight = (
                    PRONOUN if query.wanted == "pronoun" else FEMININE_FUNCTION if query.gender == "f" else FUNCTION
                )
                votes[query.gender] += weight
            if query is not None and query.group is not None and query.group.function is not None and entity.named:
                group = query.group
                text = self._cast.words.slice(group.core, group.last)
                roles.setdefault(id(entity), Role(group, text, query.start))
            self._read_agreement(draft, votes)
        return genders, roles

    def _read_agreement(self, draft: Draft, votes: defaultdict[Gender, int]) -> None:
        """Take the gender that the cue's participle shows ("s'est félicitée"), of one person only."""
        if draft.cue is None or draft.mention is None:
            return
        cue = self._text[draft.cue[0] : draft.cue[1]]
        if (match := _AGREEING.search(cue)) is None:
            return
        if match["f"]:
            votes["f"] += PRONOUN
        elif not cue.endswith(_INVARIABLE):
            votes["m"] += 1
