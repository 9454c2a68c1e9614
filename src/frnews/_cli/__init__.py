"""The command line: `frnews parse FILE…`, also as `python -m frnews`."""

from frnews._cli._commands import app, main
from frnews._cli._explain_command import explain
from frnews._cli._report_command import report

app.command("report")(report)
app.command("explain")(explain)

__all__ = ["main"]
