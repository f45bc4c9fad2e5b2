"""The table of scores of one form: value, what became of it, and in words why one is missing."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from retnet_pro.gui import words
from retnet_pro.gui.staff.form_view import Course, FormView
from retnet_pro.gui.staff.pieces import Voice, down, text
from retnet_pro.gui.staff.table import Column, Table
from retnet_pro.gui.staff.trends import threshold_said, verdict_said
from retnet_pro.gui.theme import GRID
from retnet_pro.instrument.model import ChangeRule
from retnet_pro.scoring.interpretation import ChangeVerdict
from retnet_pro.scoring.score import Score

_MARKS = "\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"


class ScoreTable(QWidget):
    """Shows the courses of a form; under the table, where the rules for change come from."""

    because_asked = Signal(str, str)
    """The session and the scale whose score somebody wants to follow."""

    def __init__(self) -> None:
        super().__init__()
        self._rules: tuple[ChangeRule, ...] = ()
        self._form: FormView | None = None
        how = text(self.tr("Choose a score to see how it came about."), Voice.CAPTION, name="person.scores.how")
        self.table = Table("person.scores", self._columns(), sorts=False, grows=True)
        self.table.chosen.connect(self._ask_because)
        self._sources: QVBoxLayout = down(spacing=GRID // 2)
        self.setLayout(down(how, self.table, self._sources, spacing=GRID))

    def present(self, form: FormView) -> None:
        """Show every scale of a form."""
        self._form = form
        self._rules = _rules(form.courses)
        self.table.present(form.courses)
        while (taken := self._sources.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.deleteLater()
        for rule in self._rules:
            self._sources.addWidget(text(self._said(rule), Voice.CAPTION, name="person.scores.rule"))

    def _ask_because(self, index: QModelIndex) -> None:
        """Ask for the newest score of the chosen scale; the page it leads to offers those before."""
        course = self.table.row_at(index)
        for shown in self._form.responses if self._form is not None else ():
            if any(score.code == course.code for score in shown.response.scores):
                self.because_asked.emit(shown.response.ses, course.code)
                return

    def _said(self, rule: ChangeRule) -> str:
        said = self.tr("{mark} A difference of {points} points or more counts. {source} ({status})")
        return said.format(
            mark=self._mark(rule), points=f"{rule.points:g}", source=rule.source, status=words.word(rule.status)
        )

    def _mark(self, rule: ChangeRule | None) -> str:
        return _MARKS[self._rules.index(rule) % len(_MARKS)] if rule in self._rules and rule else ""

    def _change(self, change: ChangeVerdict, before: Score | None) -> str:
        """Return the change in words and, where there was a score to compare with, that score below it."""
        said = verdict_said(change) + self._mark(change.rule)
        if before is None or before.value is None:
            return said
        return f"{said}\n{self.tr('from {value}').format(value=words.points(before.value))}"

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("Scale"), says=lambda course: words.scale_name(course.name), stretches=True),
            Column(title=self.tr("Latest"), says=lambda course: _value(course.latest), is_number=True),
            Column(
                title=self.tr("Since the last"),
                says=lambda course: self._change(course.change, course.before),
                hint=lambda course: _change_hint(course.change),
                stretches=True,
            ),
            Column(
                title=self.tr("Since the first"),
                says=lambda course: self._change(course.since_first, course.first),
                hint=lambda course: _change_hint(course.since_first),
                stretches=True,
            ),
            Column(title=self.tr("Remark"), says=_remark, hint=_full_remark, stretches=True),
        )


def _rules(courses: Iterable[Course]) -> tuple[ChangeRule, ...]:
    changes = (change for course in courses for change in (course.change, course.since_first))
    return tuple(dict.fromkeys(change.rule for change in changes if change.rule is not None))


def _value(score: Score | None) -> str:
    return words.points(score.value) if score is not None and score.value is not None else "\u2013"


def _change_hint(change: ChangeVerdict) -> str:
    rule = change.rule
    return f"{rule.source} ({words.word(rule.status)})" if rule else ""


def _remark(course: Course) -> str:
    """Say why the latest score is missing, else which way the scale runs; and what a corrected one was (rule E101)."""
    missing = words.why_missing(course.latest) if course.latest is not None else ""
    said = missing or words.word(course.direction)
    before = course.points[-1].original
    if before is None:
        return said
    corrected = QCoreApplication.translate("ScoreTable", "corrected, originally {score}")
    return f"{said}; {corrected.format(score=_value(before))}"


def _full_remark(course: Course) -> str:
    return "\n".join(filter(None, (_remark(course), threshold_said(course), words.word(course.status))))
