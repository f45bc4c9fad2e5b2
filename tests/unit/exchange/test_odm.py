"""The ODM file fits CDISC's schema, tells every state, and says who corrected an answer and why."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from retnet_pro.dataset.rows import EventKind, FormRows
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.cdisc_codes import item_codes
from retnet_pro.exchange.odm import NAMESPACE, write_odm
from retnet_pro.exchange.odm_metadata import oids_of
from retnet_pro.exchange.writer import quiet
from tests import fakes_rows as fakes

etree = pytest.importorskip("lxml.etree", reason="lxml is not installed: ODM was not checked against its schema")
odmlib = pytest.importorskip("odmlib", reason="odmlib is not installed: ODM was not checked against its schema")
NS = {"o": NAMESPACE}


@pytest.fixture(scope="module")
def schema():
    return etree.XMLSchema(etree.parse(Path(odmlib.__file__).parent / "schemas" / "odm" / "1.3.2" / "ODM1-3-2.xsd"))


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("odm") / "data"
    write_odm(fakes.small_data(), out, quiet)
    return out / "odm.xml"


@pytest.fixture(scope="module")
def tree(written):
    return etree.parse(written)


def found(tree, path: str) -> list:
    return tree.xpath(path, namespaces=NS)


def item(tree, instrument: str, name: str):
    """The one item at baseline, or None."""
    oid = oid_of(instrument, name)
    some = found(tree, f"//o:StudyEventData[@StudyEventOID='SE.BASELINE']//o:ItemData[@ItemOID='{oid}']")
    assert len(some) <= 1
    return some[0] if some else None


def oid_of(instrument: str, name: str) -> str:
    form = next(one for one in fakes.codebook().instruments if one.id == instrument)
    return oids_of(form.id, form.version).item(name)


def test_it_fits_the_schema_of_cdisc(schema, tree):
    assert schema.validate(tree), schema.error_log
    assert tree.getroot().get("ODMVersion") == "1.3.2" and tree.getroot().get("FileType") == "Snapshot"


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace('DataType="integer"', 'DataType="whole"', 1),
        lambda text: text.replace('IsNull="Yes"', 'IsNull="Perhaps"', 1),
        lambda text: text.replace("<AuditRecord", "<Auditing", 1).replace("</AuditRecord", "</Auditing", 1),
        lambda text: text.replace(' FileType="Snapshot"', "", 1),
        lambda text: text.replace("<DateTimeStamp>2026", "<DateTimeStamp>in 2026", 1),
    ],
    ids=["type", "null", "element", "attribute", "time"],
)
def test_a_damaged_file_is_found_by_the_schema(schema, written, damage):
    text = written.read_text("utf-8")
    assert damage(text) != text
    assert not schema.validate(etree.fromstring(damage(text).encode()))


@pytest.mark.rule("E42")
def test_all_six_states_come_back(tree):
    flag = "string(o:Annotation/o:Flag/o:FlagValue)"

    def read(one):
        return (one.get("Value"), one.get("IsNull"), one.xpath(flag, namespaces=NS))

    assert read(item(tree, fakes.C30, "q2")) == ("2", None, "")
    assert read(item(tree, fakes.GINET21, fakes.NOT_APPLICABLE_ITEM)) == (None, "Yes", "not_applicable")
    assert read(item(tree, fakes.C30, fakes.SKIPPED_ITEM)) == (None, "Yes", "skipped")
    assert item(tree, fakes.DIARY, fakes.HIDDEN_ITEM) is None
    [score] = found(tree, f"//o:ItemData[contains(@ItemOID, '.{fakes.NO_SCORE}')]")
    assert read(score) == (None, "Yes", "too-few-answered")
    week_12 = f"//o:SubjectData[@SubjectKey='{fakes.SUBJECT}']/o:StudyEventData[@StudyEventOID='SE.WEEK-12']"
    assert {one.get("FormOID") for one in found(tree, f"{week_12}/o:FormData")} == {"F.STATUS"}
    status = f"{week_12}/o:FormData[@FormRepeatKey='{fakes.C30}.1']//o:ItemData"
    said = {one.get("ItemOID"): one.get("Value") for one in found(tree, status)}
    assert (said["I.STATUS"], said["I.REASON"]) == ("missed", "too-ill")


def test_every_answer_and_score_is_there_unrounded(tree):
    for one in fakes.first_person().forms:
        for row in one.items:
            held = item(tree, one.form.instrument, row.item)
            assert (None if held is None else held.get("Value")) == (row.text or None)
        oids = oids_of(one.form.instrument, one.form.instrument_version)
        for score in one.scores:
            [held] = found(tree, f"//o:ItemData[@ItemOID='{oids.score(score.scale, score.variant)}']")
            assert held.get("Value") == (None if score.value is None else repr(score.value))


def test_a_correction_says_who_when_why_and_what_stood_before(tree):
    held = item(tree, fakes.C30, fakes.CORRECTED_ITEM)
    assert held.get("Value") == "3"
    [record] = held.xpath("o:AuditRecord", namespaces=NS)
    said = {etree.QName(one).localname: one.text for one in record}
    assert said["DateTimeStamp"] == "2026-01-04T10:00:00.000+01:00"
    assert said["ReasonForChange"] == f"mistapped: {fakes.FORMULA_NOTE}"
    assert held.xpath("string(o:Annotation/o:Comment)", namespaces=NS) == "before: answered 2"
    user = record.xpath("string(o:UserRef/@UserOID)", namespaces=NS)
    assert found(tree, f"//o:AdminData/o:User[@OID='{user}']/o:LoginName")[0].text == "nurse"
    assert len(found(tree, "//o:AuditRecord")) == 1


def twice_corrected(*, back: bool):
    """The first participant, whose corrected answer was changed once more; to what it was at first, or to 4."""
    person = fakes.first_person()
    first, *others = person.forms
    [event] = [one for one in person.events if one.kind is EventKind.CORRECTED]
    value = event.before if back else "4"
    again = replace(event, before=event.value, value=value, note="", at="2026-01-05T10:00:00.000+01:00", by="second")
    items = tuple(
        replace(
            one,
            code=int(value),
            original=None if back else replace(one.original, at=again.at, by=again.by, note=again.note),
        )
        if one.item == fakes.CORRECTED_ITEM
        else one
        for one in first.items
    )
    return replace(person, forms=(FormRows(first.form, items, first.scores), *others), events=(*person.events, again))


@pytest.mark.parametrize("back", [False, True], ids=["to another", "back"])
def test_every_correction_of_an_item_is_told_the_earlier_ones_too(back, schema, tmp_path):
    write_odm(fakes.data_of((twice_corrected(back=back),)), tmp_path / "odm.xml", quiet)
    tree = etree.parse(tmp_path / "odm.xml")
    assert schema.validate(tree), schema.error_log
    held = item(tree, fakes.C30, fakes.CORRECTED_ITEM)
    assert held.get("Value") == ("2" if back else "4")
    assert held.xpath("string(o:AuditRecord/o:DateTimeStamp)", namespaces=NS) == "2026-01-05T10:00:00.000+01:00"
    assert held.xpath("string(o:AuditRecord/o:UserRef/@UserOID)", namespaces=NS).endswith(".second")
    first, earlier = held.xpath("o:Annotation/o:Comment", namespaces=NS)
    assert first.text == "before: answered 2"
    assert earlier.text == (
        f"corrected by nurse at 2026-01-04T10:00:00.000+01:00: 2 to 3: mistapped: {fakes.FORMULA_NOTE}"
    )


def test_a_name_that_ends_so_makes_one_file_alike_to_that_in_the_folder(written, tmp_path):
    made = write_odm(fakes.small_data(), tmp_path / "study.xml", quiet)
    assert (tmp_path / "study.xml").read_bytes() == written.read_bytes()
    assert [one.name for one in made.files] == ["study.xml"] == [path.name for path in tmp_path.iterdir()]
    with pytest.raises(Refusal) as caught:
        write_odm(fakes.small_data(), tmp_path / "study.xml", quiet)
    assert caught.value.code is Code.FILE_EXISTS


def test_items_carry_their_sdtm_test_codes(tree):
    for form in fakes.codebook().instruments:
        for one in form.items:
            [code] = found(tree, f"//o:ItemDef[@OID='{oid_of(form.id, one.id)}']/o:Alias[@Context='SDTM']/@Name")
            assert code == item_codes()[form.id, form.version, one.id].code


def test_everything_that_is_named_is_defined(tree):
    for kind, names in {
        "StudyEventDef": ("StudyEventOID",), "FormDef": ("FormOID",), "ItemGroupDef": ("ItemGroupOID",),
        "ItemDef": ("ItemOID",), "CodeList": ("CodeListOID",), "User": ("UserOID",), "Location": ("LocationOID",),
    }.items():  # fmt: skip
        defined = [str(one) for one in found(tree, f"//o:{kind}/@OID")]
        assert defined and len(defined) == len(set(defined))
        assert {str(one) for name in names for one in found(tree, f"//@{name}")} <= set(defined)


@pytest.mark.rule("E141")
def test_no_word_of_a_questionnaire_is_in_it_and_it_is_marked(written, tree):
    everything = written.read_text("utf-8")
    for form in (fakes.C30, fakes.GINET21):
        wording = fakes.library().wording(fakes.library().instrument(form), "en")
        assert not any(words in everything for words in wording.items.values())
    assert "SYNTHETIC" in tree.getroot().get("Description") and "-SYNTHETIC" in found(tree, "//o:Study/@OID")[0]


def test_two_exports_of_a_trial_are_alike_to_the_byte_and_fit_the_schema(tmp_path, schema):
    for name in ("1", "2"):
        write_odm(fakes.simulated_data(4, 6), tmp_path / name, quiet)
    one, other = (tmp_path / name / "odm.xml" for name in ("1", "2"))
    assert one.read_bytes() == other.read_bytes()
    assert schema.validate(etree.parse(one)), schema.error_log
    assert [path.name for path in (tmp_path / "1").iterdir()] == ["odm.xml"]


def changed_person(**changes):
    person = fakes.first_person()
    first = person.forms[0]
    return replace(person, forms=(FormRows(replace(first.form, **changes), first.items, first.scores),))


def unwritable() -> Iterator[tuple[object, str]]:
    yield changed_person(time_point=None), "visit"
    yield changed_person(instrument_version="9.9"), "form"
    person = fakes.first_person()
    yield replace(person, subject=replace(person.subject, histology="ileum\x00")), "Value"


@pytest.mark.parametrize("name", ["out", "out.xml"])
@pytest.mark.parametrize(("person", "column"), tuple(unwritable()), ids=["visit", "version", "character"])
def test_what_odm_cannot_say_is_refused_by_row_and_column_and_nothing_is_left(person, column, name, tmp_path):
    with pytest.raises(Refusal) as caught:
        write_odm(fakes.data_of((person,)), tmp_path / name, quiet)
    assert caught.value.code is Code.DATA_UNFIT and caught.value.facts["column"] == column
    assert str(caught.value.facts["row"]).startswith(fakes.SUBJECT)
    assert list(tmp_path.iterdir()) == []
