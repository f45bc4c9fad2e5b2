"""The sheet every figure is drawn on, as PNG and PDF: the only door to matplotlib.

The same figure gives the same bytes on one version of the library: no dates, no user's settings, no fonts but the one
the library brings. Every sheet says under the drawing what was counted, what is missing, by which method and which
versions; a sheet of synthetic data carries a watermark. Groups differ in colour, in line and in mark, and their colours
in lightness, so that a print in grey and a reader who sees no colours can tell them apart (palette: Okabe and Ito
2008).

The library is loaded when the first figure is drawn and not before: loading it looks through the fonts of the machine.
"""

import io
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from retnet_pro import __version__
from retnet_pro.errors import Bug, Code

INK, FAINT = "#000000", "#767676"
DPI = 150
WIDTH, HEIGHT = 7.6, 5.9
"""Inches."""
_FOOT_LETTERS = 118
_FOOT_POINTS, _FOOT_LEADING = 7.6, 10.3
_STYLE: Final[Mapping[Any, Any]] = {
    "axes.edgecolor": INK,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.labelsize": 9.0,
    "axes.titlesize": 10.5,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "font.family": ["DejaVu Sans"],
    "font.size": 9.0,
    "grid.color": "#DDDDDD",
    "grid.linewidth": 0.6,
    "legend.frameon": False,
    "legend.fontsize": 8.5,
    "legend.handlelength": 3.2,
    "pdf.fonttype": 3,  # drawn letters: cutting a font out for every figure takes as long as all the rest of it
    "hatch.linewidth": 0.6,
}
WATERMARK = "SYNTHETIC DATA"
NOT_FROM_ANYBODY = "Synthetic data, not from any person."


@dataclass(frozen=True, slots=True)
class Look:
    """How one group is drawn."""

    colour: str
    line: Any
    mark: str
    hatch: str


LOOKS: Final[Sequence[Look]] = (
    Look("#000000", "-", "o", ""),
    Look("#0072B2", (0, (6, 2)), "s", "////"),
    Look("#E69F00", (0, (5, 1.5, 1, 1.5)), "^", "...."),
    Look("#009E73", (0, (1.2, 1.2)), "D", "xxxx"),
)
"""In the order of groups. More groups than this are not told apart well by anybody, and are refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What stands around a drawing."""

    title: str
    counted: str
    """Who is in it."""
    missing: str
    """Who or what is not, and why."""
    method: str
    """Names of the methods with the libraries and versions."""
    synthetic: bool
    results: Sequence[str] = ()
    """What the figure finds, each on a line of its own; under the drawing, where it can hide nothing."""

    @property
    def foot(self) -> tuple[str, ...]:
        """The lines under the drawing."""
        told = (f"n: {self.counted}", f"Missing: {self.missing}", f"Method: {self.method}. RETNET-Pro {__version__}.")
        lines = [line for part in told for line in textwrap.wrap(part, _FOOT_LETTERS, break_on_hyphens=False)]
        results = [line for told in self.results for line in textwrap.wrap(told, _FOOT_LETTERS)]
        return (*results, *lines, *((NOT_FROM_ANYBODY,) if self.synthetic else ()))


def head(axes: Any, title: str, columns: int) -> None:
    """Write the title and, in a line of its own below, the key to the groups: inside it could hide what is drawn."""
    axes.set_title(title, pad=24)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=columns, borderaxespad=0.3, borderpad=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A finished figure."""

    name: str
    """For a file, without ending."""
    png: bytes
    pdf: bytes
    said: str
    """The whole figure in words, for who cannot see it."""
    width: float
    """Inches, as the height."""
    height: float


def looks(groups: Sequence[str]) -> Mapping[str, Look]:
    """Return how each group is drawn.

    Raises:
        ValueError: more groups than can be told apart.
    """
    if len(groups) > len(LOOKS):
        raise ValueError(f"{len(groups)} groups cannot be told apart in one figure")
    return dict(zip(groups, LOOKS, strict=False))


def picture(
    name: str, caption: Caption, said: str, draw: Callable[[Any, float], None], height: float = HEIGHT
) -> Picture:
    """Return a figure.

    Args:
        name: for a file.
        caption: what stands around it.
        said: the figure in words; that the data are synthetic is added.
        draw: draws into a matplotlib figure, above a share of its height that is taken by the foot.
        height: of the whole sheet, in inches.

    Raises:
        Bug: it could not be drawn; says which figure.
    """
    try:
        png, pdf = _drawn(caption, draw, height)
    except Exception as fault:
        why = f"the figure {name} could not be drawn, {type(fault).__name__}"
        raise Bug(Code.UNEXPECTED, why=why) from fault
    heard = f"{said} {NOT_FROM_ANYBODY}" if caption.synthetic else said
    return Picture(name=name, png=png, pdf=pdf, said=heard, width=WIDTH, height=height)


def _drawn(caption: Caption, draw: Callable[[Any, float], None], height: float) -> tuple[bytes, bytes]:
    """Return the PNG and the PDF."""
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.backends.backend_pdf import FigureCanvasPdf
    from matplotlib.figure import Figure

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(dict(_STYLE))
        figure = Figure(figsize=(WIDTH, height), dpi=DPI)
        lines = caption.foot
        foot = (len(lines) * _FOOT_LEADING + 8) / (72 * height)
        draw(figure, foot)
        figure.text(0.02, 6 / (72 * height), "\n".join(lines), fontsize=_FOOT_POINTS, va="bottom", linespacing=1.25)
        if caption.synthetic:
            figure.text(
                0.5, 0.58, WATERMARK, fontsize=46, color="#808080", alpha=0.16, rotation=28,
                ha="center", va="center", weight="bold",
            )  # fmt: skip
        png, pdf = io.BytesIO(), io.BytesIO()
        agg: Any = FigureCanvasAgg(figure)
        agg.print_png(png, metadata={"Software": None, "Title": caption.title})
        paper: Any = FigureCanvasPdf(figure)
        paper.print_pdf(
            pdf, metadata={**dict.fromkeys(("CreationDate", "Producer", "Creator")), "Title": caption.title}
        )
    return png.getvalue(), pdf.getvalue()
