"""An erasure that was ordered on another tablet of the site is carried out on this one too.

Each tablet removes what its own log holds, by an event of its own; of the other tablet's log only the copy that is kept
here is concerned. So the centre hears from each tablet about its own events and no log depends on another.
"""

from retnet_pro.conduct.beside import place_and_seq
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.erased import Erasure
from retnet_pro.conduct.erasure import repeat_order
from retnet_pro.conduct.ports import Log
from retnet_pro.conduct.roles import Right, demand


def follow_orders(desk: Desk) -> None:
    """Carry out what other tablets were ordered to remove, as far as it was not done here yet.

    Raises:
        Refusal: `NOT_ALLOWED`.
        Tamper: `CHAIN_BROKEN`, when the record is damaged; nothing was removed.
        WorldFault: the disk refused; the next exchange goes on from there.
    """
    for one in desk.site.beside.orders:
        demand(desk.person.role, Right.ERASE)
        if one.is_whole and not _is_done(desk, one):
            repeat_order(desk, one)
        place, _ = place_and_seq(one.seq)
        device = desk.site.beside.devices[place]
        copy = desk.reader.hearing.logs.log(device)
        seqs = one.targets.get(device, ())
        if copy is not None and _stands(copy, seqs):
            copy.erase(seqs)
            desk.keep_snapshot(at_once=True)


def _is_done(desk: Desk, order: Erasure) -> bool:
    return any(one.is_whole and one.subject == order.subject for one in desk.site.erasures)


def _stands(copy: Log, seqs: tuple[int, ...]) -> bool:
    events = (copy.get(seq) for seq in seqs)
    return any(event is not None and event.sealed is not None for event in events)
