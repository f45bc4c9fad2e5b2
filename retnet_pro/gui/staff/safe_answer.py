"""Is everything with the centre? The sentence and the numbers at the top of the page Safe & sent."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from retnet_pro.conduct.site_facts import Delivery
from retnet_pro.gui import words
from retnet_pro.gui.staff.pieces import Tone, Voice, across, card, clear, down, mark, text
from retnet_pro.gui.staff.safe_view import SafeView
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme


class SafeAnswer(QWidget):
    """Shows where the finished questionnaires of the whole site are."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._answer = down(spacing=GRID)
        self._counts = across()
        self.setLayout(down(self._answer, self._counts))

    def present(self, view: SafeView) -> None:
        """Show these facts."""
        clear(self._answer)
        self._answer.addWidget(self._answer_card(view))
        if view.trust_ended is not None:
            said = self.tr("The centre's keys were good until {day}. Work goes on; ask it for a new trust pack.")
            line = across(spacing=GRID)
            line.addWidget(mark(Sign.ATTENTION, self._theme, tone=Tone.AMBER), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text(said.format(day=words.day(view.trust_ended)), name="safe.trust"), 1)
            self._answer.addWidget(card(line, Tone.AMBER))
        clear(self._counts)
        for count in self._count_cards(view):
            self._counts.addWidget(count, 1)

    def _answer_card(self, view: SafeView) -> QFrame:
        said, sign, tone = self._answer_of(view)
        line = across(spacing=2 * GRID)
        line.addWidget(mark(sign, self._theme, tone=tone), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(text(said, Voice.LEAD, name="safe.answer"), 1)
        return card(line, tone, margin=3 * GRID)

    def _answer_of(self, view: SafeView) -> tuple[str, Sign, Tone]:
        safety = view.safety
        if safety.all_received:
            if not safety.received:
                return self.tr("There is no finished questionnaire on this device yet."), Sign.GOOD, Tone.ACCENT
            return self.tr("Everything is with the centre."), Sign.GOOD, Tone.ACCENT
        return " ".join(self._waiting(view)), Sign.ATTENTION, Tone.RED if view.is_late else Tone.AMBER

    def _waiting(self, view: SafeView) -> Iterator[str]:
        safety = view.safety
        if safety.on_device == 1:
            yield self.tr("1 questionnaire is only on this device.")
        elif safety.on_device:
            yield self.tr("{count} questionnaires are only on this device.").format(count=safety.on_device)
        if safety.in_bundle == 1:
            yield self.tr("1 questionnaire is in a bundle that has not reached its place.")
        elif safety.in_bundle:
            yield self.tr("{count} questionnaires are in a bundle that has not reached its place.").format(
                count=safety.in_bundle
            )
        if safety.inherited:
            told = self.tr("From the device before this one: {count}; the centre must take in that device's log file.")
            yield told.format(count=safety.inherited)
        if safety.sent == 1:
            yield self.tr("1 was sent and has no receipt yet.")
        elif safety.sent:
            yield self.tr("{count} were sent and have no receipt yet.").format(count=safety.sent)
        if safety.oldest_unreceived is not None:
            since = words.instant(safety.oldest_unreceived)
            yield self.tr("The oldest was answered {time}.").format(time=since)

    def _count_cards(self, view: SafeView) -> tuple[QFrame, ...]:
        safety = view.safety
        return (
            _count("safe.on-device", safety.on_device, words.word(Delivery.ON_DEVICE)),
            _count("safe.in-bundle", safety.in_bundle, words.word(Delivery.IN_BUNDLE)),
            _count("safe.sent", safety.sent, words.word(Delivery.SENT)),
            _count("safe.received", safety.received, words.word(Delivery.RECEIVED)),
            _count("safe.interrupted", safety.interrupted, self.tr("Interrupted, not finished")),
        )


def _count(name: str, number: int, said: str) -> QFrame:
    column = down(text(str(number), Voice.NUMBER, name=name), text(said, Voice.QUIET), spacing=0)
    column.addStretch(1)
    return card(column)
