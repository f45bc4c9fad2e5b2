"""From the desk of a logged-in person to a copy of the audit trail, as a table or on paper, with a trace of its own.

A copy is made in stretches, so that a long one never holds up the desk. The record is followed to its end first: what
is copied is known to hold together, or the copy says from where on it does not (rule P03).
"""

from enum import StrEnum

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.trail import Trail, Wanted, leave_trace
from retnet_pro.conduct.trail_line import Line, Look
from retnet_pro.errors import Code, Refusal
from retnet_pro.moment import Moment
from retnet_pro.report.style import VERA, Typeface
from retnet_pro.report.trail_paper import TrailPaper, trail_pdf
from retnet_pro.report.trail_table import table_head, table_line

PAPER_MOST = 5000
"""Most events on paper, over a hundred pages. Choice of this project: more is read as a table."""


class CopyForm(StrEnum):
    """How the trail can leave."""

    TABLE = "csv"
    PAPER = "pdf"


class TrailCopy:
    """One copy in the making. It has state for one reason: it grows stretch by stretch."""

    def __init__(self, desk: Desk, wanted: Wanted, form: CopyForm, now: Moment, typeface: Typeface = VERA) -> None:
        """Begin; nothing is read yet.

        Raises:
            Refusal: `NOT_ALLOWED` or `PARTICIPANT_UNKNOWN`.
        """
        demand(desk.person.role, Right.READ_TRAIL)
        if wanted.subject:
            desk.course(wanted.subject)
        self._desk = desk
        self._wanted = wanted
        self._form = form
        self._now = now
        self._typeface = typeface
        self._trail: Trail | None = None
        self._table = [table_head()]
        self._lines: list[Line] = []
        self.count = 0
        """Events copied so far."""

    def advance(self) -> bool:
        """Do the next stretch; return whether there is more to do.

        Raises:
            Refusal: `TRAIL_TOO_LONG` for paper.
            Tamper: at an event that is not as this device signed it.
        """
        if self._trail is None:
            if not self._desk.inspect():
                self._trail = Trail(self._desk, self._wanted)
            return True
        lines = self._trail.more()
        self.count += len(lines)
        if self._form is CopyForm.TABLE:
            self._table += map(table_line, lines)
        else:
            self._lines += lines
            if self.count > PAPER_MOST:
                raise Refusal(Code.TRAIL_TOO_LONG, most=PAPER_MOST)
        return not self._trail.is_complete

    def content(self) -> bytes:
        """Return the copy; the same events and filter give the same bytes, on paper but for the time of print."""
        assert self._trail is not None
        return "".join(self._table).encode() if self._form is CopyForm.TABLE else self._print(self._trail)

    def finish(self) -> bytes:
        """Write down what leaves, and return it (rule P10).

        Raises:
            WorldFault: the disk refused the trace; then nothing may leave.
        """
        trail = self._trail
        assert trail is not None
        content = self.content()
        said = {"as": self._form.value, "events": self.count, "upto": trail.upto.seq, "head": trail.upto.hash}
        leave_trace(self._desk, Look.COPY, self._wanted, **said)
        return content

    def _print(self, trail: Trail) -> bytes:
        desk = self._desk
        return trail_pdf(
            TrailPaper(
                site=str(desk.site.provision["site"]),
                device=desk.pen.device,
                study_title=desk.study.title,
                mode=desk.mode,
                app=desk.pen.app,
                printed_at=self._now.wall,
                printed_by=desk.person.user,
                role=desk.person.role.value,
                wanted=self._wanted,
                upto=trail.upto,
                first_bad=desk.damage,
                lines=tuple(self._lines),
            ),
            self._typeface,
        )
