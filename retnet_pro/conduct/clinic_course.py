"""How a form that staff close changes what is known about the participant.

What it states (an embolization, a progression) is taken from it here, so that the course and the form cannot say
different things unless somebody said so.
"""

from dataclasses import replace
from datetime import date

from retnet_pro.conduct.clinic_filed import ClinicFiled, ClinicOpen
from retnet_pro.conduct.course import Course
from retnet_pro.conduct.site_facts import Opened
from retnet_pro.errors import Code, Tamper
from retnet_pro.instrument.clinic import ClinicFormId, Fact
from retnet_pro.record.clinic import StatedFact, read_facts
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.study.participant import Participant


def with_clinic(course: Course, opened: Opened) -> Course:
    """Return the course after one more event about a form that staff fill in.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    content, forms = opened.content, course.clinic
    try:
        ses = SessionId(str(content["ses"]))
        left = tuple(one for one in forms.open if one.ses != ses)
        if opened.kind is Kind.CLINIC_OPEN:
            return replace(course, clinic=replace(forms, open=(*left, _read_open(ses, opened))))
        if opened.kind is Kind.CLINIC_STOP:
            return replace(course, clinic=replace(forms, open=left))
        filed, before = _read_filed(ses, opened), read_facts(content["before"])
    except KeyError as error:
        raise Tamper(Code.PAYLOAD_BROKEN, what=f"event {opened.seq}", why="it is no form of staff") from error
    known = forms.filed_one(ses)
    if known is not None and known.revision >= filed.revision:
        return replace(course, clinic=replace(forms, open=left))  # the same close repeated after a disk fault
    kept = tuple(filed if one.ses == ses else one for one in forms.filed)
    forms = replace(forms, open=left, filed=kept if known is not None else (*kept, filed))
    return replace(course, clinic=forms, participant=with_stated(course.participant, before, filed.facts))


def with_stated(participant: Participant, before: tuple[StatedFact, ...], now: tuple[StatedFact, ...]) -> Participant:
    """Return the participant with what a form states now in place of what it stated before."""
    for one in before:
        if one not in now:
            participant = _without(participant, one)
    for one in now:
        match one.fact, one.value:
            case Fact.EMBOLIZATION, str(day):
                days = {*participant.embolizations, date.fromisoformat(day)}
                participant = replace(participant, embolizations=tuple(sorted(days)))
            case Fact.PROGRESSED, str(day):
                participant = replace(participant, progressed=date.fromisoformat(day))
            case _, value:
                participant = replace(participant, symptomatic=value is True)
    return participant


def _without(participant: Participant, one: StatedFact) -> Participant:
    match one.fact, one.value:
        case Fact.EMBOLIZATION, str(day):
            gone = date.fromisoformat(day)
            return replace(participant, embolizations=tuple(day for day in participant.embolizations if day != gone))
        case Fact.PROGRESSED, str(day):
            same = participant.progressed == date.fromisoformat(day)
            return replace(participant, progressed=None) if same else participant
        case _, value:
            same = participant.symptomatic is value
            return replace(participant, symptomatic=None) if same else participant


def _read_open(ses: SessionId, opened: Opened) -> ClinicOpen:
    content = opened.content
    return ClinicOpen(
        ses=ses,
        form=ClinicFormId(str(content["form"])),
        version=str(content["version"]),
        form_hash=str(content["form_hash"]),
        at=opened.at,
        who=opened.who,
        why=str(content["why"]),
    )


def _read_filed(ses: SessionId, opened: Opened) -> ClinicFiled:
    content = opened.content
    revision = content["revision"]
    assert isinstance(revision, int)
    return ClinicFiled(
        seq=opened.seq,
        ses=ses,
        form=ClinicFormId(str(content["form"])),
        form_hash=str(content["form_hash"]),
        day=str(content["day"]),
        at=opened.at,
        who=opened.who,
        revision=revision,
        facts=read_facts(content["facts"]),
    )
