"""What stands in a table and is read by nobody: a line for each such column, so that nothing is lost silently."""

from collections.abc import Callable, Iterator

from retnet_pro.exchange.wording_cells import Cell, Sheet
from retnet_pro.instrument.wording_flaws import shown
from retnet_pro.instrument.wording_match import Line, Mark


def unread_columns(sheet: Sheet, is_read: Callable[[str], bool]) -> Iterator[Line]:
    """Yield a line for every column that holds something and is not read, naming the first row that does.

    `is_read` tells of a head, in lower case, whether its column is read. Of two columns with one head the first is.
    """
    heads = [cell.text.strip() for cell in sheet.rows[0]] if sheet.rows else []
    seen: set[str] = set()
    for place in range(max(map(len, sheet.rows), default=0)):
        head = heads[place] if place < len(heads) else ""
        key = head.casefold()
        is_first = key not in seen
        seen.add(key)
        if key and is_first and is_read(key):
            continue
        row = next((row for row in range(1, len(sheet.rows)) if _holds(sheet.rows[row], place)), None)
        if row is None:
            continue
        where = sheet.where(row)
        if not key:
            yield Line(Mark.NOT_TAKEN, f"{where}, column {place + 1}: its column has no head, so nothing in it is read")
        elif not is_first:
            said = "this head stands twice; the second column is not read"
            yield Line(Mark.NOT_TAKEN, f"{where}, column {shown(head)}: {said}")
        else:
            yield Line(Mark.LOOK, f"{where}, column {shown(head)}: this column is not read")


def short_rows(sheet: Sheet) -> Iterator[Line]:
    """Yield a line for every row with fewer cells than the header, as a file has them that was cut or typed by hand."""
    wanted = len(sheet.rows[0]) if sheet.rows else 0
    for place, row in enumerate(sheet.rows):
        if any(cell.text for cell in row) and len(row) < wanted:
            yield Line(Mark.LOOK, f"{sheet.where(place)}: it has {len(row)} cells, and the header has {wanted}")


def _holds(row: tuple[Cell, ...], place: int) -> bool:
    return place < len(row) and bool(row[place].text.strip() or row[place].flaw)
