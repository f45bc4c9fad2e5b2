"""Check every clinician's form of a folder, and every file of words for one."""

from collections.abc import Iterator
from pathlib import Path

from retnet_pro.instrument.clinic import ClinicForm
from retnet_pro.instrument.clinic_library import FALLBACK
from retnet_pro.instrument.clinic_load import read_clinic_form, read_clinic_words
from retnet_pro.instrument.finding import Finding
from retnet_pro.instrument.load import file_bytes


def files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder that a loader reads, by name; nothing where there is no folder."""
    if folder.is_dir():
        yield from sorted(path for path in folder.iterdir() if path.suffix == ".yaml")


class ClinicChecker:
    """Reads forms first, then their words; it has state for what was read before."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.known: dict[str, ClinicForm] = {}
        """Usable forms by id; that of a site wins over the shipped one."""

    def forms(self, folder: Path) -> None:
        """Check the forms of a folder; a file is named after its form, so that it is found."""
        for path in files(folder):
            form, findings = read_clinic_form(file_bytes(path), str(path))
            self.findings += findings
            if form is not None:
                self.known[form.id] = form
                self._named(path, form.id)

    def words(self, folder: Path) -> None:
        """Check the words of a folder: each complete for its form, and every form spoken in English at least."""
        spoken = set()
        for sub in sorted(folder.iterdir()) if folder.is_dir() else ():
            form = self.known.get(sub.name)
            for path in files(sub):
                if form is None:
                    message = f"there is no usable form '{sub.name}' for these words"
                    self.findings.append(Finding(str(path), 1, None, message))
                    continue
                words, findings = read_clinic_words(file_bytes(path), str(path), form)
                self.findings += findings
                if words is not None:
                    self._named(path, words.language)
                    spoken.add((form.id, words.language))
        for name in self.known:
            if folder.is_dir() and (folder / name).is_dir() and (name, FALLBACK) not in spoken:
                message = f"there is no complete file of words '{FALLBACK}' for the form '{name}'"
                self.findings.append(Finding(str(folder / name), 1, None, message))

    def _named(self, path: Path, name: str) -> None:
        if path.stem != name:
            message = f"the file is not found under this name; call it '{name}.yaml'"
            self.findings.append(Finding(str(path), 1, None, message))
