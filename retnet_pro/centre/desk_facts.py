"""What staff did beside the forms, as the centre keeps it: alerts, what came of them, and signatures. Facts alone.

They stand apart from how they are read, because the gate knows the ledger and must hold nothing that opens.
"""

from dataclasses import dataclass

from retnet_pro.bundle.receipt import SetAside
from retnet_pro.conduct.alert_fact import AlertAct
from retnet_pro.conduct.signature_fact import Signature
from retnet_pro.record.event import DeviceId, EventHash, SessionId
from retnet_pro.study.alerts import Alert


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The event that proves something."""

    dev: DeviceId
    site: str
    seq: int
    event_hash: EventHash
    at: str
    who: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAlert:
    """One alert of one questionnaire."""

    proof: Proof
    ses: SessionId
    subject: str
    visit: str
    study: str
    """Content hash of the study file whose rule it met."""
    alert: Alert


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAct:
    """One thing somebody wrote about an alert."""

    proof: Proof
    subject: str
    ses: SessionId
    rule: str
    alert: EventHash
    """Of the event that raised it."""
    act: AlertAct


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSignature:
    """One signature."""

    proof: Proof
    subject: str
    signature: Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRecords:
    """What new events amount to."""

    alerts: tuple[StoredAlert, ...] = ()
    acts: tuple[StoredAct, ...] = ()
    signatures: tuple[StoredSignature, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


NOTHING = DeskRecords()
