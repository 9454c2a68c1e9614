"""Processes that read articles: started, asked, replaced where one is killed, and never left behind.

They are fresh interpreters and not forks: a fork of a process with threads may hang, and `multiprocessing`'s own fresh
ones run the caller's script once more, which then must be written for it (and cannot be where it came from a pipe or a
notebook). What they are sent goes through their standard input; where that ends, for their parent has closed it or
died of whatever cause, they leave.
"""

import contextlib
import pickle
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Any

from frnews._errors import FrnewsError
from frnews._many._channel import Failure, receive, send

_START = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN); "  # Ctrl-C is for the parent to answer
    "sys.path[:] = sys.argv[1:]; from frnews._many._worker import main; main()"
)


class Pool:
    """Some processes that read articles.

    A thread for each process waits for its answers, so that all of it works alike on every system.
    """

    def __init__(self, n_process: int, packed: bytes) -> None:
        """Make the pool; its processes are started when first asked.

        Args:
            n_process: How many.
            packed: The options of `parse` and what to make of each article, pickled.

        """
        self._workers = [Worker(packed) for _ in range(n_process)]
        self._idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(n_process, thread_name_prefix="frnews")

    def __enter__(self) -> "Pool":
        """Return the pool."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes, whatever they are doing."""
        for worker in self._workers:
            worker.kill()
        # Those who waited for an answer have their error now; nobody reads the pipes any more.
        self._threads.shutdown(wait=True, cancel_futures=True)
        for worker in self._workers:
            worker.close()

    def submit(self, tasks: Sequence[tuple[dict[str, Any], Any]]) -> Callable[[], Iterable[Any]]:
        """Have some articles read together.

        Args:
            tasks: For each, what `parse` is called with, and what `finish` gets.

        Returns:
            What waits for the replies, one a task: a result, or a `Failure`.

        """
        if not tasks:
            return tuple
        future = self._threads.submit(self._read, tasks)
        return lambda: _unpack(future.result())

    def _read(self, tasks: Sequence[tuple[dict[str, Any], Any]]) -> list[bytes]:
        worker = self._idle.get()
        try:
            replies = worker.ask(tasks)
            if replies is not None:
                return [replies]
            # The process has died: of one of these, or killed from outside. Each is read once more, alone.
            return [worker.ask([task]) or _death(worker) for task in tasks]
        finally:
            self._idle.put(worker)


def _unpack(messages: list[bytes]) -> Iterator[Any]:
    # Here, in the thread that wants them: those of the pool only move bytes.
    for message in messages:
        yield from pickle.loads(message)


def _death(worker: "Worker") -> bytes:
    told = (
        f"the process that read it ended twice ({worker.last_status}); killed by the system, it may have needed too "
        "much memory"
    )
    return pickle.dumps([Failure(pickle.dumps(FrnewsError(told)), told, "")])


class Worker:
    """One process, started when it is asked something, and again after it has died.

    Attributes:
        last_status: How it ended last, in words.

    """

    def __init__(self, packed: bytes) -> None:
        self._packed = packed
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._closed = False
        self.last_status = ""

    def ask(self, tasks: Sequence[tuple[dict[str, Any], Any]]) -> bytes | None:
        """Send some tasks, wait, and return the pickled list of replies; None where the process has died of it.

        Raises:
            FrnewsError: The process cannot be started, or the pool is closed.
            ValueError: The options cannot be read in another process.

        """
        process = self._process or self._start()
        reply = _exchange(process, pickle.dumps(tasks, protocol=5))
        if reply is None:
            self._bury(process)
        return reply

    def kill(self) -> None:
        """End the process for good; who waits for its answer gets an error."""
        with self._lock:
            self._closed = True
            process = self._process
        if process is not None:
            process.kill()
            process.wait()

    def close(self) -> None:
        """Close what leads to the killed process."""
        if self._process is not None:
            _close(self._process)

    def _start(self) -> "subprocess.Popen[bytes]":
        with self._lock:
            if self._closed:
                raise FrnewsError("The articles were closed before all had been read.")
            self._process = process = _new_process()
        reply = _exchange(process, self._packed)
        if reply is None:
            self._bury(process)
            raise FrnewsError(
                f"A process to read articles ended when it was started ({self.last_status}). Pass n_process=1."
            )
        failure: Failure | None = pickle.loads(reply)
        if failure is not None:
            self._bury(process)
            raise ValueError(
                f"The options of parse_many() cannot be read in other processes ({failure.told}). Pass n_process=1, "
                "or an nlp whose components stand in modules that can be imported."
            ) from failure.error()
        return process

    def _bury(self, process: "subprocess.Popen[bytes]") -> None:
        process.kill()
        status = process.wait()
        _close(process)
        self.last_status = f"signal {-status}" if status < 0 else f"exit status {status}"
        with self._lock:
            self._process = None


def _new_process() -> "subprocess.Popen[bytes]":
    if not sys.executable:
        raise FrnewsError("This Python does not know its own program, so it cannot start others. Pass n_process=1.")
    # A group of its own: Ctrl-C in a terminal goes to the parent alone, which then ends it.
    return subprocess.Popen(
        [sys.executable, "-c", _START, *sys.path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )


def _exchange(process: "subprocess.Popen[bytes]", message: bytes) -> bytes | None:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        send(process.stdin, message)
        return receive(process.stdout)
    except (OSError, ValueError):  # it has ended, or has been closed by another thread
        return None


def _close(process: "subprocess.Popen[bytes]") -> None:
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):  # what could not be sent to the dead is lost anyway
                stream.close()
