"""The parts of the page of signatures: one milestone with its signatures, and what a signature given now covers."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QLayout

from retnet_pro.conduct.event_name import EventName
from retnet_pro.conduct.roles import Role
from retnet_pro.conduct.signature_fact import Renewed, Signature
from retnet_pro.conduct.signatures import SignOff, Standing
from retnet_pro.gui import words
from retnet_pro.gui.staff.pieces import Tone, Voice, across, button, card, chip, down, text
from retnet_pro.gui.staff.signing_view import SigningView
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme
from retnet_pro.study.milestone import Station

_SIGNS = {
    Standing.UNSIGNED: (Sign.EMPTY, Tone.PLAIN),
    Standing.SIGNED: (Sign.GOOD, Tone.ACCENT),
    Standing.OUTDATED: (Sign.ATTENTION, Tone.AMBER),
}


def milestone_card(one: SignOff, view: SigningView, theme: Theme, choose: Callable[[SignOff], None]) -> QFrame:
    """Return one milestone: how it stands, every signature it ever had, and the way to a new one."""
    sign, tone = _SIGNS[one.standing]
    head = across(text(station_said(one.station), Voice.LEAD, name=f"signing.title.{one.station.id}"), spacing=2 * GRID)
    head.setStretch(0, 1)
    name = f"signing.standing.{one.station.id}"
    head.addWidget(chip(words.word(one.standing), sign, theme, tone=tone, name=name), 0, Qt.AlignmentFlag.AlignVCenter)
    if view.may_sign and one.covered and one.standing is not Standing.SIGNED:
        act = button(
            QCoreApplication.translate("signing", "Sign\u2026"),
            f"signing.choose.{one.station.id}",
            theme,
            sign=Sign.WRITE,
        )
        act.clicked.connect(lambda: choose(one))
        head.addWidget(act)
    column = down(head, spacing=GRID)
    for given in one.signatures:
        column.addWidget(
            text(signature_said(given, view.events[given.seq]), Voice.STRONG, name=f"signing.signature.{given.seq}")
        )
        column.addWidget(text(given.meaning, Voice.BODY))
        for said, its_tone in _remarks(given, one, view.events[given.seq]):
            column.addWidget(text(said, Voice.QUIET, tone=its_tone))
    return card(column)


def station_said(station: Station) -> str:
    """Return the title of a milestone in the language of this page; another wording is marked as that of the study."""
    title = station.titles.get(words.own_language())
    if title is not None:
        return title
    return QCoreApplication.translate("signing", "{title} (wording of the study file)").format(title=station.title)


def signature_said(given: Signature, event: EventName) -> str:
    """Say who signed, in which role and when, with the offset to UTC (rule P60)."""
    return QCoreApplication.translate("signing", "Signed by {name}, {role}, {at}, event {seq}").format(
        name=given.name,
        role=words.word(Role(given.role)),
        at=words.second(given.at),
        seq=words.event_number(event),
    )


def renewed_said(renewed: Renewed, event: EventName | None = None) -> str:
    """Say that a colleague gave the signer a new passphrase (rule P64); on this tablet, or on that of a signature."""
    number = str(renewed.seq) if event is None else words.event_number(replace(event, seq=renewed.seq))
    return QCoreApplication.translate("signing", "The passphrase was renewed by {by} on {at} (event {seq}).").format(
        by=renewed.by, at=words.instant(renewed.at), seq=number
    )


def covered_lines(one: SignOff, view: SigningView) -> QLayout:
    """Return what a signature given now covers: each response, its corrections, and their hashes (rule P62)."""
    lines = down(spacing=GRID // 2)
    for covered in one.covered:
        what = f"{view.visit_titles.get(covered.visit, covered.visit)} \u00b7 {view.form_titles[covered.form]}"
        corrections = len(covered.hashes) - 1
        if corrections:
            more = QCoreApplication.translate("signing", "corrections: {count}").format(count=corrections)
            what = f"{what} \u00b7 {more}"
        lines.addWidget(text(f"{what} \u00b7 {words.instant(covered.finished)}"))
        lines.addWidget(text(" ".join(name[:16] for name in covered.hashes), Voice.CAPTION))
    return lines


def _remarks(given: Signature, one: SignOff, event: EventName) -> list[tuple[str, Tone]]:
    covered = QCoreApplication.translate("signing", "Covers {count} responses; SHA-256 {digest}")
    said = [(covered.format(count=len(given.covered), digest=given.digest[:16]), Tone.PLAIN)]
    if given.renewed is not None:
        said.append((renewed_said(given.renewed, event), Tone.AMBER))
    if not given.covers(one.covered):
        outdated = QCoreApplication.translate(
            "signing",
            "Corrected, added to or erased since: this signature no longer covers what stands here.",
        )
        said.append((outdated, Tone.AMBER))
    return said
