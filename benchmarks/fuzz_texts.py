"""Texts that mean harm, for `fuzz.py`: pieces of real text, cut, doubled, glued and spoiled."""

import csv
import gzip
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
PRESS = ROOT.parent / "shared" / "press" / "articles.jsonl.gz"
# A cell of a table that is shorter is a word, and no text.
_SENTENCE = 25

# How long a text is: its share of all, and between how many characters.
_LENGTHS = ((75, 10, 200), (18, 200, 600), (6, 600, 2_000), (0.98, 2_000, 12_000), (0.02, 12_000, 120_000))

MARKS = ("«", "»", "“", "”", "„", '"', "'", "’", "‹", "›", "(", ")", "[", "]", "—", "–", "-", ":", ",", ".", "…", "?")
SPOILERS = (
    *("\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\x0b", "\x0c", "\u2028", "\u2029", "\r", "\r\n", "\n", "\n\n", "\t"),
    *("\u00a0", "\u202f", "\u2009", "\u3000", "\u200b", "\u00ad", "\ufeff", "\u200d", "\u2060"),
    *("\u202e", "\u2066", "\u2069", "\u200f", "\u0301", "\u0308\u0301\u0327", "\u20dd", "\ufe0f"),
    *("\ud800", "\udfff", "\udcff", "\ufffd", "\uffff", "\U0010ffff", "👩\u200d👩\u200d👧", *"😀ﬁİßǆⅫ①٣²"),
    *("<b>", "</p>", "<script>fuzz()</script>", "&amp;", "&#0;", "<!--", "]]>", "{{ 7 * 7 }}", "{% raw %}", "\\", "$&"),
    *("https://t.co/x", "@maire", "#mot", "a@b.fr", "*", "_", "|", "/", "~", "%", "€", "$", "£", "M€", "°", "№"),
)
_GRAMMAR = (
    "a dit|a-t-il dit|dit-elle|selon|d’après|que|qu’|déclare :|a déclaré que|estime-t-on|M. |Mme Le |Léa Martin|"
    "Jean-Luc de La |le président|la CGT|il|elle|ils|on|lundi|samedi 12|le 31 |30 février|du 3 au |1er|en 0000|"
    "l’an 9999|hier|il y a dix ans|décembre|20h30|25:61|à minuit|printemps|XXe siècle|vers 1900|av. J.-C.|ce soir|dans|"
    "celle-ci|3 millions|d’euros|1 234,56|1.000.000|€ 5|10 à 20|mille|un demi|francs|$US|par mois|et|ou|de|du|au|entre|"
    "moins de|plus de|non|ne|pas|qui|dont|où|si|ni|(PS)|(AFP) -|(|« (|»)|c.-à-d.|p. ex.|J.-C.|etc.|1)|- |— |Q : |R. - "
)
WORDS = tuple(_GRAMMAR.split("|"))


def read_corpus(press: Path = PRESS) -> list[str]:
    """Return real texts: the project's own, and those of a file of JSON lines (compressed) where it is there."""
    own = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    for folder in (ROOT / "tests", ROOT / "src" / "frnews" / "data"):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".txt", ".tsv", ".jsonl") and path.is_file():
                own += _texts_of(path)
    articles: list[str] = []
    if press.is_file():
        with gzip.open(press, "rt", encoding="utf-8") as lines:
            articles = [json.loads(line)["text"] for line in lines]
    return list(dict.fromkeys(text for text in (*own, *articles) if len(text) >= _SENTENCE))


def _texts_of(path: Path) -> Iterator[str]:
    content = path.read_text("utf-8")
    if path.suffix == ".txt":
        yield from content.split("\n\n")
    elif path.suffix == ".jsonl":
        for line in content.splitlines():
            if line.strip():
                yield from (value for value in json.loads(line).values() if isinstance(value, str))
    else:
        for row in csv.reader(content.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
            yield from row


def a_text(rng: Random, corpus: Sequence[str]) -> str:
    """Return a text: what the state of `rng` makes of the corpus, the same for the same state."""
    _, least, most = rng.choices(_LENGTHS, [share for share, *_ in _LENGTHS])[0]
    size = rng.randint(least, most)
    text = _soup(rng, size) if rng.random() < 0.1 else _real(rng, corpus, size)
    for _ in range(rng.choice((0, 1, 1, 2, 2, 3, 4, 6, 9))):
        text = rng.choice(_MUTATIONS)(rng, text, corpus)
    text = text[: 2 * size]
    # Where a text ends in the middle of something, what looks one word ahead must not fall off.
    return text[: rng.choice(_word_ends(text))] if rng.random() < 0.4 else text


def _word_ends(text: str) -> list[int]:
    return [m.end() for m in re.finditer(r"\w+|[^\w\s]", text)] or [len(text)]


def _real(rng: Random, corpus: Sequence[str], size: int) -> str:
    pieces: list[str] = []
    length = 0
    while length < size:
        text = rng.choice(corpus)
        at = rng.randrange(max(1, len(text) - size // 2)) if rng.random() < 0.7 else 0
        piece = text[at : at + size - length]
        pieces.append(piece)
        length += len(piece) + 1
    return rng.choice(("\n", " ", "\n\n", "")).join(pieces)


def _soup(rng: Random, size: int) -> str:
    """Return words and signs of the grammars, in no order."""
    glue = rng.choice((" ", " ", "", "\n"))
    return glue.join(_piece(rng) for _ in range(size // 5 + 1))


def _piece(rng: Random) -> str:
    return rng.choice(rng.choice((MARKS, WORDS, WORDS, SPOILERS)))


def _slice(rng: Random, text: str, most: int) -> tuple[int, int]:
    start = rng.randrange(len(text) + 1)
    return start, min(len(text), start + rng.randint(0, most))


def _cut(rng: Random, text: str, corpus: Sequence[str]) -> str:
    return text[: rng.randrange(len(text) + 1)]


def _cut_after_a_sign(rng: Random, text: str, corpus: Sequence[str]) -> str:
    """Cut as teasers and columns of a fixed width do, where it hurts: after a bracket, a mark, a small word."""
    ends = [m.end() for m in re.finditer(r"[(«“\"'’:,;.–-]|\b(?:que|de|le|la|et|par|selon|M)\b", text)]
    return text[: rng.choice(ends)] if ends else text


def _insert(rng: Random, text: str, corpus: Sequence[str]) -> str:
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + _piece(rng) + text[at:]
    return text


def _double_marks(rng: Random, text: str, corpus: Sequence[str]) -> str:
    return re.sub(r"[«»“”\"()':,.–-]", lambda m: m[0] * rng.choice((1, 1, 2, 3)), text)


def _drop_marks(rng: Random, text: str, corpus: Sequence[str]) -> str:
    return re.sub(r"[«»“”\"().:,]", lambda m: m[0] if rng.random() < 0.6 else "", text)


def _other_marks(rng: Random, text: str, corpus: Sequence[str]) -> str:
    return re.sub(r"[«»“”\"]", lambda m: rng.choice("«»“”\"‹›„'’"), text)


def _repeat(rng: Random, text: str, corpus: Sequence[str]) -> str:
    start, end = _slice(rng, text, rng.choice((1, 3, 12, 60)))
    times = rng.choice((2, 3, 10, 100, 1000))
    return text[:start] + text[start:end] * min(times, 1 + 4 * len(text) // max(1, end - start)) + text[end:]


def _delete(rng: Random, text: str, corpus: Sequence[str]) -> str:
    start, end = _slice(rng, text, 40)
    return text[:start] + text[end:]


def _move(rng: Random, text: str, corpus: Sequence[str]) -> str:
    start, end = _slice(rng, text, 80)
    rest = text[:start] + text[end:]
    at = rng.randrange(len(rest) + 1)
    return rest[:at] + text[start:end] + rest[at:]


def _splice(rng: Random, text: str, corpus: Sequence[str]) -> str:
    other = rng.choice(corpus)
    start, end = _slice(rng, other, 120)
    at = rng.randrange(len(text) + 1)
    return text[:at] + other[start:end] + text[at:]


def _glue_lines(rng: Random, text: str, corpus: Sequence[str]) -> str:
    return re.sub(r"\s*\n\s*", rng.choice(("", " ")), text)


def _break_lines(rng: Random, text: str, corpus: Sequence[str]) -> str:
    end = rng.choice(("\n", "\r\n", "\n\n", "\u2028"))
    return re.sub(" ", lambda m: end if rng.random() < 0.15 else " ", text)


def _other_spaces(rng: Random, text: str, corpus: Sequence[str]) -> str:
    return text.replace(" ", rng.choice(("", "  ", "\u00a0", "\u202f", "\t", "\u200b", "_")))


def _other_form(rng: Random, text: str, corpus: Sequence[str]) -> str:
    return rng.choice((str.upper, str.lower, str.title, str.swapcase, _decomposed, _compatible))(text)


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _compatible(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _other_digits(rng: Random, text: str, corpus: Sequence[str]) -> str:
    return re.sub(r"\d", lambda m: rng.choice("0123456789") * rng.choice((1, 1, 1, 2, 12)), text)


def _scatter(rng: Random, text: str, corpus: Sequence[str]) -> str:
    """Put one spoiler between many letters, as a broken export does."""
    spoiler = rng.choice(SPOILERS)
    return "".join(c + spoiler if rng.random() < 0.05 else c for c in text)


def _tags(rng: Random, text: str, corpus: Sequence[str]) -> str:
    return re.sub(r"(\w+) ", lambda m: f"<p>{m[1]}</p> " if rng.random() < 0.1 else m[0], text)


def _mojibake(rng: Random, text: str, corpus: Sequence[str]) -> str:
    return text.encode("utf-8", "surrogatepass").decode("latin-1")


_Mutation = Callable[[Random, str, Sequence[str]], str]
_MUTATIONS: tuple[_Mutation, ...] = (
    *(_cut, _cut_after_a_sign, _cut_after_a_sign, _insert, _insert, _insert, _double_marks, _drop_marks, _other_marks),
    *(_repeat, _repeat, _delete, _move, _splice, _glue_lines, _break_lines, _other_spaces, _other_form),
    *(_other_digits, _scatter, _tags, _mojibake),
)
