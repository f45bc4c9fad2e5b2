"""Who may open the site on this device: one slot per person, added and removed, never given to another (rule P40)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.moment import Moment
from retnet_pro.vault.log import EventLog
from retnet_pro.vault.passphrase import check_passphrase
from retnet_pro.vault.throttle import count_attempt, demand_patience, forgive
from retnet_pro.vault.wrap import COST, Cost, RandomBytes, make_params, unwrap, wrap

NOBODY = ""
"""Under this name the attempts of all unknown names are counted, so that typing names cannot fill the disk."""


@dataclass(frozen=True, slots=True)
class _Slot:
    user: str
    role: str
    params: str
    wrapped: bytes


class SlotBook:
    """The slots of one device."""

    def __init__(
        self, log: EventLog, secret: bytes | None, random_bytes: RandomBytes, *, site: str = "", cost: Cost = COST
    ) -> None:
        """Take the device secret, or None when it is lost: then people can be listed but nobody can come in."""
        self._log = log
        self._secret = secret
        self._random_bytes = random_bytes
        self._site = site
        self._cost = cost

    def people(self) -> tuple[Person, ...]:
        """Return who may try to log in, in order of name."""
        rows = self._log.read("SELECT user, name, role FROM slot WHERE state = 'active' ORDER BY name, user")
        try:
            return tuple(Person(user, name, Role(role)) for user, name, role in rows)
        except ValueError as error:
            raise self._damaged("a slot names an unknown role") from error

    def names(self) -> Mapping[str, str]:
        """Return what everybody is called who has or had a slot here, by account name."""
        return dict(self._log.read("SELECT user, name FROM slot"))

    def judge(self, user: str, passphrase: str) -> None:
        """Return if a slot of this person could be locked with this passphrase; nothing is changed.

        Raises:
            Refusal: `WEAK_PASSPHRASE` or `DEVICE_SECRET_MISSING`.
        """
        check_passphrase(passphrase, user, self._site)
        self._demand_secret()

    def add(self, person: Person, passphrase: str, identities: Sequence[str]) -> None:
        """Give a person a slot.

        Raises:
            Refusal: `WEAK_PASSPHRASE`, `USER_TAKEN`, or `DEVICE_SECRET_MISSING`; nothing was changed.
        """
        if self._log.read("SELECT 1 FROM slot WHERE user = ?", (person.user,)) or person.user == NOBODY:
            raise Refusal(Code.USER_TAKEN, user=person.user)
        self.judge(person.user, passphrase)
        params, wrapped = self._wrap(person.user, person.role, passphrase, identities)
        self._log.change(
            (
                "INSERT INTO slot (user, role, name, params, wrapped, state, seq) VALUES (?, ?, ?, ?, ?, 'active', ?)",
                (person.user, person.role.value, person.name, params, wrapped, self._log.head().seq),
            )
        )

    def unlock(self, user: str, passphrase: str, now: Moment) -> tuple[str, ...]:
        """Return the age identities in a slot. An unknown name costs the same time as a known one.

        Raises:
            Refusal: `WRONG_PASSPHRASE`, `LOGIN_THROTTLED` or `DEVICE_SECRET_MISSING`.
            Tamper: `VAULT_DAMAGED`, when the slot is not one this program wrote.
        """
        secret = self._demand_secret()
        slot = self._slot(user)
        counted = NOBODY if slot is None else user
        demand_patience(self._log, counted, now)
        count_attempt(self._log, counted, now)
        tried = _Slot(NOBODY, "none", make_params(self._cost, bytes(16)), bytes(28)) if slot is None else slot
        try:
            identities = unwrap(
                tried.wrapped, passphrase, secret, user=tried.user, role=tried.role, params=tried.params
            )
        except (ValueError, KeyError, TypeError) as error:
            raise self._damaged("a slot holds unreadable parameters") from error
        if slot is None or identities is None:
            raise Refusal(Code.WRONG_PASSPHRASE)
        forgive(self._log, counted)
        return identities

    def renew(self, user: str, passphrase: str, identities: Sequence[str]) -> None:
        """Give a person a new passphrase; the old one opens nothing from now on.

        Raises:
            Refusal: `WEAK_PASSPHRASE`, `USER_UNKNOWN` or `DEVICE_SECRET_MISSING`; nothing was changed.
        """
        self.judge(user, passphrase)
        self.refill(user, passphrase, identities)

    def refill(self, user: str, passphrase: str, identities: Sequence[str]) -> None:
        """Put other identities behind the passphrase a person has just come in with.

        The passphrase is not judged again: rules that have become stricter must not keep anybody out.

        Raises:
            Refusal: `USER_UNKNOWN` or `DEVICE_SECRET_MISSING`; nothing was changed.
        """
        slot = self._slot(user)
        if slot is None:
            raise Refusal(Code.USER_UNKNOWN, user=user)
        params, wrapped = self._wrap(user, Role(slot.role), passphrase, identities)
        self._log.change(
            (
                "UPDATE slot SET params = ?, wrapped = ?, seq = ? WHERE user = ?",
                (params, wrapped, self._log.head().seq, user),
            ),
            ("DELETE FROM throttle WHERE user = ?", (user,)),
        )
        self._log.checkpoint()

    def remove(self, user: str) -> None:
        """Take a person's slot away at once; the name stays taken for ever.

        Raises:
            Refusal: `USER_UNKNOWN`.
        """
        if self._slot(user) is None:
            raise Refusal(Code.USER_UNKNOWN, user=user)
        self._log.change(("UPDATE slot SET state = 'removed', wrapped = X'', params = '' WHERE user = ?", (user,)))
        # The old bytes also leave the write-ahead log: with the old passphrase they would still open.
        self._log.checkpoint()

    def _slot(self, user: str) -> _Slot | None:
        query = "SELECT user, role, params, wrapped FROM slot WHERE user = ? AND state = 'active'"
        rows = self._log.read(query, (user,))
        return _Slot(*rows[0]) if rows else None

    def _wrap(self, user: str, role: Role, passphrase: str, identities: Sequence[str]) -> tuple[str, bytes]:
        return wrap(
            identities,
            passphrase,
            self._demand_secret(),
            user=user,
            role=role.value,
            cost=self._cost,
            random_bytes=self._random_bytes,
        )

    def _demand_secret(self) -> bytes:
        if self._secret is None:
            raise Refusal(Code.DEVICE_SECRET_MISSING, place=self._log.path.parent)
        return self._secret

    def _damaged(self, why: str) -> Tamper:
        return Tamper(Code.VAULT_DAMAGED, path=self._log.path, why=why)
