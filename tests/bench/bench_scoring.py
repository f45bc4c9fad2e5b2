"""How fast scoring is, measured beside what plain Python and plain numpy can do at best (targets 8, 9 and 10).

Floors and program take turns in the same run, and medians are compared, so a busy machine slows both alike.
"""

import csv
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import numpy as np

from retnet_pro.answering.sheet import Answered
from retnet_pro.exchange.score_table import score_table
from retnet_pro.instrument.load import load_instrument
from retnet_pro.instrument.model import Instrument
from retnet_pro.scoring.batch import MISSING, score_columns
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.explain import score_and_explain
from retnet_pro.scoring.plan import make_plan

ROWS = 1_000_000
ROUNDS = 5
SCRIPT_ROWS = 50_000
FORM = Path(__file__).parents[2] / "forms" / "qlq-c30.yaml"
PROSCORER_SCORING_S = ROWS / 316_000
"""R PROscorer on a machine of this kind: 316,000 forms a second at 1,000,000, columns in memory."""
PROSCORER_READ_AND_SCORE_S = 5.7 + PROSCORER_SCORING_S
"""The same with reading the table; writing is not counted, which is in its favour."""

SCALES = {
    "QL2": (29, 30),
    "PF2": (1, 2, 3, 4, 5),
    "RF2": (6, 7),
    "EF": (21, 22, 23, 24),
    "CF": (20, 25),
    "SF": (26, 27),
    "FA": (10, 12, 18),
    "NV": (14, 15),
    "PA": (9, 19),
    "DY": (8,),
    "SL": (11,),
    "AP": (13,),
    "CO": (16,),
    "DI": (17,),
    "FI": (28,),
}
FUNCTIONS = ("PF2", "RF2", "EF", "CF", "SF")
SYMPTOMS = ("FA", "NV", "PA", "DY", "SL", "AP", "CO", "DI")


def run() -> list[dict[str, object]]:
    """Measure everything; one dict per measure with name, value, unit, floor, ratio, target and whether it is met."""
    instrument = load_instrument(FORM)
    return [*_one_form(instrument), *_columns(instrument), *_table()]


def _measure(name: str, value: float, unit: str, floor: float, target: str, *, met: bool) -> dict[str, object]:
    return {
        "name": name,
        "value": value,
        "unit": unit,
        "floor": floor,
        "ratio": value / floor,
        "target": target,
        "met": met,
    }


def _in_turns(*jobs: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Return the median seconds of each job; the jobs take turns."""
    times: list[list[float]] = [[] for _ in jobs]
    for _ in range(rounds):
        for job, seconds in zip(jobs, times, strict=True):
            start = time.perf_counter()
            job()
            seconds.append(time.perf_counter() - start)
    return [statistics.median(seconds) for seconds in times]


def _one_form(instrument: Instrument) -> list[dict[str, object]]:
    plan = make_plan(instrument)
    codes = {item.id: item.scale.codes[item.number % len(item.scale.codes)] for item in instrument.items}
    answers = {item: Answered(code) for item, code in codes.items()}
    by_number = {item.number: codes[item.id] for item in instrument.items}
    turns = 500

    def repeated(job: Callable[[], object]) -> Callable[[], object]:
        def many() -> None:
            for _ in range(turns):
                job()

        return many

    plain, scored, explained = _in_turns(
        repeated(lambda: _plain_python(by_number)),
        repeated(lambda: score(plan, answers)),
        repeated(lambda: score_and_explain(plan, answers)),
        rounds=15,
    )
    plain, scored, explained = (seconds / turns * 1e6 for seconds in (plain, scored, explained))
    return [
        _measure("one form, scored with reasons", scored, "µs", plain, "≤ 30 µs", met=scored <= 30),
        _measure("one form, scored and explained", explained, "µs", plain, "≤ 60 µs", met=explained <= 60),
    ]


def _plain_python(codes: dict[int, int | None]) -> dict[str, float | None]:
    """Score as a short script would: no reasons, no check of codes."""
    scores: dict[str, float | None] = {}
    for code, items in SCALES.items():
        answered = [value for item in items if (value := codes[item]) is not None]
        if 2 * len(answered) < len(items):
            scores[code] = None
            continue
        share = (sum(answered) / len(answered) - 1) / (6 if code == "QL2" else 3)
        scores[code] = (1 - share) * 100 if code in FUNCTIONS else share * 100
    functions, symptoms = [scores[code] for code in FUNCTIONS], [scores[code] for code in SYMPTOMS]
    is_whole = None not in functions and None not in symptoms
    scores["SUM"] = (sum(functions) + sum(100 - value for value in symptoms)) / 13 if is_whole else None
    return scores


def _random_columns(share_missing: float) -> dict[str, np.ndarray]:
    chance = np.random.default_rng(30)
    columns = {}
    for number in range(1, 31):
        column = chance.integers(1, 8 if number > 28 else 5, ROWS).astype(np.int8)
        column[chance.random(ROWS) < share_missing] = MISSING
        columns[f"q{number}"] = column
    return columns


def _plain_numpy(columns: dict[str, np.ndarray], *, with_gaps: bool) -> dict[str, np.ndarray]:
    """Score whole columns in the obvious way; nothing is checked. Without gaps it may not even look for them."""
    scores = {}
    for code, items in SCALES.items():
        total = sum((_zeroed(columns[f"q{item}"]) if with_gaps else columns[f"q{item}"]) for item in items)
        answered = sum((columns[f"q{item}"] > 0).astype(np.int8) for item in items) if with_gaps else len(items)
        raw = total / (np.maximum(answered, 1) if with_gaps else answered)
        share = (raw - 1) / (6 if code == "QL2" else 3)
        scores[code] = (1 - share) * 100 if code in FUNCTIONS else share * 100
        if with_gaps:
            scores[code][2 * answered < len(items)] = np.nan
    scores["SUM"] = (sum(scores[code] for code in FUNCTIONS) + sum(100 - scores[code] for code in SYMPTOMS)) / 13
    return scores


def _zeroed(column: np.ndarray) -> np.ndarray:
    return np.where(column > 0, column, 0)


def _columns(instrument: Instrument) -> list[dict[str, object]]:
    plan = make_plan(instrument)
    full, gappy = _random_columns(0.0), _random_columns(0.02)
    for columns, with_gaps in ((full, False), (gappy, True)):
        ours, plain = score_columns(plan, columns), _plain_numpy(columns, with_gaps=with_gaps)
        if not all(np.allclose(ours[code], plain[code], rtol=0, atol=1e-9, equal_nan=True) for code in plain):
            raise AssertionError("the floor and the program do not compute the same")
    bare, ours_full, bare_gaps, ours_gaps = _in_turns(
        lambda: _plain_numpy(full, with_gaps=False),
        lambda: score_columns(plan, full),
        lambda: _plain_numpy(gappy, with_gaps=True),
        lambda: score_columns(plan, gappy),
    )
    rates = [ROWS / seconds / 1e6 for seconds in (ours_full, bare, ours_gaps, bare_gaps)]
    half = "≥ 0.5 of plain numpy"
    return [
        _measure("columns, complete", rates[0], "million forms/s", rates[1], half, met=rates[0] >= rates[1] / 2),
        _measure("columns, with gaps", rates[2], "million forms/s", rates[3], half, met=rates[2] >= rates[3] / 2),
        _measure(
            "columns, with gaps, against PROscorer",
            rates[2],
            "million forms/s",
            ROWS / PROSCORER_SCORING_S / 1e6,
            "≥ 10 × PROscorer",
            met=rates[2] >= 10 * ROWS / PROSCORER_SCORING_S / 1e6,
        ),
    ]


def _table() -> list[dict[str, object]]:
    """Score a table on disk in a process of its own, whose memory is then known."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "in.csv"
        _write_table(table)
        runs = [_score_in_own_process(table, Path(folder) / f"out{turn}.csv") for turn in range(3)]
        script = _plain_script(table, Path(folder) / "script.csv") * ROWS / SCRIPT_ROWS
    seconds = statistics.median(seconds for seconds, _ in runs)
    memory = max(megabytes for _, megabytes in runs)
    fifth = PROSCORER_READ_AND_SCORE_S / 5
    return [
        _measure(
            "table to table, 1,000,000 rows",
            seconds,
            "s",
            PROSCORER_READ_AND_SCORE_S,
            f"≤ 1/5 of PROscorer without its writing ({fifth:.2f} s)",
            met=seconds <= fifth,
        ),
        _measure(
            "table to table, against a plain script",
            seconds,
            "s",
            script,
            "≤ 1/5 of the script",
            met=seconds <= script / 5,
        ),
        _measure("table to table, peak memory", memory, "MB", 400.0, "≤ 400 MB", met=memory <= 400),
    ]


def _plain_script(table: Path, out: Path) -> float:
    """Return the seconds a short script with the csv module takes for the first rows of the same table."""
    start = time.perf_counter()
    with table.open(newline="") as source, out.open("w", newline="") as target:
        reader, writer = csv.reader(source), csv.writer(target)
        next(reader)
        writer.writerow(["id", *SCALES, "SUM"])
        for row in islice(reader, SCRIPT_ROWS):
            codes = {number: int(cell) if cell else None for number, cell in enumerate(row[1:], start=1)}
            writer.writerow([row[0], *_plain_python(codes).values()])
    return time.perf_counter() - start


def _write_table(path: Path) -> None:
    columns = _random_columns(0.02)
    cells = [np.where(column == MISSING, b"", column.astype("S1")).tolist() for column in columns.values()]
    with path.open("wb") as file:
        file.write(",".join(["id", *columns]).encode() + b"\n")
        file.writelines(
            b"P%07d," % number + b",".join(row) + b"\n" for number, row in enumerate(zip(*cells, strict=True))
        )


def _score_in_own_process(table: Path, out: Path) -> tuple[float, float]:
    """Return wall seconds inside the call, and peak megabytes of the whole process."""
    command = [sys.executable, __file__, str(table), str(out)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True, cwd=FORM.parents[1]).stdout.split()
    return float(answer[0]), float(answer[1])


def _as_own_process(table: str, out: str) -> None:
    instrument = load_instrument(FORM)
    start = time.perf_counter()
    score_table(make_plan(instrument), instrument, Path(table), Path(out))
    seconds = time.perf_counter() - start
    print(seconds, _peak_megabytes())


def _peak_megabytes() -> float:
    """Return this program's own peak; what `getrusage` tells still counts the process it was forked from."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    _as_own_process(sys.argv[1], sys.argv[2])
