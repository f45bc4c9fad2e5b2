"""The part of the ledger that holds what staff did beside the forms: alerts with what came of them, and signatures."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass

from sqlalchemy import RowMapping, delete, insert, select

from retnet_pro.centre.desk_facts import DeskRecords, StoredAct, StoredAlert, StoredSignature
from retnet_pro.centre.response_ledger import IN_LIMIT, ResponseLedger
from retnet_pro.centre.tables import ALERT, ALERT_ACT, EVENT, SIGNATURE, UNREAD
from retnet_pro.conduct.alert_fact import AlertAct, AlertFact
from retnet_pro.conduct.signature_fact import Signature, read_signature
from retnet_pro.record.alert import read_alerts, write_alerts
from retnet_pro.record.event import DeviceId, Event, EventHash, SessionId, read_header
from retnet_pro.record.signature import write_covered
from retnet_pro.study.alert_act import AlertAction, AlertOutcome

_ALERT = ("rule", "instrument", "item", "scale", "value", "at_least", "at_most", "within_hours", "source", "status")
_UNREAD_AT_ONCE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertAtCentre:
    """One alert as it stands: when it was raised, what was done about it and when, when it was settled (rule E85)."""

    dev: DeviceId
    site: str
    subject: str
    fact: AlertFact


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureAtCentre:
    """One signature, and whether it covers what stands at the centre now (rules P62, P63)."""

    dev: DeviceId
    site: str
    subject: str
    signature: Signature
    changed: tuple[SessionId, ...]
    """Questionnaires it covers that were corrected since, or that the centre does not hold as they were signed."""


class DeskLedger(ResponseLedger):
    """Reading and writing inside one transaction, as all of the ledger."""

    def add_desk(self, records: DeskRecords) -> None:
        """Keep alerts, what came of them, and signatures."""
        for table, rows in (
            (ALERT, [_alert_row(one) for one in records.alerts]),
            (ALERT_ACT, [_act_row(one) for one in records.acts]),
            (SIGNATURE, [_signature_row(one) for one in records.signatures]),
        ):
            if rows:
                self._db.execute(insert(table), rows)

    def raised(self, site: str, sessions: Collection[str]) -> Mapping[tuple[str, str], EventHash]:
        """Return the event that raised each alert of these questionnaires, by questionnaire and rule."""
        found: dict[tuple[str, str], EventHash] = {}
        named = sorted(sessions)
        for start in range(0, len(named), IN_LIMIT):
            some = ALERT.c.ses.in_(named[start : start + IN_LIMIT])
            for row in self._db.execute(select(ALERT).where(ALERT.c.site == site, some)):
                found[row.ses, row.rule] = EventHash(row.event_hash)
        return found

    def alerts(self, site: str | None = None) -> Iterator[AlertAtCentre]:
        """Yield every alert of a site, or of all, in the order they were raised there."""
        mine = () if site is None else (ALERT.c.site == site,)
        acts: defaultdict[tuple[str, str, str, str], list[AlertAct]] = defaultdict(list)
        theirs = () if site is None else (ALERT_ACT.c.site == site,)
        query = select(ALERT_ACT).where(*theirs).order_by(ALERT_ACT.c.at, ALERT_ACT.c.dev, ALERT_ACT.c.seq)
        for row in self._db.execute(query).mappings():
            acts[row["site"], row["ses"], row["rule"], row["alert"]].append(_read_act(row))
        order = (ALERT.c.site, ALERT.c.at, ALERT.c.dev, ALERT.c.seq, ALERT.c.rule)
        for row in self._db.execute(select(ALERT).where(*mine).order_by(*order)).mappings():
            yield _read_alert(row, acts.get((row["site"], row["ses"], row["rule"], row["event_hash"]), []))

    def stray_acts(self, site: str | None = None) -> tuple[tuple[DeviceId, int], ...]:
        """Return (device, event) of answers, at a site or all, to alerts that have not come but may be on their way."""
        theirs = () if site is None else (ALERT_ACT.c.site == site,)
        same = (
            ALERT.c.site == ALERT_ACT.c.site,
            ALERT.c.ses == ALERT_ACT.c.ses,
            ALERT.c.rule == ALERT_ACT.c.rule,
            ALERT.c.event_hash == ALERT_ACT.c.alert,
        )
        query = select(ALERT_ACT.c.dev, ALERT_ACT.c.seq).where(~select(ALERT.c.seq).where(*same).exists(), *theirs)
        rows = self._db.execute(query.order_by(ALERT_ACT.c.dev, ALERT_ACT.c.seq))
        return tuple((DeviceId(row.dev), row.seq) for row in rows)

    def signatures(self, site: str) -> Iterator[SignatureAtCentre]:
        """Yield every signature of a site, in order of time."""
        order = (SIGNATURE.c.at, SIGNATURE.c.dev, SIGNATURE.c.seq)
        rows = self._db.execute(select(SIGNATURE).where(SIGNATURE.c.site == site).order_by(*order)).mappings().all()
        for row in rows:
            signature = _read_signature(row)
            changed = [one.ses for one in signature.covered if self._events_of(site, one.ses) != one.hashes]
            yield SignatureAtCentre(
                dev=DeviceId(row["dev"]), site=site, subject=row["subject"], signature=signature, changed=tuple(changed)
            )

    def _events_of(self, site: str, ses: SessionId) -> tuple[str, ...]:
        held = self.response_of(site, ses)
        if held is None:
            return ()
        return (held.event_hash, *(one.event_hash for one in self.amendments(site, ses)))

    def unread_device(self) -> DeviceId | None:
        """Return a device with events that came before there were tables for what they say, if there is one."""
        dev = self._db.execute(select(UNREAD.c.dev).order_by(UNREAD.c.dev).limit(1)).scalar()
        return None if dev is None else DeviceId(dev)

    def unread(self, dev: DeviceId) -> tuple[Event, ...]:
        """Return the first of those events, in order."""
        same = (UNREAD.c.dev == EVENT.c.dev) & (UNREAD.c.seq == EVENT.c.seq)
        query = select(EVENT).join(UNREAD, same).where(EVENT.c.dev == dev).order_by(EVENT.c.seq)
        rows = self._db.execute(query.limit(_UNREAD_AT_ONCE))
        return tuple(
            Event(read_header(row.header), row.header, EventHash(row.hash), row.sealed, row.sig) for row in rows
        )

    def have_read(self, dev: DeviceId, upto: int) -> None:
        """Note that the unread events of a device were read up to this one."""
        self._db.execute(delete(UNREAD).where(UNREAD.c.dev == dev, UNREAD.c.seq <= upto))


def _alert_row(one: StoredAlert) -> dict[str, object]:
    alert = write_alerts([one.alert])[0]
    return {
        **_proof_row(one),
        **{name: alert[name] for name in _ALERT},
        "for_whom": one.alert.who,
        "ses": one.ses,
        "subject": one.subject,
        "visit": one.visit,
        "study": one.study,
    }


def _act_row(one: StoredAct) -> dict[str, object]:
    act = one.act
    return {
        **_proof_row(one),
        **{"ses": one.ses, "subject": one.subject, "rule": one.rule, "alert": one.alert},
        **{"outcome": act.outcome.value, "action": act.action and act.action.value, "note": act.note},
        "settles": act.outcome.settles,
    }


def _signature_row(one: StoredSignature) -> dict[str, object]:
    given = one.signature
    return {
        **_proof_row(one),
        **{name: getattr(given, name) for name in ("name", "title", "meaning", "digest", "statement")},
        "subject": one.subject,
        "milestone": given.station,
        "covers": write_covered(given.covered),
        "renewed": None if given.renewed is None else [given.renewed.by, given.renewed.at, given.renewed.seq],
    }


def _proof_row(one: StoredAlert | StoredAct | StoredSignature) -> dict[str, object]:
    return asdict(one.proof)


def _read_alert(row: RowMapping, acts: list[AlertAct]) -> AlertAtCentre:
    (alert,) = read_alerts([{**{name: row[name] for name in _ALERT}, "who": row["for_whom"]}])
    fact = AlertFact(
        seq=row["seq"],
        hash=row["event_hash"],
        at=row["at"],
        ses=SessionId(row["ses"]),
        visit=row["visit"],
        alert=alert,
        acts=tuple(acts),
    )
    return AlertAtCentre(dev=DeviceId(row["dev"]), site=row["site"], subject=row["subject"], fact=fact)


def _read_act(row: RowMapping) -> AlertAct:
    return AlertAct(
        seq=row["seq"],
        at=row["at"],
        who=row["who"],
        role=row["role"],
        outcome=AlertOutcome(row["outcome"]),
        action=None if row["action"] is None else AlertAction(row["action"]),
        note=row["note"],
    )


def _read_signature(row: RowMapping) -> Signature:
    return read_signature(row["seq"], row["event_hash"], row["at"], row["who"], row["role"], dict(row))
