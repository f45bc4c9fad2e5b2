"""The course of a sitting: welcome, practice, one form after the other, rest in between, thanks at the end.

Decides which page comes next and nothing else: forms run in their controller, pages are drawn by the window.
"""

from collections.abc import Callable
from typing import Literal, TypeVar

from PySide6.QtCore import QObject, Signal

from retnet_pro.answering.actions import Action
from retnet_pro.answering.session import Session, begin
from retnet_pro.answering.view import FinishedView, PageView
from retnet_pro.errors import WorldFault
from retnet_pro.gui.lane import Lane
from retnet_pro.gui.participant import messages, telephone
from retnet_pro.gui.participant.controller import FormController, Safekeeping
from retnet_pro.gui.participant.desk import ParticipantDesk
from retnet_pro.gui.participant.identity import Identity
from retnet_pro.gui.participant.message import Message
from retnet_pro.gui.participant.page_turn import PageTurn
from retnet_pro.gui.participant.pin_talk import PinView
from retnet_pro.gui.participant.practice import Skill, practice_form, practice_words, skills_in
from retnet_pro.gui.participant.who_answers import WHO, WHY, who_now, why_helped
from retnet_pro.instrument.model import Wording
from retnet_pro.moment import Clock
from retnet_pro.record.circumstance import WhyHelped
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.absence import Absence

T = TypeVar("T")
Reason = Literal["finished", "stopped", "other-person", "not-identified"]
"""Why a sitting ends: all forms done; the participant stopped; wrong hands; the study PIN did not match."""


class Course(QObject):
    """Leads through a sitting."""

    viewed = Signal(object)
    """A `PageView` of a form to show."""
    told = Signal(object)
    """A `Message` or `PinView` to show instead."""
    part_begun = Signal(int, object)
    """Which form, from 0 (-1: practice), and its `Wording`."""
    over = Signal(str)
    """Everything is over; with the proof code, or '' when it could not be had."""

    def __init__(
        self, desk: ParticipantDesk, *, clock: Clock, lane: Lane, practice: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clock = clock
        self._lane = lane
        self._wants_practice = practice
        self._turn = PageTurn(clock)
        self._form: FormController | None = None
        self._part = desk.first_part
        self._told: Message | PinView | None = None
        self._covered: Message | PinView | None = None
        self._is_aside = False
        self._is_waiting = False
        self._is_closing = False
        self._is_thanked = False
        self._retry: Callable[[], None] | None = None
        self._proof = ""
        self._who = desk.answered_by
        self._identity = Identity(desk, self._in_lane, self)
        self._identity.asked.connect(self._tell)
        self._identity.shown.connect(self._greet)
        self._identity.refused.connect(lambda: self._leave("not-identified"))
        self._tried: frozenset[Skill] = frozenset()
        """What has been practised so far."""
        self._used: frozenset[str] = frozenset()
        self._in_use: frozenset[str] = frozenset()

    @property
    def form(self) -> FormController | None:
        """The form being filled in, practice included."""
        return self._form

    @property
    def is_busy(self) -> bool:
        """Whether something is being made safe or opened."""
        return self._is_waiting or (self._retry is None and self._form is not None and self._form.is_busy)

    @property
    def can_rest(self) -> bool:
        """Whether there are questions to rest from."""
        return self._form is not None and not self._is_closing and self._retry is None

    @property
    def is_thanked(self) -> bool:
        """Whether everything is stored and the participant was thanked."""
        return self._is_thanked

    def start(self) -> None:
        """Show the first page."""
        self._tell(telephone.first_page(self._desk))

    def adapt(self, in_use: frozenset[str]) -> None:
        """Note the accommodations in use from now on; each form is stored with those it was filled in with."""
        self._in_use = in_use
        self._used |= in_use

    def act(self, action: Action) -> None:
        """Pass an action to the form on screen."""
        form = self._form
        if form is None or self._is_aside or self._is_waiting:
            return
        before = form.session
        form.act(action)
        if form.is_practice:
            self._tried |= skills_in(before, form.session)

    def press(self, act: str) -> None:
        """Follow a button of a message."""
        if self._is_waiting or not self._turn.is_settled(self._clock().up_ms):
            return
        match act:
            case "mine":
                self._identity.begin()
            case "not-mine":
                self._leave("other-person")
            case "practise":
                self._practise()
            case "begin":
                self._open(self._part)
            case "continue":
                self._resume()
            case "stop":
                self._tell(messages.stop())
            case "stop-now":
                self._tell(messages.stop_why())
            case _ if act.startswith(messages.STOPPED):
                self._stop(act.removeprefix(messages.STOPPED))
            case "who":
                self._tell(who_now(self._desk.answered_by))
            case _ if act.startswith(WHO):
                self._note_who(AnsweredBy(act.removeprefix(WHO)))
            case _ if act.startswith(WHY):
                self._change_who(WhyHelped(act.removeprefix(WHY)))
            case "retry":
                self._do_again()
            case "staff":
                self.over.emit(self._proof)

    def help(self) -> None:
        """Lay the help page over whatever is shown."""
        self._cover(telephone.help_page(self._desk))

    def rest(self) -> None:
        """Lay the rest page over the questions."""
        if self.can_rest:
            self._cover(messages.rest())

    def enter_pin(self, pin: str) -> None:
        """Follow the digits of the page of the PIN."""
        is_asked = isinstance(self._told, PinView) and not self._is_waiting
        if is_asked and self._turn.is_settled(self._clock().up_ms):
            self._identity.enter(pin)

    def _greet(self) -> None:
        self._tell(messages.practice_offer()) if self._wants_practice else self._open(self._part)

    def _note_who(self, who: AnsweredBy) -> None:
        self._who = who
        if who is AnsweredBy.ALONE:
            self._change_who(None)
        else:
            self._tell(why_helped())

    def _change_who(self, why: WhyHelped | None) -> None:
        part, who = self._part, self._who
        self._in_lane(lambda: self._desk.change_who(part, who, why), lambda _: self._resume())

    def _cover(self, message: Message) -> None:
        if self._is_closing or self._is_waiting or self._retry is not None:
            return
        if not self._is_aside:
            self._covered = self._told
        self._is_aside = True
        self._tell(message)

    def _resume(self) -> None:
        covered, self._covered, self._is_aside = self._covered, None, False
        if covered is not None:
            self._tell(covered)
        elif self._form is not None:
            self._form.show()
        else:
            self.start()

    def _tell(self, told: Message | PinView) -> None:
        self._told = told
        self._turn.note()
        self.told.emit(told)

    def _practise(self) -> None:
        words = practice_words(self._desk.language)
        self._run(begin(practice_form(), self._clock()), words, part=-1, safekeeping=None)

    def _open(self, part: int) -> None:
        self._part = part
        self._in_lane(lambda: self._desk.begin(part), self._begin)

    def _begin(self, opened: tuple[Session, Wording]) -> None:
        part, desk = self._part, self._desk
        self._used = self._in_use
        safekeeping = Safekeeping(
            self._lane,
            note=lambda: desk.note_accommodations(part, self._used),
            record=lambda entries: desk.record(part, entries),
            finish=lambda done: desk.finish(part, done, tuple(sorted(self._used))),
        )
        self._run(*opened, part=part, safekeeping=safekeeping)

    def _run(self, session: Session, wording: Wording, *, part: int, safekeeping: Safekeeping | None) -> None:
        if self._form is not None:
            self._form.deleteLater()
        form = FormController(
            session, wording, clock=self._clock, turn=self._turn, safekeeping=safekeeping, parent=self
        )
        form.presented.connect(self._show)
        form.failed.connect(lambda error: self._fail(error, form.retry))
        self._form, self._told = form, None
        self.part_begun.emit(part, wording)
        form.show()

    def _show(self, view: PageView) -> None:
        if self._is_aside:
            return  # it is shown again when the page that covers it goes
        self._told = None
        if not isinstance(view, FinishedView):
            self.viewed.emit(view)
        elif self._form is not None and self._form.is_practice:
            self._form = None
            untried = frozenset(Skill) - self._tried
            self._tell(messages.practice_more(untried) if untried else messages.practice_done())
        elif self._part + 1 < self._desk.parts:
            self._open(self._part + 1)
        else:
            self._leave("finished")

    def lock(self) -> None:
        """After the thanks, cover what is left of the participant when nobody takes the tablet back."""
        if self.is_thanked:
            self._tell(messages.locked())

    def _stop(self, why: str) -> None:
        part = self._part
        if why:
            self._is_closing = True
            self._in_lane(lambda: self._desk.say_why(part, Absence(why)), lambda _: self._leave("stopped"))
        else:
            self._leave("stopped")

    def _leave(self, reason: Reason) -> None:
        self._is_closing = True
        self._in_lane(lambda: self._desk.leave(reason), lambda proof: self._thank(proof, reason))

    def _thank(self, proof: str, reason: Reason) -> None:
        self._proof = proof
        self._is_thanked = True
        self._form, self._is_aside = None, False
        if reason == "not-identified":
            self._tell(messages.not_identified())
        else:
            proof = proof if reason != "other-person" else ""
            self._tell(telephone.last_page(self._desk, proof, finished=reason == "finished"))

    def _in_lane(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Run work outside any form; taps wait for nothing and are ignored meanwhile."""

        def go_on(result: T) -> None:
            self._is_waiting = False
            done(result)

        def stop(error: Exception) -> None:
            self._is_waiting = False
            self._fail(error, lambda: self._in_lane(work, done))

        self._is_waiting = True
        self._lane.run(work, go_on, stop)

    def _fail(self, error: Exception, again: Callable[[], None]) -> None:
        """Show the calm page; trying again is offered when the world failed, not when the program did."""
        self._retry = again
        self._is_aside, self._covered = False, None
        self._tell(messages.fault(error, can_retry=isinstance(error, WorldFault)))

    def _do_again(self) -> None:
        again, self._retry = self._retry, None
        if again is not None:
            again()
