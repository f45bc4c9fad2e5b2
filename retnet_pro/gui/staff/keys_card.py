"""Which keys are in force here, by names that two people can compare over the telephone."""

from PySide6.QtWidgets import QWidget

from retnet_pro.gui.staff.pieces import Rank, Voice, across, button, card, down, text
from retnet_pro.gui.staff.safe_view import NamedKey, Whose
from retnet_pro.gui.theme import GRID, Theme

A_LINE = 6
"""Words that stand in one line."""


class KeysCard(QWidget):
    """Shows names of keys once somebody asks for them; a name is no secret."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("safe.keys")
        self._column = down(spacing=GRID)
        self._rows = QWidget()
        self._rows.setLayout(down(spacing=GRID))
        self._turner = button("", "safe.keys.more", theme, rank=Rank.QUIET)
        self._turner.clicked.connect(lambda: self._show(self._rows.isHidden()))
        head = across(text(self.tr("Keys"), Voice.LEAD, wrap=False), spacing=GRID)
        head.addStretch(1)
        head.addWidget(self._turner)
        self._column.addLayout(head)
        self._column.addWidget(self._rows)
        self.setLayout(down(card(self._column), spacing=0))
        self._show(False)

    def present(self, keys: tuple[NamedKey, ...]) -> None:
        """Show these keys."""
        column = down(spacing=GRID)
        column.addWidget(
            text(
                self.tr(
                    "Read the 24 words out over the telephone, or compare all sixteen groups; both name the same key."
                ),
                Voice.QUIET,
            )
        )
        for key in keys:
            column.addWidget(text(self._whose(key), Voice.STRONG))
            for said, name in ((_lines(key.words), ".words"), (key.groups, ""), (key.fingerprint, ".name")):
                shown = text(said, Voice.QUIET if name == ".name" else Voice.BODY, name=f"safe.keys.{key.whose}{name}")
                column.addWidget(shown)
        fresh = QWidget()
        fresh.setLayout(column)
        fresh.setHidden(self._rows.isHidden())
        self._column.replaceWidget(self._rows, fresh)
        self._rows.deleteLater()
        self._rows = fresh

    def _whose(self, key: NamedKey) -> str:
        match key.whose:
            case Whose.DEVICE:
                return self.tr("This tablet, {name}: signs what it keeps and sends").format(name=key.name)
            case Whose.CENTRE:
                return self.tr("The centre, {name}: signs receipts and packs").format(name=key.name)
            case Whose.ROOT:
                return self.tr("The root of the trial: signs for the keys of the centre")
            case Whose.HOST:
                return self.tr("The host key that is believed at {name}").format(name=key.name)
            case Whose.CERTIFICATE:
                return self.tr("The certificate file that is believed at {name}").format(name=key.name)
            case Whose.LOGIN:
                return self.tr("The login key of this tablet, {name}, at the SFTP server").format(name=key.name)

    def _show(self, is_shown: bool) -> None:
        self._rows.setVisible(is_shown)
        self._turner.setText(self.tr("Hide") if is_shown else self.tr("Show"))


def _lines(words: str) -> str:
    """Return words in lines of six, so that two people know where they are."""
    each = words.split()
    return "\n".join(" ".join(each[at : at + A_LINE]) for at in range(0, len(each), A_LINE))
