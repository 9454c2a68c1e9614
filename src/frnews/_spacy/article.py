"""The component `frnews`: a whole `Article` on a `Doc`."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from frnews._input import check_id, read_published
from frnews._parse import read_article
from frnews._types import Article, Prefer, Seasons

USER_DATA_KEY = "frnews"
"""Where the article stands in `doc.user_data`, as JSON."""


def _article_of(doc: Doc) -> Article | None:
    """Build the article from what the component left in `doc.user_data`; None where it has not run."""
    line = doc.user_data.get(USER_DATA_KEY)
    return None if line is None else Article.from_json(line)


Doc.set_extension("frnews", getter=_article_of, force=True)
# The day of publication may be somebody else's attribute already; its values then are read as they are.
if not Doc.has_extension("published"):
    Doc.set_extension("published", default=None)


@Language.factory(
    "frnews",
    assigns=["doc._.frnews", "doc.spans"],
    default_config={"prefer": "auto", "seasons": "months", "currency_of": None},
)
def make_frnews(
    nlp: Language, name: str, prefer: Prefer, seasons: Seasons, currency_of: dict[str, str] | None
) -> "FrnewsComponent":
    """Make the component that reads the article of each `Doc`.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        prefer: As in `frnews.parse`.
        seasons: As in `frnews.parse`.
        currency_of: As in `frnews.parse`.

    """
    return FrnewsComponent(prefer=prefer, seasons=seasons, currency_of=currency_of)


class FrnewsComponent:
    """Fills `doc._.frnews` and the span groups "quotations", "speakers", "dates" and "amounts".

    A parse that the `Doc` already has is used to find the quotations; without one, surface rules alone find them.

    The day of publication is read from `doc._.published`, or from the context that `nlp.pipe(…, as_tuples=True)` brings
    with each text: a mapping with "published" (and "id"), or the day itself as a `date`.
    """

    def __init__(self, *, prefer: Prefer, seasons: Seasons, currency_of: dict[str, str] | None) -> None:
        self._prefer = prefer
        self._seasons = seasons
        self._currency_of = currency_of

    def __call__(self, doc: Doc) -> Doc:
        """Read the article of one `Doc`, and return the same `Doc`."""
        published, id_ = _published_and_id(doc)
        article = read_article(
            doc.text,
            published=published,
            id=id_,
            nlp=None,
            doc=doc,
            prefer=self._prefer,
            seasons=self._seasons,
            currency_of=self._currency_of,
        )
        doc.user_data[USER_DATA_KEY] = article.to_json()
        for group, spans in _span_groups(doc, article):
            doc.spans[group] = spans
        return doc


def _published_and_id(doc: Doc) -> tuple[dt.date | None, str | None]:
    context = doc._context
    record: Mapping[str, Any] = context if isinstance(context, Mapping) else {}
    written = doc._.published
    if written is None:
        written = context if isinstance(context, dt.date) else record.get("published")
    published = read_published(written)
    if not (written is None or isinstance(written, str)) and doc._.published is written:
        # spaCy stores attributes as plain values only: a date here would make `to_bytes` fail later.
        doc._.published = None if published is None else published.isoformat()
    return published, check_id(record.get("id"))


def _span_groups(doc: Doc, article: Article) -> Iterator[tuple[str, list[Span]]]:
    """Name each span group, with its spans: labelled with kind, speaker's name, type and currency.

    A quotation's `id_` is its speaker's name, and that of a speaker's mention the number of its quotation, so that
    either finds the other.
    """
    groups: dict[str, list[tuple[int, int, str, str]]] = {
        "quotations": [
            (q.start_char, q.end_char, q.kind, "" if q.speaker is None else q.speaker.name) for q in article.quotations
        ],
        "speakers": [
            (q.mention.start_char, q.mention.end_char, q.speaker.name, str(number))
            for number, q in enumerate(article.quotations)
            if q.mention is not None and q.speaker is not None
        ],
        "dates": [(d.start_char, d.end_char, d.type, "") for d in article.dates],
        "amounts": [(a.start_char, a.end_char, a.currency or "", "") for a in article.amounts],
    }
    for group, offsets in groups.items():
        # A mention that starts or ends inside a token ("20€") takes the whole token.
        spans = (
            doc.char_span(start, end, label, span_id=id_, alignment_mode="expand") for start, end, label, id_ in offsets
        )
        yield group, [span for span in spans if span is not None]
