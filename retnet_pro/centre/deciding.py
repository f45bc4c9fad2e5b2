"""A person decides which of several responses for one time point counts; the next decision takes its place."""

from retnet_pro.centre.count_ledger import NETWORK
from retnet_pro.centre.counting import recount_records
from retnet_pro.centre.decision_ledger import Decision, Named
from retnet_pro.centre.disputes import disputes
from retnet_pro.centre.store import Store
from retnet_pro.errors import Code, Refusal


def decide(store: Store, response: Named, *, by: str, why: str, at: str) -> Decision:
    """Write down that this response counts and that all others of its time point stand beside it; return that.

    Raises:
        Refusal: `DISPUTE_MISSING`, when it is not one of several for one time point.
        WorldFault: the database is in trouble; nothing was decided.
    """
    dev, ses = response
    with store.writing() as ledger:
        ledger.lock_site(NETWORK)  # one decision after the other, of whichever sites
        device = ledger.device(dev)
        among = disputes(ledger, device.site) if device is not None else ()
        found = next((one for one in among if response in {each.name for each in one.responses}), None)
        if device is None or found is None:
            raise Refusal(Code.DISPUTE_MISSING, device=dev, session=ses)
        ledger.lock_site(device.site)
        chosen = next(one for one in found.responses if one.name == response)
        decision = Decision(
            dev=dev,
            ses=ses,
            event_hash=chosen.event_hash,
            beside=frozenset(one.name for one in found.responses) - {response},
            at=at,
            by=by,
            why=why,
        )
        ledger.decide(decision)
        recount_records(ledger, device.site)
    return decision
