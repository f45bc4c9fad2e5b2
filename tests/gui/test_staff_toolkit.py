"""What the glass stands on keeps count of its references.

PySide6 6.12.0 on Python 3.11 gave away one reference to True with every emitted signal and one to None with every
slot called: after some hundred taps the interpreter died. Later Pythons do not count these.
"""

import sys

from PySide6.QtCore import QObject, Signal

TIMES = 100


class Bell(QObject):
    rang = Signal(object)


def test_signals_and_slots_lose_no_references(qapp):
    bell = Bell()
    bell.rang.connect(lambda _: None)
    bell.rang.emit(1)
    before = [sys.getrefcount(one) for one in (True, False, None)]
    for _ in range(TIMES):
        bell.rang.emit(1)
        bell.setObjectName("a")
        bell.setObjectName("b")
    lost = [old - sys.getrefcount(one) for old, one in zip(before, (True, False, None), strict=True)]
    assert max(lost) < TIMES / 2, "this PySide6 loses references: pin another version"
