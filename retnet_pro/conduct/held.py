"""What a person's slot holds: the identities of the site, newest first, and behind them the person's own one.

The personal identity has one use: a new key of the site is sealed to it, so that everybody who stays gets the new key
at the next login without typing anything more (see `packaging/docs/keys.md`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from retnet_pro.conduct.keys import KeysInForce, SiteKey
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.record.unseal import Unsealer, recipient_of


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Held:
    """The identities of one person. Never printed."""

    site: tuple[str, ...]
    """Newest first; the old ones stay, so that what was written under them can be read."""
    personal: str | None
    """None for somebody whose slot was made before there were personal keys."""

    @property
    def all(self) -> tuple[str, ...]:
        """As they lie in the slot."""
        return (*self.site, self.personal) if self.personal else self.site


def sort_out(identities: Sequence[str], keys: KeysInForce) -> Held:
    """Tell the site's identities from the person's own one, whose recipient the log has announced as a personal one."""
    own = [one for one in identities if recipient_of(one) in keys.ever_personal]
    return Held(site=tuple(one for one in identities if one not in own), personal=own[-1] if own else None)


def brought_up_to_date(held: Held, user: str, keys: KeysInForce) -> Held:
    """Return what the person holds together with every site key that was passed on since.

    Raises:
        Refusal: `SITE_KEY_MISSING`, when a key was not passed on to this person.
        Tamper: `SEAL_BROKEN`, when what was passed on is not the key it says.
    """
    known = {recipient_of(one) for one in held.site}
    new = [_passed_on(key, user, held) for key in keys.site_keys if key.recipient not in known]
    return Held(site=(*reversed(new), *held.site), personal=held.personal)


def _passed_on(key: SiteKey, user: str, held: Held) -> str:
    sealed = key.sealed_for.get(user)
    if sealed is None or held.personal is None:
        raise Refusal(Code.SITE_KEY_MISSING)
    try:
        identity = Unsealer([held.personal]).unseal(sealed, what="the site's new key").decode()
    except Tamper as fault:  # sealed to a personal key that never reached the slot: a colleague can mend that
        raise Refusal(Code.SITE_KEY_MISSING) from fault
    if recipient_of(identity) != key.recipient:
        raise Tamper(Code.SEAL_BROKEN, what="the site's new key")
    return identity
