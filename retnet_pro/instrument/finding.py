"""A finding: one thing that is wrong in a form, wording or study file, and the line to look at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Place = tuple[str | int, ...]
"""Way to a value inside a file, e.g. ``("items", 3, "recall")``."""

Lines = Mapping[Place, int]
"""Line of every value of one file, counted from 1."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a file, with the place where a person mends it."""

    path: str
    line: int
    item: str | None
    """Id of the item or code of the scale concerned, where there is one."""
    message: str

    def __str__(self) -> str:
        subject = f"[{self.item}] " if self.item else ""
        return f"{self.path}:{self.line}: {subject}{self.message}"


def in_one_line(findings: Iterable[Finding]) -> str:
    """Return all findings as the one fact a `Refusal` carries; the path stands there already."""
    return "; ".join(
        f"line {finding.line}: {f'[{finding.item}] ' if finding.item else ''}{finding.message}" for finding in findings
    )
