"""Who may look at the web page of the centre: names, each with a passphrase that this program makes.

It makes them, so that nobody has to judge a passphrase somebody chose, and none is used anywhere else. Whoever comes
in gets a random pass that lives in this process only: after a restart everybody comes in anew.
"""

import hashlib
import re
from collections.abc import Callable

from retnet_pro.centre.act_ledger import Visitor
from retnet_pro.centre.store import Store
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.slow_hash import is_of, slow_hash

_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Thirty-two signs (Crockford's base 32), none of which looks like another of them."""
_GROUPS, _IN_GROUP = 5, 4
"""A passphrase has twenty signs of five bits: nobody guesses it, however fast they may ask."""
_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{1,31}")
_PASS_BYTES, _SALT_BYTES = 32, 16

Chance = Callable[[int], bytes]
"""Returns that many secret random bytes."""


def add_visitor(store: Store, name: str, at: str, chance: Chance) -> str:
    """Let somebody look at the web page, and return the passphrase they get; it is kept nowhere.

    Raises:
        Refusal: `BAD_ACCOUNT_NAME` or `VISITOR_TAKEN`.
    """
    if not _NAME.fullmatch(name):
        why = "it is 2 to 32 small letters, digits, dots and hyphens, and begins with a letter or digit"
        raise Refusal(Code.BAD_ACCOUNT_NAME, user=name, why=why)
    drawn = "".join(_SIGNS[byte % len(_SIGNS)] for byte in chance(_GROUPS * _IN_GROUP))
    passphrase = "-".join(drawn[start : start + _IN_GROUP] for start in range(0, len(drawn), _IN_GROUP))
    kept = slow_hash(passphrase, chance(_SALT_BYTES).hex())
    with store.writing() as ledger:
        if ledger.visitor(name) is not None:
            raise Refusal(Code.VISITOR_TAKEN, user=name)
        ledger.add_visitor(Visitor(name=name, kept=kept, added_at=at))
    return passphrase


def remove_visitor(store: Store, name: str, at: str) -> None:
    """Let somebody no longer look; whoever is in comes no further than the page they see.

    Raises:
        Refusal: `VISITOR_UNKNOWN`.
    """
    with store.writing() as ledger:
        known = ledger.visitor(name)
        if known is None or known.removed_at is not None:
            raise Refusal(Code.VISITOR_UNKNOWN, user=name)
        ledger.remove_visitor(name, at)


class Door:
    """Lets visitors in and knows who is in. Not for several threads: its memory is one process's own."""

    def __init__(self, store: Store, chance: Chance, seconds: Callable[[], float], *, idle_s: float) -> None:
        """Take where visitors stand, and after how many seconds without a look somebody is out again."""
        self._store, self._chance, self._seconds, self._idle_s = store, chance, seconds, idle_s
        self._inside: dict[bytes, tuple[str, float]] = {}
        self._nobody = slow_hash("", chance(_SALT_BYTES).hex())

    def is_right(self, name: str, passphrase: str) -> bool:
        """Whether these belong together; takes as long for a name that is none. May be called from any thread."""
        with self._store.reading() as ledger:
            known = ledger.visitor(name)
        is_current = known is not None and known.removed_at is None
        fits = is_of(passphrase.strip().lower(), known.kept if known is not None and is_current else self._nobody)
        return fits and is_current

    def let_in(self, name: str) -> str:
        """Return a new pass for somebody."""
        drawn = self._chance(_PASS_BYTES).hex()
        now = self._seconds()
        self._inside = {key: one for key, one in self._inside.items() if now - one[1] < self._idle_s}
        self._inside[_key(drawn)] = (name, now)
        return drawn

    def who(self, shown: str) -> str | None:
        """Return whose pass this is; every look keeps it valid."""
        name, since = self._inside.get(_key(shown), ("", -self._idle_s))
        now = self._seconds()
        if not name or now - since >= self._idle_s:
            return None
        self._inside[_key(shown)] = (name, now)
        return name

    def is_welcome(self, name: str) -> bool:
        """Whether somebody may still look. May be called from any thread."""
        with self._store.reading() as ledger:
            known = ledger.visitor(name)
        return known is not None and known.removed_at is None

    def let_out(self, shown: str) -> None:
        """Make a pass worthless."""
        self._inside.pop(_key(shown), None)


def _key(shown: str) -> bytes:
    # What is looked up is a hash, so that the time it takes tells nothing about a pass.
    return hashlib.sha256(shown.encode("utf-8", "surrogatepass")).digest()
