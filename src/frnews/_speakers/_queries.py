"""What is asked of whoever may be meant, before anybody is chosen."""

import re
from typing import Literal

from attrs import frozen

from frnews._draft import Draft
from frnews._names._entities import Entity, EntityKind
from frnews._names._groups import Group
from frnews._speakers._pronouns import Pronoun
from frnews._types import Gender, Via

Wanted = Literal["pronoun", "description", "none"]

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
        nearest: Whether that may be a body or a document too ("celui-ci").
        kind: What the words describe, or None where that is open.
        group: The describing noun group where its noun is known.
        determiner: Key of its determiner, or "".
        keys: Its words without the determiner, as keys.
        itself: The record of somebody without a name of whom nothing else is said, or None.
        pair: Whether just two are meant.
        answers: Whether the cue says that somebody is answered.
        end: Offset after a description.
        owned: What somebody is to a possessor whose name says the rest ("son | avocat"), or "".
        owner: The pronoun or possessive that stands for the possessor: "son", "de ce dernier"; or None.
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
    owned: str = ""
    owner: Pronoun | None = None
    nearest: bool = False

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


def answers(text: str, draft: Draft | None) -> bool:
    """Tell whether a quotation answers somebody, by its cue."""
    return draft is not None and draft.cue is not None and bool(_ANSWERS.search(text[slice(*draft.cue)]))


def pronoun_at(query: Query, *, gender: Gender | None = None, plural: bool | None = None, last: bool = False) -> Query:
    """Return the question whom a pronoun in the place of a query would mean."""
    place = query.position
    return Query("pronoun", place, place, query.sentence, gender=gender, plural=plural, last=last)
