"""Who asks too often waits; nobody is remembered for ever."""

from retnet_pro.centre import allowance
from retnet_pro.centre.allowance import Allowances, Rate


def test_an_allowance_is_used_up_and_fills_again_by_the_second():
    now = [0.0]
    some = Allowances(Rate(burst=2, per_s=0.5), lambda: now[0])
    assert [some.spend("a") for _ in range(3)] == [True, True, False]
    assert some.spend("b"), "another asker has an allowance of their own"
    now[0] = 1.9
    assert not some.spend("a")
    now[0] = 2.1
    assert some.spend("a")
    assert not some.spend("a")
    now[0] = 1_000_000
    assert [some.spend("a") for _ in range(3)] == [True, True, False], "it never grows beyond the burst"


def test_whoever_asked_longest_ago_is_forgotten_first(monkeypatch):
    monkeypatch.setattr(allowance, "REMEMBERED", 2)
    some = Allowances(Rate(burst=1, per_s=0), lambda: 0)
    assert all(some.spend(one) for one in "abc")
    assert not some.spend("c")
    assert not some.spend("b")
    assert some.spend("a")
