"""The first pages: what the data are of, what was assumed, and what nobody has confirmed."""

from collections.abc import Iterator, Sequence

from retnet_pro.analysis.participants import ArmCounts
from retnet_pro.instrument.model import Instrument, Status
from retnet_pro.report.trial.cells import count, text
from retnet_pro.report.trial.parts import Cell, Column, Listing, Piece, Section, Table, Words
from retnet_pro.report.trial.said import Said

_FACTS: Sequence[Column] = (
    Column(head="What", code="what", width=1.0),
    Column(head="Said by the data", code="value", width=3.4),
)
_ARMS: Sequence[Column] = (
    Column(head="Arm", code="arm", width=2.4),
    Column(head="Enrolled", code="enrolled", is_number=True),
    Column(head="Randomised", code="randomised", is_number=True),
    Column(head="Embolized", code="treated", is_number=True),
    Column(head="Symptoms at baseline", code="symptomatic", is_number=True, width=1.2),
    Column(head="Progressed", code="progressed", is_number=True),
    Column(head="Withdrew", code="withdrew", is_number=True),
    Column(head="Died", code="died", is_number=True),
)
NOT_PRESPECIFIED = (
    "The study file names no statistical analysis plan. Nothing in this report is the analysis the trial planned "
    "beforehand; it describes the data and tests no hypothesis of the protocol."
)
_ASSUMED = (
    "Primary endpoint: counted from the first embolization; death without progression is an event.",
    "Progression of participants without any imaging form is taken to be in the liver.",
    "Everybody randomised is analysed in the arm of randomisation.",
    "Lost to follow-up has nothing to do with what would have become of the participant (non-informative censoring).",
    "Hazard ratios: hazards are proportional over the whole time; the assumption is not tested here.",
    "Scores are missing at random given arm, time point and the scores that were seen (mixed model).",
    "Deterioration: 10 points on every scale; on single items any step counts.",
    "Biomarkers: stretches of twelve weeks after the first embolization.",
    "Several sites are analysed together; no effect of the site is modelled.",
    "Intervals and p values stand for themselves and are adjusted for nothing.",
)


def front_section(said: Said, arms: Sequence[ArmCounts]) -> Section:
    """Return what the data are of and who is in them."""
    about, study = said.about, said.trial.study
    closed = [arm.title for arm in study.arms if not arm.open_to_randomisation]
    enrolled = len(said.trial.people)
    records = (f"device {dev} up to event {seq}, SHA-256 {name}" for dev, (seq, name) in about.upto.items())
    facts = (
        ("Trial", about.trial),
        ("Data", f"{about.mode.value} data" + ("; SYNTHETIC, not from any person" if said.synthetic else "")),
        ("Study file", f"{study.id}, version {study.version}, SHA-256 {study.hash}"),
        ("Its title and label", f"{study.title}; {study.label}"),
        ("Cut-off", f"{about.cut_off.isoformat()}; last event recorded {about.last_at or 'never'}"),
        ("Sites", f"{len(about.sites)}: {', '.join(about.sites) or 'none'}"),
        ("Records", "; ".join(records)),
        ("Participants", f"{enrolled} enrolled, {said.randomised} randomised; {study.planned_participants} planned"),
        ("Forms that count", str(len(said.trial.forms))),
        ("Forms left out", said.left_out()),
        ("Forms of staff", str(len(said.trial.staff))),
        ("Arms", "; ".join(arm.title for arm in study.arms) + (f"; closed: {', '.join(closed)}" if closed else "")),
        ("Program", f"RETNET-Pro {about.program}, scoring {about.scoring_version}"),
    )  # fmt: skip
    pieces: list[Piece] = [
        Words(NOT_PRESPECIFIED, is_warning=True),
        Table(
            name="about", title="What the data are of", columns=_FACTS,
            rows=tuple((text(what), text(value)) for what, value in facts),
            counted=f"{len(said.trial.people)} participants", missing="nothing", method="As recorded",
        ),
        Table(
            name="participants", title="Participants by arm", columns=_ARMS,
            rows=tuple(_arm_row(one, said) for one in arms),
            counted=f"{len(said.trial.people)} enrolled participants",
            missing="what happened after the cut-off, or was not recorded by then, is not counted", method="Counted",
        ),
    ]  # fmt: skip
    return Section(name="data", title="What this report is of", pieces=pieces)


def assumption_section(said: Said) -> Section:
    """Return what was taken for granted, and which definitions nobody has confirmed."""
    pieces: list[Piece] = [Listing("Assumed by every number that follows", _ASSUMED)]
    unsure = tuple(_unconfirmed(said))
    if unsure:
        pieces.append(
            Listing("Definitions that are not confirmed; check each against your protocol and licence", unsure)
        )
    return Section(name="assumptions", title="Assumptions and unconfirmed definitions", pieces=pieces, begins_page=True)


def _unconfirmed(said: Said) -> Iterator[str]:
    study = said.trial.study
    if not study.status.may_be_shown_as_fact:
        yield f"Study file, {study.label} ({study.status}): {study.source}"
    if not study.symptom_free.status.may_be_shown_as_fact:
        yield f"Symptom-free interval ({study.symptom_free.status}): {study.symptom_free.source}"
    for instrument in said.trial.instruments:
        yield from _of_instrument(instrument)
    for form in said.clinic:
        if not form.status.may_be_shown_as_fact:
            yield f"{form.title} ({form.status}): {form.source}"


def _of_instrument(instrument: Instrument) -> Iterator[str]:
    for variant in instrument.variants[:1]:
        if not variant.status.may_be_shown_as_fact:
            yield f"{instrument.title}, scoring variant {variant.title} ({variant.status}): {variant.source}"
    by_reason: dict[tuple[Status, str], list[str]] = {}
    for scale in instrument.scales:
        if not scale.status.may_be_shown_as_fact:
            by_reason.setdefault((scale.status, scale.source), []).append(scale.code)
    for (status, source), codes in by_reason.items():
        yield f"{instrument.title}, scales {', '.join(dict.fromkeys(codes))} ({status}): {source}"
    for statement in instrument.to_confirm:
        yield f"{instrument.title}, to confirm against the licensed scoring sheet: {statement}"


def _arm_row(one: ArmCounts, said: Said) -> tuple[Cell, ...]:
    name = Cell("All enrolled", "all") if one.arm is None else Cell(said.titles.get(one.arm, one.arm), one.arm)
    numbers = (one.enrolled, one.randomised, one.treated, one.symptomatic, one.progressed, one.withdrew, one.died)
    return (name, *(count(number) for number in numbers))
