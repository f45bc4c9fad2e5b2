"""Which statement is in force when several tablets of a site have stated a fact: what was known decides, no clock."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retnet_pro.conduct.beside import number_of, read_beside, write_beside
from retnet_pro.conduct.course import Course
from retnet_pro.conduct.fact import TAKEN_BACK
from retnet_pro.conduct.site import Site
from retnet_pro.conduct.site_facts import Opened
from retnet_pro.record.event import DeviceId, EventHash, Kind
from retnet_pro.study.participant import Participant

SUBJECT, NOON = "AB-001-1", datetime(2026, 11, 20, 12, tzinfo=UTC)
FACTS = ("grade", "histology", "died", "embolization", "randomised")


@dataclass
class Tablet:
    """A tablet as its log and its projection of all it has heard; `hours` is what its clock is wrong by."""

    name: str
    hours: int = 0
    log: list[Opened] = field(default_factory=list)
    site: Site = field(default_factory=Site)
    others: list["Tablet"] = field(default_factory=list)

    def write(self, kind: Kind, content: Mapping[str, Any]) -> None:
        seq = len(self.log) + 1
        at = NOON + timedelta(hours=self.hours, minutes=seq)
        event = Opened(
            seq=seq, dev=DeviceId(self.name), own_seq=seq, hash=EventHash(f"{self.name}{seq}"), kind=kind,
            at=at.isoformat(), who="nurse", role="nurse", ses=None, content=content,
        )  # fmt: skip
        self.log.append(event)
        self.site.take(event)

    def know(self, other: "Tablet") -> None:
        self.others.append(other)
        self.write(Kind.NEIGHBOUR, {"act": "known", "device": other.name})

    def hear(self, other: "Tablet", upto: int | None = None) -> None:
        """Take in what another tablet has written, or the beginning of it, as an exchange does."""
        place = self.others.index(other)
        told, before = other.log[:upto], self.site.beside.upto[place]
        if len(told) > before:
            self.write(Kind.NEIGHBOUR, {"act": "taken", "device": other.name, "from": before + 1, "upto": len(told)})
            for event in told[before:]:
                self.site.take(_numbered(event, number_of(place, event.own_seq)))

    def enrol(self) -> None:
        self.write(Kind.ENROL, {"subject": SUBJECT, "enrolled": "2026-11-20", "language": "en"})

    def withdraw(self, day: str = "2026-11-20") -> None:
        self.write(Kind.WITHDRAW, {"subject": SUBJECT, "day": day, "why": "not-said", "note": ""})

    def take_back(self) -> None:
        self.write(Kind.WITHDRAW, {"subject": SUBJECT, "day": "2026-11-21", "why": TAKEN_BACK, "note": "Demo"})

    def grade(self, value: str) -> None:
        self.write(Kind.PARTICIPANT_FACT, {"subject": SUBJECT, "fact": "grade", "value": value})

    @property
    def course(self) -> Course:
        course = self.site.courses.get(SUBJECT)
        assert course is not None
        return course

    @property
    def person(self) -> Participant:
        return self.course.participant

    @property
    def contested(self) -> dict[str, set[tuple[str, tuple[str, ...]]]]:
        found = self.site.beside.statements.contested(SUBJECT)
        return {what: {(one.dev, one.says) for one in standing} for what, standing, _ in found}


def _numbered(event: Opened, number: int) -> Opened:
    facts = {name: getattr(event, name) for name in event.__dataclass_fields__}
    return Opened(**{**facts, "seq": number})


def site_of(*hours: int) -> list[Tablet]:
    """Tablets that know each other; the first one enrolled the participant, and all have heard so."""
    tablets = [Tablet(name, wrong) for name, wrong in zip("ABC", hours, strict=False)]
    for one in tablets:
        for other in tablets:
            if one is not other:
                one.know(other)
    tablets[0].enrol()
    for one in tablets[1:]:
        one.hear(tablets[0])
    return tablets


def meet(tablets: list[Tablet]) -> None:
    for _ in range(2):
        for one in tablets:
            for other in one.others:
                one.hear(other)


SKEWS = pytest.mark.parametrize("hours", [(0, 0), (0, -500), (-500, 0), (0, 500)])


@pytest.mark.rule("P105", "P06", "P11")
@SKEWS
def test_a_taking_back_counts_on_every_tablet_whatever_the_clocks_say(hours: tuple[int, int]) -> None:
    one, two = site_of(*hours)
    one.withdraw()
    two.hear(one)
    two.take_back()
    one.hear(two)
    assert [tablet.person.withdrew for tablet in (one, two)] == [None, None]
    one.withdraw("2026-11-22")
    two.hear(one)
    assert [tablet.person.withdrew for tablet in (one, two)] == [date(2026, 11, 22)] * 2
    assert one.contested == two.contested == {}


@pytest.mark.rule("P105", "P06")
@SKEWS
@pytest.mark.parametrize("first", [0, 1])
def test_of_acts_that_knew_nothing_of_each_other_the_withdrawal_counts_and_both_are_shown(
    hours: tuple[int, int], first: int
) -> None:
    one, two = tablets = site_of(*hours)
    one.withdraw()
    two.hear(one)
    for act in (two.take_back, lambda: (one.take_back(), one.withdraw("2026-11-23")))[:: 1 if first else -1]:
        act()
    meet(tablets)
    for tablet in tablets:
        assert tablet.person.withdrew == date(2026, 11, 23)
        assert {dev for dev, _ in tablet.contested["withdrew"]} == {"A", "B"}
    two.take_back()  # whoever has seen both decides
    meet(tablets)
    for tablet in tablets:
        assert tablet.person.withdrew is None and tablet.contested == {}


@pytest.mark.rule("P105")
def test_of_two_withdrawals_and_two_days_of_death_the_earlier_day_counts() -> None:
    one, two = tablets = site_of(0, 300)
    one.withdraw("2026-11-24")
    two.withdraw("2026-11-22")
    for tablet, day in ((one, "2026-11-23"), (two, "2026-11-25")):
        tablet.write(Kind.PARTICIPANT_FACT, {"subject": SUBJECT, "fact": "died", "value": day})
    meet(tablets)
    assert {(it.person.withdrew, it.person.died) for it in tablets} == {(date(2026, 11, 22), date(2026, 11, 23))}


@pytest.mark.rule("P06")
@SKEWS
def test_a_fact_stated_by_somebody_who_saw_the_other_one_replaces_it(hours: tuple[int, int]) -> None:
    one, two = tablets = site_of(*hours)
    one.grade("G1")
    two.hear(one)
    two.grade("G2")
    meet(tablets)
    assert [tablet.person.grade for tablet in tablets] == ["G2", "G2"]
    assert one.contested == two.contested == {}


@pytest.mark.rule("P06")
def test_every_embolization_counts_whatever_the_clocks_say() -> None:
    one, two = tablets = site_of(0, -500)
    for tablet, day in ((one, "2026-11-21"), (two, "2026-11-22")):
        tablet.write(Kind.PARTICIPANT_FACT, {"subject": SUBJECT, "fact": "embolization", "value": day})
    meet(tablets)
    both = (date(2026, 11, 21), date(2026, 11, 22))
    assert [tablet.person.embolizations for tablet in tablets] == [both, both]


@pytest.mark.rule("P06")
def test_what_waited_for_its_participant_knew_what_it_knew_when_it_was_written() -> None:
    one, two, three = site_of(0, 0, 0)
    three.site, three.log = Site(), []
    for other in three.others:
        three.write(Kind.NEIGHBOUR, {"act": "known", "device": other.name})
    two.grade("G2")  # knows nothing of what is next
    one.grade("G1")
    two.hear(one)
    three.hear(two)
    assert SUBJECT not in three.site.courses, "its enrolment was not told yet"
    three.hear(one)
    one.hear(two)
    assert {tuple(sorted(it.contested["grade"])) for it in (one, two, three)} == {
        (("A", ("G1", "", "", "")), ("B", ("G2", "", "", "")))
    }


@pytest.mark.rule("P06", "P84")
def test_a_restored_device_knew_what_the_one_before_it_had_recorded() -> None:
    one, two = tablets = site_of(0, 0)
    one.withdraw()
    two.hear(one)
    after = Tablet("A2", hours=-500)
    after.write(Kind.PROVISION, {"restored_from": {"device": "A", "public": "", "seq": len(one.log), "head": ""}})
    for event in one.log:
        after.site.take(_numbered(event, event.own_seq - len(one.log)))
    assert after.person.withdrew == date(2026, 11, 20)
    assert not after.site.beside.devices, "whom the lost one knew must be made known again"
    after.know(two)
    two.know(after)
    after.take_back()
    two.hear(after)
    assert [it.person.withdrew for it in (*tablets[1:], after)] == [None, None]


# Whatever happens, in whichever order


ACT = st.tuples(
    st.integers(0, 2),
    st.one_of(
        st.tuples(st.just("hear"), st.integers(0, 1), st.integers(1, 40)),
        st.tuples(st.just("hear"), st.integers(0, 1), st.just(1000)),
        st.tuples(st.just("state"), st.sampled_from(FACTS), st.integers(21, 28)),
        st.tuples(st.just("withdraw"), st.integers(21, 28)),
        st.tuples(st.just("take back")),
        st.tuples(st.just("absent"), st.sampled_from(("refused", "too-ill"))),
        st.tuples(st.just("clock"), st.integers(-1000, 1000)),
        st.tuples(st.just("restart")),
    ),
)


def _act(tablet: Tablet, act: tuple[Any, ...], days: set[date]) -> None:
    match act:
        case ("hear", int(place), int(upto)):
            tablet.hear(tablet.others[place % len(tablet.others)], upto)
        case ("state", fact, day):
            value = "G1" if fact == "grade" else "classic" if fact == "histology" else f"2026-11-{day}"
            if fact in ("grade", "histology") and day % 2:
                value = {"grade": "G2", "histology": "other"}[fact]
            if fact == "embolization":
                days.add(date.fromisoformat(value))
            content = {"subject": SUBJECT, "fact": fact, "value": value, "arm": "a" if day % 2 else "b"}
            tablet.write(Kind.PARTICIPANT_FACT, content)
        case ("withdraw", day):
            tablet.withdraw(f"2026-11-{day}")
        case ("take back",) if tablet.person.withdrew is not None:
            tablet.take_back()
        case ("absent", reason):
            content = {"subject": SUBJECT, "visit": "baseline", "instrument": "form", "reason": reason}
            tablet.write(Kind.ABSENT, content)
        case ("clock", hours):
            tablet.hours = hours
        case ("restart",):
            tablet.site.beside = read_beside(write_beside(tablet.site.beside))


@pytest.mark.rule("P06", "P105")
@settings(max_examples=60, deadline=None)
@given(count=st.integers(2, 3), acts=st.lists(ACT, max_size=40), last=st.integers(0, 2))
def test_after_all_have_heard_all_they_show_the_same_and_nothing_is_lost(
    count: int, acts: list[tuple[int, tuple[Any, ...]]], last: int
) -> None:
    tablets = site_of(*(0,) * count)
    days: set[date] = set()
    for whose, act in acts:
        _act(tablets[whose % count], act, days)
    meet(tablets)
    seen = [(it.person, it.contested, it.course.absent) for it in tablets]
    assert all(one == seen[0] for one in seen)
    assert set(tablets[0].person.embolizations) == days
    for tablet in tablets:
        assert not tablet.site.beside.unread and not tablet.site.beside.held
        for upto, other in zip(tablet.site.beside.upto, tablet.others, strict=True):
            assert {event.kind for event in other.log[upto:]} <= {Kind.NEIGHBOUR}, "every statement came"
    decider = tablets[last % count]
    decider.hours = -2000
    decider.grade("G2")
    decider.take_back()
    meet(tablets)
    for tablet in tablets:
        assert (tablet.person.grade, tablet.person.withdrew) == ("G2", None), "who knew all decides, on every tablet"
        assert not {"grade", "withdrew"} & set(tablet.contested)
