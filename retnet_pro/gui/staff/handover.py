"""The last page before the tablet changes hands: right participant, right visit, language, who answers."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from retnet_pro.conduct import handover
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.offering import Offer
from retnet_pro.conduct.sitting import Sitting
from retnet_pro.errors import Code, Refusal
from retnet_pro.gui import words
from retnet_pro.gui.staff.handover_view import HandOverView, hand_over_view
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Choices, Rank, Tone, Voice, across, button, card, down, mark, text
from retnet_pro.gui.staff.reason import Expected
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID
from retnet_pro.gui.typefaces import missing_glyphs, package_for
from retnet_pro.record.circumstance import LineCheck, WhyHelped, lacks_reason
from retnet_pro.record.response import AnsweredBy

REASON_LIMIT = 200
"""Longest reason; a longer one is not taken, never cut."""
_TELEPHONE = AnsweredBy.STAFF_TELEPHONE.value
_NEEDS_REASON = frozenset(by.value for by in AnsweredBy if lacks_reason(by, None))


class HandOverPage(Page):
    """Confirms, then starts the sitting; nothing is written before the last button."""

    started = Signal(object)
    """The `Sitting`; the staff process ends now."""
    absence_asked = Signal(object)
    """The `Expected` forms that will not come."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room, self.tr("Hand over the tablet"), name="handover", back=True)
        self._desk = desk
        self._view: HandOverView | None = None
        self._who = text("", Voice.NUMBER, name="handover.subject", wrap=False)
        self._what = text("", Voice.STRONG, name="handover.visit")
        self._forms = text("", Voice.QUIET, name="handover.forms")
        self._languages = Choices(self.theme, "handover.language")
        self._said_of_languages = text("", Voice.QUIET, name="handover.languages")
        self._by = Choices(self.theme, "handover.by")
        self._whys = Choices(self.theme, "handover.why", columns=3)
        self._checks = Choices(self.theme, "handover.line", columns=3)
        self._pin = Choices(self.theme, "handover.pin", columns=2)
        self._contact = Choices(self.theme, "handover.contact", columns=2)
        self._reason = self._make_reason()
        self._start = button(
            self.tr("Hand over the tablet now"),
            "handover.start",
            self.theme,
            rank=Rank.PRIMARY,
            sign=Sign.TABLET,
        )
        self._absent = button(self.tr("Will not come"), "handover.absent", self.theme)
        self._absent.clicked.connect(self._excuse)
        self._languages.chosen.connect(lambda _: self._judge())
        self._by.chosen.connect(self._follow)
        self._whys.chosen.connect(lambda _: self._judge())
        self._checks.chosen.connect(lambda _: self._judge())
        self._reason.textEdited.connect(lambda _: self._judge())
        self._start.clicked.connect(self._begin)
        self._lay_out_body()

    def open(self, subject: str, visit: str) -> None:
        """Show one visit for confirmation."""
        self.hush()
        self._view = None
        self._judge()
        self.ask(lambda: hand_over_view(self._desk, subject, visit), self.present)

    def present(self, view: HandOverView) -> None:
        """Show these facts, with the participant's own language and answering alone already chosen, in plain sight."""
        self._view = view
        self._who.setText(view.subject)
        self._what.setText(view.visit_title)
        self._forms.setText(" · ".join((*view.forms, self.tr("about {minutes} min").format(minutes=view.minutes))))
        kept_out = self._offer_languages(view)
        self._by.offer((by.value, words.word(by)) for by in AnsweredBy)
        self._whys.offer((why.value, words.word(why)) for why in WhyHelped if why is not WhyHelped.AWAY)
        self._checks.offer((how.value, words.word(how)) for how in LineCheck)
        self._contact.offer((("before", self.tr("Not yet")), ("after", self.tr("Yes, already"))))
        self._contact.choose("before")
        self._pin.offer((("kept", self.tr("As it is")), ("new", self.tr("Choose a new one"))))
        self._pin.choose("kept")
        self._reason.clear()
        if view.language in kept_out:
            self.notice(kept_out[view.language], Sign.ATTENTION, Tone.AMBER)
        elif len(kept_out) == len(view.languages):
            said = self.tr("There is no language in which all of these forms have their words. Import a wording pack.")
            self.notice(said, Sign.ATTENTION, Tone.AMBER)
        elif view.trust_ended is not None:
            said = self.tr("The centre's keys were good until {day}. Work goes on; ask it for a new trust pack.")
            self.notice(said.format(day=words.day(view.trust_ended)), Sign.INFORMATION, Tone.PLAIN)
        self._languages.choose(view.language)
        self._by.choose(AnsweredBy.ALONE.value)
        self._judge()

    def _offer_languages(self, view: HandOverView) -> Mapping[str, str]:
        """Offer what can be chosen, drafts marked, and say at the foot why the rest cannot. Return those reasons."""
        ready = []
        kept_out: dict[str, str] = {}
        has_draft = False
        for offer in view.languages:
            obstacle = offer.obstacle or _unreadable(offer, self.theme.family)
            if obstacle is not None:
                kept_out[offer.language] = f"{words.language_name(offer.language)}: {words.sentence(obstacle)}"
                continue
            name = words.language_name(offer.language)
            ready.append(
                (offer.language, self.tr("{language} – draft").format(language=name) if offer.is_draft else name)
            )
            has_draft |= offer.is_draft
        said = list(kept_out.values())
        if has_draft:
            said.insert(0, self.tr("Draft: not yet reviewed by a native speaker; for demonstration wording only."))
        self._languages.offer(ready)
        self._said_of_languages.setText("\n".join(said))
        self._said_of_languages.setVisible(bool(said))
        return kept_out

    def _begin(self) -> None:
        view, language, by = self._view, self._languages.current(), self._by.current()
        if view is None:
            return
        chosen = self._whys.current() if by in _NEEDS_REASON else ""
        why = WhyHelped(chosen) if chosen else None
        line = LineCheck(self._checks.current()) if by == _TELEPHONE else None
        reason = self._reason.text().strip() if why is WhyHelped.OTHER else ""
        new_pin = self._pin.current() == "new"
        after_contact = self._contact.current() == "after"
        self._start.setEnabled(False)

        def start() -> Sitting:
            return handover.start(
                self._desk,
                view.subject,
                view.visit,
                language,
                AnsweredBy(by),
                why=why,
                reason=reason,
                line=line,
                after_contact=after_contact,
                new_pin=new_pin,
            )

        self.ask(start, self.started.emit)

    def _excuse(self) -> None:
        if (view := self._view) is not None:
            self.absence_asked.emit(
                Expected(
                    subject=view.subject,
                    visit=view.visit,
                    visit_title=view.visit_title,
                    forms=view.missing,
                    titles=view.forms,
                )
            )

    def complain(self, error: Exception) -> None:
        """Show the failure and let the nurse try again."""
        super().complain(error)
        self._judge()

    def _follow(self, by: str) -> None:
        """Ask what this choice needs; what is asked and the button below it come into sight once they are laid out."""
        self._judge()
        if by != AnsweredBy.ALONE.value:
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self._start))

    def _judge(self) -> None:
        by, view = self._by.current(), self._view
        other = self._whys.current() == WhyHelped.OTHER.value
        self._why.setVisible(by in _NEEDS_REASON)
        self._on_line.setVisible(by == _TELEPHONE)
        self._pin_card.setVisible(view is not None and view.has_pin and by != _TELEPHONE)
        self._reason.setVisible(other)
        said_why = by not in _NEEDS_REASON or bool(self._reason.text().strip() if other else self._whys.current())
        checked = by != _TELEPHONE or bool(self._checks.current())
        self._start.setEnabled(view is not None and bool(self._languages.current() and by) and said_why and checked)
        self._start.setText(self.tr("Begin the interview") if by == _TELEPHONE else self.tr("Hand over the tablet now"))

    def _make_reason(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("handover.reason")
        field.setMaxLength(REASON_LIMIT)
        field.setPlaceholderText(self.tr("e.g. glasses forgotten"))
        return field

    def _lay_out_body(self) -> None:
        asked = text(self.tr("Why not alone? (needed)"), Voice.STRONG)
        self._why: QFrame = card(down(asked, self._whys, self._reason, spacing=GRID))
        on_line = text(self.tr("How did you make sure who is on the line? (needed)"), Voice.STRONG)
        read_out = text(
            self.tr(
                "Number and details are those in the patient file. "
                "Keep the tablet, read out the questions as they stand and tap the answers."
            )
        )
        self._on_line: QFrame = card(down(on_line, self._checks, read_out, spacing=GRID))
        left = down(
            card(down(self._who, self._what, self._forms, spacing=GRID // 2)),
            card(down(text(self.tr("Language"), Voice.STRONG), self._languages, spacing=GRID)),
        )
        left.addStretch(1)
        right = down(
            card(down(text(self.tr("Who answers?"), Voice.STRONG), self._by, spacing=GRID)),
            card(down(text(self.tr("Seen by the doctor today?"), Voice.STRONG), self._contact, spacing=GRID)),
        )
        self._pin_card = card(down(text(self.tr("Study PIN"), Voice.STRONG), self._pin, spacing=GRID))
        right.addWidget(self._pin_card)
        right.addStretch(1)
        sides = across()
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        said = self.tr("You are logged out when the tablet changes hands. The participant cannot see earlier answers.")
        end = across(mark(Sign.LOCK, self.theme), spacing=GRID)
        end.addWidget(text(said, Voice.QUIET), 1)
        end.addWidget(self._absent)
        end.addWidget(self._start, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(sides)
        self.body.addWidget(self._why)
        self.body.addWidget(self._on_line)
        self.body.addWidget(card(end))
        self.body.addWidget(self._said_of_languages)
        self.body.addStretch(1)


def _unreadable(offer: Offer, family: str) -> Refusal | None:
    """Return why this tablet cannot draw a language, or None when it can."""
    missing = missing_glyphs(offer.letters, offer.language, family)
    if not missing:
        return None
    package = package_for(missing, offer.language)
    return Refusal(Code.GLYPHS_MISSING, language=offer.language, characters=" ".join(missing[:5]), package=package)
