"""How much each fault test does: the CI size in `make test`, the long size in `make torture` before a release.

The figures are those of the reliability goals; a test reports the figure it reached, never the one it aimed at. Where
there is no time for the long size, ``make torture SHARE=0.1`` does a tenth of it, but never less than the CI size.
"""

import os
from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """One column of the goals."""

    name: str
    power_states: int
    """Disk states after a power cut, at least."""
    power_distinct: int
    """Of them different from all others, at least."""
    power_answers: int
    """Answers per form in the recorded day."""
    power_samples: int
    """Of so many states, evenly spread, everything is checked instead of what is cheap to check."""
    mutant_states: int
    """States in which a planted defect must have shown itself."""
    kills: int
    glass_kills: int
    """Kills of the real window process."""
    all_ways: bool
    """Whether every call fails in all four ways, or in two of them in turn where there are many calls of its kind."""
    few_calls: int
    """A kind with no more calls than this fails in all four ways in any case."""
    fault_answers: int
    """Answers per form in the session in which calls fail."""
    full_step: int
    """Bytes by which the small disk grows from one run to the next."""
    full_answers: int
    bit_flips: int
    cut_limit: int
    """Containers are cut off at every byte up to here."""
    cut_answers: int
    """Answers in the bundle that is cut off."""
    tampers: int
    stick_files: int
    restless_acts: int
    """Random taps, keys and gestures on the participant's glass."""
    histories: int
    """Of two tablets and a centre."""
    machine_histories: int
    """Of them, found by Hypothesis' state machine."""
    folder_histories: int
    network_bundles: int
    """Handed in over a failing network."""
    lossy_bundles: int
    """Handed in over a wire that loses packets and is slow."""
    loss_percent: int
    """Packets that this wire loses, each way."""
    months: int
    """Simulated months of a network with faults, one after the other in one play."""
    month_plays: int
    """Such plays, each with another seed."""
    decoder_inputs: int
    """For each reader."""
    decoder_examples: int
    """For each reader, grown by Hypothesis."""


CI = Sizes(
    name="ci",
    power_states=30_000,
    power_distinct=20_000,
    power_answers=4,
    power_samples=200,
    mutant_states=4_000,
    kills=1_000,
    glass_kills=50,
    all_ways=False,
    few_calls=12,
    fault_answers=2,
    full_step=4096,
    full_answers=2,
    bit_flips=10_000,
    cut_limit=64 * 1024,
    cut_answers=16,
    tampers=10_000,
    stick_files=100_000,
    restless_acts=2_000,
    histories=2_000,
    machine_histories=150,
    folder_histories=500,
    network_bundles=200,
    lossy_bundles=1,
    loss_percent=16,
    months=1,
    month_plays=1,
    decoder_inputs=4_000,
    decoder_examples=80,
)
TORTURE = replace(
    CI,
    name="long",
    power_states=1_500_000,
    power_distinct=1_000_000,
    power_answers=20,
    power_samples=5_000,
    kills=20_000,
    glass_kills=500,
    all_ways=True,
    fault_answers=20,
    full_answers=20,
    bit_flips=200_000,
    cut_answers=60,
    tampers=200_000,
    restless_acts=100_000,
    histories=200_000,
    machine_histories=100_000,
    folder_histories=100_000,
    network_bundles=5_000,
    lossy_bundles=10,
    loss_percent=30,
    months=12,
    month_plays=3,
    decoder_inputs=200_000,
    decoder_examples=2_000,
)


def share_of(share: float) -> Sizes:
    """Return this share of the long size: every count of it, and never less than the CI size; 0 is the CI size.

    The recorded day stays as long as in the long size: a shorter one has fewer states to be cut off in.
    """
    if share <= 0:
        return CI
    if share >= 1:
        return TORTURE
    counts = {
        field.name: max(getattr(CI, field.name), round(getattr(TORTURE, field.name) * share))
        for field in fields(Sizes)
        if type(getattr(CI, field.name)) is int and field.name != "power_answers"
    }
    return replace(TORTURE, name="part", **counts)


SIZES = share_of(float(os.environ.get("RETNET_PRO_TORTURE") or 0))
