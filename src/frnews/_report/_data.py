"""The plain values that the report's script works with: it counts nothing anew, but finds passages, sorts and saves."""

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from frnews._html import _wording
from frnews._report import _counts
from frnews._report._collect import Columns, Named

# Days and sums in their tables: those named most, whose passages are kept.
LISTED = 200
# Pairs are only numbers, and cost less.
_PAIRS = 1000


def data_of(
    columns: Columns, order: Sequence[int], counts: Any, days: Sequence[Any], sums: Sequence[Any]
) -> dict[str, Any]:
    """Return all of them.

    Args:
        columns: What was read.
        order: The people, most quoted first.
        counts: Of each person the quotations by kind.
        days: The days named most, with the places.
        sums: The sums named most, with the places.

    """
    time, _, _ = _counts.over_time(columns, ())
    _, pairs = _counts.together(columns, order)
    listed = sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))[:_PAIRS]
    return {
        "unit": time.unit,
        "periods": dict(zip(time.keys, time.labels, strict=True)),
        "articles": [
            [id_, day.isoformat() if day else "", title, _counts.period_of(day, time.unit) if day else ""]
            for id_, day, title in columns.articles
        ],
        "people": _people(columns, order, counts),
        "passages": [[p.article, p.people, p.kind, p.confidence, p.text, p.said] for p in columns.passages],
        "pairs": [
            {"a": a, "b": b, "one": columns.people[a].name, "other": columns.people[b].name, "articles": n}
            for (a, b), n in listed
        ],
        "days": [
            {"n": n, "day": day.isoformat(), "label": _wording.day(day), "times": len(named), "at": _at(named)}
            for n, (day, named) in enumerate(days)
        ],
        "sums": [
            {
                "n": n,
                "label": value_of(columns, key),
                "low": "" if key[0] is None else format(key[0], "f"),
                "high": "" if key[1] is None else format(key[1], "f"),
                "currency": key[2],
                "times": len(named),
                "at": _at(named),
            }
            for n, (key, named) in enumerate(sums)
        ],
    }


def _people(columns: Columns, order: Sequence[int], counts: Any) -> list[dict[str, Any]]:
    articles_of = [set[int]() for _ in columns.people]
    sure = [0] * len(columns.people)
    for passage in columns.passages:
        for person in passage.people:
            articles_of[person].add(passage.article)
            sure[person] += passage.confidence
    rows = []
    for n in order:
        who = columns.people[n]
        total = sum(counts[n].values())
        rows.append(
            {
                "n": n,
                "name": who.name,
                "also": ", ".join(who.names),
                "role": who.role,
                "nature": who.kind or "none",
                "gender": who.gender or "none",
                "suggested": who.gender_by_name or "none",
                "articles": len(articles_of[n]),
                "quotations": total,
                "direct": counts[n][0],
                "indirect": counts[n][1],
                "mixed": counts[n][2],
                "sure": round(sure[n] / total) if total else 0,
            }
        )
    return rows


def value_of(columns: Columns, key: tuple[Any, Any, str]) -> str:
    """Return a sum without what differs between the places that name it: "par mois", "environ"."""
    amount = columns.amount_of[key]
    exact = "exact" if amount.qualifier == "approximate" else amount.qualifier
    return _wording.meaning_of_amount(evolve(amount, per=None, qualifier=exact))


def _at(named: Sequence[Named]) -> list[tuple[int, str, int, int]]:
    return [(one.article, one.text, one.start, one.length) for one in named]
