"""Sentences of a text: paragraph by paragraph, from one end of a sentence to the next."""

from collections.abc import Callable, Iterable

from frnews._input import check_text
from frnews._sentences._lexicon import with_abbreviations
from frnews._sentences._lines import lines
from frnews._types import Sentence


def split_sentences(
    text: str, *, wrapped: bool = False, split_quotations: bool = True, abbreviations: Iterable[str] = ()
) -> list[Sentence]:
    """Return the sentences of `text`; no model is loaded.

    Every character that is no white space stands in exactly one sentence. Time grows linearly with length.

    Args:
        text: French text; its lines are paragraphs.
        wrapped: For hard-wrapped exports: only blank lines end a paragraph.
        split_quotations: False keeps the sentences between one pair of quotation marks together.
        abbreviations: Abbreviations of yours whose full stop never ends a sentence ("Gouv.", with or without stop).

    Returns:
        The sentences in text order, without the white space around them; [] for a text without any.

    Raises:
        TypeError: `text` is not a str, or `abbreviations` is not a collection of str.

    >>> [s.text for s in split_sentences("« C'est fini ! », a dit M. Petit.Le maire se tait.")]
    ["« C'est fini ! », a dit M. Petit.", 'Le maire se tait.']

    """
    # They compile their patterns, which `import frnews` must not wait for.
    from frnews._french._proper_marks import with_proper_marks
    from frnews._sentences._ends import find_start, stops
    from frnews._sentences._marks import OpenMarks, quoted_stretches

    check_text(text, "split_sentences")
    lexicon = with_abbreviations(abbreviations)
    find_stops = stops(plain_words=lexicon.plain_words).finditer
    sentences = []
    read = with_proper_marks(text)  # offsets are the same
    for number, (line_start, end) in lines(read, lexicon.openers, wrapped=wrapped):
        start = line_start
        marks = None
        held = None if split_quotations else _within(quoted_stretches(read, start, end))
        for stop in find_stops(read, start, end):
            next_start = stop.end()
            if next_start == end:
                break
            if stop.lastindex is None:
                # The commonest end of all, told by the pattern alone: one space follows it.
                sentence_end = next_start - 1
            else:
                marks = marks or OpenMarks(read, line_start)
                found = find_start(read, start, stop, lexicon, marks)
                if found is None:
                    continue
                sentence_end, next_start = found
            if held is None or not held(next_start):
                sentences.append(Sentence(text[start:sentence_end], start, sentence_end, number))
                start = next_start
        sentences.append(Sentence(text[start:end], start, end, number))
    return sentences


def _within(stretches: list[tuple[int, int]]) -> Callable[[int], bool]:
    """Return a function that tells whether a position lies inside one of the stretches; asked from left to right."""
    waiting = iter(stretches)
    current = next(waiting, None)

    def within(position: int) -> bool:
        nonlocal current
        while current and current[1] <= position:
            current = next(waiting, None)
        return current is not None and current[0] < position

    return within
