"""A tap that failed is repeated as a whole; what was durable before it stays there once (rule E50)."""

from datetime import date
from itertools import pairwise

import pytest

from retnet_pro.answering.session import Entry
from retnet_pro.answering.sheet import Answered
from retnet_pro.conduct.handover import start
from retnet_pro.conduct.take import Bedside
from retnet_pro.errors import Code, WorldFault
from retnet_pro.record.event import Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.subject import make_subject
from tests.fakes import NURSE, FakeSite, enrolled

SUBJECT = make_subject("BER", 1)


@pytest.mark.rule("E50", "E53")
@pytest.mark.parametrize("durable", range(4))
def test_taking_down_again_after_a_disk_fault_doubles_nothing(durable: int) -> None:
    site = FakeSite()
    enrolled(site.desk(), site.clock, SUBJECT, date(2026, 11, 20), "be")
    sitting = start(site.desk(NURSE), SUBJECT, "baseline", "en", AnsweredBy.ALONE)
    bedside = Bedside(site.pen, site.library, sitting)
    session, _ = bedside.begin(0)
    entries = tuple(
        Entry(n=n, item=item.id, given=Answered(item.scale.codes[0]), replaces=None, prompted=False, shown_at="-")
        for n, item in enumerate(session.instrument.items[:4], 1)
    )
    append, left = site.log.append, [durable]

    def failing(event: object) -> None:
        if left[0] == 0:
            raise WorldFault(Code.DISK_FULL, path="-")
        left[0] -= 1
        append(event)  # type: ignore[arg-type]

    site.log.append = failing  # type: ignore[method-assign]
    with pytest.raises(WorldFault):
        bedside.record(0, entries)
    left[0] = -1
    bedside.record(0, entries)
    bedside.record(0, entries)
    answers = [event.header.n for event in site.log.kept if event.header.kind is Kind.ANSWER]
    assert answers == [1, 2, 3, 4]
    assert all(later.header.prev == before.hash for before, later in pairwise(site.log.kept))
