"""What an article's sentences show before anybody is chosen: who is named where, in what standing, what is quoted."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest
from typing import Literal

from attrs import define

from frnews._draft import Draft, Offsets
from frnews._french._determiners import showing
from frnews._french._groups import counted_times
from frnews._french._words import CLOSING_MARKS, OPENING_MARKS, words_of
from frnews._names._cast import Cast
from frnews._names._entities import Entity
from frnews._names._group_ends import group_end
from frnews._names._groups import Group, past_quantity, read_group
from frnews._names._lexicon import bodies, determiners, documents, function_at, functions, openers, word_set
from frnews._names._names import Name
from frnews._names._words import Words, fold, without_marks
from frnews._speakers._queries import Query
from frnews._types import Sentence

Standing = Literal["subject", "object", "complement", "owner"]

# Words of a sentence that are searched for groups at most.
_LONG = 120
# Words from a description to the agent of its participle: "le maire | mis en cause par | Paul Roy".
_DONE_BY = 5
# Signs between a colon and the line that it announces, at most.
_BREAK = 6
# Letters in which the nouns for women and men differ at their end: "directrices", "directeurs".
_GENDERED = 5
# Words after which a name can be the subject of a clause.
_OPENING = frozenset(
    {",", ";", ":", "que", "qu'", "et", "mais", "ou", "alors", "»", "”", "-", "–", "—", "(", "si", "quand"}
)
_OUTER = frozenset({"des", "de", "d'", "aux", "du", "par", "a", "à", "dans", "sur", "avec", "pour", "contre", "entre"})
_WHERE = frozenset({"à", "en", "dans", "depuis", "vers", "sur", "au", "aux"})
_COUNTED = frozenset({"cents", "mille", "millions", "milliards", "euros", "points"})
_MANY = frozenset({"nombreux", "nombreuses", "autres", "divers", "diverses", "milliers", "centaines", "dizaines"})


@cache
def _denying() -> frozenset[str]:
    """Return the words that deny the noun behind "de"."""
    return words_of("negation") | {"plus", "sans"}


@cache
def _several() -> frozenset[str]:
    """Return the determiners that bring in several of whatever noun stands behind them."""
    return showing("p") - {"aux"} | {"deux", "trois"}


@cache
def _heads() -> frozenset[str]:
    """Return the words with which a group starts that a determiner of one brings in: its noun, or what stands before.

    A noun that a hyphen joins to another one ("député-maire") is none of them.
    """
    nouns = (functions(), bodies(), documents(), word_set("person_noun"), map(fold, words_of("quantity")))
    return word_set("before").union(determiners(), *nouns)


@define
class Appearance:
    """One place at which somebody is named, described or speaks.

    Attributes:
        entity: Who.
        position: Offset at which the words start.
        sentence: Number of the sentence.
        standing: Subject of its clause, another argument, a complement, or whose somebody else is ("l'avocat de X").
        quoted: Whether it stands in the content of a quotation.

    """

    entity: Entity
    position: int
    sentence: int
    standing: Standing
    quoted: bool


def merged(spans: Sequence[Offsets]) -> list[Offsets]:
    """Return spans in order, those that touch joined.

    >>> merged([(5, 9), (0, 3), (8, 12)])
    [(0, 3), (5, 12)]
    """
    joined: list[Offsets] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


class Scene:
    """An article with its cast, its sentences and its quoted stretches.

    Attributes:
        cast: Who is who in the article.
        appearances: Everyone named, by start.
        told: How many sentences up to each one hold words of the reporter's own.
        paragraphs: The number of each sentence's paragraph.

    """

    def __init__(self, cast: Cast, sentences: Sequence[Sentence], drafts: Sequence[Draft], size: int) -> None:
        self.cast = cast
        self._size = size
        self._starts = [s.start_char for s in sentences] or [0]
        self.paragraphs = [s.paragraph for s in sentences] or [0]
        quoted = merged([segment for draft in drafts for segment in draft.segments if segment[0] < segment[1]])
        self._quoted_starts = [start for start, _ in quoted]
        self._quoted_ends = [end for _, end in quoted]
        self.told = self._count_told()
        elsewhere = {id(o.entity) for o in cast.occurrences if not _is_where(cast, o.name)}
        self._places = {id(o.entity) for o in cast.occurrences} - elsewhere
        self._groups: dict[int, list[Appearance]] = {}
        self._contents: dict[int, frozenset[int]] = {}
        self._unnamed: dict[str, Entity] = {}
        self.appearances: list[Appearance] = []
        subject_of = -1
        for occurrence, following in zip_longest(cast.occurrences, cast.occurrences[1:]):
            name, sentence = occurrence.name, self.sentence_of(occurrence.name.start)
            inside = self.is_quoted(name.start)
            standing: Standing = "object"
            if name.governed and not _is_topic(cast, name):
                standing = "owner" if self._owns(name) else "complement"
            elif following is not None and following.name.first == name.last and occurrence.entity.kind == "body":
                standing = "complement"  # "le député LR | Paul Roy"
            elif sentence != subject_of or name.governed or self._opens_clause(name):
                standing = "subject"
            if standing == "subject" and not inside:
                subject_of = sentence
            self.appearances.append(Appearance(occurrence.entity, name.start, sentence, standing, inside))
        self._positions = [a.position for a in self.appearances]

    def _owns(self, name: Name) -> bool:
        """Tell whether a name says whose lawyer, son or aide somebody is: "l'avocate de | Paul Roy"."""
        before = name.first_with_civility - 1
        words = self.cast.words
        return before > 0 and words.folds[before] in ("de", "d'") and function_at(words, before - 1) is not None

    def _opens_clause(self, name: Name) -> bool:
        before = name.first_with_civility - name.determined - 1
        return self.cast.words.fold_at(before) in _OPENING

    def _count_told(self) -> list[int]:
        """Return how many sentences up to each one hold words of the reporter's own."""
        told, total = [], 0
        for number in range(len(self._starts)):
            total += not self._is_reported(number)
            told.append(total)
        return told

    def _is_reported(self, number: int) -> bool:
        start, end = self.bounds(number)
        at = bisect_right(self._quoted_starts, start + 2) - 1
        if at < 0 or self._quoted_ends[at] <= start:
            return False
        left = self.cast.words.text[self._quoted_ends[at] : min(end, self._quoted_ends[at] + 12)]
        return not any(c.isalnum() for c in left)

    def is_place(self, entity: Entity) -> bool:
        """Tell whether somebody is named only as where something is: "à Brest", "dans Paris"."""
        return entity.place or (id(entity) in self._places and not (entity.kind == "person" and entity.sure))

    def tells_of_document(self, number: int, end: int) -> bool:
        """Tell whether a sentence speaks of something written or said in it, before an offset."""
        words = self.cast.words
        first, last = words.at(self.bounds(number)[0], min(end, self.bounds(number)[1]))
        return not documents().isdisjoint(words.folds[first : min(last, first + _LONG)])

    def sentence_of(self, position: int) -> int:
        """Return the number of the sentence in which an offset lies."""
        return max(0, bisect_right(self._starts, position) - 1)

    def bounds(self, number: int) -> Offsets:
        """Return the offsets of a sentence."""
        last = number + 1 == len(self._starts)
        return self._starts[number], self._size if last else self._starts[number + 1]

    def announcing(self, number: int) -> int:
        """Return the number of the sentence whose colon announces one on a line of its own, or that one's."""
        start = self._starts[number]
        announced = number and self.paragraphs[number - 1] != self.paragraphs[number]
        before = self.cast.words.text[max(0, start - _BREAK) : start].rstrip() if announced else ""
        return number - 1 if before.endswith(":") else number

    def is_quoted(self, position: int) -> bool:
        """Tell whether an offset lies in the content of a quotation."""
        at = bisect_right(self._quoted_starts, position) - 1
        return at >= 0 and position < self._quoted_ends[at]

    def named_within(self, start: int, end: int) -> frozenset[int]:
        """Return who is named in a stretch of the text, by identity."""
        named = self.cast.within(start, end)
        return frozenset({id(occurrence.entity) for occurrence in named}) if named else frozenset()

    def named_in(self, draft: Draft) -> frozenset[int]:
        """Return who is named in the segments of a quotation, and not right behind them, by identity."""
        found = self._contents.get(id(draft))
        if found is None:
            found = frozenset()
            for start, end in draft.segments:
                if inside := self.named_within(start, end):
                    # Who is named right behind "…président|Paul Roy" is named there, wherever else.
                    found |= inside - self.named_within(end, end + 1)
            self._contents[id(draft)] = found
        return found

    def named_in_group(self, query: Query) -> frozenset[int]:
        """Return who is named in a description, or behind it as the agent of its participle, by identity.

        "Le maire soutenu | par Paul Roy | a dit"
        """
        words, cue = self.cast.words, query.draft.cue if query.draft is not None else None
        behind, before = words.at(query.end, cue[0]) if cue is not None else (0, 0)
        done_by = "par" in words.folds[behind : min(before, behind + _DONE_BY)]
        done_by = done_by and "," not in words.forms[behind:before]
        return self.named_within(query.start, words.starts[before] if done_by else query.end)

    def before(self, position: int) -> int:
        """Return how many appearances start before an offset."""
        return bisect_left(self._positions, position)

    def groups(self, number: int) -> list[Appearance]:
        """Return the groups, bodies and unnamed persons that the reporter's words of a sentence speak of."""
        if number not in self._groups:
            self._groups[number] = self._find_groups(number)
        return self._groups[number]

    def _find_groups(self, number: int) -> list[Appearance]:
        words = self.cast.words
        first, last = words.at(*self.bounds(number))
        last = min(last, first + _LONG)
        found: list[Appearance] = []
        opening, several, heads, opened, reached = determiners(), _several(), _heads(), False, first
        following = [*words.folds[first + 1 : last + 1], ""]
        for index, (key, noun) in enumerate(zip(words.folds[first:last], following, strict=False), first):
            known = key in opening and (noun in heads or key in several or "-" in noun)
            if (known or key[0].isdigit()) and index >= reached and not self.is_quoted(words.starts[index]):
                reached = self._group_at(index, last, found, number, opened)
                opened = opened or bool(found and reached > index)
        return found

    def _group_at(self, index: int, last: int, found: list[Appearance], number: int, opened: bool) -> int:
        """Add the group that starts at a determiner, and return the index after it, or its own where there is none."""
        words = self.cast.words
        key = words.folds[index]
        if key in ("de", "d'") and index and words.low_at(index - 1) in _denying():
            return index  # "le tanneur n'a pas | de successeur"
        group = read_group(words, index, last)
        core, end, plural = index + 1, 0, False
        if group is not None and group.core in self.cast.beside_names:
            return group.last  # it brings in nobody else
        around = self.cast.around(index) if words.forms[index][0].isupper() else None
        if around is not None and around.name.first < index:
            return index  # "Bruno | Le Maire"
        if counted := past_quantity(words, index + 1, last):
            group = read_group(words, counted, last)
            core, end, plural = counted, group.last if group is not None else group_end(words, counted, 1, last), True
        elif group is not None:
            core, end, plural = group.core, group.last, group.plural
        elif index + 1 < last and self._opens_unnamed(key, words.folds[index + 1]):
            core, end, plural = index + 1, group_end(words, index + 1, 1, last), False
        elif (key in _several() or key[0].isdigit()) and index + 1 < last:
            core, end, plural = self._several(index + 1, last)
        if plural and is_doublet(words, end - 1):
            end = group_end(words, end + 1, 1, last)
        if not end or end <= core or self._has_name(core, end):
            return index
        governed = words.fold_at(index - 1) in _OUTER or key in ("aux", "du", "au", "d'", "de")
        governed = governed or (key == "des" and index > 0 and words.forms[index - 1][0].isalpha())
        standing: Standing = "complement" if governed else "object" if opened else "subject"
        entity = self.unnamed(core, end, plural=plural, group=group)
        if entity is not None:
            entity.definite = entity.definite or (group is not None and group.definite and not plural)
            if group is None and key in ("un", "une") and entity.kind is None:
                entity.kind = "person"
            if group is None and entity.kind in ("person", "document"):
                entity.votes["f"] += key in showing("f")
                entity.votes["m"] += key in showing("m")
            found.append(Appearance(entity, words.starts[index], number, standing, False))
        return end

    def _opens_unnamed(self, determiner: str, noun: str) -> bool:
        """Tell whether a noun in no table of functions brings in a person ("un homme") or a document ("le rapport")."""
        if noun in documents():
            return determiner in ("un", "une", "le", "la", "l'", "ce", "cette", "son", "sa", "leur")
        return determiner in ("un", "une") and noun in word_set("person_noun")

    def _several(self, core: int, last: int) -> tuple[int, int, bool]:
        words = self.cast.words
        while core < last and (
            words.folds[core] in word_set("before") or words.folds[core] in _MANY or words.forms[core] in OPENING_MARKS
        ):
            core += 1
        if core >= last or not words.forms[core].islower() or not words.folds[core].endswith(("s", "x")):
            return core, 0, True
        if core > 0 and words.forms[core - 1] in OPENING_MARKS:
            # "les « gilets jaunes »"
            for end in range(core + 1, min(core + 5, last)):
                if words.forms[end] in CLOSING_MARKS:
                    return core, end, True
        counted = words.folds[core] in word_set("number") or words.folds[core] in _COUNTED
        counted = counted or words.low_at(core) in counted_times()
        if counted or len(words.folds[core]) < 4 or words.folds[core] in openers():
            return core, 0, True
        return core, group_end(words, core, 1, last), True

    def _has_name(self, first: int, last: int) -> bool:
        return any(not o.name.governed for o in self.cast.among(first, last))

    def unnamed(
        self, first: int, last: int, *, plural: bool, shown: str = "", group: Group | None = None
    ) -> Entity | None:
        """Return the record of somebody described in these words, one for each description of the article.

        Args:
            first: Index of the first word.
            last: Index after the last word.
            plural: Whether they describe several.
            shown: What is shown in their place.
            group: The words as a group with a known noun, which says more of whom they describe.

        """
        words = self.cast.words
        shown = shown or without_marks(words.slice(first, last))
        if not (shown[:1].isalnum() or any(c.isalnum() for c in shown)):
            return None
        if (
            first < last
            and words.forms[first][0].isupper()
            and words.forms[first][1:].islower()
            and (words.is_line_end(first - 1) or words.forms[first - 1] in (".", "?", "!", "…", "»", ":"))
            and not self.cast.at(first)
        ):
            shown = shown[0].lower() + shown[1:]
        key = fold(shown[:300])
        entity = self._unnamed.get(key)
        if entity is None:
            entity = self._unnamed[key] = Entity(
                "document" if key.split(" ", 1)[0] in documents() else "group" if plural else None,
                shown,
                plural=plural,
                named=False,
                keys=tuple(key.replace("'", "' ").split()),
            )
        if group is not None:
            entity.describe(group)
        return entity


def is_doublet(words: Words, index: int) -> bool:
    """Tell whether "et" joins the other gender of a plural noun to it: "les militantes | et militants"."""
    if words.fold_at(index + 1) != "et":
        return False
    noun, other = words.fold_at(index), words.fold_at(index + 2)
    shared = min(len(noun), len(other)) - _GENDERED
    return shared > 0 and noun != other and noun[:shared] == other[:shared]


def _is_where(cast: Cast, name: Name) -> bool:
    """Tell whether a name stands as a place: "à | Brest", "près de | Brest"."""
    key = cast.words.fold_at(name.first_with_civility - name.determined - 1)
    return key in _WHERE and not name.civility and not _is_topic(cast, name)


def _is_topic(cast: Cast, name: Name) -> bool:
    """Tell whether a name says whom the clause is about, before its subject: "Quant à | la CGT, elle …"."""
    before = name.first_with_civility
    return "quant" in cast.words.folds[max(0, before - 3) : before]
