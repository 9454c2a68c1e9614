"""What runs in a process of the pool: it reads what it is sent, answers, and leaves with its parent."""

import gc
import os
import pickle
import queue
import sys
import threading
from typing import Any, BinaryIO

from frnews._many._channel import Failure, receive, send


def main() -> None:
    """Answer the parent's messages until there are no more: first the options, then batches of articles."""
    inbox: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    answers = _answers()
    # The thread waits for messages, so that it sees the parent go even in the middle of an article.
    threading.Thread(target=_listen, args=(sys.stdin.buffer, inbox), daemon=True).start()
    try:
        from frnews._many._outcomes import read

        options, finish = pickle.loads(inbox.get())
    except BaseException as error:
        send(answers, pickle.dumps(Failure.of(error)))
        return
    send(answers, pickle.dumps(None))
    first = True
    while True:
        replies: list[Any] = []
        for arguments, extra in pickle.loads(inbox.get()):
            try:
                replies.append(read(arguments, extra, options, finish))
            except Exception as error:
                replies.append(Failure.of(error))
        send(answers, _packed(replies))
        if first:
            # Tables and model stay for good: the collector need not look at them again (some 7 % of the time).
            gc.collect()
            gc.freeze()
            first = False


def _packed(replies: list[Any]) -> bytes:
    try:
        return pickle.dumps(replies, protocol=5)
    except Exception as error:
        return pickle.dumps([Failure.of(error)] * len(replies))


def _answers() -> BinaryIO:
    """Take the standard output for the answers; what a pipeline of the user's prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    try:
        os.dup2(2, 1)
    except OSError:  # the parent has no standard error
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
    return answers


def _listen(stream: BinaryIO, inbox: "queue.SimpleQueue[bytes]") -> None:
    while (message := receive(stream)) is not None:
        inbox.put(message)
    os._exit(0)
