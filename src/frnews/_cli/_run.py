"""A run of `frnews parse`: documents in, encoded articles and failures out, until the end or until it is stopped."""

import contextlib
import gc
import itertools
import signal
from collections.abc import Iterator, Sequence
from types import FrameType
from typing import Any

from attrs import frozen

from frnews._cli._documents import Entry, Names, Reach, read_entries
from frnews._cli._layouts import Layout
from frnews._cli._output import Output
from frnews._cli._progress import RunProgress
from frnews._cli._sources import Source, Unreadable
from frnews._cli._view import _printable
from frnews._errors import FrnewsError, ModelNotFoundError
from frnews._input import read_published
from frnews._many._outcomes import Job, Outcome, outcomes

# So many failures are told one by one where a file holds them all.
_TOLD = 20


class Terminated(BaseException):
    """The process has been asked to end (SIGTERM)."""


@contextlib.contextmanager
def ending_on_sigterm() -> Iterator[None]:
    """Have SIGTERM raise `Terminated`, so that what must be put in order is."""

    def end(number: int, frame: FrameType | None) -> None:
        raise Terminated

    try:
        before = signal.signal(signal.SIGTERM, end)
    except ValueError:  # only the main thread may
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@frozen
class _Tag:
    """What is remembered of a document while it is read: not its text."""

    name: str
    id: str | None
    characters: int


def run(
    sources: Sequence[Source | Unreadable],
    names: Names,
    options: dict[str, Any],
    layout: Layout,
    output: Output,
    *,
    n_process: int,
    errors_path: str | None,
    bar: bool,
) -> None:
    """Read all documents that are not behind yet, and complete the output.

    Args:
        sources: The files.
        names: Under which names records keep things.
        options: The options of `parse`, checked.
        layout: In which form articles are written.
        output: Where to.
        n_process: In how many processes they are read.
        errors_path: The file that will hold the failures, or None where they are only reported.
        bar: Whether progress may be shown as a bar.

    Raises:
        ModelNotFoundError: The model is not installed; no article can be read.
        OutputError: The output cannot be written to.

    """
    reach = Reach()
    total = sum(source.size for source in sources if isinstance(source, Source))
    if total and any(isinstance(source, Source) and not source.size for source in sources):
        total = 0
    with RunProgress(total, lambda: reach.bytes, bar=bar) as progress:
        if not output.state.complete:
            entries = itertools.islice(read_entries(sources, names, reach), output.state.documents, None)
            jobs = _jobs(entries, progress if output.state.documents else None)
            with contextlib.closing(outcomes(jobs, options, n_process=n_process, finish=layout.encode)) as read:
                for outcome in _collecting_later(read):
                    _take(outcome, output, progress, errors_path)
        output.finish()


def _collecting_later(read: Iterator[Outcome]) -> Iterator[Outcome]:
    """Give the outcomes, with the collector of garbage off until the first of them, and blind to what was made before.

    The tables and patterns that the first article asks for stay for good; looking at them again and again while they
    are made takes a twentieth of a run over one article.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        for number, outcome in enumerate(read):
            yield outcome
            if number == 0:
                gc.freeze()
                if was_on:
                    gc.enable()
    finally:
        if was_on:
            gc.enable()


def _take(outcome: Outcome, output: Output, progress: RunProgress, errors_path: str | None) -> None:
    tag: _Tag = outcome.job.tag
    if isinstance(outcome.error, ModelNotFoundError):
        raise outcome.error  # no other article can be read either
    if outcome.error is None:
        output.add(outcome.result, tag.characters)
    else:
        reason = _reason(outcome.error)
        _report(progress, output.state.failed, tag.name, reason, errors_path)
        output.fail({"id": tag.id, "document": tag.name, "reason": reason})
    progress.advance(tag.characters, failed=outcome.error is not None)


class _NotReadError(Exception):
    """A document could not be read; the message says why."""


def _jobs(entries: Iterator[Entry], progress: RunProgress | None) -> Iterator[Job]:
    for entry in entries:
        if progress is not None:
            progress.begin()  # what an earlier run has read is passed over by now
            progress = None
        document = entry()
        if isinstance(document, Unreadable):
            yield Job(_Tag(document.name, document.id, 0), _NotReadError(document.reason))
            continue
        tag = _Tag(document.name, document.id, len(document.text))
        arguments: dict[str, Any] = {"text": document.text, "id": document.id}
        try:
            published = read_published(document.published)
        except (TypeError, ValueError) as error:
            yield Job(tag, _NotReadError(str(error)))
            continue
        if published is not None:
            arguments["published"] = published
        yield Job(tag, arguments, document.kept)


def _reason(error: Exception) -> str:
    if isinstance(error, (_NotReadError, FrnewsError)):
        return str(error)
    # A fault of frnews in one document must not lose the thousand others.
    return f"{type(error).__name__}: {error} (a fault of frnews: please report it)"


def _report(progress: RunProgress, before: int, name: str, reason: str, errors_path: str | None) -> None:
    if errors_path is None or before < _TOLD:
        progress.say(_printable(f"frnews: {name}: {reason}"))
    elif before == _TOLD:
        progress.say(f"frnews: more documents failed; all of them will be in {errors_path}")
