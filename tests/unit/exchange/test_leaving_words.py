"""Words of a questionnaire leave with data through one gate, in every format: shut unless the licence opens it."""

import csv
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from retnet_pro.dataset.codebook import Codebook, make_codebook
from retnet_pro.dataset.leaving_words import DEMONSTRATION, Offered, Shut, why_shut
from retnet_pro.errors import Refusal
from retnet_pro.exchange.formats import FORMATS
from retnet_pro.exchange.writer import quiet
from retnet_pro.instrument.model import Instrument, Licence, Wording
from retnet_pro.study.model import Mode
from tests import fakes_rows as fakes

TODAY = date(2026, 4, 5)
NOTICE = "ZZNOTICE of the owner"
LICENCE = Licence(
    owner="Owner", id="L-1", study="S", expires=TODAY, copyright=NOTICE, approval=None, in_exports=True
)  # fmt: skip
CANARIES = (b"ZZNOTICE", b"ZZTITLE", b"ZZINSTRUCTION", b"ZZRECALL", b"ZZITEM", b"ZZLABEL", b"ZZNA")
SPOKEN = frozenset({"csv", "redcap", "odm", "fhir", "fhir-transaction"})
"""Formats that have a place for the words of questions and answers."""
DEFINED = frozenset({"sdtm-xpt", "sdtm-json", "adam-csv", "adam-xpt", "adam-json"})
"""Formats that have a place for the words of questions in their define file."""


def licensed(form: Instrument, licence: Licence | None, language: str = "en") -> Wording:
    """Return words nobody could mistake, as a licensed pack would bring them."""
    shipped = fakes.library().wording(form, "en")
    return replace(
        shipped,
        language=language,
        demonstration=False,
        licence=licence,
        notice=NOTICE,
        title=f"ZZTITLE {form.id}",
        instruction="ZZINSTRUCTION",
        recalls=dict.fromkeys(shipped.recalls, "ZZRECALL"),
        items={item: f"ZZITEM {language} {item}" for item in shipped.items},
        labels={
            scale: {code: f"ZZLABEL {code}" for code in labels} for scale, labels in shipped.labels.items()
        },
        not_applicable=dict.fromkeys(shipped.not_applicable, "ZZNA"),
    )  # fmt: skip


def codebook_with(*licences: tuple[str, Licence | None], mode: Mode = Mode.STUDY) -> Codebook:
    forms = tuple(map(fakes.library().instrument, fakes.library().ids()))

    def words(form):
        return [licensed(form, licence, language) for language, licence in licences]

    return make_codebook(fakes.study(), forms, Offered(wordings=words, mode=mode, today=TODAY))


def parsed(path: Path, schema: str):
    """Return an XML file that fits a schema of CDISC."""
    why = "lxml or odmlib is not installed: words in XML were not checked against the schema"
    etree, odmlib = pytest.importorskip("lxml.etree", reason=why), pytest.importorskip("odmlib", reason=why)
    tree = etree.parse(path)
    rules = etree.XMLSchema(etree.parse(Path(odmlib.__file__).parent / "schemas" / schema))
    assert rules.validate(tree), rules.error_log
    return tree


def exported(name: str, codebook: Codebook, folder: Path, mode: Mode = Mode.STUDY) -> bytes:
    """Return every byte of an export, also what is packed in it."""
    out = folder / ("out.json" if name.startswith("fhir") else "out.zip")
    data = replace(fakes.small_data(), codebook=codebook, about=fakes.about(mode))
    FORMATS[name](data, out, quiet)
    if not is_zipfile(out):
        return out.read_bytes()
    with ZipFile(out) as packed:
        packed.extractall(folder / "unpacked")
    found = out.read_bytes()
    for path in sorted((folder / "unpacked").rglob("*.*")):
        found += path.read_bytes()
        if path.suffix == ".parquet":
            parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: Parquet was not read")
            table = parquet.read_table(path)
            found += repr((table.schema, table.to_pylist())).encode()
    return found


@pytest.mark.rule("E140", "E141")
@pytest.mark.parametrize("name", sorted(FORMATS))
def test_without_the_licences_word_no_word_of_a_questionnaire_is_in_any_file(name, tmp_path):
    codebook = codebook_with(("en", replace(LICENCE, in_exports=False)), ("de", replace(LICENCE, in_exports=False)))
    assert {one.why for one in codebook.withheld} == {Shut.NOT_ALLOWED}
    found = exported(name, codebook, tmp_path)
    assert not [one for one in CANARIES if one in found]


@pytest.mark.rule("E141")
@pytest.mark.parametrize("name", sorted(FORMATS))
def test_with_the_licences_word_the_words_stand_where_a_format_has_a_place_for_them(name, tmp_path):
    found = exported(name, codebook_with(("en", LICENCE), ("de", replace(LICENCE, in_exports=False))), tmp_path)
    assert b"ZZITEM de" not in found
    assert (b"ZZITEM en q1" in found) == (name in SPOKEN | DEFINED)
    assert (b"ZZLABEL 2" in found) == (name in SPOKEN)
    assert (NOTICE.encode() in found) == (name in SPOKEN | DEFINED)
    assert DEMONSTRATION.encode() not in found


@pytest.mark.rule("E131")
@pytest.mark.parametrize("name", sorted(SPOKEN - {"redcap"}) + sorted(DEFINED))
def test_every_language_that_may_leave_is_there(name, tmp_path):
    found = exported(name, codebook_with(("de", LICENCE), ("fr", LICENCE)), tmp_path)
    assert b"ZZITEM de q1" in found and b"ZZITEM fr q1" in found


def test_where_there_is_room_for_one_language_it_is_english_or_else_the_first(tmp_path):
    form = fakes.library().instrument(fakes.C30)
    assert codebook_with(("de", LICENCE), ("en-GB", LICENCE)).label_words(form).language == "en-GB"
    assert codebook_with(("fr", LICENCE), ("de", LICENCE)).label_words(form).language == "de"
    assert fakes.codebook().label_words(form) is None


@pytest.mark.rule("E141")
def test_a_licence_that_has_ended_shuts_the_gate_the_day_after(tmp_path):
    form = fakes.library().instrument(fakes.C30)
    words = licensed(form, LICENCE)
    assert why_shut(form, words, Mode.STUDY, TODAY) is None
    assert why_shut(form, words, Mode.STUDY, TODAY + timedelta(days=1)) is Shut.ENDED
    assert why_shut(form, replace(words, licence=replace(LICENCE, expires=None)), Mode.STUDY, date.max) is None


def test_words_that_need_no_licence_may_leave_and_those_that_do_may_not():
    diary, c30 = map(fakes.library().instrument, (fakes.DIARY, fakes.C30))
    assert why_shut(diary, licensed(diary, None), Mode.STUDY, TODAY) is None
    assert why_shut(c30, licensed(c30, None), Mode.STUDY, TODAY) is Shut.NOT_ALLOWED
    assert why_shut(diary, licensed(diary, replace(LICENCE, in_exports=False)), Mode.STUDY, TODAY) is Shut.NOT_ALLOWED


@pytest.mark.rule("E140")
@pytest.mark.parametrize("name", sorted(SPOKEN | DEFINED))
def test_demonstration_wording_leaves_with_its_mark(name, tmp_path):
    forms = tuple(map(fakes.library().instrument, fakes.library().ids()))
    shipped = Offered(wordings=lambda form: [fakes.library().wording(form, "en")], mode=Mode.DEMO, today=TODAY)
    found = exported(name, make_codebook(fakes.study(), forms, shipped), tmp_path, Mode.DEMO)
    said = fakes.library().wording(forms[0], "en").items[forms[0].items[0].id]
    assert said.encode() in found
    assert DEMONSTRATION.encode() in found


def test_in_a_study_demonstration_wording_of_a_licensed_form_stays_here():
    """Participants were asked in other words; those of a form that needs no licence are what they were asked."""
    diary, c30 = map(fakes.library().instrument, (fakes.DIARY, fakes.C30))
    assert why_shut(c30, fakes.library().wording(c30, "en"), Mode.STUDY, TODAY) is Shut.DEMONSTRATION
    assert why_shut(diary, fakes.library().wording(diary, "en"), Mode.STUDY, TODAY) is None


def test_redcap_shows_the_words_as_labels_and_the_notice_as_note(tmp_path):
    exported("redcap", codebook_with(("en", LICENCE)), tmp_path)
    (path,) = (tmp_path / "unpacked").rglob("data_dictionary.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = {row["Variable / Field Name"]: row for row in csv.DictReader(file)}
    row = rows["c30_q01"]
    assert (row["Field Label"], row["Field Note"]) == ("ZZITEM en q1", NOTICE)
    choices = row["Choices, Calculations, OR Slider Labels"]
    assert choices == "1, ZZLABEL 1 | 2, ZZLABEL 2 | 3, ZZLABEL 3 | 4, ZZLABEL 4"
    boxes = rows["c30_q29"]["Choices, Calculations, OR Slider Labels"]
    assert boxes == "1, ZZLABEL 1 | 2, 2 | 3, 3 | 4, 4 | 5, 5 | 6, 6 | 7, ZZLABEL 7"


def test_a_label_that_redcap_would_cut_in_two_is_refused_by_name(tmp_path):
    form = fakes.library().instrument(fakes.C30)
    broken = replace(licensed(form, LICENCE), items=dict.fromkeys(form.by_id, "this | that"))
    codebook = make_codebook(fakes.study(), [form], Offered(wordings=lambda _: [broken], mode=Mode.DEMO, today=TODAY))
    with pytest.raises(Refusal) as caught:
        exported("redcap", codebook, tmp_path)
    assert (caught.value.facts["row"], caught.value.facts["column"]) == (fakes.C30, "q1")


def test_odm_asks_in_each_language_and_says_what_a_code_means(tmp_path):
    exported("odm", codebook_with(("de", LICENCE), ("en", LICENCE)), tmp_path)
    (path,) = (tmp_path / "unpacked").rglob("odm.xml")
    odm, ns = parsed(path, "odm/1.3.2/ODM1-3-2.xsd"), {"o": "http://www.cdisc.org/ns/odm/v1.3"}
    (item,) = odm.xpath("//o:ItemDef[@OID='I.C30.V3.0.Q01']", namespaces=ns)
    asked = item.xpath("o:Question/o:TranslatedText", namespaces=ns)
    assert [(one.get("{http://www.w3.org/XML/1998/namespace}lang"), one.text) for one in asked] == [
        ("de", "ZZITEM de q1"), ("en", "ZZITEM en q1")
    ]  # fmt: skip
    assert item.get("Comment") == NOTICE
    (codes,) = odm.xpath(f"//o:CodeList[@OID='{item.find('o:CodeListRef', ns).get('CodeListOID')}']", namespaces=ns)
    assert not codes.findall("o:EnumeratedItem", ns)
    assert codes.xpath("o:CodeListItem[@CodedValue='2']/o:Decode/o:TranslatedText/text()", namespaces=ns) == [
        "ZZLABEL 2", "ZZLABEL 2"
    ]  # fmt: skip


def test_fhir_has_a_questionnaire_in_each_language_with_the_owners_line(tmp_path):
    bundle = json.loads(exported("fhir", codebook_with(("de", LICENCE), ("en", LICENCE)), tmp_path))
    forms = [one["resource"] for one in bundle["entry"] if one["resource"]["resourceType"] == "Questionnaire"]
    c30 = [one for one in forms if one["name"].startswith("Qlq_c30")]
    assert [(one["language"], one["copyright"], one["experimental"]) for one in c30] == [
        ("de", NOTICE, False), ("en", NOTICE, False)
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["sdtm-xpt", "adam-csv"])
def test_the_define_file_says_the_words_in_a_comment_on_the_test_codes_and_fits_its_schema(name, tmp_path):
    exported(name, codebook_with(("de", LICENCE), ("en", LICENCE)), tmp_path)
    (path,) = (tmp_path / "unpacked").rglob("define.xml")
    define = parsed(path, "define/2.1/define2-1-0.xsd")
    ns = {"o": "http://www.cdisc.org/ns/odm/v1.3", "d": "http://www.cdisc.org/ns/def/v2.1"}
    (codes,) = define.xpath("//o:CodeList[@OID='CL.QSTESTCD' or @OID='CL.PARAMCD']", namespaces=ns)
    comment = codes.get(f"{{{ns['d']}}}CommentOID")
    said = define.xpath(f"//d:CommentDef[@OID='{comment}']/o:Description/o:TranslatedText/text()", namespaces=ns)
    assert len(said) == 2
    assert f"qlq-c30 3.0: {NOTICE}\n" in said[1] and "\nEOR0101: ZZITEM en q1\n" in said[1]
