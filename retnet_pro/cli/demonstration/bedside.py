"""The participant's part of the play: every item answered by a finger or a mouse on the real window."""

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QWidget

from retnet_pro.answering.sheet import Answered, Given, NotApplicable
from retnet_pro.answering.view import PageView, QuestionView
from retnet_pro.cli.demonstration.plot import Plot
from retnet_pro.cli.demonstration.stage import SETTLE_MS, Condition, Missed, Script, Stage, after
from retnet_pro.gui.participant.window import ParticipantWindow
from retnet_pro.gui.widgets.option import Option
from retnet_pro.instrument.model import ItemId, ItemKind, Wording

PRACTICE = -1
_WANTED_ACTS = ("mine", "practise", "begin", "skip", "continue")
"""Which button of a message page the participant of the play presses, the first that is there."""
HELP_TOOL, SIZE_TOOL, CONTRAST_TOOL, REST_TOOL = range(4)


class Participant:
    """A simulated participant in front of the window; remembers what is on screen and which pictures were taken."""

    def __init__(self, stage: Stage, window: ParticipantWindow, plot: Plot) -> None:
        """Watch the window's course."""
        self._stage = stage
        self._window = window
        self._plot = plot
        self._view: PageView | None = None
        self._form = ""
        self._taken: set[str] = set()
        self._taps = 0
        self._has_left = False
        window.left.connect(self._leave)
        window.course.viewed.connect(self._see)
        window.course.part_begun.connect(self._begin_part)

    def script(self) -> Script:
        """Answer everything, from the welcome to the thank-you page."""
        while not self._has_left:
            yield after(SETTLE_MS)
            page = self._window.page
            if page is self._window.message:
                if self._is_goodbye():
                    self._picture("thank-you")
                    self._tap(self._window.message.buttons()[-1])
                    continue  # a tap too soon after the page came up is ignored (rule E24), so it may take two
                yield from self._read()
            elif page is self._window.question:
                yield from self._answer()
            else:
                self._picture("review")
                self._tap(self._window.bottom.finish)

    def _leave(self, _proof: str) -> None:
        self._has_left = True

    def _see(self, view: object) -> None:
        self._view = view  # type: ignore[assignment]  # the signal carries a PageView

    def _begin_part(self, part: int, wording: Wording) -> None:
        self._form = "" if part == PRACTICE else wording.instrument

    def _is_goodbye(self) -> bool:
        message = self._window.message.message
        return message.small is not None and not message.acts

    def _read(self) -> Iterator[Condition]:
        message = self._window.message.message
        names = [name for name, _ in message.acts]
        self._picture(names[0] if names else f"intro-{self._form or 'practice'}")
        wanted = "begin" if "begin" in names else next((name for name in _WANTED_ACTS if name in names), None)
        if wanted is None:
            self._tap(self._window.bottom.next)
        else:
            shown = self._window.message.buttons()
            self._tap(shown[names.index(wanted)])
        yield lambda: True

    def _answer(self) -> Iterator[Condition]:
        view = self._view
        if not isinstance(view, QuestionView):
            raise Missed("a question without a view")
        self._picture(f"{view.kind.value}-{self._form or 'practice'}")
        given = self._given(view)
        if isinstance(given, Answered | NotApplicable):
            yield from self._choose(view, given)
        if self._form and view.place == 2:
            yield from self._try_looks()
        self._tap(self._window.bottom.next)

    def _given(self, view: QuestionView) -> Given | None:
        if not self._form:
            return Answered(next(option.code for option in view.options if option.code is not None))
        answers: Mapping[ItemId, Given] = self._plot.answers[self._form]
        return answers.get(view.item)

    def _choose(self, view: QuestionView, given: Answered | NotApplicable) -> Iterator[Condition]:
        face = self._window.question.face
        assert face is not None
        options = [control for control in face.controls() if isinstance(control, Option)]
        codes: list[int | None] = [option.code for option in view.options][: len(options)]
        if view.not_applicable is not None:
            codes[len(options) - 1 :] = [None]
        code = given.code if isinstance(given, Answered) else None
        if code not in codes:  # a large count: the highest box, then plus
            yield from self._count_up(view, given)
            return
        option = options[codes.index(code)]
        self._tap(option)
        yield option.isChecked  # shown only after it is durable
        self._picture(f"{view.kind.value}-chosen")
        if given == NotApplicable():
            self._picture("not-applicable-chosen")

    def _count_up(self, view: QuestionView, given: Given) -> Iterator[Condition]:
        face = self._window.question.face
        assert isinstance(given, Answered) and view.kind is ItemKind.COUNT and face is not None
        more, boxes = face.controls()[1], [one for one in face.controls() if isinstance(one, Option)]
        self._tap(boxes[-1])
        yield boxes[-1].isChecked
        at = len(boxes) - 1
        while at < given.code:
            at += 1
            self._tap(more)
            yield lambda at=at: isinstance(self._view, QuestionView) and self._view.count == at  # type: ignore[misc]

    def _try_looks(self) -> Iterator[Condition]:
        """Show larger letters, the other colours, help and rest once, and come back to the question."""
        if "text-200" in self._taken:
            return
        tools = self._window.top.tools
        for percent in ("125", "150", "200"):
            self._tap(tools[SIZE_TOOL])
            yield after(60)
            self._picture(f"text-{percent}")
        self._tap(tools[SIZE_TOOL])
        for look in ("dark", "high-contrast"):
            self._tap(tools[CONTRAST_TOOL])
            yield after(60)
            self._picture(look)
        self._tap(tools[CONTRAST_TOOL])
        yield after(SETTLE_MS)
        for tool, title in ((HELP_TOOL, "help"), (REST_TOOL, "rest")):
            self._tap(tools[tool])
            yield after(SETTLE_MS)
            self._picture(title)
            self._tap(self._window.message.buttons()[0])
            yield after(SETTLE_MS)

    def _picture(self, title: str) -> None:
        if title not in self._taken:
            self._taken.add(title)
            self._stage.picture(title)

    def _tap(self, widget: QWidget) -> None:
        """Touch and click in turn: both must work."""
        self._taps += 1
        (self._stage.touch if self._taps % 2 else self._stage.press)(widget)
