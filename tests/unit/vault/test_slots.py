"""A slot opens for its person, with the right passphrase, on its device, and for nothing else."""

import os
import unicodedata

import pytest

from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.vault import wrap as wrap_module
from retnet_pro.vault.log import open_log
from retnet_pro.vault.slots import SlotBook
from retnet_pro.vault.throttle import FREE_FAILS
from retnet_pro.vault.wrap import Cost

CHEAP = Cost(kib=64, passes=1, lanes=1)
NURSE = Person("nurse.a", "Nurse Demo", Role.NURSE)
COORDINATOR = Person("coord.b", "Coordinator Demo", Role.COORDINATOR)
GOOD = "copper lantern wharf é"
OTHER = "another calm sentence"
IDENTITIES = ("AGE-SECRET-KEY-1NEW", "AGE-SECRET-KEY-1OLD")
SECRET = bytes(range(32))


@pytest.fixture
def make_book(log):
    def make(secret=SECRET, log=log):
        return SlotBook(log, secret, os.urandom, site="Site 01", cost=CHEAP)

    return make


@pytest.fixture
def book(make_book):
    made = make_book()
    made.add(NURSE, GOOD, IDENTITIES)
    made.add(COORDINATOR, OTHER, IDENTITIES)
    return made


def code_of(call, *values):
    with pytest.raises(Refusal) as raised:
        call(*values)
    return raised.value.code


def test_each_person_opens_the_site_with_their_own_passphrase(book, bench):
    assert book.unlock("nurse.a", GOOD, bench.moment()) == IDENTITIES
    assert book.unlock("coord.b", OTHER, bench.moment()) == IDENTITIES
    assert code_of(book.unlock, "nurse.a", OTHER, bench.moment()) is Code.WRONG_PASSPHRASE


def test_people_are_listed_by_name(book):
    assert book.people() == (COORDINATOR, NURSE)


def test_the_same_letters_from_another_keyboard_open(book, bench):
    assert book.unlock("nurse.a", unicodedata.normalize("NFD", GOOD), bench.moment()) == IDENTITIES


@pytest.mark.rule("T1")
def test_on_another_device_even_the_correct_passphrase_opens_nothing(book, make_book, bench):
    stolen = make_book(bytes(32))
    assert code_of(stolen.unlock, "nurse.a", GOOD, bench.moment()) is Code.WRONG_PASSPHRASE


def test_without_the_device_secret_people_are_shown_and_nobody_comes_in(book, make_book, bench):
    lost = make_book(None)
    assert lost.people() == book.people()
    assert code_of(lost.unlock, "nurse.a", GOOD, bench.moment()) is Code.DEVICE_SECRET_MISSING
    assert code_of(lost.add, Person("c", "C", Role.NURSE), GOOD, IDENTITIES) is Code.DEVICE_SECRET_MISSING


@pytest.mark.rule("P46")
def test_neither_passphrase_nor_identity_is_in_the_file(book, log, path):
    log.close()
    content = b"".join(file.read_bytes() for file in path.parent.iterdir())
    for secret in (GOOD.encode(), OTHER.encode(), b"AGE-SECRET", SECRET):
        assert secret not in content


def test_a_weak_passphrase_gives_no_slot(book):
    assert code_of(book.add, Person("c", "C", Role.NURSE), "123", IDENTITIES) is Code.WEAK_PASSPHRASE
    assert len(book.people()) == 2


@pytest.mark.rule("P40")
def test_a_name_is_never_given_twice(book):
    assert code_of(book.add, NURSE, GOOD, IDENTITIES) is Code.USER_TAKEN
    book.remove("nurse.a")
    assert code_of(book.add, NURSE, GOOD, IDENTITIES) is Code.USER_TAKEN
    assert code_of(book.add, Person("", "Nameless", Role.NURSE), GOOD, IDENTITIES) is Code.USER_TAKEN


def test_who_was_removed_cannot_come_in_and_nothing_of_the_slot_remains(book, log, path, bench):
    ((wrapped,),) = log.read("SELECT wrapped FROM slot WHERE user = 'nurse.a'")
    book.remove("nurse.a")
    assert book.people() == (COORDINATOR,)
    assert code_of(book.unlock, "nurse.a", GOOD, bench.moment()) is Code.WRONG_PASSPHRASE
    assert code_of(book.remove, "nurse.a") is Code.USER_UNKNOWN
    assert wrapped not in b"".join(file.read_bytes() for file in path.parent.iterdir())


@pytest.mark.rule("P46")
def test_a_renewed_slot_opens_with_the_new_passphrase_only(book, bench):
    book.renew("nurse.a", OTHER, ("AGE-SECRET-KEY-1NEXT", *IDENTITIES))
    assert code_of(book.unlock, "nurse.a", GOOD, bench.moment()) is Code.WRONG_PASSPHRASE
    assert book.unlock("nurse.a", OTHER, bench.moment()) == ("AGE-SECRET-KEY-1NEXT", *IDENTITIES)
    assert code_of(book.renew, "nobody", OTHER, IDENTITIES) is Code.USER_UNKNOWN
    assert code_of(book.renew, "nurse.a", "weak", IDENTITIES) is Code.WEAK_PASSPHRASE


@pytest.mark.rule("T4")
@pytest.mark.parametrize(
    "change",
    [
        "role = 'coordinator'",
        "params = replace(params, '\"passes\":1', '\"passes\":2')",
        "wrapped = substr(wrapped, 2)",
        "wrapped = (SELECT wrapped FROM slot WHERE user = 'coord.b')",
        "wrapped = X''",
    ],
)
def test_an_altered_slot_opens_nothing(book, log, bench, change):
    log.change((f"UPDATE slot SET {change} WHERE user = 'nurse.a'", ()))
    assert code_of(book.unlock, "nurse.a", GOOD, bench.moment()) is Code.WRONG_PASSPHRASE


@pytest.mark.parametrize(
    "params",
    [
        "",
        "{}",
        "[]",
        "[" * 5000,
        *(
            f'{{"kdf":"argon2id","kib":{kib},"passes":{passes},"lanes":{lanes},"salt":{salt}}}'
            for kib, passes, lanes, salt in (
                (99999999999, 1, 1, '"00"'),
                (-64, 1, 1, '"00"'),
                (64, -1, 1, '"00"'),
                (64, 1, 0, '"00"'),
                (64, True, 1, '"00"'),
                (64.0, 1, 1, '"00"'),
                (64, 1, 1, "1"),
            )
        ),
    ],
    ids=range(11),
)
def test_absurd_parameters_are_damage_and_cost_nothing(book, log, bench, params):
    log.change(("UPDATE slot SET params = ? WHERE user = 'nurse.a'", (params,)))
    with pytest.raises(Tamper) as raised:
        book.unlock("nurse.a", GOOD, bench.moment())
    assert raised.value.code is Code.VAULT_DAMAGED


def test_an_unknown_role_is_damage(book, log):
    log.change(("UPDATE slot SET role = 'king' WHERE user = 'nurse.a'", ()))
    with pytest.raises(Tamper):
        book.people()


def test_an_unknown_name_costs_the_same_derivation_as_a_wrong_passphrase(book, bench, monkeypatch):
    costs, genuine = [], wrap_module.Argon2id

    def counting(*, salt, **cost):
        costs.append(cost)
        return genuine(salt=salt, **cost)

    monkeypatch.setattr(wrap_module, "Argon2id", counting)
    assert code_of(book.unlock, "nobody", GOOD, bench.moment()) is Code.WRONG_PASSPHRASE
    assert code_of(book.unlock, "nurse.a", OTHER, bench.moment()) is Code.WRONG_PASSPHRASE
    assert costs[0] == costs[1] and len(costs) == 2


@pytest.mark.rule("P44")
def test_after_five_failures_even_the_right_passphrase_waits(book, bench):
    for _ in range(FREE_FAILS):
        assert code_of(book.unlock, "nurse.a", OTHER, bench.moment()) is Code.WRONG_PASSPHRASE
    assert code_of(book.unlock, "nurse.a", GOOD, bench.moment()) is Code.LOGIN_THROTTLED
    assert book.unlock("coord.b", OTHER, bench.moment()) == IDENTITIES
    assert book.unlock("nurse.a", GOOD, bench.moment(31)) == IDENTITIES
    assert code_of(book.unlock, "nurse.a", OTHER, bench.moment(31)) is Code.WRONG_PASSPHRASE


@pytest.mark.rule("P44")
def test_the_wait_survives_a_restart_of_the_program(book, log, path, make_book, bench):
    for _ in range(FREE_FAILS):
        code_of(book.unlock, "nurse.a", OTHER, bench.moment())
    log.close()
    with open_log(path) as again:
        book = make_book(log=again)
        assert code_of(book.unlock, "nurse.a", GOOD, bench.moment(29)) is Code.LOGIN_THROTTLED
        assert code_of(book.unlock, "nurse.a", GOOD, bench.moment(100_000, "boot-2")) is Code.LOGIN_THROTTLED
        assert code_of(book.unlock, "nurse.a", GOOD, bench.moment(100_029, "boot-2")) is Code.LOGIN_THROTTLED
        assert book.unlock("nurse.a", GOOD, bench.moment(100_030, "boot-2")) == IDENTITIES


def test_typing_many_unknown_names_fills_nothing(book, log, bench):
    for number in range(FREE_FAILS):
        code_of(book.unlock, f"name {number}", GOOD, bench.moment())
    assert code_of(book.unlock, "yet another", GOOD, bench.moment()) is Code.LOGIN_THROTTLED
    assert log.read("SELECT count(*) FROM throttle") == [(1,)]
