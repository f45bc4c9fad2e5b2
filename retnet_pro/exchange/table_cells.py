"""From the cells of an item's column to codes: what is accepted, and what is wrong with the rest.

Accepted: a whole number the item can be answered with, an empty cell for a missing answer, and `NA` where the item has
its own not-applicable answer. Blanks around a value, quotation marks around it and a decimal part of zero (as software
writes whole columns with gaps) change nothing.
"""

import re
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from retnet_pro.exchange.table_blocks import Block, Bytes, Places
from retnet_pro.instrument.model import Item, ItemId
from retnet_pro.scoring.batch import MISSING, wrong_codes

Column = NDArray[np.int16] | NDArray[np.int8]

_UNREADABLE = MISSING - 1
_NOT_APPLICABLE = b"NA"
_WHOLE = re.compile(rb"([0-9]{1,4})(?:\.0*)?")
_ZERO, _NINE, _QUOTE = b'09"'


def read_codes(block: Block, items: Mapping[int, Item]) -> dict[ItemId, Column]:
    """Return the codes of the item columns, given by place; `wrong_cells` tells what is no option of its item.

    Nearly every cell is one digit or empty, so all cells are read as such at once and the others then mended.
    """
    starts, ends = block.starts, block.ends
    if b'"' in block.raw:
        starts, ends = _unquoted(block.data, starts, ends)
    length = ends - starts
    digits = block.data.take(starts)
    digits -= _ZERO
    codes = digits.view(np.int8)
    codes[digits > _NINE - _ZERO] = _UNREADABLE
    codes[length == 0] = MISSING
    has_longer = length.max(axis=0, initial=0) > 1
    return {
        item.id: _with_longer(block, starts[:, place], ends[:, place], codes[:, place], item)
        if has_longer[place]
        else np.ascontiguousarray(codes[:, place])
        for place, item in items.items()
    }


def _with_longer(block: Block, starts: Places, ends: Places, short: Column, item: Item) -> Column:
    """Mend the cells of a column that are longer than one byte."""
    codes = short.astype(np.int16)
    longer = np.flatnonzero(ends - starts > 1)
    codes[longer] = _two_digits(block.data, starts[longer], ends[longer])
    for row in longer[codes[longer] == _UNREADABLE]:
        codes[row] = _code(block.raw[starts[row] : ends[row]], item)
    return codes


def wrong_cells(block: Block, place: int, item: Item, codes: Column, *, at_most: int) -> list[tuple[int, str]]:
    """Return row and complaint for the first cells of a column that are no answer to the item; never the cell itself.

    What stands in a wrong cell may be an answer or a name, so it is not repeated in a message.
    """
    rows = np.flatnonzero(wrong_codes(item, codes))[:at_most]
    complaints = []
    for row in rows:
        cell = block.raw[block.starts[row, place] : block.ends[row, place]]
        complaints.append((int(block.rows[row]), _complaint(cell, item)))
    return complaints


def _unquoted(data: Bytes, starts: Places, ends: Places) -> tuple[Places, Places]:
    """Step inside the quotation marks of quoted cells."""
    is_quoted = (ends - starts >= 2) & (data[starts] == _QUOTE) & (data[ends - 1] == _QUOTE)
    return starts + is_quoted, ends - is_quoted


def _two_digits(data: Bytes, starts: Places, ends: Places) -> Column:
    """Read the cells of two digits, which counts are full of; leave the others for reading one by one."""
    tens, ones = data[starts], data[starts + 1]
    is_number = (ends - starts == 2) & (tens >= _ZERO) & (tens <= _NINE) & (ones >= _ZERO) & (ones <= _NINE)
    value = 10 * (tens.astype(np.int16) - _ZERO) + ones.astype(np.int16) - _ZERO
    return np.where(is_number, value, np.int16(_UNREADABLE))


def _code(cell: bytes, item: Item) -> int:
    """Read one cell that is not simply one or two digits."""
    text = cell.strip()
    if not text or (text == _NOT_APPLICABLE and item.not_applicable):
        return MISSING
    number = _WHOLE.fullmatch(text)
    return int(number[1]) if number else _UNREADABLE


def _complaint(cell: bytes, item: Item) -> str:
    text = cell.strip().strip(b'"').strip()
    if text == _NOT_APPLICABLE:
        return "NA is no answer to this item (leave the cell of a missing answer empty)"
    if not re.fullmatch(rb"-?[0-9]+(\.0*)?", text):
        return "not a whole number"
    codes = item.scale.codes
    if len(codes) == item.scale.maximum + 1 - item.scale.minimum:
        return f"not one of {item.scale.minimum} to {item.scale.maximum}"
    return f"not one of {', '.join(map(str, codes))}"
