"""Every wording this project ships is its own demonstration wording and says so (rule E140)."""

from pathlib import Path

import pytest

from retnet_pro.app.measuring import measured
from retnet_pro.gui.theme import installed_family
from retnet_pro.gui.typefaces import missing_glyphs
from retnet_pro.instrument.library import open_library
from retnet_pro.instrument.wording import load_wording
from retnet_pro.study.check import check_all

HOUSE = Path(__file__).resolve().parents[2]
SHIPPED = sorted((HOUSE / "translations").glob("*/*.yaml"))
NOTICES = {
    "en": ("demonstration wording", "not valid for data collection"),
    "de": ("Demonstrationstext", "nicht für die Datenerhebung gültig"),
    "es": ("texto de demostración", "no válido para recoger datos"),
    "fr": ("texte de démonstration", "non valable pour la collecte de données"),
    "he": ("נוסח להדגמה", "לא תקף לאיסוף נתונים"),
    "zh": ("演示用语", "不可用于数据收集"),
}


def test_wordings_are_shipped() -> None:
    assert len(SHIPPED) >= 15


@pytest.mark.rule("E140", "E141")
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_shipped_wording_is_marked_as_demonstration_and_licensed_by_nobody(path: Path) -> None:
    wording = load_wording(path)
    assert wording.demonstration
    assert wording.licence is None
    for words in NOTICES[wording.language]:
        assert words.lower() in wording.notice.lower()
    if wording.instrument.startswith("qlq"):
        assert "EORTC" in wording.notice


@pytest.mark.rule("E02", "E04", "E111", "E130")
@pytest.mark.parametrize("language", NOTICES)
def test_every_shipped_wording_fits_on_the_participants_screens(qapp, language: str) -> None:
    """Each is laid out on two tablets at normal size and at 200 %, and every letter can be drawn."""
    if language == "zh" and missing_glyphs("好", "zh", installed_family()):
        pytest.skip("no typeface for Chinese here: packaging/prepare cjk")
    library = open_library(HOUSE / "forms", HOUSE / "translations", None)
    against = [
        (form.id, remark.said)
        for form in map(library.instrument, library.ids())
        for remark in measured(form, library.wording(form, language), HOUSE / "translations")
        if remark.stands_against
    ]
    assert against == []


@pytest.mark.rule("E140")
def test_no_other_place_holds_wording() -> None:
    """A licensed pack dropped into the repository by mistake carries the word that only a licence needs."""
    kept = [path for path in HOUSE.rglob("*.yaml") if not {".venv", ".git"} & set(path.relative_to(HOUSE).parts)]
    assert set(SHIPPED) <= set(kept)
    assert [path for path in kept if "\nlicence:" in path.read_text("utf-8")] == []


@pytest.mark.rule("E130")
def test_every_shipped_file_fits_the_others() -> None:
    assert check_all(HOUSE / "forms", HOUSE / "translations", None) == ()
    library = open_library(HOUSE / "forms", HOUSE / "translations", None)
    for form in library.ids():
        assert set(NOTICES) == set(library.languages(library.instrument(form)))
