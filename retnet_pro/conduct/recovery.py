"""Forgotten by all: the centre's answer to a tablet that asked for its site's key (rule P83). Each step is an event."""

import hashlib

from retnet_pro.bundle.fingerprint import spoken
from retnet_pro.bundle.pack_bodies import RecoveryBody
from retnet_pro.conduct.doorway import SETUP, add_person
from retnet_pro.conduct.joining import identities_of
from retnet_pro.conduct.pack_judgement import Judged, judge
from retnet_pro.conduct.packs import Intake, refuse, standing_of, write_taken
from retnet_pro.conduct.packs_in_force import pack_history
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.ports import Person
from retnet_pro.errors import Code, Refusal, RetnetError, Tamper
from retnet_pro.record.event import Kind
from retnet_pro.record.unseal import Unsealer, recipient_of

ASK, RECOVER = "ask-recovery", "recover"
"""Acts of a `staff` event."""


def ask(pen: Pen, recipient: str) -> str:
    """Write down that this device asks for its site's key; return the check digits to be read out to the centre."""
    pen.write(Kind.STAFF, {"act": ASK, "recipient": recipient}, who=SETUP, role=SETUP)
    return digits_of(pen, recipient)


def digits_of(pen: Pen, recipient: str) -> str:
    """Return the check digits that bind a recipient to this device, for the telephone."""
    return spoken(pen.device, recipient)


def recover(
    intake: Intake, identity: str | None, untrusted: bytes, person: Person, passphrase: str, *, path: str
) -> None:
    """Take in a recovery and give a person a slot; `identity` is what this device asked with.

    The slot comes first and the pack is in force last: whatever is cut short in between, somebody can come in or the
    same recovery can be taken in again.

    Raises:
        Refusal: `RECOVERY_NOT_ASKED`, `PACK_OLD` for one that was used, `PACK_FOREIGN`, `PACK_EXPIRED`; each is written
            down. `WEAK_PASSPHRASE` or `USER_TAKEN`; then nothing was written.
        Tamper: `PACK_BROKEN`, `SEAL_BROKEN`; written down too.
    """
    try:
        judged, identities = _judged(intake, identity, untrusted, path)
    except RetnetError as error:
        refuse(intake.pen, hashlib.sha256(untrusted).hexdigest(), error, who=SETUP, role=SETUP)
        raise
    add_person(intake.pen, intake.slots, person, passphrase, identities, by=None)
    note = {"act": RECOVER, "user": person.user, "role": person.role.value, "sha256": judged.sha256}
    intake.pen.write(Kind.STAFF, note, who=SETUP, role=SETUP)
    write_taken(intake, judged, who=SETUP, role=SETUP)


def _judged(intake: Intake, identity: str | None, untrusted: bytes, path: str) -> tuple[Judged, tuple[str, ...]]:
    history = pack_history(intake.pen.log, intake.founding)
    judged = judge(untrusted, standing_of(intake, history), path=path)
    body = judged.body
    if not isinstance(body, RecoveryBody):
        raise Refusal(Code.PACK_FOREIGN, path=path, why=f"it is a {judged.claim.kind} pack and no recovery")
    if identity is None:
        raise Refusal(Code.RECOVERY_NOT_ASKED)
    if body.recipient != recipient_of(identity):
        raise Refusal(Code.PACK_FOREIGN, path=path, why="it answers another request than the last one of this tablet")
    plain = Unsealer([identity]).unseal(body.sealed, what=f"the recovery {path}")
    try:
        return judged, identities_of(plain, intake.founding.site_recipient)
    except ValueError as error:
        raise Tamper(Code.PACK_BROKEN, path=path, why=str(error)) from error
