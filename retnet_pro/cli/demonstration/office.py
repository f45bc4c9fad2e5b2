"""The staff's parts of the play: nurse and coordinator on the real window."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QTableView, QWidget

from retnet_pro.cli.demonstration.plot import Plot
from retnet_pro.cli.demonstration.stage import Condition, Script, Stage, after
from retnet_pro.cli.synthetic import COORDINATOR, NURSE
from retnet_pro.gui.staff.person import PersonPage
from retnet_pro.gui.staff.safe import SafePage

P = TypeVar("P", bound=QWidget)
PAINT_MS = 300
"""Long enough for a page to fill itself and be painted."""


def hand_over(stage: Stage, plot: Plot) -> Script:
    """The nurse logs in, looks around and hands the tablet over."""
    yield _shown(stage, f"login.user.{NURSE.user}")
    yield after(PAINT_MS)
    stage.picture("lock-screen")
    yield from _log_in(stage, plot, NURSE.user)
    stage.picture("today")
    stage.click("rail.participants")
    yield _shown(stage, "participants.table")
    yield after(PAINT_MS)
    stage.picture("participants")
    stage.click("rail.today")
    key = f"{plot.subject}.{plot.visit}"
    yield _shown(stage, f"today.handover.{key}")
    stage.click(f"today.handover.{key}")
    yield _shown(stage, "handover.language.en")
    stage.click("handover.language.en")  # whoever looks at the pictures may not know the participant's language
    yield after(PAINT_MS)
    stage.picture("hand-over")
    stage.click("handover.start")
    yield lambda: not stage.window.isVisible()


def look_at_scores(stage: Stage, plot: Plot) -> Script:
    """The nurse sees scores, trends and answers, and prints the report."""
    yield from _log_in(stage, plot, NURSE.user)
    stage.click("rail.participants")
    yield _shown(stage, "participants.table")
    yield after(PAINT_MS)
    stage.click_cell(stage.find(QTableView, "participants.table"), plot.subject)
    yield _there(stage, PersonPage)
    page = _page(stage, PersonPage)
    yield lambda: stage.is_there("person.form.qlq-c30")
    yield after(PAINT_MS)
    for form in ("qlq-c30", "qlq-ginet21", "carcinoid-diary"):
        stage.click(f"person.form.{form}")
        yield after(PAINT_MS)
        stage.picture(f"participant-{form}")
    stage.click("person.form.qlq-c30")
    for part in ("scores", "answers"):
        if stage.is_there(f"person.show.{part}"):
            stage.click(f"person.show.{part}")
            yield after(PAINT_MS)
            stage.picture(f"participant-{part}")
    page.save_pdf(plot.paper)
    yield _written(plot.paper)
    yield after(PAINT_MS)
    stage.click("rail.lock")
    yield lambda: not stage.window.isVisible()


def export(stage: Stage, plot: Plot) -> Script:
    """The coordinator looks whether everything is safe and exports to a folder."""
    yield from _log_in(stage, plot, COORDINATOR.user)
    stage.click("rail.safe")
    yield _there(stage, SafePage)
    yield after(PAINT_MS)
    stage.picture("safe-before-export")
    _page(stage, SafePage).export_to(plot.drop)
    yield lambda: any(plot.drop.glob("*.age"))
    yield lambda: stage.is_there("safe.export")
    yield after(PAINT_MS)
    stage.picture("safe-sent")
    stage.click("rail.lock")
    yield lambda: not stage.window.isVisible()


def receive(stage: Stage, plot: Plot) -> Script:
    """The coordinator fetches the centre's receipt; everything is safe."""
    yield from _log_in(stage, plot, COORDINATOR.user)
    stage.click("rail.safe")
    yield _there(stage, SafePage)
    yield after(PAINT_MS)
    _page(stage, SafePage).collect_from(plot.drop)
    yield after(PAINT_MS)
    yield lambda: stage.is_there("safe.collect")
    yield after(PAINT_MS)
    stage.picture("safe-received")
    stage.click("rail.look")
    yield after(PAINT_MS)
    stage.picture("safe-dark")
    stage.click("rail.lock")
    yield lambda: not stage.window.isVisible()


Act = Callable[[Stage, Plot], Script]
ACTS: dict[str, Act] = {
    "hand-over": hand_over,
    "scores": look_at_scores,
    "export": export,
    "receive": receive,
}


def _log_in(stage: Stage, plot: Plot, user: str) -> Script:
    yield _shown(stage, f"login.user.{user}")
    stage.click(f"login.user.{user}")
    stage.write("login.passphrase", plot.passphrase)
    stage.click("login.enter")
    yield _shown(stage, "rail.today")
    yield after(PAINT_MS)


def _shown(stage: Stage, name: str) -> Condition:
    return lambda: stage.is_there(name)


def _there(stage: Stage, kind: type[QWidget]) -> Condition:
    return lambda: any(page.isVisible() for page in stage.window.findChildren(kind))


def _page(stage: Stage, kind: type[P]) -> P:
    return next(page for page in stage.window.findChildren(kind) if page.isVisible())


def _written(path: Path) -> Condition:
    return lambda: path.exists() and path.stat().st_size > 0
