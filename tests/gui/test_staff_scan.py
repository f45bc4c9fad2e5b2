"""The scan of a paper form in the window: shown beside the answers, page by page, never larger than is safe."""

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from retnet_pro.answering.sheet import Answered
from retnet_pro.conduct.transcription import attach_scan, enter_first, enter_second
from retnet_pro.errors import Code, Refusal
from retnet_pro.gui.staff.scan_picture import DRAWN_LIMIT, PAGES_LIMIT, STORED_LIMIT, draw
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.event import Kind
from retnet_pro.record.transcript import Mark, Oddity, WhyPaper
from retnet_pro.study.subject import make_subject
from tests.fakes import COORDINATOR, MONITOR, NURSE

pytestmark = [pytest.mark.usefixtures("no_qt_warnings"), pytest.mark.rule("E93")]
FIFTH = make_subject("BER", 5)
C30 = InstrumentId("qlq-c30")


def a_pdf(pages: int = 2) -> bytes:
    """Sheets of A4; the first is black at the top, the others are white."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    painter.fillRect(0, 0, writer.width(), writer.height() // 4, Qt.GlobalColor.black)
    for _ in range(pages - 1):
        writer.newPage()
    painter.end()
    return bytes(buffer.data().data())


def a_picture(kind: bytes, width: int = 200, height: int = 300, colour=Qt.GlobalColor.red) -> bytes:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(colour)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind.decode())
    return bytes(buffer.data().data())


def a_huge_png() -> bytes:
    """A picture that says it is 50 000 pixels wide and high; no one has to have stored that many."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def unreadable(data: bytes, page: int = 0) -> str:
    with pytest.raises(Refusal) as caught:
        draw(data, page, 400)
    assert caught.value.code is Code.SCAN_UNREADABLE
    return str(caught.value.facts["why"])


def marks_on(site, form: InstrumentId):
    """What stands on the sheets: the first answer of the third question, an answer and two boxes before it."""
    first, second, third = (item.id for item in site.library.instrument(form).items[:3])
    return {first: Mark(Answered(2)), second: Mark(None, Oddity.TWO_BOXES), third: Mark(Answered(1))}


def with_scan(site, data: bytes, *, form: str = "qlq-c30", recorded: bool = True):
    """Somebody of the site read in a paper form and attached its scan; return the session."""
    nurse = site.desk(NURSE)
    day = nurse.participant(FIFTH).enrolled
    of = InstrumentId(form)
    paper = enter_first(nurse, FIFTH, "baseline", of, marks_on(site, of), day=day, language="en", why=WhyPaper.WISH)
    attach_scan(nurse, paper.ses, data)
    if recorded:
        enter_second(site.desk(COORDINATOR), paper.ses, marks_on(site, of))
    return paper.ses


def opened(make_staff, site, person=MONITOR):
    staff = make_staff(site)
    staff.log_in(person)
    staff.window.frame.open_participant(FIFTH)
    staff.settle()
    return staff


def show_scan(staff) -> None:
    staff.click("person.show.answers")
    staff.click("person.answers.scan")


def test_a_page_of_a_pdf_keeps_its_proportions_at_any_width():
    data = a_pdf()
    small, large = draw(data, 0, 400), draw(data, 1, 1200)
    assert (small.page, small.pages, large.page) == (0, 2, 1)
    assert abs(small.width - 400) <= 1 and abs(large.width - 1200) <= 1
    assert small.height / small.width == pytest.approx(297 / 210, abs=0.01)
    assert len(small.pixels) == 4 * small.width * small.height
    assert set(small.pixels[:3]) == {0} and set(small.pixels[-4:-1]) == {255}
    assert set(large.pixels[:3]) == {255}


def test_a_page_is_never_drawn_with_more_pixels_than_there_is_room_for():
    for data in (a_pdf(), a_picture(b"png")):
        drawn = draw(data, 0, 30_000)
        assert DRAWN_LIMIT * 0.9 < drawn.width * drawn.height <= DRAWN_LIMIT * 1.01


@pytest.mark.parametrize("kind", [b"png", b"jpeg"])
def test_pictures_are_shown_as_they_are(kind):
    drawn = draw(a_picture(kind), 0, 400)
    assert (drawn.width, drawn.height, drawn.page, drawn.pages) == (400, 600, 0, 1)
    blue, green, red = drawn.pixels[:3]
    assert red > 240 and max(blue, green) < 15
    assert set(draw(a_picture(b"png", colour=Qt.GlobalColor.transparent), 0, 100).pixels[:3]) == {255}


def test_a_picture_that_was_taken_with_the_device_on_its_side_stands_upright():
    plain = a_picture(b"jpeg")
    turn = (
        b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"
    )
    turned = plain[:2] + b"\xff\xe1" + struct.pack(">H", len(turn) + 2) + turn + plain[2:]
    drawn = draw(turned, 0, 300)
    assert (drawn.width, drawn.height) == (300, 200)


def test_what_claims_to_be_huge_is_refused_before_it_is_decoded():
    assert STORED_LIMIT < 50_000 * 50_000
    assert "50000 x 50000" in unreadable(a_huge_png())
    assert "51 pages" in unreadable(a_pdf(PAGES_LIMIT + 1))


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7 scanned", b"\x89PNG and more", b"\xff\xd8\xff\xd9", b"<svg/>", b""],
    ids=["pdf", "png", "jpeg", "other", "nothing"],
)
def test_a_damaged_scan_is_a_plain_failure(data, qtlog):
    with qtlog.disabled():  # the decoder of JPEG says itself what it could not read
        unreadable(data)


def test_a_scan_is_decoded_only_as_what_its_first_bytes_say_and_a_page_that_is_not_there_is_refused():
    unreadable(a_pdf(), 2)
    unreadable(a_pdf(), -1)
    unreadable(a_picture(b"png"), 1)
    unreadable(b"\x89PNG" + a_picture(b"jpeg"))
    unreadable(a_pdf()[:300])


@pytest.mark.rule("E93", "P10")
def test_a_monitor_sees_the_paper_beside_what_was_read_from_it(make_staff, clinic_site):
    with_scan(clinic_site, a_pdf())
    staff = opened(make_staff, clinic_site)
    show_scan(staff)
    assert clinic_site.log.kinds()[-1] is Kind.VIEW
    assert "On paper" not in staff.says("scan.line") and FIFTH in staff.says("scan.line")
    assert staff.column("scan.answers", 1)[:3] == ["2  Slight", "not reached\n(two boxes ticked)", "1  No problem"]
    assert "Attached by nurse" in staff.says("scan.name")
    sheet, area = staff.find("scan.sheet", QLabel), staff.find("scan.area", QScrollArea)
    assert abs(sheet.pixmap().width() - area.viewport().width()) <= 1
    assert staff.says("scan.page") == "Page 1 of 2"
    staff.click("scan.next")
    assert staff.says("scan.page") == "Page 2 of 2" and not staff.find("scan.next", QPushButton).isEnabled()
    staff.click("scan.before")
    staff.click("scan.larger")
    assert staff.says("scan.size") == "150%"
    assert abs(sheet.pixmap().width() - 1.5 * area.viewport().width()) <= 2
    before = area.verticalScrollBar().value()
    QTest.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > before
    staff.click("scan.back")
    assert staff.names("person.answers.scan")
    assert sheet.pixmap().isNull(), "nothing of it is kept once it is out of sight"
    assert staff.column("scan.answers", 1) == []


def test_a_scan_that_cannot_be_shown_says_so_and_the_answers_stay(make_staff, clinic_site):
    with_scan(clinic_site, b"%PDF-1.7 scanned")
    staff = opened(make_staff, clinic_site)
    show_scan(staff)
    assert "cannot be shown" in staff.says("scan.notice")
    assert staff.column("scan.answers", 1)[0] == "2  Slight"
    assert not staff.find("scan.larger", QPushButton).isEnabled()


def test_a_form_without_a_scan_offers_none(make_staff, clinic_site):
    nurse = clinic_site.desk(NURSE)
    day = nurse.participant(FIFTH).enrolled
    paper = enter_first(nurse, FIFTH, "baseline", C30, {}, day=day, language="en", why=WhyPaper.WISH)
    enter_second(clinic_site.desk(COORDINATOR), paper.ses, {})
    staff = opened(make_staff, clinic_site)
    staff.click("person.show.answers")
    assert "no scan" in staff.says("person.answers.facts") and not staff.names("person.answers.scan")


def test_while_a_form_waits_its_scan_is_shown_without_what_the_first_reader_read(make_staff, clinic_site):
    ses = with_scan(clinic_site, a_picture(b"jpeg"), recorded=False)
    staff = opened(make_staff, clinic_site, COORDINATOR)
    staff.click(f"person.paper-show.{ses}")
    assert staff.names("scan.waits") and not staff.names("scan.answers")
    assert staff.says("scan.page") == "Page 1 of 1"
