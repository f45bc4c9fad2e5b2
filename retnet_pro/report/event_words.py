"""The number of an event on paper, with the tablet it is of where that is not the one that prints."""

from retnet_pro.conduct.event_name import EventName
from retnet_pro.report.tongue import ENGLISH, Tongue


def event_words(event: EventName, tongue: Tongue = ENGLISH) -> str:
    """Return the number of an event; of one that another device wrote, with that device."""
    if event.is_here:
        return str(event.seq)
    return tongue.say("{seq} of tablet {device}", seq=event.seq, device=event.device)
