"""What forms of staff say on the glass: values with their units, and why something is refused or asked about."""

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from retnet_pro.answering.clinic_doubt import Doubt, Why
from retnet_pro.answering.clinic_value import Absent, Dated, Emptied, Measured, Noted, Put, RowDropped
from retnet_pro.answering.sheet import Answered
from retnet_pro.gui import words
from retnet_pro.instrument.clinic import Choice, ClinicForm, ClinicWords, Number
from retnet_pro.instrument.model import ItemId


def language() -> str:
    """Return the language in which staff read forms: that of the interface."""
    return QCoreApplication.translate("clinic", "en")


def value(form: ClinicForm, said: ClinicWords, item: ItemId, put: Put) -> str:
    """Return what was put down, in words."""
    kind = form.by_id[item].kind if item in form.by_id else None
    match put:
        case Answered(code):
            return said.lists[kind.list].get(code, str(code)) if isinstance(kind, Choice) else str(code)
        case Measured(number, unit):
            known = kind.kind.unit(unit) if isinstance(kind, Number) else None
            return f"{decimal(number)} {known.symbol if known else unit}"
        case Dated(text):
            return day(text)
        case Noted(text):
            return text
        case Absent(why):
            return words.word(why)
        case Emptied():
            return QCoreApplication.translate("clinic", "taken back")
        case RowDropped():
            return QCoreApplication.translate("clinic", "row taken away")


def decimal(number: str) -> str:
    """Return a number with the decimal mark of the language, every digit as it was typed."""
    return number.replace(".", QLocale().decimalPoint())


def day(text: str) -> str:
    """Return a day, or the month or year alone."""
    if len(text) == 10:
        return words.day(date.fromisoformat(text))
    return ".".join(reversed(text.split("-")))


def doubt(one: Doubt) -> str:
    """Say why a value is refused, or what is asked about it."""
    bound = _bound(one)
    if one.why is Why.FACT_DIFFERS and not bound:
        said = QCoreApplication.translate("clinic", "The participant's course says otherwise. Is this right?")
    else:
        said = QCoreApplication.translate("clinic", str(_SAID[one.why]))
    return said.format(bound=bound)


def _bound(one: Doubt) -> str:
    parts = one.bound.split("-")
    if len(parts) in (2, 3) and all(part.isdigit() for part in parts):
        return day(one.bound)
    number, space, unit = one.bound.partition(" ")
    return f"{decimal(number)}{space}{unit}"


_SAID = {
    Why.WRONG_KIND: QT_TRANSLATE_NOOP("clinic", "This does not fit here."),
    Why.TOO_PRECISE: QT_TRANSLATE_NOOP("clinic", "At most {bound} decimals are taken, and no mark between thousands."),
    Why.UNIT_UNKNOWN: QT_TRANSLATE_NOOP("clinic", "Choose the unit as the report gives it."),
    Why.UNIT_DIFFERS: QT_TRANSLATE_NOOP("clinic", "Its value is in {bound}. Give this in the same unit."),
    Why.BELOW_POSSIBLE: QT_TRANSLATE_NOOP("clinic", "Less than {bound} is impossible. Check number and unit."),
    Why.ABOVE_POSSIBLE: QT_TRANSLATE_NOOP("clinic", "More than {bound} is impossible. Check number and unit."),
    Why.TOO_LONG: QT_TRANSLATE_NOOP("clinic", "At most {bound} characters are taken."),
    Why.NOT_A_WHOLE_DAY: QT_TRANSLATE_NOOP("clinic", "Day, month and year are needed."),
    Why.IN_FUTURE: QT_TRANSLATE_NOOP("clinic", "This lies in the future; today is {bound}."),
    Why.NOT_RANDOMISED: QT_TRANSLATE_NOOP("clinic", "This can only follow randomisation, which is not recorded."),
    Why.BEFORE_ENROLMENT: QT_TRANSLATE_NOOP("clinic", "This lies before the consent of {bound}."),
    Why.BEFORE_RANDOMISATION: QT_TRANSLATE_NOOP("clinic", "This lies before the randomisation of {bound}."),
    Why.BEFORE_OTHER_DAY: QT_TRANSLATE_NOOP("clinic", "This lies before its beginning, {bound}."),
    Why.AFTER_DEATH: QT_TRANSLATE_NOOP("clinic", "This lies after the death of {bound}."),
    Why.UNUSUALLY_LOW: QT_TRANSLATE_NOOP("clinic", "Less than {bound} is unusual. Are number and unit right?"),
    Why.UNUSUALLY_HIGH: QT_TRANSLATE_NOOP("clinic", "More than {bound} is unusual. Are number and unit right?"),
    Why.UNUSUALLY_EARLY: QT_TRANSLATE_NOOP("clinic", "This lies before {bound}. Is it right?"),
    Why.FACT_DIFFERS: QT_TRANSLATE_NOOP("clinic", "The participant's course says {bound}. Is this right?"),
    Why.ANOTHER_NEAR: QT_TRANSLATE_NOOP("clinic", "Another embolization is recorded on {bound}. Are these two?"),
    Why.FORM_EXISTS: QT_TRANSLATE_NOOP("clinic", "There is a closed form of {bound} already. Is this another one?"),
}
