"""How an event is named to people: by its number in the log of the device that wrote it, and by that device.

The numbers events have here, of neighbours and of inherited logs, mean nothing to anybody (see `beside` and `reading`).
"""

from dataclasses import dataclass

from retnet_pro.conduct.beside import is_beside, place_and_seq
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.site_facts import Opened
from retnet_pro.record.event import DeviceId


@dataclass(frozen=True, slots=True, kw_only=True)
class EventName:
    """One event as people find it again."""

    device: DeviceId
    seq: int
    """Its number in the log of that device."""
    is_here: bool
    """Whether that is this device; then the number alone says enough."""


def name_of(desk: Desk, opened: Opened) -> EventName:
    """Return the name of an opened event, whatever number it was given."""
    return EventName(device=opened.dev, seq=opened.own_seq, is_here=opened.dev == desk.pen.device)


def event_name(desk: Desk, number: int) -> EventName:
    """Return the name of the event that has this number here. Nothing is read for it."""
    if is_beside(number):
        place, seq = place_and_seq(number)
        return EventName(device=desk.site.beside.devices[place], seq=seq, is_here=False)
    for one, shift in reversed(desk.reader.numbered):
        if number <= 0 < number + shift:
            return EventName(device=one.device, seq=number + shift, is_here=False)
    return EventName(device=desk.pen.device, seq=number, is_here=True)
