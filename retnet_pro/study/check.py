"""Check every form, wording and study file of an installation, and that they fit each other."""

from collections.abc import Collection
from pathlib import Path

from retnet_pro.instrument.clinic_files import ClinicChecker, files
from retnet_pro.instrument.clinic_library import FOLDER as CLINIC_FOLDER
from retnet_pro.instrument.finding import Finding
from retnet_pro.instrument.library import PRIVATE_FORMS
from retnet_pro.instrument.load import file_bytes, read_instrument
from retnet_pro.instrument.model import Instrument, Wording
from retnet_pro.instrument.wording import read_wording
from retnet_pro.study.load import read_study
from retnet_pro.study.model import Study

STUDIES = "studies"
"""Folder of study files inside the folder of forms."""


def check_all(forms_dir: Path, words_dir: Path, private: Path | None) -> tuple[Finding, ...]:
    """Return every finding of every file, file by file; nothing means that all of them can be used together.

    Raises:
        Refusal: `FILE_MISSING`, when a file vanishes while it is read.
    """
    checker = _Checker()
    clinic = ClinicChecker()
    for folder in (forms_dir, *([] if private is None else [private / PRIVATE_FORMS])):
        checker.forms(folder)
        clinic.forms(folder / CLINIC_FOLDER)
    for folder in (words_dir, *([] if private is None else [private])):
        checker.words(folder)
        clinic.words(folder / CLINIC_FOLDER)
    checker.studies(forms_dir / STUDIES, clinic.known)
    return (*checker.findings, *clinic.findings)


class _Checker:
    """Reads in order: forms, their words, the studies that use both; it has state for what was read before."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._forms: dict[tuple[str, str], Instrument] = {}
        self._words: set[tuple[str, str]] = set()

    def forms(self, folder: Path) -> None:
        """Check the forms of a folder; a file is named after its form, so that it is found."""
        if not folder.is_dir():
            return
        for path in files(folder):
            form, findings = read_instrument(file_bytes(path), str(path))
            self.findings += findings
            if form is not None:
                self._forms.setdefault((form.id, form.version), form)
                self._named(path, form.id, f"{form.id}@{form.version}")

    def _named(self, path: Path, *names: str) -> None:
        if path.stem not in names:
            wanted = " or ".join(f"'{name}.yaml'" for name in names)
            self.findings.append(
                Finding(str(path), 1, None, f"the file is not found under this name; call it {wanted}")
            )

    def words(self, folder: Path) -> None:
        """Check the wordings of a folder against the forms."""
        if not folder.is_dir():
            return
        others = (PRIVATE_FORMS, CLINIC_FOLDER)
        for sub in sorted(sub for sub in folder.iterdir() if sub.is_dir() and sub.name not in others):
            for path in files(sub):
                self._wording(path)

    def _wording(self, path: Path) -> None:
        untrusted = file_bytes(path)
        wording, findings = read_wording(untrusted, str(path))
        if wording is None:
            self.findings += findings
            return
        form = self._forms.get((wording.instrument, wording.instrument_version))
        if form is None:
            message = f"there is no usable form {wording.instrument} {wording.instrument_version} for these words"
            self.findings.append(Finding(str(path), 1, None, message))
            return
        _, findings = read_wording(untrusted, str(path), form)
        self.findings += findings
        if not findings:
            self._words.add((form.id, wording.language))
        self._placed(path, wording)

    def _placed(self, path: Path, wording: Wording) -> None:
        self._named(path, wording.language, f"{wording.language}@{wording.instrument_version}")
        if path.parent.name != wording.instrument:
            message = f"the file is not found in this folder; put it into '{wording.instrument}'"
            self.findings.append(Finding(str(path), 1, None, message))

    def studies(self, folder: Path, clinic: Collection[str]) -> None:
        """Check the study files of a folder against forms and words, and against the forms that staff fill in."""
        forms = {form.id: form for form in self._forms.values()}
        for path in files(folder):
            study, findings = read_study(file_bytes(path), str(path), forms, clinic)
            self.findings += findings
            if study is not None:
                self._spoken(path, study)

    def _spoken(self, path: Path, study: Study) -> None:
        """Every form of a study has words in every language of it (rule E130)."""
        used = {name: None for point in study.time_points for name in point.instruments}
        for name in used:
            for language in study.languages:
                if (name, language) not in self._words:
                    message = f"there is no complete wording of '{name}' in language '{language}'"
                    self.findings.append(Finding(str(path), 1, None, message))
