"""What a line of the audit trail says on the glass: who, what, whom it concerns, which value and what it replaced."""

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from retnet_pro.answering.sheet import NotApplicable, Skipped
from retnet_pro.conduct.clinic import WhyAgain, WhyAside
from retnet_pro.conduct.roles import Role
from retnet_pro.conduct.trail import Check
from retnet_pro.conduct.trail_line import BETWEEN, Line, Look
from retnet_pro.gui import words
from retnet_pro.instrument.clinic import Missing
from retnet_pro.record.amendment import Source, WhyAmended
from retnet_pro.record.circumstance import Accommodation
from retnet_pro.record.event import Kind
from retnet_pro.record.placement import WhyMisplaced
from retnet_pro.study.absence import Absence


def person(who: str) -> str:
    """Return who did something; people by their user name, everybody else by what they are."""
    match who:
        case "participant":
            return QCoreApplication.translate("trail", "Participant")
        case "setup":
            return QCoreApplication.translate("trail", "Set-up")
        case "unknown":
            return QCoreApplication.translate("trail", "Unknown name")
        case _:
            return who


def author(line: Line) -> str:
    """Return who did something, and below it in which role."""
    role = words.word(Role(line.role)) if line.role in list(Role) else ""
    return f"{person(line.who)}\n{role}" if role else person(line.who)


def time(line: Line) -> str:
    """Return the day, and below it the time to the second with its offset to UTC, for narrow columns (rule P32)."""
    moment = datetime.fromisoformat(line.at)
    return f"{words.day(moment.date())}\n{moment:%H:%M:%S} {moment.isoformat()[-6:]}"


def act(line: Line) -> str:
    """Return what was done, and below it the value or what exactly it was; a value that does not count says so."""
    below = value(line) or detail(line)
    if line.kind is Kind.CLINIC_ENTRY and line.detail:
        below = f"{value(line)} \u2013 {detail(line)}"
    return f"{words.word(line.kind)}\n{below}" if below else words.word(line.kind)


def detail(line: Line) -> str:
    """Return what exactly was done, in words where there are some."""
    if line.kind is Kind.AMEND and line.detail in list(Source):
        return words.word(Source(line.detail))
    if line.kind is Kind.CLINIC_ENTRY:
        said = {
            "refused": QCoreApplication.translate("trail", "not taken"),
            "confirmed": QCoreApplication.translate("trail", "said to be right"),
        }
        return said.get(line.detail, line.detail)
    return words.word(Look(line.detail)) if line.detail in list(Look) else line.detail


def concerns(line: Line) -> str:
    """Return the participant and the visit, and below them the form and the question."""
    about = line.about
    above = " \u00b7 ".join(filter(None, (about.subject, about.visit)))
    below = " \u00b7 ".join(filter(None, (about.form, about.item)))
    return "\n".join(filter(None, (above, below))) or "\u2013"


def value(line: Line) -> str:
    """Return the value and, where it replaced one, the value before (rule P15)."""
    if line.kind is Kind.SESSION_AIDS:
        return ", ".join(aid(one) for one in line.new.split(BETWEEN) if one)
    if not line.old:
        return code(line.new)
    return QCoreApplication.translate("trail", "{new} (was {old})").format(new=code(line.new), old=code(line.old))


def aid(recorded: str) -> str:
    """Return the word for what helped a participant (rule E121); one this program does not know stays what it is."""
    return words.word(Accommodation(recorded)) if recorded in list(Accommodation) else recorded


def code(recorded: str) -> str:
    """Return the word for a recorded state of an answer; any other code stays what it is."""
    match recorded:
        case "skipped":
            return words.answer_state(Skipped())
        case "not-applicable":
            return words.answer_state(NotApplicable())
        case "accepted":
            return QCoreApplication.translate("trail", "accepted")
        case "not accepted":
            return QCoreApplication.translate("trail", "not accepted")
        case "cleared":
            return QCoreApplication.translate("trail", "taken back")
        case "row-dropped":
            return QCoreApplication.translate("trail", "row taken away")
        case "not-done" | "unknown":
            return words.word(Missing(recorded))
        case _:
            return recorded


def reason(line: Line) -> str:
    """Return the reason, in words where it is one of the coded ones (rule P19)."""
    if line.kind is Kind.PLACE_PROPOSE and line.reason in list(WhyMisplaced):
        return words.word(WhyMisplaced(line.reason))
    if line.kind is Kind.AMEND and line.reason in list(WhyAmended):
        return words.word(WhyAmended(line.reason))
    if line.kind is Kind.CLINIC_OPEN and line.reason in list(WhyAgain):
        return words.word(WhyAgain(line.reason))
    if line.kind is Kind.CLINIC_STOP and line.reason in list(WhyAside):
        return words.word(WhyAside(line.reason))
    return words.word(Absence(line.reason)) if line.reason in list(Absence) else line.reason


def facts(line: Line, check: Check) -> Iterator[tuple[str, str, str]]:
    """Yield name, title and words of everything a line says, in the order an auditor asks; empty ones are left out."""
    about = line.about
    translate = QCoreApplication.translate
    prompted = translate("trail", "yes") if line.prompted else translate("trail", "no")
    rows = (
        ("time", translate("trail", "Time"), words.second(line.at)),
        ("person", translate("trail", "Person"), author(line).replace("\n", ", ")),
        ("act", translate("trail", "Act"), words.word(line.kind)),
        ("detail", translate("trail", "More exactly"), detail(line)),
        ("subject", translate("trail", "Participant"), about.subject),
        ("visit", translate("trail", "Visit"), about.visit),
        ("form", translate("trail", "Form"), about.form),
        ("item", translate("trail", "Item"), about.item),
        ("old", translate("trail", "Old value"), code(line.old)),
        ("new", translate("trail", "New value"), value(line) if line.kind is Kind.SESSION_AIDS else code(line.new)),
        (
            "prompted",
            translate("trail", "Asked before whether to leave it out"),
            "" if line.prompted is None else prompted,
        ),
        ("reason", translate("trail", "Reason"), reason(line)),
        ("note", translate("trail", "In words"), line.note),
        ("content", translate("trail", "Content"), words.word(line.openness)),
        ("centre", translate("trail", "At the centre"), words.word(line.delivery)),
        ("holds", translate("trail", "Record"), holds(check)),
        ("clock", translate("trail", "Device clock"), clock(line, check)),
        ("program", translate("trail", "Program"), line.app),
        ("device", translate("trail", "Device"), line.device),
    )
    yield from (row for row in rows if row[2])


def holds(check: Check) -> str:
    """Say how far the record is known to hold together (rules P03, P16)."""
    if check.first_bad is not None:
        return QCoreApplication.translate("trail", "does not hold together from event {seq} on").format(
            seq=number(check.first_bad)
        )
    if check.followed >= check.of:
        said = QCoreApplication.translate("trail", "holds together up to its last event, {of}")
    else:
        said = QCoreApplication.translate("trail", "holds together up to event {seq} of {of}; still being followed")
    return said.format(seq=number(check.followed), of=number(check.of))


def clock(line: Line, check: Check) -> str:
    """Return the device's own clock, and by how much the wall clock differs from it since the event before."""
    since = QCoreApplication.translate("trail", "{seconds} s since the device started ({boot})").format(
        seconds=QLocale().toString(line.up_ms / 1000, "f", 1), boot=line.boot[:8]
    )
    off = check.clock_off_s
    if off is None or abs(off) < STEP_S:
        return since
    said = QCoreApplication.translate("trail", "the wall clock moved {seconds} s against it since the event before")
    return f"{since}; {said.format(seconds=words.difference(off))}"


def number(count: int) -> str:
    """Return a count as it is read in the language of the interface."""
    return QLocale().toString(count)


STEP_S = 60.0
"""Seconds from which on two clocks that differ are worth a word (security rule T14)."""
