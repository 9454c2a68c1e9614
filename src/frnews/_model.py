"""The parser of the caller's pipeline: given only text that it handles well, its answer turned into plain offsets.

Without `nlp` no model is loaded: on labelled press the parser changed one quotation in two hundred, for better as often
as for worse. spaCy's French tokenizer is quadratic on runs of signs without a space, raises on lone surrogates and
refuses texts of over a million characters; sentence by sentence, and with the strange sentences left out, none of that
is met.
"""

import re
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_LONGEST = 2000
# A run of signs without a letter or digit that no sentence of French has.
_STRANGE = re.compile(r"[^\w]{50}")
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
    """Parses a sentence with the caller's pipeline when something is asked about it."""

    def __init__(self, text: str, nlp: "Language") -> None:
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
        if "parser" not in self._nlp.pipe_names:
            return {}
        return _subjects(_parsed(self._nlp, sentence), start)


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
    return NoSyntax() if nlp is None else ModelSyntax(text, nlp)


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
