"""``retnet-pro demo``: a throw-away site and its centre; opened on a screen, or played without one."""

import os
import subprocess
import sys
from pathlib import Path

import click


@click.command()
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=Path("build/demo"), show_default=True,
    help="Folder for the site, the centre and what the play leaves.",
)  # fmt: skip
@click.option("--play/--open", "play", default=None, help="Play without a screen, or open the program.")
@click.option("--participants", type=click.IntRange(1), default=8, show_default=True)
@click.option("--months", type=click.IntRange(3), default=10, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
def demo(out: Path, play: bool | None, participants: int, months: int, seed: int) -> None:
    """Show the whole road of an answer on a throw-away site with synthetic participants."""
    from retnet_pro.app.tablet import demand_windows
    from retnet_pro.cli.demonstration import run

    demand_windows()
    world = run.fresh_world(out, participants=participants, months=months, seed=seed)
    if has_screen() if play is None else not play:
        sys.exit(run.open_program(world))
    run.play(world, out)


def has_screen() -> bool:
    """Whether a window can really be opened here. Asks a short-lived process, because Qt ends the one that cannot."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    if os.environ.get("CI") or os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    try:
        asked = subprocess.run(
            [sys.executable, "-c", "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"],
            capture_output=True,
            timeout=20,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return asked.returncode == 0
