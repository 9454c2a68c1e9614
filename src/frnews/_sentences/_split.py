"""Where sentences end."""

import itertools
import re
from collections.abc import Iterable

from frnews._input import check_text
from frnews._types import Sentence

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_END = re.compile(r"[.!?…]+[\s»”\"')\]]*(?=\s+[A-ZÀ-Ý«“\"\[])")


def split_sentences(
    text: str, *, wrapped: bool = False, split_quotations: bool = True, abbreviations: Iterable[str] = ()
) -> list[Sentence]:
    """Return the sentences of `text` (placeholder of the skeleton; see the issue on sentences)."""
    check_text(text, "split_sentences")
    sentences = []
    for paragraph, line in enumerate(m for m in _LINE.finditer(text) if m[0].strip()):
        starts = [line.start(), *(m.end() for m in _END.finditer(text, line.start(), line.end())), line.end()]
        for start, end in itertools.pairwise(starts):
            piece = text[start:end]
            if piece.strip():
                start += len(piece) - len(piece.lstrip())
                sentences.append(Sentence(piece.strip(), start, start + len(piece.strip()), paragraph))
    return sentences
