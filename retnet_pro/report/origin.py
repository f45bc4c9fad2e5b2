"""Where each value comes from: event, form, wording and program, to the byte; and who signed (rules P02, P60)."""

from collections.abc import Iterator
from datetime import datetime

from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.response import FormUsed, WordingUsed
from retnet_pro.report.event_words import event_words
from retnet_pro.report.page import Align, Block, gap
from retnet_pro.report.paper import Filed, ParticipantPaper
from retnet_pro.report.style import QUIET, TINY, WIDTH, Fonts
from retnet_pro.report.tables import (
    Cell,
    Column,
    Heading,
    Row,
    heading_block,
    section_blocks,
    table_blocks,
    text_blocks,
)
from retnet_pro.report.words import answered_by_words, span_words, time_words

_HASH_WIDTH = 152.0


def origin_blocks(paper: ParticipantPaper, fonts: Fonts) -> list[Block]:
    """Return the tables of records, forms and wordings, and the signatures."""
    forms = {filed.response.form: None for filed in paper.responses}
    wordings = {(filed.response.form.id, filed.response.wording): None for filed in paper.responses}
    form_names = {form: f"F{number}" for number, form in enumerate(forms, start=1)}
    wording_names = {key: f"W{number}" for number, key in enumerate(wordings, start=1)}
    heading = Heading("Records", "records", "every value on these pages stands in one of these events")
    records = [_record(paper, filed, form_names, wording_names) for filed in paper.responses]
    blocks = section_blocks(fonts, heading, _RECORD_COLUMNS, records, TINY)
    blocks += [
        gap(4),
        *table_blocks(fonts, _FORM_COLUMNS, [_form(paper, form, name) for form, name in form_names.items()], TINY),
    ]
    rows = [_wording(key[1], name) for key, name in wording_names.items()]
    blocks += [gap(4), *table_blocks(fonts, _WORDING_COLUMNS, rows, TINY)]
    blocks += [
        gap(6),
        heading_block(Heading("Electronic signatures", "signatures"), needs_after=20),
        *_signatures(paper, fonts),
    ]
    blocks += [gap(6), *text_blocks(fonts, _closing(paper), TINY, grey=QUIET)]
    return blocks


_RECORD_COLUMNS = (
    Column(head=("Event",), width=56.0, align=Align.RIGHT),
    Column(head=("Visit", "answered by"), width=72.0),
    Column(head=("Started", "finished"), width=124.0),
    Column(head=("Form", "wording"), width=34.0),
    Column(head=("Program", "answer events"), width=WIDTH - 286.0 - _HASH_WIDTH),
    Column(head=("SHA-256 of the event",), width=_HASH_WIDTH),
)
_FORM_COLUMNS = (
    Column(head=("Form",), width=32.0),
    Column(head=("Title",), width=150.0),
    Column(head=("Id, version",), width=WIDTH - 182.0 - _HASH_WIDTH),
    Column(head=("SHA-256 of the form file",), width=_HASH_WIDTH),
)
_WORDING_COLUMNS = (
    Column(head=("Wording",), width=36.0),
    Column(head=("Language, version",), width=146.0),
    Column(head=("Kind",), width=WIDTH - 182.0 - _HASH_WIDTH),
    Column(head=("SHA-256 of the wording file",), width=_HASH_WIDTH),
)


def _record(
    paper: ParticipantPaper,
    filed: Filed,
    forms: dict[FormUsed, str],
    wordings: dict[tuple[InstrumentId, WordingUsed], str],
) -> Row:
    response = filed.response
    started, finished = datetime.fromisoformat(response.started), datetime.fromisoformat(response.finished)
    return (
        Cell(event_words(paper.event(filed.seq))),
        Cell(f"{response.visit}, {answered_by_words(response.answered_by)}, {response.mode.value}"),
        Cell(span_words(started, finished)),
        Cell(f"{forms[response.form]} {wordings[response.form.id, response.wording]}"),
        Cell(f"{response.app}, {response.entries}"),
        Cell(_halves(filed.hash)),
    )


def _form(paper: ParticipantPaper, form: FormUsed, name: str) -> Row:
    known = paper.instruments.get(form.id)
    title = known.title if known is not None else "not known to this device"
    other = known is not None and known.hash != form.hash
    return (
        Cell(name, bold=True),
        Cell(title + (f"; names and order on paper are those of version {known.version}" if other and known else "")),
        Cell(f"{form.id} {form.version}"),
        Cell(_halves(form.hash)),
    )


def _wording(wording: WordingUsed, name: str) -> Row:
    kind = "demonstration wording, not valid for data collection" if wording.demonstration else "licensed wording"
    return (
        Cell(name, bold=True),
        Cell(f"{wording.language}, {wording.version}"),
        Cell(kind),
        Cell(_halves(wording.hash)),
    )


def _halves(hash_: str) -> str:
    return f"{hash_[:32]} {hash_[32:]}"


def _signatures(paper: ParticipantPaper, fonts: Fonts) -> Iterator[Block]:
    if not paper.signatures:
        yield from text_blocks(fonts, "None of these records carries an electronic signature.")
    for one in paper.signatures:
        covers = (
            "" if one.still_covers else "; the record was corrected afterwards and this signature no longer covers it"
        )
        yield from text_blocks(
            fonts, f"{one.name}, {time_words(one.at)}: {one.meaning} (bound to SHA-256 {one.record}){covers}"
        )


def _closing(paper: ParticipantPaper) -> str:
    return (
        f"Printed by {paper.app} for {paper.printed_by} at {time_words(paper.printed_at)} "
        "from the signed log of this site. "
        "The events named above hold the values with full precision; this paper rounds them for reading."
    )
