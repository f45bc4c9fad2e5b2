"""Whatever happens to the letters between two tablets, in the end both see the same and neither has lost anything."""

import random
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from retnet_pro.conduct.elsewhere import elsewhere_of
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.withdrawal import take_back, withdraw
from retnet_pro.errors import Code, RetnetError, WorldFault
from retnet_pro.study.withdrawal import WithdrawalReason
from retnet_pro.sync.folder import FolderTransport
from tests.two_tablets import ENROLLED, Tablet, make_pair, open_pair

STEPS = 30
GRADES = ("G1", "G2", "G3")


class Killed(Exception):
    """The program was killed at this call."""


class Shaky:
    """A folder that sometimes breaks off, hides a file or has the program killed."""

    def __init__(self, place: Path, chance: random.Random) -> None:
        self._road, self._chance = FolderTransport(place), chance

    def put(self, name: str, data: bytes) -> None:
        self._trouble()
        self._road.put(name, data)
        self._trouble()

    def names(self) -> tuple[str, ...]:
        self._trouble()
        return tuple(name for name in self._road.names() if self._chance.random() < 0.9)

    def get(self, name: str) -> bytes:
        self._trouble()
        data = self._road.get(name)
        return data[: len(data) // 2] if self._chance.random() < 0.1 else data

    def _trouble(self) -> None:
        what = self._chance.random()
        if what < 0.05:
            raise WorldFault(Code.TRANSPORT_UNREACHABLE, place="stick", why="it was pulled out")
        if what < 0.1:
            raise Killed


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pair")
    make_pair(folder)
    return folder


@pytest.mark.rule("P06", "E50", "T8")
@pytest.mark.parametrize("seed", range(4))
def test_both_see_the_union_and_nothing_twice(template: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    pair = open_pair(template, tmp_path)
    sticks = [tmp_path / "stick-1", tmp_path / "stick-2"]
    for stick in sticks:
        stick.mkdir()
    enrolled: list[str] = []
    done: dict[str, set[str]] = {}
    rows: dict[str, list[tuple[object, ...]]] = {}
    for _ in range(STEPS):
        tablet = chance.choice(pair)
        _happens(tablet, chance, sticks, enrolled, done)
        now = tablet.rows()
        before = rows.get(tablet.device, [])
        assert now[: len(before)] == before, "the own log only grows, byte for byte"
        rows[tablet.device] = now
    for tablet in pair * 3:
        tablet.exchange(sticks[0])
    for tablet, other in (pair, pair[::-1]):
        for _ in range(2):
            assert list(tablet.desk.site.courses.subjects()) == sorted(enrolled)
            for subject in enrolled:
                course = tablet.desk.course(subject)
                assert sorted(one.ses for one in course.filed) == sorted(done.get(subject, set()))
                assert len(tablet.desk.responses_of(subject)) == len(course.filed)
            tablet.restart()
        kept = tablet.opened.neighbours.log(other.opened.founding.device)
        assert kept is not None
        told = [tuple(row) for row in kept.rows()]
        assert told == other.rows(len(told)), "what is kept of the other one is its own log, byte for byte"
    for one in pair:
        for other in pair:
            one.calendar.turn_to(other.calendar().wall)  # what is due depends on the day, and all else on no clock
    assert pair[0].desk.due() == pair[1].desk.due()
    for subject in enrolled:
        stated = [tablet.desk.participant(subject) for tablet in pair]
        assert stated[0] == stated[1]
        shown = [{(one.what, len(one.said)) for one in elsewhere_of(it.desk, subject).contested} for it in pair]
        assert shown[0] == shown[1]
    for tablet in pair:
        tablet.close()


def _happens(
    tablet: Tablet, chance: random.Random, sticks: list[Path], enrolled: list[str], done: dict[str, set[str]]
) -> None:
    match chance.choice(
        (
            "enrol",
            "fill",
            "fill",
            "exchange",
            "exchange",
            "exchange",
            "restart",
            "lose",
            "copy",
            "state",
            "state",
            "clock",
        )
    ):
        case "enrol":
            enrolled.append(tablet.enrol(len(enrolled) + 1))
        case "fill":
            here = tablet.desk.site.courses.subjects()
            if here and len(done.get(subject := chance.choice(here), ())) < 4:
                try:
                    done.setdefault(subject, set()).update(tablet.fill(subject))
                except RetnetError as refusal:
                    assert refusal.code in (Code.NOTHING_TO_ASK, Code.SESSION_WAITING), refusal
        case "state" if here := tablet.desk.site.courses.subjects():
            subject = chance.choice(here)
            known = tablet.desk.participant(subject)
            if chance.random() < 0.5:
                tablet.desk.record_fact(
                    subject, Fact.GRADE, chance.choice([one for one in GRADES if one != known.grade])
                )
            elif known.withdrew is None:
                withdraw(tablet.desk, subject, ENROLLED, WithdrawalReason.NOT_SAID)
            else:
                take_back(tablet.desk, subject, "Demo")
        case "clock":
            tablet.calendar.turn_to(tablet.calendar().wall + timedelta(hours=chance.randrange(20)))
        case "exchange":
            try:
                tablet.exchange(Shaky(chance.choice(sticks), chance))
            except WorldFault:
                pass
            except Killed:
                tablet.restart()
        case "restart":
            tablet.desk.keep_snapshot(at_once=chance.random() < 0.5)
            tablet.restart()
        case "lose":
            for path in sorted(chance.choice(sticks).iterdir()):
                if chance.random() < 0.3:
                    path.unlink()
        case "copy":
            one, other = sticks if chance.random() < 0.5 else sticks[::-1]
            for path in sorted(one.iterdir()):
                if chance.random() < 0.5:
                    shutil.copy(path, other / path.name)
