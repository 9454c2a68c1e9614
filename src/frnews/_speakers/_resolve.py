"""From the quotations found to who speaks in each."""

import re
from collections.abc import Sequence

from attrs import frozen

from frnews._draft import Draft, Offsets
from frnews._speakers._antecedents import Antecedents
from frnews._speakers._cast import Cast
from frnews._speakers._discourse import Discourse
from frnews._speakers._entities import PRONOUN, Entity
from frnews._speakers._lexicon import openers
from frnews._speakers._mentions import parts, trimmed
from frnews._speakers._pronouns import read_pronoun
from frnews._speakers._references import References
from frnews._types import Sentence, Speaker, Via

_AGREEING = re.compile(
    r"(?:\bs['’ʼ]|\b)(?:est|était|sera|serait)\s(?:\w+\s){0,2}?\w+(?:(?P<f>[éiu]e|ite|ise|inte)|(?P<m>[éiu]|it|is|int))$"
)
# Pronominal verbs whose participle does not agree with the subject tell no masculine.
_INVARIABLE = ("demandé", "promis", "permis", "rendu", "imposé")

# Words that two quotations must share at their start to be one utterance.
_REPEATED = 8
# The words of a subhead at most, the quotations under it that can explain it, and the words of each that are compared.
_SUBHEAD, _BELOW, _LONG = 12, 4, 60
_AROUND = '«»"“”‟‹› \t\u00a0\u202f\u2009'
# Verbs of an answer: someone else has spoken just before.
_ANSWERS = ("répon", "répliq", "rétorq", "ripost")


@frozen
class Resolution:
    """Who speaks in one quotation, and how that was found; None where the article does not tell."""

    speaker: Speaker | None
    via: Via | None


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
    >>> resolve_speakers(text, [], [draft])[0][0].speaker
    Speaker(name='Anne Roy', role='maire de Brest', gender='f', aliases=('Roy',), members=())

    """
    if not drafts:
        return [], ()
    found = _Resolver(text, sentences, drafts).run()
    public: dict[int, Speaker] = {}
    individuals: dict[int, Speaker] = {}
    resolutions = []
    for entity, via in found:
        if entity is None:
            resolutions.append(Resolution(None, None))
            continue
        if id(entity) not in public:
            public[id(entity)] = entity.speaker()
        for each in entity.members or (entity,):
            if id(each) not in individuals:
                individuals[id(each)] = public.setdefault(id(each), each.speaker())
        resolutions.append(Resolution(public[id(entity)], via))
    return resolutions, tuple(individuals.values())


class _Resolver:
    """One article's quotations, resolved in text order: what comes later may take up who spoke before."""

    def __init__(self, text: str, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> None:
        self._text = text
        self._drafts = drafts
        self._cast = Cast(text)
        self._discourse = Discourse(self._cast, sentences, drafts, len(text))
        self._references = References(self._cast, self._discourse)
        self._antecedents = Antecedents(self._cast, self._discourse, self._references)

    def run(self) -> list[tuple[Entity | None, Via | None]]:
        """Return each draft's speaker with how it was found."""
        found: list[tuple[Entity | None, Via | None]] = []
        said = self._said_again()
        for number, draft in enumerate(self._drafts):
            entity, via = (None, None) if number in said else self._resolve(draft)
            found.append((entity, via if entity else None))
            if entity is not None:
                anchor = draft.mention or draft.agent or draft.cue or (draft.start, draft.start)
                self._discourse.note(anchor[0], entity)
                self._read_agreement(draft, entity)
        for number, later in said.items():
            entity = found[later][0]
            found[number] = (entity, "carried_over" if entity else None)
        return found

    def _said_again(self) -> dict[int, int]:
        """Return the quotations without any words for their speaker that later ones explain: headlines, subheads."""
        bare = {
            n: self._content(d)
            for n, d in enumerate(self._drafts)
            if d.mention is None and d.agent is None and d.cue is None
        }
        if not bare:
            return {}
        attributed: dict[tuple[str, ...], int] = {}
        for number, draft in enumerate(self._drafts):
            if draft.mention is not None or draft.agent is not None:
                attributed.setdefault(self._content(draft)[:_REPEATED], number)
        found = {}
        for number, content in bare.items():
            if len(content) >= 3 and content[:_REPEATED] in attributed:
                found[number] = attributed[content[:_REPEATED]]
            elif self._is_subhead(self._drafts[number]) and (later := self._below(number, content)) is not None:
                found[number] = later
        return found

    def _is_subhead(self, draft: Draft) -> bool:
        """Tell whether a quotation is a short line of its own, within the text and without a full stop."""
        start, end = draft.start, draft.end
        while start > 0 and self._text[start - 1] in _AROUND:
            start -= 1
        while end < len(self._text) and self._text[end] in _AROUND:
            end += 1
        first, last = self._cast.words.at(draft.start, draft.end)
        alone = self._text[start - 1 : start] in ("\n", "\r") and self._text[end : end + 1] in ("\n", "\r")
        return alone and last - first <= _SUBHEAD and self._text[draft.end - 1] not in ".!?…"

    def _below(self, number: int, content: tuple[str, ...]) -> int | None:
        """Return the quotation under a subhead that repeats its words, else the first one."""
        below = [
            later
            for later in range(number + 1, min(number + 1 + _BELOW, len(self._drafts)))
            if self._drafts[later].mention is not None or self._drafts[later].agent is not None
        ]
        wanted = " ".join(content)
        for later in below:
            if wanted in " ".join(self._content(self._drafts[later], _LONG)):
                return later
        return below[0] if below else None

    def _content(self, draft: Draft, limit: int = 2 * _REPEATED) -> tuple[str, ...]:
        """Return the first words of what is said, as keys."""
        words = self._cast.words
        first, last = words.at(draft.start, draft.end)
        keys = words.folds[first : min(last, first + limit)]
        return tuple(key for key in keys if key[0].isalnum())

    def _resolve(self, draft: Draft) -> tuple[Entity | None, Via | None]:
        if draft.mention is not None:
            return self._read(draft.mention, draft)
        if draft.agent is not None:
            entity, _ = self._read(draft.agent, draft)
            if entity is not None:
                return entity, "carried_over"
        return self._antecedents.carried(draft), "carried_over"

    def _read(self, mention: Offsets, draft: Draft) -> tuple[Entity | None, Via | None]:
        pronoun = read_pronoun(self._text[mention[0] : mention[1]])
        if pronoun is not None:
            entity = self._antecedents.of_pronoun(pronoun, mention[0], draft)
            if entity is not None and pronoun.gender and entity.kind == "person" and not entity.members:
                entity.votes[pronoun.gender] += PRONOUN
            return entity, "pronoun"
        words = self._cast.words
        first, last = trimmed(words, *words.at(*mention))
        if first >= last or (last - first == 1 and words.folds[first] in openers()):
            # No noun at all: as if nothing stood beside the cue.
            return self._antecedents.carried(draft), "carried_over"
        pieces = parts(self._cast, first, last)
        asked = self._asked(draft)
        read = [self._references.read(start, end, barred=asked) for start, end in pieces if start < end]
        members = [(entity, via) for entity, via in read if entity is not None]
        if not members:
            return None, None
        if len(members) == 1:
            return members[0]
        return self._references.joint([entity for entity, _ in members]), members[0][1]

    def _asked(self, draft: Draft) -> Entity | None:
        """Return who has just spoken where a quotation answers: not the one who speaks now."""
        if draft.cue is None or not any(verb in self._text[slice(*draft.cue)] for verb in _ANSWERS):
            return None
        number = self._discourse.sentence_of(draft.start)
        before = [entity for at in (number, number - 1) for entity in self._discourse.spoken(at, draft.start)]
        return before[0] if before else None

    def _read_agreement(self, draft: Draft, entity: Entity) -> None:
        """Take the gender that the cue's participle shows ("s'est félicitée"), of one person only."""
        if draft.cue is None or draft.mention is None or entity.kind == "group":
            return
        cue = self._text[draft.cue[0] : draft.cue[1]]
        if (match := _AGREEING.search(cue)) is None:
            return
        if match["f"]:
            entity.votes["f"] += PRONOUN
        elif not cue.endswith(_INVARIABLE):
            entity.votes["m"] += 1
