"""Which scales and time points the analysis tells of. Needs no library of statistics, so that exports can ask it."""

from retnet_pro.instrument.model import Instrument, InstrumentId, Method, Scale
from retnet_pro.study.model import Anchor, Study


def scored_scales(instrument: Instrument) -> tuple[Scale, ...]:
    """Return the scales from 0 to 100 of the default variant; points of change mean something on these only."""
    variant = instrument.default_variant
    return tuple(
        scale
        for scale in instrument.scales
        if scale.method in (Method.LINEAR_0_100, Method.MEAN_OF_SCALES)
        and (not scale.variants or variant in scale.variants)
    )


def regular_time_points(study: Study, instrument: InstrumentId) -> tuple[str, ...]:
    """Return the time points counted from randomisation at which a form is asked, in order; the first is baseline.

    Those counted from an embolization are left to the tables of completion: who has more cycles has more of them, and
    they are placed where everybody feels worse for a while.
    """
    found = [
        point for point in study.time_points if point.anchor is Anchor.RANDOMISATION and instrument in point.instruments
    ]
    return tuple(point.id for point in sorted(found, key=lambda point: point.offset_days))
