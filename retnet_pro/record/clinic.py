"""What a form that staff filled in leaves in the record: each act, and the closed form as one document.

The contents of the sealed events ``clinic.entry`` and ``clinic.done``; read strictly, so that staff, centre and a
reader written by somebody else meet either exactly this form or a named reason (rule P03). Who filled it in, in which
role and when stands in the signed header of each event (rule P24).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from retnet_pro.answering.clinic_doubt import Doubt, Why
from retnet_pro.answering.clinic_filling import ClinicEntry
from retnet_pro.answering.clinic_value import Emptied, Place, RowDropped, Value, read_value, write_value
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.instrument.clinic import ClinicFormId, Fact
from retnet_pro.instrument.model import ContentHash
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.study.model import Mode

VALUE_LIMIT = 20_000
"""Most values in one form; stops a document made to exhaust a reader."""
_PLACE = re.compile(r"[a-z][a-z0-9_-]{0,63}(\.[1-9][0-9]{0,3})?")
_HASH = re.compile(r"[0-9a-f]{64}")
_LINE = 200


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A fact of the participant's course that a closed form states."""

    fact: Fact
    value: str | bool
    """A day as ISO text; true or false for `symptomatic`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicRecord:
    """One closed form."""

    ses: SessionId
    subject: str
    form: ClinicFormId
    version: str
    form_hash: ContentHash
    language: str
    words_version: str
    words_hash: ContentHash
    mode: Mode
    revision: int
    """1 when it was closed first, one more after each correction."""
    day: str
    """The day the form is about, ISO; '' where it has none."""
    values: Mapping[Place, Value]
    facts: tuple[StatedFact, ...]
    before: tuple[StatedFact, ...]
    """What the revision before this one stated; it no longer holds unless it stands in `facts` too."""
    shows_arm: bool
    """Only roles that may see the arm read it (rule P21)."""
    entries: int
    """How many acts of this form stand in the log, those of a correction that was set aside included."""
    app: str


_TEXTS = ("ses", "subject", "form", "version", "language", "words_version", "app")
_KEYS = frozenset(ClinicRecord.__slots__)


def write_clinic_record(one: ClinicRecord) -> dict[str, object]:
    """Return the content of a ``clinic.done`` event."""
    return {
        "ses": one.ses,
        "subject": one.subject,
        "form": one.form,
        "version": one.version,
        "form_hash": one.form_hash,
        "language": one.language,
        "words_version": one.words_version,
        "words_hash": one.words_hash,
        "mode": one.mode.value,
        "revision": one.revision,
        "day": one.day,
        "values": {place: write_value(value) for place, value in one.values.items()},
        "facts": [_write_fact(fact) for fact in one.facts],
        "before": [_write_fact(fact) for fact in one.before],
        "shows_arm": one.shows_arm,
        "entries": one.entries,
        "app": one.app,
    }


def read_clinic_record(untrusted: Mapping[str, object]) -> ClinicRecord:
    """Read the payload of a ``clinic.done`` event.

    Raises:
        Tamper: `PAYLOAD_BROKEN`, naming what is wrong.
    """
    plain = {name: value for name, value in untrusted.items() if name not in ("v", "kind")}
    if untrusted.get("kind", Kind.CLINIC_DONE.value) != Kind.CLINIC_DONE.value or plain.keys() != _KEYS:
        raise _broken("missing or unexpected fields")
    texts = {name: _text(plain[name], name) for name in _TEXTS}
    day = plain["day"]
    if day != "" and _day(day) is None:
        raise _broken("day is no day")
    shows_arm = plain["shows_arm"]
    if not isinstance(shows_arm, bool):
        raise _broken("shows_arm is not true or false")
    try:
        mode = Mode(str(plain["mode"]))
    except ValueError as error:
        raise _broken("mode is not one of the known words") from error
    return ClinicRecord(
        ses=SessionId(texts["ses"]),
        subject=texts["subject"],
        form=ClinicFormId(texts["form"]),
        version=texts["version"],
        form_hash=_hash(plain["form_hash"]),
        language=texts["language"],
        words_version=texts["words_version"],
        words_hash=_hash(plain["words_hash"]),
        mode=mode,
        revision=_count(plain["revision"], "revision", 1),
        day=str(day),
        values=_values(plain["values"]),
        facts=read_facts(plain["facts"]),
        before=read_facts(plain["before"]),
        shows_arm=shows_arm,
        entries=_count(plain["entries"], "entries", 0),
        app=texts["app"],
    )


def write_clinic_entry(entry: ClinicEntry) -> dict[str, object]:
    """Return what a ``clinic.entry`` event seals about one act."""
    return {
        "n": entry.n,
        "item": entry.place,
        "value": write_value(entry.put),
        "replaces": entry.replaces,
        "refused": [_write_doubt(one) for one in entry.refused],
        "asked": [_write_doubt(one) for one in entry.asked],
        "confirmed": [_write_doubt(one) for one in entry.confirmed],
    }


def read_clinic_entry(untrusted: Mapping[str, object]) -> ClinicEntry:
    """Read what `write_clinic_entry` wrote; fields beside it are left alone.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    replaces = untrusted.get("replaces")
    return ClinicEntry(
        n=_count(untrusted.get("n"), "n", 1),
        place=_place(untrusted.get("item")),
        put=_value(untrusted.get("value")),
        replaces=None if replaces is None else _count(replaces, "replaces", 1),
        refused=_doubts(untrusted.get("refused")),
        asked=_doubts(untrusted.get("asked")),
        confirmed=_doubts(untrusted.get("confirmed")),
    )


def read_facts(untrusted: object) -> tuple[StatedFact, ...]:
    """Read the facts a closed form states.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    if not isinstance(untrusted, list) or len(untrusted) > len(Fact):
        raise _broken("the facts are no short list")
    return tuple(_fact(one) for one in untrusted)


def _fact(untrusted: object) -> StatedFact:
    match untrusted:
        case {"fact": str(name), "value": bool(value), **rest} if not rest and name == Fact.SYMPTOMATIC.value:
            return StatedFact(Fact.SYMPTOMATIC, value)
        case {"fact": str(name), "value": str(value), **rest} if not rest and name in list(Fact):
            if name != Fact.SYMPTOMATIC.value and _day(value) is not None:
                return StatedFact(Fact(name), value)
    raise _broken("a fact is not one of the known ones with its day")


def _write_fact(one: StatedFact) -> dict[str, object]:
    return {"fact": one.fact.value, "value": one.value}


def _write_doubt(one: Doubt) -> list[str]:
    return [one.place, one.why.value, one.bound]


def _doubts(untrusted: object) -> tuple[Doubt, ...]:
    if not isinstance(untrusted, list) or len(untrusted) > len(Why):
        raise _broken("the doubts are no short list")
    return tuple(_doubt(one) for one in untrusted)


def _doubt(untrusted: object) -> Doubt:
    match untrusted:
        case [place, str(why), str(bound)] if why in list(Why) and len(bound) <= _LINE:
            return Doubt(_place(place), Why(why), bound)
    raise _broken("a doubt is not one of the known ones")


def _values(untrusted: object) -> Mapping[Place, Value]:
    if not isinstance(untrusted, dict) or len(untrusted) > VALUE_LIMIT:
        raise _broken("the values are no table of a sensible size")
    found: dict[Place, Value] = {}
    for place, plain in untrusted.items():
        value = _value(plain)
        if isinstance(value, Emptied | RowDropped):
            raise _broken("taken back is no final state")
        found[_place(place)] = value
    return found


def _value(untrusted: object) -> Value | Emptied | RowDropped:
    try:
        return read_value(untrusted)
    except Refusal as error:
        raise _broken("a value is of no known kind") from error


def _place(untrusted: object) -> Place:
    if not isinstance(untrusted, str) or not _PLACE.fullmatch(untrusted):
        raise _broken("a place is not one of a form")
    return Place(untrusted)


def _text(untrusted: object, name: str) -> str:
    if not isinstance(untrusted, str) or not 1 <= len(untrusted) <= _LINE or not untrusted.isprintable():
        raise _broken(f"{name} is not a line of 1 to {_LINE} printable characters")
    return untrusted


def _hash(untrusted: object) -> ContentHash:
    if not isinstance(untrusted, str) or not _HASH.fullmatch(untrusted):
        raise _broken("a hash is not a SHA-256")
    return ContentHash(untrusted)


def _count(untrusted: object, name: str, least: int) -> int:
    if type(untrusted) is not int or not least <= untrusted <= VALUE_LIMIT * 50:
        raise _broken(f"{name} is not a count")
    return untrusted


def _day(untrusted: object) -> date | None:
    try:
        return datetime.strptime(str(untrusted), "%Y-%m-%d").date()
    except ValueError:
        return None


def _broken(why: str) -> Tamper:
    return Tamper(Code.PAYLOAD_BROKEN, what="a form of staff", why=why)
