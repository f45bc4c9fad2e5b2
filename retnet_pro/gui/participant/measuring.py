"""Whether the words of a form fit on the participant's screens, and every letter can be drawn (E02, E111, E130).

The participant's own pages are laid out with every question, at normal size and at 200 %, and measured. Nothing is
guessed from the number of characters.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, QTextBoundaryFinder
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout
from PySide6.QtWidgets import QVBoxLayout, QWidget

from retnet_pro.answering.session import IntroPage, Page, QuestionPage, ReviewPage, Session
from retnet_pro.answering.view import IntroView, QuestionView, ReviewView, look
from retnet_pro.gui.participant import messages
from retnet_pro.gui.participant.bars import BottomBar, TopBar
from retnet_pro.gui.participant.pages import Pages
from retnet_pro.gui.participant.window import MARGIN
from retnet_pro.gui.resolution import pixels_per_mm
from retnet_pro.gui.theme import GRID, Text, Theme, Themed
from retnet_pro.gui.widgets.button import ActionButton
from retnet_pro.gui.widgets.option import NumberBox, OptionRow
from retnet_pro.gui.widgets.touch import Touchable
from retnet_pro.gui.widgets.words import Words
from retnet_pro.instrument.model import Instrument, Wording
from retnet_pro.instrument.wording_check import Remark
from retnet_pro.instrument.wording_words import named, numbers_of, words_of

SCREENS: Final = ((1024, 768, 132), (1280, 800, 149))
"""Width, height and dots per inch of the smallest tablets in use, lying."""
LARGEST: Final = 200
_LOGICAL_DPI = 96
_SUBJECT = "RN-01-0042"


def measure(form: Instrument, wording: Wording, session: Session, *, family: str = "") -> tuple[Remark, ...]:
    """Return what does not fit or cannot be drawn. `session` is a fresh one of the form.

    Needs a running `QApplication`.

    At normal size a question must be seen whole (E02). At 200 % a page may scroll, but nothing may be cut, lie over
    something else or reach beyond the edge; a word broken at the end of a line is worth a look.
    """
    remarks = [*_missing_letters(form, wording, Theme(family=family).font(Text.QUESTION))]
    for width, height, dpi in SCREENS:
        for percent in (100, LARGEST):
            theme = Theme(family=family, percent=percent, px_per_mm=pixels_per_mm(_LOGICAL_DPI, dpi))
            pane = _Pane(theme, right_to_left=wording.right_to_left)
            pane.resize(width, height)
            pane.show()
            where = f"on {width} x {height} at {percent} %"
            remarks += [replace(one, said=f"{one.said}, {where}") for one in _pages(pane, session, wording)]
            pane.hide()
            pane.deleteLater()
    return tuple(dict.fromkeys(remarks))


class _Pane(QWidget):
    """The participant's pages between the participant's bars, in the window's own margins."""

    def __init__(self, theme: Theme, *, right_to_left: bool) -> None:
        super().__init__()
        self.percent = theme.percent
        self.pages = Pages()
        self._notice = Words(Text.CAPTION, colour="muted")
        self._top, self._bottom = TopBar(_SUBJECT), BottomBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, MARGIN, 3 * GRID, MARGIN)
        column.setSpacing(MARGIN)
        column.addWidget(self._top)
        column.addWidget(self.pages, 1)
        column.addWidget(self._notice)
        column.addWidget(self._bottom)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        parts: tuple[Themed, ...] = (self._top, self._bottom, self._notice, self.pages)
        for part in parts:
            part.wear(theme)

    def turn_to(self, view: IntroView | QuestionView | ReviewView) -> None:
        """Show a page and settle its layout."""
        self._notice.say(view.notice)
        pages = self.pages
        match view:
            case IntroView():
                pages.setCurrentWidget(pages.message)
                self._bottom.offer(back=False, clear=False, on=True, finish=False)
                pages.message.present(messages.intro(view))
            case QuestionView():
                pages.setCurrentWidget(pages.question)
                self._top.show_place(view.place, view.total)
                self._bottom.offer(back=True, clear=True, on=True, finish=False)
                pages.question.present(view)
            case ReviewView():
                pages.setCurrentWidget(pages.review)
                self._bottom.offer(back=True, clear=False, on=False, finish=True)
                pages.review.present(view)
        self.settle()
        if isinstance(view, QuestionView):
            pages.question.area.start_over()

    def settle(self) -> None:
        """Let every layout under way come to rest."""
        for _ in range(3):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            QCoreApplication.sendPostedEvents()


def _pages(pane: _Pane, session: Session, wording: Wording) -> Iterator[Remark]:
    questions: list[Page] = [QuestionPage(item.id) for item in session.instrument.items]
    for page in (IntroPage(), *questions, ReviewPage()):
        view = look(replace(session, page=page), wording)
        assert isinstance(view, IntroView | QuestionView | ReviewView)
        pane.turn_to(view)
        match view:
            case QuestionView():
                named_page = f"question {view.number}"
                if pane.percent == 100 and pane.pages.has_more():
                    yield _against(f"{named_page} is not seen whole without scrolling (E02)")
            case IntroView():
                named_page = "the instruction"
            case _:
                named_page = "the list of answers"
        yield from _faults(pane, named_page)


def _faults(pane: _Pane, page: str) -> Iterator[Remark]:
    for words in pane.findChildren(Words):
        if words.isVisible() and words.text():
            if words.height() < words.heightForWidth(words.width()):
                yield _against(f"{page}: words are cut (E111)")
            yield from _broken(page, words.text(), words.font(), words.width())
    for button in pane.findChildren(ActionButton):
        if button.isVisible() and button.height() < button.heightForWidth(button.width()):
            yield _against(f"{page}: the words on a button are cut (E111)")
    options: list[OptionRow | NumberBox] = [*pane.findChildren(OptionRow), *pane.findChildren(NumberBox)]
    for option in options:
        if option.isVisible() and option.height() < option.height_for(option.width()):
            yield _against(f"{page}: the words of an answer are cut (E111)")
        if option.isVisible() and isinstance(option, OptionRow):
            yield from _broken(page, option.text(), option.font(), option.room(option.width()))
    shown = [one for one in pane.findChildren(Touchable) if one.isVisible()]
    areas = [(one, QRect(one.mapTo(pane, QPoint(0, 0)), one.size())) for one in shown]
    for place, (one, area) in enumerate(areas):
        if area.left() < 0 or area.right() >= pane.width():
            yield _against(f"{page}: something reaches beyond the edge (E111)")
        if any(one.parent() is other.parent() and area.intersects(its) for other, its in areas[place + 1 :]):
            yield _against(f"{page}: two things to touch lie over each other (E111)")


def _broken(page: str, text: str, font: QFont, room: int) -> Iterator[Remark]:
    """Yield the words that are longer than a line; they are broken between letters."""
    metrics = QFontMetricsF(font)
    for word in _unbreakable(text):
        if metrics.horizontalAdvance(word) > room:
            yield Remark(stands_against=False, said=f"{page}: '{word}' is broken at the end of a line")


def _unbreakable(text: str) -> Iterator[str]:
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    start = 0
    while (end := finder.toNextBoundary()) != -1:
        # Qt counts in units of UTF-16.
        yield text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "replace").strip()
        start = end


def _missing_letters(form: Instrument, wording: Wording, font: QFont) -> Iterator[Remark]:
    numbers = numbers_of(form)
    for place, text in words_of(wording).items():
        if letters := "".join(dict.fromkeys(letter for letter in text if not _can_draw(letter, font))):
            yield _against(f"{named(place, numbers)}: no typeface here has the letters {letters} (E130)")
        elif not _can_draw(text, font):
            yield _against(f"{named(place, numbers)}: a letter cannot be drawn in its place (E130)")


def _can_draw(text: str, font: QFont) -> bool:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    while layout.createLine().isValid():
        pass
    layout.endLayout()
    return all(0 not in run.glyphIndexes() for run in layout.glyphRuns())


def _against(said: str) -> Remark:
    return Remark(stands_against=True, said=said)
