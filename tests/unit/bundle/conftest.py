"""A tablet that writes events and a tiny form, for everything that travels. Times and keys are fixed."""

import sys
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from retnet_pro.answering.sheet import Answered, Skipped, write_answer
from retnet_pro.instrument.model import (
    ContentHash,
    Direction,
    Instrument,
    InstrumentId,
    Item,
    ItemId,
    ItemKind,
    Method,
    ResponseScale,
    Scale,
    ScaleCode,
    Status,
)
from retnet_pro.moment import Moment
from retnet_pro.record.chain import Draft, link
from retnet_pro.record.event import EMPTY, SEALED_KINDS, DeviceId, Head, Kind, SessionId
from retnet_pro.record.response import AnsweredBy, FormUsed, Response, WordingUsed, write_response
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import make_identity
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.plan import make_plan
from retnet_pro.study.model import Mode

_CODES = ResponseScale(id="much", kind=ItemKind.CHOICE, codes=(0, 1, 2, 3))


def make_instrument(items: int = 3) -> Instrument:
    ids = tuple(ItemId(f"q{number}") for number in range(1, items + 1))
    return Instrument(
        id=InstrumentId("sample"),
        version="1",
        title="Sample",
        owner="this project",
        needs_licence=False,
        minutes=1,
        response_scales={"much": _CODES},
        recalls=(),
        items=tuple(
            Item(
                id=item,
                number=number,
                topic=f"topic {number}",
                scale=_CODES,
                recall=None,
                not_applicable=False,
                condition=None,
                status=Status.PROJECT,
            )
            for number, item in enumerate(ids, 1)
        ),
        scales=(
            Scale(
                code=ScaleCode("S"),
                name="sum",
                method=Method.LINEAR_0_100,
                items=ids,
                components=(),
                reversed=False,
                direction=Direction.HIGHER_WORSE,
                minimum_answered=2,
                variants=(),
                source="made for the tests",
                status=Status.PROJECT,
            ),
        ),
        variants=(),
        thresholds=(),
        changes=(),
        to_confirm=(),
        hash=ContentHash("c" * 64),
    )


INSTRUMENT = make_instrument()
SITE_IDENTITY, SITE_RECIPIENT = make_identity()
CENTRE_IDENTITY, CENTRE_RECIPIENT = make_identity()


def make_response(ses: str, codes=(1, 2, None), *, instrument=INSTRUMENT, **changes) -> Response:
    answers = {
        item.id: Skipped() if code is None else Answered(code)
        for item, code in zip(instrument.items, codes, strict=True)
    }
    made = Response(
        ses=SessionId(ses),
        subject="S01-001",
        visit="week12",
        form=FormUsed(instrument.id, instrument.version, instrument.hash),
        wording=WordingUsed("en", "1", ContentHash("d" * 64), True),
        mode=Mode.DEMO,
        started="2026-11-23T10:00:00.000+01:00",
        finished="2026-11-23T10:05:00.000+01:00",
        answered_by=AnsweredBy.ALONE,
        answers=answers,
        scores=score(make_plan(instrument), answers),
        app="0.1.0",
        entries=len(answers),
        accommodations=(),
    )
    return replace(made, **changes)


class Tablet:
    """Writes events as a tablet does; can be copied to fork its history."""

    def __init__(self, dev="tab-1", seed=b"t" * 32, site="S01", centre=CENTRE_RECIPIENT):
        self.dev, self.site = DeviceId(dev), site
        self.key = SigningKey(seed)
        self.sealer = Sealer([SITE_RECIPIENT, centre])
        self.head, self.events = EMPTY, []
        self.when = datetime.fromisoformat("2026-11-23T10:00:00.000+01:00")

    def write(self, kind, content, ses=None, n=None, pack=None, sealed=None, who="nurse-demo", note=None):
        if kind in SEALED_KINDS and sealed is None:
            sealed = self.sealer.seal_payload({"v": 1, "kind": kind.value, **content})
        self.when += timedelta(seconds=1)
        event = link(
            self.head,
            Draft(
                kind=kind,
                who=who,
                role="nurse",
                ses=ses,
                n=n,
                pack=pack,
                note=note if sealed is not None else content,
                sealed=sealed,
            ),
            device=self.dev,
            key=self.key,
            now=Moment(self.when, 1000 * len(self.events), "boot-1"),
            app="0.1.0",
        )
        self.head = Head(event.header.seq, event.hash)
        self.events.append(event)
        return event

    def boot(self):
        return self.write(Kind.BOOT, {"version": "0.1.0"})

    def session(self, ses, codes=(1, 2, None), response=None, document=None, instrument=INSTRUMENT):
        """Write one whole session; `response` or the raw `document` may lie about it."""
        response = response or make_response(ses, codes, instrument=instrument)
        pack, first = instrument.hash, len(self.events)
        self.write(Kind.SESSION_OPEN, {"subject": response.subject, "visit": response.visit}, ses, 0, pack)
        for n, (item, answer) in enumerate(response.answers.items(), 1):
            self.write(Kind.ANSWER, {"n": n, "item": item, "value": write_answer(answer)}, ses, n, pack)
        done = write_response(response) if document is None else document
        self.write(Kind.SESSION_DONE, done, ses, len(response.answers) + 1, pack)
        return self.events[first:]

    def copy(self):
        twin = Tablet(self.dev, b"t" * 32, self.site)
        twin.key, twin.sealer, twin.head, twin.events, twin.when = (
            self.key,
            self.sealer,
            self.head,
            list(self.events),
            self.when + timedelta(hours=1),
        )
        return twin

    @property
    def facts(self):
        return {
            "trial": "RETNET-DEMO",
            "site": self.site,
            "to": "centre-1",
            "key": self.key,
            "centre_recipient": CENTRE_RECIPIENT,
        }


@pytest.fixture
def tablet():
    made = Tablet()
    made.boot()
    made.session("ses-1")
    made.session("ses-2", (3, None, None))
    return made


@pytest.fixture(scope="session")
def kit():
    """This module: the builders and keys above."""
    return sys.modules[__name__]
