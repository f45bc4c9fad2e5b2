"""Load an instrument: from the untrusted bytes of a form file to checked, frozen facts with a content hash."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.build import build_instrument
from retnet_pro.instrument.check import check_instrument
from retnet_pro.instrument.finding import Finding, in_one_line
from retnet_pro.instrument.model import ContentHash, Instrument
from retnet_pro.instrument.reading import read
from retnet_pro.instrument.source import FILE_LIMIT
from retnet_pro.instrument.vocabulary import INSTRUMENT

Fact = TypeVar("Fact")


def load_instrument(path: Path) -> Instrument:
    """Load a form file.

    Raises:
        Refusal: `FILE_MISSING`, or `FORM_BROKEN` with every finding.
    """
    return load(path, read_instrument, Code.FORM_BROKEN)


def read_instrument(untrusted: bytes, path: str) -> tuple[Instrument | None, tuple[Finding, ...]]:
    """Return the instrument, or None and everything that is wrong. Raises nothing on any bytes (threat T10).

    Findings about meaning are added as soon as no value is missing or of a wrong kind; before that they would mislead.
    """
    reading = read(untrusted, INSTRUMENT, path)
    findings = list(reading.findings)
    if reading.usable:
        findings += check_instrument(reading.values, reading.lines, path)
    if findings:
        return None, in_order(findings)
    return build_instrument(reading.values, content_hash(untrusted)), ()


def content_hash(content: bytes) -> ContentHash:
    """Return the hash that is recorded in each response, of the exact bytes of the file."""
    return ContentHash(sha256(content).hexdigest())


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings as a person walks through the file."""
    return tuple(sorted(findings, key=lambda finding: finding.line))


def file_bytes(path: Path) -> bytes:
    """Read a file, but never more than one byte beyond the limit, so that a giant is refused and not loaded.

    Raises:
        Refusal: `FILE_MISSING`.
    """
    try:
        with path.open("rb") as file:
            return file.read(FILE_LIMIT + 1)
    except OSError as error:
        raise Refusal(Code.FILE_MISSING, path=path) from error


def load(path: Path, reader: Callable[[bytes, str], tuple[Fact | None, tuple[Finding, ...]]], broken: Code) -> Fact:
    """Read a file with one of the readers of this program, or refuse it with all its findings.

    Raises:
        Refusal: `FILE_MISSING`, or the code given.
    """
    fact, findings = reader(file_bytes(path), str(path))
    if fact is None:
        raise Refusal(broken, path=path, findings=in_one_line(findings))
    return fact
