"""Who is meant where no name stands beside the cue: by a pronoun, or by nothing at all."""

from collections.abc import Iterator
from itertools import pairwise

from frnews._draft import Draft, Offsets
from frnews._speakers._cast import Cast
from frnews._speakers._discourse import Discourse
from frnews._speakers._entities import Entity
from frnews._speakers._groups import group_before, group_end, read_group
from frnews._speakers._lexicon import determiners, documents, function_at, word_set
from frnews._speakers._names import Name
from frnews._speakers._pronouns import Pronoun
from frnews._speakers._references import References
from frnews._types import Gender

# What each step away from the best antecedent costs, in sentences.
_SUBJECT, _OBJECT, _COMPLEMENT, _BODY, _UNSURE = 0.2, 1.4, 2.4, 1.6, 0.4
_WINDOW = 6
# What is read over at most: words of a relative clause and of a sentence, characters of a name, words to a subject.
_CLAUSE, _SENTENCE, _NAME, _INVERTED = 40, 80, 80, 8
# Endings of nouns for several people.
_PEOPLE = ("eurs", "ants", "istes", "iens", "minots")


class Antecedents:
    """Looks back over an article for whom its pronouns and its mere quotations mean."""

    def __init__(self, cast: Cast, discourse: Discourse, references: References) -> None:
        self._cast = cast
        self._discourse = discourse
        self._references = references
        # Whom the first words of each sentence mean: asked for again by every pronoun near it.
        self._leaders: dict[int, Entity | None] = {}

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
        for order, (distance, cost, entity) in enumerate(self._candidates(pronoun, position, draft)):
            if best is not None and distance - 0.5 >= best[0]:
                break
            if entity in barred or entity.plural or entity.members:
                continue
            gender = self._cast.people.gender_of(entity)
            if pronoun.gender and gender and gender != pronoun.gender:
                continue
            if not gender:
                cost += _UNSURE
            if entity.kind != "person":
                cost += _BODY
                # A bare "Chasseurs d'Afrique" is nobody; "la CGT", and whoever has spoken, can be meant.
                if not gender and not self._discourse.has_spoken(entity):
                    continue
            if best is None or (cost, order) < best:
                best, found = (cost, order), entity
        return found if found is not None else self._ahead(draft, pronoun.gender)

    def _ahead(self, draft: Draft, gender: Gender | None) -> Entity | None:
        """Return the first person named after a quotation, up to the next sentence: "…, souffle-t-elle. Anne Roy …"."""
        number = self._discourse.sentence_of(draft.end)
        for step in (number, number + 1):
            if step >= self._discourse.count:
                break
            for occurrence in self._discourse.named(step, self._discourse.bounds(step)[1]):
                shown = self._cast.people.gender_of(occurrence.entity)
                agrees = gender is None or shown in (None, gender)
                if occurrence.entity.kind == "person" and occurrence.name.start > draft.start and agrees:
                    return occurrence.entity
        return None

    def _barred(self, draft: Draft) -> list[Entity]:
        if draft.addressee is None:
            return []
        return [o.entity for o in self._cast.within(*draft.addressee)]

    def _candidates(self, pronoun: Pronoun, position: int, draft: Draft) -> Iterator[tuple[int, float, Entity]]:
        """Yield who could be meant, how many sentences back, and with what speaks against it."""
        # A pronoun after its quotation looks back from where the quotation starts.
        position = min(position, draft.start) if draft.start < position else position
        for number, distance in self._discourse.back(position, _WINDOW):
            for entity in self._discourse.spoken(number, position):
                yield distance, distance, entity
            named = self._discourse.named(number, position)
            if pronoun.choice == "last":
                # What someone else has said counts too: "celui-ci" is whoever was named last.
                start, end = self._discourse.bounds(number)
                for step, occurrence in enumerate(reversed(self._cast.within(start, min(end, position)))):
                    if occurrence.entity.kind == "person":
                        yield distance, distance - 0.5 + 0.01 * step, occurrence.entity
                continue
            leading = self._leading(number, position)
            if leading is not None:
                yield distance, distance + _SUBJECT, leading
            first = not named or not self._has_pronoun(number, named[0].name.start)
            for occurrence in named:
                if occurrence.name.governed or self._is_inverted(occurrence.name):
                    yield distance, distance + _COMPLEMENT, occurrence.entity
                else:
                    yield distance, distance + (_SUBJECT if first and leading is None else _OBJECT), occurrence.entity
                    # "Nommé hier, Paul Roy a …": a participle with a capital is no subject.
                    first = first and not (occurrence.entity.kind == "person" or occurrence.name.determined)

    def _has_pronoun(self, number: int, before: int) -> bool:
        """Tell whether a pronoun is the subject of the clause of an offset: who is named after it is none."""
        words = self._cast.words
        first, last = words.at(self._discourse.bounds(number)[0], before)
        for index in range(last - 1, max(first, last - _CLAUSE) - 1, -1):
            if words.folds[index] in ("il", "elle"):
                return True
            if words.forms[index] == ",":
                # "Comme il l'avait promis, | Paul Roy …"
                return False
        return False

    def _is_inverted(self, name: Name) -> bool:
        """Tell whether a name is the subject of a mere relative clause: "la liste que conduit | Paul Roy"."""
        words = self._cast.words
        start = name.first - (2 if name.civility else 1)
        return words.fold_at(start - 1) in ("que", "qu'", "dont") and words.fold_at(start)[:1].isalpha()

    def _leading(self, number: int, before: int) -> Entity | None:
        """Return whom the description at the head of a sentence means: "Le président russe a …"."""
        start, end = self._discourse.bounds(number)
        if before < end:
            return self._read_leading(start, before)
        if number not in self._leaders:
            self._leaders[number] = self._read_leading(start, end)
        return self._leaders[number]

    def _read_leading(self, start: int, end: int) -> Entity | None:
        words = self._cast.words
        first, last = words.at(start, end)
        if first < last and words.folds[first] not in determiners():
            # "En entendant cela, l'ingénieur a …", "Hier, le ministre a …"
            comma = next((i for i in range(first, min(last, first + 12)) if words.forms[i] == ","), last)
            first = comma + 1
        if first >= last or words.folds[first] not in determiners() or self._discourse.is_quoted(start):
            return None
        group = read_group(words, first, last)
        if group is None or group.plural or group.function is None or group.last >= last:
            return None
        found = self._references.read(first, group.last)[0]
        if found is None or not found.named:
            # "Son fils et directeur général, Yanis, a …": the name that follows is the better one.
            for occurrence in self._cast.within(start, min(end, start + 200))[:4]:
                apposed = group_before(words, occurrence.name.first) is not None or (
                    words.folds[group.last] == "," and occurrence.name.first - group.last < 5
                )
                if apposed and occurrence.entity.kind == "person" and not occurrence.name.governed:
                    return None
        return found

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
        return self._plural_people(position)

    def _plural_people(self, position: int) -> Entity | None:
        """Return the last group of people named before an offset: "la colère des cheminots. Ils …"."""
        words = self._cast.words
        last, _ = words.at(position, position)
        for index in range(last - 2, max(-1, last - 80), -1):
            if words.folds[index] not in ("les", "des", "aux"):
                continue
            found = function_at(words, index + 1)
            if words.folds[index + 1].endswith(_PEOPLE) or (found is not None and found.plural):
                return self._references.read(index, index + 2)[0]
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
        return self._references.read(first, group_end(words, first + 1, 1, last))[0]

    def carried(self, draft: Draft) -> Entity | None:
        """Return who speaks where nothing beside the cue says so: whoever speaks already, else the evident subject."""
        position = draft.start if draft.cue is None else min(draft.start, draft.cue[0])
        if draft.cue is None and (author := self._credited(draft)) is not None:
            return author
        if draft.cue is not None and (subject := self._beside(draft.cue, draft)) is not None:
            return subject
        own = self._discourse.sentence_of(position)
        for number, distance in self._discourse.back(position, 4):
            spoken = self._discourse.spoken(number, position)
            if spoken:
                return spoken[0]
            subject = self._subject(number, position, loose=distance > 0 or number != own)
            if subject is None and draft.cue is not None:
                subject = self._first_body(number, position)
            subject = subject or self._plural_subject(number, position)
            if subject is not None:
                return subject
        found = self._discourse.previous(position)
        if found is None and draft.cue is None and draft.kind == "direct":
            found = self._ahead(draft, None)
        return found

    def _beside(self, cue: Offsets, draft: Draft) -> Entity | None:
        """Return whom the clause of a cue shows without a mention of its own."""
        return self._inverted(cue, draft) or self._relative(cue[0]) or self._awaited(cue)

    def _inverted(self, cue: Offsets, draft: Draft) -> Entity | None:
        """Return the person named after a cue that closes a quotation: "« … », a réagi | de son côté Paul Roy"."""
        if draft.kind != "direct" or cue[0] < draft.end:
            return None
        words = self._cast.words
        _, after = words.at(*cue)
        for index in range(after, min(after + _INVERTED, len(words))):
            if not words.forms[index][0].isalnum():
                return None
            for occurrence in self._cast.within(words.starts[index], words.starts[index] + 1):
                if occurrence.entity.kind == "person":
                    return None if occurrence.name.governed else occurrence.entity
        return None

    def _relative(self, position: int) -> Entity | None:
        """Return the antecedent of a relative clause that a cue goes on with: "Paul Roy, qui a ri et | accusé …"."""
        words = self._cast.words
        cue, _ = words.at(position, position)
        for index in range(cue - 1, max(1, cue - _CLAUSE), -1):
            if words.folds[index] == "qui" and words.folds[index - 1] == ",":
                end = words.ends[index - 2]
                for occurrence in self._cast.within(max(0, end - _NAME), end):
                    if occurrence.name.last == index - 1 and occurrence.entity.kind == "person":
                        return occurrence.entity
                return None
            if not words.forms[index][0].isalnum():
                return None
        return None

    def _awaited(self, cue: Offsets) -> Entity | None:
        """Return the subject after a participle at the head of its sentence: "En promettant …, | Anne Roy a …"."""
        words = self._cast.words
        first, after = words.at(*cue)
        if after == first or not words.folds[first].endswith("ant"):
            return None
        head = first - 1 if words.fold_at(first - 1) == "en" else first
        start, end = self._discourse.bounds(self._discourse.sentence_of(cue[0]))
        opening, last = words.at(start, end)
        while opening < head and not words.forms[opening][0].isalnum():
            opening += 1
        # "(AFP) En promettant …"
        if opening != head and words.fold_at(head - 1) not in (")", "-", "–", "—"):
            return None
        depth = 0
        for index in range(after, min(last - 2, after + _SENTENCE)):
            depth += (words.forms[index] in ("«", "“")) - (words.forms[index] in ("»", "”"))
            if words.forms[index] != "," or depth > 0:
                continue
            named = self._cast.within(words.starts[index + 1], words.starts[index + 1] + 1)
            if named and named[0].entity.kind == "person" and words.fold_at(named[0].name.last)[:1].isalpha():
                return named[0].entity
            if words.folds[index + 1] in determiners():
                group = read_group(words, index + 1, last)
                if group is not None and group.function is not None and words.fold_at(group.last)[:1].isalnum():
                    return self._references.read(index + 1, self._with_name(group.last, last))[0]
        return None

    def _with_name(self, index: int, last: int) -> int:
        """Return the index after the name that stands at a word, else the word's own."""
        start = self._cast.words.starts[index]
        named = self._cast.within(start, start + 1)
        return min(last, named[0].name.last) if named else index

    def _credited(self, draft: Draft) -> Entity | None:
        """Return the author whom the next sentence names: "« … » La formule est de Jean Roy."."""
        words = self._cast.words
        number = self._discourse.sentence_of(draft.end) + 1
        if number >= self._discourse.count:
            return None
        start, end = self._discourse.bounds(number)
        first, _ = words.at(start, end)
        while first < len(words) and not words.forms[first][0].isalnum():
            first += 1
        if words.fold_at(first) not in ("le", "la", "l'", "ces", "ce", "cette"):
            return None
        if words.fold_at(first + 2) not in ("est", "sont", "vient", "emane") or words.fold_at(first + 3) not in (
            "de",
            "d'",
            "signe",
            "signee",
            "celui",
            "celle",
        ):
            return None
        named = [o.entity for o in self._discourse.named(number, end) if o.entity.kind == "person"]
        return named[0] if named else None

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
            found = self._references.salient(start, None, gender)
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
            near = occurrence.name.first - first < 3 and occurrence.name.determined
            if near and not occurrence.name.governed:
                return occurrence.entity
        if loose:
            for occurrence in named:
                if occurrence.entity.kind == "person":
                    return occurrence.entity
        return None

    def _first_body(self, number: int, before: int) -> Entity | None:
        """Return the body at the head of a sentence: "Novacare supprimera …", "Le canton de Berne a écrit …"."""
        start, end = self._discourse.bounds(number)
        words = self._cast.words
        first, last = words.at(start, min(end, before))
        if first >= last:
            return None
        for occurrence in self._discourse.named(number, before)[:1]:
            # A line of its own ("Déception") is a subhead.
            heading = words.is_line_end(occurrence.name.last) or words.fold_at(occurrence.name.last) in (":", ")")
            if occurrence.name.first == first and not heading:
                return occurrence.entity
        if words.folds[first] in determiners() and words.fold_at(first + 1) in documents():
            return self._references.read(first, group_end(words, first + 1, 1, last))[0]
        group = read_group(words, first, last)
        if group is None or group.body is None or group.last >= last:
            return None
        return self._references.read(first, group.last)[0]
