"""The forms that staff fill in: those shipped with the program, and those of this site, which win.

Forms lie in ``clinic/`` beside the questionnaires, words in ``clinic/<form>/<language>.yaml``. A folder of their own
keeps them out of everything that is made of questionnaires: screens for participants, schedules, scores.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.clinic import ClinicForm, ClinicFormId, ClinicWords

FOLDER = "clinic"
"""Folder of these forms inside a folder of forms, and of their words inside a folder of words."""
FALLBACK = "en"
"""Staff who work in a language a form does not speak read it in this one."""


@dataclass(frozen=True, slots=True)
class ClinicLibrary:
    """Clinicians' forms and words, read on demand and kept: a form must not change while somebody fills it in."""

    forms: Mapping[str, Path] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, Path]] = field(default_factory=dict)
    read_forms: dict[str, ClinicForm] = field(default_factory=dict, repr=False, compare=False)
    read_words: dict[tuple[str, str], ClinicWords] = field(default_factory=dict, repr=False, compare=False)

    def form(self, form: str) -> ClinicForm:
        """Return a form.

        Raises:
            Refusal: `FORM_UNKNOWN`, or `FORM_BROKEN` with every finding.
        """
        if form not in self.read_forms:
            if form not in self.forms:
                raise Refusal(Code.FORM_UNKNOWN, form=form, known=", ".join(sorted(self.forms)) or "none")
            from retnet_pro.instrument.clinic_load import load_clinic_form

            self.read_forms[form] = load_clinic_form(self.forms[form])
        return self.read_forms[form]

    def words_of(self, form: ClinicForm, language: str) -> ClinicWords:
        """Return the words of a form in a language, or in English where it does not speak it.

        Raises:
            Refusal: `WORDING_MISSING`, or `FORM_BROKEN` with every finding.
        """
        known = self.words.get(form.id, {})
        spoken = next((tag for tag in (language, language.split("-")[0], FALLBACK) if tag in known), None)
        if spoken is None:
            raise Refusal(Code.WORDING_MISSING, form=form.id, language=language)
        if (form.hash, spoken) not in self.read_words:
            from retnet_pro.instrument.clinic_load import load_clinic_words

            self.read_words[form.hash, spoken] = load_clinic_words(known[spoken], form)
        return self.read_words[form.hash, spoken]

    def ids(self) -> tuple[ClinicFormId, ...]:
        """Return the ids of all forms."""
        return tuple(ClinicFormId(name) for name in sorted(self.forms))


def open_clinic_library(forms_dirs: tuple[Path, ...], words_dirs: tuple[Path, ...]) -> ClinicLibrary:
    """Open the folders, those of the site last; only names are read, and a folder that is not there counts as empty."""
    forms: dict[str, Path] = {}
    for folder in forms_dirs:
        forms.update(_shelf(folder / FOLDER))
    words: dict[str, dict[str, Path]] = {name: {} for name in forms}
    for folder in words_dirs:
        for name, shelf in words.items():
            shelf.update(_shelf(folder / FOLDER / name))
    return ClinicLibrary(forms, words)


def _shelf(folder: Path) -> dict[str, Path]:
    if not folder.is_dir():
        return {}
    return {path.stem: path for path in sorted(folder.iterdir()) if path.suffix == ".yaml"}
