"""``python -m tests.fuzz [READER] [--runs N]``: the long size, guided by coverage where atheris is installed.

Each reader gets N inputs: half of them moves on a sound example, half raw bytes that grew out of one. Without atheris
(``pip install atheris``; it knows CPython on Linux) moves are drawn by chance instead. Stops at the first crash.
"""

import argparse
import random
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.figures import Figure, keep_figures

RUNS = 1_000_000
"""For each reader, in the long size."""
PER_MOVE = 6
"""Bytes of a fuzzer's input that make one move."""
FOUND = Path(__file__).resolve().parents[2] / "build" / "fuzz"
"""Where atheris leaves an input that crashed a reader."""


def names() -> list[str]:
    """Return the readers, in order."""
    from tests.fuzz.decoders import DECODERS

    return [decoder.name for decoder in DECODERS]


def guided(name: str, runs: int) -> None:
    """Let atheris look for a crash in one reader; ends the process."""
    import atheris

    with atheris.instrument_imports(include=["retnet_pro"]):
        from tests.fuzz.damage import damaged
        from tests.fuzz.decoders import BY_NAME
    decoder = BY_NAME[name]

    def one_input(data: bytes) -> None:
        if len(data) < 2 or data[0] % 2:
            decoder.survives(data[1:])
            return
        numbers = [int.from_bytes(data[at : at + 2]) for at in range(2, len(data) - 1, 2)]
        moves = list(zip(*[iter(numbers)] * 3, strict=False))[:8]
        decoder.survives(damaged(decoder.seeds[data[1] % len(decoder.seeds)], decoder.form, moves))

    FOUND.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as corpus:
        for place, sound in enumerate(decoder.seeds):
            (Path(corpus) / f"sound-{place}").write_bytes(b"\x01" + sound)
        (Path(corpus) / "moves").write_bytes(bytes(2 + 3 * PER_MOVE))
        atheris.Setup(
            [sys.argv[0], corpus, f"-runs={runs}", "-timeout=10", "-max_len=20000", "-verbosity=0"], one_input
        )
        atheris.Fuzz()


def by_chance(name: str, runs: int) -> None:
    """Read so many damaged examples; the first that is not refused in our own words comes through."""
    from tests.fuzz.damage import damaged, some_moves
    from tests.fuzz.decoders import BY_NAME

    decoder, chance = BY_NAME[name], random.Random(f"{name} {runs}")
    for _ in range(runs):
        decoder.survives(damaged(chance.choice(decoder.seeds), decoder.form, some_moves(chance, 8)))


def main(words: list[str]) -> int:
    """Run each reader in a process of its own; 1 when one of them crashed."""
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz")
    asked.add_argument("reader", nargs="*")
    asked.add_argument("--runs", type=int, default=RUNS)
    asked.add_argument("--share", type=float, default=1, help="of the runs")
    asked.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = asked.parse_args(words)
    runs = round(given.runs * given.share)
    way = guided if find_spec("atheris") else by_chance
    if given.here:
        way(given.reader[0], runs)
        return 0
    crashed, began = 0, time.monotonic()
    chosen = given.reader or names()
    for name in chosen:
        line = [sys.executable, "-m", "tests.fuzz", "--here", "--runs", str(runs), name]
        done = subprocess.run(line, capture_output=True, text=True, check=False)
        crashed += done.returncode != 0
        print(f"{'crashed' if done.returncode else 'holds  '}  {runs} inputs, {way.__name__}  {name}", flush=True)
        if done.returncode:
            print("\n".join(done.stderr.splitlines()[-30:]), file=sys.stderr)
    if not given.reader:
        seconds = round(time.monotonic() - began, 1)
        size = "long" if runs >= RUNS else "part"
        keep_figures([Figure(goal="fuzzing", runs=runs * len(chosen), violations=crashed, seconds=seconds, size=size)])
    return 1 if crashed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
