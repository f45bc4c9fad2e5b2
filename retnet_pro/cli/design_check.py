"""``retnet-pro simulate --power``: what the seed design can find, beside the little that is public."""

import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from retnet_pro.errors import Code, Refusal

if TYPE_CHECKING:
    from retnet_pro.analysis.power import PowerFound

PACKAGES = ("jinja2", "lifelines", "matplotlib", "pandas", "scipy", "statsmodels")
"""What the optional extra `analysis` brings; a tablet has none of it."""


def demand_analysis() -> None:
    """Return if everything the analysis stands on is installed.

    Raises:
        Refusal: `LIBRARY_MISSING`, naming what is not.
    """
    if lacking := [name for name in PACKAGES if find_spec(name) is None]:
        raise Refusal(Code.LIBRARY_MISSING, what=f"the analysis ({', '.join(lacking)})", extra="analysis")


def check_design(seed: int, replicates: int) -> str:
    """Play the designs and return the whole report as text; the same seed gives the same text.

    Raises:
        Refusal: `LIBRARY_MISSING`.
    """
    demand_analysis()
    from retnet_pro.analysis.design import DESIGNS
    from retnet_pro.analysis.power import power_of

    trials = len(DESIGNS) * replicates
    with click.progressbar(length=trials, label="Playing trials", file=sys.stderr) as bar:
        found = [power_of(design, seed, replicates, played=lambda: bar.update(1)) for design in DESIGNS]
    return "\n".join(_lines(found, seed))


def _lines(found: Sequence["PowerFound"], seed: int) -> Iterator[str]:
    from retnet_pro.analysis.design import FREEDMAN, HAZARD_RATIO, NEEDED, SCHOENFELD

    yield "What the design can find. SIMULATED; nothing here is from the trial."
    yield "Public: 60 participants per arm and a hazard ratio of 1.78 (Trials 2018;19:390, abstract). A text after the"
    yield "registry says 1.76. Not public, so assumed: alpha, sides, power, accrual, follow-up, losses, medians."
    yield ""
    yield f"Events needed ({SCHOENFELD}):"
    for line in NEEDED:
        sides = "two-sided" if line.sides == 2 else "one-sided"
        yield (
            f"  {line.comparison}, alpha {line.alpha:g} {sides}, power {line.power:.0%}: "
            f"{line.events(HAZARD_RATIO):.1f} at 1.78, {line.events(1.76):.1f} at 1.76"
        )
    yield ""
    yield f"Power by simulation with the log-rank test, {found[0].replicates} trials each, seed {seed}:"
    for one in found:
        yield f"  {one.design.name}"
        for words in one.design.in_words():
            yield f"    assumed: {words}"
        yield (
            f"    events to expect: {one.events:.1f} (95 of 100 trials: {one.events_low} to {one.events_high}), "
            f"{one.progressed:.0%} of participants"
        )
        interval = f"95% interval {one.power_low:.1%} to {one.power_high:.1%}"
        yield f"    the test rejects in {one.power:.1%} of trials ({interval})"
        if one.schoenfeld is not None and one.freedman is not None and one.needed is not None:
            yield f"    by formula at these events: {one.schoenfeld:.1%} (Schoenfeld), {one.freedman:.1%} (Freedman)"
            yield f"    80% power needs {one.needed:.1f} events"
    yield ""
    yield "Assumed of every trial: exponential survival, even entry, exponential losses, one analysis, no interim look."
    yield f"Formulas: {SCHOENFELD}; {FREEDMAN}."
