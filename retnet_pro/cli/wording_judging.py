"""The check of a wording file, put together: its form, the day, and the participant's screens it must fit on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from retnet_pro.app.tablet import demand_windows
from retnet_pro.errors import Refusal
from retnet_pro.instrument.finding import Finding
from retnet_pro.instrument.library import Library
from retnet_pro.instrument.model import Instrument, InstrumentId, Wording
from retnet_pro.instrument.tongue import Tongue, lack_of_speech
from retnet_pro.instrument.wording import read_wording
from retnet_pro.instrument.wording_check import Fitness, Judgement, Remark, judge, judge_findings

FormOf = Callable[[str, str], Instrument | None]
"""From id and version of a form to the form, or None."""

VERDICTS = {
    Fitness.PARTICIPANTS: "could be activated for participants",
    Fitness.DEMONSTRATION: "for demonstration and practice only; cannot be activated for participants",
    Fitness.NOTHING: "cannot be activated for participants",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What wordings are checked with."""

    form_of: FormOf
    tongue_of: Callable[[str], Tongue | None]
    """How the program itself speaks a language."""
    words: Path
    """Folder of the program's own translations."""
    today: date
    screens: bool = True
    """Whether the participant's screens are measured; without that no wording is fit for participants."""


def form_in(library: Library) -> FormOf:
    """Return a way to find forms in a library."""

    def find(id_: str, version: str) -> Instrument | None:
        try:
            return library.instrument(InstrumentId(id_), version)
        except Refusal:
            return None

    return find


def judge_file(content: bytes, name: str, bench: Bench) -> tuple[Wording | None, Judgement]:
    """Return the wording, if it can be read, and everything about it.

    Raises:
        WorldFault: `QT_LIBRARIES_MISSING`, when screens cannot be measured on this machine.
    """
    wording, findings = read_wording(content, name)
    if wording is None:
        return None, judge_findings(findings)
    form = bench.form_of(wording.instrument, wording.instrument_version)
    if form is None:
        said = f"there is no form {wording.instrument} {wording.instrument_version} here for these words"
        return wording, judge_findings([Finding(name, 1, None, said)])
    _, findings = read_wording(content, name, form)
    if findings:
        return wording, judge_findings(findings)
    tongue = bench.tongue_of(wording.language)
    speech = lack_of_speech(tongue, wording.language, demonstration=wording.demonstration)
    return wording, judge(form, wording, bench.today, _on_screen(form, wording, bench), speech)


def _on_screen(form: Instrument, wording: Wording, bench: Bench) -> tuple[Remark, ...] | None:
    if not bench.screens:
        return None
    demand_windows()
    from retnet_pro.app.measuring import measured  # Qt is loaded only when it is wanted

    return measured(form, wording, bench.words)
