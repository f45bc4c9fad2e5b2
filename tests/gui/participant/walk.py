"""Through every kind of screen of a sitting, one after the other, as fast as the screens allow."""

from collections.abc import Iterator

from retnet_pro.answering.actions import Choose, Next
from retnet_pro.answering.view import QuestionView, SectionView, SkipView
from retnet_pro.errors import Code, WorldFault


def every_screen(hands) -> Iterator[str]:
    """Yield the name of each screen while it is shown; at a question, first without and then with an answer.

    The window must have been opened with practice. The first question of the first form is also left out, covered by
    help and rest, and cannot be stored once.
    """
    course = hands.window.course
    yield "welcome"
    _press(hands, "mine")
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
    _press(hands, "continue")
    hands.clock.settle()
    course.rest()
    yield "rest"
    _press(hands, "stop")
    yield "stop"
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
