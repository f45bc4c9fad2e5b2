"""Every screen of one form, as the participant's own window draws it, in the order a participant meets them."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractScrollArea, QLabel, QScrollBar, QWidget

from retnet_pro.answering.actions import Action, Choose, Finish, Next, ReturnToQuestion
from retnet_pro.answering.session import QuestionPage, ReviewPage, SectionPage
from retnet_pro.app.sample import OTHER_PIN, PIN, SCREEN_PX, PromptLane, SampleDesk, StridingClock
from retnet_pro.gui.participant.window import ParticipantWindow
from retnet_pro.gui.theme import GRID, Theme
from retnet_pro.instrument.model import Instrument, Item, Wording

HELP = "help"
SEEN_AT_ONCE = 4, 5
"""By how much of the glass the next picture of a tall page goes on, so that the last lines are seen again."""

SETTLING = 4
"""Rounds of events until a page is laid out: words that need another line move those below them a round later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One picture of one screen."""

    screen: str
    number: int | None
    state: str
    part: int
    parts: int
    image: QImage
    texts: tuple[str, ...]


class Gallery:
    """Walks once through everything a participant can see of a form, without a person."""

    def __init__(self, form: Instrument, words: Wording, theme: Theme) -> None:
        """Take what to show. Needs a `QApplication`, and the program's words in the language of the wording."""
        self._shown = form, words, theme
        self._clock = StridingClock()
        self._lane = PromptLane()
        self._sit_down()

    def shots(self) -> Iterator[Shot]:
        """Yield every screen, from the study code to the thanks, then the other ways in and out."""
        yield from self._message("welcome", "mine")
        yield from self._choose_pin()
        yield from self._message("practice-offer", "practise")
        yield from self._form("practice-")
        yield from self._message("practice-done", "begin")
        yield from self._form("")
        yield from self._shoot("thanks")
        self._window.lock_up()
        yield from self._shoot("locked")
        yield from self._other_ways()

    def close(self) -> None:
        """Put the window away."""
        self._leave()
        self._lane.close()

    def _sit_down(self, *, has_pin: bool = False) -> None:
        """Begin a sitting."""
        form, words, theme = self._shown
        self._desk = SampleDesk(form, words, self._clock, has_pin=has_pin)
        self._window = ParticipantWindow(self._desk, self._clock, self._lane, practice=not has_pin, theme=theme)
        self._window.resize(*SCREEN_PX)
        self._window.show()

    def _leave(self) -> None:
        self._window.hide()
        self._window.deleteLater()

    def _choose_pin(self) -> Iterator[Shot]:
        """Yield the choice of a study PIN, mistyped once."""
        for screen, pin in (("pin-choice", PIN), ("pin-repeat", OTHER_PIN), ("pin-differs", PIN)):
            yield from self._shoot(screen)
            self._window.course.enter_pin(pin)
        self._window.course.enter_pin(PIN)

    def _other_ways(self) -> Iterator[Shot]:
        """Yield a known PIN mistyped until the nurse is needed, the tablet in wrong hands, and an early end."""
        self._leave()
        self._sit_down(has_pin=True)
        self._window.course.press("mine")
        for screen in ("pin", "pin-wrong"):
            yield from self._shoot(screen)
            self._window.course.enter_pin(OTHER_PIN)
        self._window.course.enter_pin(OTHER_PIN)
        yield from self._shoot("not-identified")
        self._leave()
        self._sit_down(has_pin=True)
        self._window.course.press("not-mine")
        yield from self._shoot("wrong-hands")
        self._leave()
        self._sit_down(has_pin=True)
        self._window.course.press("mine")
        self._window.course.enter_pin(PIN)
        self._window.course.rest()
        self._window.course.press("stop")
        self._window.course.press("stop-now")
        yield from self._message("stop-why", self._window.message.message.acts[-1][0])
        yield from self._shoot("thanks-stopped")

    def _form(self, kind: str) -> Iterator[Shot]:
        form = self._window.course.form
        assert form is not None
        yield from self._shoot(f"{kind}instructions")
        self._act(Next())
        for item in form.session.instrument.items:
            if isinstance(form.session.page, SectionPage):
                yield from self._shoot(f"{kind}section", item.number)
                self._act(Next())
            assert form.session.page == QuestionPage(item.id)
            yield from self._question(kind, item, first=item is form.session.instrument.items[0])
        assert form.session.page == ReviewPage()
        yield from self._shoot(f"{kind}review")
        self._act(Finish())

    def _question(self, kind: str, item: Item, *, first: bool) -> Iterator[Shot]:
        name, number = f"{kind}question", item.number
        yield from self._shoot(name, number, "open")
        if first and not kind:
            yield from self._asides(item)
        self._act(Choose(item.id, item.scale.codes[0]))
        self._window.question.area.start_over()
        yield from self._shoot(name, number, "chosen")
        self._act(Next())

    def _asides(self, item: Item) -> Iterator[Shot]:
        """Yield what can lie over any question, once."""
        course = self._window.course
        self._act(Next())
        yield from self._shoot("skip", item.number)
        self._act(ReturnToQuestion())
        course.help()
        yield from self._help()
        course.rest()
        yield from self._message("rest", "stop")
        yield from self._message("stop", "continue")
        self._desk.fails = True
        self._act(Choose(item.id, item.scale.codes[0]))
        yield from self._message("fault", "retry")

    def _help(self) -> Iterator[Shot]:
        """Yield the help page, and whatever pages lie behind its last button, until the question is there again."""
        page, shown = self._window.message, 0
        while self._window.page is page:
            shown += 1
            yield from self._shoot(HELP if shown == 1 else f"{HELP}-{shown}")
            *_, act = ["continue", *(act for act, _ in page.message.acts if act != "continue")]
            self._window.course.press(act)

    def _message(self, screen: str, act: str) -> Iterator[Shot]:
        yield from self._shoot(screen)
        assert act in dict(self._window.message.message.acts)
        self._window.course.press(act)

    def _act(self, action: Action) -> None:
        self._window.course.act(action)

    def _shoot(self, screen: str, number: int | None = None, state: str = "") -> Iterator[Shot]:
        """Yield the screen, and where it is taller than the glass the rest of it."""
        looks = [self._look()]
        for bar in self._bars():
            while bar.value() < bar.maximum() - GRID:
                bar.setValue(bar.value() + bar.pageStep() * SEEN_AT_ONCE[0] // SEEN_AT_ONCE[1])
                looks.append(self._look())
        for part, (image, texts) in enumerate(looks, start=1):
            yield Shot(screen=screen, number=number, state=state, part=part, parts=len(looks), image=image, texts=texts)

    def _look(self) -> tuple[QImage, tuple[str, ...]]:
        for _ in range(SETTLING):
            QCoreApplication.processEvents()
        image = self._window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        return image, visible_texts(self._window)

    def _bars(self) -> list[QScrollBar]:
        page = self._window.page
        areas = page.findChildren(QAbstractScrollArea) if page is not None else []
        return [area.verticalScrollBar() for area in areas if area.isVisible()]


def visible_texts(window: QWidget) -> tuple[str, ...]:
    """Return every text on the glass, from the top, and from the left where two stand side by side."""
    found: list[tuple[int, int, str]] = []
    parts: list[QLabel | QAbstractButton] = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
    for part in parts:
        if part.text() and not part.visibleRegion().isEmpty():
            at = part.mapTo(window, QPoint(0, 0))
            found.append((at.y(), at.x(), part.text()))
    for view in window.findChildren(QAbstractItemView):
        if view.isVisible():
            found += _rows(view, window)
    return tuple(text for _, _, text in sorted(found))


def _rows(view: QAbstractItemView, window: QWidget) -> Iterator[tuple[int, int, str]]:
    model, port = view.model(), view.viewport()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        place = view.visualRect(index)
        if place.intersects(port.rect()):
            at = port.mapTo(window, place.intersected(port.rect()).topLeft())
            yield at.y(), at.x(), str(index.data())


def pixels_of(image: QImage) -> str:
    """Return the hash of a picture's size and pixels."""
    size = f"{image.width()}x{image.height()}:".encode()
    return sha256(size + bytes(image.constBits())).hexdigest()
