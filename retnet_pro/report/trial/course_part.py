"""The primary objective, and the times between embolizations and without symptoms, as sections."""

from collections.abc import Sequence

from retnet_pro.analysis.cycles import CycleGaps
from retnet_pro.analysis.objectives import Primary, Survival
from retnet_pro.analysis.spread import SPREAD
from retnet_pro.analysis.symptom_free import SymptomFreeCounts
from retnet_pro.report.trial.cells import count, spread_cells, spread_columns
from retnet_pro.report.trial.parts import Cell, Column, Section, Table, Words
from retnet_pro.report.trial.said import Said
from retnet_pro.report.trial.survival_part import survival_pieces
from retnet_pro.study.symptom_free import Ending

_BY = {"arm": "by arm", "histology": "by histology", "grade": "by grade"}
_GAPS: Sequence[Column] = (
    Column(head="Arm", code="arm", width=2.2),
    Column(head="After embolization", code="cycle", width=1.3),
    Column(head="Had it", code="treated", is_number=True, width=0.7),
    *spread_columns("Days to the next: median (quartiles; range)", "days"),
)
_ENDED = {
    Ending.RETURNED: "symptoms came back",
    Ending.NEXT_EMBOLIZATION: "next embolization",
    Ending.LAST_DIARY: "last diary",
    Ending.NEVER_FREE: "never free",
    Ending.NOT_ASKED: "no diary",
}
_COUNTS: Sequence[Column] = (
    Column(head="Arm", code="arm", width=2.0),
    Column(head="Randomised", code="randomised", is_number=True),
    Column(head="Symptoms at baseline", code="symptomatic", is_number=True),
    Column(head="None", code="not_symptomatic", is_number=True, width=0.7),
    Column(head="Not recorded", code="not_determined", is_number=True),
    Column(head="Their embolizations", code="embolizations", is_number=True, width=1.2),
    *(
        Column(head=f"Ended: {words}", code=f"ended_{words.replace(' ', '_')}", is_number=True)
        for words in _ENDED.values()
    ),
)


def primary_sections(said: Said, found: Primary) -> list[Section]:
    """Return hepatic progression-free survival by arm, histology and grade."""
    front = Section(
        name="primary",
        title="Primary objective: hepatic progression-free survival",
        begins_page=True,
        pieces=(
            Words(
                "Counted from the first embolization (NCT02724540; Trials 2018;19:390, abstract). The event is "
                "progression in the liver as a reader of images recorded it (RECIST 1.1), or death. Elsewhere it "
                "is no event. Who is alive without it is censored at the last imaging that could be judged."
            ),
            Words(
                "Assumption: death without progression counts as an event; the full definition of the protocol is not "
                f"public. {found.without_readings} of {said.randomised} randomised have no imaging form; they "
                "are judged by the progression recorded in their course, taken to be in the liver.",
                is_warning=True,
            ),
            Words(
                "Histology and grade were not randomised: what parts these groups may come from something else.",
            ),
        ),
    )
    each = [
        Section(
            name=f"primary-{one.by}",
            title=f"Hepatic progression-free survival {_BY.get(one.by, one.by)}",
            level=1,
            begins_page=one.by != "arm",
            pieces=survival_pieces(
                f"hpfs-{one.by}", f"Hepatic progression-free survival {_BY.get(one.by, one.by)}", one,
                titles=said.titles, start="first embolization", synthetic=said.synthetic,
            ),
        )
        for one in found.survivals
    ]  # fmt: skip
    return [front, *each]


def cycle_section(said: Said, gaps: Sequence[CycleGaps], until_next: Survival) -> Section:
    """Return the time between embolizations in both readings."""
    table = Table(
        name="cycle-gaps",
        title="Days between embolizations, of those who had a next one",
        columns=_GAPS,
        rows=tuple(
            (
                Cell(said.titles.get(one.group, one.group), one.group),
                Cell("all gaps" if one.cycle is None else str(one.cycle), one.cycle or "all"),
                count(one.treated),
                *spread_cells(one.gaps, 0),
            )
            for one in gaps
        ),
        counted="gaps in the column n; participants who had the embolization beside them",
        missing="who had no next embolization is in no gap; the curve below has them, censored when last known",
        method=SPREAD.line,
    )
    return Section(
        name="cycles",
        title="Intervals between embolization cycles",
        begins_page=True,
        pieces=(
            Words("Gaps say how treatment was paced, not how long it lasted. The curve is the time from the first "
                  "to the second embolization, as if being lost had nothing to do with needing treatment."),
            table,
            *survival_pieces(
                "second-embolization", "Time to the second embolization", until_next, titles=said.titles,
                start="first embolization", synthetic=said.synthetic,
            ),
        ),
    )  # fmt: skip


def symptom_free_section(said: Said, counts: Sequence[SymptomFreeCounts], first: Survival) -> Section:
    """Return the symptom-free interval under the definition of the study file."""
    rule = said.trial.study.symptom_free
    confirmed = "confirmed by the next diary" if rule.needs_confirmation else "no confirmation needed"
    table = Table(
        name="symptom-free-counts",
        title="Who is in the denominator, and what ended each interval",
        columns=_COUNTS,
        rows=tuple(
            (
                Cell(said.titles.get(one.group, one.group), one.group),
                *(
                    count(number)
                    for number in (
                        one.participants, one.symptomatic, one.not_symptomatic, one.not_determined, one.embolizations,
                        *(one.endings.get(ending, 0) for ending in _ENDED),
                    )
                ),
            )
            for one in counts
        ),
        counted="participants and embolizations in each row; endings add up to the embolizations",
        missing="diaries that did not come end nothing",
        method="Counted under the definition of the study file",
    )  # fmt: skip
    return Section(
        name="symptom-free",
        title="Symptom-free interval",
        begins_page=True,
        pieces=(
            Words(
                f"Definition of the study file ({rule.status}): from the {rule.starts.replace('-', ' ')}; symptoms of "
                f"grade {rule.grade_cut} or worse end it; {confirmed}"
                f"; the next embolization {rule.next_embolization} it. {rule.source}.",
                is_warning=not rule.status.may_be_shown_as_fact,
            ),
            Words("Only participants with tumour symptoms at baseline. Several intervals of one participant are not "
                  "independent: the curve takes the first of each."),
            table,
            *survival_pieces(
                "symptom-free", "Symptom-free interval", first, titles=said.titles, start="its first day",
                synthetic=said.synthetic,
            ),
        ),
    )  # fmt: skip
