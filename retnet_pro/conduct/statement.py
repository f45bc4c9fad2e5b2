"""Which statement of a fact is in force where more than one tablet of the site has stated it.

What was known decides, never a clock: a statement ends every other one that its own tablet had taken in before it, and
the logs say how far each tablet had heard. Only statements that knew nothing of each other stand beside one another.
Then whatever asks less of the participant is in force: a withdrawal before its taking back, the earlier day of two. Of
other facts the later one by time is. Every tablet and the centre come to the same, in whichever order they heard.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from operator import itemgetter
from typing import Any

from retnet_pro.conduct.course import Course
from retnet_pro.conduct.fact import TAKEN_BACK, Fact, with_fact, with_withdrawal
from retnet_pro.conduct.site_facts import Opened
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.event import DeviceId, Kind
from retnet_pro.study.absence import Absence

HORIZON = frozenset({Kind.NEIGHBOUR, Kind.PROVISION})
"""Kinds that say how far a tablet had heard of the others, or which log it goes on from."""
WITHDREW = "withdrew"
_STOPS = frozenset({WITHDREW, Fact.DIED.value})
"""Facts after which nothing more is asked; the earlier day is the safe one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement of a fact, and where it stands."""

    dev: DeviceId
    own_seq: int
    """Its number in the log of that device."""
    seq: int
    """Its number here, as in `beside`."""
    at: str
    content: Mapping[str, Any]

    @property
    def says(self) -> tuple[str, ...]:
        """What is stated, without who states it and why; two that say the same need nobody to decide."""
        return tuple(str(self.content.get(part, "")) for part in ("value", "arm", "reason", "day") if not self.is_back)

    @property
    def is_back(self) -> bool:
        """Whether it takes a withdrawal back."""
        return self.content.get("why") == TAKEN_BACK


@dataclass(slots=True)
class Horizon:
    """How far each tablet had heard of the others at each of its events; it has state because it grows with them."""

    heard: dict[str, dict[str, list[tuple[int, int]]]] = field(default_factory=dict)
    """By tablet, and by the one it heard of: at which own event, and up to which event of the other; in order."""
    origins: dict[str, tuple[str, int]] = field(default_factory=dict)
    """By restored device: the one it goes on from, and up to which event of it."""

    def take(self, opened: Opened) -> None:
        """Take in an event of any tablet; one that says nothing about this changes nothing."""
        note = opened.content
        origin = note.get("restored_from")
        if opened.kind is Kind.NEIGHBOUR and note.get("act") == "taken" and isinstance(note.get("upto"), int):
            told = self.heard.setdefault(opened.dev, {}).setdefault(str(note["device"]), [])
            if not told or told[-1][0] < opened.own_seq:
                told.append((opened.own_seq, max(note["upto"], told[-1][1] if told else 0)))  # type: ignore[call-overload]
        elif opened.kind is Kind.PROVISION and isinstance(origin, Mapping) and isinstance(origin.get("seq"), int):
            self.origins[opened.dev] = str(origin["device"]), origin["seq"]

    def knew(self, one: Statement | Opened, other: Statement | Opened) -> bool:
        """Whether the tablet of the first event had the other one before it when it wrote."""
        if one.dev == other.dev:
            return one.own_seq > other.own_seq
        told = self.heard.get(one.dev, {}).get(other.dev, ())
        place = bisect_left(told, one.own_seq, key=itemgetter(0))
        if place and told[place - 1][1] >= other.own_seq:
            return True
        passed, dev = {one.dev}, self.origins.get(one.dev)
        while dev is not None and dev[0] not in passed:
            if dev[0] == other.dev:
                return dev[1] >= other.own_seq
            passed.add(DeviceId(dev[0]))
            dev = self.origins.get(dev[0])
        return False

    def in_order(self, logs: Iterable[Iterable[Opened]]) -> Iterator[Opened]:
        """Yield the events of several logs: what was known to another before it, else the earlier one by time first."""
        waiting = [deque(log) for log in logs]
        while waiting := [log for log in waiting if log]:
            free = [log for log in waiting if not any(self.knew(log[0], other[0]) for other in waiting)]
            yield min(free or waiting, key=lambda log: datetime.fromisoformat(log[0].at)).popleft()


@dataclass(slots=True, kw_only=True)
class Statements:
    """The last statement of each fact by each tablet. It has state because it grows with the logs."""

    horizon: Horizon = field(default_factory=Horizon)
    last: dict[str, tuple[Statement, ...]] = field(default_factory=dict)
    """By participant and fact, see `_key_of`; at most one a tablet."""

    def state(self, course: Course, opened: Opened) -> Course:
        """Take a statement in, and return the course with whatever is in force now.

        Raises:
            KeyError, ValueError, TypeError: for content that states nothing; it was not taken in.
        """
        stated = with_content(course, opened.content)
        if opened.content.get("fact") == Fact.EMBOLIZATION:
            return stated  # each day is a fact of its own, and all count
        key = _key_of(opened.content)
        new = Statement(
            dev=opened.dev, own_seq=opened.own_seq, seq=opened.seq, at=opened.at, content=dict(opened.content)
        )
        others = (one for one in self.last.get(key, ()) if one.dev != new.dev)
        self.last[key] = (*others, new)
        return with_content(course, self.in_force(key).content)

    def standing(self, key: str) -> tuple[Statement, ...]:
        """Return the statements of a fact that no other one knew of, in the same order on every tablet."""
        every = self.last[key]
        free = tuple(one for one in every if not any(self.horizon.knew(other, one) for other in every))
        return tuple(sorted(free or every, key=lambda one: one.dev))

    def in_force(self, key: str) -> Statement:
        """Return the statement that is in force."""
        standing = self.standing(key)
        if key.rpartition("\n")[2] in _STOPS:
            stops = [one for one in standing if not one.is_back]
            if stops:
                return min(stops, key=lambda one: (_day(one), one.dev))
        return max(standing, key=lambda one: (datetime.fromisoformat(one.at), one.dev))

    def contested(self, subject: str) -> Iterator[tuple[str, tuple[Statement, ...], Statement]]:
        """Yield each fact of a participant of which statements that differ stand, those, and the one in force."""
        for key in self.last:
            whose, _, what = key.partition("\n")
            standing = self.standing(key) if whose == subject else ()
            if len({one.says for one in standing}) > 1:
                yield what, standing, self.in_force(key)

    def forget(self, subject: str) -> None:
        """Forget a participant about whom everything was removed."""
        self.last = {key: every for key, every in self.last.items() if key.partition("\n")[0] != subject}


def with_content(course: Course, content: Mapping[str, Any]) -> Course:
    """Return the course with what a statement says.

    Raises:
        KeyError, ValueError, TypeError: when it states nothing.
    """
    if "why" in content:
        return replace(course, participant=with_withdrawal(course.participant, content))
    if "fact" in content:
        return replace(course, participant=with_fact(course.participant, content))
    form, reason = InstrumentId(str(content["instrument"])), Absence(str(content["reason"]))
    return course.with_absent(str(content["visit"]), form, reason)


def _key_of(content: Mapping[str, Any]) -> str:
    if "why" in content:
        what = WITHDREW
    else:
        what = content["fact"] if "fact" in content else f"{content['visit']}\n{content['instrument']}"
    return f"{content['subject']}\n{what}"


def _day(one: Statement) -> date:
    return date.fromisoformat(str(one.content.get("day", one.content.get("value"))))


def write_statements(known: Statements) -> dict[str, object]:
    """Return them in plain form, for `read_statements`."""
    return {
        "heard": known.horizon.heard,
        "origins": known.horizon.origins,
        "last": {key: [[one.dev, one.own_seq, one.seq, one.at, one.content] for one in every]
                 for key, every in known.last.items()},
    }  # fmt: skip


def read_statements(plain: Mapping[str, Any]) -> Statements:
    """Read what `write_statements` wrote; trusted, because the snapshot around it is signed by this device."""
    heard = {dev: {other: [(at, upto) for at, upto in told] for other, told in of.items()}
             for dev, of in plain["heard"].items()}  # fmt: skip
    origins = {dev: (other, upto) for dev, (other, upto) in plain["origins"].items()}
    return Statements(
        horizon=Horizon(heard, origins),
        last={key: tuple(map(_statement, every)) for key, every in plain["last"].items()},
    )


def _statement(plain: Sequence[Any]) -> Statement:
    dev, own_seq, seq, at, content = plain
    return Statement(dev=DeviceId(dev), own_seq=own_seq, seq=seq, at=at, content=content)
