"""What the other tablets of the site hold about a participant, and what a person must decide because of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from retnet_pro.conduct.beside import Enrolled
from retnet_pro.conduct.desk import Desk
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.event import DeviceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Double:
    """More than one finished response to one form of one visit."""

    visit: str
    instrument: InstrumentId
    devices: tuple[str, ...]
    """The tablet of each response; '' for this one and those before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """What the other tablets told about one participant."""

    finished: Mapping[DeviceId, int]
    """How many finished questionnaires each of them holds."""
    under_way: int
    """Questionnaires begun there and neither finished nor stopped, as far as they told."""
    doubles: tuple[Double, ...]
    enrolments: tuple[Enrolled, ...]
    """Every enrolment where the study code was given on more than one tablet; else none."""

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.finished or self.under_way or self.doubles or self.enrolments)


def elsewhere_of(desk: Desk, subject: str) -> Elsewhere:
    """Return what other tablets told about a participant.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `PARTICIPANT_ERASED`.
    """
    course, beside = desk.course(subject), desk.site.beside
    devices = {one.seq: beside.device_of(one.seq) for one in course.filed}
    return Elsewhere(
        finished=Counter(device for device in devices.values() if device is not None),
        under_way=sum(one.subject == subject for one in beside.sessions.values()),
        doubles=tuple(
            Double(visit=visit, instrument=form, devices=tuple(devices[one.seq] or "" for one in every))
            for (visit, form), every in course.doubled().items()
        ),
        enrolments=beside.clashes.get(subject, ()),
    )
