"""Forgotten by all, on this device: ask the centre with a one-time recipient, come in again with its answer."""

from dataclasses import dataclass

from retnet_pro.app.opening import OpenSite, intake_of, open_site
from retnet_pro.conduct import recovery
from retnet_pro.conduct.ports import Person
from retnet_pro.moment import Clock
from retnet_pro.record.event import DeviceId
from retnet_pro.record.unseal import make_identity, recipient_of
from retnet_pro.settings import Settings
from retnet_pro.vault.keystore import open_keystore
from retnet_pro.vault.wrap import COST, Cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is told to the centre."""

    device: DeviceId
    public: bytes
    recipient: str
    digits: str
    """Bind the recipient to the device; read out on the telephone."""


def ask_recovery(settings: Settings, clock: Clock, *, cost: Cost = COST) -> Asked:
    """Return what is told to the centre; asking again before the answer has come shows the same.

    Raises:
        Refusal, Tamper, WorldFault: as `open_site`.
    """
    opened = open_site(settings, clock, cost=cost)
    with opened.log:
        founding = opened.founding
        keystore = open_keystore(settings.profile, founding.keystore)
        identity = keystore.load_once(founding.device)
        if identity is None:
            identity, recipient = make_identity()
            keystore.keep_once(founding.device, identity)
            digits = recovery.ask(opened.pen, recipient)
        else:
            recipient = recipient_of(identity)
            digits = recovery.digits_of(opened.pen, recipient)
    return Asked(device=founding.device, public=founding.public, recipient=recipient, digits=digits)


def take_recovery(
    settings: Settings,
    clock: Clock,
    untrusted: bytes,
    person: Person,
    passphrase: str,
    *,
    path: str,
    cost: Cost = COST,
) -> OpenSite:
    """Take in the centre's answer, give this person a slot and destroy what was asked with.

    Raises:
        Refusal, Tamper: as `conduct.recovery.recover` and `open_site`.
    """
    opened = open_site(settings, clock, cost=cost)
    try:
        keystore = open_keystore(settings.profile, opened.founding.keystore)
        identity = keystore.load_once(opened.founding.device)
        recovery.recover(intake_of(opened), identity, untrusted, person, passphrase, path=path)
        keystore.forget_once(opened.founding.device)
    except BaseException:
        opened.log.close()
        raise
    return opened
