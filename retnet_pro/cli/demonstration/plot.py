"""What the play is about: who answers which visit, and with which answers. Made by the root, read by its children."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from retnet_pro.answering.sheet import Answered, Cleared, Given, NotApplicable, Skipped, read_answer, write_answer
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import ItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """The facts of one play."""

    profile: Path
    drop: Path
    pictures: Path
    paper: Path
    """Where the participant's PDF goes."""
    passphrase: str
    subject: str
    visit: str
    answers: Mapping[str, Mapping[ItemId, Given]]
    """Per instrument what the simulated participant answers; an item that is left out is skipped on purpose."""


def write_plot(plot: Plot, path: Path) -> None:
    """Write the plot for the children to read."""
    plain = {
        "profile": str(plot.profile),
        "drop": str(plot.drop),
        "pictures": str(plot.pictures),
        "paper": str(plot.paper),
        "passphrase": plot.passphrase,
        "subject": plot.subject,
        "visit": plot.visit,
        "answers": {
            form: {item: write_answer(given) for item, given in answers.items()}
            for form, answers in plot.answers.items()
        },
    }
    path.write_text(json.dumps(plain, indent=2), encoding="utf-8")


def read_plot(path: Path) -> Plot:
    """Read what `write_plot` wrote."""
    plain = json.loads(path.read_text(encoding="utf-8"))
    return Plot(
        profile=Path(plain["profile"]),
        drop=Path(plain["drop"]),
        pictures=Path(plain["pictures"]),
        paper=Path(plain["paper"]),
        passphrase=plain["passphrase"],
        subject=plain["subject"],
        visit=plain["visit"],
        answers={
            form: {ItemId(item): _given(given) for item, given in answers.items()}
            for form, answers in plain["answers"].items()
        },
    )


def _given(plain: object) -> Given:
    answer = read_answer(plain)
    if not isinstance(answer, Answered | NotApplicable | Skipped | Cleared):
        raise Refusal(Code.PAYLOAD_BROKEN, what="the plot", why="nobody can give this answer")
    return answer
