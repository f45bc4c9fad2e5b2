"""One of the centre's openers as a process of its own, with the shipped forms; told on standard input what to do.

A line holds a time and, for a fault, what happens once records of a bundle are written and nothing is committed yet:
``killed`` ends this process, ``waits`` says ``inside`` and goes on at the next line. The answer is one line of JSON.
"""

import json
import os
import signal
import sys
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

from retnet_pro.centre.folder import open_centre
from retnet_pro.centre.perseverance import Patience
from retnet_pro.centre.store import Ledger
from retnet_pro.cli.coordinating import open_waiting
from retnet_pro.errors import WorldFault
from retnet_pro.instrument.library import Library, open_library

HOUSE = Path(__file__).resolve().parents[2]


def answer(line: str) -> None:
    print(line, flush=True)


class Inside:
    """Happens once, in the middle of a transaction."""

    def __init__(self, what: str) -> None:
        self.what = what
        self._keep = Ledger.keep_receipt

    def keep_receipt(self, ledger: Ledger, *words: object) -> None:
        self._keep(ledger, *words)  # type: ignore[arg-type]
        what, self.what = self.what, ""
        if what == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        elif what == "waits":
            answer("inside")
            sys.stdin.readline()


def one_round(folder: Path, library: Library, at: datetime, what: str) -> str:
    """Open what waits; return what came of it."""
    inside, broke = Inside(what), list[WorldFault]()
    patience = Patience(tries=2, pause=lambda: None, say=broke.append)
    with patch.object(Ledger, "keep_receipt", lambda ledger, *words: inside.keep_receipt(ledger, *words)):
        done = open_waiting(open_centre(folder), library, at, patience=patience)
    return json.dumps({"receipts": [one.status for one in done.receipts], "broke": [one.code for one in broke]})


if __name__ == "__main__":
    place, forms = Path(sys.argv[1]), open_library(HOUSE / "forms", HOUSE / "translations", None)
    answer("ready")
    for told in sys.stdin:
        moment, _, happens = told.strip().partition(" ")
        answer(one_round(place, forms, datetime.fromisoformat(moment), happens))
