"""Direct the demonstration: make the world, run the program's own processes on it, answer as the centre, check."""

import json
import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TypeVar

import click

from retnet_pro.answering.sheet import Given, NotApplicable
from retnet_pro.app.opening import doorway_of, open_site
from retnet_pro.app.passage import End, HandOver, Outcome
from retnet_pro.app.senses import system_clock
from retnet_pro.app.supervisor import Kind, Supervisor
from retnet_pro.app.tablet import open_tablet
from retnet_pro.bundle.naming import BundleId, receipt_file
from retnet_pro.cli.coordinating import TakenIn, take_in
from retnet_pro.cli.demonstration.child import SITTING
from retnet_pro.cli.demonstration.plot import Plot, write_plot
from retnet_pro.cli.demonstration.proof import compare, free_tools, responses_at_centre
from retnet_pro.cli.synthetic import COORDINATOR, PASSPHRASE, SITE, SyntheticSite, make_trial
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.safety import safety_of
from retnet_pro.errors import Bug, Code, Refusal
from retnet_pro.instrument.library import Library, open_library
from retnet_pro.instrument.model import InstrumentId, ItemId
from retnet_pro.simulation.answers import Day, fill_in, make_person
from retnet_pro.simulation.chance import Chance
from retnet_pro.simulation.shapes import read_shapes
from retnet_pro.study.due import Due, WindowState
from retnet_pro.study.subject import make_subject
from retnet_pro.vault.verify import verify_log

MARK = "summary.json"
CENTRE_LOOKS_EVERY_S = 2.0
SEED = 11
LEFT_OUT, DOES_NOT_APPLY = ItemId("q11"), ItemId("q39")
FEWEST_PICTURES = 20
T = TypeVar("T")


def fresh_world(out: Path, *, participants: int, months: int, seed: int) -> SyntheticSite:
    """Make a new throw-away site and centre below a folder; an earlier demonstration there is replaced.

    Raises:
        Refusal: `FILE_EXISTS`, when the folder holds something that is not a demonstration.
    """
    if out.exists() and any(out.iterdir()):
        if not (out / MARK).exists():
            raise Refusal(Code.FILE_EXISTS, path=out)
        shutil.rmtree(out)
    out.mkdir(parents=True, exist_ok=True)
    (out / MARK).write_text("{}\n")
    click.echo("Making a throw-away site with synthetic participants (synthetic data, not from any person) …")
    return make_trial(out / "world", participants=participants, months=months, seed=seed)


def open_program(world: SyntheticSite) -> int:
    """Open the program on the throw-away site, with a local centre that answers; return the exit code."""
    click.echo(world.in_words())
    click.echo(f"Export to, and look for receipts in: {world.centre.drop}")
    library = open_library(world.settings.forms, world.settings.words, None)
    over = threading.Event()

    def answer() -> None:
        while not over.wait(CENTRE_LOOKS_EVERY_S):
            if any(world.centre.drop.glob("*.age")):
                take_in(world.centre, library, system_clock()().wall)

    centre = threading.Thread(target=answer, daemon=True)
    centre.start()
    try:
        return open_tablet(world.settings.profile)
    finally:
        over.set()
        centre.join()


class Director:
    """Runs one act after the other and remembers how long each took."""

    def __init__(self, plot_file: Path) -> None:
        """Take the file the children read."""
        self._plot_file = plot_file
        self.seconds: dict[str, float] = {}

    def act(self, name: str, hand_over: HandOver | None = None) -> Outcome:
        """Run one act in a process of its own.

        Raises:
            Bug: `UNEXPECTED`, when the act did not reach its end.
        """
        click.echo(f"  {name}")
        begun = time.perf_counter()

        def command_for(_kind: Kind) -> Sequence[str]:
            return [sys.executable, "-m", "retnet_pro.cli.demonstration.child", name, str(self._plot_file)]

        supervisor = Supervisor(command_for)
        outcome = supervisor.staff() if hand_over is None else supervisor.hand_over(hand_over)
        self.seconds[name] = round(time.perf_counter() - begun, 2)
        if outcome is None or supervisor.last_exit != 0:
            raise Bug(Code.UNEXPECTED, why=f"act '{name}' of the demonstration did not reach its end")
        return outcome


def play(world: SyntheticSite, out: Path) -> None:
    """Play the whole road of an answer through the real windows, offscreen, and leave the proof of it.

    Raises:
        Bug: `UNEXPECTED`, when anything did not come out as it must.
    """
    _go_offscreen()
    library = open_library(world.settings.forms, world.settings.words, None)
    plot = _make_plot(world, out, library)
    plot_file = out / "plot.json"
    write_plot(plot, plot_file)
    director = Director(plot_file)
    click.echo("Playing the road of an answer through the real windows:")
    given = director.act("hand-over")
    if given.end is not End.HANDED_OVER or given.hand_over is None:
        raise Bug(Code.UNEXPECTED, why="the tablet was not handed over")
    director.act(SITTING, given.hand_over)
    director.act("scores")
    director.act("export")
    begun = time.perf_counter()
    taken = take_in(world.centre, library, system_clock()().wall)
    director.seconds["centre"] = round(time.perf_counter() - begun, 2)
    director.act("receive")
    summary = _sum_up(world, plot, library, taken, director, out)
    (out / MARK).write_text(json.dumps(summary, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    _tell(summary, out)
    if not summary["all_as_it_must_be"]:
        raise Bug(Code.UNEXPECTED, why=f"something is not as it must be; see {out / MARK}")


def _go_offscreen() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _make_plot(world: SyntheticSite, out: Path, library: Library) -> Plot:
    """Choose who is due for all three forms, and draw what they will answer."""
    chosen = _at_desk(world, lambda desk: _due_for_everything(desk) or _newly_enrolled(desk))
    return Plot(
        profile=world.settings.profile,
        drop=world.centre.drop,
        pictures=out / "pictures",
        paper=out / "participant.pdf",
        passphrase=PASSPHRASE,
        subject=chosen.subject,
        visit=chosen.visit.id,
        answers=_draw_answers(library),
    )


def _due_for_everything(desk: Desk) -> Due | None:
    """Return a visit that still needs all forms, of the participant with the longest history."""
    everything = set(desk.library.ids())
    states = {WindowState.OPEN, WindowState.CLOSING, WindowState.OVERDUE}
    due = [one for one in desk.due() if one.state in states and set(one.missing) == everything]
    return max(due, key=lambda one: len(desk.course(one.subject).filed), default=None)


def _newly_enrolled(desk: Desk) -> Due:
    """Enrol one more participant, who is due for the baseline."""
    subject = make_subject(SITE, len(desk.site.courses) + 1)
    desk.enrol(subject, desk.pen.clock().wall.date(), "en")
    return next(one for one in desk.due() if one.subject == subject)


def _draw_answers(library: Library) -> dict[str, dict[ItemId, Given]]:
    """Draw one synthetic person's answers; one item is left out on purpose and one does not apply."""
    forms = [library.instrument(form) for form in library.ids()]
    shapes = read_shapes()
    person = make_person(forms, shapes.numbers, True, Chance(SEED, "person"))
    day = Day(since_embolization=35, decline=0.0, relief=0.2)
    answers = {form.id: dict(fill_in(form, person, day, shapes, Chance(SEED, form.id))) for form in forms}
    answers[InstrumentId("qlq-c30")].pop(LEFT_OUT, None)
    answers[InstrumentId("qlq-ginet21")][DOES_NOT_APPLY] = NotApplicable()
    return {str(form): given for form, given in answers.items()}


def _at_desk(world: SyntheticSite, ask: Callable[[Desk], T]) -> T:
    """Log in as the coordinator, ask one thing, and leave."""
    opened = open_site(world.settings, system_clock())
    with opened.log:
        door = doorway_of(opened)
        desk = door.login(COORDINATOR.user, PASSPHRASE)
        answer = ask(desk)
        desk.leave()
    return answer


def _sum_up(
    world: SyntheticSite, plot: Plot, library: Library, taken: TakenIn, director: Director, out: Path
) -> dict[str, object]:
    """Check everything and say what was done."""
    safety = _at_desk(world, lambda desk: safety_of(desk.site))
    checked = verify_log(world.settings.log)
    bundle = taken.receipts[-1].bundle
    device = taken.receipts[-1].dev
    shutil.copy2(world.centre.drop / f"{bundle}.age", out / "bundle.age")
    shutil.copy2(world.centre.drop / receipt_file(BundleId(bundle)), out / "receipt.txt")
    forms = compare(responses_at_centre(world.centre, plot), plot, library)
    tools = free_tools(BundleId(bundle), world.centre, device, out / "opened-with-free-tools")
    pictures = sorted(path.name for path in plot.pictures.glob("*.png"))
    as_it_must_be = {
        "log holds together": checked.first_break is None,
        "every receipt accepted": all(receipt.status.value == "accepted" for receipt in taken.receipts),
        "nothing set aside": taken.set_aside == 0,
        "all three forms at the centre": set(forms) == set(library.ids()),
        "answers as tapped": all(one["answers_as_tapped"] == one["items_tapped"] for one in forms.values()),
        "scores equal when scored again": all(one["scores_equal"] for one in forms.values()),
        "receipt verified by the tablet": bool(safety.receipts),
        "everything received": safety.all_received,
        "free tools open and verify": not tools["tried"] or tools["manifest_signature"] is True,
        "PDF written": plot.paper.stat().st_size > 0,
        "pictures written": len(pictures) >= FEWEST_PICTURES,
    }
    return {
        "synthetic": True,
        "all_as_it_must_be": all(as_it_must_be.values()),
        "checks": as_it_must_be,
        "site": {"id": SITE, "device": device, "events": checked.events, "head": checked.head.hash},
        "simulated": asdict(world.played),
        "played": {"subject": plot.subject, "visit": plot.visit, "forms": forms},
        "bundle": {"id": bundle, "bytes": (out / "bundle.age").stat().st_size, "events": taken.receipts[-1].count},
        "receipts": [{"bundle": one.bundle, "status": one.status.value, "upto": one.upto} for one in taken.receipts],
        "centre": {"responses": taken.responses, "set_aside": taken.set_aside},
        "free_tools": tools,
        "seconds": director.seconds,
        "pictures": pictures,
    }


def _tell(summary: dict[str, object], out: Path) -> None:
    checks = summary["checks"]
    assert isinstance(checks, dict)
    for name, is_so in checks.items():
        click.echo(f"  {'ok ' if is_so else 'NOT'} {name}")
    click.echo(f"Pictures:  {out / 'pictures'}")
    click.echo(f"Bundle:    {out / 'bundle.age'}")
    click.echo(f"Receipt:   {out / 'receipt.txt'}")
    click.echo(f"PDF:       {out / 'participant.pdf'}")
    click.echo(f"Summary:   {out / MARK}")
