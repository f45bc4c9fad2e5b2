"""The rows of the whole trial, made from what the centre holds, on the machine that opens.

Responses come as they stand, with what they were first beside them; what was erased is not here any more, and what was
set aside is no response. One participant is in memory at a time.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from retnet_pro import __version__
from retnet_pro.centre.clinic import clinic_forms
from retnet_pro.centre.disputes import disputes, without
from retnet_pro.centre.placements import places
from retnet_pro.centre.response_ledger import StoredAmendment, StoredResponse
from retnet_pro.centre.signed_words import SignedFiles, signed_wordings, words_of
from retnet_pro.centre.site_picture import draw_site
from retnet_pro.centre.store import Ledger, Store
from retnet_pro.conduct.circumstances import TELLING, circumstances_from
from retnet_pro.conduct.course_rows import TOLD, Told, by_subject, person_rows, slot_of
from retnet_pro.conduct.site import Site
from retnet_pro.conduct.site_facts import Opened, opened
from retnet_pro.dataset.codebook import Codebook, make_codebook
from retnet_pro.dataset.leaving_words import Offered
from retnet_pro.dataset.making import Correction, Held
from retnet_pro.dataset.purpose import demand_purpose
from retnet_pro.dataset.rows import PersonRows
from retnet_pro.dataset.staff_rows import StaffForm
from retnet_pro.dataset.study_data import About, StudyData
from retnet_pro.errors import Refusal
from retnet_pro.instrument.library import Library
from retnet_pro.instrument.model import ContentHash, Instrument, InstrumentId, Wording
from retnet_pro.record.circumstance import Medium, medium_of
from retnet_pro.record.event import DeviceId, Event, EventHash, Kind, SessionId
from retnet_pro.record.response import AnsweredBy, Response
from retnet_pro.record.unseal import Unsealer
from retnet_pro.scoring.score import SCORING_VERSION
from retnet_pro.study.model import Mode, Study


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What the rows are made with."""

    store: Store
    unsealer: Unsealer
    study: Study
    library: Library
    trial: str
    mode: Mode
    """What data this centre takes in."""


def study_data(source: Source, as_of: date, *, synthetic: bool = False, today: date | None = None) -> StudyData:
    """Return the rows of all sites as of a day. `today` decides whether a licence of words has ended; else that day.

    Participants are read from the database while somebody asks for them.

    Raises:
        Refusal: `NOT_STUDY_DATA` or `IS_STUDY_DATA`; while participants are read `DATA_UNFIT`.
        WorldFault: when the database is in trouble.
    """
    demand_purpose(source.mode, synthetic=synthetic)
    with source.store.reading() as ledger:
        signed = signed_wordings(ledger)
        offered = Offered(wordings=partial(_wordings, source, signed), mode=source.mode, today=today or as_of)
        codebook = make_codebook(source.study, _instruments(ledger, source), offered, source.library.clinic)
        about, participants = _about(ledger, source, as_of), _participants(ledger)
    return StudyData(
        about=about, codebook=codebook, participants=participants, people=partial(_people, source, codebook, as_of)
    )


def _about(ledger: Ledger, source: Source, as_of: date) -> About:
    sites = ledger.sites()
    heads = {dev: ledger.head(dev) for tablets in sites.values() for dev in tablets}
    last = [one.header.at for dev, head in heads.items() for one in ledger.events(dev, head.seq - 1)]
    return About(
        trial=source.trial,
        study=source.study.id,
        study_version=source.study.version,
        study_hash=source.study.hash,
        study_title=source.study.title,
        mode=source.mode,
        is_synthetic=source.mode is not Mode.STUDY,
        source="centre",
        sites=tuple(sorted(sites)),
        cut_off=as_of,
        last_at=max(last, key=lambda at: (datetime.fromisoformat(at), at), default=""),
        upto={dev: (heads[dev].seq, heads[dev].hash) for dev in sorted(heads)},
        program=__version__,
        scoring_version=SCORING_VERSION,
    )


def _participants(ledger: Ledger) -> int:
    tablets = [dev for some in ledger.sites().values() for dev in some]
    return sum(event.sealed is not None for dev in tablets for event in ledger.events(dev, 0, {Kind.ENROL}))


def _instruments(ledger: Ledger, source: Source) -> Iterator[Instrument]:
    """Yield the forms of the study and every version that was answered; of one nobody knows, its response will tell."""
    asked: dict[InstrumentId, None] = dict.fromkeys(
        form for one in source.study.time_points for form in one.instruments
    )
    yield from map(source.library.instrument, asked)
    for used in sorted(ledger.forms_used()):
        with suppress(Refusal):
            yield source.library.by_hash(ContentHash(used))


def _wordings(source: Source, signed: SignedFiles, form: Instrument) -> Iterator[Wording]:
    """Yield the words of a form: those this centre signed, and where it signed none the shipped ones."""
    yield from (found := {one.language: one for one in words_of(signed, form)}).values()
    for language in source.library.languages(form):
        if language not in found:
            yield source.library.wording(form, language)


def _people(source: Source, codebook: Codebook, as_of: date) -> Iterator[PersonRows]:
    with source.store.reading() as ledger:
        for site, tablets in sorted(ledger.sites().items()):
            yield from _people_of(ledger, source, codebook, as_of, site, tablets)


def _people_of(
    ledger: Ledger, source: Source, codebook: Codebook, as_of: date, site: str, tablets: tuple[DeviceId, ...]
) -> Iterator[PersonRows]:
    drawn = draw_site(ledger, source.unsealer, source.study, site)
    moved = places(ledger.placements(site)).moved
    paper = {event.header.ses for dev in tablets for event in ledger.events(dev, 0, {Kind.PAPER_ENTRY})}
    disputed = without(disputes(ledger, site))
    events = by_subject(_told(ledger, source, tablets), _slots(ledger, source, drawn, tablets))
    staff = _staff(ledger, source, tablets)
    for course in drawn.courses.every():
        subject = course.participant.subject
        held = tuple(
            _held(
                ledger,
                source,
                stored,
                now,
                corrections,
                is_paper=now.ses in paper,
                is_disputed=(stored.dev, now.ses) in disputed,
            )
            for stored, now, corrections in ledger.standing_of(site, subject, moved)
        )
        yield person_rows(course, site, codebook, as_of, held, events.get(subject, ()), staff.get(subject, ()))


def _staff(ledger: Ledger, source: Source, tablets: tuple[DeviceId, ...]) -> Mapping[str, Sequence[StaffForm]]:
    """Return the forms of staff of a site by participant, each in its last usable revision.

    A form that was closed on a tablet and corrected on the one that took its place is told once.
    """
    newest: dict[SessionId, StaffForm] = {}
    for dev in tablets:
        for one in clinic_forms(ledger, source.unsealer, dev, source.mode):
            known = newest.get(one.record.ses)
            if known is None or known.record.revision < one.record.revision:
                newest[one.record.ses] = StaffForm(
                    record=one.record,
                    at=one.at,
                    by=one.who,
                    role=one.role,
                    device=dev,
                    event=one.seq,
                    event_hash=one.hash,
                )
    found: dict[str, list[StaffForm]] = {}
    for form in newest.values():
        found.setdefault(form.record.subject, []).append(form)
    return found


def _told(ledger: Ledger, source: Source, tablets: tuple[DeviceId, ...]) -> Iterator[Told]:
    for dev in tablets:
        for event in ledger.events(dev, 0, TOLD):
            if event.sealed is not None:
                yield Told(dev, event.header.seq, _opened(source, event))


def _slots(
    ledger: Ledger, source: Source, site: Site, tablets: tuple[DeviceId, ...]
) -> Mapping[SessionId, tuple[str, str, InstrumentId]]:
    """Return where sessions stand: finished ones where they are filed now, stopped ones where they were begun."""
    slots = {}
    for dev in tablets:
        for stop in ledger.events(dev, 0, {Kind.SESSION_STOP}):
            for opening in ledger.session_events(dev, stop.header.ses or "", {Kind.SESSION_OPEN}):
                if opening.sealed is not None:
                    ses, slot = slot_of(_opened(source, opening))
                    slots[ses] = slot
    for course in site.courses.every():
        for one in course.filed:
            slots[one.ses] = (course.participant.subject, one.visit, one.instrument)
    return slots


def _held(
    ledger: Ledger,
    source: Source,
    stored: StoredResponse,
    now: Response,
    corrections: tuple[StoredAmendment, ...],
    *,
    is_paper: bool,
    is_disputed: bool,
) -> Held:
    medium, why, reason = medium_of(now.answered_by), None, ""
    if is_paper or now.answered_by is not AnsweredBy.ALONE:
        telling = ledger.session_events(stored.dev, now.ses, TELLING)
        found = circumstances_from(_opened(source, one) for one in telling if one.sealed is not None)
        medium = Medium.PAPER if is_paper else found.medium or medium
        why, reason = (found.helped[-1].why, found.helped[-1].reason) if found.helped else (None, "")
    return Held(
        original=stored.response,
        now=now,
        corrections=tuple(Correction(one.amendment, one.at, one.who, one.role) for one in corrections),
        device=stored.dev,
        event=stored.seq,
        event_hash=EventHash(stored.event_hash),
        medium=medium,
        help_why=why,
        help_reason=reason,
        is_disputed=is_disputed,
    )


def _opened(source: Source, event: Event) -> Opened:
    assert event.sealed is not None
    return opened(event, source.unsealer.unseal_payload(event.sealed, what=f"event {event.header.seq}"))
