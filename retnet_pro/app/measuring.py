"""Measure a wording on the participant's screens, without a screen: for whoever checks words at a desk."""

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from retnet_pro.answering.session import begin
from retnet_pro.app.senses import system_clock
from retnet_pro.app.window import ORGANISATION
from retnet_pro.gui.interface import available, install
from retnet_pro.gui.participant.measuring import measure
from retnet_pro.gui.theme import installed_family
from retnet_pro.instrument.model import Instrument, Wording
from retnet_pro.instrument.wording_check import Remark


def measured(form: Instrument, wording: Wording, words: Path) -> tuple[Remark, ...]:
    """Return what stands against a wording on screen, with the program's own words around it (rules E130, E131).

    `words` is the folder with the program's own translations.
    """
    application = QApplication.instance() or _offscreen()
    if not isinstance(application, QApplication):
        raise TypeError("another kind of Qt application is running here")
    if unspoken := tuple(_unspoken(wording, words)):
        return (*unspoken, *_measured(form, wording))
    speech = install(words, wording.language)
    try:
        return _measured(form, wording)
    finally:
        if speech is not None:
            QCoreApplication.removeTranslator(speech)


def _measured(form: Instrument, wording: Wording) -> tuple[Remark, ...]:
    return measure(form, wording, begin(form, system_clock()()), family=installed_family())


def hush(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Pass on what Qt says, but not that a simulated screen knows no size hints."""
    if "propagateSizeHints" not in text:
        print(text, file=sys.stderr)


def _offscreen() -> QApplication:
    qInstallMessageHandler(hush)
    return QApplication([ORGANISATION, "-platform", "offscreen"])


def _unspoken(wording: Wording, words: Path) -> Iterator[Remark]:
    if wording.language.partition("-")[0] not in available(words):
        said = f"the program itself does not speak '{wording.language}' and another one is no substitute (E131)"
        yield Remark(stands_against=True, said=said)
