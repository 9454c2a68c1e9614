"""What becomes of each article of a stream, in order: read here, or by a pool of processes."""

import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any

from attrs import field, frozen

from frnews._many._channel import Failure
from frnews._parse import parse
from frnews._types import Article

Finish = Callable[[Article, Any], Any]
"""What is made of an article where it has been read, with the `extra` of its job; pickle must be able to send it."""

# A batch is sent to a process in one piece: as much as makes the sending cheap beside the reading.
_BATCH_CHARACTERS = 8_000
# How many articles are taken ahead for each process: few at first, for who reads a stream wants its first article soon
# and may want no more than a few; then more, so that nobody waits for the one that reads a long article.
_AHEAD_AT_FIRST = 4
_AHEAD_AT_MOST = 48


class _Pace:
    """How far the processes may run ahead of what has been given out.

    Attributes:
        given: How many articles have been.

    """

    def __init__(self, n_process: int) -> None:
        self.given = 0
        self._n_process = n_process

    def ahead(self) -> int:
        """Return how many articles may be under way or waiting in their turn.

        >>> pace = _Pace(2)
        >>> pace.ahead(), pace.batch()
        (8, 2)
        >>> pace.given = 10_000
        >>> pace.ahead(), pace.batch()
        (96, 16)
        """
        return self._n_process * min(_AHEAD_AT_MOST, _AHEAD_AT_FIRST + self.given // 8)

    def batch(self) -> int:
        """Return how many articles may go to a process together."""
        return max(2, self.ahead() // (3 * self._n_process))


@frozen
class Job:
    """An article to read.

    Attributes:
        tag: Whatever the caller wants to find again on the outcome.
        arguments: What `parse` is called with beside the options; or why that cannot be had.
        extra: What `finish` gets with the article.

    """

    tag: Any
    arguments: dict[str, Any] | Exception
    extra: Any = None


@frozen
class Outcome:
    """What became of a job.

    Attributes:
        job: The job.
        result: The article, or what `finish` made of it; None where there is an error.
        error: Why there is none, or None.

    """

    job: Job
    result: Any = None
    error: Exception | None = None


def outcomes(
    jobs: Iterable[Job], options: dict[str, Any], *, n_process: int = 1, finish: Finish | None = None
) -> Generator[Outcome, None, None]:
    """Read the articles of some jobs, lazily and in order.

    Args:
        jobs: The jobs, each taken when it is needed; what they raise is raised after the outcomes of those before.
        options: The options of `parse`, checked already.
        n_process: In how many processes; 1 is this one.
        finish: What to make of each article, in the process that has read it.

    Yields:
        One outcome a job.

    Raises:
        FrnewsError: A process cannot be started.
        ValueError: The options cannot be sent to other processes.

    """
    if n_process == 1:
        return _outcomes_here(jobs, options, finish)
    return _outcomes_of_processes(jobs, pack(options, finish), n_process)


def read(arguments: dict[str, Any], extra: Any, options: dict[str, Any], finish: Finish | None) -> Any:
    """Read one article, and make of it what is wanted."""
    article = parse(**{**options, **arguments})
    return article if finish is None else finish(article, extra)


def _outcomes_here(
    jobs: Iterable[Job], options: dict[str, Any], finish: Finish | None
) -> Generator[Outcome, None, None]:
    for job in jobs:
        if isinstance(job.arguments, Exception):
            yield Outcome(job, error=job.arguments)
            continue
        try:
            result = read(job.arguments, job.extra, options, finish)
        except Exception as error:
            outcome = Outcome(job, error=error)
        else:
            outcome = Outcome(job, result)
        yield outcome


def pack(options: dict[str, Any], finish: Finish | None) -> bytes:
    """Return the options as bytes for another process, or raise a ValueError that says what stands in the way."""
    try:
        return pickle.dumps((options, finish), protocol=5)
    except Exception as error:  # pickle raises whatever the object's own methods raise
        raise ValueError(
            "The options of parse_many() cannot be sent to other processes "
            f"({type(error).__name__}: {error}). Pass n_process=1, or an nlp that pickle can copy."
        ) from error


@frozen
class _Batch:
    """Some jobs that go to one process together.

    Attributes:
        jobs: All of them, those that need no reading included.
        replies: Asks for the replies to those that do, and waits for them.
        raised: What the source raised after them, or None.

    """

    jobs: list[Job]
    replies: Callable[[], Iterable[Any]]
    raised: Exception | None = field(default=None)

    def outcomes(self) -> Iterator[Outcome]:
        replies = iter(self.replies())
        for job in self.jobs:
            if isinstance(job.arguments, Exception):
                yield Outcome(job, error=job.arguments)
                continue
            reply = next(replies)
            if isinstance(reply, Failure):
                yield Outcome(job, error=reply.error())
            else:
                yield Outcome(job, reply)


def _outcomes_of_processes(jobs: Iterable[Job], packed: bytes, n_process: int) -> Generator[Outcome, None, None]:
    from frnews._many._pool import Pool

    waiting: deque[_Batch] = deque()
    pace = _Pace(n_process)
    pending = 0
    with Pool(n_process, packed) as pool:
        for some, raised in _cut(jobs, pace):
            tasks = [(job.arguments, job.extra) for job in some if not isinstance(job.arguments, Exception)]
            waiting.append(_Batch(some, pool.submit(tasks), raised))
            pending += len(some)
            while waiting and pending + pace.batch() > pace.ahead():
                pending -= len(waiting[0].jobs)
                yield from _given_out(waiting.popleft(), pace)
        while waiting:
            yield from _given_out(waiting.popleft(), pace)


def _given_out(batch: _Batch, pace: _Pace) -> Iterator[Outcome]:
    for outcome in batch.outcomes():
        pace.given += 1
        yield outcome
    if batch.raised is not None:
        raise batch.raised


def _cut(jobs: Iterable[Job], pace: _Pace) -> Iterator[tuple[list[Job], Exception | None]]:
    """Cut a stream of jobs into batches; the last one carries what the stream raised, if it did."""
    some: list[Job] = []
    characters = 0
    try:
        for job in jobs:
            some.append(job)
            if not isinstance(job.arguments, Exception):
                characters += len(job.arguments["text"])
            if characters >= _BATCH_CHARACTERS or len(some) >= pace.batch():
                yield some, None
                some, characters = [], 0
    except Exception as error:
        yield some, error
    else:
        if some:
            yield some, None
