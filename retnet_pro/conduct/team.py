"""Looking after the people who may come in: let in, remove, give a new passphrase, change the site's key.

Whoever gives access to somebody else, or changes their own passphrase, proves once more who they are: an unlocked desk
left alone must not become a way in that stays. Removing somebody and changing the key take access away and need only
the right.
"""

import base64

from retnet_pro.conduct.account import demand_new_person, give_slot
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.doorway import come_in
from retnet_pro.conduct.keys import PASSPHRASE, REMOVE, ROTATE, believed_keys
from retnet_pro.conduct.ports import Person, Slots
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.record.event import Kind, Sealed
from retnet_pro.record.seal import Sealer
from retnet_pro.record.unseal import make_identity, recipient_of


def let_in(desk: Desk, slots: Slots, person: Person, passphrase: str, *, own: str) -> None:
    """Give a colleague a slot on this device; `own` is the passphrase of the person who does it.

    Raises:
        Refusal: `NOT_ALLOWED`, `BAD_ACCOUNT_NAME`, `USER_TAKEN`, `WEAK_PASSPHRASE` or `TEAM_FULL`; nothing was written.
            `WRONG_PASSPHRASE` or `LOGIN_THROTTLED`, when `own` is not right; that is written down like a failed login.
    """
    demand(desk.person.role, Right.MANAGE_STAFF)
    demand_new_person(slots, person, passphrase)
    held = come_in(desk.pen, slots, desk.person.user, own)
    give_slot(slots, person, passphrase, held.site, lambda note: desk.write(Kind.STAFF, note))


def remove(desk: Desk, slots: Slots, user: str) -> None:
    """Take a colleague's slot away at once. The account name stays taken, the record of what they did stays.

    Nobody removes themselves, so somebody who may manage staff always stays. What a removed person may have kept is
    ended by `change_key` only.

    Raises:
        Refusal: `NOT_ALLOWED`, `NOT_ONESELF` or `USER_UNKNOWN`; nothing was written.
    """
    demand(desk.person.role, Right.MANAGE_STAFF)
    colleague = _colleague(desk, slots, user)
    desk.write(Kind.STAFF, {"act": REMOVE, "user": user, "role": colleague.role.value})
    slots.remove(user)


def give_passphrase(desk: Desk, slots: Slots, user: str, passphrase: str, *, own: str) -> None:
    """Give a colleague who forgot theirs a new passphrase; `own` is the passphrase of the person who does it.

    Raises:
        Refusal: `NOT_ALLOWED`, `NOT_ONESELF`, `USER_UNKNOWN` or `WEAK_PASSPHRASE`; nothing was written.
            `WRONG_PASSPHRASE` or `LOGIN_THROTTLED`, when `own` is not right; that is written down like a failed login.
    """
    demand(desk.person.role, Right.MANAGE_STAFF)
    colleague = _colleague(desk, slots, user)
    slots.judge(user, passphrase)
    held = come_in(desk.pen, slots, desk.person.user, own)
    identity, _ = make_identity()
    _renew(desk, slots, colleague, passphrase, held.site, identity)


def change_passphrase(desk: Desk, slots: Slots, old: str, new: str) -> None:
    """Change one's own passphrase; everybody may.

    Raises:
        Refusal: `WEAK_PASSPHRASE` or `PASSPHRASE_SAME`; nothing was written.
            `WRONG_PASSPHRASE` or `LOGIN_THROTTLED`, when the old one is not right; that is written down like a failed
            login.
    """
    slots.judge(desk.person.user, new)
    if new == old:
        raise Refusal(Code.PASSPHRASE_SAME)
    held = come_in(desk.pen, slots, desk.person.user, old)
    # The personal key is kept: what was sealed to it must open whether or not the last step reaches the disk.
    identity = held.personal or make_identity()[0]
    _renew(desk, slots, desk.person, new, held.site, identity)


def change_key(desk: Desk, slots: Slots) -> None:
    """Put a new key of the site in force and pass it on to everybody who stays; nobody types anything.

    The new identity is sealed to the centre (the way back when everybody has forgotten, rule P83) and to the personal
    key of each person; each takes it up at the next login. What was sealed before stays readable to them.

    Raises:
        Refusal: `NOT_ALLOWED`, or `PERSONAL_KEY_MISSING` when it could not be passed on to somebody who stays; nothing
            was written.
        Tamper: when an event about keys is not this device's own.
    """
    demand(desk.person.role, Right.MANAGE_STAFF)
    keys = believed_keys(desk.pen.log, desk.pen.key.public)
    staying = [person.user for person in slots.people()]
    if without := [user for user in staying if user not in keys.personal]:
        raise Refusal(Code.PERSONAL_KEY_MISSING, users=", ".join(without))
    identity, recipient = make_identity()
    sealed_for = {user: Sealer([keys.personal[user]]).seal(identity.encode()) for user in staying}
    _demand_opens(desk, sealed_for[desk.person.user])
    escrow = Sealer([keys.centre_recipient]).seal(identity.encode())
    desk.write(
        Kind.STAFF,
        {
            "act": ROTATE,
            "recipient": recipient,
            "escrow": base64.b64encode(escrow).decode(),
            "sealed_for": {user: base64.b64encode(sealed).decode() for user, sealed in sealed_for.items()},
        },
    )
    desk.unsealer.learn(identity)
    desk.pen.sealer = Sealer((recipient, keys.centre_recipient))


def _demand_opens(desk: Desk, sealed: Sealed) -> None:
    """Open it once before it is put in force: whoever changes the key can read what follows, come what may."""
    try:
        desk.unsealer.unseal(sealed, what="the site's new key")
    except Tamper as fault:
        raise Refusal(Code.PERSONAL_KEY_MISSING, users=desk.person.user) from fault


def _colleague(desk: Desk, slots: Slots, user: str) -> Person:
    if user == desk.person.user:
        raise Refusal(Code.NOT_ONESELF)
    found = next((person for person in slots.people() if person.user == user), None)
    if found is None:
        raise Refusal(Code.USER_UNKNOWN, user=user)
    return found


def _renew(desk: Desk, slots: Slots, person: Person, passphrase: str, site: tuple[str, ...], identity: str) -> None:
    """Announce first, then change the slot: a power cut in between leaves the old passphrase, never one unrecorded."""
    note = {"act": PASSPHRASE, "user": person.user, "role": person.role.value, "personal": recipient_of(identity)}
    desk.write(Kind.STAFF, note)
    slots.renew(person.user, passphrase, (*site, identity))
