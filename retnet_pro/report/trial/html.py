"""The report as one file for a browser: no scripts, nothing loaded from elsewhere, pictures inside it.

Whatever the data say is escaped by the template; the page tells browsers to load nothing but the pictures it carries.
"""

from base64 import b64encode

from jinja2 import Environment, PackageLoader, StrictUndefined

from retnet_pro.analysis.canvas import Picture
from retnet_pro.report.trial.parts import Listing, Piece, Table, TrialPaper, Words

_KINDS = ((Words, "words"), (Listing, "listing"), (Table, "table"), (Picture, "picture"))


def html_page(paper: TrialPaper) -> bytes:
    """Return the page; the same paper gives the same bytes."""
    pages = Environment(
        loader=PackageLoader("retnet_pro.report.trial", "pages"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    pages.filters["base64"] = lambda png: b64encode(png).decode("ascii")
    pages.tests["of_kind"] = _is_of_kind
    return pages.get_template("report.html").render(paper=paper).encode()


def _is_of_kind(piece: Piece, kind: str) -> bool:
    return any(isinstance(piece, one) for one, name in _KINDS if name == kind)
