"""The pages of a sitting, one on screen at a time; what few sittings need is made when it is asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from retnet_pro.gui.participant.message import MessagePage
from retnet_pro.gui.participant.question import QuestionPage
from retnet_pro.gui.theme import Theme

if TYPE_CHECKING:
    from retnet_pro.gui.participant.pin_page import PinPage
    from retnet_pro.gui.participant.review import ReviewPage


class Pages(QStackedWidget):
    """Passes on what the pages report, and lets whoever turns the page scroll it first (rule E02)."""

    acted = Signal(object)
    pressed = Signal(str)
    entered = Signal(str)
    end_seen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.message = MessagePage()
        self.question = QuestionPage()
        self._review: ReviewPage | None = None
        self._pin: PinPage | None = None
        self._theme: Theme | None = None
        self.message.pressed.connect(self.pressed)
        self.question.acted.connect(self.acted)
        for page in (self.message, self.question):
            page.end_seen.connect(self.end_seen)
            self.addWidget(page)

    @property
    def review(self) -> "ReviewPage":
        """The review page, made when it is first needed."""
        if self._review is None:
            from retnet_pro.gui.participant.review import ReviewPage  # start-up time: lists are needed at the end only

            self._review = ReviewPage()
            self._review.acted.connect(self.acted)
            self._add(self._review)
        return self._review

    @property
    def pin(self) -> "PinPage":
        """The page of the study PIN, made when it is first needed."""
        if self._pin is None:
            from retnet_pro.gui.participant.pin_page import PinPage  # start-up time: few studies ask for one

            self._pin = PinPage()
            self._pin.entered.connect(self.entered)
            self._add(self._pin)
        return self._pin

    def wear(self, theme: Theme) -> None:
        """Take colours, type and sizes from the theme, now and for pages made later."""
        self._theme = theme
        for page in (self.message, self.question, self._review, self._pin):
            if page is not None:
                page.wear(theme)

    def title(self) -> str:
        """Return the title of the page on screen; '' for a question, which has none."""
        shown = self.currentWidget()
        if shown is self.message:
            return self.message.message.title
        titled = (self._review, self._pin)
        return next((page.title for page in titled if page is not None and page is shown), "")

    def has_more(self) -> bool:
        """Whether something of the page on screen has not been seen yet."""
        shown = self.currentWidget()
        if self._review is not None and shown is self._review:
            return self._review.has_more
        pages = (self.message, self.question, self._pin)
        return any(page is not None and page is shown and page.area.has_more for page in pages)

    def show_more(self) -> None:
        """Show the next part of the page on screen."""
        shown = self.currentWidget()
        if self._review is not None and shown is self._review:
            self._review.show_more()
        for page in (self.message, self.question, self._pin):
            if page is not None and page is shown:
                page.area.show_more()

    def _add(self, page: "ReviewPage | PinPage") -> None:
        if self._theme is not None:
            page.wear(self._theme)
        page.end_seen.connect(self.end_seen)
        self.addWidget(page)
