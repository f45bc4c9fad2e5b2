"""Several responses for one time point: which of them counts, once a person decided (design part 7).

Nothing is deleted. A decision names the response that counts and those that stand beside it. It holds as long as
nothing else stands at that time point; when a further response comes, or the one that counted is gone, a person is
asked again. Until then none of them counts, so that no analysis depends on which came first.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from retnet_pro.centre.decision_ledger import Decision, Named, Placed
from retnet_pro.centre.store import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """One time point of one participant that a person has to decide about, or has decided about."""

    responses: tuple[Placed, ...]
    """All that stand there, in the order they were finished; a single one where the others left after a decision."""
    decisions: tuple[Decision, ...]
    """Every one that names any of them, in the order they were made."""

    @property
    def slot(self) -> tuple[str, str, str]:
        """The participant, visit and form it is about."""
        return self.responses[0].slot

    @property
    def decided(self) -> Decision | None:
        """The decision that is valid; None while a person has to decide."""
        if not self.decisions:
            return None
        last, there = self.decisions[-1], {one.name for one in self.responses}
        return last if last.counts in there and there <= last.beside | {last.counts} else None


def disputes(ledger: Ledger, site: str | None = None) -> tuple[Dispute, ...]:
    """Return the time points of a site, or of all, with several responses, in order of participant, visit and form."""
    naming: defaultdict[Named, list[int]] = defaultdict(list)
    decisions = ledger.decisions()
    for n, decision in enumerate(decisions):
        for name in (decision.counts, *decision.beside):
            naming[name].append(n)
    slots: defaultdict[tuple[str, str, str], list[Placed]] = defaultdict(list)
    for one in ledger.placed(site):
        slots[one.slot].append(one)
    found = (
        Dispute(
            responses=tuple(sorted(there, key=lambda one: (one.finished, one.dev, one.ses))),
            decisions=tuple(decisions[n] for n in sorted({n for one in there for n in naming.get(one.name, ())})),
        )
        for _, there in sorted(slots.items())
    )
    return tuple(one for one in found if _is_one(one))


def _is_one(dispute: Dispute) -> bool:
    """Whether a person is or was needed: of several, or of one that somebody had set beside another."""
    if len(dispute.responses) > 1:
        return True
    return bool(dispute.decisions) and dispute.decisions[-1].counts != dispute.responses[0].name


def without(found: Iterable[Dispute]) -> frozenset[Named]:
    """Return the responses that do not count: those set beside, and all that wait for a decision."""
    return frozenset(
        one.name
        for dispute in found
        for one in dispute.responses
        if dispute.decided is None or one.name != dispute.decided.counts
    )
