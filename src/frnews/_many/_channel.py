"""What goes between a process and its parent: messages of bytes, each after its length, and failures."""

import pickle
import struct
import traceback
from typing import IO

from attrs import frozen

from frnews._errors import FrnewsError

_LENGTH = struct.Struct("<Q")


def send(stream: IO[bytes], message: bytes) -> None:
    """Write one message.

    >>> import io
    >>> stream = io.BytesIO()
    >>> send(stream, b"Bonjour"); _ = stream.seek(0); receive(stream), receive(stream)
    (b'Bonjour', None)
    """
    stream.write(_LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Wait for one message, and return it; None where the other side is gone."""
    length = stream.read(_LENGTH.size)
    if len(length) < _LENGTH.size:
        return None
    wanted: int = _LENGTH.unpack(length)[0]
    message = stream.read(wanted)
    return message if len(message) == wanted else None


class RemoteError(Exception):
    """Where in the other process an error was raised; its message is the traceback."""


@frozen
class Failure:
    """An error on its way between two processes, in a form that always arrives.

    Attributes:
        pickled: The error itself, or None where pickle cannot copy it.
        told: Its kind and message.
        trace: Its traceback, for reading.

    """

    pickled: bytes | None
    told: str
    trace: str

    @classmethod
    def of(cls, error: BaseException) -> "Failure":
        """Pack an error."""
        trace = "".join(traceback.format_exception(type(error), error, error.__traceback__))
        try:
            pickled = pickle.dumps(error)
            pickle.loads(pickled)  # many an error can be written and not be read
        except Exception:
            return cls(None, f"{type(error).__name__}: {error}", trace)
        return cls(pickled, f"{type(error).__name__}: {error}", trace)

    def error(self) -> Exception:
        """Unpack the error; one that could not be copied becomes a `FrnewsError` that tells it.

        >>> Failure.of(ValueError("no day")).error()
        ValueError('no day')
        """
        error = None if self.pickled is None else pickle.loads(self.pickled)
        if not isinstance(error, Exception):
            error = FrnewsError(self.told)
        if self.trace:
            error.__cause__ = RemoteError(f"\n{self.trace}")
        return error
