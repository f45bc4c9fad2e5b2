"""Look into a backup: is it whole, whose is it, and what opens it (rules P05, P83).

Two ways lead to the site's identity. A member of staff's passphrase, as long as the secret of the device that made the
backup is at hand; or the key of the site or of the centre in an age identity file, when it is not.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from retnet_pro.bundle.inspect import read_identities
from retnet_pro.conduct.doorway import Founding, founding_of
from retnet_pro.conduct.held import brought_up_to_date, sort_out
from retnet_pro.conduct.keys import keys_in_force
from retnet_pro.conduct.ports import Person
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.moment import Moment
from retnet_pro.record.chain import Verified
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
    """Find the site's identity with an age identity file: the site's own, or the centre's, which opens the escrow.

    Raises:
        Refusal: `FILE_MISSING`, `FILE_UNFIT`, or `BACKUP_UNFIT` when the key is neither.
    """
    given = read_identities(identity)
    try:
        own = tuple(one for one in given if recipient_of(one) == look.founding.site_recipient)
        if own:
            return Opened(own, (), None)
        escrowed = Unsealer(given).unseal(look.founding.escrow, what="the escrow").decode("ascii").strip()
        if recipient_of(escrowed) == look.founding.site_recipient:
            return Opened((escrowed,), tuple(given), None)
    except ValueError as error:
        raise Refusal(Code.FILE_UNFIT, path=identity, wanted="an age identity file") from error
    except Tamper:
        pass
    raise Refusal(Code.BACKUP_UNFIT, path=look.path, why="this key is neither the site's nor the centre's")


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
