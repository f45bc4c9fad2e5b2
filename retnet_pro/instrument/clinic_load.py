"""Load a clinician's form or its words: from the untrusted bytes of a file to checked, frozen facts."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from retnet_pro.errors import Code
from retnet_pro.instrument.clinic import Choice, ClinicForm, ClinicWords
from retnet_pro.instrument.clinic_build import build_clinic_form, build_clinic_words
from retnet_pro.instrument.clinic_check import Fault, check_clinic_form
from retnet_pro.instrument.clinic_vocabulary import CLINIC, CLINIC_WORDS
from retnet_pro.instrument.finding import Finding
from retnet_pro.instrument.load import content_hash, in_order, load
from retnet_pro.instrument.reading import read


def load_clinic_form(path: Path) -> ClinicForm:
    """Load a clinician's form.

    Raises:
        Refusal: `FILE_MISSING`, or `FORM_BROKEN` with every finding.
    """
    return load(path, read_clinic_form, Code.FORM_BROKEN)


def load_clinic_words(path: Path, form: ClinicForm) -> ClinicWords:
    """Load words that must be complete for this form.

    Raises:
        Refusal: `FILE_MISSING`, or `FORM_BROKEN` with every finding.
    """
    return load(path, lambda untrusted, name: read_clinic_words(untrusted, name, form), Code.FORM_BROKEN)


def read_clinic_form(untrusted: bytes, path: str) -> tuple[ClinicForm | None, tuple[Finding, ...]]:
    """Return the form, or None and everything that is wrong. Raises nothing on any bytes (threat T10)."""
    reading = read(untrusted, CLINIC, path)
    findings = list(reading.findings)
    if reading.usable:
        findings += check_clinic_form(reading.values, reading.lines, path)
    if findings:
        return None, in_order(findings)
    return build_clinic_form(reading.values, content_hash(untrusted)), ()


def read_clinic_words(
    untrusted: bytes, path: str, form: ClinicForm | None = None
) -> tuple[ClinicWords | None, tuple[Finding, ...]]:
    """Return the words, or None and everything that is wrong; with a form, also what does not fit it.

    Raises nothing on any bytes (threat T10).
    """
    reading = read(untrusted, CLINIC_WORDS, path)
    if not reading.usable:
        return None, in_order(reading.findings)
    words = build_clinic_words(reading.values, content_hash(untrusted))
    findings = list(reading.findings)
    if form is not None:
        lines = reading.lines
        for place, item, message in _faults(form, words):
            findings.append(Finding(path, lines.get(place, lines.get(place[:1], 1)), item, message))
    return (None, in_order(findings)) if findings else (words, ())


def _faults(form: ClinicForm, words: ClinicWords) -> Iterator[Fault]:
    if (words.form, words.form_version) != (form.id, form.version):
        found, wanted = f"{words.form} {words.form_version}", f"{form.id} {form.version}"
        yield ("form",), None, f"these are words for {found}, not for {wanted}"
    yield from _pairs("parts", "part", words.parts, form.part_of)
    yield from _pairs("items", "item", words.items, form.by_id)
    for hinted in words.hints:
        if hinted not in form.by_id:
            yield ("hints", hinted), hinted, f"these words belong to nothing: item '{hinted}'"
    lists = {one.kind.list: one.kind.codes for one in form.by_id.values() if isinstance(one.kind, Choice)}
    yield from _pairs("lists", "list", words.lists, lists)
    for name, codes in lists.items():
        found_codes: Mapping[int, str] = words.lists.get(name, {})
        for code in codes:
            if name in words.lists and code not in found_codes:
                yield ("lists", name), name, f"the words of code {code} are missing"
        for code in found_codes:
            if code not in codes:
                yield ("lists", name, str(code)), name, f"there is no code {code}"


def _pairs(table: str, what: str, found: Iterable[str], wanted: Iterable[str]) -> Iterator[Fault]:
    found, wanted = list(found), list(wanted)
    for name in wanted:
        if name not in found:
            yield (table,), name, f"the words are missing: {what} '{name}'"
    for name in found:
        if name not in wanted:
            yield (table, name), name, f"these words belong to nothing: {what} '{name}'"
