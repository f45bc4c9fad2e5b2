"""A sitting that is none: a form to look at, an invented study code, a clock that never waits, nothing kept.

With it the participant's own window draws every screen, for the screens book, without a site and without a person.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from retnet_pro.answering.session import Entry, Session, begin
from retnet_pro.errors import Code, WorldFault
from retnet_pro.gui.lane import Lane
from retnet_pro.instrument.model import Instrument, Wording
from retnet_pro.moment import Moment
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.model import Identification

SCREEN_PX = (1280, 800)
"""Of a ten-inch tablet, lying."""
SCREEN_DPI = 149.0
SUBJECT = "RN-01-0042"
VISIT = "Demonstration"
PROOF = "A1B2C3"
PIN, OTHER_PIN = "2580", "1470"
_DAY = datetime(2026, 1, 5, 10, tzinfo=UTC)
_STRIDE_MS = 1000
T = TypeVar("T")


class StridingClock:
    """Every look at it is a second later: no tap comes too soon after a page, and every run sees the same times."""

    def __init__(self) -> None:
        """Begin at a fixed moment."""
        self._up_ms = 0

    def __call__(self) -> Moment:
        """Return the next second."""
        self._up_ms += _STRIDE_MS
        return Moment(_DAY + timedelta(milliseconds=self._up_ms), self._up_ms, "sample")


class PromptLane(Lane):
    """Does the work at once, so that a screen can be looked at as soon as it was asked for."""

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run the work here and now."""
        try:
            result = work()
        except WorldFault as error:
            failed(error)
        else:
            done(result)


class SampleDesk:
    """Gives one form and keeps nothing."""

    subject = SUBJECT
    visit_title = VISIT
    parts = 1
    first_part = 0

    identification = Identification.PIN
    """All that a study can ask before the first question, so that every screen of it is met."""

    def __init__(self, form: Instrument, words: Wording, clock: StridingClock, *, has_pin: bool) -> None:
        """Take what to show. Every question is shown: conditions are left out, for nobody's answers are known."""
        self.form = replace(form, items=tuple(replace(item, condition=None) for item in form.items))
        self.language = words.language
        self.fails = False
        """Whether the next answer cannot be stored."""
        self.has_pin = has_pin
        """Whether the participant chose a PIN before."""
        self._words = words
        self._clock = clock

    @property
    def answered_by(self) -> AnsweredBy:
        """Nobody, as if alone."""
        return AnsweredBy.ALONE

    def choose_pin(self, _pin: str) -> None:
        """Keep nothing."""

    def try_pin(self, pin: str) -> bool:
        """Know one PIN."""
        return pin == PIN

    def say_why(self, _part: int, _why: object) -> None:
        """Keep nothing."""

    def identify(self, _by: object) -> None:
        """Keep nothing."""

    def change_who(self, _part: int, _who: object, _why: object) -> None:
        """Keep nothing."""

    def begin(self, _part: int) -> tuple[Session, Wording]:
        """Return the form, not begun yet."""
        return begin(self.form, self._clock()), self._words

    def record(self, _part: int, _entries: tuple[Entry, ...]) -> None:
        """Keep nothing; once, as if the disk had failed."""
        if self.fails:
            self.fails = False
            raise WorldFault(Code.DISK_FAULT, path="sample", why="sample")

    def note_accommodations(self, _part: int, _in_use: frozenset[str]) -> None:
        """Keep nothing."""

    def finish(self, _part: int, _session: Session, _accommodations: tuple[str, ...]) -> None:
        """Keep nothing."""

    @property
    def whom_to_call(self) -> str:
        """Say nothing of a study."""
        return ""

    def leave(self, _reason: str) -> str:
        """Return a proof code that proves nothing."""
        return PROOF
