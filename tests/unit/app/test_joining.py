"""A second tablet of a site: its own id and record, the same key, let in by the first one and by nobody else."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from retnet_pro.app.joining import Joining, begin_join, finish_join
from retnet_pro.app.opening import OpenSite
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.packs import TrustPack, make_trust_pack
from retnet_pro.conduct.joining import let_in
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.errors import Code, RetnetError
from retnet_pro.phrases import sentence
from retnet_pro.record.event import Kind
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import Unsealer, make_identity
from retnet_pro.settings import Settings
from retnet_pro.simulation.play import Calendar
from retnet_pro.study.subject import make_subject
from tests.unit.conduct.conftest import CHEAP, HOUSE, PASSPHRASE, TODAY, Founded, found

ROOT = SigningKey(b"r" * 32)
COORDINATOR = Person("coordinator", "Coordinator Demo", Role.COORDINATOR)
SECOND = Person("second", "Second Demo", Role.COORDINATOR)


def trust_of(site: Founded, *, expires: date = date(2030, 1, 1), **changes: object) -> bytes:
    founding = site.opened.founding
    facts = TrustPack(
        trial=founding.trial, centre=founding.centre, recipient=founding.centre_recipient, online=founding.centre_key,
        version=3, issued=date(2026, 1, 1), expires=expires, root=fingerprint(ROOT.public),
    )  # fmt: skip
    return make_trust_pack(replace(facts, **changes), ROOT)  # type: ignore[arg-type]


class Tablet:
    """A new tablet that asks to join."""

    def __init__(self, folder: Path, first: Founded, *, trust: bytes | None = None, site: str = "AB") -> None:
        self.settings = Settings(profile=folder, forms=HOUSE / "forms", words=HOUSE / "translations", keystore="file")
        self.trust = trust or trust_of(first)
        self.site = site
        self.begun = self.begin()

    def begin(self) -> Joining:
        return begin_join(self.settings, self.trust, ROOT.public, site=self.site)

    def finish(self, welcome: bytes, host: bytes, person: Person = SECOND, passphrase: str = PASSPHRASE) -> OpenSite:
        return finish_join(
            self.settings, Calendar(TODAY), welcome,
            host=host, person=person, passphrase=passphrase, path="w", cost=CHEAP,
        )  # fmt: skip


def welcome_of(site: Founded, begun: Joining, by: Person = COORDINATOR) -> bytes:
    identities = site.opened.slots.unlock("coordinator", PASSPHRASE, site.calendar())
    waiting = begun.waiting
    return let_in(
        site.opened.pen, site.opened.founding, by, identities, device=waiting.device, recipient=waiting.recipient
    )


@contextmanager
def refused(code: Code) -> Iterator[None]:
    with pytest.raises(RetnetError) as caught:
        yield
    assert caught.value.code is code, caught.value
    assert "-." not in sentence(caught.value)


@pytest.fixture
def first(tmp_path: Path) -> Iterator[Founded]:
    founded = found(tmp_path / "first")
    yield founded
    founded.opened.log.close()


@pytest.mark.rule("T9", "P40", "P83")
def test_the_second_tablet_reads_what_the_first_one_wrote(first: Founded, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path / "second", first)
    opened = tablet.finish(welcome_of(first, tablet.begun), first.opened.founding.public)
    with opened.log:
        ours, theirs = opened.founding, first.opened.founding
        assert (ours.site, ours.trial, ours.mode, ours.site_recipient) == (
            theirs.site, theirs.trial, theirs.mode, theirs.site_recipient
        )  # fmt: skip
        assert ours.device != theirs.device and ours.public != theirs.public
        assert (ours.device, ours.public) == (tablet.begun.waiting.device, tablet.begun.public)
        assert ours.trust_version == 3
        assert [person.user for person in opened.slots.people()] == ["second"]
        desk = first.login()
        desk.enrol(make_subject("AB", 1), date(2026, 11, 20), "en")
        event = next(iter(first.opened.log.events(0, {Kind.ENROL})))
        identities = opened.slots.unlock("second", PASSPHRASE, first.calendar())
        assert event.sealed is not None
        assert Unsealer(identities).unseal_payload(event.sealed, what="it")["subject"] == make_subject("AB", 1)
        escrowed = Unsealer([first.centre_identity]).unseal(ours.escrow, what="escrow").decode().split()
        assert set(escrowed) <= set(identities)
    assert sorted(path.name for path in (tmp_path / "second").iterdir() if path.suffix in (".once", ".json")) == []


@pytest.mark.rule("P10", "P43")
def test_letting_in_is_written_down_on_the_first_tablet(first: Founded, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path / "second", first)
    welcome_of(first, tablet.begun)
    *_, event = first.opened.log.events(0, {Kind.STAFF})
    note = dict(event.header.note or {})
    assert (note["act"], note["device"], note["recipient"]) == (
        "let-in", tablet.begun.waiting.device, tablet.begun.waiting.recipient
    )  # fmt: skip
    assert event.header.who == "coordinator"


@pytest.mark.rule("P41")
def test_only_who_looks_after_the_device_lets_another_one_in(first: Founded, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path / "second", first)
    head = first.opened.log.head()
    for role in (Role.NURSE, Role.INVESTIGATOR, Role.MONITOR):
        with refused(Code.NOT_ALLOWED):
            welcome_of(first, tablet.begun, Person("u", "U", role))
    assert first.opened.log.head() == head


@pytest.mark.rule("T9")
def test_a_recipient_is_let_in_once(first: Founded, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path / "second", first)
    welcome_of(first, tablet.begun)
    with refused(Code.WELCOME_GIVEN):
        welcome_of(first, tablet.begun)


@pytest.mark.parametrize("what", ["device", "own-device", "recipient"])
def test_what_was_copied_wrongly_lets_nobody_in(first: Founded, what: str) -> None:
    facts = {"device": "AB-22222222", "recipient": make_identity()[1]}
    wrong = {
        "device": {"device": "../x"},
        "own-device": {"device": first.opened.founding.device},
        "recipient": {"recipient": "age1abc"},
    }[what]
    with refused(Code.FILE_UNFIT):
        let_in(first.opened.pen, first.opened.founding, COORDINATOR, (), **{**facts, **wrong})


@pytest.mark.rule("T9", "T10")
def test_a_foreign_altered_or_forged_welcome_makes_no_site(first: Founded, tmp_path: Path) -> None:
    tablet, other = Tablet(tmp_path / "second", first), Tablet(tmp_path / "third", first)
    host, stranger = first.opened.founding.public, SigningKey(b"x" * 32).public
    genuine, foreign = welcome_of(first, tablet.begun), welcome_of(first, other.begun)
    with refused(Code.WELCOME_FOREIGN):
        tablet.finish(foreign, host)
    with refused(Code.WELCOME_BROKEN):
        tablet.finish(genuine, stranger)
    with refused(Code.WELCOME_BROKEN):
        tablet.finish(genuine.replace(b'"AB"', b'"CD"', 1), host)
    assert not tablet.settings.log.exists()
    tablet.finish(genuine, host).log.close()


@pytest.mark.rule("T9")
def test_a_welcome_for_another_site_trial_or_centre_is_refused(first: Founded, tmp_path: Path) -> None:
    host = first.opened.founding.public
    elsewhere = Tablet(tmp_path / "a", first, site="CD")
    with refused(Code.WELCOME_FOREIGN):
        elsewhere.finish(welcome_of(first, elsewhere.begun), host)
    for number, change in enumerate(({"trial": "other"}, {"centre": "other"})):
        tablet = Tablet(tmp_path / f"b{number}", first, trust=trust_of(first, **change))
        with refused(Code.WELCOME_FOREIGN):
            tablet.finish(welcome_of(first, tablet.begun), host)


@pytest.mark.rule("T9")
def test_a_welcome_with_another_key_inside_is_refused(first: Founded, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path / "second", first)
    waiting = tablet.begun.waiting
    false = let_in(
        first.opened.pen, first.opened.founding, COORDINATOR, (make_identity()[0],),
        device=waiting.device, recipient=waiting.recipient,
    )  # fmt: skip
    with refused(Code.WELCOME_BROKEN):
        tablet.finish(false, first.opened.founding.public)


def test_a_welcome_works_once(first: Founded, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path / "second", first)
    welcome, host = welcome_of(first, tablet.begun), first.opened.founding.public
    tablet.finish(welcome, host).log.close()
    with refused(Code.JOIN_NOT_BEGUN):
        tablet.finish(welcome, host)
    with refused(Code.ALREADY_PROVISIONED):
        tablet.begin()


@pytest.mark.parametrize("name", ["neighbours", "predecessors"])
def test_a_folder_with_logs_of_another_site_is_refused_and_stays_as_it_is(
    first: Founded, tmp_path: Path, name: str
) -> None:
    left = tmp_path / "second" / name / "old.log"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"events of another site")
    with refused(Code.PROFILE_USED):
        Tablet(tmp_path / "second", first)
    with refused(Code.PROFILE_USED):
        found(tmp_path / "third", profile=tmp_path / "second")
    assert [path for path in (tmp_path / "second").rglob("*") if path.is_file()] == [left]


def test_what_was_refused_can_be_mended_and_finished(first: Founded, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path / "second", first)
    welcome, host = welcome_of(first, tablet.begun), first.opened.founding.public
    with refused(Code.WEAK_PASSPHRASE):
        tablet.finish(welcome, host, passphrase="short")
    with pytest.MonkeyPatch.context() as patch:  # the power goes between the first event and the first slot
        patch.setattr("retnet_pro.app.joining.add_person", _power_cut)
        with pytest.raises(KeyboardInterrupt):
            tablet.finish(welcome, host)
    opened = tablet.finish(welcome, host)
    with opened.log:
        assert len(list(opened.log.events(0, {Kind.PROVISION}))) == 1


def _power_cut(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_asking_again_shows_the_same_and_another_site_is_refused(first: Founded, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path / "second", first)
    assert tablet.begin() == tablet.begun
    tablet.site = "CD"
    with refused(Code.FILE_EXISTS):
        tablet.begin()


@pytest.mark.rule("T9")
def test_a_trust_pack_that_has_expired_meanwhile_founds_nothing(first: Founded, tmp_path: Path) -> None:
    tablet = Tablet(tmp_path / "second", first, trust=trust_of(first, expires=date(2026, 11, 22)))
    with refused(Code.PACK_EXPIRED):
        tablet.finish(welcome_of(first, tablet.begun), first.opened.founding.public)
