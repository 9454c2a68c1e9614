"""Measure processor time in tests so that what else the process or the machine does counts little.

The collector of unreachable objects goes through all that the tests before have left in memory: half a second in the
midst of a measurement of a tenth. It is off while the clock runs. A bound that fails is measured again: what disturbs
one measurement seldom disturbs three, and time that grows with the square fails each.
"""

import gc
import time
from collections.abc import Callable


def seconds(act: Callable[[], object], runs: int = 1) -> float:
    """Return the processor time that `act` takes, in seconds: the least of `runs`."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        return min(_once(act) for _ in range(runs))
    finally:
        if was_on:
            gc.enable()


def _once(act: Callable[[], object]) -> float:
    started = time.process_time()
    act()
    return time.process_time() - started


def holds(bound: Callable[[], bool], tries: int = 3) -> bool:
    """Return whether a bound on measured times holds in one of `tries`."""
    return any(bound() for _ in range(tries))
