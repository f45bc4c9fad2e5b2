"""Colours, type and distances of every screen, in one place; nothing is styled inline.

The colours are tokens with a meaning, in three looks (light, dark, high contrast). Text keeps a contrast of at least
4.5 : 1 and controls of 3 : 1 in every look (rule E110); targets are measured in millimetres of glass (rule E112).
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QScreen

from retnet_pro.gui.resolution import MM_PER_INCH, USUAL_DPI, pixels_per_mm, text_scale
from retnet_pro.gui.typefaces import families_for

GRID = 8
"""All distances are multiples of this, in pixels."""
RADIUS = 12
"""Corner radius of anything that can be touched, in pixels."""
TARGET_MM = 15.0
"""Smallest height of anything a participant touches (rule E112)."""
GAP_MM = 3.0
"""Smallest distance between two of them (rule E112)."""
PERCENTS = (100, 125, 150, 200)
"""The text sizes a participant can choose (rule E111)."""
FAMILIES = ("Atkinson Hyperlegible Next", "Atkinson Hyperlegible", "Noto Sans")
"""Preferred typefaces, best first; the system's own is taken when none is installed."""


class Look(StrEnum):
    """A set of colours."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class Text(StrEnum):
    """What a piece of text is; its size follows."""

    CAPTION = "caption"
    SMALL = "small"
    BODY = "body"
    LEAD = "lead"
    OPTION = "option"
    QUESTION = "question"
    TITLE = "title"
    HEADLINE = "headline"
    DISPLAY = "display"


SIZES_PX = {
    Text.CAPTION: 14,
    Text.SMALL: 16,
    Text.BODY: 18,
    Text.LEAD: 20,
    Text.OPTION: 22,
    Text.QUESTION: 28,
    Text.TITLE: 34,
    Text.HEADLINE: 44,
    Text.DISPLAY: 56,
}
"""Type scale in pixels at 100 %."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours of one look, as ``#rrggbb``."""

    background: str
    surface: str
    """Of cards, options and fields."""
    ink: str
    muted: str
    """Quiet text; still readable (4.5 : 1)."""
    line: str
    """Border of a control (3 : 1)."""
    divider: str
    """Hairline that carries no meaning."""
    accent: str
    on_accent: str
    accent_soft: str
    """Ground of something selected or pressed."""
    focus: str
    amber: str
    """Attention, staff only, always with an icon and a word."""
    amber_soft: str
    red: str
    """Urgent, staff only, always with an icon and a word."""
    red_soft: str


TOKENS = {
    Look.LIGHT: Tokens(
        background="#f6f8f7",
        surface="#ffffff",
        ink="#15201e",
        muted="#4a5755",
        line="#6f7d7a",
        divider="#d9e0de",
        accent="#0b6a64",
        on_accent="#ffffff",
        accent_soft="#dff0ee",
        focus="#15201e",
        amber="#7d4f00",
        amber_soft="#fff1d1",
        red="#a1232a",
        red_soft="#fde8e7",
    ),
    Look.DARK: Tokens(
        background="#101615",
        surface="#1a2321",
        ink="#eef3f1",
        muted="#b4c1be",
        line="#869592",
        divider="#2c3735",
        accent="#62cbbf",
        on_accent="#04211e",
        accent_soft="#173c38",
        focus="#ffffff",
        amber="#f3c367",
        amber_soft="#3a2d10",
        red="#ffa19b",
        red_soft="#45201f",
    ),
    Look.HIGH_CONTRAST: Tokens(
        background="#000000",
        surface="#000000",
        ink="#ffffff",
        muted="#f0f0f0",
        line="#ffffff",
        divider="#5c5c5c",
        accent="#63f5e6",
        on_accent="#000000",
        accent_soft="#00403b",
        focus="#ffffff",
        amber="#ffd84a",
        amber_soft="#332800",
        red="#ff9d97",
        red_soft="#3d0d0b",
    ),
}


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Colours(dict[str, QColor]):
    """Tokens as Qt's colours, made when first asked for."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens

    def __missing__(self, name: str) -> QColor:
        colour = self[name] = QColor(getattr(self._tokens, name))
        return colour


@dataclass(frozen=True)
class Theme:
    """A look at a text size on a screen, with ready colours and fonts."""

    look: Look = Look.LIGHT
    percent: int = 100
    px_per_mm: float = USUAL_DPI / MM_PER_INCH
    text_scale: float = 1.0
    """Type of a dense screen is larger in pixels; see `text_scale`."""
    family: str = ""
    """'' takes the system's typeface."""
    also: tuple[str, ...] = ()
    """Typefaces for letters the first one lacks."""
    colours: "Colours" = field(init=False, repr=False, compare=False)
    fonts: dict[tuple[Text, bool], QFont] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "colours", Colours(self.tokens))
        object.__setattr__(self, "fonts", {})

    @property
    def tokens(self) -> Tokens:
        """The colours as text, e.g. for a style sheet."""
        return TOKENS[self.look]

    def px(self, text: Text) -> int:
        """Return the height of a kind of text in pixels, at this text size."""
        return self.scaled(SIZES_PX[text])

    def scaled(self, pixels: int) -> int:
        """Return a length that grows with the type."""
        return int(pixels * self.percent * self.text_scale) // 100

    def font(self, text: Text, *, bold: bool = False) -> QFont:
        """Return the font for a kind of text."""
        font = self.fonts.get((text, bold))
        if font is None:
            font = self.fonts[text, bold] = self._make_font(text, bold)
        return font

    def mm(self, millimetres: float) -> int:
        """Return a length on the glass in pixels, rounded up."""
        return -int(-millimetres * self.px_per_mm // 1)

    @property
    def target_px(self) -> int:
        """Smallest side of a touch target."""
        return self.mm(TARGET_MM)

    @property
    def gap_px(self) -> int:
        """Smallest distance between touch targets."""
        return self.mm(GAP_MM)

    def with_next_size(self) -> "Theme":
        """Return the same theme one text size larger; after the largest comes the smallest."""
        at = PERCENTS.index(self.percent) if self.percent in PERCENTS else -1
        return replace(self, percent=PERCENTS[(at + 1) % len(PERCENTS)])

    def with_next_look(self) -> "Theme":
        """Return the same theme in the next set of colours."""
        looks = tuple(Look)
        return replace(self, look=looks[(looks.index(self.look) + 1) % len(looks)])

    def speaking(self, language: str) -> "Theme":
        """Return the same theme with the typefaces of a language."""
        return replace(self, also=families_for(language))

    def palette(self) -> QPalette:
        """Return Qt's palette for the widgets that paint themselves."""
        colour = self.colours
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, colour[name])
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, colour["muted"])
        return palette

    def _make_font(self, text: Text, bold: bool) -> QFont:
        font = QFont()
        if families := [family for family in (self.family, *self.also) if family]:
            font.setFamilies(families)
        font.setPixelSize(self.px(text))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font


class Themed(Protocol):
    """Anything on screen that takes its looks from a theme."""

    def wear(self, theme: Theme) -> None:
        """Take colours, type and sizes from the theme."""


_ROLES = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "background",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Mid: "line",
}


def installed_family() -> str:
    """Return the best preferred typeface that is installed, or '' for the system's own."""
    return next((family for family in FAMILIES if QFontDatabase.hasFamily(family)), "")


def theme_for(screen: QScreen, *, look: Look = Look.LIGHT, percent: int = 100) -> Theme:
    """Return the theme for a screen. Needs a running `QGuiApplication`."""
    logical = screen.logicalDotsPerInch()
    per_mm = pixels_per_mm(logical, screen.physicalDotsPerInch())
    return Theme(
        look=look, percent=percent, px_per_mm=per_mm, text_scale=text_scale(logical), family=installed_family()
    )
