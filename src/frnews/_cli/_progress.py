"""How a long run is doing, on standard error: a bar in a terminal, a line a minute elsewhere."""

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

# A bar that is gone before it can be read only flickers.
_BAR_AFTER = 1.0
_LINE_EVERY = 60.0


class RunProgress:
    """Counts articles, characters and failures, and shows them."""

    def __init__(self, total: int, reach: Callable[[], int], *, bar: bool) -> None:
        """Start the clock.

        Args:
            total: Bytes to read, 0 where that cannot be known.
            reach: Tells how many have been.
            bar: Whether there may be a bar: not where the articles themselves go to the terminal.

        """
        self._total = total
        self._reach = reach
        self._may_have_bar = bar and sys.stderr is not None and sys.stderr.isatty()
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._started = self._told = time.monotonic()
        self._reached_before = 0
        self._articles = self._characters = self._failed = 0

    def __enter__(self) -> "RunProgress":
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def begin(self) -> None:
        """Count from here: what an earlier run has read is passed over quickly, and says nothing of this one."""
        self._started = self._told = time.monotonic()
        self._reached_before = self._reach()

    def advance(self, characters: int, *, failed: bool) -> None:
        """Count a document, and show the count where it is time."""
        self._articles += 1
        self._characters += characters
        self._failed += failed
        now = time.monotonic()
        if self._bar is not None:
            assert self._task is not None
            self._bar.update(self._task, completed=self._reach() if self._total else None, told=self._rates(now))
        elif self._may_have_bar and now - self._started >= _BAR_AFTER:
            self._show_bar(now)
        elif now - self._told >= _LINE_EVERY:
            self._told = now
            self.say(f"frnews: {self._articles} articles, {self._rates(now)}{self._time_left(now)}")

    def say(self, line: str) -> None:
        """Print a line on standard error, above the bar where there is one."""
        if self._bar is not None:
            self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
            return
        if sys.stdout is not None:
            sys.stdout.flush()  # what was written so far must not appear after an error that came later
        typer.echo(line, err=True)

    def _show_bar(self, now: float) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[told]}"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("", total=self._total or None, told=self._rates(now))
        self._bar.start()

    def _rates(self, now: float) -> str:
        seconds = max(now - self._started, 1e-9)
        failed = f", {self._failed} failed" if self._failed else ""
        return f"{self._articles / seconds:.0f} articles/s, {_short(self._characters / seconds)} characters/s{failed}"

    def _time_left(self, now: float) -> str:
        read = self._reach() - self._reached_before
        if not self._total or read <= 0:
            return ""
        seconds = (now - self._started) * (self._total - self._reach()) / read
        return f", {max(0, seconds) / 60:.0f} min left"


def _short(number: float) -> str:
    """Return a number with three digits at most.

    >>> _short(310_400), _short(1_234_000), _short(17)
    ('310 k', '1.2 M', '17')
    """
    if number >= 1e6:
        return f"{number / 1e6:.1f} M"
    return f"{number / 1e3:.0f} k" if number >= 1e3 else f"{number:.0f}"
