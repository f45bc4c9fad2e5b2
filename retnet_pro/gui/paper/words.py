"""The program's own words on a paper form. English is the source; a language that lacks one of them is not printed."""

from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QTranslator

from retnet_pro.instrument.model import AtLeast, Equals, Instrument, Item, ItemKind, Wording

CONTEXT = "Paper"


class Word(Enum):
    """Everything the program says on paper. Who filled the form in has the same answers as on the tablet (rule E58)."""

    STUDY_CODE = QT_TRANSLATE_NOOP("Paper", "Study code")
    VISIT = QT_TRANSLATE_NOOP("Paper", "Visit")
    DATE = QT_TRANSLATE_NOOP("Paper", "Date filled in (day / month / year)")
    HOW = QT_TRANSLATE_NOOP(
        "Paper",
        "Please mark one box for each question. To change an answer, fill the wrong box completely and mark another. "
        "You may leave a question out.",
    )
    FILLED_IN_BY = QT_TRANSLATE_NOOP("Paper", "Filled in by")
    ALONE = QT_TRANSLATE_NOOP("Paper", "the participant alone")
    HELPER_READ = QT_TRANSLATE_NOOP("Paper", "the participant, a helper read aloud")
    HELPER_WROTE = QT_TRANSLATE_NOOP("Paper", "a helper, as the participant said")
    INTERPRETER = QT_TRANSLATE_NOOP("Paper", "with an interpreter")
    STAFF = QT_TRANSLATE_NOOP("Paper", "staff, in an interview")
    REASON = QT_TRANSLATE_NOOP("Paper", "Reason, if not by the participant alone")
    PAGE = QT_TRANSLATE_NOOP("Paper", "Page {number} of {total}")
    NUMBER = QT_TRANSLATE_NOOP("Paper", "Please write a number from {lowest} to {highest}.")
    ONLY_IF = QT_TRANSLATE_NOOP("Paper", "Only if your answer to question {number} was: {answer}")
    ONLY_FROM = QT_TRANSLATE_NOOP("Paper", "Only if your answer to question {number} was at least: {answer}")
    END = QT_TRANSLATE_NOOP("Paper", "This is the end of the questions. Thank you.")


ANSWERED_BY = (Word.ALONE, Word.HELPER_READ, Word.HELPER_WROTE, Word.INTERPRETER, Word.STAFF)


def say(word: Word, **facts: object) -> str:
    """Return the words in the language of the program's translation."""
    return QCoreApplication.translate(CONTEXT, str(word.value)).format(**facts)


def lacking(translator: QTranslator) -> tuple[Word, ...]:
    """Return the words a translation lacks (rule E131)."""
    return tuple(word for word in Word if not translator.translate(CONTEXT, str(word.value)))


def only_if(form: Instrument, wording: Wording, condition: AtLeast | Equals) -> str:
    """Say when a question is to be answered."""
    item = form.by_id[condition.item]
    open_upwards = isinstance(condition, AtLeast) and condition.code < item.scale.maximum
    word = Word.ONLY_FROM if open_upwards else Word.ONLY_IF
    return say(word, number=item.number, answer=_answer(item, condition.code, wording))


def _answer(item: Item, code: int, wording: Wording) -> str:
    return wording.labels[item.scale.id][code] if item.scale.kind is ItemKind.CHOICE else str(code)
