"""The one gate through which words of a questionnaire leave with data: what their owner allowed (rules E140, E141).

A licence says so in the wording file itself (``licence: in_exports: true``), for one form in one language; the file
travels in a signed pack, so nobody at a site or at a terminal can open the gate. Where the licence says nothing, the
gate is shut, and an export names items by topics in words of this project.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from retnet_pro.instrument.model import Instrument, InstrumentId, Wording
from retnet_pro.study.model import Mode

DEMONSTRATION = "DEMONSTRATION WORDING - NOT THE QUESTIONNAIRE, NOT VALID FOR DATA COLLECTION"
"""Stands beside demonstration wording in every export."""


class Shut(StrEnum):
    """Why words stay here."""

    NOT_ALLOWED = "the licence does not say that they may stand in exports"
    ENDED = "the licence has ended"
    DEMONSTRATION = "demonstration wording is not what participants of a study were asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """Words of a form in a language that are at hand and stay here."""

    instrument: InstrumentId
    version: str
    language: str
    why: Shut


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """The words that are at hand, and what the gate has to know to judge them."""

    wordings: Callable[[Instrument], Iterable[Wording]]
    """Yields the words of a form, each language once."""
    mode: Mode
    """What the data are for that leave."""
    today: date
    """The day of the export, by which a licence has ended or not."""


def why_shut(form: Instrument, wording: Wording, mode: Mode, today: date) -> Shut | None:
    """Return why these words stay here, or None where they may leave.

    Demonstration wording is this project's own and may leave, with its mark; where data are real it says nothing about
    a form that needs a licence, because participants were asked in other words. The last day of a licence counts.
    """
    if wording.demonstration:
        return Shut.DEMONSTRATION if mode is Mode.STUDY and form.needs_licence else None
    licence = wording.licence
    if licence is None:
        return Shut.NOT_ALLOWED if form.needs_licence else None
    if not licence.in_exports:
        return Shut.NOT_ALLOWED
    return Shut.ENDED if licence.expires is not None and licence.expires < today else None


def note_of(wording: Wording) -> str:
    """Return what stands beside the words wherever they go: the mark of demonstration wording, the owner's notice."""
    return f"{DEMONSTRATION}. {wording.notice}" if wording.demonstration else wording.notice


def withheld_said(one: Withheld) -> str:
    """Return in words what stays here, and why."""
    return f"the words of {one.instrument} {one.version} in '{one.language}': {one.why.value}"
