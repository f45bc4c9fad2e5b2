"""Whole histories of two tablets and a centre (rules T5, T7, T8, P47, P72).

The road drops, doubles, delays, reorders, renames and damages single files; tablet and centre stop at any durable act
and start again from what was durable; the file of a tablet is put back to an earlier day; the centre changes its keys;
a tablet is closed. However it went, nothing receipted is lost, nothing is doubled, order is kept, and where tablet and
centre hold different histories, the tablet is told.

Fault model: acts are whole or not done (torn writes are the matter of the disk tests), a machine that stopped comes
back, the centre's database is not rolled back, and keys are not stolen.
"""

import json
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from retnet_pro.bundle.receipt import Status
from retnet_pro.errors import Code, RetnetError
from retnet_pro.record.event import DeviceId, Kind
from tests.faults.history_world import Centre, Fuse, PowerLost, Tablet, quick
from tests.faults.sizes import CI, SIZES

HISTORIES, STEPS = SIZES.histories, 50
TABLETS = {DeviceId("tab-1"): b"t" * 32, DeviceId("tab-2"): b"u" * 32}
ASIDE = {Kind.BUNDLE, Kind.EXPORT, Kind.RECEIPT, Kind.BOOT, Kind.CLOCK_STEP}
"""Kinds that are no reason to send a bundle of their own."""
EXPECTED = {Code.NOTHING_TO_SEND, Code.HISTORY_FORKED, Code.RECEIPT_BROKEN}

some_tablet = st.sampled_from(sorted(TABLETS))
a_place = st.integers(0, 99)
a_stop = st.sampled_from([None, None, None, 0, 1, 2, 3, 5, 8])
"""At which durable act the machine stops; mostly it does not."""


class Histories(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.fuse = Fuse()
        self.centre = Centre(self.fuse)
        self.tablets = {dev: Tablet(dev, seed, self.fuse, self.centre.trust) for dev, seed in TABLETS.items()}
        for tablet in self.tablets.values():
            self.centre.enrol(tablet)
        self.road: list[tuple[str, bytes]] = []
        self.closed_at: dict[DeviceId, int] = {}
        self.checked = dict.fromkeys(TABLETS, 0)
        self.became: Counter[str] = Counter()

    def teardown(self) -> None:
        self.everything_arrives_in_the_end()

    # ── the tablets ──

    @rule(dev=some_tablet)
    def a_participant_answers(self, dev: DeviceId) -> None:
        self.tablets[dev].answer()

    @rule(dev=some_tablet)
    def the_tablet_starts(self, dev: DeviceId) -> None:
        self.tablets[dev].write(Kind.BOOT, {"version": "0.1.0"})

    @rule(dev=some_tablet, stop=a_stop, before=st.booleans())
    def staff_send(self, dev: DeviceId, stop: int | None, before: bool) -> None:
        tablet = self.tablets[dev]
        self.try_to(tablet.export, stop, before)
        self.received(dev)
        self.road += [(name, data) for name, data in tablet.stick.files.items() if not name.endswith(".receipt")]
        tablet.stick.files = {name: data for name, data in tablet.stick.files.items() if name.endswith(".receipt")}

    @rule(dev=some_tablet, stop=a_stop, before=st.booleans())
    def staff_collect(self, dev: DeviceId, stop: int | None, before: bool) -> None:
        self.try_to(self.tablets[dev].collect, stop, before)
        self.received(dev)

    @rule(dev=some_tablet, back=st.integers(1, 12))
    def the_file_of_an_earlier_day_comes_back(self, dev: DeviceId, back: int) -> None:
        tablet = self.tablets[dev]
        tablet.roll_back(len(tablet.kept) - back)

    # ── the road ──

    @precondition(lambda self: self.road)
    @rule(at=a_place, keep=st.booleans())
    def a_file_arrives(self, at: int, keep: bool) -> None:
        at %= len(self.road)
        self.centre.drop.put(*self.road[at])
        if not keep:
            del self.road[at]

    @precondition(lambda self: self.road)
    @rule()
    def everything_on_the_road_arrives(self) -> None:
        for name, data in self.road:
            self.centre.drop.put(name, data)
        self.road = []

    @precondition(lambda self: self.road)
    @rule(at=a_place)
    def a_file_is_lost(self, at: int) -> None:
        del self.road[at % len(self.road)]

    @precondition(lambda self: self.road)
    @rule(at=a_place, byte=st.integers(0, 10**6))
    def a_file_arrives_damaged(self, at: int, byte: int) -> None:
        name, data = self.road[at % len(self.road)]
        byte %= len(data)
        self.centre.drop.put(name, data[:byte] + bytes([data[byte] ^ 1]) + data[byte + 1 :])

    @precondition(lambda self: self.road)
    @rule(at=a_place, other=a_place)
    def a_file_arrives_under_the_name_of_another(self, at: int, other: int) -> None:
        name, data = self.road[at % len(self.road)][0], self.road[other % len(self.road)][1]
        with suppress(ValueError):  # too large for a file of that name
            self.centre.drop.put(name, data)

    @precondition(lambda self: self.centre.drop.files)
    @rule(at=a_place)
    def a_file_disappears_at_the_meeting_place(self, at: int) -> None:
        names = self.centre.drop.names()
        del self.centre.drop.files[names[at % len(names)]]

    @rule(dev=some_tablet, some=st.integers(0, 7), damaged=st.booleans())
    def receipts_travel_home(self, dev: DeviceId, some: int, damaged: bool) -> None:
        """Of those that lie there, all (0) or every so many-th; one of them damaged."""
        there = [(name, data) for name, data in self.centre.drop.files.items() if name.endswith(".receipt")]
        carried = [one for place, one in enumerate(there) if not some or place % some]
        self.tablets[dev].stick.files |= dict(carried)
        if damaged and carried:
            name, data = carried[some % len(carried)]
            self.tablets[dev].stick.files[name] = data[:-40] + b"A" + data[-39:]

    # ── the centre ──

    @rule(stop=a_stop, before=st.booleans())
    def the_centre_works(self, stop: int | None, before: bool) -> None:
        self.try_to(self.centre.work, stop, before)
        self.became += self.receipts()

    @rule()
    def only_the_gate_works(self) -> None:
        self.centre.gate()

    @rule(online=st.booleans(), box=st.booleans())
    def the_centre_changes_its_keys(self, online: bool, box: bool) -> None:
        self.centre.rotate(online=online, box=box)

    @rule(dev=some_tablet)
    def the_trust_pack_arrives(self, dev: DeviceId) -> None:
        self.tablets[dev].learn(self.centre.pack)

    @precondition(lambda self: not self.closed_at)
    @rule(dev=some_tablet, sure=st.integers(0, 3))
    def a_tablet_is_closed(self, dev: DeviceId, sure: int) -> None:
        if sure == 3:  # seldom, else every history would be one of a closed tablet
            self.centre.revoke(dev)
            self.closed_at[dev] = len(self.centre.held(dev))

    # ── what must hold ──

    @invariant()
    def what_the_centre_holds_only_grows_in_order(self) -> None:
        for dev, before in self.checked.items():
            held = self.centre.held(dev)
            assert len(held) >= before
            for place in range(before, len(held)):
                event = held[place]
                assert event.header.seq == place + 1
                assert event.header.prev == (held[place - 1].hash if place else "0" * 64)
            self.checked[dev] = len(held)
            if dev in self.closed_at:
                assert len(held) == self.closed_at[dev], "a closed tablet was taken in"

    def receipts(self) -> Counter[str]:
        return Counter(status for _, status, _ in self.centre.store.ledger.receipts_.values())

    def received(self, dev: DeviceId) -> int:
        """Return how much a tablet holds for received; all of it must be what the centre holds."""
        site, held, own = self.tablets[dev].desk().site, self.centre.held(dev), self.tablets[dev].kept
        upto = site.received_upto
        assert upto <= len(held), "received, and the centre does not have it"
        assert upto == 0 or held[upto - 1].hash == own[upto - 1].hash, "received, and the centre has something else"
        assert not site.is_forked or self.tablets[dev].rolled_back, "a false alarm"
        return upto

    def everything_arrives_in_the_end(self) -> None:
        """The road is good from now on, and each tablet is used once more: a fork is told when something is sent."""
        self.fuse.set(None)
        for dev, tablet in self.tablets.items():
            tablet.learn(self.centre.pack)
            tablet.answer()
            for _round in range(3):
                self.staff_send(dev, None, before=True)
                self.everything_on_the_road_arrives()
                self.centre.work()
                self.receipts_travel_home(dev, 0, damaged=False)
                self.staff_collect(dev, None, before=True)
                if self.is_all_received(dev):
                    break
            self.is_whole_or_told(dev)
        self.what_the_centre_holds_only_grows_in_order()
        self.each_response_is_there_once()
        self.every_receipt_is_true()

    def is_all_received(self, dev: DeviceId) -> bool:
        last = max(event.header.seq for event in self.tablets[dev].kept if event.header.kind not in ASIDE)
        return self.received(dev) >= last

    def is_whole_or_told(self, dev: DeviceId) -> None:
        tablet, held = self.tablets[dev], self.centre.held(dev)
        received, site = self.received(dev), tablet.desk().site
        same = [event.hash for event in held] == [event.hash for event in tablet.kept[: len(held)]]
        if dev in self.closed_at:
            assert received <= self.closed_at[dev]
        elif same:
            assert site.is_forked or self.is_all_received(dev), "not everything arrived"
        else:
            assert site.is_forked, "the centre holds another history and the tablet does not know"

    def each_response_is_there_once(self) -> None:
        responses = {(dev, one.seq, ses) for (dev, ses), one in self.centre.store.ledger.responses_.items()}
        held = (event.header for dev in TABLETS for event in self.centre.held(dev))
        assert responses == {(one.dev, one.seq, one.ses) for one in held if one.kind is Kind.SESSION_DONE}

    def every_receipt_is_true(self) -> None:
        """What was countersigned is still there, to the hash."""
        for _, status, body in self.centre.store.ledger.receipts_.values():
            plain = json.loads(body.split(b"\n")[0])
            held = self.centre.held(plain["dev"])
            assert plain["status"] == status
            assert plain["upto"] == 0 or held[plain["upto"] - 1].hash == plain["head"]
            assert status in (Status.ACCEPTED, Status.DUPLICATE) or plain["count"] == 0

    def try_to(self, act, stop: int | None, before: bool) -> None:
        """Do something on a machine that may stop at some durable act; a refusal is an answer as good as any."""
        self.fuse.set(stop, before=before)
        try:
            act()
        except PowerLost:
            pass
        except RetnetError as error:
            assert error.code in EXPECTED, error
        self.fuse.set(None)


Chance = random.Random


def somewhere(chance: Chance) -> int:
    return chance.randrange(100)


def stopping(chance: Chance) -> dict[str, object]:
    return {"stop": chance.choice([None, None, None, 0, 1, 2, 3, 5, 8]), "before": chance.random() < 0.5}


def at_a_tablet(chance: Chance) -> dict[str, object]:
    return {"dev": chance.choice(sorted(TABLETS))}


ON_THE_ROAD, LYING_THERE, ALWAYS = "on the road", "lying there", "always"
ACTS = (
    (12, ALWAYS, Histories.a_participant_answers, at_a_tablet),
    (3, ALWAYS, Histories.the_tablet_starts, at_a_tablet),
    (12, ALWAYS, Histories.staff_send, lambda chance: at_a_tablet(chance) | stopping(chance)),
    (12, ALWAYS, Histories.staff_collect, lambda chance: at_a_tablet(chance) | stopping(chance)),
    (
        3,
        ALWAYS,
        Histories.the_file_of_an_earlier_day_comes_back,
        lambda chance: at_a_tablet(chance) | {"back": chance.randint(1, 16)},
    ),
    (
        10,
        ON_THE_ROAD,
        Histories.a_file_arrives,
        lambda chance: {"at": somewhere(chance), "keep": chance.random() < 0.5},
    ),
    (8, ON_THE_ROAD, Histories.everything_on_the_road_arrives, lambda chance: {}),
    (3, ON_THE_ROAD, Histories.a_file_is_lost, lambda chance: {"at": somewhere(chance)}),
    (
        2,
        ON_THE_ROAD,
        Histories.a_file_arrives_damaged,
        lambda chance: {"at": somewhere(chance), "byte": chance.randrange(10**6)},
    ),
    (
        2,
        ON_THE_ROAD,
        Histories.a_file_arrives_under_the_name_of_another,
        lambda chance: {"at": somewhere(chance), "other": somewhere(chance)},
    ),
    (1, LYING_THERE, Histories.a_file_disappears_at_the_meeting_place, lambda chance: {"at": somewhere(chance)}),
    (
        12,
        ALWAYS,
        Histories.receipts_travel_home,
        lambda chance: at_a_tablet(chance) | {"some": chance.randrange(8), "damaged": chance.random() < 0.1},
    ),
    (14, ALWAYS, Histories.the_centre_works, stopping),
    (2, ALWAYS, Histories.only_the_gate_works, lambda chance: {}),
    (
        1,
        ALWAYS,
        Histories.the_centre_changes_its_keys,
        lambda chance: {"online": chance.random() < 0.5, "box": chance.random() < 0.5},
    ),
    (2, ALWAYS, Histories.the_trust_pack_arrives, at_a_tablet),
    (1, ALWAYS, Histories.a_tablet_is_closed, lambda chance: at_a_tablet(chance) | {"sure": chance.randrange(4)}),
)
"""How often, when, what, with which facts: the same acts Hypothesis takes, likelier to lead somewhere."""
WEIGHTS = [weight for weight, *_ in ACTS]


def play_out(number: int) -> Counter[str]:
    """Play the history of this number; the same number is the same history. Return what receipts there were."""
    chance, history, told = random.Random(number), Histories(), []
    try:
        for _, needs, act, facts in chance.choices(ACTS, WEIGHTS, k=STEPS):
            lacking = (needs == ON_THE_ROAD and not history.road) or (
                needs == LYING_THERE and not history.centre.drop.files
            )
            if lacking or (act is Histories.a_tablet_is_closed and history.closed_at):
                continue
            given = facts(chance)
            told.append(f"{act.__name__}({given})")
            act(history, **given)
            history.what_the_centre_holds_only_grows_in_order()
        history.everything_arrives_in_the_end()
    except BaseException as error:
        error.add_note("\n".join([f"in the history of number {number}:", *told]))
        raise
    return history.became + history.receipts()


@pytest.fixture
def fast() -> Iterator[None]:
    with quick():
        yield


@pytest.mark.usefixtures("fast")
@pytest.mark.rule("T5", "T7", "T8", "P47", "P72")
def test_however_it_went_nothing_receipted_is_lost_or_doubled_and_a_fork_is_told(record_figure) -> None:
    became: Counter[str] = Counter()
    for number in range(HISTORIES):
        became += play_out(number)
    record_figure(goal="sync histories", runs=HISTORIES, violations=0)
    assert all(became[status] > HISTORIES // 100 for status in Status), f"histories that prove little: {became}"


@pytest.mark.usefixtures("fast")
@pytest.mark.rule("T8")
def test_hypothesis_finds_no_shorter_history_either() -> None:
    size = settings(
        max_examples=SIZES.machine_histories,
        stateful_step_count=STEPS,
        deadline=None,
        derandomize=SIZES is CI,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Histories, settings=size)
