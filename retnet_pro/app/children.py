"""Short-lived child processes that set or draw something with Qt, so that a command needs no windows of its own.

A child is told everything in one line of JSON, says its results line by line, and a named failure as the last one.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence

from retnet_pro.errors import Bug, Code, Refusal, RetnetError, Tamper, WorldFault

_FAMILIES = {family.__name__: family for family in (Refusal, WorldFault, Tamper, Bug)}
_NOT_FOR_CHILDREN = ("QT_SCALE_FACTOR", "QT_AUTO_SCREEN_SCALE_FACTOR", "QT_FONT_DPI", "QT_STYLE_OVERRIDE")
"""What would change a picture from one desk to the next."""
_OFFSCREEN = {"LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}

Line = dict[str, object]


def ask_child(module: str, order: Mapping[str, object]) -> Sequence[Line]:
    """Run a module as a child, off the screen, and return what it says.

    Raises:
        RetnetError: what the child failed with; `UNEXPECTED` when it died without a word.
    """
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_FOR_CHILDREN}
    child = subprocess.run(
        [sys.executable, "-m", module],
        input=json.dumps(order) + "\n",
        env=kept | _OFFSCREEN,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    lines: list[Line] = [json.loads(line) for line in child.stdout.splitlines()]
    if child.returncode != 0 or not lines:
        raise _failure(lines, child.stderr)
    return lines


def answer_parent(work: Callable[[Line], Iterable[Line]]) -> None:
    """Be such a child: do the work that standard input asks for."""
    try:
        for line in work(json.loads(sys.stdin.readline())):
            print(json.dumps(line), flush=True)
    except RetnetError as error:
        facts = {name: str(value) for name, value in error.facts.items()}
        print(json.dumps({"failed": error.code.value, "family": type(error).__name__, "facts": facts}))
        sys.exit(error.exit_code)


def _failure(lines: Sequence[Line], said: str) -> RetnetError:
    last = lines[-1] if lines else {}
    if "failed" in last:
        facts = last["facts"]
        assert isinstance(facts, dict)
        return _FAMILIES[str(last["family"])](Code(str(last["failed"])), **facts)
    why = (said.strip().splitlines() or ["unknown"])[-1]
    return Bug(Code.UNEXPECTED, why=f"nothing could be drawn: {why}")
