"""Copies of the audit trail from a real site's record: as a table and on paper, by right, with a trace of their own."""

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right, Role, may
from retnet_pro.conduct.trail import EVERYTHING, Wanted
from retnet_pro.conduct.trail_kinds import Group
from retnet_pro.errors import Code, RetnetError
from retnet_pro.moment import Moment
from retnet_pro.record.chain import Break
from retnet_pro.record.event import Kind
from retnet_pro.report import trail_copy
from retnet_pro.report.trail_copy import CopyForm, TrailCopy
from retnet_pro.report.trail_table import COLUMNS
from tests.unit.conduct.conftest import Founded, found
from tests.unit.conduct.test_distrust import SUBJECT, one_response

NOW = Moment(datetime(2026, 12, 1, 10, tzinfo=UTC), 1, "b")
LATER = Moment(datetime(2026, 12, 1, 11, tzinfo=UTC), 1, "b")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Founded]:
    site = found(Path(tmp_path_factory.mktemp("site")))
    one_response(site)
    yield site
    site.opened.log.close()


def made(desk: Desk, form: CopyForm, wanted: Wanted = EVERYTHING, now: Moment = NOW) -> tuple[TrailCopy, bytes]:
    copy = TrailCopy(desk, wanted, form, now)
    while copy.advance():
        pass
    return copy, copy.finish()


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8"), newline="")))


def printed(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


@pytest.mark.rule("P01", "P17")
def test_the_table_has_one_line_for_every_event_of_the_log(played: Founded) -> None:
    desk = played.login("monitor")
    events = list(played.opened.log.events())
    copy, content = made(desk, CopyForm.TABLE)
    assert content.count(b"\n") == len(events) + 1
    table = rows(content)
    assert list(table[0]) == list(COLUMNS)
    assert [(row["event"], row["sha256"], row["time"], row["person"]) for row in reversed(table)] == [
        (str(event.header.seq), event.hash, event.header.at, event.header.who) for event in events
    ]
    assert copy.count == len(events)


@pytest.mark.rule("P17")
def test_a_copy_holds_what_the_filter_shows_and_says_so(played: Founded) -> None:
    wanted = Wanted(subject=SUBJECT, group=Group.ANSWERS, who="participant")
    desk = played.login("monitor")
    table = rows(made(desk, CopyForm.TABLE, wanted)[1])
    assert {(row["participant"], row["kind"]) for row in table} == {(SUBJECT, "answer")}
    said = printed(made(desk, CopyForm.PAPER, wanted)[1])
    assert f"Shown: person participant; answers; participant {SUBJECT}. Events: {len(table)}, newest first." in said


@pytest.mark.rule("P02", "P03")
def test_paper_says_who_printed_it_when_and_up_to_which_event_it_holds_together(played: Founded) -> None:
    desk = played.login("monitor")
    head = played.opened.log.head()
    said = printed(made(desk, CopyForm.PAPER)[1])
    assert "Printed 1 Dec 2026 10:00 UTC+00:00 by monitor (monitor)" in said
    assert f"It goes up to event {head.seq}, SHA-256 {head.hash}." in said
    assert f"followed from the first one to event {head.seq}: it holds together" in said
    assert "Page 1 of" in said
    assert "SYNTHETIC DEMONSTRATION DATA" in said


@pytest.mark.parametrize("form", CopyForm)
def test_the_same_record_gives_the_same_bytes_but_for_the_time_of_print(played: Founded, form: CopyForm) -> None:
    desk = played.login("monitor")

    def content(now: Moment) -> bytes:
        copy = TrailCopy(desk, Wanted(subject=SUBJECT), form, now)
        while copy.advance():
            pass
        return copy.content()

    first = content(NOW)
    assert content(NOW) == first
    assert (content(LATER) == first) is (form is CopyForm.TABLE)


@pytest.mark.rule("P10", "P101")
@pytest.mark.parametrize("form", CopyForm)
def test_a_copy_leaves_one_trace_that_says_what_left(played: Founded, form: CopyForm) -> None:
    desk = played.login("monitor")
    before = played.opened.log.head()
    copy, _ = made(desk, form, Wanted(subject=SUBJECT))
    last = played.opened.log.get(before.seq + 1)
    assert last is not None and played.opened.log.head().seq == before.seq + 1
    assert (last.header.kind, last.header.who, last.header.note) == (Kind.VIEW, "monitor", None)
    said = desk.reader.open_event(last).content
    assert {name: said[name] for name in ("what", "as", "subject", "events", "upto", "head")} == {
        "what": "audit export", "as": form.value, "subject": SUBJECT,
        "events": copy.count, "upto": before.seq, "head": before.hash,
    }  # fmt: skip


@pytest.mark.rule("P41", "P42")
@pytest.mark.parametrize("role", list(Role))
def test_only_roles_with_the_right_take_a_copy(played: Founded, role: Role) -> None:
    desk = played.login(role.value)
    head = played.opened.log.head()
    if may(role, Right.READ_TRAIL):
        assert made(desk, CopyForm.TABLE)[0].count
        return
    with pytest.raises(RetnetError) as refused:
        TrailCopy(desk, EVERYTHING, CopyForm.TABLE, NOW)
    assert refused.value.code is Code.NOT_ALLOWED
    assert played.opened.log.head() == head


@pytest.mark.rule("P41")
def test_the_copy_of_an_administrator_holds_no_content_of_a_seal(played: Founded) -> None:
    content = made(played.login("administrator"), CopyForm.TABLE)[1]
    assert SUBJECT.encode() not in content
    assert {row["content_state"] for row in rows(content)} == {"open", "hidden"}
    assert SUBJECT not in printed(made(played.login("administrator"), CopyForm.PAPER)[1])


def test_what_is_too_long_for_paper_is_refused_and_leaves_no_trace(
    played: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trail_copy, "PAPER_MOST", 10)
    desk = played.login("monitor")
    head = played.opened.log.head()
    with pytest.raises(RetnetError) as refused:
        made(desk, CopyForm.PAPER)
    assert refused.value.code is Code.TRAIL_TOO_LONG
    assert played.opened.log.head() == head
    assert made(desk, CopyForm.TABLE)[0].count > 10


@pytest.mark.rule("P03")
def test_a_copy_of_a_damaged_record_says_from_where_on_it_does_not_hold(played: Founded) -> None:
    desk = played.login("monitor")
    desk._soundness._tail.first_break = Break(12, "the signature does not fit")
    head = played.opened.log.head()
    said = printed(made(desk, CopyForm.PAPER)[1])
    assert "THE RECORD DOES NOT HOLD TOGETHER from event 12 on: the signature does not fit." in said
    assert "It goes up to event 11," in said
    assert [row["event"] for row in rows(made(desk, CopyForm.TABLE)[1])] == [str(seq) for seq in range(11, 0, -1)]
    assert played.opened.log.head() == head, "nothing is written into a damaged record"
