"""From the desk of a logged-in person to a copy of the completion report, as a table or on paper, with its trace."""

from collections.abc import Iterator

from retnet_pro.conduct.completeness import (
    Completeness,
    ItemCounting,
    ItemCounts,
    completeness,
    leave_completion_trace,
)
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.trail_line import Look
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.moment import Moment
from retnet_pro.report.completion_paper import CompletionPaper, completion_pdf
from retnet_pro.report.completion_table import completion_table
from retnet_pro.report.style import VERA, Typeface
from retnet_pro.report.trail_copy import CopyForm


class CompletionCopy:
    """One copy in the making. It has state for one reason: questions are counted stretch by stretch."""

    def __init__(self, desk: Desk, form: CopyForm, now: Moment, typeface: Typeface = VERA) -> None:
        """Begin: the rates are taken as they stand now.

        Raises:
            Refusal: `NOT_ALLOWED`.
        """
        self._desk = desk
        self._form = form
        self._now = now
        self._typeface = typeface
        self._found: Completeness = completeness(desk)
        self._countings = tuple(ItemCounting(desk, instrument) for instrument in self._instruments())
        self._left: Iterator[ItemCounting] = iter(self._countings)
        self._counting = next(self._left, None)

    @property
    def count(self) -> int:
        """Responses opened so far."""
        return sum(counting.done for counting in self._countings)

    def advance(self) -> bool:
        """Do the next stretch; return whether there is more to do.

        Raises:
            Tamper: when a response is not this device's own, cannot be opened or is not in the agreed form.
        """
        if self._counting is not None and not self._counting.advance():
            self._counting = next(self._left, None)
        return self._counting is not None

    def content(self) -> bytes:
        """Return the copy; the same record gives the same bytes, on paper but for the time of print."""
        site = str(self._desk.site.provision["site"])
        questions = tuple(counting.counts() for counting in self._countings)
        if self._form is CopyForm.TABLE:
            return completion_table(site, self._found, questions).encode()
        return self._print(site, questions)

    def finish(self) -> bytes:
        """Write down what leaves, and return it (rule P10).

        Raises:
            WorldFault: the disk refused the trace; then nothing may leave.
        """
        content = self.content()
        leave_completion_trace(self._desk, Look.COMPLETION_COPY, **{"as": self._form.value})
        return content

    def _instruments(self) -> tuple[InstrumentId, ...]:
        return tuple(dict.fromkeys(row.instrument for row in self._found.rows))

    def _print(self, site: str, questions: tuple[ItemCounts, ...]) -> bytes:
        desk = self._desk
        return completion_pdf(
            CompletionPaper(
                site=site,
                study_title=desk.study.title,
                study_label=desk.study.label,
                mode=desk.mode,
                app=desk.pen.app,
                printed_at=self._now.wall,
                printed_by=desk.person.user,
                role=desk.person.role.value,
                found=self._found,
                questions=questions,
                instruments={one: desk.library.instrument(one) for one in self._instruments()},
            ),
            self._typeface,
        )
