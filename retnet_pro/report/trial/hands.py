"""The works of a report, done by several processes at once: its models and figures take almost all of its time.

A work is a function of a module with what it is told beside the facts. Each process is handed the facts once; what
comes back is put in the order of the works, so that the report is the same however many do it, and in whichever order
they end. Processes are started anew and not copied, alike on every system.

A process ends by itself as soon as whoever wanted its work stops, or is gone, even when it was killed: the only writing
end of a pipe is then closed. Nothing is left behind, and nobody waits for a work that is not wanted any more.
"""

import os
import pickle
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from copyreg import pickle as hand_over
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from retnet_pro.errors import Code, WorldFault

if TYPE_CHECKING:  # a process reads this module before it has its facts; the libraries are loaded by all at once
    from retnet_pro.report.trial.said import Said

Done = TypeVar("Done")
_facts: dict[str, "Said"] = {}
"""What this process was handed, if it is one that was started here."""


def all_done(
    said: "Said", works: Sequence[Callable[["Said"], Done]], processes: int, told: Callable[[int], None]
) -> list[Done]:
    """Do all works and return what comes of them, in their order.

    Args:
        said: what every work is done with.
        works: functions of a module, or `functools.partial` of one, so that another process finds them.
        processes: how many work at once; one means this one.
        told: called with how many are done; what it raises ends all of them.

    Raises:
        WorldFault: `REPORT_PROCESS_ENDED`, e.g. for want of memory.
    """
    if processes < 2 or len(works) < 2:
        done: list[Done] = []
        for work in works:
            done.append(work(said))
            told(len(done))
        return done
    return _done_together(said, works, min(processes, len(works)), told)


def _done_together(
    said: "Said", works: Sequence[Callable[["Said"], Done]], processes: int, told: Callable[[int], None]
) -> list[Done]:
    context = get_context("spawn")
    ending, wanted = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(processes, context, _begin, (pickle.dumps(said), ending))
    try:
        futures = [pool.submit(_do, work) for work in works]
        pool.submit(os.getpid)  # the pool looks after the process it started last only from the next thing on
        for count, future in enumerate(as_completed(futures), 1):
            future.result()
            told(count)
        pool.shutdown()
        return [future.result() for future in futures]
    except BrokenProcessPool as fault:
        raise WorldFault(Code.REPORT_PROCESS_ENDED, processes=processes) from fault
    finally:
        wanted.close()
        pool.shutdown(cancel_futures=True)
        ending.close()


def _begin(said: bytes, ending: Connection) -> None:
    """Make this process ready. Ctrl-C in a terminal reaches it too, and is left to the one that asked for it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(ending,), daemon=True).start()
    _facts["said"] = pickle.loads(said)


def _end_with(ending: Connection) -> None:
    wait([ending])
    os._exit(1)


def _do(work: Callable[["Said"], Done]) -> Done:
    return work(_facts["said"])


def _mapping(content: dict[object, object]) -> MappingProxyType[object, object]:
    return MappingProxyType(content)


def _as_handed_over(mapping: MappingProxyType[object, object]) -> tuple[object, tuple[dict[object, object]]]:
    return _mapping, (dict(mapping),)


hand_over(MappingProxyType, _as_handed_over)  # type: ignore[arg-type]  # forms hold such mappings; Python cannot by itself
