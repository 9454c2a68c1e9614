"""Resolution: from an expression to its days, a pure function of the expression and its context.

The modules imported here hold the meanings of all rules of the grammar; whoever resolves asks this one, so that they
are all there.
"""

from frnews._dates import _resolve_days, _resolve_periods, _resolve_ranges, _resolve_times  # noqa: F401
from frnews._dates._rules import Context, is_floating, resolve

__all__ = ["Context", "is_floating", "resolve"]
