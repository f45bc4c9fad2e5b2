"""The signing list leaves as a table or on paper, with a trace of its own (rules P60, P66, P10)."""

from collections.abc import Callable, Mapping

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.event_name import EventName, event_name
from retnet_pro.conduct.signature_fact import Renewed, Signature
from retnet_pro.conduct.signatures import STATEMENT, SignOff, signing_list
from retnet_pro.conduct.trail import EVERYTHING, leave_trace
from retnet_pro.conduct.trail_line import Look
from retnet_pro.moment import Moment
from retnet_pro.report.event_words import event_words
from retnet_pro.report.list_paper import desk_list, list_pdf
from retnet_pro.report.spreadsheet import row_line
from retnet_pro.report.style import VERA, WIDTH, Typeface
from retnet_pro.report.tables import Cell, Column, Row
from retnet_pro.report.trail_words import moment_words

Told = tuple[SignOff, Signature, EventName]
COLUMNS: Mapping[str, Callable[[Told], str]] = {
    "participant": lambda told: told[0].subject,
    "milestone": lambda told: told[1].station,
    "title": lambda told: told[1].title,
    "name": lambda told: told[1].name,
    "person": lambda told: told[1].who,
    "role": lambda told: told[1].role,
    "at": lambda told: told[1].at,
    "meaning": lambda told: told[1].meaning,
    "covers_now": lambda told: "yes" if told[1].covers(told[0].covered) else "no",
    "digest": lambda told: told[1].digest,
    "covered_sessions": lambda told: " ".join(one.ses for one in told[1].covered),
    "covered_sha256": lambda told: " ".join(name for one in told[1].covered for name in one.hashes),
    "statement": lambda told: told[1].statement,
    "passphrase_renewed_by": lambda told: told[1].renewed.by if told[1].renewed else "",
    "passphrase_renewed_at": lambda told: told[1].renewed.at if told[1].renewed else "",
    "event": lambda told: str(told[2].seq),
    "event_sha256": lambda told: told[1].hash,
    "event_tablet": lambda told: told[2].device,
}
"""Every column by its name, in order. Columns are added at the end, never changed."""

_COLUMNS = (
    Column(head=("Participant", "milestone"), width=92.0),
    Column(head=("Signed by", "role, time with its offset from UTC"), width=128.0),
    Column(head=("Meaning",), width=WIDTH - 92.0 - 128.0 - 116.0 - 76.0),
    Column(head=("Stands", "remarks"), width=116.0),
    Column(head=("Event", "SHA-256 begins"), width=76.0),
)
_CLOSING = (
    "Every signature was given with the passphrase of the person named, typed for it, and is bound to the SHA-256 over "
    "the events it covers; the export as a table names them all. At the first signature each person confirmed: "
    f"{STATEMENT}"
)


def copy_signatures(desk: Desk, now: Moment, *, as_table: bool, typeface: Typeface = VERA) -> bytes:
    """Write down that this person took the signing list away, and return it.

    The same record gives the same bytes, on paper but for the time of print.

    Raises:
        Refusal: `NOT_ALLOWED`; then nothing was written.
        WorldFault: the disk refused the trace; then nothing may leave.
    """
    told = tuple((one, given, event_name(desk, given.seq)) for one, given in signing_list(desk))
    content = _table(told) if as_table else _paper(desk, told, now, typeface)
    leave_trace(desk, Look.SIGNING_COPY, EVERYTHING, **{"as": "csv" if as_table else "pdf", "signatures": len(told)})
    return content


def renewed_words(renewed: Renewed | None) -> str:
    """Say that a colleague renewed the passphrase; '' where nobody did (rule P64)."""
    if renewed is None:
        return ""
    return f"passphrase was renewed by {renewed.by} on {moment_words(renewed.at)}"


def _table(told: tuple[Told, ...]) -> bytes:
    lines = [row_line([read(one) for read in COLUMNS.values()]) for one in told]
    return "".join((row_line(list(COLUMNS)), *lines)).encode()


def _paper(desk: Desk, told: tuple[Told, ...], now: Moment, typeface: Typeface) -> bytes:
    paper = desk_list(
        desk,
        now,
        title="Signing list",
        said=f"Signatures: {len(told)}, oldest first.",
        columns=_COLUMNS,
        rows=map(_row, told),
        closing=_CLOSING,
    )
    return list_pdf(paper, typeface)


def _row(told: Told) -> Row:
    one, given, event = told
    stands = "covers what stands here" if given.covers(one.covered) else "no longer covers what stands here"
    return (
        Cell(f"{one.subject}, {given.title}"),
        Cell(f"{given.name} ({given.who}, {given.role}), {moment_words(given.at)}"),
        Cell(given.meaning),
        Cell("; ".join(filter(None, (stands, renewed_words(given.renewed))))),
        Cell(f"{event_words(event)} {given.hash[:16]}"),
    )
