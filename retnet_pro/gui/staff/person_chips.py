"""The line of facts at the head of a participant's page, and the line of what has ended."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from retnet_pro.gui import words
from retnet_pro.gui.staff.person_view import Moment, PersonView
from retnet_pro.gui.staff.pieces import Tone, chip
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import Theme


def fact_chips(view: PersonView, theme: Theme) -> list[QWidget]:
    """Return the language, the arm where it may be seen, and what is known of the disease."""
    chips = [chip(words.language_name(view.language), Sign.LANGUAGE, theme)]
    if view.sees_arm:
        arm = view.arm or QCoreApplication.translate("PersonPage", "not randomised")
        said = QCoreApplication.translate("PersonPage", "Arm: {arm}").format(arm=arm)
        chips.append(chip(said, Sign.ARM, theme, name="person.arm"))
    else:
        hidden = QCoreApplication.translate("PersonPage", "Arm hidden for your role")
        chips.append(chip(hidden, Sign.LOCK, theme, name="person.arm-hidden"))
    if view.symptomatic is not None:
        said = (
            QCoreApplication.translate("PersonPage", "Symptoms at baseline")
            if view.symptomatic
            else QCoreApplication.translate("PersonPage", "No symptoms at baseline")
        )
        chips.append(chip(said, Sign.INFORMATION, theme))
    findings = (words.finding(one) for one in (view.histology, view.grade) if one)
    return chips + [chip(said, Sign.INFORMATION, theme) for said in findings]


def ending_chips(view: PersonView, theme: Theme, said: Callable[[Moment], str]) -> list[QWidget]:
    """Return what has ended, as the time line says it, and whether a form of staff states something else."""
    ended = (f"{said(moment)} {words.day(moment.day)}" for moment in view.ended)
    chips: list[QWidget] = [chip(one, Sign.ATTENTION, theme, tone=Tone.AMBER) for one in ended]
    if view.form_differs:
        differs = QCoreApplication.translate("PersonPage", "A form of staff says otherwise")
        chips.append(chip(differs, Sign.ATTENTION, theme, tone=Tone.AMBER, name="person.form-differs"))
    return chips
