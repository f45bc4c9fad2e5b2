"""The devices of the site and what is known here of each: one card of the page Safe & sent."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from retnet_pro.conduct.devices import Heard, Link, SiteDevice
from retnet_pro.conduct.pen import Leaving
from retnet_pro.gui import words
from retnet_pro.gui.staff.pieces import Tone, Voice, across, button, card, clear, down, mark, text
from retnet_pro.gui.staff.safe_view import Closing
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme


class DevicesCard(QWidget):
    """Shows devices; nothing for whoever is not told of them."""

    asked = Signal()
    """Exchange with the other tablets in a folder or on a stick."""
    road_asked = Signal()
    """Exchange with them over the network."""
    leaving_asked = Signal()
    """This tablet goes to another site."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("safe.devices")
        self._theme = theme
        self._holder = down(spacing=0)
        self.setLayout(self._holder)

    def present(self, devices: tuple[SiteDevice, ...], road: str, closing: Closing) -> None:
        """Show these devices; letters to the other tablets travel over this road too, if there is one."""
        clear(self._holder)
        self.setVisible(bool(devices))
        if not devices:
            return
        column = down(text(self.tr("Devices of this site"), Voice.LEAD), spacing=GRID)
        for one in devices:
            said = down(
                text(one.device, Voice.STRONG, name="safe.device"),
                text(self._what(one), Voice.QUIET, name="safe.device.what"),
                *(text(said, name="safe.device.amiss") for said in self._amiss(one.heard)),
                spacing=0,
            )
            sign, tone = _how(one)
            if one.link is Link.THIS and closing.gone is not None:
                said.addWidget(text(self._gone(closing.gone, closing.is_received), name="safe.device.gone"))
                sign, tone = (sign, tone) if closing.is_received else (Sign.ATTENTION, Tone.AMBER)
            row = across(spacing=GRID)
            row.addWidget(mark(sign, self._theme, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(said, 1)
            column.addLayout(row)
        column.addLayout(self._acts(road if any(one.is_another for one in devices) else None, closing))
        self._holder.addWidget(card(column))

    def _gone(self, gone: Leaving, is_received: bool) -> str:
        told = self.tr("Closed {time} by {who}: it goes to the site {site}. Nothing is recorded on it any more.")
        said = told.format(time=words.instant(gone.at), who=gone.who, site=gone.to)
        if is_received:
            return said + " " + self.tr("The centre has all of it: it can be set up anew once the centre agrees.")
        return said + " " + self.tr("Send that too, and look for the receipt, before it goes.")

    def _acts(self, road: str | None, closing: Closing) -> QBoxLayout:
        """Return what can be asked for; None stands for a site without another tablet."""
        row = across(spacing=GRID)
        if closing.may_close:
            leave = button(self.tr("This tablet goes to another site…"), "safe.leave", self._theme, sign=Sign.TABLET)
            leave.clicked.connect(self.leaving_asked)
            row.addWidget(leave)
        row.addStretch(1)
        if road is None:
            return row
        if road:
            over = button(self.tr("Exchange over the network"), "safe.meet.road", self._theme, sign=Sign.SEND)
            over.clicked.connect(self.road_asked)
            row.addWidget(over)
        now = button(self.tr("Exchange with the other tablets"), "safe.meet", self._theme, sign=Sign.DISK)
        now.setToolTip(self.tr("Choose the stick or folder where all tablets of the site leave their letters."))
        now.clicked.connect(self.asked)
        row.addWidget(now)
        return row

    def _what(self, one: SiteDevice) -> str:
        day = words.instant(one.since)
        match one.link:
            case Link.THIS:
                said = self.tr("This tablet, set up {time}.").format(time=day)
            case Link.BEFORE:
                told = self.tr("The device before this one, set up {time}. It must not be used any more.")
                said = told.format(time=day)
            case Link.LET_IN:
                told = self.tr("Let in from here {time} by {who}. It sends by itself.")
                return f"{told.format(time=day, who=one.by)} {self._heard(one.heard)}"
            case Link.NEIGHBOUR:
                told = self.tr("Another tablet of the site, known here since {time} by {who}. It sends by itself.")
                return f"{told.format(time=day, who=one.by)} {self._heard(one.heard)}"
            case Link.UNKNOWN:
                told = self.tr(
                    "A tablet that is not known here; its letters lay there {time}. Nothing of it is taken in. "
                    "Exchange again to see what to compare."
                )
                return told.format(time=day)
        if one.unreceived:
            return said + " " + self.tr("Questionnaires without a receipt: {count}.").format(count=one.unreceived)
        return said + " " + self.tr("The centre has every finished questionnaire of it.")

    def _amiss(self, heard: Heard | None) -> tuple[str, ...]:
        """Say what somebody must do something about."""
        said: list[str] = []
        if heard is None:
            return ()
        if heard.is_cut:
            said.append(self.tr("Part of what it told cannot be read here any more; exchange again."))
        if heard.lacks is not None:
            told = self.tr(
                "The letter with its event {lacks} is missing; later ones wait for it. Exchange on that tablet once "
                "more, then here."
            )
            said.append(told.format(lacks=heard.lacks))
        if heard.forked_at:
            told = self.tr(
                "A letter of it seen {time} does not follow what is known of it: it may have been copied or set back. "
                "Call the coordinating centre."
            )
            said.append(told.format(time=words.instant(heard.forked_at)))
        return tuple(said)

    def _heard(self, heard: Heard | None) -> str:
        if heard is None:
            return self.tr("Its fingerprint was not compared on this tablet, so nothing is taken in from it.")
        if not heard.upto:
            said = [self.tr("Nothing was heard from it yet.")]
        else:
            told = self.tr("Heard from it {time}, up to its event {upto}. Its finished questionnaires here: {count}.")
            said = [told.format(time=words.instant(heard.at), upto=heard.upto, count=heard.responses)]
        if heard.left_for:
            told = self.tr("It goes to the site {site} and is not used here any more.")
            said.append(told.format(site=heard.left_for))
        if heard.parted_at:
            told = self.tr("Nothing more of it is taken in since {time}.")
            said.append(told.format(time=words.instant(heard.parted_at)))
        return " ".join(said)


def _how(one: SiteDevice) -> tuple[Sign, Tone]:
    if one.link is Link.UNKNOWN:
        return Sign.ATTENTION, Tone.AMBER
    if one.is_another:
        if one.heard is not None and one.heard.forked_at:
            return Sign.URGENT, Tone.RED
        if one.heard is not None and (one.heard.is_cut or one.heard.lacks is not None):
            return Sign.ATTENTION, Tone.AMBER
        is_heard = one.heard is not None and one.heard.upto and not one.heard.parted_at
        return (Sign.GOOD, Tone.ACCENT) if is_heard else (Sign.UNSURE, Tone.PLAIN)
    return (Sign.ATTENTION, Tone.AMBER) if one.unreceived else (Sign.GOOD, Tone.ACCENT)
