"""Numbers as figures print them: rounded here and nowhere earlier."""

from collections import Counter
from collections.abc import Iterable, Mapping

from retnet_pro.analysis.results import LEVEL, Estimate, Method
from retnet_pro.analysis.time_to_event import LeftOut

_SMALLEST_P = 0.001


def p_words(p: float) -> str:
    """Return a p value to three decimals; a smaller one as such."""
    return f"p < {_SMALLEST_P}" if p < _SMALLEST_P else f"p = {p:.3f}"


def estimate_words(estimate: Estimate, decimals: int) -> str:
    """Return a value with its interval, e.g. ``0.62 (95 % interval 0.41 to 0.93)``."""
    low = "not reached" if estimate.low is None else f"{estimate.low:.{decimals}f}"
    high = "not reached" if estimate.high is None else f"{estimate.high:.{decimals}f}"
    return f"{estimate.value:.{decimals}f} ({LEVEL:.0%} interval {low} to {high})"


def counted_words(groups: Mapping[str, tuple[int, int]]) -> str:
    """Return participants and events of all groups and of each."""
    n, events = (sum(counts[place] for counts in groups.values()) for place in (0, 1))
    each = "; ".join(f"{group} {count} ({had})" for group, (count, had) in groups.items())
    return f"{n} participants with {events} events; by group (events): {each}"


def left_out_words(left_out: Iterable[LeftOut]) -> str:
    """Return how many are left out, by reason."""
    reasons = Counter(one.reason for one in left_out)
    if not reasons:
        return "nobody left out"
    return (
        f"{reasons.total()} left out ({'; '.join(f'{reason}: {count}' for reason, count in sorted(reasons.items()))})"
    )


def methods_words(methods: Iterable[Method]) -> str:
    """Return each method once, with its library."""
    return "; ".join(dict.fromkeys(method.line for method in methods))
