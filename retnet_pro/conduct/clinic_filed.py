"""The forms staff filled in about one participant, as the projection knows them: which, when, by whom; no values."""

from dataclasses import dataclass

from retnet_pro.instrument.clinic import ClinicFormId, Fact
from retnet_pro.record.clinic import StatedFact
from retnet_pro.record.event import SessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicOpen:
    """A form that was begun, or opened again, and is neither closed nor set aside."""

    ses: SessionId
    form: ClinicFormId
    version: str
    form_hash: str
    at: str
    who: str
    why: str
    """Why a closed form was opened again; '' for a first filling in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicFiled:
    """A closed form."""

    seq: int
    """Of the event that closed it last."""
    ses: SessionId
    form: ClinicFormId
    form_hash: str
    day: str
    """The day it is about, ISO; '' where it has none."""
    at: str
    who: str
    revision: int
    facts: tuple[StatedFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicForms:
    """All forms of one participant that staff filled in."""

    open: tuple[ClinicOpen, ...] = ()
    filed: tuple[ClinicFiled, ...] = ()
    """In the order they were closed first."""

    def open_one(self, ses: SessionId) -> ClinicOpen | None:
        """Return the open form of this id, or None."""
        return next((one for one in self.open if one.ses == ses), None)

    def filed_one(self, ses: SessionId) -> ClinicFiled | None:
        """Return the closed form of this id, or None."""
        return next((one for one in self.filed if one.ses == ses), None)


NONE = ClinicForms()


def write_forms(forms: ClinicForms) -> list[object]:
    """Return the forms as plain data for a snapshot."""
    return [
        [[one.ses, one.form, one.version, one.form_hash, one.at, one.who, one.why] for one in forms.open],
        [
            [
                *(one.seq, one.ses, one.form, one.form_hash, one.day, one.at, one.who, one.revision),
                [[fact.fact.value, fact.value] for fact in one.facts],
            ]
            for one in forms.filed
        ],
    ]


def read_forms(plain: list[list[list[object]]]) -> ClinicForms:
    """Read what `write_forms` wrote; trusted, because the snapshot around it is signed by this device."""
    if not any(plain):
        return NONE
    begun, closed = plain
    names = ("seq", "ses", "form", "form_hash", "day", "at", "who", "revision")
    return ClinicForms(
        open=tuple(ClinicOpen(**dict(zip(ClinicOpen.__slots__, one, strict=True))) for one in begun),  # type: ignore[arg-type]
        filed=tuple(
            ClinicFiled(
                **dict(zip(names, one[:-1], strict=True)),  # type: ignore[arg-type]
                facts=tuple(StatedFact(Fact(name), value) for name, value in one[-1]),  # type: ignore[attr-defined]
            )
            for one in closed
        ),
    )
