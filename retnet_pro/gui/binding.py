"""A guard against one defect of Qt's Python binding.

PySide6 6.12.0 gives `None` back from every call without a result and forgets to count it. From Python 3.12 on that is
harmless, because `None` is immortal there; before, the interpreter stops after a few thousand calls ("deallocating
None"). 6.11.3 counts correctly.
"""

import sys

import PySide6

_BROKEN = (6, 12, 0)
_SPARE = 1 << 40
"""References to put in stock: more than any sitting uses, far from the limit of the counter."""


def forgets_to_count_none() -> bool:
    """Whether this binding on this Python would stop the program in the middle of a form."""
    return sys.version_info < (3, 12) and tuple(PySide6.__version_info__[:3]) == _BROKEN


def keep_none() -> None:
    """Give `None` so many references that the binding cannot use them up. Does nothing where there is no defect."""
    if forgets_to_count_none():
        from ctypes import c_ssize_t  # loaded only where it is needed: start-up time

        c_ssize_t.from_address(id(None)).value += _SPARE
