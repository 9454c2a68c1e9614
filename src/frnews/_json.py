"""Articles to and from plain values and JSON (schema 2, which also reads 1)."""

import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

import attrs
from cattrs import Converter, transform_error
from cattrs.errors import BaseValidationError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from frnews._types import Article, DateMention, DateValue

SCHEMA = 2
READ = frozenset({1, SCHEMA})
# frnews 0.1, which wrote schema 1, gave no confidence; on press that it had not seen, this share of its quotations was
# right, speaker included.
_CONFIDENCE_OF_SCHEMA_1 = 0.64


@cache
def _converter() -> Converter:
    converter = Converter()
    # Left to itself, cattrs reads null as the string "None" and "3" as the number 3.
    for plain in (str, int):
        converter.register_structure_hook(plain, _as_it_is)
    converter.register_structure_hook(float, _number)
    converter.register_unstructure_hook(Decimal, lambda number: format(number, "f"))
    converter.register_structure_hook(Decimal, lambda written, _: Decimal(written))
    for type_ in (dt.date, dt.time):
        converter.register_unstructure_hook(type_, lambda moment: moment.isoformat())
        converter.register_structure_hook(type_, lambda written, cls: cls.fromisoformat(written))

    mention_to_dict = make_dict_unstructure_fn(DateMention, converter)
    mention_from_dict = make_dict_structure_fn(DateMention, converter)
    value_fields = [f.name for f in attrs.fields(DateValue)]

    def flatten(mention: DateMention) -> dict[str, Any]:
        data: dict[str, Any] = mention_to_dict(mention)
        value: dict[str, Any] = data.pop("value")
        return {**data, **value}

    def unflatten(data: Mapping[str, Any], _: type) -> DateMention:
        value = {name: data[name] for name in value_fields}
        return mention_from_dict({**data, "value": value}, DateMention)

    converter.register_unstructure_hook(DateMention, flatten)
    converter.register_structure_hook(DateMention, unflatten)
    return converter


def _as_it_is(given: Any, type_: type) -> Any:
    if not isinstance(given, type_) or isinstance(given, bool):
        raise TypeError(f"expected {type_.__name__}, got {type(given).__name__}")
    return given


def _number(given: Any, _: type) -> float:
    if isinstance(given, bool) or not isinstance(given, (int, float)):
        raise TypeError(f"expected float, got {type(given).__name__}")
    return float(given)


def to_dict(article: Article) -> dict[str, Any]:
    """Return the article as plain values: dicts, lists, strings, integers and None.

    >>> to_dict(Article("Bonjour."))["schema"]
    2
    """
    fields: dict[str, Any] = _converter().unstructure(article, Article)
    return {"schema": SCHEMA, **fields}


def from_dict(data: Mapping[str, Any]) -> Article:
    """Return the article that `to_dict` gave these values for.

    Raises:
        TypeError: `data` is no mapping.
        ValueError: It is not of schema 1 or 2, or its values are not an article's.

    >>> from_dict(to_dict(Article("Bonjour.", id="a1")))
    <Article 'a1' 8 characters, 0 sentences, 0 quotations, 0 dates, 0 amounts>
    >>> from_dict({"schema": 3})
    Traceback (most recent call last):
        ...
    ValueError: This is not an article of schema 1 or 2: its schema is 3. Pass what Article.to_dict() or \
Article.to_json() of this version or an older one gave.

    """
    if not isinstance(data, Mapping):
        raise TypeError(f"Article.from_dict() reads a mapping, and was given {type(data).__name__}.")
    if data.get("schema") not in READ:
        raise ValueError(
            f"This is not an article of schema 1 or {SCHEMA}: its schema is {data.get('schema')!r}. "
            "Pass what Article.to_dict() or Article.to_json() of this version or an older one gave."
        )
    if data["schema"] == 1:
        data = {**data, "quotations": [_with_confidence(quotation) for quotation in data.get("quotations", ())]}
    try:
        return _converter().structure(data, Article)
    except BaseValidationError as error:
        raise ValueError("This is not an article: " + "; ".join(transform_error(error))) from error


def _with_confidence(quotation: Any) -> Any:
    return {"confidence": _CONFIDENCE_OF_SCHEMA_1, **quotation} if isinstance(quotation, Mapping) else quotation


def to_json(article: Article) -> str:
    r"""Return the article as one line of JSON.

    Beside what JSON always escapes, lone surrogates are written as escapes, which UTF-8 cannot hold, and the line ends
    of Unicode (U+0085, U+2028, U+2029), at which `str.splitlines` would cut the line.

    >>> to_json(Article("Où ?\n\ud800"))[:35]
    '{"schema": 2, "text": "Où ?\\n\\ud800'
    """
    return line_of(to_dict(article))


def line_of(values: Mapping[str, Any]) -> str:
    """Return plain values as one line of JSON, escaped as `to_json` says; what JSON has no form for is written as text.

    >>> line_of({"day": dt.date(2022, 12, 30)})
    '{"day": "2022-12-30"}'
    """
    line = json.dumps(values, ensure_ascii=False, default=str)
    for end in "\x85\u2028\u2029":
        line = line.replace(end, f"\\u{ord(end):04x}")
    return line.encode("utf-8", "backslashreplace").decode("utf-8")


def from_json(line: str) -> Article:
    """Return the article that `to_json` gave this line for.

    Raises:
        ValueError: The line is not JSON, or not an article's.

    >>> from_json(to_json(Article("Bonjour."))).text
    'Bonjour.'

    """
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"This is not JSON: {error}") from error
    return from_dict(data)
