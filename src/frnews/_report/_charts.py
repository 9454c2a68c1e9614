"""The plots of the report, as SVG that is drawn once for a wide page and once for a telephone.

By hand: a plotting library would draw the same few rectangles with ten thousand lines of script, or as a picture whose
numbers lead nowhere. Colours are classes of the page's style; the script writes them into what is saved as a file.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from markupsafe import Markup, escape

from frnews._html import _wording
from frnews._report._counts import Count, Series, Time

# A telephone, a column, and the whole width of a page of two columns, in pixels.
NARROW, WIDE, FULL = 336, 560, 1120
# Few periods make no slabs.
_BROADEST = 44
# A column as broad as this has its number over it, in pixels; a letter of a label takes about so many.
_ROOM_FOR_A_NUMBER = 36
_LETTER = 7
# Of a note that is cut, so many letters at least say something.
_SHORTEST_NOTE = 10


def _at_widths(draw: "partial[Markup]", *, full: bool = False) -> Markup:
    """Return a plot once for each width, so that its letters keep their size; the style shows the one that fits."""
    plots = [("narrow", NARROW), ("wide column" if full else "wide", WIDE), *([("full", FULL)] if full else [])]
    return Markup("").join(Markup('<div class="plot {}">{}</div>').format(name, draw(width)) for name, width in plots)


def bars(counts: Sequence[Count], label: str) -> Markup:
    """Return horizontal bars, each under its name, cut by kind of quotation where the parts are known."""
    return _at_widths(partial(_bars, counts, label))


def _bars(counts: Sequence[Count], label: str, width: int) -> Markup:
    most = max((count.number for count in counts), default=1)
    step = 36
    room = width - 64
    rows = []
    for n, count in enumerate(counts):
        y = n * step
        x = 0.0
        pieces = []
        for kind, part in enumerate(count.parts or (count.number,)):
            length = room * part / most
            if length:
                pieces.append(_rect(x, y + 21, length, 7, f"part{kind}" if count.parts else "part0"))
            x += length
        left = room - _LETTER * len(count.label) - 8
        note = Markup('<tspan class="soft" dx="8">{}</tspan>').format(_cut(count.note, left))
        has_room = left >= _LETTER * min(len(count.note), _SHORTEST_NOTE)
        name = Markup('<text x="0" y="{}">{}{}</text>').format(
            y + 14, _cut(count.label, room), note if count.note and has_room else ""
        )
        total = Markup('<text x="{}" y="{}" class="end number">{}</text>').format(
            width, y + 28, _wording.number(count.number)
        )
        rows.append(_link(count.query, f"{count.label}, {count.number}", Markup("").join([name, *pieces, total])))
    return _svg(width, len(counts) * step, label, rows)


def columns(numbers: Sequence[int], time: Time, label: str) -> Markup:
    """Return the numbers of all periods as columns."""
    return _at_widths(partial(_columns, numbers, time, label), full=True)


def _columns(numbers: Sequence[int], time: Time, label: str, width: int) -> Markup:
    height, foot = (190 if width > WIDE else 150), 22
    marks = list(_plotted(numbers, time, "", 0, 18, width, height - 18))
    most = max(numbers, default=0)
    step = width / max(len(numbers), 1)
    if step >= _ROOM_FOR_A_NUMBER:
        marks += _numbers_over(numbers, step, height)
    else:
        marks.append(Markup('<text x="0" y="11" class="soft">jusqu’à {}</text>').format(_wording.number(most)))
    names = [_end(time, n) for n in range(len(time.keys))]
    if all(_LETTER * len(name) < step for name in names):
        marks += [_words((n + 0.5) * step, height + 16, "middle soft", name) for n, name in enumerate(names)]
    else:
        marks += _ends(time, width, height + 16)
    return _svg(width, height + foot, label, marks)


def _numbers_over(numbers: Sequence[int], step: float, height: float) -> Iterator[Markup]:
    """Yield the number of each column, over it."""
    most = max(numbers, default=0) or 1
    for n, number in enumerate(numbers):
        if number:
            top = height - max(1.5, (height - 18) * number / most)
            yield _words((n + 0.5) * step, top - 5, "middle number", _wording.number(number))


def panels(series: Sequence[Series], time: Time, label: str) -> Markup:
    """Return small multiples: one plot a person, all with the same axes."""
    return _at_widths(partial(_panels, series, time, label), full=True)


def _panels(series: Sequence[Series], time: Time, label: str, width: int) -> Markup:
    across = {NARROW: 2, WIDE: 3}.get(width, 4)
    gap, height = 20, 92
    each = (width - gap * (across - 1)) / across
    most = max((max(one.numbers) for one in series), default=1)
    marks = []
    for n, one in enumerate(series):
        x, y = (n % across) * (each + gap), (n // across) * height
        heading = Markup('<text x="{}" y="{}" class="name">{}</text>').format(
            _short(x), y + 12, _cut(one.label, each - 34)
        )
        total = Markup('<text x="{}" y="{}" class="end number">{}</text>').format(
            _short(x + each), y + 12, _wording.number(one.total)
        )
        marks.append(_link(f"{one.query}&dated=1", f"{one.label}, {one.total}", heading + total))
        marks += _plotted(one.numbers, time, one.query + "&", x, y + 20, each, 48, most)
    rows = -(-len(series) // across)
    return _svg(width, rows * height + 8, label, [*marks, *_ends(time, each, rows * height)] if series else marks)


def _plotted(
    numbers: Sequence[int], time: Time, query: str, x: float, y: float, width: float, height: float, most: int = 0
) -> Iterator[Markup]:
    """Yield columns in a box over a line; those without a number are left out."""
    most = most or max(numbers, default=0) or 1
    step = width / max(len(numbers), 1)
    yield _rect(x, y + height, width, 1, "axis")
    for n, number in enumerate(numbers):
        if number:
            tall = max(1.5, height * number / most)
            broad = min(max(step - (1 if step > 3 else 0.2), 0.8), _BROADEST)
            column = _rect(x + (n + 0.5) * step - broad / 2, y + height - tall, broad, tall, "part0")
            yield _link(f"{query}when={time.keys[n]}", f"{time.labels[n]}, {number}", column, spoken=False)


def _ends(time: Time, width: float, y: float) -> list[Markup]:
    if not time.keys:
        return []
    first = Markup('<text x="0" y="{}" class="soft">{}</text>').format(y, _end(time, 0))
    last = Markup('<text x="{}" y="{}" class="soft end">{}</text>').format(_short(width), y, _end(time, -1))
    return [first, last] if len(time.keys) > 1 else [first]


def _end(time: Time, at: int) -> str:
    return time.labels[at].removeprefix("semaine du ")


def tenths(counts: Sequence[Count], label: str) -> Markup:
    """Return the ten steps of confidence as columns with their numbers."""
    return _at_widths(partial(_tenths, counts, label))


def _tenths(counts: Sequence[Count], label: str, width: int) -> Markup:
    height = 96
    most = max((count.number for count in counts), default=0) or 1
    step = width / max(len(counts), 1)
    marks = [_rect(0, height + 16, width, 1, "axis")]
    for n, count in enumerate(counts):
        tall = height * count.number / most
        column = _rect(n * step + 2, height + 16 - tall, step - 4, tall, "part0")
        middle = _short((n + 0.5) * step)
        number = Markup('<text x="{}" y="{}" class="middle number">{}</text>').format(
            middle, _short(height + 11 - tall), _wording.number(count.number)
        )
        if count.number:
            marks.append(_link(count.query, f"confiance de {count.label}, {count.number}", column + number))
        if width > NARROW or n % 2 == 0:
            marks.append(
                Markup('<text x="{}" y="{}" class="soft">{}</text>').format(
                    _short(n * step + 2), height + 34, f"{n * 10}{_wording.NARROW}%"
                )
            )
    return _svg(width, height + 40, label, marks)


def matrix(people: Sequence[int], names: Sequence[str], pairs: dict[tuple[int, int], int], label: str) -> Markup:
    """Return who speaks in the same articles as whom: a triangle of squares, the larger the more articles."""
    return _at_widths(partial(_matrix, people, names, pairs, label))


def _matrix(
    people: Sequence[int], names: Sequence[str], pairs: dict[tuple[int, int], int], label: str, width: int
) -> Markup:
    shown = list(people[: 12 if width > NARROW else 8])
    side = 28 if width > NARROW else 22
    left = width - side * len(shown)
    most = max((pairs.get(_pair(a, b), 0) for a in shown for b in shown if a != b), default=0) or 1
    marks = []
    for row, a in enumerate(shown):
        y = row * side
        name = _cut(names[row], left - 34)
        marks.append(_words(left - 8, y + side * 0.5 + 4, "end", f"{name}  {row + 1}"))
        # The column of this row's own name begins here.
        marks.append(_words(left + (row + 0.5) * side, y + side * 0.5 + 4, "middle soft", str(row + 1)))
        for column, b in enumerate(shown[:row]):
            number = pairs.get(_pair(a, b), 0)
            x = left + column * side
            marks.append(_rect(x + 1, y + 1, side - 2, side - 2, "empty"))
            if number:
                size = (side - 2) * (number / most) ** 0.5
                square = _rect(x + (side - size) / 2, y + (side - size) / 2, size, size, "part0")
                said = f"{names[row]} et {names[column]}, {number} article{'s' if number > 1 else ''}"
                marks.append(_link(f"with={min(a, b)},{max(a, b)}", said, square))
    return _svg(width, len(shown) * side + 4, label, marks)


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def _words(x: float, y: float, name: str, text: str) -> Markup:
    return Markup('<text x="{}" y="{}" class="{}">{}</text>').format(_short(x), _short(y), name, text)


def _rect(x: float, y: float, width: float, height: float, name: str) -> Markup:
    return Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>').format(
        name, _short(x), _short(y), _short(width), _short(height)
    )


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _link(query: str, said: str, inside: Markup, *, spoken: bool = True) -> Markup:
    """Return a link to the passages; those that are many stay out of the way of the keyboard: a table has them too."""
    away = Markup("") if spoken else Markup(' tabindex="-1" aria-hidden="true"')
    return Markup('<a href="#{}" aria-label="{}"{}><title>{}</title>{}</a>').format(query, said, away, said, inside)


def _cut(text: str, room: float) -> str:
    """Return a name as short as the room in pixels asks for."""
    letters = max(int(room / 7), 4)
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def _svg(width: int, height: float, label: str, marks: Sequence[Markup]) -> Markup:
    return Markup('<svg viewBox="0 0 {} {}" width="{}" role="group" aria-label="{}">{}</svg>').format(
        width, _short(height), width, escape(label), Markup("").join(marks)
    )
