"""Which names name the same person: full name, surname, "M. X", initials, first name."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from frnews._french._first_names import first_names, is_first_name
from frnews._french._remembered import LONGEST_WORD
from frnews._names._acronyms import is_acronym
from frnews._names._entities import PRONOUN, Entity
from frnews._names._lexicon import Function, word_set
from frnews._names._names import Name
from frnews._names._words import Words, fold
from frnews._types import Gender

# Names that one surname can stand for at once; beyond it only the latest count, so that time stays linear.
_MAX_NAMESAKES = 8
_MAX_HOLDERS = 12
# Shorter first names that differ by a letter are two names: "Jean" and "Joan".
_SHORTEST_SPELLING = 5

Pieces = tuple[str, ...]


def sortable(parts: Pieces) -> Pieces:
    """Return the pieces by which names are compared: hyphens, dots and particles taken apart.

    >>> sortable(("j.-l.", "melenchon")), sortable(("jean-luc", "melenchon"))
    (('j', 'l', 'melenchon'), ('jean', 'luc', 'melenchon'))
    """
    return tuple(chain.from_iterable(map(_pieces, parts)))


@lru_cache(maxsize=1 << 12)
def _pieces(part: str) -> Pieces:
    plain = fold(part[:LONGEST_WORD]).replace(".", "-").replace("'", "-").replace("/", "-")
    return tuple(piece for piece in plain.split("-") if piece and piece not in word_set("particle"))


def suggested_gender(pieces: Pieces) -> Gender | None:
    """Return the gender that a first name suggests, for choosing between persons only.

    >>> suggested_gender(("angela", "merkel")), suggested_gender(("claude", "bartolone"))
    ('f', None)
    """
    return first_names().get(pieces[0]) if len(pieces) > 1 else None


def same_person(one: Pieces, other: Pieces) -> bool:
    """Tell whether two full names can name one person.

    >>> same_person(("j", "l", "melenchon"), ("jean", "luc", "melenchon"))
    True
    >>> same_person(("marine", "le", "pen"), ("jean", "marie", "le", "pen"))
    False
    """
    short, long = sorted((one, other), key=len)
    if len(short) < 2 or short[-1] != long[-1] or not _first_fits(short[0], long[0]):
        return False
    rest = iter(long[1:-1])
    return all(any(_first_fits(piece, candidate) for candidate in rest) for piece in short[1:-1])


def _first_fits(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0]) or _same_but_for_a_letter(one, other)


def _same_but_for_a_letter(one: str, other: str) -> bool:
    """Tell whether two first names are spellings of one: "Zeinabou" and "Zeynabou", "Mohammed" and "Mohamed".

    >>> pairs = (("mohammed", "mohamed"), ("zeinabou", "zeynabou"), ("louis", "louise"), ("cheick", "cheik"))
    >>> [_same_but_for_a_letter(*pair) for pair in pairs]
    [True, True, False, True]
    """
    shorter = min(len(one), len(other))
    if abs(len(one) - len(other)) > 1 or shorter < _SHORTEST_SPELLING:
        return False
    if one in first_names() and other in first_names() and first_names()[one] != first_names()[other]:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), shorter)
    # The last letter may tell another gender ("Adriano", "Adriana"; "Louis", "Louise").
    return at < max(len(one), len(other)) - 1 and (
        one[at + 1 :] == other[at + 1 :] or one[at + 1 :] == other[at:] or one[at:] == other[at + 1 :]
    )


class People:
    """The persons of one article and the names that lead to them."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._full: dict[Pieces, Entity] = {}
        self._pieces: dict[int, Pieces] = {}
        self._by_tail: dict[Pieces, list[Entity]] = {}
        self._by_first: dict[str, list[Entity]] = {}
        self._middle: dict[str, list[Entity]] = {}
        self._by_initials: dict[str, list[Entity]] = {}
        self._holders: dict[str, list[Entity]] = {}
        self._handles: dict[str, Entity] | None = None

    def add_full(self, names: Iterable[Name]) -> None:
        """Take in the names of at least two parts, those that can be but a surname last."""
        surnames: list[tuple[Pieces, str]] = []
        named = [(name, sortable(name.parts)) for name in names]
        # "Awa Fatou" for Awa Fatou Ba, "Jean de Dieu" for Jean de Dieu Zongo, not "Luc Roy" for "Luc Roy Berne".
        longer = {pieces[:size] for _, pieces in named for size in range(2, len(pieces))}
        # "Mme Affoué N'Dri" for Affoué N'Dri Clémentine: the surname stands first
        turned = {p[:-1] for _, p in named if p and is_first_name(p[-1])}  # particles alone have no pieces
        starts = {
            p
            for n, p in named
            if p in longer
            and (
                is_first_name(p[-1])
                or (len(p) == 2 and n.parts[1:2] == ("de",))
                or (n.civility and n.parts[1:] and p in turned)
            )
        }
        for name, pieces in named:
            # "F. M." in an interview is no name of its own.
            if len(pieces) < 2 or not any(len(piece) > 1 for piece in pieces):
                continue
            shown = self._words.slice(name.first, name.last)
            if name.civility or len(name.parts) == 1 or not is_first_name(name.parts[0]) or pieces in starts:
                surnames.append((pieces, shown))
            else:
                self._add(pieces, shown)
        # "M. Nadeau-Dubois" is Gabriel Nadeau-Dubois, whichever of them comes first; so is "Affi N'Guessan" whose
        # first name stands elsewhere. The longer names come first.
        for pieces, shown in sorted(surnames, key=lambda one: -len(one[0])):
            if not self._by_tail.get(pieces) and not (pieces in starts and self._by_first.get(" ".join(pieces))):
                self._add(pieces, shown)

    def is_known(self, key: str) -> bool:
        """Tell whether somebody is named in full with a word for first or last name."""
        return key in self._by_first or key in self._middle

    def whole(self, parts: Pieces, shown: str) -> Entity:
        """Return who has a full name that the text puts together from two: "Mariam [et Kadiatou] Sylla"."""
        return self._add(sortable(parts), shown)

    def add_other(self, parts: Pieces, entity: Entity) -> None:
        """Let another name of a person lead to them: a nickname."""
        if pieces := sortable(parts):
            self._full[pieces] = entity

    def _add(self, pieces: Pieces, shown: str) -> Entity:
        known = self._full.get(pieces)
        if known is not None:
            # "Clotilde VERNAY" in an interview is Clotilde Vernay elsewhere.
            if _shouts(known.name) and not _shouts(shown):
                known.name = shown
            return known
        for entity in self._by_tail.get(pieces[-1:], ()):
            mine = self._pieces[id(entity)]
            if same_person(pieces, mine):
                if (sum(len(p) > 1 for p in pieces), len(pieces)) > (sum(len(p) > 1 for p in mine), len(mine)):
                    entity.name = shown
                    self._pieces[id(entity)] = pieces
                self._index(pieces, entity)
                return entity
        entity = Entity("person", shown)
        self._pieces[id(entity)] = pieces
        self._index(pieces, entity)
        return entity

    def _index(self, pieces: Pieces, entity: Entity) -> None:
        self._full[pieces] = entity
        for at in range(1, len(pieces)):
            _put(self._by_tail, pieces[at:], entity)
            _put(self._middle, pieces[at], entity)
        _put(self._by_first, pieces[0], entity)
        _put(self._by_initials, "".join(piece[0] for piece in pieces), entity)
        for at in range(2, len(pieces)):
            # "Jean-Luc" alone, "Xi" for Xi Jinping.
            _put(self._by_first, " ".join(pieces[:at]), entity)

    def find(self, parts: tuple[str, ...], *, gender: Gender | None, position: int) -> Entity | None:
        """Return whom a name leads to.

        Args:
            parts: The name's parts, keys.
            gender: The gender that it must not contradict, or None.
            position: Where it stands: of several namesakes the latest named before it is meant.

        Returns:
            The person, or None where the article has no fuller name for it.

        """
        pieces = sortable(parts)
        if not pieces:
            return None
        if pieces in self._full:
            return self._full[pieces]
        if len(pieces) > 1 and all(len(piece) == 1 for piece in pieces):
            # The turns of an interview: "F. M. : …"
            return self._nearest(self._by_initials.get("".join(pieces), []), gender, position)
        found = self._by_tail.get(pieces)
        if not found and len(pieces) > 1:
            near = self._by_tail.get(pieces[-1:], ())
            found = [e for e in near if same_person(pieces, self._pieces[id(e)])]
        if not found and len(pieces) == 1:
            found = self._by_first.get(pieces[0]) or self._middle.get(pieces[0])
        elif not found:
            found = self._by_first.get(" ".join(pieces))
        return self._nearest(found or [], gender, position)

    def _nearest(self, found: list[Entity], gender: Gender | None, position: int) -> Entity | None:
        if gender is not None:
            fitting = [e for e in found if gender == e.gender or self.gender_of(e) in (None, gender)]
            found = fitting or []
        if not found:
            return None

        def key(entity: Entity) -> tuple[bool, int]:
            before = entity.last_before(position)
            return before is not None, before if before is not None else -(entity.positions or [0])[0]

        return max(found, key=key)

    def of_handle(self, handle: str) -> Entity | None:
        """Return whom a handle names that is the name run together ("@MarleneSchiappa", "@roy_anne"), or None."""
        if self._handles is None:
            turned = {"".join(reversed(pieces)): entity for pieces, entity in self._full.items()}
            self._handles = turned | {"".join(pieces): entity for pieces, entity in self._full.items()}
        return self._handles.get(handle.replace("_", ""))

    def suggested(self, entity: Entity) -> Gender | None:
        """Return the gender that a person's first name suggests."""
        return suggested_gender(self._pieces.get(id(entity), ()))

    def gender_of(self, entity: Entity) -> Gender | None:
        """Return a person's gender by evidence, else the one that the first name suggests.

        A masculine function says little of a woman: "le procureur Phyllis Roy … Mme Roy".
        """
        suggested = suggested_gender(self._pieces.get(id(entity), ()))
        by_function = entity.gender == "m" and entity.votes.get("m", 0) < PRONOUN
        return suggested if by_function else entity.gender or suggested

    def is_sure(self, entity: Entity) -> bool:
        """Tell whether someone is a person beyond doubt: by first name, civility or function."""
        pieces = self._pieces.get(id(entity), ())
        return bool(entity.roles or entity.gender or (pieces and is_first_name(pieces[0])))

    def add_function(self, entity: Entity, function: Function | None) -> None:
        """Keep who holds a function, under its noun and the broader ones."""
        if function is None:
            return
        for key in (function.key, *sorted(function.broader)):
            holders = self._holders.setdefault(key, [])
            if not any(entity is holder for holder in holders[-_MAX_HOLDERS:]):
                holders.append(entity)

    def with_function(self, function: Function, position: int) -> list[Entity]:
        """Return who may be meant by a function: its holders nearest to an offset."""
        keys = [function.key, *sorted(function.broader)]
        if function.key == "homologue":
            keys = [*self._holders]
        found: dict[int, Entity] = {}
        for key in [*keys, "homologue"]:
            holders = self._holders.get(key, [])
            at = bisect_right(holders, position, key=lambda entity: (entity.positions or [0])[0])
            for entity in holders[max(0, at - _MAX_HOLDERS) : at + _MAX_HOLDERS]:
                found[id(entity)] = entity
            if len(found) > 4 * _MAX_HOLDERS:
                break
        return list(found.values())

    def single(self, name: Name) -> Entity:
        """Return the record of a person of whom the article gives one name only."""
        pieces = sortable(name.parts)
        entity = self._full.get(pieces)
        if entity is None:
            entity = Entity("person", self._words.slice(name.first, name.last))
            self._pieces[id(entity)] = pieces
            self._full[pieces] = entity
            _put(self._by_tail, pieces[-1:], entity)
        return entity


def _shouts(name: str) -> bool:
    return any(is_acronym(word) and "." not in word for word in name.split())


def _put(index: dict[Pieces, list[Entity]] | dict[str, list[Entity]], key: object, entity: Entity) -> None:
    found = index.setdefault(key, [])  # type: ignore[arg-type]
    if entity not in found:
        found.append(entity)
        if len(found) > _MAX_NAMESAKES:
            del found[0]
