"""The command `frnews explain`: why each quotation was found, and why it was given to its speaker."""

import shutil
import sys
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from frnews._cli._colour import Colour, ColourOption
from frnews._cli._documents import Names, Reach, read_entries
from frnews._cli._parse_command import sources_of
from frnews._cli._parse_options import InputFormatOption, Published
from frnews._cli._sources import Unreadable
from frnews._cli._view import Line, _printable, print_lines
from frnews._errors import FrnewsError
from frnews._types import Candidate, Explanation

_EXCERPT = 160
# Who was weighed, and what weighed most: the rest is in `frnews.explain`.
_CANDIDATES, _EVIDENCE = 3, 6


def explain(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Files as of frnews parse.", show_default=False)
    ],
    published: Published = None,
    input_format: InputFormatOption = None,
    turned_down: Annotated[
        bool, typer.Option("--turned-down", help="Show what was weighed and found to be no quotation, too.")
    ] = False,
    colour: ColourOption = Colour.auto,
) -> None:
    """Explain the quotations of articles: what found each, who was weighed as its speaker, and what spoke for whom."""
    import frnews

    if sys.stdout is None:
        typer.echo("frnews: cannot write to standard output: it is closed", err=True)
        raise typer.Exit(1)
    sources = sources_of(files, input_format.value if input_format else None, "text")
    failed = False
    number = 0
    for entry in read_entries(sources, Names(), Reach()):
        document = entry()
        try:
            if isinstance(document, Unreadable):
                raise ValueError(document.reason)
            day = document.published if document.published is not None else published
            found = frnews.explain(document.text, published=day)  # type: ignore[attr-defined,unused-ignore]
        except (FrnewsError, TypeError, ValueError) as error:
            typer.echo(" ".join(f"frnews: {document.name}: {error}".split()), err=True)
            failed = True
            continue
        if number:
            print_lines([Line(0, ())], sys.stdout)
        number += 1
        print_lines(explained(document.id or document.name, found, turned_down=turned_down), sys.stdout)
    if failed:
        raise typer.Exit(1)


def explained(name: str, explanations: list[Explanation], *, turned_down: bool, width: int = 0) -> Iterator[Line]:
    """Lay out the explanations of an article, in lines of at most the terminal's width, or of 80 columns."""
    width = width or min(shutil.get_terminal_size((80, 24)).columns, 100)
    shown = [one for one in explanations if one.quotation is not None or turned_down]
    yield Line(0, ((_printable(name), "title"),))
    if not shown:
        yield Line(0, (("no quotation", "note"),))
    for number, one in enumerate(shown, start=1):
        yield Line(0, ())
        yield from _quotation(number, one, width)


def _quotation(number: int, one: Explanation, width: int) -> Iterator[Line]:
    quotation = one.quotation
    if quotation is None:
        head: list[tuple[str, str]] = [(f"{number}. turned down", "heading")]
    else:
        who = quotation.speaker.name if quotation.speaker else "speaker not told"
        how = f"  {quotation.kind}, {quotation.confidence:.0%}"
        head = [(f"{number}. ", "heading"), (_cut(who, width - len(f"{number}. {how}")), "name"), (how, "note")]
    yield Line(0, tuple(head))
    for line in _wrapped(_cut(one.span.text, _EXCERPT), width - 3):
        yield Line(3, ((line, "plain"),))
    facts: list[tuple[str, Any]] = [("found by", one.rule)]
    if quotation is not None:
        facts += [
            ("cue", quotation.cue and quotation.cue.text),
            ("named", quotation.mention and quotation.mention.text),
        ]
        facts.append(("through", quotation.via and quotation.via.replace("_", " ")))
    facts.append(("because", one.reason))
    for label, fact in facts:
        if fact:
            yield from _fact(label, str(fact), width)
    for candidate in one.speakers[:_CANDIDATES]:
        yield from _candidate(candidate, width)


def _fact(label: str, fact: str, width: int) -> Iterator[Line]:
    first, *others = _wrapped(_printable(fact), width - 13) or [""]
    yield Line(3, ((f"{label:<9} ", "note"), (first, "plain")))
    yield from (Line(13, ((line, "plain"),)) for line in others)


def _candidate(candidate: Candidate, width: int) -> Iterator[Line]:
    yield Line(3, ((f"{candidate.score:+6.2f}  ", "value"), (_cut(candidate.name, width - 11), "name")))
    heaviest = sorted(candidate.evidence, key=lambda evidence: -abs(evidence.weight))
    for evidence in heaviest[:_EVIDENCE]:
        words = f"{evidence.name}"
        if evidence.span is not None:
            words += f": « {evidence.span.text} »"
        yield Line(5, ((f"{evidence.weight:+6.2f}  ", "note"), (_cut(words, width - 13), "plain")))


def _cut(text: str, columns: int) -> str:
    """Return a text on one line of at most so many columns of a terminal; a Chinese sign takes two.

    >>> _cut("Xi Jinping (習近平)", 15)
    'Xi Jinping (習…'
    """
    from rich.text import Text

    line = Text(_printable(text))
    line.truncate(columns, overflow="ellipsis")
    return line.plain


def _wrapped(text: str, columns: int) -> list[str]:
    """Return a text in lines of at most so many columns, broken between words where there are any."""
    from rich.console import Console
    from rich.text import Text

    return [line.plain.rstrip() for line in Text(text).wrap(Console(width=columns), columns)]
