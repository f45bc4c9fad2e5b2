"""``make mutants``: plant every defect of the table, one after the other; 1 when the tests let one live.

``python -m tests.mutants WORD…`` plants only those whose name contains one of the words.
"""

import sys
import time

from tests.figures import Figure, keep_figures
from tests.mutants.plant import Misplanted, Outcome, hunt, read_table


def main(words: list[str]) -> int:
    """Print what became of each defect and return how the command ends."""
    began, lived = time.monotonic(), 0
    chosen = [one for one in read_table() if not words or any(word in one.name for word in words)]
    for defect in chosen:
        start = time.monotonic()
        try:
            outcome = hunt(defect)
        except Misplanted as reason:
            outcome = Outcome(False, str(reason))
        lived += not outcome.caught
        verdict = "caught" if outcome.caught else "LIVES "
        print(f"{verdict}  {time.monotonic() - start:5.1f} s  {defect.name}", flush=True)
        print(f"                 {outcome.by}", flush=True)
    print(f"{len(chosen) - lived} of {len(chosen)} planted defects are caught.")
    if not words:
        seconds = round(time.monotonic() - began, 1)
        found = Figure(goal="planted defects", runs=len(chosen), violations=lived, seconds=seconds, size="long")
        keep_figures([found])
    return 1 if lived or not chosen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
