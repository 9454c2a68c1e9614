"""A cast for tests of the report alone: who bears the same name, whatever its case, is the same."""

from typing import Any

from attrs import frozen

from frnews import Article, Speaker


@frozen
class PlainPerson:
    id: str
    name: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    kind: str | None
    gender: str | None
    n_articles: int = 1
    n_quotations: int = 1


class PlainCast:
    def of(self, article: Article, speaker: Speaker) -> PlainPerson:
        roles = (speaker.role,) if speaker.role else ()
        names = (speaker.name, *speaker.aliases)
        return PlainPerson(speaker.name.casefold(), speaker.name, names, roles, speaker.kind, speaker.gender)


def merge_plainly(articles: Any, *, people: Any = None) -> PlainCast:
    return PlainCast()
