"""Letters between the tablets of a site: each writes down what it has done, each reads what the others have written.

Two tablets never merge their logs (design part 7). What another tablet has told is kept in a log of its own and read
beside this one's; a `neighbour` event of this tablet says up to where. What is to be written is never a list of its
own either: letters are cut at events that this log names, and one that is not at the place is written once more. So a
lost stick, an emptied folder or a crash needs no repair, only the same call again.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from retnet_pro.bundle.container import split
from retnet_pro.bundle.letter_label import Label, letter_id, read_label, tag_of
from retnet_pro.bundle.naming import letter_file, letter_of
from retnet_pro.bundle.site_letter import make_letter, read_letter
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.devices import let_in
from retnet_pro.conduct.doorway import Founding, read_founding
from retnet_pro.conduct.export import is_worth_sending
from retnet_pro.conduct.hearing import holds
from retnet_pro.conduct.journey import Journey, elsewhere
from retnet_pro.conduct.keys import believed_keys
from retnet_pro.conduct.neighbours import FOUND, NOTHING_AMISS, TAKEN, WRITTEN, Neighbour, neighbourhood
from retnet_pro.conduct.orders_beside import follow_orders
from retnet_pro.conduct.ports import Log, Transport
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.site_facts import opened
from retnet_pro.conduct.strangers import Stranger, strangers_at
from retnet_pro.errors import Code, Refusal, RetnetError, Tamper
from retnet_pro.record.event import EMPTY, DeviceId, Event, Head, Kind

MOST_LETTERS = 200
"""Letters taken in from one tablet at a time; the next exchange goes on from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What one exchange brought from another tablet."""

    device: DeviceId
    events: int
    responses: int
    lacks: int | None
    """The first event of it that later letters at the place build on and no letter there holds; None for no gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """What one exchange did."""

    place: str
    written: int
    """Letters of this tablet that were put there."""
    taken: tuple[Taken, ...]
    strangers: tuple[Stranger, ...]
    """Tablets that are not known here: compare their fingerprints and make them known."""
    faults: tuple[RetnetError, ...]
    """Letters that were not taken in, and why. The others were."""


def exchange(desk: Desk, founding: Founding, transport: Transport, *, place: str) -> Journey[Exchanged]:
    """Take in the letters of the other tablets that lie at a place, and put this tablet's own there.

    Doing it twice changes nothing.

    Raises:
        Refusal: `NOT_ALLOWED`.
        Tamper: `CHAIN_BROKEN` or `EVENT_BROKEN`, when this tablet's own record cannot be believed.
        WorldFault: the place cannot be reached or is full; what was done before stays valid.
    """
    demand(desk.person.role, Right.EXPORT)
    there = frozenset((yield from elsewhere(transport.names)))
    labels = tuple(filter(None, (read_label(one) for one in map(letter_of, there) if one is not None)))
    taken: list[Taken] = []
    faults: list[RetnetError] = []
    known = neighbourhood(desk.pen.log, desk.pen.key.public).neighbours
    for neighbour in known:
        if not neighbour.parted_at:
            own = [label for label in labels if label.tag == neighbour.tag]
            yield from _fetch(desk, founding, transport, neighbour, own, faults)
        taken += _take_in(desk, neighbour, labels, place)
    follow_orders(desk)
    written = yield from _write(desk, founding, transport, there, place)
    heard = frozenset({tag_of(desk.pen.device), *(one.tag for one in known)})
    let_in_here = tuple(one.device for one in let_in(desk))
    strangers = yield from strangers_at(transport, labels, heard, let_in_here)
    _write_findings(desk, place, taken, faults, strangers)
    return Exchanged(
        place=place,
        written=written,
        taken=tuple(taken),
        strangers=strangers,
        faults=tuple(faults),
    )


def _write(desk: Desk, founding: Founding, transport: Transport, there: frozenset[str], place: str) -> Journey[int]:
    """Put every letter of this tablet there that is not there yet; where letters are cut is written down first."""
    log = desk.pen.log
    cuts = neighbourhood(log, desk.pen.key.public).cuts
    new = list(log.events(cuts[-1] if cuts else 0))
    if is_worth_sending(new):
        more = [run[-1].header.seq for run in split(new)]
        desk.write(Kind.NEIGHBOUR, {"act": WRITTEN, "cuts": more, "place": place})
        cuts = (*cuts, *more)
    recipient = believed_keys(log, desk.pen.key.public).site_recipient
    missing = [
        (after, upto)
        for after, upto in zip((0, *cuts), cuts, strict=False)
        if letter_file(letter_id(desk.pen.device, after + 1, _head(log, upto))) not in there
    ]
    for done, (after, upto) in enumerate(missing):
        run = _run(log, after, upto)
        letter = make_letter(run, trial=founding.trial, site=founding.site, site_recipient=recipient, key=desk.pen.key)
        for name, data in letter.files:
            yield from elsewhere(partial(transport.put, name, data), done, len(missing))
    return len(missing)


def _write_findings(
    desk: Desk, place: str, taken: Sequence[Taken], faults: Sequence[RetnetError], strangers: Sequence[Stranger]
) -> None:
    """Write down what is amiss at this place, so that it is shown until it is made good; the same again is not news."""
    findings = {
        "gaps": {one.device: one.lacks for one in taken if one.lacks is not None},
        "forked": sorted({str(one.facts["device"]) for one in faults if one.code is Code.NEIGHBOUR_FORKED}),
        "strangers": [[one.letter.tag, one.device] for one in strangers],
    }
    if neighbourhood(desk.pen.log, desk.pen.key.public).found.get(place, NOTHING_AMISS) != findings:
        desk.write(Kind.NEIGHBOUR, {"act": FOUND, "place": place, **findings})


def _run(log: Log, after: int, upto: int) -> list[Event]:
    events = []
    for event in log.events(after):
        if event.header.seq > upto:
            break
        events.append(event)
    return events


def _head(log: Log, seq: int) -> Head:
    event = log.get(seq)
    if event is None:
        raise Tamper(Code.CHAIN_BROKEN, path="the log", seq=seq, why="it is not there")
    return Head(seq, event.hash)


def _fetch(
    desk: Desk,
    founding: Founding,
    transport: Transport,
    neighbour: Neighbour,
    labels: Sequence[Label],
    faults: list[RetnetError],
) -> Journey[None]:
    """Take the letters of a tablet that follow what is kept of it into its log; nothing is believed unproven."""
    logs, device = desk.reader.hearing.logs, neighbour.device
    kept = logs.log(device)
    if neighbour.upto.seq and (kept is None or not holds(kept, device, 1, neighbour.upto)):
        logs.put_aside(device)  # fetched again from the beginning
    for done in range(MOST_LETTERS):
        head = EMPTY if (log := logs.log(device)) is None else log.head()
        next_ones = [label for label in labels if label.first == head.seq + 1]
        for label in sorted(next_ones, key=lambda one: (-one.last, one.id)):
            try:
                sealed = yield from elsewhere(partial(transport.get, letter_file(label.id)), done, len(labels))
                events = read_letter(
                    sealed,
                    desk.unsealer,
                    letter=label.id,
                    trial=founding.trial,
                    site=founding.site,
                    device=device,
                    public=neighbour.public,
                    after=head,
                )
                _demand_same_site(events[0], founding, neighbour)
            except RetnetError as fault:  # one bad letter is no reason to miss the others
                faults.append(fault)
                continue
            logs.take_in(device, events)
            break
        else:
            return


def _demand_same_site(first: Event, founding: Founding, neighbour: Neighbour) -> None:
    """Return if a first event founds the same site for the same purpose; any other event has one before it.

    Raises:
        Refusal: `BUNDLE_FOREIGN`.
    """
    if first.header.seq != 1:
        return
    with suppress(KeyError, ValueError):
        theirs = read_founding(first.header.note or {})
        if (theirs.site, theirs.trial, theirs.mode) == (founding.site, founding.trial, founding.mode) and (
            theirs.device,
            theirs.public,
        ) == (neighbour.device, neighbour.public):
            return
    path, why = f"of {neighbour.device}", "it was not founded for this site, trial and purpose"
    raise Refusal(Code.BUNDLE_FOREIGN, path=path, why=why)


def _take_in(desk: Desk, neighbour: Neighbour, labels: Sequence[Label], place: str) -> tuple[Taken, ...]:
    """Write down how far another tablet's log is taken in, and take it in; also what a crash left over."""
    log = desk.reader.hearing.logs.log(neighbour.device)
    if log is None:
        return ()
    head, upto = log.head(), _projected(desk, neighbour)
    later = [label.first for label in labels if label.tag == neighbour.tag and label.first > head.seq + 1]
    lacks = head.seq + 1 if later else None
    responses = 0
    if head.seq > upto:
        note = {
            "act": TAKEN,
            "device": neighbour.device,
            "from": upto + 1,
            "upto": head.seq,
            "head": head.hash,
            "place": place,
        }
        written = desk.write(Kind.NEIGHBOUR, note)
        for one in desk.reader.told(opened(written, note)):
            desk.site.take(one)
            responses += one.kind is Kind.SESSION_DONE
    elif lacks is None:
        return ()
    return (Taken(device=neighbour.device, events=head.seq - upto, responses=responses, lacks=lacks),)


def _projected(desk: Desk, neighbour: Neighbour) -> int:
    """Return the last event of a tablet that the projection holds; less than was noted where its file was lost."""
    beside = desk.site.beside
    return beside.upto[beside.devices.index(neighbour.device)]
