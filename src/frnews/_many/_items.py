"""What an item of `parse_many` gives of the arguments of `parse`: a text, a tuple, a mapping, a row of a table."""

from collections.abc import Mapping
from typing import Any

from frnews._input import check_id, check_text, is_missing, read_published

Item = str | tuple[str, Any] | Mapping[str, Any]
"""What `parse_many` reads: a text, (text, published), or a mapping with text, published, id."""

KEYS = ("text", "published", "id")


class Fields:
    """Under which names an item keeps its text, its day and its id.

    Attributes:
        keys: The name for each of "text", "published" and "id".
        strict: Whether another key is a mistake: it is where the caller has said nothing, for "date" then may well
            be meant for the day.

    """

    def __init__(self, fields: Mapping[str, str] | None) -> None:
        """Check and keep what the caller says.

        Args:
            fields: Names for some or all of "text", "published" and "id", each otherwise under its own; None where
                the caller says nothing.

        Raises:
            TypeError: `fields` is no mapping of str to str.
            ValueError: It names something else.

        """
        self.strict = fields is None
        self.keys: dict[str, str] = dict(zip(KEYS, KEYS, strict=True))
        if fields is None:
            return
        if not isinstance(fields, Mapping):
            raise TypeError(
                f'fields is {type(fields).__name__} ({fields!r:.60}). Pass a mapping such as {{"text": "body"}}.'
            )
        for key, name in fields.items():
            if key not in KEYS:
                raise ValueError(f"fields: {key!r} is not known. It says where 'text', 'published' and 'id' stand.")
            if not isinstance(name, str):
                raise TypeError(f"fields[{key!r}] is {type(name).__name__} ({name!r:.60}). Pass the field's name.")
            self.keys[key] = name

    def unknown(self, names: Any) -> list[str]:
        """Return those of an item's keys that should not be there."""
        return [name for name in names if name not in self.keys.values()] if self.strict else []


def name_of(number: int, item: Any, fields: Fields) -> str:
    """Return what an error message calls an item: its number and, where it has one, its id.

    >>> name_of(7, {"text": "Il neige.", "id": "a1"}, Fields(None))
    "parse_many(), item 7 (id 'a1')"
    """
    name = f"parse_many(), item {number}"
    id_ = item.get(fields.keys["id"]) if isinstance(item, Mapping) else None
    return name if id_ is None else f"{name} (id {id_!r:.60})"


def read_item(item: Any, fields: Fields) -> dict[str, Any]:
    """Return what an item gives of the arguments of `parse`, or raise an error that says what is wrong with it.

    >>> read_item(("Il neige.", "2022-12-30"), Fields(None))
    {'text': 'Il neige.', 'published': datetime.date(2022, 12, 30)}
    >>> read_item({"body": "Il neige.", "section": "sport"}, Fields({"text": "body"}))
    {'text': 'Il neige.'}
    >>> read_item({"text": "Il neige.", "date": "2022-12-30"}, Fields(None))
    Traceback (most recent call last):
        ...
    ValueError: the key 'date' is not known. The keys are 'text', 'published' and 'id'. Where they have other names, \
or there are more of them, say fields={"text": …, "published": …, "id": …}: the others are then left alone.
    """
    if isinstance(item, str):
        return {"text": item}
    if isinstance(item, tuple):
        if len(item) != 2:
            raise ValueError(f"a tuple of {len(item)}. Pass (text, published).")
        given = {"text": item[0], "published": item[1]}
    elif isinstance(item, Mapping):
        given = _named(item, fields)
    else:
        raise TypeError(
            f"{type(item).__name__} ({item!r:.60}). "
            "Pass a str, a tuple (text, published), or a mapping with 'text', 'published', 'id'."
        )
    text = None if is_missing(given["text"]) else given["text"]  # a table's NaN is told like None
    arguments: dict[str, Any] = {"text": check_text(text, "parse_many")}
    published, id_ = read_published(given.get("published")), check_id(given.get("id"))
    if published is not None:
        arguments["published"] = published
    if id_ is not None:
        arguments["id"] = id_
    return arguments


def _named(item: Mapping[str, Any], fields: Fields) -> dict[str, Any]:
    """Return an item with its text, day and id under the names of the arguments of `parse`."""
    unknown = fields.unknown(item)
    if unknown:
        raise ValueError(f"the key {unknown[0]!r} is not known. {advice()}")
    text = fields.keys["text"]
    if text not in item:
        raise ValueError(f"there is no {text!r}. Its keys: {', '.join(map(repr, item)) or 'none'}.")
    return {key: item[name] for key, name in fields.keys.items() if name in item}


def advice() -> str:
    """Return what a caller is told whose keys are others than ours."""
    return (
        "The keys are 'text', 'published' and 'id'. Where they have other names, or there are more of them, say "
        'fields={"text": …, "published": …, "id": …}: the others are then left alone.'
    )
