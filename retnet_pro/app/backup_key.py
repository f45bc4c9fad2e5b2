"""Look into a backup: is it whole, whose is it, and what opens it (rules P05, P83).

Two ways lead to the site's identity. A member of staff's passphrase, as long as the secret of the device that made the
backup is at hand; or the key of the site or of the centre in an age identity file, when it is not.
"""

import base64
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from retnet_pro.bundle.inspect import read_identities
from retnet_pro.conduct.doorway import Founding, founding_of
from retnet_pro.conduct.held import brought_up_to_date, sort_out
from retnet_pro.conduct.keys import keys_in_force
from retnet_pro.conduct.open_events import genuine_events
from retnet_pro.conduct.ports import Log, Person
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.moment import Moment
from retnet_pro.record.chain import Verified
from retnet_pro.record.event import Kind, Sealed
from retnet_pro.record.unseal import Unsealer, recipient_of
from retnet_pro.vault.keystore import open_keystore
from retnet_pro.vault.log import open_log
from retnet_pro.vault.predecessors import ClosedLog, closed_file
from retnet_pro.vault.slots import SlotBook
from retnet_pro.vault.verify import verify_log
from retnet_pro.vault.wrap import RandomBytes


@dataclass(frozen=True, slots=True)
class Look:
    """What a backup says of itself, before anything in it was opened."""

    path: Path
    file: Path
    """What is read: the backup itself, or a closed copy of a log that was never closed."""
    found: Verified
    """`first_break` is None when it holds together from its first to its last event."""
    founding: Founding


@dataclass(frozen=True, slots=True, repr=False)
class Opened:
    """What opens the data of a backup. Never printed."""

    identities: tuple[str, ...]
    """The site's age identities, newest first."""
    given: tuple[str, ...]
    """The identities of the key file, the centre's perhaps: good for reading, never to be kept on a tablet."""
    person: Person | None
    """Whose passphrase it was; None when a key file was used."""


@contextmanager
def look_into(path: Path) -> Iterator[Look]:
    """Verify a backup, or the log of a dead tablet, and read who founded it; the file itself is never written to.

    Raises:
        Refusal: `FILE_MISSING`, `FILE_UNFIT`, `VAULT_NEWER`, or `BACKUP_UNFIT` when no device has founded it.
        Tamper: `VAULT_DAMAGED` or `CHAIN_BROKEN`.
    """
    if path.is_file() and not _is_sqlite(path):
        raise Refusal(Code.FILE_UNFIT, path=path, wanted="a backup of a site, or its log")
    with closed_file(path) as file:
        found = verify_log(file)
        yield Look(path, file, found, _founding(path, file, found))


def _founding(path: Path, file: Path, found: Verified) -> Founding:
    try:
        with ClosedLog(file) as log:
            return founding_of(log, path=str(path))
    except (Refusal, KeyError, ValueError, TypeError) as error:
        raise Refusal(Code.BACKUP_UNFIT, path=path, why="no device has founded a site in it") from error
    except Tamper as error:
        why = found.first_break.why if found.first_break else "its first event is unreadable"
        raise Tamper(Code.CHAIN_BROKEN, path=path, seq=1, why=why) from error


def open_with_key(look: Look, identity: Path) -> Opened:
    """Find the site's identities with an age identity file: the site's own, or the centre's, which opens the escrows.

    Raises:
        Refusal: `FILE_MISSING`, `FILE_UNFIT`, or `BACKUP_UNFIT` when the key is neither, or is one that the site has
            changed since.
        Tamper: `CHAIN_BROKEN` or `EVENT_BROKEN`, when an event about keys is not the device's own.
    """
    given = read_identities(identity)
    try:
        in_file = {recipient_of(one): one for one in given}
        unsealer = Unsealer(given)
    except ValueError as error:
        raise Refusal(Code.FILE_UNFIT, path=identity, wanted="an age identity file") from error
    with ClosedLog(look.file) as log:
        keys = keys_in_force(log, look.founding.public)
        escrowed = dict(chain.from_iterable(_escrowed(log, look.founding.public, unsealer)))
    of_site = [key.recipient for key in reversed(keys.site_keys)]
    own = {recipient: in_file[recipient] for recipient in of_site if recipient in in_file}
    found = {**escrowed, **own}
    if not found:
        raise Refusal(Code.BACKUP_UNFIT, path=look.path, why="this key is neither the site's nor the centre's")
    if keys.site_recipient not in found:
        why = "this key opens only what was written before the site's key was changed"
        raise Refusal(Code.BACKUP_UNFIT, path=look.path, why=why)
    newest_first = [*(one for one in of_site if one in found), *(one for one in found if one not in of_site)]
    return Opened(tuple(found[one] for one in newest_first), () if own else tuple(given), None)


def _escrowed(log: Log, public: bytes, unsealer: Unsealer) -> Iterator[Iterator[tuple[str, str]]]:
    """Yield recipient and identity of every key of the site that was sealed to the centre and opens, oldest first.

    The founding holds the first one, and those from before it where the device joined a site or goes on from another
    log; each change of the site's key adds one.
    """
    for event in genuine_events(log, public, {Kind.PROVISION, Kind.STAFF}):
        if isinstance(escrow := (event.header.note or {}).get("escrow"), str):
            with suppress(Tamper):  # sealed to a key of the centre that is not in the file
                inside = unsealer.unseal(Sealed(base64.b64decode(escrow)), what="the escrow").decode("ascii").split()
                yield ((recipient_of(one), one) for one in inside)


def open_with_passphrase(
    look: Look, secret_in: Path, user: str, passphrase: str, now: Moment, random_bytes: RandomBytes
) -> Opened:
    """Find the site's identity as a login does: a passphrase, and the secret of the device that made the backup.

    `secret_in` is the folder of the old site, where the secret lies if no keystore of the system holds it.

    Raises:
        Refusal: `WRONG_PASSPHRASE`, `LOGIN_THROTTLED`, or `BACKUP_UNFIT` when the device's secret is not here.
    """
    founding = look.founding
    try:
        secrets = open_keystore(secret_in, founding.keystore).load(founding.device)
    except Refusal as error:
        why = f"it is of device {founding.device} of site {founding.site}, whose secret is not here"
        raise Refusal(Code.BACKUP_UNFIT, path=look.path, why=why) from error
    with TemporaryDirectory() as folder:
        # A login counts its tries in the file; the backup itself is never written to.
        shutil.copyfile(look.file, Path(folder) / "copy.db")
        with open_log(Path(folder) / "copy.db") as log:
            slots = SlotBook(log, secrets.secret, random_bytes, site=founding.site)
            keys = keys_in_force(log, founding.public)
            held = brought_up_to_date(sort_out(slots.unlock(user, passphrase, now), keys), user, keys)
            person = next(one for one in slots.people() if one.user == user)
    return Opened(held.site, (), person)


def _is_sqlite(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"
