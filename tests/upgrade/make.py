"""Make the golden files of this version: a site, a bundle, its receipt and the centre's key, with what they say.

Run once for each released version, from the root: ``python -m tests.upgrade.make``. They are opened by every later
version (rule T16) and never made again. Everything in them is synthetic; the keys open nothing else.
"""

import json
import shutil
from dataclasses import asdict
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from retnet_pro import __version__
from retnet_pro.bundle.receipt import Receipt, Status, write_receipt
from retnet_pro.conduct.absence import excuse
from retnet_pro.conduct.export import export
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.take import Bedside
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.event import Head
from retnet_pro.study.absence import Absence
from retnet_pro.study.subject import make_subject
from retnet_pro.sync.folder import FolderTransport
from tests.unit.conduct.conftest import found
from tests.unit.conduct.test_desk import answer, finish, started

HERE = Path(__file__).resolve().parent
SUBJECT, OTHER = make_subject("AB", 1), make_subject("AB", 2)


def main() -> None:
    """Write the folder of this version; refuse to write it twice."""
    out = HERE / f"v{__version__}"
    out.mkdir()
    with TemporaryDirectory() as folder:
        place = Path(folder)
        site = found(place)
        desk = site.login("coordinator")
        desk.enrol(SUBJECT, date(2026, 11, 20), "en")
        desk.enrol(OTHER, date(2026, 11, 21), "de")
        desk.record_fact(SUBJECT, Fact.RANDOMISED, date(2026, 11, 22), arm="be")
        desk.record_fact(SUBJECT, Fact.EMBOLIZATION, date(2026, 11, 23))
        excuse(desk, OTHER, "baseline", InstrumentId("carcinoid-diary"), Absence.TOO_ILL)
        bedside = Bedside(site.opened.pen, site.opened.library, started(desk))
        finish(site, bedside, 0, answer(site, bedside, 0, 27))
        answer(site, bedside, 1, 4)
        bedside.leave("stopped")
        desk.catch_up()
        drop = place / "drop"
        drop.mkdir()
        (name,) = at_once(export(desk, site.opened.founding, FolderTransport(drop), place="folder")).ids
        upto = desk.site.sent[-1].upto
        event = site.opened.log.get(upto)
        assert event is not None
        receipt = Receipt(
            bundle=name, trial=site.opened.founding.trial, dev=site.opened.founding.device, upto=upto, head=event.hash,
            at="2026-11-23T12:00:00.000+00:00", status=Status.ACCEPTED, count=upto,
        )  # fmt: skip
        (response,) = desk.responses_of(SUBJECT)
        facts = {
            "version": __version__,
            "bundle": name,
            "head": asdict(Head(upto, event.hash)),
            "subjects": [SUBJECT, OTHER],
            "answers": {item: str(given) for item, given in response.response.answers.items()},
            "scores": {score.code: score.value for score in response.response.scores},
            "entries": len(desk.reader.entries_of(response.response.ses)),
            "interrupted": len(desk.site.interrupted()),
            "events": site.opened.log.head().seq,
        }
        site.opened.log.close()
        shutil.copy(place / "site" / "site.db", out / "site.db")
        (secret,) = (place / "site").glob("*.device")
        shutil.copy(secret, out / secret.name)
        shutil.copy(drop / f"{name}.age", out / "bundle.age")
        shutil.copy(drop / f"{name}.age.sig", out / "bundle.age.sig")
        (out / "receipt").write_bytes(write_receipt(receipt, site.online))
        (out / "centre.key").write_text(site.centre_identity + "\n")
        (out / "expected.json").write_text(json.dumps(facts, indent=2, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
