"""Measure processor time in tests so that what else the process or the machine does counts little.

The collector of unreachable objects goes through all that the tests before have left in memory: half a second in the
midst of a measurement of a tenth. It is off while the clock runs. A bound that fails is measured again: what disturbs
one measurement seldom disturbs three, and time that grows with the square fails each.
"""

import gc
import time
from collections.abc import Callable
from typing import TypeVar

Work = TypeVar("Work")


def seconds(act: Callable[[], object], runs: int = 1) -> float:
    """Return the processor time that `act` takes, in seconds: the least of `runs`."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        return min(_once(act) for _ in range(runs))
    finally:
        if was_on:
            gc.enable()


def linear(act: Callable[[], object], length: int, bound: float) -> bool:
    """Return whether `act` takes so little for a text of some length that a million signs take less than `bound`.

    It counts as if all of the time grew with the square of the length: 250,000 signs have a sixteenth of the bound.
    So what would break the bound on a million for its square breaks it here too, at a fraction of the cost.

    Args:
        act: What to measure.
        length: How many signs it reads.
        bound: The seconds that a million may take.

    """
    return holds(lambda: seconds(act) < bound * (length / 1_000_000) ** 2)


def proportional(work: Callable[[int], Work], act: Callable[[Work], object], size: int, most: float = 12) -> bool:
    """Return whether eight times the work takes no more than `most` times the time; the square would take 64 times.

    With the bound of 12, a square that is a thirteenth of the time of the smaller work is seen: so works of some
    thousand signs show what a bound on the seconds of a million signs shows.

    Args:
        work: Makes the work of a size; that is not measured.
        act: Does it.
        size: That of the smaller work.
        most: How many times the time eight times the work may take.

    """
    small, large = work(size), work(8 * size)
    return holds(lambda: seconds(lambda: act(large)) < most * seconds(lambda: act(small), runs=3) + 0.02)


def _once(act: Callable[[], object]) -> float:
    started = time.process_time()
    act()
    return time.process_time() - started


def holds(bound: Callable[[], bool], tries: int = 3) -> bool:
    """Return whether a bound on measured times holds in one of `tries`."""
    return any(bound() for _ in range(tries))
