"""The audit trail as a table of its own: comma-separated, UTF-8, one line for each event, codes as recorded (P17)."""

from collections.abc import Callable, Mapping

from retnet_pro.conduct.trail_kinds import GROUP_OF
from retnet_pro.conduct.trail_line import Line
from retnet_pro.report.spreadsheet import row_line

COLUMNS: Mapping[str, Callable[[Line], str]] = {
    "event": lambda line: str(line.seq),
    "time": lambda line: line.at,
    "uptime_ms": lambda line: str(line.up_ms),
    "boot": lambda line: line.boot,
    "person": lambda line: line.who,
    "role": lambda line: line.role,
    "device": lambda line: line.device,
    "program": lambda line: line.app,
    "group": lambda line: GROUP_OF[line.kind].value,
    "kind": lambda line: line.kind.value,
    "detail": lambda line: line.detail,
    "participant": lambda line: line.about.subject,
    "visit": lambda line: line.about.visit,
    "form": lambda line: line.about.form,
    "item": lambda line: line.about.item,
    "old_value": lambda line: line.old,
    "new_value": lambda line: line.new,
    "skip_question_shown": lambda line: "" if line.prompted is None else ("yes" if line.prompted else "no"),
    "reason": lambda line: line.reason,
    "content_state": lambda line: line.openness.value,
    "content": lambda line: "; ".join(f"{name}: {value}" for name, value in line.content),
    "at_centre": lambda line: line.delivery.value,
    "session": lambda line: line.ses or "",
    "sha256": lambda line: line.hash,
    "note": lambda line: line.note,
}
"""Every column by its name, in order. Columns are added at the end, never changed."""


def table_head() -> str:
    """Return the line of column names."""
    return row_line(COLUMNS)


def table_line(line: Line) -> str:
    """Return one event as a line that no spreadsheet takes for a formula."""
    return row_line(read(line) for read in COLUMNS.values())
