"""Every export of a simulated trial of 180 participants over 24 months; together they are to take below ten seconds.

The rows are made before; a site or centre makes them from its events meanwhile, which is measured with the database.

Then a trial of as many responses as RETNET_PRO_BENCH_RESPONSES says, in the formats for large data, each in a process
of its own, at a quarter of the size and at the whole: the peak of memory is to stay below 400 MB, and alike. A response
is one finished questionnaire. The default is small, because a million of them take long.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from retnet_pro.dataset.rows import FormRows, FormStatus, PersonRows
from retnet_pro.dataset.study_data import StudyData
from retnet_pro.exchange.formats import FORMATS
from retnet_pro.exchange.writer import quiet
from retnet_pro.study.subject import make_subject
from tests.fakes_rows import simulated_data

Row = dict[str, object]
PARTICIPANTS, MONTHS = 180, 24
LARGE = ("csv", "parquet", "sdtm-json", "odm", "redcap")
RESPONSES = int(os.environ.get("RETNET_PRO_BENCH_RESPONSES", "8000"))
_OF_A_SITE = 999
"""Study codes a site has."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MEGABYTE = 1024
"""In the units Linux tells memory in."""


def run() -> list[Row]:
    """Measure everything; return rows of name, value and unit."""
    data = simulated_data(PARTICIPANTS, MONTHS)
    taken = {name: _seconds(name, data) for name in FORMATS}
    trial = f"{PARTICIPANTS} participants, {MONTHS} months"
    whole, computing = (round(sum(both[which] for both in taken.values()), 2) for which in (0, 1))
    return [
        *({"name": f"export {name} of {trial}", "value": round(taken[name][0], 2), "unit": "s"} for name in taken),
        {"name": f"all exports of {trial}", "value": whole, "unit": "s"},
        {"name": f"all exports of {trial}: computing, without waiting", "value": computing, "unit": "s"},
        *(row for name in LARGE for size in (RESPONSES // 4, RESPONSES) for row in _large(name, size)),
    ]


def _seconds(name: str, data: StudyData) -> tuple[float, float]:
    """Return how long an export takes by the clock, and of the processor; they differ where others use it too."""
    with TemporaryDirectory() as folder:
        start, worked = time.perf_counter(), time.process_time()
        FORMATS[name](data, Path(folder) / "out", quiet)
        return time.perf_counter() - start, time.process_time() - worked


def _large(name: str, responses: int) -> Iterator[Row]:
    """Yield how much memory and time an export of this size takes in a process of its own."""
    code = f"from tests.bench.bench_exports import write_large; write_large({name!r}, {responses})"
    with TemporaryDirectory() as folder:
        child = subprocess.Popen(
            [sys.executable, "-c", code], env={**os.environ, "TMPDIR": folder}, stdout=subprocess.PIPE, text=True
        )
        said = child.communicate()[0]
    if child.returncode:
        raise RuntimeError(f"the export {name} of {responses} responses failed")
    peak, seconds = said.split()
    of = f"export {name} of {responses:,} responses"
    yield {"name": f"{of}: peak of memory", "value": int(peak) // _MEGABYTE, "unit": "MB", "floor": 400}
    yield {"name": f"{of}: computing", "value": round(float(seconds), 1), "unit": "s"}


def write_large(name: str, responses: int) -> None:
    """Write a made trial of at least this many responses, throw it away, and print peak of memory and seconds.

    The peak is what the kernel says of this program alone: what is told of a process by its parent begins with the
    memory of that parent.
    """
    data, worked = large_data(responses), time.process_time()
    with TemporaryDirectory() as folder:
        FORMATS[name](data, Path(folder) / "out", quiet)
    lines = Path("/proc/self/status").read_text().splitlines()
    peak = next(line.split()[1] for line in lines if line.startswith("VmHWM:"))
    print(peak, time.process_time() - worked)


def large_data(responses: int) -> StudyData:
    """Return a trial of at least this many responses: the same few participants again, under study codes of their own.

    Never held as a whole.
    """
    few = simulated_data(12, MONTHS)
    people = tuple(few.people())
    done = sum(one.form.status is FormStatus.DONE for person in people for one in person.forms)
    times = -(-responses // done)

    def again() -> Iterator[PersonRows]:
        for number in range(times * len(people)):
            yield _renamed(people[number % len(people)], *_code(number))

    sites = tuple(dict.fromkeys(_code(number)[0] for number in range(0, times * len(people), _OF_A_SITE)))
    last = _code(times * len(people) - 1)[0]
    about = replace(few.about, sites=tuple(dict.fromkeys((*sites, last))))
    return replace(few, about=about, participants=times * len(people), people=again)


def _code(number: int) -> tuple[str, str]:
    site, place = divmod(number, _OF_A_SITE)
    name = "X" + _LETTERS[site // len(_LETTERS)] + _LETTERS[site % len(_LETTERS)]
    return name, make_subject(name, place + 1)


def _renamed(person: PersonRows, site: str, subject: str) -> PersonRows:
    forms = []
    for one in person.forms:
        key = one.form.key.replace(person.subject.subject, subject, 1)
        forms.append(
            FormRows(
                replace(one.form, key=key, site=site, subject=subject),
                tuple(replace(item, form=key) for item in one.items),
                tuple(replace(score, form=key) for score in one.scores),
            )
        )
    events = tuple(replace(event, subject=subject) for event in person.events)
    return PersonRows(replace(person.subject, site=site, subject=subject), tuple(forms), events)
