"""How well speakers are put together: pairs of labelled names, as same or not."""

import datetime as dt
import json
from collections import Counter
from pathlib import Path
from typing import Any

from attrs import frozen

from frnews import Article, Quotation, Speaker

DATA = Path(__file__).parent / "data" / "cast"


@frozen
class Score:
    """Pairs of names that are the same: found and right, found, there."""

    right: int
    found: int
    there: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 1.0


def article_of(record: dict[str, Any]) -> Article:
    """Return an article that has a record's speakers, each with as many quotations, and names its countries."""
    speakers, quotations = [], []
    for row in record["speakers"]:
        speaker = Speaker(
            row["name"], row.get("role"), row.get("gender"), tuple(row.get("aliases", ())), kind=row.get("kind")
        )
        speakers.append(speaker)
        quotation = Quotation("", 0, 0, "indirect", (), None, None, speaker, "name", "none", 1.0)
        quotations += [quotation] * row.get("n_quotations", 0)
    published = dt.date.fromisoformat(record["published"]) if record["published"] else None
    text = ", ".join(record.get("countries", ()))
    return Article(text, record["id"], published, quotations=tuple(quotations), speakers=tuple(speakers))


def read_articles() -> list[Article]:
    with open(DATA / "articles.jsonl", encoding="utf-8") as lines:
        return [article_of(json.loads(line)) for line in lines]


def read_labels() -> list[tuple[str, str, str, str]]:
    """Return part, entity, name and article of each labelled name."""
    rows = []
    for line in (DATA / "labels.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "part\t")):
            part, entity, name, article = line.split("\t")
            rows.append((part, entity, name, article))
    return rows


def score(pairs: list[tuple[str, str]]) -> Score:
    """Count pairs of (entity, id given)."""
    both, entities, ids = Counter(pairs), Counter(e for e, _ in pairs), Counter(i for _, i in pairs)

    def choose(counts: "Counter[Any]") -> int:
        return sum(n * (n - 1) // 2 for n in counts.values())

    return Score(choose(both), choose(ids), choose(entities))
