"""A new account on this device: what it may be called, and the one way in which it is made.

The account name stands in every event of the person; the shown name stays on this device.
"""

import re
from collections.abc import Callable, Mapping

from retnet_pro.conduct.keys import ADD
from retnet_pro.conduct.ports import Person, Slots
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.unseal import make_identity

AUTHORS = frozenset({"setup", "participant", "device", "unknown", "none", "retnet-pro"})
"""Names under which the program itself or a participant writes; nobody may write under them as staff (rule P24)."""
MOST_PEOPLE = 100
"""People who can come in on one device at a time: a new key for all of them must fit into one event."""
_ACCOUNT = re.compile(r"[a-z0-9][a-z0-9.-]{1,31}")
_NAME_LENGTH = 60


def demand_new_person(slots: Slots, person: Person, passphrase: str) -> None:
    """Return if this person could be given a slot with this passphrase; nothing is changed.

    Raises:
        Refusal: `BAD_ACCOUNT_NAME`, `USER_TAKEN`, `TEAM_FULL`, `WEAK_PASSPHRASE` or `DEVICE_SECRET_MISSING`.
    """
    _demand_fit_names(person)
    if person.user in slots.names():
        raise Refusal(Code.USER_TAKEN, user=person.user)
    if len(slots.people()) >= MOST_PEOPLE:
        raise Refusal(Code.TEAM_FULL, most=MOST_PEOPLE)
    slots.judge(person.user, passphrase)


def give_slot(
    slots: Slots,
    person: Person,
    passphrase: str,
    site: tuple[str, ...],
    announce: Callable[[Mapping[str, object]], object],
) -> None:
    """Announce a person and give them a slot with the site's identities and a new one of their own.

    The announcement comes first: a power cut in between leaves a record of somebody who cannot come in yet, never
    somebody without a record.

    Raises:
        Refusal: as `demand_new_person`; nothing was announced.
    """
    demand_new_person(slots, person, passphrase)
    own, recipient = make_identity()
    announce({"act": ADD, "user": person.user, "role": person.role.value, "personal": recipient})
    slots.add(person, passphrase, (*site, own))


def _demand_fit_names(person: Person) -> None:
    if not _ACCOUNT.fullmatch(person.user):
        why = "it may have small letters a-z, digits, dots and hyphens only, 2 to 32 of them"
    elif person.user in AUTHORS:
        why = "the program itself writes under it"
    elif not person.name.strip() or len(person.name) > _NAME_LENGTH or not person.name.isprintable():
        why = "the name shown beside it is empty, too long or has strange characters"
    else:
        return
    raise Refusal(Code.BAD_ACCOUNT_NAME, user=person.user, why=why)
