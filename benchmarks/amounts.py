"""Compare the reading of sums with other tools: accuracy and speed in one run.

    python benchmarks/amounts.py [DIR ...] [--articles FILE]

Each DIR holds ID.txt and ID.json (labels under "amounts": span, low, high, currency); `gold/amounts` and `gold/dev` of
the project's shared folder by default. Peers that are not installed are left out and named:

    pip install price-parser recognizers-text-suite "emoji<2"

- frnews: `extract_amounts` on each text.
- Recognizers-Text: `recognize_currency(text, Culture.French)`, its unit names turned into ISO 4217 by `ISO`.
- price-parser reads one price a string and has no spans: it is given the labelled words themselves, so that only its
  values can be compared; its currency is what it returns, names and signs turned into ISO 4217 likewise.

found: F1 of overlapping spans; value: F1 with the right low, high and currency. Speed: the distinct articles of FILE
(JSON lines with a `text`, `press/articles.jsonl.gz` of the shared folder by default), each read once, in processor
time; a peer is stopped after twenty seconds.
"""

import argparse
import json
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple

import frnews
from first_reading import ARTICLES, characters_a_second, read_articles

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"

# What the peers call currencies in French text.
ISO = {
    "euro": "EUR",
    "euros": "EUR",
    "€": "EUR",
    "dollar": "USD",
    "dollars": "USD",
    "$": "USD",
    "united states dollar": "USD",
    "dollar américain": "USD",
    "franc français": "FRF",
    "franc": "FRF",
    "francs": "FRF",
    "franc suisse": "CHF",
    "livre sterling": "GBP",
    "livre": "GBP",
    "livres": "GBP",
    "£": "GBP",
}


class Found(NamedTuple):
    """A sum that a tool reads."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    currency: str | None


class Text(NamedTuple):
    """A labelled text."""

    text: str
    gold: list[Found]


Reader = Callable[[Text], list[Found]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path, default=[GOLD / "amounts", GOLD / "dev"], metavar="DIR")
    parser.add_argument("--articles", type=Path, default=ARTICLES, metavar="FILE")
    arguments = parser.parse_args()
    texts = [text for folder in arguments.gold for text in read_texts(folder)]
    if not texts:
        parser.error(f"no labelled texts in {', '.join(map(str, arguments.gold))}")
    articles = read_articles(arguments.articles)
    print(f"{len(texts)} texts, {sum(len(t.gold) for t in texts)} labelled sums")
    speeds: dict[str, float] = {}
    for name, load in (("frnews", load_frnews), ("recognizers", load_recognizers), ("price-parser", load_price_parser)):
        try:
            read = load()
        except ImportError as error:
            print(f"{name:14} not installed ({error})")
            continue
        found, value = accuracy(texts, read)
        if name != "price-parser":
            speeds[name], characters = characters_a_second(lambda article, read=read: read(Text(article, [])), articles)
            ratio = f", frnews is {speeds['frnews'] / speeds[name]:.0f} times as fast" if name != "frnews" else ""
            speed = f"{speeds[name]:12,.0f} characters/s of {characters:,}"
            print(f"{name:14} found {found:5.1f}  value {value:5.1f}  {speed}{ratio}", flush=True)
        else:
            print(f"{name:14} found (given)  value {value:5.1f}")


def read_texts(folder: Path) -> Iterable[Text]:
    for labels in sorted(folder.glob("*.json")):
        data = json.loads(labels.read_text(encoding="utf-8"))
        gold = [
            Found(*a["span"], number(a["low"]), number(a["high"]), a["currency"]) for a in data.get("amounts") or ()
        ]
        yield Text(labels.with_suffix(".txt").read_text(encoding="utf-8"), gold)


def number(written: Any) -> Decimal | None:
    try:
        return None if written is None else Decimal(str(written))
    except InvalidOperation:
        return None


def load_frnews() -> Reader:
    def read(text: Text) -> list[Found]:
        amounts = frnews.extract_amounts(text.text)
        return [Found(a.start_char, a.end_char, a.low, a.high, a.currency) for a in amounts]

    return read


def load_recognizers() -> Reader:
    from recognizers_number_with_unit import Culture, recognize_currency

    def read(text: Text) -> list[Found]:
        found = []
        for m in recognize_currency(text.text, Culture.French):
            value = number((m.resolution or {}).get("value"))
            unit = ((m.resolution or {}).get("unit") or "").lower()
            found.append(Found(m.start, m.end + 1, value, value, ISO.get(unit)))
        return found

    return read


def load_price_parser() -> Reader:
    from price_parser import Price

    def read(text: Text) -> list[Found]:
        found = []
        for gold in text.gold:
            price = Price.fromstring(text.text[gold.start : gold.end])
            currency = ISO.get((price.currency or "").lower(), price.currency)
            found.append(Found(gold.start, gold.end, price.amount, price.amount, currency))
        return found

    return read


def accuracy(texts: Iterable[Text], read: Reader) -> tuple[float, float]:
    """Return the F1 of spans, and of spans with the right value, in percent."""
    found = right = predicted = labelled = 0
    for text in texts:
        left = read(text)
        predicted += len(left)
        labelled += len(text.gold)
        for gold in text.gold:
            match = next((f for f in left if f.start < gold.end and gold.start < f.end), None)
            if match is not None:
                left.remove(match)
                found += 1
                right += match[2:] == gold[2:]
    total = max(1, predicted + labelled)
    return 200 * found / total, 200 * right / total


if __name__ == "__main__":
    main()
