"""The candidates of one query, gathered from where they appear around it."""

from collections.abc import Iterable, Sequence

from frnews._french._determiners import determiners_of
from frnews._names._entities import Entity
from frnews._names._lexicon import determiners, prepositions
from frnews._speakers._evidence import Seen
from frnews._speakers._queries import Query
from frnews._speakers._scene import Appearance, Scene

# Bounds that keep the work linear: appearances walked back over and on, different candidates of each.
BACK, _ENOUGH, AHEAD, FEW = 32, 9, 12, 4
# Prepositions before whom somebody turns to or against.
_TURNED_TO = frozenset({"à", "a", "avec", "contre"})
# Characters between names side by side beside what joins them, at most: "Ana Roy et | la maire | Lea Petit".
_BETWEEN = 12


class Gathered(dict[int, Seen]):
    """The candidates of one query while the appearances are walked over, by the identity of who they are."""

    def __init__(self, scene: Scene, query: Query) -> None:
        self._query = query
        self._told = scene.told
        self._here = scene.told[query.sentence]
        self._speakers = 0

    def add(self, appearances: Iterable[Appearance], most: int | None = None) -> None:
        """Take in more appearances: of each the nearest counts, the reporter's words before quoted ones.

        Args:
            appearances: The appearances.
            most: How many candidates are enough: nobody new is taken in then.

        """
        told, here = self._told, self._here
        for each in appearances:
            entity = each.entity
            seen = self.get(id(entity))
            if seen is None and most is not None and len(self) >= most:
                continue
            far = abs(told[each.sentence] - here) + each.quoted
            if seen is None:
                self[id(entity)] = Seen(entity, each, None, None, None, each.standing == "subject", far)
            elif far < seen.far or seen.before is None:
                seen.before, seen.far, seen.subject = each, far, each.standing == "subject"
            elif far == seen.far and each.standing == "subject":
                seen.subject = True

    def add_spoken(self, appearances: Sequence[Appearance]) -> None:
        """Take in the latest speakers, last first."""
        query = self._query
        earlier = [each for each in appearances if each.position < query.position or each.sentence <= query.sentence]
        self.add(earlier)
        for each in earlier:
            seen = self[id(each.entity)]
            if seen.spoken is None:
                seen.spoken, seen.turn = abs(self._told[each.sentence] - self._here), self._speakers
                self._speakers += 1

    def add_named(self, appearances: Iterable[Appearance]) -> None:
        """Take in those named before, nearest first, until there are enough of them."""
        self.add(appearances, most=_ENOUGH + self._speakers)

    def add_ahead(self, appearances: Iterable[Appearance]) -> None:
        """Take in the first few of those who are named after the words only: where each is so first."""
        added = 0
        for each in appearances:
            if added < FEW and id(each.entity) not in self:
                subject = each.standing == "subject" and not each.quoted
                self[id(each.entity)] = Seen(each.entity, ahead=each, subject=subject)
                added += 1

    def leave_out(self, last: Appearance) -> None:
        """Leave out who is nearest as one of the last who spoke together: "« A », disent | Ana et Luc. « B »"."""
        end = last.position + len(last.entity.name) + _BETWEEN
        for each in last.entity.members:
            seen = self.get(id(each))
            if seen is not None and seen.before is not None and last.position <= seen.before.position < end:
                del self[id(each)]

    def seen(self) -> list[Seen]:
        """Return the candidates: where several are meant, nothing can speak for one person."""
        several = self._query.plural
        return [each for each in self.values() if not several or each.entity.kind != "person" or each.entity.several]


def may_take_up(scene: Scene, query: Query, entity: Entity, at: Appearance) -> bool:
    """Tell whether "ce dernier" or "celui-ci" may take up who appears there, by gender, and a thing by its place.

    A body or a document is the object of its verb or stands behind "à", "avec" or "contre", with a definite article:
    "a écrit à | la direction. Celle-ci", but "arrêté par | la police", "le patron | du club", "a percuté | un lycée";
    a body gives way to a person who agrees as well ("a quitté | le club. Celui-ci a confié").
    """
    shown = entity.gender or (entity.suggested if entity.kind == "person" else None)
    if shown is not None and query.gender is not None and shown != query.gender:
        return False
    if entity.kind == "person":
        return True
    words = scene.cast.words
    index = words.first_from(at.position)
    index -= words.folds[index] not in determiners()  # a name stands behind its article
    before = words.fold_at(index - 1)
    placed = words.folds[index] == "au" or (
        words.folds[index] in determiners_of("definite") and (before not in prepositions() or before in _TURNED_TO)
    )
    return query.nearest and shown is not None and not entity.several and placed
