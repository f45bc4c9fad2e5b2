"""A sitting: the forms one participant is handed at one visit, as passed from the staff process to the next one.

It travels over a pipe as JSON, never over disk. It holds nothing of any other session (rules T2, T3).
"""

import json
from dataclasses import dataclass

from retnet_pro.answering.session import Entry
from retnet_pro.answering.sheet import read_answer, write_answer
from retnet_pro.instrument.model import InstrumentId, ItemId
from retnet_pro.record.event import SessionId
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.alert_rule import read_rule, write_rule
from retnet_pro.study.model import AlertRule, Identification, Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One form of a sitting, with what has been put down for it so far (only after an interruption)."""

    ses: SessionId
    instrument: InstrumentId
    version: str
    language: str
    opened_at: str
    entries: tuple[Entry, ...] = ()
    accommodations: tuple[str, ...] = ()
    """What was in use in the parts of the form before the interruption (rule E121)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Everything the participant's process may know."""

    subject: str
    visit: str
    visit_title: str
    answered_by: AnsweredBy
    """Who answers, as said at the hand-over; it can be changed during the sitting (rule E58)."""
    mode: Mode
    practice: bool
    """Whether the participant is new here and is shown the practice page first (rule E29)."""
    turns: tuple[Turn, ...]
    identification: Identification = Identification.CONFIRM
    pin: str = ""
    """What is kept of the participant's PIN (see `record.pin`); '' when they are to choose one."""
    salt: str = ""
    """Fresh randomness for a PIN that is chosen, in hex; only where one is needed."""
    study: str = ""
    """Content hash of the study file the rules come from."""
    rules: tuple[AlertRule, ...] = ()
    """What staff want to be told about; held against the answers at finish and never shown (rule E86)."""
    whom_to_call: str = ""
    """What the study tells those who finish, in the language of the sitting (rule E84); '' where it says nothing."""


def write_sitting(sitting: Sitting) -> str:
    """Return the sitting as one line of JSON."""
    return json.dumps(
        {
            "subject": sitting.subject,
            "visit": sitting.visit,
            "visit_title": sitting.visit_title,
            "answered_by": sitting.answered_by,
            "mode": sitting.mode,
            "practice": sitting.practice,
            "identification": sitting.identification,
            "pin": sitting.pin,
            "salt": sitting.salt,
            "study": sitting.study,
            "rules": [write_rule(rule) for rule in sitting.rules],
            "whom_to_call": sitting.whom_to_call,
            "turns": [
                {
                    "ses": turn.ses,
                    "instrument": turn.instrument,
                    "version": turn.version,
                    "language": turn.language,
                    "opened_at": turn.opened_at,
                    "entries": [write_entry(entry) for entry in turn.entries],
                    "accommodations": turn.accommodations,
                }
                for turn in sitting.turns
            ],
        },
        ensure_ascii=False,
    )


def read_sitting(text: str) -> Sitting:
    """Read what `write_sitting` wrote; trusted, because it never leaves the program's own pipe."""
    plain = json.loads(text)
    return Sitting(
        subject=plain["subject"],
        visit=plain["visit"],
        visit_title=plain["visit_title"],
        answered_by=AnsweredBy(plain["answered_by"]),
        mode=Mode(plain["mode"]),
        practice=plain["practice"],
        identification=Identification(plain["identification"]),
        pin=plain["pin"],
        salt=plain["salt"],
        study=plain["study"],
        rules=tuple(read_rule(rule) for rule in plain["rules"]),
        whom_to_call=plain["whom_to_call"],
        turns=tuple(
            Turn(
                ses=SessionId(turn["ses"]),
                instrument=InstrumentId(turn["instrument"]),
                version=turn["version"],
                language=turn["language"],
                opened_at=turn["opened_at"],
                entries=tuple(read_entry(entry) for entry in turn["entries"]),
                accommodations=tuple(turn["accommodations"]),
            )
            for turn in plain["turns"]
        ),
    )


def write_entry(entry: Entry) -> dict[str, object]:
    """Return the entry as the plain data that is sealed in an ``answer`` event."""
    return {
        "n": entry.n,
        "item": entry.item,
        "value": write_answer(entry.given),
        "replaces": entry.replaces,
        "prompted": entry.prompted,
        "shown_at": entry.shown_at,
    }


def read_entry(plain: dict[str, object]) -> Entry:
    """Read what `write_entry` wrote.

    Raises:
        Refusal: `PAYLOAD_BROKEN`, when the value is no answer.
    """
    match plain:
        case {
            "n": int(n),
            "item": str(item),
            "value": value,
            "replaces": int() | None as replaces,
            "prompted": bool(prompted),
            "shown_at": str(shown_at),
        }:
            given = read_answer(value)
            return Entry(
                n=n,
                item=ItemId(item),
                given=given,  # type: ignore[arg-type]  # an entry never holds an absence
                replaces=replaces,
                prompted=prompted,
                shown_at=shown_at,
            )
        case _:
            raise ValueError("not an entry")
