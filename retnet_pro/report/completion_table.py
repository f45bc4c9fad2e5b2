"""The completion report as a table: comma-separated, UTF-8; a line for each visit, form and group, then for questions.

The counts are given, and the rule that makes a form valid with every one of them (rules E63, E65); rates are for the
reader to compute. Columns are added at the end, never changed.
"""

from collections.abc import Iterator, Sequence

from retnet_pro.conduct.completeness import Completeness, ItemCounts
from retnet_pro.report.spreadsheet import row_line
from retnet_pro.study.absence import Absence
from retnet_pro.study.completion import Completion
from retnet_pro.study.item_completion import ItemCompletion

COLUMNS = (
    "level", "site", "as_of", "group", "form", "visit", "time_point", "visit_title", "cycle", "item",
    "completion_valid", "completion_expected", "available_valid", "available_population", "came_not_valid",
    *(f"absent_{reason.value.replace('-', '_')}" for reason in Absence),
    "absent_no_reason", "awaited", "answered", "asked", "left_out", "not_reached", "not_applicable", "hidden",
    "valid_form",
)  # fmt: skip
"""A line of the level ``visit`` leaves the columns of questions empty, one of the level ``item`` those of visits."""
EVERYBODY = "all"


def completion_table(site: str, found: Completeness, questions: Sequence[ItemCounts]) -> str:
    """Return the whole table."""
    lines = [row_line(COLUMNS)]
    lines += [_written(site, found, _visit(row)) for row in found.rows]
    lines += [_written(site, found, _item(counts, one)) for counts in questions for one in counts.items]
    return "".join(lines)


def _written(site: str, found: Completeness, facts: dict[str, object]) -> str:
    known = {"site": site, "as_of": found.as_of.isoformat(), "valid_form": found.valid_form, **facts}
    return row_line(str(known.get(column, "")) for column in COLUMNS)


def _visit(row: Completion) -> dict[str, object]:
    return {
        "level": "visit",
        "group": row.group or EVERYBODY,
        "form": row.instrument,
        "visit": row.visit,
        "time_point": row.time_point,
        "visit_title": row.title,
        "cycle": "" if row.cycle is None else row.cycle,
        "completion_valid": row.variable.valid,
        "completion_expected": row.variable.of,
        "available_valid": row.fixed.valid,
        "available_population": row.fixed.of,
        "came_not_valid": row.invalid,
        **dict(_reasons(row)),
        "absent_no_reason": row.unexplained,
        "awaited": row.awaited,
    }


def _reasons(row: Completion) -> Iterator[tuple[str, int]]:
    for reason in Absence:
        yield f"absent_{reason.value.replace('-', '_')}", row.absent.get(reason, 0)


def _item(counts: ItemCounts, one: ItemCompletion) -> dict[str, object]:
    return {
        "level": "item",
        "group": EVERYBODY,
        "form": counts.instrument,
        "item": one.item,
        "answered": one.answered,
        "asked": one.rate.of,
        "left_out": one.skipped,
        "not_reached": one.not_reached,
        "not_applicable": one.not_applicable,
        "hidden": one.not_presented,
    }
