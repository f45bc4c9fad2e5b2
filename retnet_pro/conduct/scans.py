"""Look at the scan of a form that was filled in on paper, beside the answers that were read from it (rule E93).

The scan is opened in memory for whoever may read answers, and every look at one is written down (rule P10).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from retnet_pro.conduct.circumstances import circumstances_of
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.site_facts import Opened
from retnet_pro.conduct.trail import Wanted, leave_trace
from retnet_pro.conduct.trail_line import Look
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.record.transcript import read_scan


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """One scan, opened, and what it is of."""

    ses: SessionId
    subject: str
    visit: str
    instrument: InstrumentId
    name: str
    """Its SHA-256."""
    data: bytes
    """PDF, PNG or JPEG as it was attached; what is in it was never looked at."""
    at: str
    who: str
    """Who attached it."""


def open_scan(desk: Desk, subject: str, ses: SessionId) -> Scan:
    """Write down that this person looks at the scan of a paper form, recorded or still waiting, and return it.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `PARTICIPANT_ERASED`, or `SCAN_MISSING` when the form has none,
            when it was erased, or when the tablet it was attached on has not handed it over; then nothing was written.
        Tamper: when it was not signed by its device, cannot be opened, or is not the scan its hash names.
    """
    demand(desk.person.role, Right.READ_RESPONSES)
    visit, instrument, name = _scanned(desk, subject, ses)
    event = next((one for one in _attached(desk, ses) if one.content.get("sha256") == name), None)
    if event is None:
        raise Refusal(Code.SCAN_MISSING)
    scan = Scan(
        ses=ses,
        subject=subject,
        visit=visit,
        instrument=instrument,
        name=name,
        data=read_scan(event.content),
        at=event.at,
        who=event.who,
    )
    leave_trace(desk, Look.SCAN, Wanted(subject=subject), visit=visit, instrument=instrument, sha256=name)
    return scan


def _scanned(desk: Desk, subject: str, ses: SessionId) -> tuple[str, InstrumentId, str]:
    """Return the visit, the form and the hash of the scan, as the record of the form names it."""
    filed = next((one for one in desk.course(subject).filed if one.ses == ses), None)
    if filed is not None:
        paper = circumstances_of(desk, ses).paper
        return filed.visit, filed.instrument, "" if paper is None else paper.scan
    waiting = desk.site.papers.get(ses)
    if waiting is None or waiting.subject != subject:
        raise Refusal(Code.SCAN_MISSING)
    return waiting.visit, waiting.instrument, waiting.scan


def _attached(desk: Desk, ses: SessionId) -> Iterator[Opened]:
    for event, public in desk.reader.session_events(ses):
        if event.header.kind is Kind.PAPER_SCAN and event.sealed is not None:
            yield desk.reader.open_event(event, public)
