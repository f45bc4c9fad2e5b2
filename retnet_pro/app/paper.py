"""A blank questionnaire on paper, for the day when no tablet can be used (rule E91)."""

from base64 import b64decode, b64encode
from collections.abc import Iterator
from pathlib import Path

from retnet_pro.app.children import Line, answer_parent, ask_child
from retnet_pro.app.senses import APP
from retnet_pro.errors import Code, Refusal
from retnet_pro.settings import Settings
from retnet_pro.study.load import load_study
from retnet_pro.study.model import Study
from retnet_pro.study.subject import check_subject


def paper_form(
    settings: Settings, form: str, language: str, *, large: bool, subject: str, visit: str, private: Path | None
) -> bytes:
    """Return the form as a PDF; `subject` and `visit` are '' for lines to write them on.

    Raises:
        Refusal: `FORM_UNKNOWN`, `WORDING_MISSING` (also when the program itself lacks the language on paper),
            `FORM_BROKEN`, `LETTERS_MISSING`, `PAPER_UNFIT`, `BAD_STUDY_CODE`, `TIME_POINT_UNKNOWN`.
    """
    study = load_study(settings.study)
    if subject:
        check_subject(subject, subject.rpartition("-")[0], study)
    if visit:
        _check_visit(visit, study)
    order: Line = {
        "forms": str(settings.forms),
        "words": str(settings.words),
        "private": str(private or ""),
        "form": form,
        "language": language,
        "large": large,
        "subject": subject,
        "visit": visit,
    }
    (line,) = ask_child("retnet_pro.app.paper", order)
    return b64decode(str(line["pdf"]))


def _check_visit(visit: str, study: Study) -> None:
    """Refuse what is no visit of the study: a time point, after an embolization with its number (``post2w-1``)."""
    base, _, number = visit.rpartition("-")
    ids = {point.id for point in study.time_points}
    if visit not in ids and not (base in ids and number.isdecimal()):
        raise Refusal(Code.TIME_POINT_UNKNOWN, time_point=visit)


def _set(order: Line) -> Iterator[Line]:
    from PySide6.QtGui import QGuiApplication

    from retnet_pro.gui.interface import install
    from retnet_pro.gui.paper.form import PaperForm, sheets
    from retnet_pro.gui.paper.printing import print_sheets
    from retnet_pro.gui.paper.words import lacking
    from retnet_pro.gui.theme import installed_family
    from retnet_pro.instrument.library import open_library
    from retnet_pro.instrument.model import InstrumentId

    application = QGuiApplication(["RETNET-Pro"])
    words, private, language = Path(str(order["words"])), str(order["private"]), str(order["language"])
    library = open_library(Path(str(order["forms"])), words, Path(private) if private else None)
    form = library.instrument(InstrumentId(str(order["form"])))
    wording = library.wording(form, language)
    translator = install(words, language)
    if translator is not None and not translator.is_of_source and lacking(translator):
        raise Refusal(Code.WORDING_MISSING, form="RETNET-Pro", language=language)
    paper = PaperForm(
        form=form,
        wording=wording,
        large=bool(order["large"]),
        subject=str(order["subject"]),
        visit=str(order["visit"]),
        app=APP,
    )
    made = sheets(paper, installed_family())
    title = " ".join(text for text in (form.title, form.version, language, paper.subject, paper.visit) if text)
    yield {"pdf": b64encode(print_sheets(made, title)).decode()}
    del application, translator


if __name__ == "__main__":
    answer_parent(_set)
