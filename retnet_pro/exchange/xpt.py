"""SAS transport files, version 5 (XPT): the layout is SAS technical note TS-140, the numbers are IBM doubles.

An own writer because those there are cut long labels, take text longer than submissions allow, and write the moment
of writing into the file. Everything here was checked by the spool before, and the time is that of the data.
"""

import struct
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import partial
from math import frexp
from operator import getitem
from pathlib import Path
from typing import TextIO

from retnet_pro.exchange.appearing import BLOCK
from retnet_pro.exchange.remembered import Remembered
from retnet_pro.exchange.spool import Limits, Spooled
from retnet_pro.exchange.tabulation import NUMBERS, Kind, Variable

_PART = "\x1f"
"""Parts the cells of a row that waits; it is in no text this format takes."""


def _waiting(file: TextIO) -> Callable[[Iterable[str]], object]:
    return lambda cells: file.write(_PART.join(cells) + "\n")


LIMITS = Limits(text_bytes=200, is_ascii=True, cell=str, nothing="", line=_waiting)
"""200 bytes is what regulators take, and the format says nothing about how other letters are encoded."""
_RECORD = 80
_NAMESTR = struct.Struct(">hhhh8s40s8shhh2s8shhl52s")
_NUMBER, _TEXT = 1, 2
_NO_NUMBER = b"." + bytes(7)
_DAY_ZERO = date(1960, 1, 1).toordinal()
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_BIAS, _MANTISSA, _LARGEST = 64, 56, 127


def write_xpt(spooled: Spooled, at: datetime, label: str, out: Path) -> None:
    """Write a dataset; `at` is the time that stands as that of its making, `label` has at most 40 characters."""
    dataset, made = spooled.dataset, _time(at)
    with out.open("wb", BLOCK) as file:
        file.write(_header("LIBRARY", "0" * 30))
        file.write(_line(_cells("SAS", "SAS", "SASLIB", "9.4", "") + b" " * 24 + made))
        file.write(_line(made))
        file.write(_header("MEMBER", f"{'0' * 17}1600000000140"))
        file.write(_header("DSCRPTR", "0" * 30))
        file.write(_line(_cells("SAS", dataset.name, "SASDATA", "9.4", "") + b" " * 24 + made))
        file.write(_line(made + b" " * 16 + label.encode("ascii").ljust(40) + b" " * 8))
        file.write(_header("NAMESTR", f"000000{len(dataset.variables):04d}{'0' * 20}"))
        names = b"".join(_names(dataset.variables, spooled.widths))
        file.write(_padded(names))
        file.write(_header("OBS", "0" * 30))
        length = sum(spooled.widths)
        columns = [
            Remembered(partial(_cell, variable, width))
            for variable, width in zip(dataset.variables, spooled.widths, strict=True)
        ]
        for row in spooled.lines():
            file.write(b"".join(map(getitem, columns, row.split(_PART))))
        file.write(b" " * (-spooled.records * length % _RECORD))


def _header(name: str, rest: str) -> bytes:
    return _line(f"HEADER RECORD*******{name:<8}HEADER RECORD!!!!!!!{rest}".encode("ascii"))


def _line(content: bytes) -> bytes:
    return content.ljust(_RECORD)


def _padded(content: bytes) -> bytes:
    return content + b" " * (-len(content) % _RECORD)


def _cells(*texts: str) -> bytes:
    return b"".join(text.encode("ascii").ljust(8) for text in texts)


def _time(at: datetime) -> bytes:
    return f"{at.day:02d}{_MONTHS[at.month - 1]}{at.year % 100:02d}:{at:%H:%M:%S}".encode("ascii")


def _names(variables: tuple[Variable, ...], widths: tuple[int, ...]) -> Iterator[bytes]:
    position = 0
    for number, (one, width) in enumerate(zip(variables, widths, strict=True), 1):
        is_day = one.kind is Kind.DAY
        yield _NAMESTR.pack(
            _NUMBER if one.kind in NUMBERS else _TEXT,
            *(0, width, number),
            one.name.encode("ascii").ljust(8),
            one.label.encode("ascii").ljust(40),
            (b"DATE" if is_day else b"").ljust(8),
            *(9 if is_day else 0, 0, 0, bytes(2)),
            b" " * 8,
            *(0, 0, position, bytes(52)),
        )
        position += width


def _cell(variable: Variable, width: int, value: str) -> bytes:
    if variable.kind not in NUMBERS:
        return value.encode("ascii").ljust(width)
    if not value:
        return _NO_NUMBER
    if variable.kind is Kind.DAY:
        return ibm_double(date.fromisoformat(value).toordinal() - _DAY_ZERO)
    return ibm_double(float(value))


def ibm_double(value: float) -> bytes:
    """Return a number as an IBM double, which is exactly equal to it; from about 5e-79 to 7e75 there is one for each.

    Raises:
        OverflowError: smaller or larger than an IBM double can be, or no number.
    """
    if value == 0:
        return bytes(8)
    mantissa, exponent = frexp(abs(value))
    sixteens = -(-exponent // 4)
    if not 0 <= sixteens + _BIAS <= _LARGEST:
        raise OverflowError(value)
    fraction = int(mantissa * (1 << (_MANTISSA - (4 * sixteens - exponent))))
    return bytes([(sixteens + _BIAS) | (0x80 if value < 0 else 0)]) + fraction.to_bytes(7, "big")
