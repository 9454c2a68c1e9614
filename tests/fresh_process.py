"""What something costs in a fresh process, as times of a fixed piece of work done there right after it.

Seconds will not do: one machine is at times twice as slow as at others, and a bound with room for that sees nothing.
The fixed work is of the same kind as loading code: modules of the standard library, chosen since they import little and
do nothing to the process, are unmarshalled and run as an import would do it, four times over. It is done three times,
and the least of them counts, so that a disturbance cannot hide what got slower; and it is done last, so that nothing is
imported before what is measured.
"""

import os
import subprocess
import sys
from pathlib import Path

REFERENCE = """
import importlib.util, marshal
names = ("_pydecimal", "argparse", "difflib", "ipaddress", "optparse", "textwrap")
codes = [marshal.dumps(importlib.util.find_spec(name).loader.get_code(name)) for name in names]
def reference():
    started = time.process_time()
    for code in codes * 4:
        exec(marshal.loads(code), {"__name__": "reference"})
    return time.process_time() - started
print(taken / min(reference() for _ in range(3)))
"""


def cost(act: str, bytecode: Path, before: str = "") -> float:
    """Return what some code costs in a fresh process, in times of the reference.

    Args:
        act: The code, in one line.
        bytecode: Where what is compiled is kept: only the first call with a folder pays for compiling.
        before: What is done before it, and does not count.

    """
    code = f"import time; {before}\nstarted = time.process_time(); {act}\ntaken = time.process_time() - started"
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(bytecode)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", code + REFERENCE], capture_output=True, text=True, check=True, env=environment
    )
    return float(done.stdout)


def costs_less(bound: float, act: str, bytecode: Path, before: str = "", tries: int = 8) -> bool:
    """Return whether some code costs less than `bound` times the reference in one of some fresh processes."""
    cost(act, bytecode, before)  # compiles
    return any(cost(act, bytecode, before) < bound for _ in range(tries))
