"""Measure a wording on the participant's screens, without a screen: for whoever checks words at a desk."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from retnet_pro.answering.session import begin
from retnet_pro.app.senses import system_clock
from retnet_pro.app.window import ORGANISATION
from retnet_pro.errors import Refusal
from retnet_pro.gui.interface import install
from retnet_pro.gui.participant.measuring import measure
from retnet_pro.gui.theme import installed_family
from retnet_pro.instrument.model import Instrument, Wording
from retnet_pro.instrument.wording_check import Remark


def measured(form: Instrument, wording: Wording, words: Path) -> tuple[Remark, ...]:
    """Return what stands against a wording on screen, with the program's own words around it (rule E130).

    Where the program does not speak its language, its own words are the English ones.

    `words` is the folder with the program's own translations.
    """
    application = QApplication.instance() or _offscreen()
    if not isinstance(application, QApplication):
        raise TypeError("another kind of Qt application is running here")
    try:
        speech = install(words, wording.language)
    except Refusal:  # the check of the wording says so; the words are measured all the same
        speech = None
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
