"""Who may look at the web page: only with the passphrase they were given, and not a moment longer than they may."""

import pytest

from retnet_pro.centre.visitors import Door, add_visitor, remove_visitor
from retnet_pro.errors import Code, RetnetError
from tests.unit.centre.conftest import AT

IDLE_S = 60.0


class Chance:
    """Bytes that differ from call to call."""

    def __init__(self):
        self.calls = 0

    def __call__(self, size):
        self.calls += 1
        return bytes((self.calls * 37 + n * 11) % 256 for n in range(size))


@pytest.fixture
def chance():
    return Chance()


@pytest.fixture
def hall(bench, chance):
    """A door, and a clock to turn."""
    door = Door(bench.store, chance, lambda: door.now, idle_s=IDLE_S)
    door.now = 0.0
    return door


def test_a_passphrase_is_made_for_every_visitor_and_lets_only_them_in(bench, chance, hall):
    one, other = (add_visitor(bench.store, name, AT, chance) for name in ("monitor", "coordinator"))
    assert one != other and [len(group) for group in one.split("-")] == [4] * 5
    assert hall.is_right("monitor", one) and hall.is_right("monitor", f" {one.upper()} ")
    assert not hall.is_right("monitor", other) and not hall.is_right("nobody", one) and not hall.is_right("", "")


def test_the_passphrase_is_kept_nowhere(bench, chance):
    made = add_visitor(bench.store, "monitor", AT, chance)
    bench.store.settle()
    files = [path.read_bytes() for path in bench.centre.folder.rglob("*") if path.is_file()]
    assert files and not any(made.encode() in one for one in files)
    with bench.store.reading() as ledger:
        assert made not in repr(ledger.visitors())


@pytest.mark.parametrize("name", ["", "x", "Monitor", "two words", "../up", "a" * 33, "-a"])
def test_a_name_that_is_none_is_refused(bench, chance, name):
    with pytest.raises(RetnetError) as caught:
        add_visitor(bench.store, name, AT, chance)
    assert caught.value.code is Code.BAD_ACCOUNT_NAME


def test_a_name_is_never_given_twice(bench, chance):
    add_visitor(bench.store, "monitor", AT, chance)
    remove_visitor(bench.store, "monitor", AT)
    with pytest.raises(RetnetError) as caught:
        add_visitor(bench.store, "monitor", AT, chance)
    assert caught.value.code is Code.VISITOR_TAKEN
    for name in ("monitor", "nobody"):
        with pytest.raises(RetnetError) as caught:
            remove_visitor(bench.store, name, AT)
        assert caught.value.code is Code.VISITOR_UNKNOWN


def test_who_was_removed_is_out_at_once(bench, chance, hall):
    made = add_visitor(bench.store, "monitor", AT, chance)
    hall.let_in("monitor")
    assert hall.is_welcome("monitor")
    remove_visitor(bench.store, "monitor", AT)
    assert not hall.is_welcome("monitor") and not hall.is_right("monitor", made)


def test_a_pass_ends_after_an_idle_time_and_with_a_logout(hall):
    shown = hall.let_in("monitor")
    hall.now = IDLE_S - 1
    assert hall.who(shown) == "monitor"
    hall.now = 2 * IDLE_S - 2
    assert hall.who(shown) == "monitor", "every look keeps it valid"
    hall.now = 3 * IDLE_S - 2
    assert hall.who(shown) is None
    again = hall.let_in("monitor")
    hall.let_out(again)
    assert hall.who(again) is None
    assert hall.who("") is None and hall.who("x" * 10_000) is None
