"""Nothing in a bundle is believed before it is proven."""

from dataclasses import replace

import pytest

from retnet_pro.bundle import container
from retnet_pro.bundle.container import EVENTS, MANIFEST, SIGNATURE, make_bundle, write_events
from retnet_pro.bundle.naming import BUNDLE_LIMIT
from retnet_pro.bundle.opening import Expected, open_container, read_bundle
from retnet_pro.bundle.sshsig import Namespace, sign
from retnet_pro.bundle.tarball import TarReader, write_tar
from retnet_pro.errors import Code, Refusal, RetnetError, Tamper
from retnet_pro.record.event import DeviceId, Event, Kind, hash_of, write_header
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import EVENT_CONTEXT, SigningKey
from retnet_pro.record.unseal import Unsealer, make_identity


@pytest.fixture(scope="module")
def unsealer(kit):
    return Unsealer([kit.CENTRE_IDENTITY])


@pytest.fixture
def expected(tablet):
    return Expected("RETNET-DEMO", "centre-1", tablet.site, tablet.dev, tablet.key.public)


def open_all(data, unsealer, expected):
    return read_bundle(open_container(data, unsealer, path="b.age"), expected)


def code_of(data, unsealer, expected):
    with pytest.raises(RetnetError) as caught:
        open_all(data, unsealer, expected)
    return caught.value.code


def members_of(bundle, unsealer, kit):
    """Every file in a bundle, in order."""
    container = open_container(bundle.data, unsealer, path="b.age")
    return {MANIFEST: container.manifest_bytes, SIGNATURE: container.signature, **container.files}


def reseal(members, kit):
    return Sealer([kit.CENTRE_RECIPIENT]).seal(write_tar(members.items()))


@pytest.mark.rule("P72")
def test_a_bundle_gives_its_events_back_to_the_byte(tablet, unsealer, expected):
    bundle = make_bundle(tablet.events[2:], **tablet.facts, packs=["a" * 64])
    verified = open_all(bundle.data, unsealer, expected)
    assert verified.events == tuple(tablet.events[2:])
    assert verified.id == bundle.id
    assert verified.manifest.packs == ("a" * 64,)
    assert (verified.manifest.after.seq, verified.manifest.upto.seq) == (2, len(tablet.events))


@pytest.mark.rule("T9")
def test_another_key_opens_nothing(tablet, kit, expected):
    data = make_bundle(tablet.events, **tablet.facts).data
    for identity in (make_identity()[0], kit.SITE_IDENTITY):
        assert code_of(data, Unsealer([identity]), expected) is Code.SEAL_BROKEN


@pytest.mark.rule("T9")
def test_another_trial_centre_site_or_device_is_refused(tablet, unsealer, expected):
    for fact, other in (("trial", "OTHER"), ("to", "centre-2"), ("site", "S02")):
        data = make_bundle(tablet.events, **{**tablet.facts, fact: other}).data
        assert code_of(data, unsealer, expected) is Code.BUNDLE_FOREIGN
    other_device = Expected("RETNET-DEMO", "centre-1", "S01", DeviceId("tab-2"), tablet.key.public)
    assert code_of(make_bundle(tablet.events, **tablet.facts).data, unsealer, other_device) is Code.BUNDLE_FOREIGN


@pytest.mark.rule("T9", "P03")
def test_a_manifest_of_another_key_or_another_namespace_or_without_signature_is_refused(
    tablet, unsealer, kit, expected
):
    members = members_of(make_bundle(tablet.events, **tablet.facts), unsealer, kit)
    for forged in (
        sign(SigningKey(b"f" * 32), Namespace.BUNDLE, members[MANIFEST]),
        sign(tablet.key, Namespace.RECEIPT, members[MANIFEST]),
        sign(tablet.key, Namespace.BUNDLE, members[MANIFEST] + b" "),
        b"",
    ):
        data = reseal({**members, SIGNATURE: forged}, kit)
        assert code_of(data, unsealer, expected) is Code.BUNDLE_UNSIGNED


@pytest.mark.rule("T9")
def test_every_truncation_of_the_sealed_file_is_refused(tablet, unsealer):
    data = make_bundle(tablet.events[:3], **tablet.facts).data
    cuts = {*range(0, 300), *range(300, len(data), 97), len(data) - 1}
    for at in cuts:
        with pytest.raises(Tamper):
            open_container(data[:at], unsealer, path="b.age")
    with pytest.raises(Tamper):
        open_container(data + b"\0", unsealer, path="b.age")


@pytest.mark.rule("T9")
def test_every_truncation_inside_the_seal_is_refused(tablet, unsealer, kit):
    tar = unsealer.unseal(make_bundle(tablet.events[:2], **tablet.facts).data, what="b")
    for at in {*range(0, len(tar), 61), *range(len(tar) - 1030, len(tar), 3)}:
        with pytest.raises(Tamper) as caught:
            open_container(Sealer([kit.CENTRE_RECIPIENT]).seal(tar[:at]), unsealer, path="b.age")
        assert caught.value.code is Code.BUNDLE_BROKEN


@pytest.mark.rule("P03")
@pytest.mark.parametrize(
    "change",
    [
        lambda members: {**members, EVENTS: members[EVENTS] + b"x"},
        lambda members: {**members, "responses/ses-1.age": members["responses/ses-2.age"]},
        lambda members: {name: members[name] for name in members if name != "responses/ses-1.age"},
        lambda members: {**members, "more.txt": b"x"},
        lambda members: {MANIFEST: members[MANIFEST], EVENTS: members[EVENTS]},
        lambda members: {**members, MANIFEST: members[MANIFEST].replace(b'"count"', b'"cuont"')},
        lambda members: {**members, MANIFEST: b"[" * 100_000},
        lambda members: {},
    ],
)
def test_files_that_differ_from_the_list_are_refused(tablet, unsealer, kit, expected, change):
    members = members_of(make_bundle(tablet.events, **tablet.facts), unsealer, kit)
    assert code_of(reseal(change(members), kit), unsealer, expected) is Code.BUNDLE_BROKEN


def replace_event(events, at, **changes):
    event = events[at]
    fields = {name: getattr(event, name) for name in Event.__slots__} | changes
    return [*events[:at], Event(**fields), *events[at + 1 :]]


@pytest.mark.rule("T4", "P03")
@pytest.mark.parametrize("what", ["sig", "sealed", "erased", "header", "swapped"])
def test_a_bundle_honestly_signed_over_a_broken_chain_is_refused(tablet, unsealer, expected, what):
    events = tablet.events
    changed = {
        "sig": lambda: replace_event(events, 3, sig=bytes(64)),
        "sealed": lambda: replace_event(events, 3, sealed=events[2].sealed),
        "erased": lambda: replace_event(events, 0, sealed=b"not signed"),
        "header": lambda: replace_event(events, 3, header_bytes=events[3].header_bytes.replace(b"nurse", b"nurze")),
        "swapped": lambda: replace_event(events, 3, sealed=events[2].sealed, header_bytes=events[2].header_bytes),
    }[what]()
    data = make_bundle(changed, **tablet.facts).data
    assert code_of(data, unsealer, expected) is Code.BUNDLE_BROKEN


def test_an_erased_payload_still_verifies(tablet, unsealer, expected):
    erased = replace_event(tablet.events, 5, sealed=None)
    assert open_all(make_bundle(erased, **tablet.facts).data, unsealer, expected).events == tuple(erased)


@pytest.mark.rule("T10")
@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"[" * 50_000,
        b'{"header":1,"sig":"","sealed":null}',
        b'{"header":"*","sig":"","sealed":null}',
        b'{"header":"","sig":"","sealed":true}',
        b'{"sig":"","header":"","sealed":null}',
        b"\xff",
    ],
)
def test_lines_that_are_no_events_are_refused(tablet, unsealer, expected, monkeypatch, line):
    monkeypatch.setattr("retnet_pro.bundle.container.write_events", lambda events: write_events(events) + line + b"\n")
    data = make_bundle(tablet.events[:1], **tablet.facts).data
    assert code_of(data, unsealer, expected) is Code.BUNDLE_BROKEN


def test_a_file_above_the_limit_is_not_even_unsealed(unsealer):
    with pytest.raises(Refusal) as caught:
        open_container(bytes(BUNDLE_LIMIT + 1), unsealer, path="b.age")
    assert caught.value.code is Code.BUNDLE_TOO_LARGE


def test_the_tar_inside_is_the_one_we_write(tablet, unsealer):
    reader = TarReader(unsealer.unseal(make_bundle(tablet.events, **tablet.facts).data, what="b"))
    assert reader.take(MANIFEST, 10_000).startswith(b'{"v":1,"trial":"RETNET-DEMO","site":"S01","dev":"tab-1"')


@pytest.mark.rule("T6", "P03")
def test_a_flipped_bit_anywhere_in_the_sealed_file_is_refused(tablet, unsealer):
    data = make_bundle(tablet.events[:4], **tablet.facts).data
    for at in {*range(0, 260), *range(260, len(data), 41), len(data) - 1}:
        flipped = data[:at] + bytes([data[at] ^ (1 << at % 8)]) + data[at + 1 :]
        with pytest.raises(Tamper):
            open_container(flipped, unsealer, path="b.age")


@pytest.mark.rule("T10")
@pytest.mark.parametrize(("ses", "n"), [("\ud800", 1), ("x" * 201, 1), ("", 1), ("a\nb", 1), ("s", 2**53), ("s", -1)])
def test_an_id_no_database_could_store_is_refused_before_it_stops_the_others(tablet, unsealer, expected, ses, n):
    tablet.write(Kind.SESSION_STOP, {}, "s", 1)
    *before, event = tablet.events
    header = write_header(replace(event.header, ses=ses.replace("\ud800", "SURROGATE"), n=n))
    header = header.replace(b"SURROGATE", b"\\ud800")
    forged = Event(event.header, header, hash_of(header), event.sealed, tablet.key.sign(EVENT_CONTEXT + header))
    data = make_bundle([*before, forged], **tablet.facts).data
    assert code_of(data, unsealer, expected) is Code.BUNDLE_BROKEN


@pytest.mark.rule("T9", "P03")
@pytest.mark.parametrize(
    "lie",
    [
        lambda files: dict.fromkeys(files, b"something else"),
        lambda files: dict(list(files.items())[1:]),
        lambda files: {**files, "responses/ses-9.age": b"never answered"},
        lambda files: dict(zip(files, reversed(files.values()), strict=True)),
        lambda files: {f"elsewhere/{name}": data for name, data in files.items()},
    ],
)
def test_even_the_tablet_itself_cannot_send_copies_that_are_not_those_of_its_events(
    tablet, unsealer, expected, monkeypatch, lie
):
    real = container.response_files
    monkeypatch.setattr(container, "response_files", lambda events: lie(real(events)))
    data = make_bundle(tablet.events, **tablet.facts).data
    monkeypatch.undo()
    assert code_of(data, unsealer, expected) is Code.BUNDLE_BROKEN
