"""Where encoded articles go: a stream, as they come, or a file that appears when it is complete.

A file's articles are first collected in a folder beside it, chunk by chunk: the records, what failed, and, after each
chunk is safely on the disk, how far the run has come. Whatever stops the run, that much of it is there, and a run that
resumes cuts off what came after. Chunks end at the same documents in every run, so that a run that was broken leaves
the same bytes as one that was not.
"""

import contextlib
import gzip
import io
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Protocol, cast

import attrs

from frnews._cli._colour import is_coloured
from frnews._cli._layouts import Layout, Page, Parquet, Text
from frnews._cli._sources import ERRORS, RESUME

# A chunk ends after so many documents, or so many characters: some seconds of work, which is what a stop can cost.
_CHUNK_DOCUMENTS = 100
_CHUNK_CHARACTERS = 1_000_000


class OutputError(Exception):
    """What was to be written cannot be; the message says where and why."""


class ResumeError(Exception):
    """The run cannot go on where another one stopped; the message says why and what to do."""


@contextlib.contextmanager
def _naming(place: str) -> Iterator[None]:
    """Turn what the system says when a place cannot be written to into one clear line."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"cannot write {place}: {(error.strerror or str(error)).lower()}") from error


@attrs.define
class State:
    """How far a run has come: what is safely on the disk.

    Attributes:
        about: What tells this run from others: its files and options.
        documents: How many documents are behind, those that failed included.
        parsed: How many of them are in the records.
        failed: How many are not.
        records: Bytes of the records.
        errors: Bytes of the failures.
        complete: Whether all documents are behind, and only the output is to be made.

    """

    about: dict[str, str]
    documents: int = 0
    parsed: int = 0
    failed: int = 0
    records: int = 0
    errors: int = 0
    complete: bool = False


class Output(Protocol):
    """Takes encoded articles and failures, in the order of their documents."""

    state: State

    def add(self, record: Any, characters: int) -> None:
        """Take an encoded article."""

    def fail(self, failure: Mapping[str, Any]) -> None:
        """Take a failure."""

    def finish(self) -> None:
        """Complete the output."""

    def abandon(self) -> bool:
        """Leave off; tell whether the run can be resumed."""


class StreamOutput:
    """Writes each article when it comes."""

    def __init__(self, place: str, layout: Layout) -> None:
        """Open the place.

        Args:
            place: `-` for standard output, or a device or pipe.
            layout: In which form articles are written.

        Raises:
            OutputError: It cannot be written to.

        """
        self.state = State({})
        self._layout = layout
        self._place = "to standard output" if place == "-" else place
        with _naming(self._place):
            self._stream: IO[bytes] = _standard_output() if place == "-" else open(place, "wb")  # noqa: SIM115
        coloured = place == "-" and isinstance(layout, Text) and is_coloured(sys.stdout)
        self._terminal = sys.stdout if coloured else None
        if isinstance(self._terminal, io.TextIOWrapper):
            self._terminal.reconfigure(errors="backslashreplace")
        self._made_at_the_end = io.BytesIO()

    def add(self, record: Any, characters: int) -> None:
        """Write an encoded article."""
        with _naming(self._place):
            if self._terminal is not None:
                self._print(record)
            elif isinstance(self._layout, (Page, Parquet)):
                self._made_at_the_end.write(self._layout.chunk([record], self.state.parsed))
            else:
                self._stream.write(self._layout.chunk([record], self.state.parsed))
                self._stream.flush()
        self.state.parsed += 1
        self.state.documents += 1

    def _print(self, record: Any) -> None:
        from frnews._cli._view import print_lines

        assert self._terminal is not None
        if self.state.parsed:
            self._terminal.write("\n")
        print_lines(record, self._terminal)

    def fail(self, failure: Mapping[str, Any]) -> None:
        """Count a failure; it has been reported."""
        self.state.failed += 1
        self.state.documents += 1

    def finish(self) -> None:
        """Write what stands at the end."""
        with _naming(self._place):
            if isinstance(self._layout, (Page, Parquet)):
                self._made_at_the_end.seek(0)
                self._layout.finish(self._made_at_the_end, self._stream)
            else:
                self._stream.write(self._layout.end(self.state.parsed))
            self._stream.flush()

    def abandon(self) -> bool:
        """Leave what has been written."""
        return False


def _standard_output() -> IO[bytes]:
    """Return standard output as a stream of bytes: whatever the locale, what leaves is UTF-8."""
    if sys.stdout is None:
        raise OSError(0, "it is closed")
    return sys.stdout.buffer


class FileOutput:
    """Collects the articles beside a file, and puts the file in its place when all are there."""

    def __init__(self, path: str, layout: Layout, about: dict[str, str], *, resume: bool) -> None:
        """Start a run, or go on with one.

        Args:
            path: The file.
            layout: In which form articles are written.
            about: What tells this run from others.
            resume: Whether to go on where an earlier run stopped.

        Raises:
            OutputError: The place cannot be written to.
            ResumeError: An earlier run stands there that `resume` does not ask for, or that was another one.

        """
        self._target = Path(os.path.realpath(path))
        self._folder = self._target.with_name(self._target.name + RESUME)
        self._layout = layout
        self._compress = self._target.suffix == ".gz"
        self._pending: list[Any] = []
        self._pending_errors: list[bytes] = []
        self._since = 0
        self._characters = 0
        self._lock: int | None = None
        try:
            self._begin(path, about, resume=resume)
        except ResumeError:  # what stands there is another run's
            self._unlock()
            raise
        except BaseException:  # it may be stopped while it opens
            self.abandon()
            raise

    def _begin(self, path: str, about: dict[str, str], *, resume: bool) -> None:
        fresh = not self._folder.exists()
        with _naming(path):
            self._folder.mkdir(exist_ok=True)
            self._lock = _lock(self._folder)
        if self._lock is None:
            raise ResumeError("another run is writing there now.")
        self.state = self._state(about, resume=resume)
        if self.state.complete:
            return  # only the last steps of it were not taken
        with _naming(path):
            if not self.state.documents and not fresh:
                self._empty()
            self._records = self._open("records", self.state.records)
            self._errors = self._open("errors", self.state.errors)

    def _state(self, about: dict[str, str], *, resume: bool) -> State:
        earlier = self._earlier()
        if earlier is None:
            return State(about)
        if not resume:
            raise ResumeError(
                f"an earlier run stopped after {earlier.documents} documents. Go on with it with --resume, or remove "
                f"{self._folder} to start anew."
            )
        if earlier.about != about:
            changed = [name for name in about if earlier.about.get(name) != about[name]]
            raise ResumeError(
                f"the run that stopped had other {' and '.join(changed)}. Give the same again, or remove "
                f"{self._folder} to start anew."
            )
        return earlier

    def _earlier(self) -> State | None:
        """Return how far an earlier run came, or None where there is none or it had come nowhere."""
        try:
            state = State(**json.loads((self._folder / "state.json").read_bytes()))
            if state.complete:
                return state
            for name, size in (("records", state.records), ("errors", state.errors)):
                if (self._folder / name).stat().st_size < size:
                    return None
        except (OSError, ValueError, TypeError):
            return None
        return state if state.documents else None

    def _open(self, name: str, size: int) -> IO[bytes]:
        stream = open(self._folder / name, "ab")  # noqa: SIM115 (it stays open as long as the run)
        stream.truncate(size)
        stream.seek(0, os.SEEK_END)
        return stream

    def add(self, record: Any, characters: int) -> None:
        """Take an encoded article."""
        self._pending.append(record)
        self._behind(characters)

    def fail(self, failure: Mapping[str, Any]) -> None:
        """Take a failure."""
        self._pending_errors.append(
            (json.dumps(failure, ensure_ascii=False)).encode("utf-8", "backslashreplace") + b"\n"
        )
        self.state.failed += 1
        self._behind(0)

    def _behind(self, characters: int) -> None:
        self.state.documents += 1
        self._since += 1
        self._characters += characters
        if self._since >= _CHUNK_DOCUMENTS or self._characters >= _CHUNK_CHARACTERS:
            self._checkpoint()

    def _checkpoint(self) -> None:
        """Put what is pending safely on the disk, and then that it is."""
        with _naming(str(self._target)):
            self._append(self._layout.chunk(self._pending, self.state.parsed))
            self.state.parsed += len(self._pending)
            self._errors.write(b"".join(self._pending_errors))
            self._pending, self._pending_errors = [], []
            self._since = self._characters = 0
            self._note()

    def _append(self, data: bytes) -> None:
        if data:
            made_at_the_end = isinstance(self._layout, (Page, Parquet))
            self._records.write(gzip.compress(data, mtime=0) if self._compress and not made_at_the_end else data)

    def _note(self) -> None:
        for stream in (self._records, self._errors):
            stream.flush()
            os.fsync(stream.fileno())
        self.state.records, self.state.errors = self._records.tell(), self._errors.tell()
        _write_safely(self._folder / "state.json", json.dumps(attrs.asdict(self.state)).encode())

    def finish(self) -> None:
        """Put the file in its place, its failures beside it, and remove what was collected.

        Each step can be taken again by a run that resumes here.
        """
        if not self.state.complete:
            self._checkpoint()
            with _naming(str(self._target)):
                self._append(self._layout.end(self.state.parsed))
                self.state.complete = True
                self._note()
                self._errors.close()
                self._records.close()
        with _naming(str(self._target)):
            self._replace(self._target.with_name(self._target.name + ERRORS), "errors", wanted=bool(self.state.failed))
            # Where nothing could be read, what stood there before still does.
            if self.state.parsed or not self.state.failed:
                made_at_the_end = isinstance(self._layout, (Page, Parquet))
                if made_at_the_end:
                    self._make()
                self._replace(self._target, "made" if made_at_the_end else "records", wanted=True)
            self._remove()

    def _make(self) -> None:
        assert isinstance(self._layout, (Page, Parquet))
        with open(self._folder / "records", "rb") as records, open(self._folder / "made", "wb") as target:
            if self._compress:
                with gzip.GzipFile(filename="", mode="wb", fileobj=target, mtime=0) as compressed:
                    self._layout.finish(records, cast(IO[bytes], compressed))
            else:
                self._layout.finish(records, target)
            target.flush()
            os.fsync(target.fileno())

    def _replace(self, target: Path, name: str, *, wanted: bool) -> None:
        if not wanted:
            target.unlink(missing_ok=True)
            return
        new = self._folder / name
        if new.exists():  # else this step was taken before the run stopped
            if target.exists():
                shutil.copymode(target, new)
            os.replace(new, target)

    def abandon(self) -> bool:
        """Close what is open; what was collected stays where a run can go on with it."""
        for stream in (getattr(self, "_records", None), getattr(self, "_errors", None)):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        resumable = self._earlier() is not None
        if not resumable:
            self._remove()
        self._unlock()
        return resumable

    def _empty(self) -> None:
        for name in ("records", "errors", "made", "state.json", "state.json.new"):
            (self._folder / name).unlink(missing_ok=True)

    def _remove(self) -> None:
        # First what says that all is there: without it a run that is killed in the midst of this starts anew.
        with contextlib.suppress(OSError):
            (self._folder / "state.json").unlink()
        shutil.rmtree(self._folder, ignore_errors=True)
        self._unlock()

    def _unlock(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _lock(folder: Path) -> int | None:
    """Hold a folder for this process as long as it lives; None where another one does.

    Two runs that wrote into one file would mix their articles. Where there are no such locks (Windows, some network
    drives) this is left to the user.
    """
    if os.name != "posix":
        return os.open(os.devnull, os.O_RDONLY)
    import fcntl

    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        return None
    except OSError:
        pass
    return held


def _write_safely(path: Path, data: bytes) -> None:
    """Write a file so that whatever happens its place holds the old content or the new, whole."""
    new = path.with_name(path.name + ".new")
    with open(new, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(new, path)


def open_output(
    path: str | None, layout: Layout, about: Callable[[], dict[str, str]], *, resume: bool
) -> StreamOutput | FileOutput:
    """Open where to write.

    Args:
        path: A path; `-` or None for standard output.
        layout: In which form articles are written.
        about: Gives what tells this run from others.
        resume: Whether to go on where an earlier run stopped.

    Raises:
        OutputError: The place cannot be written to.
        ResumeError: An earlier run stands in the way.

    """
    if path is None or path == "-":
        return StreamOutput("-", layout)
    if os.path.exists(path) and not os.path.isfile(path):
        return StreamOutput(path, layout)  # a device or a pipe cannot be replaced
    return FileOutput(path, layout, about(), resume=resume)
