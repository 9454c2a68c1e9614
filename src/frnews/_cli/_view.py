"""An article for reading: its quotations by speaker, its dates with their days, its amounts with their values."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, TextIO

from attrs import frozen

from frnews._cli._colour import Colour, chosen, is_coloured
from frnews._types import Amount, Article, DateMention, Quotation, Speaker

# Words of the text are aligned in a column up to this width; longer ones push their line to the right.
_COLUMN = 40
# The indent of a table.
_TABLE = 2
_LAYERS = ("sentences", "quotations", "dates", "amounts")

_STYLES = {"title": "bold", "heading": "bold cyan", "name": "bold green", "value": "yellow", "note": "dim", "plain": ""}


@frozen
class Line:
    """One line to print.

    Attributes:
        indent: Number of spaces before it, and before the lines that it is wrapped into on a terminal.
        parts: Its pieces, each with the name of its style.

    """

    indent: int
    parts: tuple[tuple[str, str], ...]


@frozen
class Table:
    """Words of the text and what they were read as, row under row.

    Attributes:
        rows: The two cells of each row.

    """

    rows: tuple[tuple[str, str], ...]

    def lines(self) -> Iterator[Line]:
        """Yield one line a row, the second cells under each other as far as the first ones are of a usual width."""
        from rich.cells import cell_len  # a Chinese sign takes two columns, an accent none

        widths = [cell_len(left) for left, _ in self.rows]
        column = min(_COLUMN, max(widths))
        for (left, right), width in zip(self.rows, widths, strict=True):
            yield Line(_TABLE, ((left + " " * (column - width) + "  ", "plain"), (right, "value")))

    def grid(self) -> Any:
        """Return the table for a terminal, where a cell that is too long goes on below itself."""
        from rich.table import Table as Grid
        from rich.text import Text

        grid = Grid.grid(padding=(0, 2, 0, 0))
        grid.add_column(overflow="fold", max_width=_COLUMN)
        grid.add_column(overflow="fold", style=_STYLES["value"])
        for left, right in self.rows:
            grid.add_row(Text(left), Text(right))
        return grid


def view(
    article: Article, layers: Sequence[str] = _LAYERS, kept: Mapping[str, Any] | None = None
) -> Iterator[Line | Table]:
    """Lay out an article, line by line.

    Args:
        article: The article.
        layers: Which of its layers.
        kept: Other fields of its record.

    """
    name = article.id if article.id is not None else "article"
    day = f"published {article.published.isoformat()}" if article.published else "day of publication not given"
    yield Line(0, ((_printable(name), "title"), (f"  {day}", "note")))
    for field, value in (kept or {}).items():
        yield Line(0, ((f"{_printable(field)}  ", "note"), (_printable("" if value is None else str(value)), "plain")))
    counts = [_count(len(getattr(article, layer)), layer) for layer in layers if layer in _LAYERS]
    yield Line(0, ((", ".join(counts), "plain"),))
    if article.quotations and "quotations" in layers:
        yield from _heading("Quotations")
        for speaker, quotations in _by_speaker(article):
            yield Line(2, _speaker_parts(speaker))
            for quotation in quotations:
                yield from _quotation_lines(quotation)
    if article.dates and "dates" in layers:
        yield from _heading("Dates")
        yield Table(tuple((_printable(mention.text), _days(mention)) for mention in article.dates))
    if article.amounts and "amounts" in layers:
        yield from _heading("Amounts")
        yield Table(tuple((_printable(amount.text), _sum(amount)) for amount in article.amounts))


def print_lines(lines: Iterable[Line | Table], stream: TextIO) -> None:
    """Print lines to a stream: coloured and wrapped between words on a terminal, one line each elsewhere.

    `--colour` has the last word on which of the two it is.
    """
    if not is_coloured(stream):
        for one in lines:
            for line in one.lines() if isinstance(one, Table) else (one,):
                stream.write(" " * line.indent + "".join(text for text, _ in line.parts) + "\n")
        return
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    forced: dict[str, Any] = {}
    if chosen() is Colour.always:
        # Into a pipe, or where NO_COLOR is set: who asks for colour gets it.
        forced = {"force_terminal": True, "color_system": "standard", "no_color": False}
    console = Console(file=stream, highlight=False, markup=False, emoji=False, **forced)
    for one in lines:
        if isinstance(one, Table):
            console.print(Padding(one.grid(), (0, 0, 0, _TABLE), expand=False))
            continue
        text = Text.assemble(*((part, _STYLES[style]) for part, style in one.parts))
        # Padding prints nothing at all for an empty text.
        console.print(Padding(text, (0, 0, 0, one.indent), expand=False) if one.parts else "")


def _heading(title: str) -> Iterator[Line]:
    yield Line(0, ())
    yield Line(0, ((title, "heading"),))


def _count(number: int, nouns: str) -> str:
    return f"{number} {nouns.removesuffix('s') if number == 1 else nouns}"


def _by_speaker(article: Article) -> list[tuple[Speaker | None, list[Quotation]]]:
    """Group the quotations by speaker, the speakers by their first quotation, those without one last."""
    groups: dict[str | None, tuple[Speaker | None, list[Quotation]]] = {}
    for quotation in article.quotations:
        key = quotation.speaker.name if quotation.speaker else None
        groups.setdefault(key, (quotation.speaker, []))[1].append(quotation)
    return sorted(groups.values(), key=lambda group: group[0] is None)


def _speaker_parts(speaker: Speaker | None) -> tuple[tuple[str, str], ...]:
    if speaker is None:
        return (("speaker not told", "note"),)
    parts = [(_printable(speaker.name), "name")]
    if speaker.role:
        parts.append((f" ({_printable(speaker.role)})", "plain"))
    return tuple(parts)


def _quotation_lines(quotation: Quotation) -> Iterator[Line]:
    about = quotation.kind if quotation.cue is None else f"{quotation.kind}, {_printable(quotation.cue.text)}"
    yield Line(4, ((about, "note"),))
    content = " […] ".join(_printable(segment.text) for segment in quotation.segments)
    yield Line(6, ((f"« {content} »" if quotation.kind == "direct" else content, "plain"),))


def _days(mention: DateMention) -> str:
    if mention.type in ("duration", "set"):
        return " ".join(filter(None, (mention.type, mention.timex)))
    if mention.earliest is None or mention.latest is None:
        days = mention.edtf or "days unknown"
    elif mention.earliest == mention.latest:
        days = mention.earliest.isoformat()
    else:
        days = f"{mention.earliest.isoformat()} to {mention.latest.isoformat()}"
    clock = " to ".join(t.isoformat("minutes") for t in (mention.start_time, mention.end_time) if t is not None)
    mod = mention.mod and f"({mention.mod.lower().replace('_', ' ')})"
    return " ".join(filter(None, (days, clock, mod)))


def _sum(amount: Amount) -> str:
    words = {"exact": "", "approximate": "about ", "at_least": "at least ", "at_most": "at most ", "between": ""}
    numbers = [_number(n) for n in dict.fromkeys((amount.low, amount.high)) if n is not None]
    currency = amount.currency or "(currency unknown)"
    per = f" per {_printable(amount.per)}" if amount.per else ""
    return f"{words[amount.qualifier]}{' to '.join(numbers)} {currency}{per}"


def _number(number: Decimal) -> str:
    """Return a number with a space between thousands.

    >>> _number(Decimal("200000000000"))
    '200 000 000 000'
    """
    return format(number, ",f").replace(",", " ")


def _printable(text: str) -> str:
    r"""Return text on one line, without signs that would command the terminal.

    >>> _printable("Il part.\n\x1b[31mDemain ?")
    'Il part. �[31mDemain ?'
    """
    one_line = " ".join(text.split())
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in ("Cc", "Cs") else c for c in one_line)
