"""Whether a wording could be activated for participants, with every reason against it (rules E130-E132, E141, E142).

Completeness is checked where a wording is read; this looks at what makes complete words fit to ask somebody with.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.approval import lack_of_approval
from retnet_pro.instrument.finding import Finding
from retnet_pro.instrument.model import Instrument, Wording
from retnet_pro.instrument.wording_flaws import oddities
from retnet_pro.instrument.wording_words import named, numbers_of, words_of

EXPIRY_WARNING = timedelta(days=60)
"""How long before its end a licence is called short: packs reach the last tablet weeks after they are signed."""


class Fitness(StrEnum):
    """What a wording may be used for."""

    PARTICIPANTS = "participants"
    DEMONSTRATION = "demonstration"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing a person should know about a wording."""

    stands_against: bool
    """Participants cannot be asked before it is mended; else it is only worth a look."""
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Everything that was found, and what the wording may be used for."""

    fitness: Fitness
    remarks: tuple[Remark, ...]

    @property
    def against(self) -> tuple[str, ...]:
        """Why participants cannot be asked."""
        return tuple(remark.said for remark in self.remarks if remark.stands_against)


def judge(
    form: Instrument, wording: Wording, today: date, on_screen: Iterable[Remark] | None, speech: Refusal | None = None
) -> Judgement:
    """Judge a wording that is complete for this form.

    `speech` is why the program itself does not speak well enough around it (see `tongue.lack_of_speech`).
    `on_screen` is what was found on the participant's screens; None means that nobody measured them, and then it is
    not fit for participants.
    """
    remarks = [*_speech(speech), *(on_screen or ()), *_looks(form, wording)]
    if wording.demonstration:
        against = any(remark.stands_against for remark in remarks)
        marked = Remark(
            stands_against=True, said="it is marked as demonstration wording, not valid for data collection (E140)"
        )
        fitness = Fitness.NOTHING if against else Fitness.DEMONSTRATION
        return Judgement(fitness=fitness, remarks=(marked, *remarks))
    if on_screen is None:
        remarks = [_against("its screens were not measured (E111, E130)"), *remarks]
    remarks = [*_licence(form, wording, today), *_translation(wording, today), *remarks]
    against = any(remark.stands_against for remark in remarks)
    return Judgement(fitness=Fitness.NOTHING if against else Fitness.PARTICIPANTS, remarks=tuple(remarks))


def judge_findings(findings: Iterable[Finding]) -> Judgement:
    """Judge a wording that could not be read or is not complete (rule E130)."""
    remarks = tuple(Remark(stands_against=True, said=str(finding)) for finding in findings)
    return Judgement(fitness=Fitness.NOTHING, remarks=remarks)


def _against(said: str) -> Remark:
    return Remark(stands_against=True, said=said)


def _licence(form: Instrument, wording: Wording, today: date) -> Iterator[Remark]:
    licence = wording.licence
    if licence is None:
        if form.needs_licence:
            yield _against(f"'{form.id}' needs a licence and the wording names none (E141)")
        return
    if lack := lack_of_approval(form, wording):
        yield _against(f"{lack}; see 'retnet-pro screens' (E142)")
    if licence.copyright not in wording.notice:
        yield _against("the copyright line of the licence is not part of 'notice', which every page shows (E141)")
    if licence.in_exports:
        yield Remark(stands_against=False, said="its licence allows that the words stand in exports of data")
    if licence.expires is None:
        return
    if licence.expires < today:
        yield _against(f"its licence ended on {licence.expires.isoformat()} (E141)")
    elif licence.expires <= today + EXPIRY_WARNING:
        yield Remark(stands_against=False, said=f"its licence ends soon, on {licence.expires.isoformat()}")


def _speech(lack: Refusal | None) -> Iterator[Remark]:
    if lack is not None:
        yield _against(_SPEECH[lack.code].format(**lack.facts))


_SPEECH = {
    Code.WORDING_MISSING: "the program itself does not speak '{language}' and another one is no substitute (E131)",
    Code.INTERFACE_MISSING: "the program itself lacks words in '{language}', {count} of them (E130)",
    Code.LANGUAGE_DRAFT: "no native speaker has reviewed what the program itself says in '{language}' (E130, E132)",
}


def _translation(wording: Wording, today: date) -> Iterator[Remark]:
    if wording.translation is None:
        yield _against("'translation' with certificate, reviewer and day of the review is missing (E132)")
    elif wording.translation.reviewed > today:
        yield _against(f"the review of its words lies in the future, {wording.translation.reviewed.isoformat()} (E132)")


def _looks(form: Instrument, wording: Wording) -> Iterator[Remark]:
    numbers = numbers_of(form)
    for place, text in words_of(wording).items():
        number = numbers.get(place[-1]) if place[0] == "items" else None
        for said in oddities(text, number):
            yield Remark(stands_against=False, said=f"{named(place, numbers)} {said}")
