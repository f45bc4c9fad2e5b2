"""What restless hands meant, judged from outside: from the place of the finger and what stood there.

What the window reports of itself is not asked. The page on screen and the words of the buttons are what the
participant sees; what is stored is what the desk was given.
"""

from collections import Counter
from dataclasses import dataclass, field

from PySide6.QtWidgets import QApplication

from retnet_pro.answering.sheet import Answered, Cleared, NotApplicable, Skipped
from retnet_pro.answering.view import QuestionView, ReviewView, SkipView
from retnet_pro.errors import WorldFault
from retnet_pro.gui.participant.pin_talk import TRIES
from retnet_pro.gui.participant.window import ParticipantWindow
from retnet_pro.gui.widgets.option import Option
from retnet_pro.record.circumstance import lacks_reason
from retnet_pro.study.model import Identification
from tests.gui.participant.conftest import MemoryDesk


class SlowLane:
    """A lane whose work is done and comes back when the test says so: every run of one seed is the same."""

    def __init__(self):
        self._waiting = []

    def run(self, work, done, failed):
        self._waiting.append([work, done, failed, None])

    def step(self):
        """Do the oldest work, or hand over what it brought."""
        if not self._waiting:
            return
        oldest = self._waiting[0]
        work, done, failed, brought = oldest
        if brought is None:
            try:
                result = work()
                oldest[3] = lambda: done(result)
            except WorldFault as error:
                failure = error
                oldest[3] = lambda: failed(failure)
        else:
            self._waiting.pop(0)
            brought()

    def finish(self):
        """Do everything that waits, and what comes of it."""
        while self._waiting:
            self.step()


@dataclass
class Judge:
    """Notes what each act may bring about, and tells which promises were broken."""

    window: ParticipantWindow
    desk: MemoryDesk
    lane: SlowLane
    meant: set = field(default_factory=set)
    """What the acts since the last look may have stored: (item, given)."""
    pressed: Counter = field(default_factory=Counter)
    """Buttons of messages that were tapped and have brought about nothing yet, by the name of their act."""
    asked: set = field(default_factory=set)
    """Questions the participant was asked about once, with the number of forms finished before."""
    digits: set = field(default_factory=set)
    """Digits entered at the PIN so far."""
    handed_on: int = 0
    """How many times digits were handed on there."""
    seen: int = 0
    seen_help: int = 0
    ends: list = field(default_factory=list)
    before: list = field(default_factory=lambda: [one for one in QApplication.topLevelWidgets() if one.isVisible()])
    """Windows that were there already."""

    def note_page(self) -> None:
        """Note what stands on screen before an act."""
        view = self.window._view
        if isinstance(view, SkipView):
            self.asked.add((len(self.desk.finished), view.item))

    def mean(self, target: object) -> None:
        """Note what may be stored because this was tapped."""
        view, window = self.window._view, self.window
        self._mean_message(target)
        if window.page is window._pages._pin:
            self._mean_pin(target)
        match view:
            case QuestionView() if target is not None and window.question.isAncestorOf(target):
                self._mean_answer(view, target)
            case QuestionView() if target is window.bottom.clear:
                self.meant.add((view.item, Cleared()))
            case QuestionView() if target is window.bottom.next and self._was_asked(view.item):
                self.meant.add((view.item, Skipped()))  # nobody is asked twice (rule E43)
            case SkipView() if target is window.message.buttons()[-1]:
                self.meant.add((view.item, Skipped()))
            case ReviewView() if target is window.bottom.finish:
                form = self.desk.forms[len(self.desk.finished) % self.desk.parts]
                self.meant |= {(item.id, Skipped()) for item in form.items if self._was_asked(item.id)}

    def mean_digit(self, digit: int) -> None:
        """Note what may be stored because of a digit on the keyboard."""
        view = self.window._view
        if self.window.page is self.window.question and isinstance(view, QuestionView):
            self.meant.add((view.item, Answered(digit)))
        if self.window.page is self.window._pages._pin:
            self.digits.add(str(digit))

    def mean_enter(self) -> None:
        """Note that Enter hands digits on wherever the keyboard is on the page of the PIN."""
        self.handed_on += self.window.page is self.window._pages._pin

    def look(self) -> list[str]:
        """Let everything become safe; return which promises were broken since the last look."""
        self.lane.finish()
        broken = []
        if not self.ends and not self.window.isVisible():
            broken.append("the window went away")
        known = [self.window, *self.before]
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one not in known]
        if shown or QApplication.activePopupWidget() is not None:
            broken.append("something else came up")
        stored = [(part, entry) for part, entries in sorted(self.desk.stored.items()) for entry in entries]
        for _, entry in stored[self.seen :]:
            if (entry.item, entry.given) not in self.meant:
                broken.append(f"stored but not tapped: {entry.item} {entry.given}")
        self.seen = len(stored)
        return [*broken, *self._look_at_form(), *self._look_at_person()]

    def _look_at_form(self) -> list[str]:
        broken, course = [], self.window.course
        form = course.form
        if form is None or not form.is_busy:  # else the nurse is called, and "try again" will store what was tapped
            self.meant.clear()
        if form is not None and not form.is_practice and not form.is_busy:
            part = self.desk.forms.index(form.session.instrument)
            same = dict(form.session.given) == given_of(self.desk.stored.get(part, ()))
            broken += [] if same else ["what is shown is not what is stored"]
        for part, given, _ in self.desk.finished:
            if given != given_of(self.desk.stored.get(part, ())):
                broken.append("what was finished is not what was stored")
        return broken

    def _look_at_person(self) -> list[str]:
        """Judge what is stored beside the answers."""
        desk, broken = self.desk, []
        for part, who, why in desk.helped[self.seen_help :]:
            fitting = [f"who:{who.value}", *([] if why is None else [f"why:{why.value}"])]
            if lacks_reason(who, why) or not all(self.pressed[act] for act in fitting) or part >= desk.parts:
                broken.append(f"nobody said who answers: {who} {why}")
            self.pressed -= Counter(fitting)
        self.seen_help = len(desk.helped)
        if any(not self.pressed[f"stopped:{why.value}"] for _, why in desk.whys):
            broken.append("nobody said why they stop")
        match desk.identified:
            case [] if desk.stored or desk.finished:
                broken.append("answers before the participant's own step")
            case [Identification.CONFIRM] if not self.pressed["mine"]:
                broken.append("nobody confirmed the code")
            case [Identification.PIN] if not self.handed_on or not set(desk.pin) <= self.digits:
                broken.append("nobody entered this PIN")
        needed = {"stopped": "stop-now", "other-person": "not-mine"}
        if any(reason in needed and not self.pressed[needed[reason]] for reason in desk.reasons):
            broken.append("the sitting ended by itself")
        if "not-identified" in desk.reasons and self.handed_on < TRIES:
            broken.append("refused before the tries were used")
        return broken

    def _was_asked(self, item: str) -> bool:
        return (len(self.desk.finished), item) in self.asked

    def _mean_message(self, target: object) -> None:
        page = self.window.message
        if self.window.page is page and target in page.buttons():
            small = [page.message.small] if page.message.small is not None else []
            act, _ = [*page.message.acts, *small][page.buttons().index(target)]
            self.pressed[act] += 1

    def _mean_pin(self, target: object) -> None:
        page = self.window.pin
        self.digits |= {digit for digit, key in page.keys.items() if key is target}
        self.handed_on += target is page.done

    def _mean_answer(self, view: QuestionView, target: object) -> None:
        controls = self.window.question.face.controls()
        if isinstance(target, Option):
            boxes = [one for one in controls if isinstance(one, Option)]
            at = boxes.index(target)
            within = at < len(view.options) and not (view.not_applicable and at == len(boxes) - 1)
            given = Answered(view.options[at].code) if within else NotApplicable()
            self.meant.add((view.item, given))
        elif target in controls:
            # One more or one less than what is shown, or than what was tapped before and is not shown yet.
            from_here = {view.count or 0}
            for item, given in self.meant:
                if item == view.item and isinstance(given, Answered):
                    from_here.add(given.code)
            self.meant |= {(view.item, Answered(code + by)) for code in from_here for by in (-1, 0, 1)}


def given_of(entries) -> dict:
    """Return the last word on each item."""
    return {entry.item: entry.given for entry in entries}
