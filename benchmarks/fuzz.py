"""Read texts that mean harm, as many as there is time for, and keep every one that is not borne.

    python benchmarks/fuzz.py --seconds 60
    python benchmarks/fuzz.py --seconds 3600 --seed 7
    python benchmarks/fuzz.py --inputs 1000000
    python benchmarks/fuzz.py --replay fuzz-failures/*.json

Each text is made of real ones (`fuzz_texts.py`), or by hypothesis, which makes it as short as it still fails. Every
text goes through `parse` and JSON; a part of them, by lot, through each other public function with any options
(`fuzz_checks.py`). A text fails if anything but a documented error is raised, if an answer breaks what holds of all
answers, or if it takes too long. Text number N of seed S is always the same, as long as the corpus is; failures are
kept whole, so that they can be read again without it. The exit status is 1 where there was one.
"""

import argparse
import contextlib
import gc
import json
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from types import FrameType

import fuzz_checks
import fuzz_texts

# News takes some 4 microseconds a character, and its own checks as much again; a busy machine is twice as slow.
_SECONDS_AT_LEAST, _SECONDS_A_CHARACTER = 1.5, 60e-6
# What the checks read several times, or turn into pages.
_OTHER_CHECKS = 10
# A text that hangs is ended after so much processor time.
_HANGS = 60.0
# Before each twenty thousand texts come so many of hypothesis's.
_EVERY, _BY_HYPOTHESIS = 20_000, 1_000
_FAILURES_AT_MOST = 30


class TooSlowError(Exception):
    """A text took longer than its length allows."""


class Tally:
    """What has been read, and what failed."""

    def __init__(self, keep: Path) -> None:
        self.texts = self.characters = 0
        self.calls: Counter[str] = Counter()
        self.failures = 0
        self.slowest: tuple[float, str] = (0.0, "")
        self._keep = keep
        self._known: set[str] = set()

    def fail(self, text: str, origin: str, check: str, state: object, error: Exception) -> None:
        """Tell of a failure and keep its text, once for each place of the code that raises it."""
        self.failures += 1
        frames = traceback.extract_tb(error.__traceback__)
        place = f"{check} {type(error).__name__} {frames[-1].filename}:{frames[-1].lineno}" if frames else str(error)
        if place in self._known:
            return
        self._known.add(place)
        self._keep.mkdir(parents=True, exist_ok=True)
        path = self._keep / f"{origin.replace(' ', '-').replace(':', '-')}.json"
        path.write_text(json.dumps({"origin": origin, "check": check, "state": state, "text": text}), "utf-8")
        told = "".join(traceback.format_exception(type(error), error, error.__traceback__)[-6:])
        print(f"\nFAULT {path} ({check}, {len(text)} characters: {text[:120]!a})\n{told}"[:3000], flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, help="how long (default 60, or as long as --inputs takes)")
    parser.add_argument("--inputs", type=int, help="how many texts at most")
    parser.add_argument("--seed", type=int, default=None, help="which texts (default: others in each run)")
    parser.add_argument("--first", type=int, default=0, help="number of the first text")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"), metavar="DIR", help="where failures go")
    parser.add_argument("--replay", type=Path, nargs="+", metavar="FILE", help="read failures that were kept again")
    parser.add_argument("--press", type=Path, default=fuzz_texts.PRESS, metavar="FILE", help="real articles")
    given = parser.parse_args()
    signal.signal(signal.SIGPROF, _too_slow)
    if given.replay:
        return replay(given.replay)
    seed = Random().randrange(10**6) if given.seed is None else given.seed
    seconds = given.seconds if given.seconds or given.inputs else 60
    corpus = fuzz_texts.read_corpus(given.press)
    print(f"seed {seed}; corpus of {len(corpus)} texts, {sum(map(len, corpus)):,} characters", flush=True)
    tally = Tally(given.keep)
    run(tally, corpus, seed, given.first, given.inputs, seconds)
    print(
        f"\n{tally.texts:,} texts of {tally.characters:,} characters, {tally.failures} faults; "
        f"slowest: {tally.slowest[0]:.0%} of the time that it may take ({tally.slowest[1]})"
    )
    print(", ".join(f"{name} {number:,}" for name, number in tally.calls.most_common()))
    return 1 if tally.failures else 0


def run(tally: Tally, corpus: Sequence[str], seed: int, first: int, inputs: int | None, seconds: float | None) -> None:
    """Read texts until there have been enough, or the time is over."""
    fuzz_checks.check_parse(corpus[0], Random(0))  # tables are read before the clock starts
    began = told = time.monotonic()
    number = first
    while (inputs is None or tally.texts < inputs) and (seconds is None or time.monotonic() - began < seconds):
        if number % _EVERY == 0:
            by_hypothesis(tally, seed, number)
            gc.collect()
            gc.freeze()
        rng = Random(f"{seed}:{number}")
        text = fuzz_texts.a_text(rng, corpus)
        one(tally, text, rng, f"seed {seed}:{number}")
        number += 1
        if tally.failures >= _FAILURES_AT_MOST:
            print(f"{tally.failures} faults are enough")
            return
        if time.monotonic() - told > 300:
            told = time.monotonic()
            print(f"{tally.texts:,} texts, {tally.characters:,} characters, {tally.failures} faults", flush=True)


def one(tally: Tally, text: str, rng: Random, origin: str) -> None:
    """Put one text through `parse` and, by lot, another function."""
    tally.texts += 1
    tally.characters += len(text)
    for check in (fuzz_checks.check_parse, fuzz_checks.other_check(rng)):
        if check is None:
            continue
        state = rng.getstate()
        tally.calls[check.__name__.removeprefix("check_")] += 1
        try:
            share = timed(check, text, rng)
        except Exception as error:
            tally.fail(text, origin, check.__name__, state, error)
            return
        if share > tally.slowest[0]:
            tally.slowest = share, f"{origin}, {check.__name__}"


def timed(check: Callable[[str, Random], object], text: str, rng: Random) -> float:
    """Ask a check, and return what share of its time it took.

    Raises:
        TooSlowError: It took all of it.

    """
    bound = _SECONDS_AT_LEAST + _SECONDS_A_CHARACTER * len(text)
    if check is not fuzz_checks.check_parse:
        bound *= _OTHER_CHECKS
    with ended_after(_HANGS + bound):
        began = time.process_time()
        check(text, rng)
        taken = time.process_time() - began
    if taken > bound:
        raise TooSlowError(f"{taken:.1f} s for {len(text)} characters; {bound:.1f} s are allowed")
    return taken / bound


@contextlib.contextmanager
def ended_after(seconds: float) -> Iterator[None]:
    """Raise a TooSlowError where so much processor time has gone: even a pattern that backtracks is ended."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _too_slow(number: int, frame: FrameType | None) -> None:
    raise TooSlowError("it hangs")


def by_hypothesis(tally: Tally, seed: int, number: int) -> None:
    """Have hypothesis look for texts, and make those that fail short."""
    import hypothesis
    from hypothesis import strategies as st

    pieces = st.sampled_from((*fuzz_texts.MARKS, *fuzz_texts.WORDS, *fuzz_texts.SPOILERS))
    texts = st.one_of(
        st.text(max_size=200),
        st.lists(pieces | st.characters(), max_size=60).map("".join),
        st.lists(pieces, max_size=60).map(" ".join),
    )
    last: list[tuple[str, str, object]] = []

    @hypothesis.seed(f"{seed}:{number}")
    @hypothesis.settings(
        max_examples=_BY_HYPOTHESIS, deadline=None, database=None, suppress_health_check=list(hypothesis.HealthCheck)
    )
    @hypothesis.given(texts, st.integers(0, 2**32))
    def look(text: str, choice: int) -> None:
        rng = Random(choice)
        for check in (fuzz_checks.check_parse, fuzz_checks.other_check(rng)):
            if check is not None:
                last[:] = [(text, check.__name__, rng.getstate())]
                timed(check, text, rng)
                tally.calls[check.__name__.removeprefix("check_")] += 1
        tally.texts += 1
        tally.characters += len(text)

    try:
        look()
    except Exception as error:
        text, check, state = last[0]
        tally.fail(text, f"hypothesis {seed}:{number}", check, state, error)


def replay(paths: Sequence[Path]) -> int:
    """Read kept failures again, and return how many still fail, as an exit status."""
    failed = 0
    for path in paths:
        kept = json.loads(path.read_text("utf-8"))
        version, internal, gauss = kept["state"]
        rng = Random()
        rng.setstate((version, tuple(internal), gauss))
        try:
            timed(getattr(fuzz_checks, kept["check"]), kept["text"], rng)
        except Exception:
            failed += 1
            print(f"{path}: still fails\n{traceback.format_exc()[-2500:]}")
        else:
            print(f"{path}: passes")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
