"""Hostile text is only ever text: on paper no tag takes effect, in a table no cell of ours is a formula (rule T11).

Two hundred texts go through every place of the printout that can hold words, and through the columns of a table that is
scored. What is read back from the PDF is what was put in; nothing in it is a link, a script or a picture.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from retnet_pro.bundle.document import text as document_text
from retnet_pro.exchange.score_table import score_table
from retnet_pro.instrument.load import load_instrument
from retnet_pro.record.event import EventHash
from retnet_pro.record.response import read_response, write_response
from retnet_pro.report.paper import ParticipantPaper, Signature
from retnet_pro.report.participant import participant_pdf
from retnet_pro.report.shaping import is_all_from_right
from retnet_pro.report.style import VERA, load_fonts
from retnet_pro.scoring.plan import make_plan
from tests.hostile import HOSTILE, is_formula, tags_of
from tests.unit.bundle.conftest import make_response
from tests.unit.report.conftest import make_paper

HOUSE = Path(__file__).resolve().parents[2]
FONT = load_fonts(VERA).regular
PLACES = 16
ACTIVE = {
    *("/URI", "/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA"),
    *("/EmbeddedFile", "/GoToR", "/SubmitForm", "/Annots", "/XObject"),
}
"""What would do something, or bring something in from elsewhere."""


def as_written(text: str) -> str:
    """The glyphs from left to right, which is how a reader of the file meets them."""
    if FONT.is_plain(text):
        return text
    return "".join(piece.text for piece in FONT.pieces(text, from_right=is_all_from_right(text)))


def paper_full_of(words: list[str]) -> ParticipantPaper:
    """A paper with these words wherever words can stand."""
    subject, site, title, label, app, user, arm, histology, grade, end, absent, signer, meaning, *forms = words
    # Files of forms hold no longer texts, and these stand on paper dozens of times.
    visit, form, topic = (one[:400] for one in forms)
    paper = make_paper(2)
    instruments = {
        name: replace(one, title=form, items=tuple(replace(item, topic=topic) for item in one.items))
        for name, one in paper.instruments.items()
    }
    signature = Signature(
        name=signer, at=datetime(2026, 2, 1, tzinfo=UTC), meaning=meaning, record=EventHash("a" * 64), still_covers=True
    )
    return replace(
        paper,
        subject=subject, site=site, study_title=title, study_label=label, app=app, printed_by=user, arm=arm,
        arm_may_be_seen=True, histology=histology, grade=grade, ends=((end, date(2026, 3, 1)),),
        absent=dict.fromkeys([(paper.visits[-1].id, name) for name in instruments], absent),
        signatures=(signature,), instruments=instruments,
        visits=tuple(replace(one, title=visit) for one in paper.visits),
    )  # fmt: skip


def squeezed(text: str) -> str:
    return "".join(text.split())


def everything_in(part: object, seen: set[int]) -> Iterator[str]:
    """Yield the names of all keys in a PDF."""
    if isinstance(part, IndirectObject):
        if part.idnum in seen:
            return
        seen.add(part.idnum)
        part = part.get_object()
    if isinstance(part, DictionaryObject):
        for key, value in part.items():
            yield str(key)
            yield from everything_in(value, seen)
    elif isinstance(part, ArrayObject):
        for value in part:
            yield from everything_in(value, seen)


def test_there_are_two_hundred_and_some_that_could_do_harm() -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) >= 200
    assert sum(bool(tags_of(one)) for one in HOSTILE) > 50
    assert sum(is_formula(one) for one in HOSTILE) > 40
    assert not is_formula("-1.5") and is_formula("-1+cmd")


@pytest.mark.rule("T11")
@pytest.mark.parametrize("first", range(0, len(HOSTILE), 5))
def test_on_paper_it_is_only_text(first: int) -> None:
    words = [HOSTILE[(first + place) % len(HOSTILE)] for place in range(PLACES)]
    pdf = PdfReader(io.BytesIO(participant_pdf(paper_full_of(words))))
    names = set(everything_in(pdf.trailer, set()))
    assert names & ACTIVE == set()
    printed = squeezed("".join(page.extract_text() for page in pdf.pages))
    for one in words:
        assert squeezed(as_written(FONT.clean(one)))[:12] in printed


@pytest.mark.rule("T11")
def test_in_a_scored_table_it_passes_through_untouched_and_none_of_our_cells_is_a_formula(tmp_path: Path) -> None:
    """A column that is passed through is the owner's: it stays as it is to the byte, be it -5 or =1+1."""
    form = load_instrument(HOUSE / "forms" / "carcinoid-diary.yaml")
    words = [one for one in HOSTILE if "\x00" not in one and one.isprintable() and len(one) < 5000]
    table, out = tmp_path / "in.csv", tmp_path / "out.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writerow(["=note", *(item.id for item in form.items)])
        writer.writerows([one, *("1" for _ in form.items)] for one in words)
    score_table(make_plan(form), form, table, out)
    with out.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert [row[0] for row in rows] == words
    assert head[0] == "=note"
    ours = [*head[1:], *(cell for row in rows for cell in row[1:])]
    assert len(ours) > len(rows)
    assert not any(is_formula(cell) or tags_of(cell) for cell in ours)


@pytest.mark.rule("T11", "T10")
def test_in_a_response_or_a_receipt_it_is_kept_to_the_letter_or_refused() -> None:
    kept = 0
    for one in HOSTILE:
        fits = 1 <= len(one) <= 200 and one.isprintable()
        plain = {**write_response(make_response("ses-1")), "visit": one}
        try:
            assert read_response(plain).visit == one
            kept += 1
        except Exception:  # noqa: BLE001  which one is told elsewhere
            assert not fits
        if fits:
            assert document_text({"why": one}, "why") == one
    assert 100 < kept < len(HOSTILE)
