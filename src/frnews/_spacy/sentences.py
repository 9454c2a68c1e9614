"""The component `frnews_sentences`: sentence starts from `split_sentences`."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language

from frnews._sentences import split_sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc


class SentenceStarts:
    """Sets where sentences start on every token of a `Doc`, as `split_sentences` finds them in its text.

    Every token gets True or False, so that a parser which runs later neither adds a boundary nor takes one away. A
    sentence that starts inside a token starts at the next one. White space before the first sentence is part of it.

    Attributes:
        options: The keyword arguments for `split_sentences`.

    """

    def __init__(
        self,
        name: str = "frnews_sentences",
        *,
        wrapped: bool = False,
        split_quotations: bool = True,
        abbreviations: Iterable[str] = (),
    ) -> None:
        self.name = name
        # Wrong options are reported here and not with the first text.
        split_sentences("", abbreviations=abbreviations)
        self.options: dict[str, Any] = {
            "wrapped": wrapped,
            "split_quotations": split_quotations,
            "abbreviations": list(abbreviations),
        }

    def __call__(self, doc: "Doc") -> "Doc":
        """Set `is_sent_start` of every token and return the doc.

        Raises:
            ValueError: The doc is parsed already (spaCy's own message): the component goes before the parser.

        """
        starts = iter([sentence.start_char for sentence in split_sentences(doc.text, **self.options)][1:])
        following = next(starts, None)
        for token in doc:
            is_start = token.i == 0
            if following is not None and token.idx >= following and not token.is_space:
                is_start = True
                while following is not None and following <= token.idx:
                    following = next(starts, None)
            token.is_sent_start = is_start
        return doc

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the options, serialised."""
        return json.dumps(self.options, ensure_ascii=False).encode("utf-8", "surrogatepass")

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "SentenceStarts":
        """Take over serialised options and return the component."""
        self.options = json.loads(data.decode("utf-8", "surrogatepass"))
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the options to `path` with the suffix .json."""
        Path(path).with_suffix(".json").write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "SentenceStarts":
        """Read the options from `path` with the suffix .json and return the component."""
        return self.from_bytes(Path(path).with_suffix(".json").read_bytes())


@Language.factory(
    "frnews_sentences",
    assigns=["token.is_sent_start"],
    default_config={"wrapped": False, "split_quotations": True, "abbreviations": []},
)
def make_frnews_sentences(
    nlp: Language, name: str, wrapped: bool, split_quotations: bool, abbreviations: list[str]
) -> SentenceStarts:
    """Return the component; see `frnews.split_sentences` for its options.

    Args:
        nlp: The pipeline that it is added to.
        name: Its name there.
        wrapped: Only blank lines end a paragraph.
        split_quotations: False keeps the sentences between one pair of quotation marks together.
        abbreviations: Abbreviations whose full stop never ends a sentence.

    """
    return SentenceStarts(name, wrapped=wrapped, split_quotations=split_quotations, abbreviations=abbreviations)
