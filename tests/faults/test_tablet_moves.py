"""A tablet moves to another site, from the last questionnaire to the first one there, with the power going in between.

Every step is done again as after a crash, by a new start on what is on disk; nothing is lost, doubled or taken along.
"""

import json
import shutil
from contextlib import closing, contextmanager
from datetime import date

import pytest
from click.testing import CliRunner

from retnet_pro.centre import transfer as moving
from retnet_pro.centre.store import Store
from retnet_pro.centre.transfer import transfer
from retnet_pro.cli import commands
from retnet_pro.cli.coordinating import count_centre
from retnet_pro.conduct.export import collect, export
from retnet_pro.conduct.handover import start, stop
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.leaving import is_received, leave, unfinished
from retnet_pro.conduct.take import Bedside
from retnet_pro.errors import Code, RetnetError
from retnet_pro.record.event import Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.subject import make_subject
from tests.unit.centre.conftest import NOW
from tests.unit.centre.test_adopt import AT, Office
from tests.unit.conduct.conftest import HOUSE, PASSPHRASE, doorway_of, found, open_again
from tests.unit.conduct.test_desk import answer, finish

WHY = "the site has enough tablets"


class Move:
    """A centre, the tablet at its old site, and each step of its way; any of them can be done once more."""

    def __init__(self, folder):
        self.office = Office(folder)
        self.office.enrol()
        self.old = self.office.founding
        self.desk = self.office.desk
        self.opened = self.office.tablet.opened

    def restart(self):
        """The power goes, and somebody logs in again."""
        self.opened.log.close()
        self.opened = open_again(self.office.folder)
        self.desk = doorway_of(self.opened).login("coordinator", PASSPHRASE)

    def finish_what_is_open(self):
        for session in self.desk.site.interrupted():
            stop(self.desk, session, "too-ill")

    def send(self):
        with suppressed(Code.NOTHING_TO_SEND):
            at_once(export(self.desk, self.opened.founding, self.office.drop, place="stick"))

    def open(self):
        self.office.round()

    def collect(self):
        at_once(collect(self.desk, self.opened.founding, self.office.drop))

    def leave(self):
        with suppressed(Code.DEVICE_LEFT):
            leave(self.desk, "CD", WHY)

    def arrive(self):
        """Remove the folder of the old site, set the tablet up anew, and let one questionnaire be finished there."""
        self.opened.log.close()
        here = self.office.folder / "site"
        with pytest.raises(RetnetError) as caught:
            found(self.office.folder, centre=self.office.centre, site="CD")
        assert caught.value.code is Code.ALREADY_PROVISIONED, "the log of the old site is not written over"
        shutil.rmtree(here)
        made = found(self.office.folder, centre=self.office.centre, site="CD")
        self.opened, self.desk = made.opened, made.login()
        self.office.enrol(public=made.opened.founding.public, site="CD", dev=made.opened.founding.device)
        subject = make_subject("CD", 1)
        self.desk.enrol(subject, date(2026, 11, 20), "en")
        bedside = Bedside(
            self.opened.pen, self.opened.library, start(self.desk, subject, "baseline", "en", AnsweredBy.ALONE)
        )
        finish(made, bedside, 0, answer(made, bedside, 0, 3))
        self.desk.catch_up()

    def transfer(self):
        with closing(Store(self.office.centre.database)) as store:
            return transfer(store, self.old.device, self.opened.founding.device, by="clerk", why=WHY, at=AT)

    def reconciled(self):
        count_centre(self.office.centre, HOUSE / "forms" / "studies" / "retnet.yaml", NOW)
        done = CliRunner().invoke(commands, ["centre", "reconcile", str(self.office.centre.folder), "--json"])
        assert done.exit_code == 0, done.output
        return json.loads(done.output)


@contextmanager
def suppressed(code):
    """What a step says when it was done before."""
    try:
        yield
    except RetnetError as error:
        assert error.code is code, error


@pytest.mark.rule("P06", "P47", "P72", "P73")
def test_a_tablet_moves_and_every_record_stays_where_it_belongs_whatever_breaks_off_on_the_way(tmp_path, monkeypatch):
    move = Move(tmp_path)
    for step in ("finish_what_is_open", "send", "open", "collect"):
        for _ in range(2):
            getattr(move, step)()
            move.restart()
    assert unfinished(move.desk) == {}
    for step in ("leave", "send", "open", "collect"):
        for _ in range(2):
            getattr(move, step)()
            move.restart()
    assert is_received(move.desk, move.desk.pen.leaving())
    assert sum(one.header.kind is Kind.DEVICE_LEAVES for one in move.opened.log.events()) == 1
    move.arrive()
    move.send()
    move.open()

    with monkeypatch.context() as broken:
        broken.setattr(moving, "close", power_cut)
        with pytest.raises(KeyboardInterrupt):
            move.transfer()
    with closing(Store(move.office.centre.database)) as store, store.reading() as ledger:
        assert ledger.transfers() == () and ledger.device(move.old.device).revoked_at is None
    assert move.transfer().lacking == ()
    with pytest.raises(RetnetError) as caught:
        move.transfer()
    assert caught.value.code is Code.TRANSFER_EXISTS

    for _ in range(2):
        facts = move.reconciled()
        tablets = facts["tablets"]
        old, new = tablets[move.old.device], tablets[move.opened.founding.device]
        assert (facts["difference"], facts["not_taken_in"], facts["set_aside"]) == (0, {}, [])
        assert [(one["site"], one["finished"], one["stored"]) for one in (old, new)] == [("AB", 1, 1), ("CD", 1, 1)]
        assert (old["moved_to"]["tablet"], new["came_from"]["tablet"]) == (new["dev"], old["dev"])
        move.send()
        move.open()
    move.opened.log.close()


def power_cut(*_):
    raise KeyboardInterrupt
