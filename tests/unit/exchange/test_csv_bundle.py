"""The plain export says every state, reads alike in other people's tools, and is whole or not there."""

import csv
import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from retnet_pro.dataset.rows import FormStatus
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.csv_bundle import write_csv_bundle
from retnet_pro.exchange.csv_cells import GUARD, cell
from retnet_pro.exchange.formats import FORMATS, writer_of
from retnet_pro.exchange.writer import quiet
from retnet_pro.study.model import Mode
from tests import fakes_rows as fakes

TABLES = (
    *("subjects.csv", "forms.csv", "items.csv", "scores.csv", "events.csv"),
    *("staff-forms.csv", "staff-values.csv", "codebook.csv"),
)


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("export") / "data"
    write_csv_bundle(fakes.small_data(), out, quiet)
    return out


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rebuilt(items, forms, scores) -> dict[str, object]:
    """The six states of one participant as a reader sees them; each is (value, state)."""
    item = {(row["instrument"], row["item"]): row for row in items if row["visit"] == "baseline"}
    form = {(row["visit"], row["instrument"]): row for row in forms if row["subject"] == fakes.SUBJECT}
    score = next(row for row in scores if row["instrument"] == fakes.C30)
    return {
        "answered": tuple(item[fakes.C30, "q2"][name] for name in ("code", "state")),
        "not applicable": tuple(item[fakes.GINET21, fakes.NOT_APPLICABLE_ITEM][name] for name in ("code", "state")),
        "skipped": tuple(item[fakes.C30, fakes.SKIPPED_ITEM][name] for name in ("code", "state")),
        "not presented": tuple(item[fakes.DIARY, fakes.HIDDEN_ITEM][name] for name in ("code", "state")),
        "not done": tuple(form["week-12", fakes.C30][name] for name in ("status", "reason")),
        "no score": tuple(score[f"qlq_c30_QL2{part}"] for part in ("", "_why", "_used", "_of")),
    }


STATES = {
    "answered": ("2", "answered"),
    "not applicable": ("", "not_applicable"),
    "skipped": ("", "skipped"),
    "not presented": ("", "not_presented"),
    "not done": ("missed", "too-ill"),
    "no score": ("", "too-few-answered", "0", "2"),
}


@pytest.mark.rule("E42")
def test_all_six_states_come_back(written):
    assert rebuilt(*(table(written, name) for name in ("items.csv", "forms.csv", "scores.csv"))) == STATES


def test_pandas_reads_the_same(written):
    pandas = pytest.importorskip("pandas")
    frames = [
        pandas.read_csv(written / name, dtype=str, keep_default_na=False).to_dict("records")
        for name in ("items.csv", "forms.csv", "scores.csv")
    ]
    assert rebuilt(*frames) == STATES
    numbers = pandas.read_csv(written / "items.csv")
    expected = [item.code for one in fakes.first_person().forms for item in one.items]
    assert [None if pandas.isna(code) else int(code) for code in numbers["code"]] == expected
    scores = pandas.read_csv(written / "scores.csv", float_precision="round_trip")
    held = {
        (one.form.key, f"{one.form.instrument}_{score.scale}".replace("-", "_")): score.value
        for one in fakes.first_person().forms
        for score in one.scores
        if not score.variant
    }
    for (key, column), value in held.items():
        (read,) = scores.loc[scores["key"] == key, column]
        assert pandas.isna(read) if value is None else read == value


READ_IN_R = """
a <- commandArgs(TRUE)
text <- function(name) read.csv(file.path(a[1], name), colClasses='character', na.strings=character(), encoding='UTF-8')
i <- text('items.csv')
f <- text('forms.csv')
s <- read.csv(file.path(a[1], 'scores.csv'), na.strings='')
cat(nrow(i), nrow(f), nrow(s), table(i$state), sum(as.integer(i$code), na.rm=TRUE), '\\n')
c30 <- s$instrument == 'qlq-c30'
cat(sprintf('%.17g', s$qlq_c30_PF2[c30]), is.na(s$qlq_c30_QL2[c30]), f$help_reason[f$help_reason != ''], '\\n')
"""


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed: read.csv was not tried")
def test_r_reads_the_same(written, tmp_path):
    script = tmp_path / "read.R"
    script.write_text(READ_IN_R, encoding="utf-8")
    done = subprocess.run(
        ["Rscript", "--vanilla", script, written], capture_output=True, text=True, encoding="utf-8", check=True,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin:/usr/local/bin"},
    )  # fmt: skip
    counts, values = done.stdout.splitlines()
    items, forms, scores = (table(written, name) for name in ("items.csv", "forms.csv", "scores.csv"))
    states = sorted({row["state"] for row in items})
    assert [int(number) for number in counts.split()] == [
        len(items), len(forms), len(scores),
        *(sum(row["state"] == state for row in items) for state in states),
        sum(int(row["code"]) for row in items if row["code"]),
    ]  # fmt: skip
    first, missing, reason = values.rstrip().split(" ", 2)
    assert float(first) == float(next(row["qlq_c30_PF2"] for row in scores if row["instrument"] == fakes.C30))
    assert (missing, reason) == ("TRUE", fakes.FOREIGN_REASON)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_the_sums_are_checked_by_the_usual_tool(written, tmp_path):
    def check(folder):
        return subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=folder, capture_output=True, check=False)

    assert check(written).returncode == 0
    changed = tmp_path / "changed"
    shutil.copytree(written, changed)
    (changed / "items.csv").write_bytes((changed / "items.csv").read_bytes().replace(b",2,", b",3,", 1))
    assert check(changed).returncode != 0


def test_the_manifest_names_every_table_with_its_rows(written):
    manifest = json.loads((written / "manifest.json").read_text("utf-8"))
    assert {one["name"]: one["rows"] for one in manifest["files"]} == {
        name: len(table(written, name)) for name in TABLES
    }
    assert (manifest["cut_off"], manifest["program"], manifest["study_version"]) == ("2026-04-05", "0.1.0", "1")
    assert manifest["offsets"] == {"+01:00": 6}


@pytest.mark.parametrize("name", ["again", "again.zip"])
def test_two_exports_are_alike_to_the_byte(name, tmp_path):
    first, second = tmp_path / "1", tmp_path / "2"
    for folder in (first, second):
        folder.mkdir()
        write_csv_bundle(fakes.simulated_data(4, 6), folder / name, quiet)
    pairs = [(path, second / path.relative_to(first)) for path in first.rglob("*") if path.is_file()]
    assert pairs and all(one.read_bytes() == other.read_bytes() for one, other in pairs)


def test_a_zip_holds_the_same_files(written, tmp_path):
    write_csv_bundle(fakes.small_data(), tmp_path / "data.zip", quiet)
    with ZipFile(tmp_path / "data.zip") as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == {
            f"data/{path.name}": path.read_bytes() for path in written.iterdir()
        }


@pytest.mark.rule("E42", "P24")
def test_forms_of_staff_come_with_every_value_as_it_was_put_down_and_who_closed_them(written):
    events, imaging = table(written, "staff-forms.csv")
    assert (imaging["form"], imaging["day"], imaging["revision"]) == ("imaging", "2026-03-30", "2")
    assert (imaging["states"], events["states"]) == ("progressed=2026-03-30", "")
    assert (imaging["by"], imaging["role"], imaging["event"]) == ("nurse", "nurse", "901")
    values = [row for row in table(written, "staff-values.csv") if row["sheet"] == imaging["sheet"]]
    told = {f"{one['item']} {one['row']}".strip(): one for one in values}
    names = ("state", "code", "measured", "unit", "date", "text")
    assert {place: tuple(row[name] for name in names) for place, row in told.items()} == {
        "imaged_on": ("answered", "", "", "", "2026-03-30", ""),
        "method": ("answered", "1", "", "", "", ""),
        "lesion_organ 1": ("answered", "1", "", "", "", ""),
        "lesion_diameter 1": ("answered", "", "12.50", "mm", "", ""),
        "lesion_note 1": ("answered", "", "", "", "", "'=1+1 größer"),
        "lesion_organ 2": ("answered", "1", "", "", "", ""),
        "lesion_diameter 2": ("not-done", "", "", "", "", ""),
        "new_lesion": ("unknown", "", "", "", "", ""),
        "verdict": ("answered", "4", "", "", "", ""),
        "progressed_where": ("answered", "1", "", "", "", ""),
        "progressed_on": ("answered", "", "", "", "2026-03-30", ""),
    }
    assert list(told)[:6] == [
        *("imaged_on", "method", "lesion_organ 1", "lesion_diameter 1", "lesion_note 1", "lesion_organ 2")
    ], "the order of the form, one row after the other"
    (partial,) = (row for row in table(written, "staff-values.csv") if row["item"] == "event_began")
    assert partial["date"] == "2026-01", "a day known in part stays so"


def test_the_codebook_explains_every_code_and_unit_of_the_forms_of_staff(written):
    book = table(written, "codebook.csv")
    codes = {(row["instrument"], row["id"], row["code"]) for row in book if row["part"] in ("staff_code", "staff_unit")}
    items = {(row["instrument"], row["id"]) for row in book if row["part"] == "staff_item"}
    for row in table(written, "staff-values.csv"):
        assert (row["form"], row["item"]) in items
        for given in filter(None, (row["code"], row["unit"])):
            assert (row["form"], row["item"], given) in codes
    assert all(row["words"] for row in book if row["part"].startswith("staff_"))
    assert {row["code"] for row in book if row["list"] == "staff_state"} == {"answered", "not-done", "unknown"}


@pytest.mark.rule("T10")
def test_text_that_looks_like_a_formula_is_defused_and_can_be_had_back(written):
    raw = next(row["changed_note"] for row in table(written, "items.csv") if row["changed_note"])
    assert raw == "'" + fakes.FORMULA_NOTE and raw.removeprefix(GUARD) == fakes.FORMULA_NOTE
    for text in ("=1", "+1", "-1", "@x", "\t=1", "\r", "'quoted", "''", "plain", "a=b", ""):
        assert not cell(text).startswith(("=", "+", "-", "@", "\t", "\r"))
        assert cell(text).removeprefix(GUARD) == text
    assert cell(-1.5) == "-1.5"


def test_synthetic_data_are_marked_in_every_line_and_study_data_never(written, tmp_path):
    assert all(row["mark"] == "synthetic" for name in TABLES for row in table(written, name))
    study = replace(fakes.small_data(), about=fakes.about(Mode.STUDY), people=lambda: iter((fakes.second_person(),)))
    write_csv_bundle(study, tmp_path / "study", quiet)
    assert all(row["mark"] == "" for name in TABLES for row in table(tmp_path / "study", name))
    assert json.loads((tmp_path / "study" / "manifest.json").read_text())["watermark"] is None


@pytest.mark.rule("E141")
def test_no_word_of_a_questionnaire_is_in_it(written):
    everything = "".join(path.read_text("utf-8") for path in written.iterdir())
    for form in (fakes.C30, fakes.GINET21):
        wording = fakes.library().wording(fakes.library().instrument(form), "en")
        for words in wording.items.values():
            assert words not in everything


class Stop(Exception):
    pass


def test_an_export_that_is_stopped_or_refused_leaves_nothing(tmp_path):
    def stop(done, _of):
        if done:
            raise Stop

    with pytest.raises(Stop):
        write_csv_bundle(fakes.small_data(), tmp_path / "out", stop)

    def broken():
        yield fakes.first_person()
        raise Refusal(Code.DATA_UNFIT, row="r", column="c", why="w")

    for name in ("out", "out.zip"):
        with pytest.raises(Refusal):
            write_csv_bundle(replace(fakes.small_data(), people=broken), tmp_path / name, quiet)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(written):
    before = (written / "SHA256SUMS").read_bytes()
    with pytest.raises(Refusal) as caught:
        write_csv_bundle(fakes.small_data(), written, quiet)
    assert caught.value.code is Code.FILE_EXISTS
    assert (written / "SHA256SUMS").read_bytes() == before


def test_progress_is_told_for_every_participant(tmp_path):
    told = []
    write_csv_bundle(fakes.small_data(), tmp_path / "out", lambda *at: told.append(at))
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_an_unknown_format_is_refused_with_those_there_are():
    assert writer_of("csv") is write_csv_bundle
    with pytest.raises(Refusal) as caught:
        writer_of("xls")
    assert caught.value.code is Code.FORMAT_UNKNOWN
    assert caught.value.facts["known"] == ", ".join(FORMATS)


@pytest.mark.parametrize("note", ['a "word", and more', "two\nlines", "two\r\nlines", "a carriage\rreturn", "a,b"])
def test_no_text_ends_its_cell_or_its_line(note, tmp_path):
    person = fakes.first_person()
    event = replace(person.events[0], note=note)
    data = fakes.data_of([replace(person, events=(event, *person.events[1:]))])
    write_csv_bundle(data, tmp_path / "data", quiet)
    rows = table(tmp_path / "data", "events.csv")
    assert rows[0]["note"] == note and len(rows) == len(person.events)


@pytest.mark.rule("P72", "P105")
@pytest.mark.parametrize(
    ("disputed", "undecided", "beside"), [((True, True), 2, 0), ((False, True), 0, 1), ((False,), 0, 0)]
)
def test_the_manifest_says_how_many_responses_do_not_count_and_why(tmp_path, disputed, undecided, beside):
    person = fakes.first_person()
    first = next(one for one in person.forms if one.form.status is FormStatus.DONE)
    rows = tuple(
        replace(first, form=replace(first.form, attempt=n, sequence=first.form.sequence + n, is_disputed=each))
        for n, each in enumerate(disputed)
    )
    write_csv_bundle(fakes.data_of([replace(person, forms=rows)]), tmp_path / "out", quiet)
    counts = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["counts"]
    assert (counts["forms"], counts["forms_undecided"], counts["forms_set_beside"]) == (len(rows), undecided, beside)


def test_no_format_loads_the_statistics_which_no_tablet_carries():
    source = (
        "import sys; from retnet_pro.exchange.formats import FORMATS, writer_of\n"
        "[writer_of(name) for name in FORMATS]\n"
        "print(sorted({'pandas', 'scipy', 'statsmodels', 'lifelines', 'matplotlib'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
