"""From a response, as it was finished and as it stands, to its form row, item rows and score rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from retnet_pro.dataset.codebook import Codebook
from retnet_pro.dataset.rows import (
    STATE_OF,
    Changed,
    FormRow,
    FormRows,
    FormStatus,
    ItemRow,
    ScoreRow,
    code_of,
)
from retnet_pro.dataset.sequence import Places, form_sequence, item_sequence
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import Instrument, InstrumentId, ItemId
from retnet_pro.record.amendment import Amendment, changed_answers
from retnet_pro.record.circumstance import Medium, WhyHelped
from retnet_pro.record.event import DeviceId, EventHash
from retnet_pro.record.response import Response
from retnet_pro.study.completion import scales_scored
from retnet_pro.study.model import Mode
from retnet_pro.study.visits import Visit


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction and who made it."""

    amendment: Amendment
    at: str
    by: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One response with everything that is known about it."""

    original: Response
    """As it was finished."""
    now: Response
    """With every correction, at the participant and visit it belongs to."""
    corrections: tuple[Correction, ...]
    """Oldest first."""
    device: DeviceId
    event: int
    event_hash: EventHash
    medium: Medium
    help_why: WhyHelped | None
    help_reason: str
    is_disputed: bool = False
    """Whether it does not count beside another response; see `FormRow.is_disputed`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One form of one participant at one visit, as the study plans it or as it came unplanned."""

    site: str
    subject: str
    visit_id: str
    visit: Visit | None
    """None where the study does not plan it."""
    instrument: InstrumentId
    is_expected: bool


def form_key(slot: Slot, attempt: int) -> str:
    """Return the key of a form: the same in every export."""
    return f"{slot.subject}/{slot.visit_id}/{slot.instrument}/{attempt}"


def empty_form(slot: Slot, places: Places, status: FormStatus, reason: str | None) -> FormRows:
    """Return the row of a form that did not come."""
    return FormRows(_row(slot, places, 1, status, reason, None, None))


def held_form(slot: Slot, places: Places, codebook: Codebook, attempt: int, held: Held) -> FormRows:
    """Return the rows of a response.

    Raises:
        Refusal: `DATA_UNFIT`, when its form is of a version nobody here knows, or it does not fit that form.
    """
    least = codebook.study.valid_form_minimum_scales
    is_valid = scales_scored(held.now.scores) >= least
    row = _row(slot, places, attempt, FormStatus.DONE, None, is_valid, held)
    form = codebook.instrument(held.now.form.hash)
    if form is None:
        raise _unfit(row.key, "form", f"version {held.now.form.version} of {slot.instrument} is not known here")
    _check(row.key, form, held)
    changed = changed_answers(held.original, held.now)
    items = tuple(
        ItemRow(
            form=row.key,
            sequence=item_sequence(row.sequence, place),
            item=item.id,
            number=item.number,
            state=STATE_OF[type(held.now.answers[item.id])],
            code=code_of(held.now.answers[item.id]),
            original=_changed(item.id, held) if item.id in changed else None,
        )
        for place, item in enumerate(form.items, 1)
    )
    scores = tuple(
        ScoreRow(
            form=row.key,
            scale=score.code,
            value=score.value,
            why=score.why,
            used=score.used,
            of=score.of,
            variant=score.variant,
            scoring_version=score.version,
        )
        for score in held.now.scores
    )
    return FormRows(row, items, scores)


def _changed(item: ItemId, held: Held) -> Changed | None:
    """Return what stood first, with the last correction of the item; of one that hid it or brought it up, else."""
    own = [one for one in held.corrections if one.amendment.item == item]
    last = (own or list(held.corrections))[-1]
    before = held.original.answers[item]
    return Changed(
        state=STATE_OF[type(before)],
        code=code_of(before),
        why=last.amendment.why.value,
        note=last.amendment.note,
        source=last.amendment.source.value,
        at=last.at,
        by=last.by,
        role=last.role,
    )


def _row(
    slot: Slot,
    places: Places,
    attempt: int,
    status: FormStatus,
    reason: str | None,
    is_valid: bool | None,
    held: Held | None,
) -> FormRow:
    visit, now = slot.visit, None if held is None else held.now
    return FormRow(
        key=form_key(slot, attempt),
        sequence=form_sequence(
            places,
            None if visit is None else visit.time_point,
            None if visit is None else visit.cycle,
            slot.instrument,
            attempt,
        ),
        site=slot.site,
        subject=slot.subject,
        visit=slot.visit_id,
        time_point=None if visit is None else visit.time_point,
        visit_title=slot.visit_id if visit is None else visit.title,
        cycle=None if visit is None else visit.cycle,
        attempt=attempt,
        target=None if visit is None else visit.target,
        opens=None if visit is None else visit.opens,
        closes=None if visit is None else visit.closes,
        is_provisional=visit is not None and visit.is_provisional,
        is_expected=slot.is_expected,
        status=status,
        reason=reason,
        is_valid=is_valid,
        instrument=slot.instrument,
        instrument_version=None if now is None else now.form.version,
        instrument_hash=None if now is None else now.form.hash,
        mode=None if now is None else now.mode,
        medium=None if held is None else held.medium,
        answered_by=None if now is None else now.answered_by,
        help_why=None if held is None else held.help_why,
        help_reason="" if held is None else held.help_reason,
        accommodations=() if now is None else now.accommodations,
        language=None if now is None else now.wording.language,
        wording_version=None if now is None else now.wording.version,
        wording_hash=None if now is None else now.wording.hash,
        is_demonstration=None if now is None else now.wording.demonstration,
        started=None if now is None else now.started,
        finished=None if now is None else now.finished,
        device=None if held is None else held.device,
        response=None if now is None else now.ses,
        event=None if held is None else held.event,
        event_hash=None if held is None else held.event_hash,
        corrections=0 if held is None else len(held.corrections),
        program=None if now is None else now.app,
        is_disputed=held is not None and held.is_disputed,
    )


def _check(key: str, form: Instrument, held: Held) -> None:
    answers = held.now.answers
    if held.now.mode is Mode.STUDY and held.now.wording.demonstration and form.needs_licence:
        raise _unfit(key, "wording", "study data were answered in demonstration wording")
    for item in answers:
        if item not in form.by_id:
            raise _unfit(key, item, f"{form.id} {form.version} has no such item")
    for one in form.items:
        if one.id not in answers:
            raise _unfit(key, one.id, "nothing is said about this item")
        code = code_of(answers[one.id])
        if code is not None and code not in one.scale.codes:
            raise _unfit(key, one.id, f"{code} is none of its codes")
    for score in held.now.scores:
        if all(scale.code != score.code for scale in form.scales):
            raise _unfit(key, score.code, f"{form.id} {form.version} has no such scale")


def _unfit(row: str, column: str, why: str) -> Refusal:
    return Refusal(Code.DATA_UNFIT, row=row, column=column, why=why)


def status_without(visit: Visit | None, is_expected: bool, as_of: date) -> FormStatus:
    """Return what a form is on a day, of which nothing came and nothing was said."""
    if visit is None or not is_expected or as_of < visit.opens:
        return FormStatus.NOT_DUE
    return FormStatus.MISSED if visit.closes < as_of else FormStatus.AWAITED


def in_attempts(held: Sequence[Held]) -> tuple[Held, ...]:
    """Return the responses to one form at one visit in the order they were finished; normally there is one."""
    return tuple(sorted(held, key=lambda one: (one.now.finished, one.now.ses)))


def by_slot(held: Sequence[Held]) -> Mapping[tuple[str, InstrumentId], tuple[Held, ...]]:
    """Return responses by visit and form."""
    found: dict[tuple[str, InstrumentId], list[Held]] = {}
    for one in held:
        found.setdefault((one.now.visit, one.now.form.id), []).append(one)
    return {slot: in_attempts(some) for slot, some in found.items()}


def undecided(held: Sequence[Held]) -> tuple[Held, ...]:
    """Return responses where nobody decides: of several to one form at one visit, each is disputed."""
    several = {slot for slot, some in by_slot(held).items() if len(some) > 1}
    return tuple(replace(one, is_disputed=True) if (one.now.visit, one.now.form.id) in several else one for one in held)
