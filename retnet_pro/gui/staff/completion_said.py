"""What a row of the completion page says: rates with their counts, and why forms did not come (rules E63, E66)."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

from retnet_pro.gui import words
from retnet_pro.study.completion import Completion, Rate


def rate(found: Rate) -> str:
    """Return e.g. ``80 %  12 of 15``; only the counts where nobody is in the denominator."""
    counted = QCoreApplication.translate("completion", "{valid} of {of}").format(
        valid=QLocale().toString(found.valid), of=QLocale().toString(found.of)
    )
    return counted if found.share is None else f"{percent(found.share)}  {counted}"


def percent(share: float) -> str:
    """Return a share as whole per cent, in the language of the interface."""
    return f"{QLocale().toString(round(share * 100))}\u202f%"


def visit(row: Completion) -> str:
    """Say both rates of a visit in one sentence, for the picture."""
    return QCoreApplication.translate("completion", "{visit}: completion rate {rate}, available data {data}").format(
        visit=row.title, rate=rate(row.variable), data=rate(row.fixed)
    )


def reasons(row: Completion) -> str:
    """Say why expected forms do not count, each reason with its number."""
    return "; ".join(_reasons(row)) or "\u2013"


def _reasons(row: Completion) -> Iterator[str]:
    for reason, count in row.absent.items():
        yield f"{count} \u00d7 {words.word(reason)}"
    if row.invalid:
        yield QCoreApplication.translate("completion", "{count} \u00d7 came, but not valid").format(count=row.invalid)


def count(number: int) -> str:
    """Return a count; nothing to be read where there is nothing."""
    return QLocale().toString(number) if number else "\u2013"
