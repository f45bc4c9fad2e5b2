"""The facts of the analysis, from the rows every export is derived from: both tell of the same trial.

Of several responses for one form and visit the one a person decided for is taken, and none until somebody has. A form
that was erased or set aside is absent without a reason of the participant's. Forms at a visit the study does not know
are left out.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from retnet_pro.analysis.trial_facts import FormScores, TrialFacts
from retnet_pro.answering.sheet import Answer, Answered
from retnet_pro.dataset.codebook import Codebook
from retnet_pro.dataset.left_out import LeftOut, left_out
from retnet_pro.dataset.rows import FormRows, FormStatus, PersonRows
from retnet_pro.dataset.study_data import StudyData
from retnet_pro.instrument.model import Instrument, InstrumentId, ItemId
from retnet_pro.record.clinic import ClinicRecord
from retnet_pro.study.absence import Absence
from retnet_pro.study.completion import FormKey
from retnet_pro.study.participant import Participant
from retnet_pro.study.symptom_free import Diary, read_diary

_REASONS: Mapping[str, Absence] = {reason.value: reason for reason in Absence}


def trial_facts(data: StudyData) -> TrialFacts:
    """Read all participants once.

    Raises:
        Refusal, WorldFault: as reading the rows does.
    """
    study = data.codebook.study
    people: list[Participant] = []
    forms: list[FormScores] = []
    beside: list[LeftOut] = []
    diaries: dict[str, tuple[Diary, ...]] = {}
    absences: dict[FormKey, Absence] = {}
    staff: list[ClinicRecord] = []
    for rows in data.people():
        person = rows.subject.participant
        people.append(person)
        forms += _forms(rows, data.codebook)
        beside += left_out(rows.forms)
        diaries[person.subject] = tuple(_diaries(rows, study.symptom_free.instrument, data.codebook))
        absences |= _absences(rows)
        staff += [one.record for one in rows.staff]
    return TrialFacts(
        study=study,
        instruments=_newest(data.codebook),
        people=tuple(people),
        forms=tuple(forms),
        left_out=tuple(beside),
        diaries=diaries,
        staff=tuple(staff),
        absences=absences,
        until=data.about.cut_off,
        synthetic=data.about.is_synthetic,
    )


def _came(rows: PersonRows) -> Iterator[tuple[FormRows, date]]:
    """Yield the forms that came, without those that do not count, with the day they were finished."""
    for one in rows.forms:
        form = one.form
        if form.status is FormStatus.DONE and not form.is_disputed and form.finished and form.time_point is not None:
            yield one, date.fromisoformat(form.finished[:10])


def _forms(rows: PersonRows, codebook: Codebook) -> Iterator[FormScores]:
    for one, on in _came(rows):
        form = None if one.form.instrument_hash is None else codebook.instrument(one.form.instrument_hash)
        scored = ("", "" if form is None else form.default_variant)
        yield FormScores(
            subject=one.form.subject,
            visit=one.form.visit,
            instrument=one.form.instrument,
            on=on,
            scores={score.scale: score.value for score in one.scores if score.variant in scored},
        )


def _diaries(rows: PersonRows, instrument: InstrumentId, codebook: Codebook) -> Iterator[Diary]:
    for one, on in _came(rows):
        form = None if one.form.instrument_hash is None else codebook.instrument(one.form.instrument_hash)
        if one.form.instrument == instrument and form is not None:
            answers: dict[ItemId, Answer] = {
                item.item: Answered(item.code) for item in one.items if item.code is not None
            }
            yield read_diary(form, on, answers)


def _absences(rows: PersonRows) -> Mapping[FormKey, Absence]:
    found: dict[FormKey, Absence] = {}
    for one in rows.forms:
        form, reason = one.form, _REASONS.get(one.form.reason or "")
        if form.status in (FormStatus.MISSED, FormStatus.PARTLY) and reason is not None:
            found[form.subject, form.visit, form.instrument] = reason
    return found


def _newest(codebook: Codebook) -> tuple[Instrument, ...]:
    """Return the last version of each form, as the scales of which results are told."""
    return tuple({one.id: one for one in codebook.instruments}.values())
