"""What the participant's window needs from the world, written by the window. Every method may be slow and is called in
the lane; `WorldFault` means that trying again may help.
"""

from typing import Protocol

from retnet_pro.answering.session import Entry, Session
from retnet_pro.instrument.model import Wording
from retnet_pro.record.circumstance import WhyHelped
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.absence import Absence
from retnet_pro.study.model import Identification


class ParticipantDesk(Protocol):
    """One sitting: who, which forms, and where the answers go."""

    @property
    def subject(self) -> str:
        """Study code, shown on top of every page."""

    @property
    def visit_title(self) -> str:
        """Which visit this is."""

    @property
    def language(self) -> str:
        """BCP 47 tag of the sitting's language."""

    @property
    def whom_to_call(self) -> str:
        """What the study tells at the end, in this language (rule E84); '' for nothing."""

    @property
    def parts(self) -> int:
        """How many forms there are."""

    @property
    def first_part(self) -> int:
        """The form to start with, from 0; later than 0 after an interruption."""

    @property
    def answered_by(self) -> AnsweredBy:
        """Who answers now (rule E58)."""

    @property
    def identification(self) -> Identification:
        """What the study asks of the participant before the first question (rule E59)."""

    @property
    def has_pin(self) -> bool:
        """Whether the participant has a PIN; otherwise they choose one."""

    def choose_pin(self, pin: str) -> None:
        """Keep the PIN the participant chose."""

    def try_pin(self, pin: str) -> bool:
        """Return whether this is the participant's PIN."""

    def identify(self, by: Identification) -> None:
        """Record the participant's own step before the first question (rule E59)."""

    def change_who(self, part: int, who: AnsweredBy, why: WhyHelped | None) -> None:
        """Record who answers from here on, beginning with this form (rule E58)."""

    def begin(self, part: int) -> tuple[Session, Wording]:
        """Return the session of a form, fresh or as it was interrupted, and its words."""

    def record(self, part: int, entries: tuple[Entry, ...]) -> None:
        """Make entries durable. After a failure it is called again with the same entries."""

    def note_accommodations(self, part: int, in_use: frozenset[str]) -> None:
        """Make durable what is in use in this form, before the answers given with it; what is noted stays noted."""

    def finish(self, part: int, session: Session, accommodations: tuple[str, ...]) -> None:
        """Close a form. `accommodations` name what was in use while it was filled in (rule E121): ``text-125``,
        ``text-150``, ``text-200``, ``dark``, ``high-contrast``, ``keyboard`` (or switches), ``screen-reader``,
        ``read-aloud``.
        """

    def say_why(self, part: int, why: Absence) -> None:
        """Record why the participant stops in this form and does not begin those after it (rule E66)."""

    def leave(self, reason: str) -> str:
        """End the sitting for a reason of `participant.window` and return the proof code."""
