"""The signing list leaves with everything a signature is bound to, and the printout of a participant shows it too."""

import csv
from datetime import date
from io import StringIO

import pytest

from retnet_pro.conduct.doorway import add_person
from retnet_pro.conduct.signatures import STATEMENT, sign, sign_off
from retnet_pro.record.event import Kind
from retnet_pro.report.compose import compose
from retnet_pro.report.signature_copy import COLUMNS, copy_signatures
from retnet_pro.study.subject import make_subject
from tests.fakes import PASSPHRASE, FakeSite, enrolled, visit
from tests.gui.conftest import INVESTIGATOR

SUBJECT = make_subject("BER", 1)


@pytest.fixture
def signed():
    """A site where an investigator has signed the baseline of one participant."""
    site = FakeSite()
    desk = site.desk()
    enrolled(desk, site.clock, SUBJECT, date(2026, 10, 1), "be")
    visit(site, desk, SUBJECT, "baseline", date(2026, 10, 4))
    add_person(site.pen, site.slots, INVESTIGATOR, PASSPHRASE, (site.identity[0],), by=None)
    desk = site.desk(INVESTIGATOR)
    sign(
        desk, site.slots, SUBJECT, "baseline",
        expected=sign_off(desk, SUBJECT, "baseline").digest, passphrase=PASSPHRASE, agreed=STATEMENT,
    )  # fmt: skip
    return site


@pytest.mark.rule("P60", "P62", "P66", "P10")
def test_the_list_names_who_when_why_and_every_hash_and_leaves_a_trace(signed):
    desk = signed.desk()
    (told,) = csv.DictReader(StringIO(copy_signatures(desk, signed.clock(), as_table=True).decode()))
    (given,) = sign_off(desk, SUBJECT, "baseline").signatures
    assert list(told) == list(COLUMNS)
    assert (told["name"], told["at"], told["covers_now"]) == (INVESTIGATOR.name, given.at, "yes")
    assert told["digest"] == given.digest and len(told["covered_sha256"].split()) == 3
    assert told["statement"] == STATEMENT
    last = signed.log.kept[-1]
    assert (last.header.kind, desk.reader.open_event(last).content["what"]) == (Kind.VIEW, "signing list export")


@pytest.mark.rule("P60", "P63")
def test_the_printout_shows_the_signature_and_whether_it_still_covers(signed):
    desk = signed.desk()
    (printed,) = compose(desk, SUBJECT, signed.clock()).signatures
    assert printed.still_covers and INVESTIGATOR.name in printed.name and printed.at.tzinfo is not None
    visit(signed, desk, SUBJECT, "week-12", date(2026, 12, 20))
    assert compose(desk, SUBJECT, signed.clock()).signatures[0].still_covers, "another visit is not what was signed"


def test_the_same_record_gives_the_same_paper_but_for_the_traces(signed):
    now = signed.clock()
    first = copy_signatures(signed.copy().desk(), now, as_table=False)
    assert first.startswith(b"%PDF") and first == copy_signatures(signed.copy().desk(), now, as_table=False)
