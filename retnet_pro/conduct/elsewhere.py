"""What the other tablets of the site hold about a participant, and what a person must decide because of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from retnet_pro.conduct.beside import Enrolled
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right
from retnet_pro.conduct.statement import Statement
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
class Said:
    """What one tablet stated of a fact."""

    device: str
    """'' for this tablet and those before it."""
    at: str
    value: str
    """As it is written down; '' for a withdrawal and its taking back."""
    arm: str
    """With a randomisation; '' where the person may not see it (rule P21)."""
    day: date | None
    """Of a withdrawal: from when on."""
    is_back: bool
    """Whether a withdrawal was taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """A fact that tablets stated differently before they had heard of each other (see `statement`)."""

    what: str
    """The fact, as in `Fact`, or `withdrew`; of a form that will not come its visit and id, a line each."""
    said: tuple[Said, ...]
    in_force: Said
    """The one that counts until somebody states it again."""


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
    contested: tuple[Contested, ...]

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.finished or self.under_way or self.doubles or self.enrolments or self.contested)


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
        contested=tuple(
            Contested(what=what, said=tuple(_said(desk, one) for one in every), in_force=_said(desk, counts))
            for what, every, counts in beside.statements.contested(subject)
        ),
    )


def _said(desk: Desk, one: Statement) -> Said:
    content = one.content
    is_left = one.is_back or "day" not in content
    return Said(
        device=desk.site.beside.device_of(one.seq) or "",
        at=one.at,
        value=str(content.get("value", content.get("reason", ""))),
        arm=str(content.get("arm", "")) if desk.may(Right.SEE_ARM) else "",
        day=None if is_left else date.fromisoformat(str(content["day"])),
        is_back=one.is_back,
    )
