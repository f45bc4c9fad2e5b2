"""SAS transport files, version 5 (XPT): the layout is SAS technical note TS-140, the numbers are IBM doubles.

An own writer because those there are cut long labels, take text longer than submissions allow, and write the moment
of writing into the file. Everything here was checked by the spool before, and the time is that of the data.
"""

import struct
from collections.abc import Iterator
from datetime import date, datetime
from math import frexp
from pathlib import Path

from retnet_pro.exchange.spool import REMEMBERED, Limits, Spooled
from retnet_pro.exchange.tabulation import NUMBERS, Kind, Value, Variable

LIMITS = Limits(text_bytes=200, is_ascii=True)
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
    with out.open("wb") as file:
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
        columns = [_Column(*one) for one in zip(dataset.variables, spooled.widths, strict=True)]
        for row in spooled.rows():
            file.write(b"".join([column[value] for column, value in zip(columns, row, strict=True)]))
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


class _Column(dict[Value, bytes]):
    """The values of a variable as they stand in the file; made when they first come, as most come back soon."""

    def __init__(self, variable: Variable, width: int) -> None:
        super().__init__()
        self._variable, self._width = variable, width

    def __missing__(self, value: Value) -> bytes:
        if len(self) >= REMEMBERED:
            self.clear()
        made = self[value] = _cell(self._variable, self._width, value)
        return made


def _cell(variable: Variable, width: int, value: Value) -> bytes:
    if variable.kind not in NUMBERS:
        return (str(value) if value is not None else "").encode("ascii").ljust(width)
    if value is None:
        return _NO_NUMBER
    if variable.kind is Kind.DAY:
        return ibm_double(date.fromisoformat(str(value)).toordinal() - _DAY_ZERO)
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
