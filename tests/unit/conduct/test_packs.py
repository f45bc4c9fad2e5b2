"""Signed packs on the tablet: believed only if rightly signed, newer, for us, in time, and fit to be used."""

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from retnet_pro.app.opening import OpenSite, intake_of, open_site
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.inspect import inspect_bundle
from retnet_pro.bundle.naming import PACK_LIMIT, pack_file
from retnet_pro.bundle.pack_bodies import FilesBody, StaffBody, write_files, write_staff
from retnet_pro.bundle.packs import PackKind, TrustPack, make_pack, make_trust_pack
from retnet_pro.conduct.export import export
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.keys import keys_in_force
from retnet_pro.conduct.packs import Intake, TakenPack, fetch, take_in
from retnet_pro.conduct.packs_in_force import pack_history
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.errors import Code, RetnetError
from retnet_pro.instrument.approval import set_hash, words_hash
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.instrument.wording import read_wording
from retnet_pro.phrases import sentence
from retnet_pro.record.event import Kind
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import make_identity
from retnet_pro.settings import Settings
from retnet_pro.simulation.play import Calendar
from retnet_pro.sync.folder import FolderTransport
from tests.unit.conduct.conftest import CHEAP, HOUSE, TODAY, Founded
from tests.unit.conduct.test_desk import enrolled, started

ROOT, ONLINE, STRANGER = SigningKey(b"r" * 32), SigningKey(b"o" * 32), SigningKey(b"x" * 32)
COORDINATOR = Person("coordinator", "Coordinator Demo", Role.COORDINATOR)
DIARY = (HOUSE / "forms" / "carcinoid-diary.yaml").read_text("utf-8")
WORDS = (HOUSE / "translations" / "carcinoid-diary" / "en.yaml").read_text("utf-8")
C30_WORDS = (HOUSE / "translations" / "qlq-c30" / "en.yaml").read_text("utf-8")
STUDY = (HOUSE / "forms" / "studies" / "retnet.yaml").read_text("utf-8")
NEW_DIARY = DIARY.replace('version: "1"', 'version: "2"', 1).replace("Carcinoid symptom diary", "Diary, second form", 1)
NEW_WORDS = WORDS.replace('instrument_version: "1"', 'instrument_version: "2"').replace("Symptom diary", "Second diary")
DIARY_FILE = "carcinoid-diary.yaml"
DATES = {"issued": date(2026, 1, 1), "expires": date(2030, 1, 1)}


def files_pack(
    kind: PackKind,
    id_: str,
    files: Mapping[str, str],
    version: int = 1,
    key: SigningKey = ONLINE,
    trial: str = "demo-trial",
) -> bytes:
    return make_pack(kind, version, write_files(FilesBody(trial=trial, id=id_, files=files)), key, **DATES)


def form_pack(text: str = NEW_DIARY, version: int = 1, key: SigningKey = ONLINE) -> bytes:
    return files_pack(PackKind.FORM, "carcinoid-diary", {DIARY_FILE: text}, version, key)


def words_pack(text: str = NEW_WORDS, version: int = 1) -> bytes:
    return files_pack(PackKind.WORDING, "carcinoid-diary/en", {"en.yaml": text}, version)


def staff_pack(*users: str, site: str = "AB", version: int = 1) -> bytes:
    body = write_staff(StaffBody(trial="demo-trial", id=site, remove=users))
    return make_pack(PackKind.STAFF, version, body, ONLINE, **DATES)


def trust_pack(version: int = 2, online: SigningKey = ONLINE, root: SigningKey = ROOT, **changes: object) -> bytes:
    facts: dict[str, object] = {
        "trial": "demo-trial", "centre": "centre", "recipient": make_identity()[1], "online": online.public,
        "version": version, "root": fingerprint(root.public), **DATES,
    }  # fmt: skip
    return make_trust_pack(TrustPack(**{**facts, **changes}), root)  # type: ignore[arg-type]


def notes(site: OpenSite, kind: Kind = Kind.PACK) -> list[dict[str, object]]:
    return [dict(event.header.note or {}) for event in site.log.events(0, {kind})]


def given(site: Founded, untrusted: bytes) -> TakenPack:
    return take_in(intake_of(site.opened), COORDINATOR, untrusted, path="x.pack")


@contextmanager
def refused(site: Founded, untrusted: bytes, code: Code) -> Iterator[list[RetnetError]]:
    """The pack is refused with this code, one sentence and one event, and nothing else changes."""
    before, faults = site.opened.log.head().seq, []
    with pytest.raises(RetnetError) as caught:
        given(site, untrusted)
    assert caught.value.code is code, caught.value
    assert "x.pack" in sentence(caught.value) and "-." not in sentence(caught.value)
    faults.append(caught.value)
    assert site.opened.log.head().seq == before + 1
    sha256 = hashlib.sha256(untrusted).hexdigest()
    assert notes(site.opened)[-1] == {"act": "refused", "sha256": sha256, "why": code.value}
    yield faults


@contextmanager
def again(folder: Path, *, for_packs: bool = False) -> Iterator[OpenSite]:
    """The site as it is opened the next time."""
    settings = Settings(profile=folder / "site", forms=HOUSE / "forms", words=HOUSE / "translations", keystore="file")
    opened = open_site(settings, Calendar(TODAY), cost=CHEAP, for_packs=for_packs)
    with opened.log:
        yield opened


@pytest.mark.rule("T9", "T10", "P10")
def test_a_pack_that_was_taken_in_is_an_event_with_its_name_and_hash(site: Founded) -> None:
    pack = form_pack()
    taken = given(site, pack)
    assert (taken.claim.kind, taken.claim.id, taken.claim.version) == (PackKind.FORM, "carcinoid-diary", 1)
    assert notes(site.opened) == [
        {
            "act": "taken",
            "kind": "form",
            "id": "carcinoid-diary",
            "version": 1,
            "sha256": hashlib.sha256(pack).hexdigest(),
        }
    ]


@pytest.mark.rule("T10")
def test_a_bundle_names_the_packs_in_force_after_its_last_event(site: Founded, tmp_path: Path) -> None:
    first, second = form_pack(), words_pack()
    given(site, first)
    upto = site.opened.log.head().seq
    given(site, second)
    founding = site.opened.founding
    before = pack_history(site.opened.log, founding, upto=upto).in_force.values()
    assert [one.sha256 for one in before] == [hashlib.sha256(first).hexdigest()]
    place = tmp_path / "stick"
    place.mkdir()
    desk = site.login("coordinator")
    report = at_once(export(desk, founding, FolderTransport(place), place="stick"))
    (tmp_path / "box.key").write_text(site.centre_identity)
    facts = inspect_bundle(place / f"{report.ids[0]}.age", tmp_path / "box.key")
    assert facts["packs"] == sorted(hashlib.sha256(one).hexdigest() for one in (first, second))


def test_taking_in_the_same_pack_again_changes_nothing(site: Founded) -> None:
    assert given(site, form_pack()).is_new
    head = site.opened.log.head()
    assert not given(site, form_pack()).is_new
    assert site.opened.log.head() == head


@pytest.mark.rule("T9")
def test_a_trust_pack_names_the_new_keys_of_the_centre(site: Founded) -> None:
    new = SigningKey(b"n" * 32)
    _, recipient = make_identity()
    given(site, trust_pack(online=new, recipient=recipient))
    assert notes(site.opened)[-1]["trust"] == {
        "centre": "centre",
        "recipient": recipient,
        "online": new.public.hex(),
        "expires": "2030-01-01",
    }
    with refused(site, form_pack(), Code.PACK_BROKEN):
        pass
    assert given(site, form_pack(key=new)).is_new
    assert site.opened.pen.sealer.recipients == (site.opened.founding.site_recipient, recipient)


@pytest.mark.rule("T9")
def test_a_pack_signed_again_with_the_new_key_is_the_same_pack(site: Founded) -> None:
    new = SigningKey(b"n" * 32)
    given(site, form_pack())
    given(site, trust_pack(online=new))
    head = site.opened.log.head()
    assert not given(site, form_pack(key=new)).is_new
    assert site.opened.log.head() == head


OTHER_TRIAL = files_pack(PackKind.FORM, "carcinoid-diary", {DIARY_FILE: NEW_DIARY}, trial="other-trial")
OTHER_STUDY = files_pack(PackKind.STUDY, "another-study", {"another-study.yaml": STUDY})
UNWANTED = {
    "signed by a stranger": (form_pack(key=STRANGER), Code.PACK_BROKEN),
    "a form signed by the root key": (form_pack(key=ROOT), Code.PACK_BROKEN),
    "trust signed by another root key": (trust_pack(root=STRANGER), Code.PACK_BROKEN),
    "trust in what nothing can be sealed to": (trust_pack(recipient="age1nobody"), Code.PACK_BROKEN),
    "trust of another trial": (trust_pack(trial="other-trial"), Code.PACK_FOREIGN),
    "trust of another centre": (trust_pack(centre="other-centre"), Code.PACK_FOREIGN),
    "trust as old as the founding": (trust_pack(version=1), Code.PACK_OLD),
    "trust that expired yesterday": (trust_pack(expires=date(2026, 11, 22)), Code.PACK_EXPIRED),
    "a form of another trial": (OTHER_TRIAL, Code.PACK_FOREIGN),
    "another study": (OTHER_STUDY, Code.PACK_FOREIGN),
    "staff of another site": (staff_pack("nurse", site="CD"), Code.PACK_FOREIGN),
    "nothing": (b"", Code.PACK_BROKEN),
    "no pack": (b"not a pack\n", Code.PACK_BROKEN),
    "unsigned": (form_pack().split(b"\n")[0] + b"\n", Code.PACK_BROKEN),
    "altered": (form_pack().replace(b"second form", b"secret form"), Code.PACK_BROKEN),
    "too large": (b"{" * (PACK_LIMIT + 1), Code.PACK_BROKEN),
}


@pytest.mark.rule("T9", "T10")
@pytest.mark.parametrize("what", UNWANTED)
def test_what_is_unsigned_foreign_old_expired_or_too_large_is_refused_and_written_down(
    site: Founded, what: str
) -> None:
    pack, code = UNWANTED[what]
    with refused(site, pack, code):
        pass
    assert pack_history(site.opened.log, site.opened.founding).in_force == {}


@pytest.mark.rule("T10")
def test_versions_only_grow_for_each_form_on_its_own(site: Founded) -> None:
    given(site, form_pack(version=5))
    with refused(site, form_pack(NEW_DIARY + "\n# older\n", version=4), Code.PACK_OLD) as (fault,):
        assert (fault.facts["version"], fault.facts["known"]) == (4, 5)
    with refused(site, form_pack(NEW_DIARY + "\n# same\n", version=5), Code.PACK_OLD):
        pass
    assert given(site, words_pack(version=1)).is_new


@pytest.mark.rule("P41")
def test_only_who_looks_after_the_device_takes_packs_in(site: Founded) -> None:
    head = site.opened.log.head()
    for role in (Role.NURSE, Role.INVESTIGATOR, Role.MONITOR):
        with pytest.raises(RetnetError) as caught:
            take_in(intake_of(site.opened), Person("u", "U", role), form_pack(), path="x.pack")
        assert caught.value.code is Code.NOT_ALLOWED
    assert site.opened.log.head() == head
    administrator = Person("administrator", "Administrator Demo", Role.ADMINISTRATOR)
    assert take_in(intake_of(site.opened), administrator, form_pack(), path="x.pack").is_new


BOMB = "format: retnet-pro/instrument/1\na: &a [x, x]\nb: [*a, *a]\n"
CYCLE = NEW_DIARY.replace("at_least: {item: flush_count", "at_least: {item: flush_severity", 1)
MALICIOUS = {
    "ten million characters": ("x" * 10_000_000, Code.PACK_BROKEN),
    "a long text in a field": (NEW_DIARY.replace("Diary, second form", "y" * 900_000), Code.PACK_UNFIT),
    "a condition that looks at itself": (CYCLE, Code.PACK_UNFIT),
    "text turned round": (NEW_DIARY.replace("flushes", "flu\u202eshes", 1), Code.PACK_UNFIT),
    "aliases that multiply": (BOMB, Code.PACK_UNFIT),
    "a tag that builds an object": ("!!python/object/apply:os.system [id]\n", Code.PACK_UNFIT),
    "nested without end": ("[" * 100_000, Code.PACK_UNFIT),
    "nothing": ("", Code.PACK_UNFIT),
}


@pytest.mark.rule("T10")
@pytest.mark.parametrize("what", MALICIOUS)
def test_a_malicious_form_is_refused_even_when_the_centre_signed_it(site: Founded, what: str) -> None:
    text, code = MALICIOUS[what]
    with refused(site, form_pack(text), code):
        pass


@pytest.mark.rule("T10")
def test_markup_in_words_is_kept_as_the_letters_it_is(site: Founded, tmp_path: Path) -> None:
    hostile = "<img src=file:///etc/passwd><b>bold</b>"
    given(site, form_pack())
    given(site, words_pack(NEW_WORDS.replace("Second diary", hostile)))
    site.opened.log.close()
    with again(tmp_path) as opened:
        form = opened.library.instrument(InstrumentId("carcinoid-diary"))
        assert opened.library.wording(form, "en").title == hostile


@pytest.mark.rule("T10", "E04")
@pytest.mark.parametrize(
    "pack",
    [
        form_pack(DIARY + "\n# the same version, another content\n"),
        files_pack(PackKind.WORDING, "carcinoid-diary/en", {"en.yaml": WORDS.replace("Symptom diary", "Other")}),
        files_pack(PackKind.STUDY, "retnet-style", {"retnet-style.yaml": STUDY + "\n# changed\n"}),
    ],
    ids=["form", "wording", "study"],
)
def test_a_version_that_is_here_keeps_its_meaning(site: Founded, pack: bytes) -> None:
    assert site.opened.study.id == "retnet-style"
    with refused(site, pack, Code.PACK_UNFIT) as (fault,):
        assert "another content" in str(fault.facts["findings"])


@pytest.mark.rule("T10")
@pytest.mark.parametrize(
    ("kind", "id_", "files"),
    [
        (PackKind.FORM, "qlq-c30", {"qlq-c30.yaml": NEW_DIARY}),
        (PackKind.FORM, "carcinoid-diary", {"other.yaml": NEW_DIARY}),
        (PackKind.WORDING, "carcinoid-diary/de", {"de.yaml": NEW_WORDS}),
        (PackKind.WORDING, "carcinoid-diary/en", {"en.yaml": NEW_WORDS.replace("wheeze:", "sneeze:")}),
        (PackKind.WORDING, "carcinoid-diary/en", {"en.yaml": NEW_WORDS.replace('_version: "2"', '_version: "9"')}),
        (PackKind.STUDY, "retnet-style", {"retnet-style.yaml": STUDY.replace("carcinoid-diary", "no-such-form")}),
    ],
    ids=["form", "form-name", "language", "words", "form-version", "study"],
)  # fmt: skip
def test_files_that_do_not_fit_their_pack_or_this_site_are_refused(
    site: Founded, kind: PackKind, id_: str, files: Mapping[str, str]
) -> None:
    given(site, form_pack())
    with refused(site, files_pack(kind, id_, files, version=2), Code.PACK_UNFIT):
        pass


def licensed_words(approval: str = "") -> str:
    """Words of this project that say they are licensed, as an owner's pack does."""
    licence = f"licence: {{owner: Owner, id: L, study: S, copyright: Line{approval}}}"
    return C30_WORDS.replace("demonstration: true", f"demonstration: false\n{licence}", 1)


def licensed_pack(approval: str = "") -> bytes:
    return files_pack(PackKind.WORDING, "qlq-c30/en", {"en.yaml": licensed_words(approval)})


@pytest.mark.rule("E142")
def test_a_licensed_wording_is_taken_in_only_with_the_approval_of_its_screens(site: Founded) -> None:
    with refused(site, licensed_pack(), Code.PACK_UNFIT) as (fault,):
        assert "names no approval of the screens" in sentence(fault)
    other = f", approval: {{id: A-1, book: '{'0' * 64}', pictures: '{'1' * 64}'}}"
    with refused(site, licensed_pack(other), Code.PACK_UNFIT) as (fault,):
        assert "A-1 was given for another form or other words" in sentence(fault)
    form = site.opened.library.instrument(InstrumentId("qlq-c30"))
    words, _ = read_wording(licensed_words().encode(), "en.yaml", form)
    assert words is not None
    book = set_hash(form.hash, words_hash(words), "1" * 64)
    approved = f", approval: {{id: A-1, book: '{book}', pictures: '{'1' * 64}'}}"
    assert given(site, licensed_pack(approved)).is_new


@pytest.mark.rule("T10", "T12")
@pytest.mark.parametrize(
    "name", ["../x.yaml", "/x.yaml", "a/b.yaml", ".x.yaml", "x.py", "con\0.yaml", "x" * 200 + ".yaml"]
)
def test_a_name_that_leads_elsewhere_is_refused(site: Founded, name: str) -> None:
    with refused(site, files_pack(PackKind.FORM, "carcinoid-diary", {name: NEW_DIARY}), Code.PACK_BROKEN):
        pass


@pytest.mark.rule("P40", "P43")
def test_a_staff_pack_takes_the_slots_of_the_named_people(site: Founded) -> None:
    taken = given(site, staff_pack("nurse", "somebody-elsewhere"))
    assert taken.removed == ("nurse",)
    assert "nurse" not in {person.user for person in site.opened.slots.people()}
    note = notes(site.opened, Kind.STAFF)[-1]
    assert note == {"act": "remove", "user": "nurse", "role": "nurse", "pack": taken.sha256}
    with pytest.raises(RetnetError) as caught:
        site.login("nurse")
    assert caught.value.code is Code.WRONG_PASSPHRASE


# Files on the disk of the site


def private(folder: Path) -> Path:
    return folder / "site" / "packs"


def test_forms_words_and_study_are_in_use_when_the_site_is_opened_next(site: Founded, tmp_path: Path) -> None:
    new_study = STUDY.replace('version: "1"', 'version: "2"', 1)
    assert new_study != STUDY
    given(site, form_pack())
    given(site, words_pack())
    given(site, files_pack(PackKind.STUDY, "retnet-style", {"retnet-style.yaml": new_study}))
    assert site.opened.library.instrument(InstrumentId("carcinoid-diary")).version == "1"
    site.opened.log.close()
    with again(tmp_path) as opened:
        form = opened.library.instrument(InstrumentId("carcinoid-diary"))
        assert (form.version, form.title) == ("2", "Diary, second form")
        assert opened.library.wording(form, "en").title == "Second diary"
        assert opened.study.version == "2"


@pytest.mark.rule("T10")
def test_a_file_altered_by_hand_is_put_right_and_written_down(site: Founded, tmp_path: Path) -> None:
    given(site, form_pack())
    site.opened.log.close()
    with again(tmp_path):
        pass
    path = private(tmp_path) / "forms" / DIARY_FILE
    path.write_text(NEW_DIARY.replace("Diary, second form", "Changed by hand"), "utf-8")
    with again(tmp_path) as opened:
        assert opened.library.instrument(InstrumentId("carcinoid-diary")).title == "Diary, second form"
        assert notes(opened)[-1] == {"act": "put-right", "files": [f"forms/{DIARY_FILE}"]}
    assert path.read_text("utf-8") == NEW_DIARY


@pytest.mark.rule("T10")
@pytest.mark.parametrize("how", ["altered", "link", "beside"])
def test_in_study_mode_a_file_that_the_centre_did_not_sign_is_refused(
    study_site: Founded, tmp_path: Path, how: str
) -> None:
    given(study_site, form_pack())
    study_site.opened.log.close()
    with again(tmp_path):
        pass
    path = private(tmp_path) / "forms" / DIARY_FILE
    if how == "altered":
        path.write_text(NEW_DIARY + "\n", "utf-8")
    elif how == "link":
        path.rename(tmp_path / "moved.yaml")
        path.symlink_to(tmp_path / "moved.yaml")
    else:
        path = path.with_name("carcinoid-diary@2.yaml")
        path.write_text(NEW_DIARY + "\n", "utf-8")
    with pytest.raises(RetnetError) as caught, again(tmp_path):
        pass
    assert caught.value.code is Code.PACK_ALTERED and path.name in sentence(caught.value)
    path.unlink()
    with again(tmp_path) as opened:
        assert opened.library.instrument(InstrumentId("carcinoid-diary")).title == "Diary, second form"
        assert [note["act"] for note in notes(opened)] == ["taken"]


def test_a_newer_pack_replaces_and_takes_away_what_the_older_one_gave(study_site: Founded, tmp_path: Path) -> None:
    third = NEW_DIARY.replace('version: "2"', 'version: "3"')
    both = {DIARY_FILE: NEW_DIARY, "carcinoid-diary@2.yaml": NEW_DIARY}
    given(study_site, files_pack(PackKind.FORM, "carcinoid-diary", both))
    study_site.opened.log.close()
    with again(tmp_path) as opened:
        take_in(intake_of(opened), COORDINATOR, form_pack(third, version=2), path="x.pack")
    with again(tmp_path) as opened:
        assert opened.library.instrument(InstrumentId("carcinoid-diary")).version == "3"
    assert [path.name for path in (private(tmp_path) / "forms").iterdir()] == [DIARY_FILE]


@pytest.mark.rule("T6", "T10")
def test_a_pack_altered_in_the_database_is_not_used_and_can_be_taken_in_again(
    study_site: Founded, tmp_path: Path
) -> None:
    given(study_site, form_pack())
    study_site.opened.log.close()
    with closing(sqlite3.connect(tmp_path / "site" / "site.db", isolation_level=None)) as database:
        database.execute(
            "UPDATE pack SET body = CAST(replace(CAST(body AS TEXT), 'second form', 'forged form') AS BLOB)"
        )
    with pytest.raises(RetnetError) as caught, again(tmp_path):
        pass
    assert caught.value.code is Code.PACK_BROKEN
    assert not private(tmp_path).exists()
    with again(tmp_path, for_packs=True) as opened:
        assert not take_in(intake_of(opened), COORDINATOR, form_pack(), path="x.pack").is_new
    with again(tmp_path) as opened:
        assert opened.library.instrument(InstrumentId("carcinoid-diary")).title == "Diary, second form"


@pytest.mark.rule("T4", "T10")
def test_a_pack_on_the_shelf_that_no_event_names_is_not_in_force(site: Founded, tmp_path: Path) -> None:
    given(site, form_pack())
    site.opened.log.close()
    with closing(sqlite3.connect(tmp_path / "site" / "site.db", isolation_level=None)) as database:
        database.execute(
            "INSERT INTO pack"
            " SELECT replace(hash, substr(hash, 1, 8), 'ffffffff'), 'form', '9', body, sig, seq FROM pack"
        )
    with again(tmp_path) as opened:
        assert [pack.version for pack in pack_history(opened.log, opened.founding).in_force.values()] == [1]


@pytest.mark.rule("T4", "T6")
def test_a_damaged_pack_event_ends_what_is_believed_and_not_the_opening(site: Founded, tmp_path: Path) -> None:
    given(site, form_pack())
    given(site, words_pack())
    last = site.opened.log.head().seq
    site.opened.log.close()
    with closing(sqlite3.connect(tmp_path / "site" / "site.db", isolation_level=None)) as database:
        (trigger,) = database.execute("SELECT sql FROM sqlite_schema WHERE name = 'event_is_final'").fetchone()
        database.execute("DROP TRIGGER event_is_final")
        database.execute("UPDATE event SET sig = zeroblob(64) WHERE seq = ?", (last,))
        database.execute(trigger)
    with again(tmp_path) as opened:
        assert [path.name for path in private(tmp_path).rglob("*.yaml")] == [DIARY_FILE]
        with pytest.raises(RetnetError) as caught:
            take_in(intake_of(opened), COORDINATOR, words_pack(version=2), path="x.pack")
        assert caught.value.code is Code.CHAIN_BROKEN


# The meeting place


def laid(folder: Path, *packs: bytes) -> FolderTransport:
    folder.mkdir(exist_ok=True)
    place = FolderTransport(folder)
    for pack in packs:
        place.put(pack_file(hashlib.sha256(pack).hexdigest()), pack)
    return place


def intake(site: Founded) -> Intake:
    return intake_of(site.opened)


@pytest.mark.rule("T9")
def test_packs_are_fetched_keys_first_and_only_once(site: Founded, tmp_path: Path) -> None:
    new = SigningKey(b"n" * 32)
    place = laid(
        tmp_path / "stick", words_pack_of(new), form_pack(key=new), trust_pack(2), trust_pack(3, online=new),
        staff_pack("nurse", site="CD"),
    )  # fmt: skip
    fetched = at_once(fetch(intake(site), COORDINATOR, place))
    assert fetched.faults == ()
    assert [(one.claim.kind, one.claim.version) for one in fetched.taken] == [
        (PackKind.TRUST, 3), (PackKind.FORM, 1), (PackKind.WORDING, 1)
    ]  # fmt: skip
    head = site.opened.log.head()
    assert at_once(fetch(intake(site), COORDINATOR, place)) == replace(fetched, taken=())
    assert site.opened.log.head() == head


def words_pack_of(key: SigningKey) -> bytes:
    return files_pack(PackKind.WORDING, "carcinoid-diary/en", {"en.yaml": NEW_WORDS}, key=key)


@pytest.mark.rule("T9", "T12")
def test_a_bad_pack_at_the_meeting_place_is_told_once_and_keeps_no_good_one_away(site: Founded, tmp_path: Path) -> None:
    forged = form_pack(version=99, key=STRANGER)
    place = laid(tmp_path / "stick", forged, form_pack(version=2))
    (tmp_path / "stick" / ("a" * 64 + ".pack")).write_bytes(b"something else")
    fetched = at_once(fetch(intake(site), COORDINATOR, place))
    assert sorted(fault.code for fault in fetched.faults) == [Code.PACK_BROKEN, Code.PACK_BROKEN]
    assert [one.claim.version for one in fetched.taken] == [2]
    assert sum(note["act"] == "refused" for note in notes(site.opened)) == 2
    head = site.opened.log.head()
    assert at_once(fetch(intake(site), COORDINATOR, place)).faults == ()
    assert site.opened.log.head() == head


@pytest.mark.rule("T12", "T10")
def test_a_giant_on_a_stick_is_refused_unread_and_keeps_nothing_away(site: Founded, tmp_path: Path) -> None:
    place = laid(tmp_path / "stick", form_pack())
    with (tmp_path / "stick" / ("b" * 64 + ".pack")).open("wb") as giant:
        giant.truncate(PACK_LIMIT + 1)
    fetched = at_once(fetch(intake(site), COORDINATOR, place))
    assert [fault.code for fault in fetched.faults] == [Code.PACK_BROKEN]
    assert "larger" in sentence(fetched.faults[0])
    assert [one.claim.kind for one in fetched.taken] == [PackKind.FORM]
    assert notes(site.opened)[0] == {"act": "refused", "sha256": "b" * 64, "why": "pack-broken"}
    assert at_once(fetch(intake(site), COORDINATOR, place)).faults == ()


def test_a_second_pack_can_be_taken_in_before_the_first_was_put_on_disk(site: Founded, tmp_path: Path) -> None:
    new_study = STUDY.replace('version: "1"', 'version: "2"', 1)
    given(site, files_pack(PackKind.STUDY, "retnet-style", {"retnet-style.yaml": new_study}))
    site.opened.log.close()
    with again(tmp_path, for_packs=True) as opened:
        assert take_in(intake_of(opened), COORDINATOR, form_pack(), path="x.pack").is_new


def test_what_was_refused_for_its_key_is_asked_again_when_the_keys_have_changed(site: Founded, tmp_path: Path) -> None:
    new = SigningKey(b"n" * 32)
    place = laid(tmp_path / "stick", form_pack(key=new))
    assert [fault.code for fault in at_once(fetch(intake(site), COORDINATOR, place)).faults] == [Code.PACK_BROKEN]
    laid(tmp_path / "stick", trust_pack(online=new))
    assert [one.claim.kind for one in at_once(fetch(intake(site), COORDINATOR, place)).taken] == [
        PackKind.TRUST,
        PackKind.FORM,
    ]


@pytest.mark.rule("T14")
def test_expiry_is_a_day_and_the_last_one_is_still_good(site: Founded) -> None:
    today = site.calendar().wall.date()
    good = replace_expiry(today)
    with refused(site, replace_expiry(today - timedelta(days=1)), Code.PACK_EXPIRED):
        pass
    assert given(site, good).is_new


def replace_expiry(expires: date) -> bytes:
    body = write_files(FilesBody(trial="demo-trial", id="carcinoid-diary", files={DIARY_FILE: NEW_DIARY}))
    return make_pack(PackKind.FORM, 1, body, ONLINE, issued=date(2026, 1, 1), expires=expires)


@pytest.mark.rule("T9", "T14")
def test_once_the_trust_pack_has_ended_only_a_new_one_is_taken_in_and_collection_goes_on(
    site: Founded, tmp_path: Path
) -> None:
    given(site, trust_pack(expires=TODAY.date()))
    assert given(site, form_pack()).is_new, "its last day still counts"
    site.calendar.turn_to(TODAY + timedelta(days=1))
    for late in (words_pack(), staff_pack("nurse")):
        with refused(site, late, Code.TRUST_EXPIRED):
            pass
    desk = enrolled(site.login("coordinator"))
    started(desk)
    (tmp_path / "out").mkdir()
    assert at_once(export(desk, site.opened.founding, FolderTransport(tmp_path / "out"), place="out")).bundles == 1
    assert given(site, trust_pack(version=3)).is_new
    assert given(site, words_pack()).is_new


@pytest.mark.rule("T14")
def test_the_last_day_of_the_first_trust_pack_is_written_down_too(site: Founded) -> None:
    keys = keys_in_force(site.opened.log, site.opened.founding.public)
    assert (keys.trust_expires, site.opened.founding.trust_expires) == (date(2030, 1, 1), date(2030, 1, 1))
    assert keys.trust_ended(date(2030, 1, 1)) is None
    assert keys.trust_ended(date(2030, 1, 2)) == date(2030, 1, 1)
