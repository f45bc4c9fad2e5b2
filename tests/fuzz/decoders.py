"""Every reader of this program that meets bytes it did not write itself, each with sound examples.

`read` may end in any way but one: an exception that is neither a `RetnetError` nor a declared `ValueError`. Where a
signature would refuse nearly everything at the door, the example is signed after the damage as well, so that what
stands behind the door is reached: the signer may be hostile too.
"""

import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl

from retnet_pro.answering.session import Entry
from retnet_pro.answering.sheet import Answered, Cleared, NotApplicable, Skipped, read_answer, write_answer
from retnet_pro.app.passage import End, HandOver, Outcome, hear, read_hand_over, say, write_hand_over
from retnet_pro.bundle.container import EVENTS, MANIFEST, SIGNATURE, make_bundle, write_events
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.manifest import read_manifest
from retnet_pro.bundle.opening import Container, Expected, open_container, read_bundle
from retnet_pro.bundle.packs import (
    PackKind,
    TrustPack,
    claimed_root,
    make_pack,
    make_trust_pack,
    read_pack,
    read_trust_pack,
)
from retnet_pro.bundle.receipt import Receipt, SetAside, Status, verify_receipt, write_receipt
from retnet_pro.bundle.sshsig import Namespace, is_signed, public_line, read_public_line, sign, signer_of
from retnet_pro.bundle.tarball import TarReader, write_tar
from retnet_pro.conduct.sitting import Sitting, Turn, read_entry, write_entry
from retnet_pro.errors import RetnetError
from retnet_pro.exchange.draft_reading import read_draft_source
from retnet_pro.exchange.fhir_check_files import check_files
from retnet_pro.exchange.score_table import score_table
from retnet_pro.exchange.wording_reading import read_source
from retnet_pro.exchange.writer import quiet
from retnet_pro.instrument.condition import Reach, build_condition, comparisons
from retnet_pro.instrument.draft_making import make_draft
from retnet_pro.instrument.draft_writing import write_draft_form, write_draft_words
from retnet_pro.instrument.load import load_instrument, read_instrument
from retnet_pro.instrument.model import Instrument, InstrumentId, ItemId
from retnet_pro.instrument.reading import read as hold_against
from retnet_pro.instrument.vocabulary import CONDITION
from retnet_pro.instrument.wording import read_wording
from retnet_pro.instrument.wording_match import match
from retnet_pro.record.event import DeviceId, EventHash, Kind, Sealed, SessionId, read_header
from retnet_pro.record.response import AnsweredBy, read_done, write_response
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import Unsealer
from retnet_pro.scoring.plan import Plan, make_plan
from retnet_pro.study.load import read_study
from retnet_pro.study.model import Mode
from retnet_pro.vault.wrap import Cost, make_params, unwrap
from tests.fuzz.damage import Form
from tests.unit.bundle import conftest as kit

HOUSE = Path(__file__).resolve().parents[2]
KEY = SigningKey(b"c" * 32)
TODAY = date(2026, 11, 23)
DECLARED = (RetnetError, ValueError)


@dataclass(frozen=True, slots=True)
class Decoder:
    """One reader."""

    name: str
    form: Form
    seeds: tuple[bytes, ...]
    read: Callable[[bytes], object]
    declared: tuple[type[Exception], ...] = DECLARED
    rate: float = 1.0
    """How many damaged examples it gets, compared with the others; readers that work on files are slower."""

    def survives(self, untrusted: bytes) -> bool:
        """Read; return whether it was accepted. Anything that is not declared comes through."""
        try:
            self.read(untrusted)
        except self.declared:
            return False
        return True


class InPlainSight(Unsealer):
    """An unsealer for what was never sealed, so that what is inside can be damaged."""

    def __init__(self) -> None: ...

    def unseal(self, sealed: Sealed, *, what: str) -> bytes:
        return sealed


def _tablet() -> kit.Tablet:
    made = kit.Tablet()
    made.boot()
    made.session("ses-1")
    return made


TABLET = _tablet()
BUNDLE = Unsealer([kit.CENTRE_IDENTITY]).unseal(make_bundle(TABLET.events, **TABLET.facts).data, what="-")
CONTAINER = open_container(BUNDLE, InPlainSight(), path="-")
EXPECTED = Expected("RETNET-DEMO", "centre-1", "S01", TABLET.dev, TABLET.key.public)
RECEIPT = Receipt(
    bundle=CONTAINER.id, trial="RETNET-DEMO", dev=DeviceId("tab-1"), upto=9, head=EventHash("b" * 64),
    at="2026-11-24T02:00:00.000+01:00", status=Status.ACCEPTED, count=5, set_aside=(SetAside(7, "ses-1", "why"),),
)  # fmt: skip
ARMOR = sign(KEY, Namespace.BUNDLE, b"message")
TRUST = make_trust_pack(
    TrustPack(
        trial="RETNET-DEMO", centre="centre-1", recipient=kit.CENTRE_RECIPIENT, online=KEY.public, version=3,
        issued=TODAY, expires=date(2030, 1, 1), root=fingerprint(KEY.public),
    ),
    KEY,
)  # fmt: skip
FORM_PACK = make_pack(PackKind.FORM, 2, {"form": "x", "parts": [1, 2]}, KEY, issued=TODAY, expires=date(2030, 1, 1))
ENTRIES = (
    Entry(
        n=1, item=ItemId("q1"), given=Answered(2), replaces=None, prompted=False, shown_at="2026-11-23T10:00:00+01:00"
    ),
    Entry(n=2, item=ItemId("q1"), given=Cleared(), replaces=1, prompted=True, shown_at="2026-11-23T10:00:01+01:00"),
)
SITTING = Sitting(
    subject="S01-001", visit="week12", visit_title="Week 12", answered_by=AnsweredBy.ALONE, mode=Mode.DEMO,
    practice=True,
    turns=(
        Turn(
            ses=SessionId("s1"), instrument=InstrumentId("sample"), version="1", language="en",
            opened_at="2026-11-23T10:00:00+01:00", entries=ENTRIES,
        ),
    ),
)  # fmt: skip
HAND_OVER = HandOver(
    sitting=SITTING, profile=Path("profile"), device=DeviceId("d"), seed=bytes(32), recipients=("age1demo",), forms="[]"
)


def _signed_line(untrusted: bytes, namespace: Namespace) -> bytes:
    line = untrusted.replace(b"\n", b" ") + b"\n"
    return line + sign(KEY, namespace, line)


def _verify(untrusted: bytes) -> Receipt:
    return verify_receipt(untrusted, centre_public=KEY.public, trial="RETNET-DEMO", device=DeviceId("tab-1"))


def _read_packs(untrusted: bytes) -> None:
    claimed_root(untrusted)
    read_trust_pack(untrusted, root=KEY.public, today=TODAY)


def _read_signed_packs(untrusted: bytes) -> None:
    signed = _signed_line(untrusted, Namespace.PACK)
    if b'"kind":"form"' in untrusted:
        read_pack(signed, public=KEY.public, kind=PackKind.FORM, today=TODAY, at_least=1)
    else:
        read_trust_pack(signed, root=KEY.public, today=TODAY, at_least=1)


def _read_tar(untrusted: bytes) -> None:
    tar = TarReader(untrusted)
    for name in (MANIFEST, SIGNATURE, EVENTS):
        tar.take(name, 100_000)
    tar.end()


def _read_events(untrusted: bytes) -> object:
    files = {**CONTAINER.files, EVENTS: untrusted}
    return read_bundle(
        Container(
            path="-", id=CONTAINER.id, manifest=CONTAINER.manifest, manifest_bytes=CONTAINER.manifest_bytes,
            signature=CONTAINER.signature, files=files,
        ),
        EXPECTED,
    )  # fmt: skip


def _read_signature(untrusted: bytes) -> None:
    assert not is_signed(KEY.public, Namespace.BUNDLE, b"another message", untrusted)
    if is_signed(KEY.public, Namespace.BUNDLE, b"message", untrusted):
        assert untrusted == ARMOR
    signer_of(untrusted)


def _read_condition(untrusted: bytes) -> None:
    """As the reader of forms does: against the shape first, then whether it can ever hold."""
    reading = hold_against(untrusted, CONDITION, "-")
    if reading.usable:
        condition = build_condition(reading.values)
        reach = Reach()
        for item in {atom.item for atom in comparisons(condition)}:
            reach.add(item, tuple(range(8)), None)
        reach.add(ItemId("last"), (0, 1), condition)


def _parsed(untrusted: bytes) -> object:
    """Parse as `unseal_payload` does before an answer or an entry is looked at."""
    return InPlainSight().unseal_payload(Sealed(b'{"value":' + untrusted + b"}"), what="-")["value"]


def _read_answers(untrusted: bytes) -> None:
    plain = _parsed(untrusted)
    for one in plain if isinstance(plain, list) else [plain]:
        read_answer(one)


def _read_entries(untrusted: bytes) -> None:
    for line in untrusted.split(b"\n"):
        read_entry(_parsed(line))  # type: ignore[arg-type]


def _read_form(untrusted: bytes) -> object:
    return read_instrument(untrusted, "-")


def _read_wording(untrusted: bytes) -> object:
    return read_wording(untrusted, "-", _diary()[0])


def _read_study(untrusted: bytes) -> object:
    return read_study(untrusted, "-")


def _read_manifest(untrusted: bytes) -> object:
    return read_manifest(untrusted, path="-")


def _open_bundle(untrusted: bytes) -> object:
    return open_container(untrusted, InPlainSight(), path="-")


def _read_key(untrusted: bytes) -> object:
    return read_public_line(untrusted.decode("utf-8", "surrogateescape"))


def _take_over(untrusted: bytes) -> object:
    return read_hand_over(untrusted.decode("utf-8", "replace"))


def _hear(untrusted: bytes) -> object:
    return hear(untrusted.decode("utf-8", "replace"))


def _said() -> bytes:
    out = StringIO()
    say(Outcome(End.HANDED_OVER, HAND_OVER), out)
    return out.getvalue().encode()


@cache
def _diary() -> tuple[Instrument, Plan]:
    form = load_instrument(HOUSE / "forms" / "carcinoid-diary.yaml")
    return form, make_plan(form)


def _score(untrusted: bytes) -> None:
    form, plan = _diary()
    with TemporaryDirectory() as folder:
        table, out = Path(folder) / "in.csv", Path(folder) / "out.csv"
        table.write_bytes(untrusted)
        try:
            score_table(plan, form, table, out)
        except RetnetError:
            assert [path.name for path in Path(folder).iterdir()] == ["in.csv"], "a refused table left something"
            raise


def _bring_in(untrusted: bytes) -> object:
    return match(_diary()[0], read_source(untrusted, "-", "en"), {("title",): "Before"})


def _read_draft(untrusted: bytes) -> object:
    draft = make_draft(read_draft_source(untrusted, "-", "en"), InstrumentId("mine"), "1", "en")
    return write_draft_form(draft), write_draft_words(draft, right_to_left=False)


def _fhir_bundle() -> bytes:
    """A short questionnaire, and a response to it."""
    rule = {"question": "a", "operator": ">", "answerInteger": 1}
    offered = {"valueCoding": {"system": "s", "code": "1"}}
    items = [
        {"linkId": "a", "type": "integer"},
        {"linkId": "b", "type": "choice", "answerOption": [offered], "enableWhen": [rule]},
    ]
    answered = [{"linkId": "a", "answer": [{"valueInteger": 2}]}, {"linkId": "b", "answer": [offered]}]
    form = {"resourceType": "Questionnaire", "url": "u", "version": "1", "item": items}
    response = {
        "resourceType": "QuestionnaireResponse", "questionnaire": "u|1", "status": "completed", "item": answered
    }  # fmt: skip
    return _json({"resourceType": "Bundle", "entry": [{"resource": form}, {"fullUrl": "v", "resource": response}]})


def _check_fhir(untrusted: bytes) -> object:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.json"
        path.write_bytes(untrusted)
        return check_files([path], quiet)


@cache
def _book() -> dict[str, bytes]:
    """The parts of a small spreadsheet of words."""
    book, out = openpyxl.Workbook(), BytesIO()
    for row in (["number", "text", "part"], [1, "First?", "item"], [2, "=1+1", ""], [None, "Title", "title"]):
        book.active.append(row)
    book.save(out)
    with zipfile.ZipFile(out) as packed:
        return {part.filename: packed.read(part) for part in packed.infolist()}


def _bring_in_sheet(untrusted: bytes) -> object:
    """Pack a damaged sheet as it should be, so that more than the checksum of the file is tested."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in {**_book(), _SHEET: untrusted}.items():
            packed.writestr(name, content)
    return _bring_in(out.getvalue())


def _text(name: str) -> bytes:
    return (HOUSE / name).read_bytes()


def _json(plain: object) -> bytes:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def _documents() -> tuple[bytes, ...]:
    good = kit.make_response("ses-1")
    return tuple(
        _json({"v": 1, "kind": Kind.SESSION_DONE.value, **write_response(one)})
        for one in (good, kit.make_response("ses-2", (None, None, None)))
    )


def _line(signed: bytes) -> bytes:
    return signed.split(b"\n")[0]


def _entries() -> bytes:
    return b"\n".join(_json(write_entry(one)) for one in ENTRIES)


def _tables() -> tuple[bytes, ...]:
    form, _ = _diary()
    names = [item.id for item in form.items]
    head = ",".join(["id", *names, "note"])
    rows = [",".join([f"r{row}", *("1" for _ in names), '"a, ""b"""']) for row in range(4)]
    return ("\n".join([head, *rows, ""]).encode(), "\r\n".join([head, *rows]).encode())


CONDITIONS = tuple(
    text.encode()
    for text in (
        "at_least: {item: q1, code: 2}\n",
        "all:\n  - equals: {item: q1, code: 1}\n  - not: {at_least: {item: q2, code: 3}}\n",
        "any: [{equals: {item: q1, code: 0}}, {all: [{not: {equals: {item: q2, code: 1}}}]}]\n",
    )
)
ANSWERS = [write_answer(one) for one in (Answered(3), Skipped(), NotApplicable(), Cleared())]
TAR = write_tar([(MANIFEST, b"{}"), (SIGNATURE, b"x" * 600), (EVENTS, b"")])
PARAMS = make_params(Cost(kib=64, passes=1, lanes=1), bytes(16)).encode()


def _read_response(untrusted: bytes) -> object:
    return read_done(InPlainSight().unseal_payload(Sealed(untrusted), what="-"))


def _read_hostile_receipt(untrusted: bytes) -> Receipt:
    return _verify(_signed_line(untrusted, Namespace.RECEIPT))


def _unwrap(untrusted: bytes) -> object:
    params = untrusted.decode("utf-8", "replace")
    return unwrap(bytes(60), "a passphrase of mine", bytes(32), user="u", role="nurse", params=params)


_SHEET = "xl/worksheets/sheet1.xml"
_WORDS = "tests/data/wording"
OURS = (RetnetError,)
NOTHING = ()
DECODERS = (
    Decoder("form file", Form.LINES, (_text("forms/carcinoid-diary.yaml"),), _read_form, NOTHING, 0.25),
    Decoder("wording file", Form.LINES, (_text("translations/carcinoid-diary/en.yaml"),), _read_wording, NOTHING, 0.5),
    Decoder("study file", Form.LINES, (_text("forms/studies/retnet.yaml"),), _read_study, NOTHING, 0.2),
    Decoder("condition of a form", Form.LINES, CONDITIONS, _read_condition, NOTHING),
    Decoder("event header", Form.JSON, tuple(one.header_bytes for one in TABLET.events[:4]), read_header, OURS),
    Decoder("response", Form.JSON, _documents(), _read_response, OURS),
    Decoder("answers", Form.JSON, (_json(ANSWERS),), _read_answers, DECLARED),
    Decoder("entries of a session", Form.JSON_LINES, (_entries(),), _read_entries, DECLARED),
    Decoder("manifest", Form.JSON, (CONTAINER.manifest_bytes,), _read_manifest, OURS),
    Decoder("inside of a bundle", Form.TAR, (BUNDLE,), _open_bundle, OURS),
    Decoder("tar file", Form.TAR, (TAR,), _read_tar, (ValueError,)),
    Decoder("events of a bundle", Form.JSON_LINES, (write_events(TABLET.events),), _read_events, OURS, 0.25),
    Decoder("receipt", Form.BYTES, (write_receipt(RECEIPT, KEY),), _verify, OURS),
    Decoder(
        "receipt of a hostile centre",
        Form.JSON,
        (_line(write_receipt(RECEIPT, KEY)),),
        _read_hostile_receipt,
        OURS,
        0.5,
    ),
    Decoder("signature", Form.ARMOR, (ARMOR,), _read_signature, NOTHING),
    Decoder("public key", Form.LINES, (public_line(KEY.public, "tablet one").encode(),), _read_key, (ValueError,)),
    Decoder("pack", Form.BYTES, (TRUST,), _read_packs, OURS),
    Decoder("pack of a hostile root", Form.JSON, (_line(TRUST), _line(FORM_PACK)), _read_signed_packs, OURS, 0.5),
    Decoder("hand-over", Form.JSON, (write_hand_over(HAND_OVER).encode(),), _take_over, (ValueError,)),
    Decoder("last word of a process", Form.JSON, (_said(),), _hear, NOTHING),
    Decoder("cost of a slot", Form.JSON, (PARAMS,), _unwrap, (ValueError,)),
    Decoder("table of words", Form.TABLE, (_text(f"{_WORDS}/table.csv"),), _bring_in, OURS, 0.25),
    Decoder("dictionary of words", Form.TABLE, (_text(f"{_WORDS}/redcap.csv"),), _bring_in, OURS, 0.25),
    Decoder(
        "questionnaire with words",
        Form.JSON,
        (_text(f"{_WORDS}/questionnaire-r4.json"), _text(f"{_WORDS}/questionnaire-r5.json")),
        _bring_in,
        OURS,
        0.25,
    ),
    Decoder("questionnaire as a draft", Form.JSON, (_text(f"{_WORDS}/questionnaire-r4.json"),), _read_draft, OURS, 0.2),
    Decoder("FHIR resources to be checked", Form.JSON, (_fhir_bundle(),), _check_fhir, OURS, 0.2),
    Decoder("spreadsheet of words", Form.BYTES, (_book()[_SHEET],), _bring_in_sheet, OURS, 0.1),
    Decoder("table to be scored", Form.TABLE, _tables(), _score, OURS, 0.1),
)
BY_NAME = {decoder.name: decoder for decoder in DECODERS}
