"""Through every kind of screen of a sitting, one after the other, as fast as the screens allow."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from retnet_pro.answering.actions import Choose, Next
from retnet_pro.answering.view import QuestionView, SectionView, SkipView
from retnet_pro.errors import Code, WorldFault
from retnet_pro.gui.participant.pin_talk import PinTalk
from retnet_pro.gui.participant.who_answers import WHO, WHY
from retnet_pro.record.circumstance import WhyHelped
from retnet_pro.record.pin import MOST
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.model import Identification


def every_screen(hands) -> Iterator[str]:
    """Yield the name of each screen while it is shown; at a question, first without and then with an answer.

    The window must have been opened with practice; a PIN is asked for. The first question of the first form is also
    left out, covered by help, by who answers and by rest until why one stops, and cannot be stored once.
    """
    course = hands.window.course
    hands.desk.identification = Identification.PIN
    yield "welcome"
    _press(hands, "mine")
    yield from _pin(hands)
    yield "practice offer"
    _press(hands, "practise")
    yield from _form(hands, "practice")
    yield "practice done"
    _press(hands, "begin")
    for part in range(hands.desk.parts):
        yield from _form(hands, f"form {part + 1}", aside=part == 0)
    while course.is_busy:
        hands.wait()
    yield "thank-you"


def _pin(hands) -> Iterator[str]:
    """The page of the PIN: one to be chosen, and how it asks for one that is known."""
    page, known = hands.window.pin, PinTalk(has_pin=True)
    yield "PIN to choose"
    page.see.click()
    for digit in "274185":
        page.keys[digit].click()
    QCoreApplication.processEvents()
    yield "PIN answered"
    _enter(hands, "2741")
    yield "PIN again"
    _enter(hands, "2714")
    yield "PIN not alike"
    for known.wrong in (0, 1):
        hands.window.course._tell(known.view())
        yield f"PIN known, {known.wrong} wrong"
    _enter(hands, "2741")
    _enter(hands, "2741")


def _enter(hands, pin) -> None:
    page = hands.window.pin
    hands.clock.settle()
    for _ in range(MOST):
        page.delete.click()
    for digit in pin:
        page.keys[digit].click()
    page.done.click()
    hands.wait()


def _form(hands, name, *, aside=False) -> Iterator[str]:
    yield f"{name} introduction"
    _act(hands, Next())
    if aside:
        yield from _aside(hands)
    while isinstance(view := hands.window._view, QuestionView | SectionView):
        if isinstance(view, SectionView):
            yield f"{name} section from {view.numbers[0]}"
            _act(hands, Next())
            continue
        yield f"{name} question {view.number}"
        _act(hands, Choose(view.item, view.options[-1].code))
        yield f"{name} question {view.number} answered"
        _act(hands, Next())
    yield f"{name} review"
    hands.clock.settle()
    hands.window.bottom.finish_wanted.emit()
    hands.wait()


def _aside(hands) -> Iterator[str]:
    """What can come up at any question."""
    course, view = hands.window.course, hands.window._view
    _act(hands, Next())
    assert isinstance(hands.window._view, SkipView)
    yield "skip"
    _press(hands, "answer")
    hands.clock.settle()
    course.help()
    yield "help"
    _press(hands, "who")
    yield "who answers"
    _press(hands, f"{WHO}{AnsweredBy.HELPER_READS.value}")
    yield "why helped"
    _press(hands, f"{WHY}{WhyHelped.SIGHT.value}")
    hands.clock.settle()
    course.rest()
    yield "rest"
    _press(hands, "stop")
    yield "stop"
    _press(hands, "stop-now")
    yield "stop why"
    course.help()
    _press(hands, "continue")
    hands.desk.faults.append(WorldFault(Code.DISK_FULL, path="disk"))
    _act(hands, Choose(view.item, view.options[0].code))
    yield "fault"
    _press(hands, "retry")


def _act(hands, action) -> None:
    hands.clock.settle()
    hands.window._act(action)
    hands.wait()


def _press(hands, act) -> None:
    hands.clock.settle()
    hands.window._press(act)
    hands.wait()
