"""Forms on paper that staff are reading in: small facts for the projection, nothing of what stands on them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from retnet_pro.conduct.site_facts import Opened
from retnet_pro.errors import Code, Tamper
from retnet_pro.instrument.model import InstrumentId, ItemId
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.record.transcript import Mark, Round


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One reading: which event, and who did it."""

    seq: int
    who: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperForm:
    """One form on paper that is not recorded yet."""

    ses: SessionId
    subject: str
    visit: str
    instrument: InstrumentId
    readings: Mapping[Round, Reading]
    scan: str = ""
    """SHA-256 of the scan; '' without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """One item that two people read differently."""

    item: ItemId
    first: Mark
    second: Mark


Papers = Mapping[SessionId, PaperForm]


def with_paper(papers: Papers, opened: Opened) -> Papers:
    """Take in a reading or a scan. A second reading by the person of the first never counts (rule E93).

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    content = opened.content
    try:
        ses = SessionId(str(content["ses"]))
        if opened.kind is Kind.PAPER_SCAN:
            known = papers.get(ses)
            return papers if known is None else {**papers, ses: replace(known, scan=str(content["sha256"]))}
        whose = Round(str(content["round"]))
        before = papers.get(ses) or PaperForm(
            ses=ses,
            subject=str(content["subject"]),
            visit=str(content["visit"]),
            instrument=InstrumentId(str(content["instrument"])),
            readings={},
        )
    except (KeyError, ValueError) as error:
        raise Tamper(Code.PAYLOAD_BROKEN, what=f"event {opened.seq}", why="it is no paper entry") from error
    first = before.readings.get(Round.FIRST)
    if whose is Round.SECOND and first is not None and first.who == opened.who:
        return papers
    one = Reading(seq=opened.seq, who=opened.who, at=opened.at)
    return {**papers, ses: replace(before, readings={**before.readings, whose: one})}


def write_papers(papers: Papers) -> list[object]:
    """Return what a snapshot keeps of them."""
    return [
        [
            [one.ses, one.subject, one.visit, one.instrument, one.scan],
            [[whose.value, reading.seq, reading.who, reading.at] for whose, reading in one.readings.items()],
        ]
        for one in papers.values()
    ]


def read_papers(plain: list[Any]) -> Papers:
    """Read what `write_papers` wrote; trusted, because the snapshot around it is signed by this device."""
    return {
        ses: PaperForm(
            ses=ses,
            subject=subject,
            visit=visit,
            instrument=instrument,
            scan=scan,
            readings={Round(whose): Reading(seq=seq, who=who, at=at) for whose, seq, who, at in readings},
        )
        for (ses, subject, visit, instrument, scan), readings in plain
    }
