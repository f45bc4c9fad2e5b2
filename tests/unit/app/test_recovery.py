"""Forgotten by all: the whole way from the question at the lock screen to the new slot, and every wrong turn."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from retnet_pro.app.opening import intake_of, open_site
from retnet_pro.app.recovery import Asked, ask_recovery, take_recovery
from retnet_pro.bundle.pack_bodies import RecoveryBody, write_recovery
from retnet_pro.bundle.packs import PackKind, make_pack
from retnet_pro.conduct.packs import take_in
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.errors import Code, RetnetError
from retnet_pro.phrases import sentence
from retnet_pro.record.event import Kind, Sealed
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import Unsealer, make_identity
from retnet_pro.settings import Settings
from retnet_pro.simulation.play import Calendar
from tests.unit.conduct.conftest import CHEAP, HOUSE, TODAY, Founded, found

ONLINE = SigningKey(b"o" * 32)
NEW = Person("new.coordinator", "New Coordinator", Role.COORDINATOR)
PHRASE = "seven loud storks dance"
COORDINATOR = Person("coordinator", "Coordinator Demo", Role.COORDINATOR)


class Locked:
    """A tablet whose people have all forgotten, and the centre's side of the recovery."""

    def __init__(self, folder: Path) -> None:
        self.first: Founded = found(folder)
        self.founding = self.first.opened.founding
        self.escrow = Unsealer([self.first.centre_identity]).unseal(self.founding.escrow, what="escrow").decode()
        self.first.opened.log.close()
        self.settings = Settings(
            profile=folder / "site", forms=HOUSE / "forms", words=HOUSE / "translations", keystore="file"
        )

    def ask(self) -> Asked:
        return ask_recovery(self.settings, Calendar(TODAY), cost=CHEAP)

    def answer(self, asked: Asked, *, version: int = 1, key: SigningKey = ONLINE, **changes: object) -> bytes:
        facts: dict[str, object] = {
            "trial": self.founding.trial, "id": asked.device, "site": "AB", "recipient": asked.recipient,
            "sealed": Sealer([asked.recipient]).seal(self.escrow.encode()),
        }  # fmt: skip
        body = write_recovery(RecoveryBody(**{**facts, **changes}))  # type: ignore[arg-type]
        today = TODAY.date()
        return make_pack(PackKind.RECOVERY, version, body, key, issued=today, expires=today + timedelta(days=14))

    def take(self, pack: bytes, person: Person = NEW, phrase: str = PHRASE) -> None:
        take_recovery(self.settings, Calendar(TODAY), pack, person, phrase, path="r.pack", cost=CHEAP).log.close()

    def notes(self, kind: Kind) -> list[dict[str, object]]:
        opened = open_site(self.settings, Calendar(TODAY), cost=CHEAP)
        with opened.log:
            return [dict(event.header.note or {}) for event in opened.log.events(0, {kind})]


@pytest.fixture
def locked(tmp_path: Path) -> Locked:
    return Locked(tmp_path)


@contextmanager
def refused(code: Code) -> Iterator[None]:
    with pytest.raises(RetnetError) as caught:
        yield
    assert caught.value.code is code, caught.value
    assert "-." not in sentence(caught.value)


@pytest.mark.rule("P83", "P10", "T9")
def test_a_recovery_gives_a_coordinator_a_new_way_in_and_every_step_is_written_down(locked: Locked) -> None:
    asked = locked.ask()
    locked.take(locked.answer(asked))
    opened = open_site(locked.settings, Calendar(TODAY), cost=CHEAP)
    with opened.log:
        assert locked.escrow in opened.slots.unlock("new.coordinator", PHRASE, Calendar(TODAY)())
    acts = [note["act"] for note in locked.notes(Kind.STAFF)]
    assert acts[-3:] == ["ask-recovery", "add", "recover"]
    assert locked.notes(Kind.STAFF)[-1]["user"] == "new.coordinator"
    assert [(note["act"], note["kind"]) for note in locked.notes(Kind.PACK)] == [("taken", "recovery")]


@pytest.mark.rule("P83", "T9")
def test_the_same_recovery_works_once(locked: Locked) -> None:
    pack = locked.answer(locked.ask())
    locked.take(pack)
    again = Person("another.one", "Another", Role.COORDINATOR)
    with refused(Code.PACK_OLD):
        locked.take(pack, again)
    locked.ask()
    with refused(Code.PACK_OLD):
        locked.take(pack, again)
    assert [note["act"] for note in locked.notes(Kind.PACK)] == ["taken", "refused", "refused"]


@pytest.mark.rule("P83")
def test_what_was_asked_with_is_destroyed(locked: Locked) -> None:
    profile = locked.settings.profile
    locked.ask()
    (kept,) = profile.glob("*.once")
    assert kept.stat().st_mode & 0o777 == 0o600
    locked.take(locked.answer(locked.ask()))
    assert list(profile.glob("*.once")) == []
    assert locked.ask().recipient != kept.name


def test_asking_again_shows_the_same_until_the_answer_has_come(locked: Locked) -> None:
    first = locked.ask()
    assert locked.ask() == first
    assert [note["act"] for note in locked.notes(Kind.STAFF)].count("ask-recovery") == 1
    locked.take(locked.answer(first))
    assert locked.ask().recipient != first.recipient


@pytest.mark.rule("T9", "T10")
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"key": SigningKey(b"x" * 32)}, Code.PACK_BROKEN),
        ({"id": "AB-00000000"}, Code.PACK_FOREIGN),
        ({"site": "CD"}, Code.PACK_FOREIGN),
        ({"trial": "other"}, Code.PACK_FOREIGN),
        ({"recipient": make_identity()[1]}, Code.PACK_FOREIGN),
        ({"sealed": Sealed(b"junk")}, Code.SEAL_BROKEN),
    ],
    ids=["signer", "device", "site", "trial", "recipient", "sealed"],
)
def test_a_wrong_recovery_opens_nothing_and_is_written_down(
    locked: Locked, changes: dict[str, object], code: Code
) -> None:
    pack = locked.answer(locked.ask(), **changes)  # type: ignore[arg-type]
    with refused(code):
        locked.take(pack)
    assert [note["why"] for note in locked.notes(Kind.PACK)] == [code.value]
    locked.take(locked.answer(locked.ask()))


@pytest.mark.rule("T9")
def test_a_recovery_with_the_key_of_another_site_is_refused(locked: Locked) -> None:
    asked = locked.ask()
    other = Sealer([asked.recipient]).seal(make_identity()[0].encode())
    with refused(Code.PACK_BROKEN):
        locked.take(locked.answer(asked, sealed=other))


def test_a_tablet_that_did_not_ask_takes_no_recovery(locked: Locked) -> None:
    asked = Asked(device=locked.founding.device, public=b"", recipient=make_identity()[1], digits="")
    with refused(Code.RECOVERY_NOT_ASKED):
        locked.take(locked.answer(asked))


def test_a_weak_passphrase_and_a_taken_name_use_up_nothing(locked: Locked) -> None:
    pack = locked.answer(locked.ask())
    with refused(Code.WEAK_PASSPHRASE):
        locked.take(pack, phrase="short")
    with refused(Code.USER_TAKEN):
        locked.take(pack, COORDINATOR)
    locked.take(pack)


def test_an_expired_recovery_is_refused(locked: Locked) -> None:
    body = write_recovery(
        RecoveryBody(
            trial=locked.founding.trial, id=locked.founding.device, site="AB", recipient="r", sealed=Sealed(b"")
        )
    )
    day = date(2026, 11, 22)
    with refused(Code.PACK_EXPIRED):
        locked.take(make_pack(PackKind.RECOVERY, 1, body, ONLINE, issued=day, expires=day))


def test_a_recovery_is_not_taken_in_like_other_packs(locked: Locked) -> None:
    pack = locked.answer(locked.ask())
    opened = open_site(locked.settings, Calendar(TODAY), cost=CHEAP)
    with opened.log, refused(Code.PACK_FOREIGN):
        take_in(intake_of(opened), COORDINATOR, pack, path="r.pack")
