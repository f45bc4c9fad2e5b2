"""Score trends as small multiples: one card per scale, with the value, what became of it, and which way is better."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QPoint, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from retnet_pro.gui import words
from retnet_pro.gui.charts import Trend, TrendChart
from retnet_pro.gui.staff.form_view import Course, FormView, Point
from retnet_pro.gui.staff.pieces import Tone, Voice, across, card, chip, clear, down, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme
from retnet_pro.scoring.interpretation import Change, ChangeVerdict

CARD_PX = 29 * GRID
"""Narrowest a card may get."""


@dataclass(frozen=True, slots=True)
class Span:
    """What all charts of a page have in common, so that they can be read one against the other."""

    first: date
    last: date
    events: tuple[date, ...]


class TrendGrid(QWidget):
    """As many cards beside each other as fit."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: list[QFrame] = []
        self._columns = 0
        self._least = CARD_PX
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2 * GRID)
        self.setLayout(self._grid)
        # Takes the width there is and never asks for more: else its own cards would decide how many fit.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def present(self, form: FormView, span: Span) -> None:
        """Show every scale of a form."""
        clear(self._grid)
        self._cards = [trend_card(course, form.id, span, self._theme) for course in form.courses]
        self._least = max((CARD_PX, *(made.minimumSizeHint().width() for made in self._cards)))
        self._columns = 0
        self._arrange()

    def as_picture(self, title: str) -> bytes:
        """Return all cards as a PNG of double density, under a title that says whose they are."""
        head = 5 * GRID
        image = QImage(2 * self.width(), 2 * (self.height() + head), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(2)
        image.fill(self._theme.tokens.background)
        painter = QPainter(image)
        painter.setPen(self._theme.tokens.ink)
        painter.setFont(self.font())
        painter.drawText(GRID, 0, self.width() - 2 * GRID, head, Qt.AlignmentFlag.AlignVCenter, title)
        self.render(painter, QPoint(0, head), renderFlags=QWidget.RenderFlag.DrawChildren)
        painter.end()
        kept = QBuffer()
        kept.open(QBuffer.OpenModeFlag.WriteOnly)
        QImageWriter(kept, QByteArray(b"PNG")).write(image)
        return bytes(kept.data().data())

    def resizeEvent(self, event: object) -> None:
        """Use the width there is."""
        self._arrange()

    def _arrange(self) -> None:
        least = self._least
        columns = max(1, (self.width() + 2 * GRID) // (least + 2 * GRID))
        if columns == self._columns:
            return
        for column in range(max(self._columns, columns)):
            self._grid.setColumnStretch(column, int(column < columns))
            self._grid.setColumnMinimumWidth(column, least if column < columns else 0)
        self._columns = columns
        for place, made in enumerate(self._cards):
            self._grid.addWidget(made, place // columns, place % columns)


def trend_card(course: Course, form: str, span: Span, theme: Theme) -> QFrame:
    """Return the card of one scale."""
    latest = course.latest
    value = words.points(latest.value) if latest is not None and latest.value is not None else "\u2013"
    name = f"trend.{form}.{latest.code if latest else course.name}"
    shown = text(value, Voice.LEAD, name=f"{name}.value", wrap=False)
    title = down(
        text(words.scale_name(course.name), Voice.STRONG), text(words.word(course.direction), Voice.CAPTION), spacing=0
    )
    top = across(shown, spacing=GRID)
    top.addWidget(_change(course, theme), 1)
    column = down(title, spacing=GRID // 2)
    column.addStretch(1)
    column.addLayout(top)
    column.addWidget(TrendChart(_trend(course, span), theme, name, _described(course)))
    column.addWidget(text(threshold_said(course), Voice.CAPTION, name=f"{name}.threshold"))
    return card(column)


def threshold_said(course: Course) -> str:
    """Say what is known about a threshold; a number only where its source has been checked (rule E78)."""
    if course.threshold is None:
        return QCoreApplication.translate("trends", "no published threshold")
    if course.cut is None:
        return QCoreApplication.translate("trends", "threshold not verified")
    return QCoreApplication.translate("trends", "threshold {points}: {source}").format(
        points=words.points(course.cut), source=course.threshold.source
    )


def change_said(course: Course) -> str:
    """Say what became of a scale since the response before, in words with the difference."""
    return verdict_said(course.change)


def verdict_said(change: ChangeVerdict) -> str:
    """Say what became of a scale between two responses, in words with the difference."""
    if change.change is Change.NOT_COMPARABLE:
        reason = words.word(change.why_not) if change.why_not else words.word(change.change)
        return reason if change.difference is None else f"{words.difference(change.difference)}, {reason}"
    assert change.difference is not None
    return f"{words.difference(change.difference)}, {words.word(change.change)}"


def _change(course: Course, theme: Theme) -> QWidget:
    sign, tone = {
        Change.IMPROVED: (Sign.GOOD, Tone.ACCENT),
        Change.WORSENED: (Sign.ATTENTION, Tone.AMBER),
        Change.NO_RELEVANT_CHANGE: (Sign.SAME, Tone.PLAIN),
        Change.NOT_COMPARABLE: (Sign.SAME, Tone.PLAIN),
    }[course.change.change]
    if course.change.change is Change.NOT_COMPARABLE:
        return text(change_said(course), Voice.CAPTION)
    return chip(change_said(course), sign, theme, tone=tone)


def _trend(course: Course, span: Span) -> Trend:
    return Trend(
        days=[point.day.toordinal() for point in course.points],
        values=[point.score.value if point.score else None for point in course.points],
        events=[day.toordinal() for day in span.events],
        first_day=span.first.toordinal(),
        last_day=span.last.toordinal(),
        to_hundred=course.to_hundred,
        threshold=course.cut,
        said=[_point_said(point) for point in course.points],
    )


def _point_said(point: Point) -> str:
    """Say one point of a chart: the day, the visit and the value, or why there is none."""
    score = point.score
    if score is None:
        value = QCoreApplication.translate("trends", "scored in another way")
    elif score.value is None:
        value = words.why_missing(score)
    else:
        value = words.points(score.value)
    return f"{words.day(point.day)}: {value}"


def _described(course: Course) -> str:
    said = [
        f"{words.day(point.day)}: {words.points(point.score.value)}"
        for point in course.points
        if point.score is not None and point.score.value is not None
    ]
    return f"{words.scale_name(course.name)}, {words.word(course.direction)}. {'; '.join(said)}"
