"""Who is meant where no name stands beside the cue: by a pronoun, or by nothing at all."""

from collections.abc import Iterator
from itertools import pairwise

from frnews._quotations._draft import Draft
from frnews._speakers._cast import Cast
from frnews._speakers._discourse import Discourse
from frnews._speakers._entities import Entity
from frnews._speakers._groups import group_end, read_group
from frnews._speakers._lexicon import determiners, word_set
from frnews._speakers._pronouns import Pronoun
from frnews._speakers._references import References
from frnews._types import Gender

# What each step away from the best antecedent costs, in sentences.
_SUBJECT, _OBJECT, _COMPLEMENT, _BODY, _UNSURE = 0.2, 1.4, 2.4, 1.6, 0.4
_WINDOW = 6


class Antecedents:
    """Looks back over an article for whom its pronouns and its mere quotations mean."""

    def __init__(self, cast: Cast, discourse: Discourse, references: References) -> None:
        self._cast = cast
        self._discourse = discourse
        self._references = references

    def of_pronoun(self, pronoun: Pronoun, position: int, draft: Draft) -> Entity | None:
        """Return whom a pronoun means.

        Args:
            pronoun: What it asks for.
            position: Its offset.
            draft: The quotation that it introduces: neither who is named in its content nor the addressee is meant.

        """
        if pronoun.choice == "nobody":
            return None
        if pronoun.plural:
            return self._several(position, draft)
        barred = self._barred(draft)
        best: tuple[float, int] | None = None
        found = None
        for order, (cost, entity) in enumerate(self._candidates(pronoun, position, draft)):
            if entity in barred or entity.plural or entity.members:
                continue
            gender = self._cast.people.gender_of(entity)
            if pronoun.gender and gender and gender != pronoun.gender:
                continue
            if not gender:
                cost += _UNSURE
            if entity.kind != "person":
                cost += _BODY
            if best is None or (cost, order) < best:
                best, found = (cost, order), entity
        return found

    def _barred(self, draft: Draft) -> list[Entity]:
        if draft.addressee is None:
            return []
        return [o.entity for o in self._cast.within(*draft.addressee)]

    def _candidates(self, pronoun: Pronoun, position: int, draft: Draft) -> Iterator[tuple[float, Entity]]:
        """Yield who could be meant, with what speaks against it."""
        # A pronoun after its quotation looks back from where the quotation starts.
        position = min(position, draft.start) if draft.start < position else position
        for number, distance in self._discourse.back(position, _WINDOW):
            for entity in self._discourse.spoken(number, position):
                yield distance, entity
            named = self._discourse.named(number, position)
            if pronoun.choice == "last":
                for step, occurrence in enumerate(reversed(named)):
                    if occurrence.entity.kind == "person":
                        yield distance - 0.5 + 0.01 * step, occurrence.entity
                continue
            leading = self._leading(number, position)
            if leading is not None:
                yield distance + _SUBJECT, leading
            first = True
            for occurrence in named:
                if occurrence.name.governed:
                    yield distance + _COMPLEMENT, occurrence.entity
                else:
                    yield distance + (_SUBJECT if first and leading is None else _OBJECT), occurrence.entity
                    first = False

    def _leading(self, number: int, before: int) -> Entity | None:
        """Return whom the description at the head of a sentence means: "Le président russe a …"."""
        start, end = self._discourse.bounds(number)
        words = self._cast.words
        first, last = words.at(start, min(end, before))
        if first >= last or words.folds[first] not in determiners() or self._discourse.is_quoted(start):
            return None
        group = read_group(words, first, last)
        if group is None or not group.definite or group.function is None or group.last >= last:
            return None
        return self._references.read(first, group.last, None)[0]

    def _several(self, position: int, draft: Draft) -> Entity | None:
        """Return whom "ils" means: those who spoke together, a plural subject, or the last two persons joined."""
        position = min(position, draft.start)
        for number, _ in self._discourse.back(position, _WINDOW):
            for entity in self._discourse.spoken(number, position):
                if entity.plural:
                    return entity
            if (joined := self._joined(number, position)) is not None:
                return joined
            if (plural := self._plural_subject(number, position)) is not None:
                return plural
        return None

    def _joined(self, number: int, before: int) -> Entity | None:
        words = self._cast.words
        named = [o for o in self._discourse.named(number, before) if o.entity.kind == "person"]
        for one, other in pairwise(named):
            between = words.folds[one.name.last : other.name.first]
            if "et" in between and len(between) < 6 and not one.name.governed:
                return self._references.joint([one.entity, other.entity])
        return None

    def _plural_subject(self, number: int, before: int) -> Entity | None:
        start, end = self._discourse.bounds(number)
        words = self._cast.words
        first, last = words.at(start, min(end, before))
        if first + 1 >= last or words.folds[first] not in ("les", "des", "plusieurs", "ces", "ses", "leurs"):
            return None
        if self._discourse.is_quoted(words.starts[first]):
            return None
        return self._references.read(first, group_end(words, first + 1, 1, last), None)[0]

    def carried(self, draft: Draft) -> Entity | None:
        """Return who speaks where nothing beside the cue says so: whoever speaks already, else the evident subject."""
        position = draft.start if draft.cue is None else min(draft.start, draft.cue[0])
        own = self._discourse.sentence_of(position)
        for number, distance in self._discourse.back(position, 4):
            spoken = self._discourse.spoken(number, position)
            if spoken:
                return spoken[0]
            subject = self._subject(number, position, loose=distance > 0 or number != own)
            if subject is not None:
                return subject
        return self._discourse.previous(position)

    def _subject(self, number: int, before: int, *, loose: bool) -> Entity | None:
        """Return the evident subject of a sentence: a description or pronoun at its head, else the first name."""
        start, end = self._discourse.bounds(number)
        words = self._cast.words
        first, last = words.at(start, min(end, before))
        if first >= last:
            return None
        if (
            words.folds[first] in ("il", "elle")
            and words.fold_at(first + 1) not in word_set("impersonal")
            and start > 0
        ):
            gender: Gender = "f" if words.folds[first] == "elle" else "m"
            found = self._references.salient(start, None, None, gender)
            if found is not None:
                return found
        leading = self._leading(number, before)
        if leading is not None:
            return leading
        named = self._discourse.named(number, before)
        for occurrence in named:
            if not occurrence.name.governed and occurrence.entity.kind == "person":
                return occurrence.entity
        for occurrence in named:
            if not occurrence.name.governed and occurrence.name.first - first < 3 and occurrence.name.determined:
                return occurrence.entity
        if loose:
            for occurrence in named:
                if occurrence.entity.kind == "person":
                    return occurrence.entity
        return None
