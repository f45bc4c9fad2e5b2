"""Load a wording, and hold it against the instrument it gives words to (rules E04, E130).

Words reach the screen byte for byte as they stand in the file; nothing here trims, joins or replaces them.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from retnet_pro.errors import Code
from retnet_pro.instrument.build import build_wording
from retnet_pro.instrument.finding import Finding, Lines, Place
from retnet_pro.instrument.load import content_hash, in_order, load
from retnet_pro.instrument.model import Instrument, ItemKind, ResponseScale, Wording
from retnet_pro.instrument.reading import read
from retnet_pro.instrument.shape import Values
from retnet_pro.instrument.vocabulary import WORDING

NOWHERE: Lines = {}
"""For a wording that came from no file of ours."""


def load_wording(path: Path) -> Wording:
    """Load a wording file.

    Raises:
        Refusal: `FILE_MISSING`, or `FORM_BROKEN` with every finding.
    """
    return load(path, read_wording, Code.FORM_BROKEN)


def load_wording_of(instrument: Instrument, path: Path) -> Wording:
    """Load a wording file that must be complete for this form.

    Raises:
        Refusal: `FILE_MISSING`, or `FORM_BROKEN` with every finding.
    """
    return load(path, lambda untrusted, name: read_wording(untrusted, name, instrument), Code.FORM_BROKEN)


def read_wording(
    untrusted: bytes, path: str, instrument: Instrument | None = None
) -> tuple[Wording | None, tuple[Finding, ...]]:
    """Return the wording, or None and everything that is wrong; with an instrument, also what does not fit it.

    Raises nothing on any bytes (threat T10).
    """
    reading = read(untrusted, WORDING, path)
    if not reading.usable:
        return None, in_order(reading.findings)
    findings = list(reading.findings)
    try:
        wording = build_wording(reading.values, content_hash(untrusted))
    except ValueError:
        # The shape of a date allows the 30th of February.
        return None, in_order([*findings, *_false_days(reading.values, path, reading.lines)])
    if instrument is not None:
        findings += check_wording(instrument, wording, path, reading.lines)
    return (None, in_order(findings)) if findings else (wording, ())


def _false_days(values: Values, path: str, lines: Lines) -> Iterator[Finding]:
    for block, name in (("licence", "expires"), ("translation", "reviewed")):
        try:
            date.fromisoformat(values.get(block, {}).get(name, "2000-01-01"))
        except ValueError:
            yield Finding(path, lines[block, name], None, f"the day in '{name}' does not exist")


def check_wording(
    instrument: Instrument, wording: Wording, path: str = "", lines: Lines = NOWHERE
) -> tuple[Finding, ...]:
    """Return every word that is missing, too much or not allowed; nothing means the wording is complete."""
    return tuple(
        Finding(path, lines.get(place, lines.get(place[:1], 1)), item, message)
        for place, item, message in _faults(instrument, wording)
    )


Fault = tuple[Place, str | None, str]


def _faults(instrument: Instrument, wording: Wording) -> Iterator[Fault]:
    if (wording.instrument, wording.instrument_version) != (instrument.id, instrument.version):
        found, wanted = f"{wording.instrument} {wording.instrument_version}", f"{instrument.id} {instrument.version}"
        yield ("instrument",), None, f"these are words for {found}, not for {wanted}"
    if wording.demonstration and wording.licence is not None:
        yield ("demonstration",), None, "demonstration wording carries no licence"
    if instrument.needs_licence and not wording.demonstration and wording.licence is None:
        yield ("demonstration",), None, "this instrument needs a licence or the mark 'demonstration: true' (rule E141)"
    wanted_items = [item.id for item in instrument.items]
    yield from _names("recalls", "recall", wording.recalls, instrument.recalls)
    yield from _names("items", "item", wording.items, wanted_items)
    optional = [item.id for item in instrument.items if item.not_applicable]
    yield from _names("not_applicable", "'does not apply' of item", wording.not_applicable, optional)
    worded = [scale for scale in instrument.response_scales.values() if scale.kind is not ItemKind.COUNT]
    yield from _names("labels", "labels of response scale", wording.labels, [scale.id for scale in worded])
    numbered = {scale.id for scale in instrument.response_scales.values() if scale.kind is not ItemKind.CHOICE}
    for name in sorted(wording.numbers_from_right - numbered):
        yield ("numbers_from_right",), name, f"there is no number scale '{name}' that could run from right to left"
    for scale in worded:
        if scale.id in wording.labels:
            yield from _labels(scale, wording.labels[scale.id])


def _names(table: str, what: str, found: Iterable[str], wanted: Iterable[str]) -> Iterator[Fault]:
    found, wanted = list(found), list(wanted)
    present, allowed = set(found), set(wanted)
    for name in wanted:
        if name not in present:
            yield (table,), name, f"the words are missing: {what} '{name}'"
    for name in found:
        if name not in allowed:
            yield (table, name), name, f"these words belong to nothing: {what} '{name}'"


def _labels(scale: ResponseScale, labels: Mapping[int, str]) -> Iterator[Fault]:
    """Verbal scales have words for every code, boxes for both ends only (rule E09)."""
    wanted = scale.codes if scale.kind is ItemKind.CHOICE else (scale.minimum, scale.maximum)
    for code in wanted:
        if code not in labels:
            yield ("labels", scale.id), scale.id, f"the label of code {code} is missing"
    for code in labels:
        if code not in wanted:
            yield ("labels", scale.id, str(code)), scale.id, f"there is no place for a label of code {code}"
