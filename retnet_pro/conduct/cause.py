"""Why the operating system could not use a place, in words that can be translated.

What it says itself depends on the system and its language, and names things nobody at a desk knows.
"""

import errno
import os

_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EBADF})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM})
_SILENT = frozenset({errno.ETIMEDOUT, errno.EHOSTUNREACH, errno.ENETUNREACH, errno.ENOTCONN, errno.ESTALE})


def cause_of(error: OSError) -> str:
    """Return the reason for a sentence: this program's own where it gave one, else a plain word for the number."""
    said, number = error.strerror, error.errno
    if said and number is not None and getattr(error, "winerror", None) is None and said != os.strerror(number):
        return said
    if number in _GONE:
        return "it is not there"
    if number in _FORBIDDEN:
        return "this program may not read or write there"
    if number == errno.EROFS:
        return "it cannot be written to"
    if number in _SILENT:
        return "it does not answer"
    if number == errno.EIO:
        return "it reports a fault"
    return said or type(error).__name__
