"""What a design can find: events needed, events to expect, and power, beside each other.

The protocol abstract says 60 participants per arm, powered for a hazard ratio of 1.78 of chemoembolization against
bland embolization (Trials 2018;19:390). Alpha, sidedness, power, accrual, follow-up and drop-out are not public: each
of them is an assumption of a `Design` here, and none is a statement about the trial.

Two formulas stand in as a cross-check for what is simulated (`power`): Schoenfeld, with the events that a design needs,
and Freedman, as lifelines has it, with the power that expected events give. Schoenfeld's one line is written out here
because no library at hand has it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from lifelines.statistics import power_under_cph

SCHOENFELD = "Schoenfeld 1981, Biometrika 68:316"
FREEDMAN = "Freedman 1982, Stat Med 1:121 (lifelines)"
HAZARD_RATIO = 1.78
"""Of bland embolization against chemoembolization; the registry-derived text says 1.76."""
PER_ARM = 60
_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """One comparison of two groups and all that is assumed about it."""

    name: str
    bland: int
    """Participants in the group with bland embolization."""
    chemo: int
    """Participants in the group, or groups together, with chemoembolization."""
    hazard_ratio: float = HAZARD_RATIO
    """Hazard with bland embolization divided by that with chemoembolization; 1: there is no difference."""
    bland_median: float = 12.2
    """Months of median hepatic progression-free survival; ASSUMPTION, after grade G2 in Chen 2017, CVIR 40:69."""
    accrual: float = 48.0
    """Months over which participants enter, evenly; ASSUMPTION."""
    follow_up: float = 24.0
    """Months from the last entry to the analysis; ASSUMPTION."""
    lost_per_year: float = 0.05
    """Share lost to follow-up in a year; ASSUMPTION."""
    alpha: float = 0.05
    sides: int = 2

    @property
    def chemo_median(self) -> float:
        """Months of median survival that the hazard ratio gives."""
        return self.bland_median * self.hazard_ratio

    @property
    def critical(self) -> float:
        """The standard normal value beyond which a test rejects."""
        return _NORMAL.inv_cdf(1 - self.alpha / self.sides)

    def in_words(self) -> tuple[str, str]:
        """Say what is assumed, on two lines."""
        side = "two-sided" if self.sides == 2 else "one-sided"
        return (
            f"{self.bland} v {self.chemo} participants, hazard ratio {self.hazard_ratio:g}, "
            f"alpha {self.alpha:g} {side}",
            f"medians {self.bland_median:.1f} v {self.chemo_median:.1f} months, accrual {self.accrual:g} and "
            f"follow-up {self.follow_up:g} months, {self.lost_per_year:.0%} lost per year",
        )


def schoenfeld_events(*, hazard_ratio: float, alpha: float, sides: int, power: float, first_share: float) -> float:
    """Return the events a log-rank test needs. `first_share` is the share of participants in the first group."""
    z = _NORMAL.inv_cdf(1 - alpha / sides) + _NORMAL.inv_cdf(power)
    return z**2 / (first_share * (1 - first_share) * math.log(hazard_ratio) ** 2)


def schoenfeld_power(design: Design, events: float) -> float:
    """Return the power that a number of events gives: the same formula, solved for the power."""
    share = design.bland / (design.bland + design.chemo)
    distance = math.sqrt(events * share * (1 - share)) * abs(math.log(design.hazard_ratio))
    return _NORMAL.cdf(distance - design.critical)


def freedman_power(design: Design, bland_events: float, chemo_events: float) -> float:
    """Return the power that expected events of both groups give, the bland group as the one that is compared."""
    alpha = design.alpha * 2 / design.sides
    return float(
        power_under_cph(
            design.bland,
            design.chemo,
            bland_events / design.bland,
            chemo_events / design.chemo,
            design.hazard_ratio,
            alpha,
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NeededEvents:
    """A line of the table of events needed."""

    comparison: str
    alpha: float
    sides: int
    power: float
    first_share: float

    def events(self, hazard_ratio: float) -> float:
        """Return the events needed at a hazard ratio."""
        return schoenfeld_events(
            hazard_ratio=hazard_ratio,
            alpha=self.alpha,
            sides=self.sides,
            power=self.power,
            first_share=self.first_share,
        )


_PAIR, _POOLED = "one arm v one arm, 1:1", "both chemoembolization arms v bland, 2:1"
NEEDED: Sequence[NeededEvents] = (
    NeededEvents(comparison=_PAIR, alpha=0.05, sides=2, power=0.8, first_share=1 / 2),
    NeededEvents(comparison=_PAIR, alpha=0.05, sides=1, power=0.8, first_share=1 / 2),
    NeededEvents(comparison=_PAIR, alpha=0.025, sides=2, power=0.8, first_share=1 / 2),
    NeededEvents(comparison=_POOLED, alpha=0.05, sides=2, power=0.8, first_share=1 / 3),
    NeededEvents(comparison=_POOLED, alpha=0.05, sides=2, power=0.9, first_share=1 / 3),
)
"""What is compatible with the little that is public."""
DESIGNS: Sequence[Design] = (
    Design(name="BE v cTACE, 60 per arm", bland=PER_ARM, chemo=PER_ARM),
    Design(name="The same, one-sided", bland=PER_ARM, chemo=PER_ARM, sides=1),
    Design(name="BE v cTACE and DEB together, 60 per arm", bland=PER_ARM, chemo=2 * PER_ARM),
    Design(name="DEB closed after 10, its 10 counted with cTACE", bland=PER_ARM, chemo=PER_ARM + 10),
    Design(name="DEB closed after 10, 162 enrolled, BE v cTACE", bland=76, chemo=76),
    Design(name="No difference (should reject at alpha)", bland=PER_ARM, chemo=PER_ARM, hazard_ratio=1.0),
)
"""The seed design, the closed arm as scenarios, and a design in which there is nothing to find."""
