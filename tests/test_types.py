"""The public values: what is exported, and how they behave."""

import datetime as dt
import inspect
import pickle
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import frnews

TYPES = [
    frnews.Span,
    frnews.Sentence,
    frnews.Quotation,
    frnews.Speaker,
    frnews.DateMention,
    frnews.DateValue,
    frnews.Amount,
    frnews.Article,
    frnews.Evidence,
    frnews.Candidate,
    frnews.Explanation,
    frnews.Person,
]

PUBLIC = {
    "parse",
    "explain",
    "parse_many",
    "merge_speakers",
    "Cast",
    "tables",
    "to_html",
    "split_sentences",
    "extract_quotations",
    "extract_dates",
    "normalize_date",
    "extract_amounts",
    "parse_amount",
    "FrnewsError",
    "UnknownDateError",
    "UnknownAmountError",
    "ModelNotFoundError",
    "__version__",
    *(type_.__name__ for type_ in TYPES),
}


def test_what_is_exported() -> None:
    assert set(frnews.__all__) == PUBLIC
    assert all(hasattr(frnews, name) for name in PUBLIC)
    with pytest.raises(AttributeError, match="no attribute 'parze'"):
        frnews.parze  # noqa: B018


@pytest.mark.parametrize("name", sorted(PUBLIC - {"__version__"}))
def test_everything_public_is_described(name: str) -> None:
    assert inspect.getdoc(getattr(frnews, name))


@pytest.mark.parametrize("type_", TYPES, ids=lambda t: t.__name__)
def test_types_are_frozen_slotted_and_their_fields_described(type_) -> None:
    fields = attrs.fields(type_)
    assert "__slots__" in vars(type_)
    own = [field.name for field in fields if field.name not in ("text", "start_char", "end_char")]
    assert [name for name in own if f"{name}:" not in (type_.__doc__ or "")] == []
    blank = type_.__new__(type_)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(blank, fields[0].name, "x")


@pytest.mark.parametrize(
    ("error", "bases"),
    [
        (frnews.UnknownDateError, (frnews.FrnewsError, ValueError)),
        (frnews.UnknownAmountError, (frnews.FrnewsError, ValueError)),
        (frnews.ModelNotFoundError, (frnews.FrnewsError,)),
    ],
)
def test_errors_are_what_callers_catch(error, bases) -> None:
    assert issubclass(error, bases)
    # They come back whole from another process.
    assert str(pickle.loads(pickle.dumps(error("what to do")))) == "what to do"


def test_a_date_mention_has_the_fields_of_its_value() -> None:
    value = frnews.DateValue(
        dt.date(2022, 12, 30), dt.date(2022, 12, 31), dt.time(20), dt.time(21), "E", "T", "APPROX", "day"
    )
    mention = frnews.DateMention("x", 0, 1, "date", value)
    for field in attrs.fields(frnews.DateValue):
        assert getattr(mention, field.name) == getattr(value, field.name) is not None
        with pytest.raises(AttributeError):
            setattr(mention, field.name, None)


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "value"),
    [
        ("3", "3", "exact", "3"),
        ("3", "3", "approximate", "3"),
        ("3", None, "at_least", "3"),
        (None, "3", "at_most", "3"),
        ("3", "4", "between", None),
        ("3", "3", "between", None),
    ],
)
def test_value_is_the_stated_number(low, high, qualifier, value) -> None:
    def number(written):
        return None if written is None else Decimal(written)

    assert frnews.Amount("x", 0, 1, number(low), number(high), "EUR", qualifier).value == number(value)


def quotation(speaker: frnews.Speaker | None) -> frnews.Quotation:
    return frnews.Quotation("x", 0, 1, "direct", (frnews.Span("x", 0, 1),), None, None, speaker, None, "rule", 0.9)


def test_quotations_by_a_speaker_and_with_others() -> None:
    anne, paul = frnews.Speaker("Anne Morel"), frnews.Speaker("Paul Garnier")
    both = frnews.Speaker("Anne Morel et Paul Garnier", members=("Anne Morel", "Paul Garnier"))
    said = tuple(map(quotation, (anne, paul, both, None)))
    article = frnews.Article("x", quotations=said, speakers=(anne, paul))
    assert article.quotations_by(anne) == (said[0], said[2])
    assert article.quotations_by("Paul Garnier") == (said[1], said[2])
    assert article.quotations_by(both) == (said[2],)
    assert article.quotations_by("Zoé") == ()


@given(st.one_of(st.none(), st.text()), st.integers(0, 10**7))
def test_the_repr_is_short_whatever_the_id(id_, length) -> None:
    shown = repr(frnews.Article("x" * min(length, 10**6), id=id_))
    assert len(shown) <= 120
    assert "\n" not in shown
    assert shown.startswith("<Article ")
    assert shown.endswith(">")


@pytest.mark.parametrize("wrong", [3, None, b"Anne Morel"])
def test_quotations_are_of_a_speaker_or_a_name(wrong: object) -> None:
    with pytest.raises(TypeError, match="takes a Speaker or a name"):
        frnews.Article("Bonjour.").quotations_by(wrong)  # type: ignore[arg-type]
