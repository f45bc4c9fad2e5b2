"""From the new events of a device to what staff did beside the forms: alerts, what came of them, and signatures.

An alert is known by its questionnaire and its rule; raised again after a fault of a disk it counts once (rule E83).
What staff answered may come before the alert itself, from another tablet of the site: it is kept, and found when the
alert is there. What contradicts itself, or what is held, is set aside with its reason.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from retnet_pro.bundle.document import TEXT_LIMIT
from retnet_pro.bundle.receipt import SetAside
from retnet_pro.centre.corrections import Sender, Unusable
from retnet_pro.centre.desk_facts import DeskRecords, Proof, StoredAct, StoredAlert, StoredSignature
from retnet_pro.conduct.alert_fact import AlertAct
from retnet_pro.conduct.signature_fact import Renewed, Signature
from retnet_pro.errors import RetnetError
from retnet_pro.phrases import sentence
from retnet_pro.record.alert import Alarm, read_alarm
from retnet_pro.record.event import Event, EventHash, Kind, SessionId
from retnet_pro.record.signature import Covered
from retnet_pro.record.strict import broken, count_in, hash_in, list_in, object_in, text_in, time_in, word_in
from retnet_pro.record.unseal import Unsealer
from retnet_pro.study.alert_act import AlertAction, AlertOutcome

KINDS = frozenset({Kind.ALERT, Kind.ACKNOWLEDGE, Kind.SIGN})
_FRAME = ("v", "kind")
_ACT = frozenset({"subject", "visit", "instrument", "ses", "rule", "alert", "outcome", "action", "note", *_FRAME})
_SIGNATURE = frozenset(
    {"subject", "milestone", "title", "meaning", "name", "covers", "digest", "statement", "renewed", *_FRAME}
)
_LONG = 5000
"""Longest note or statement."""


class HeldAlerts(Protocol):
    """What is asked of the ledger."""

    def raised(self, site: str, sessions: Collection[str]) -> Mapping[tuple[str, str], EventHash]:
        """Return the event that raised each alert of these questionnaires, by questionnaire and rule."""


def read_desk(unsealer: Unsealer, ledger: HeldAlerts, device: Sender, events: Sequence[Event]) -> DeskRecords:
    """Return what these events prove, and those that cannot be used, with the reason."""
    alerts: list[StoredAlert] = []
    acts: list[StoredAct] = []
    signatures: list[StoredSignature] = []
    aside: list[SetAside] = []
    ours = [event for event in events if event.header.kind in KINDS]
    raised = dict(ledger.raised(device.site, {event.header.ses or "" for event in ours})) if ours else {}
    for event in ours:
        header = event.header
        try:
            document = _opened(unsealer, event)
            if header.kind is Kind.ALERT:
                new = [one for one in _alerts(device, event, document) if (one.ses, one.alert.rule) not in raised]
                raised.update({(one.ses, one.alert.rule): event.hash for one in new})
                alerts += new
            elif header.kind is Kind.ACKNOWLEDGE:
                act = _act(device, event, document)
                if raised.get((act.ses, act.rule), act.alert) != act.alert:
                    raise Unusable("it answers another alert than the one of this questionnaire and rule")
                acts.append(act)
            else:
                signatures.append(_signature(device, event, document))
        except (RetnetError, Unusable) as error:
            why = sentence(error) if isinstance(error, RetnetError) else str(error)
            aside.append(SetAside(header.seq, header.ses, why[:TEXT_LIMIT]))
    return DeskRecords(
        alerts=tuple(alerts), acts=tuple(acts), signatures=tuple(signatures), set_aside=tuple(aside)
    )  # fmt: skip


def _opened(unsealer: Unsealer, event: Event) -> dict[str, object]:
    if event.sealed is None:
        raise Unusable("its content was erased before it came")
    document = unsealer.unseal_payload(event.sealed, what=f"record {event.header.seq}")
    if document.get("kind") != event.header.kind.value:
        raise Unusable("it is of another kind than its event")
    return dict(document)


def _proof(device: Sender, event: Event) -> Proof:
    header = event.header
    return Proof(
        dev=device.dev,
        site=device.site,
        seq=header.seq,
        event_hash=event.hash,
        at=header.at,
        who=header.who,
        role=header.role,
    )


def _alerts(device: Sender, event: Event, document: Mapping[str, object]) -> list[StoredAlert]:
    alarm: Alarm = read_alarm(document)
    if alarm.ses != event.header.ses:
        raise Unusable("it names another session than its event")
    rules = [one.rule for one in alarm.raised]
    if len(set(rules)) < len(rules) or any(one.instrument != alarm.instrument for one in alarm.raised):
        raise Unusable("it names a rule twice, or one of another form")
    proof = _proof(device, event)
    return [
        StoredAlert(
            proof=proof, ses=alarm.ses, subject=alarm.subject, visit=alarm.visit, study=alarm.study, alert=alert
        )
        for alert in alarm.raised
    ]  # fmt: skip


def _act(device: Sender, event: Event, document: Mapping[str, object]) -> StoredAct:
    said = object_in(dict(document), "an answer to an alert", _ACT)
    ses = SessionId(text_in(said["ses"], "ses"))
    if ses != event.header.ses:
        raise Unusable("it names another session than its event")
    outcome = word_in(AlertOutcome, said["outcome"], "outcome")
    action = None if said["action"] is None else word_in(AlertAction, said["action"], "action")
    if (action is not None) != (outcome is AlertOutcome.ACTION):
        raise Unusable("it names an action where none was taken, or none where one was")
    header = event.header
    return StoredAct(
        proof=_proof(device, event),
        subject=text_in(said["subject"], "subject"),
        ses=ses,
        rule=text_in(said["rule"], "rule"),
        alert=EventHash(hash_in(said["alert"], "alert")),
        act=AlertAct(
            seq=header.seq,
            at=header.at,
            who=header.who,
            role=header.role,
            outcome=outcome,
            action=action,
            note=_words(said["note"], "note"),
        ),
    )


def _signature(device: Sender, event: Event, document: Mapping[str, object]) -> StoredSignature:
    said, header = object_in(dict(document), "a signature", _SIGNATURE), event.header
    signature = Signature(
        seq=header.seq,
        hash=event.hash,
        at=header.at,
        who=header.who,
        role=header.role,
        name=_words(said["name"], "name"),
        station=text_in(said["milestone"], "milestone"),
        title=_words(said["title"], "title"),
        meaning=_words(said["meaning"], "meaning"),
        covered=tuple(_covered(one) for one in list_in(said["covers"], "covers")),
        digest=hash_in(said["digest"], "digest"),
        statement=_words(said["statement"], "statement"),
        renewed=None if said["renewed"] is None else _renewed(said["renewed"]),
    )
    if not signature.is_whole:
        raise Unusable("its hash is not the one of what it says it covers")
    return StoredSignature(
        proof=_proof(device, event), subject=text_in(said["subject"], "subject"), signature=signature
    )


def _covered(untrusted: object) -> Covered:
    plain = list_in(untrusted, "what is covered")
    if len(plain) != 5:
        raise broken("what is covered is not in the agreed form")
    ses, visit, form, finished, hashes = plain
    return Covered(
        ses=SessionId(text_in(ses, "ses")),
        visit=text_in(visit, "visit"),
        form=text_in(form, "form"),
        finished=time_in(finished, "finished"),
        hashes=tuple(hash_in(one, "a hash") for one in list_in(hashes, "hashes")),
    )


def _renewed(untrusted: object) -> Renewed:
    plain = list_in(untrusted, "renewed")
    if len(plain) != 3:
        raise broken("renewed is not in the agreed form")
    return Renewed(by=text_in(plain[0], "by"), at=time_in(plain[1], "at"), seq=count_in(plain[2], "seq"))


def _words(untrusted: object, name: str) -> str:
    """Return what a person wrote, in whatever script, as long as every database can keep it."""
    if not isinstance(untrusted, str) or len(untrusted) > _LONG or "\0" in untrusted:
        raise broken(f"{name} is no text of at most {_LONG} characters")
    try:
        untrusted.encode()
    except UnicodeEncodeError as error:
        raise broken(f"{name} holds half a character") from error
    return untrusted
