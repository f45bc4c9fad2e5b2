"""The forms and wordings at hand: those shipped with the program, and the licensed ones of this site.

Files are found by their names: ``<form>.yaml`` or ``<form>@<version>.yaml`` in a folder of forms, and
``<form>/<language>.yaml`` or ``<form>/<language>@<form version>.yaml`` in a folder of words. The private folder of a
site holds ``forms/`` and the folders of words beside it; what lies there wins over what is shipped.

The loader is imported when the first file is read: the participant's process is handed forms that were read before
(`carried`) and starts faster without it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import ContentHash, Instrument, InstrumentId, Wording

if TYPE_CHECKING:
    from retnet_pro.instrument.clinic_library import ClinicLibrary
    from retnet_pro.instrument.tongue import Tongue

PRIVATE_FORMS = "forms"
"""Folder of forms inside the private folder."""

Shelf = Mapping[str, Path]
"""Files of one folder by name without ``.yaml``."""


@dataclass(frozen=True, slots=True)
class Library:
    """Forms and wordings, read on demand.

    It keeps what it has read: a tablet shows the same few files all day, and a form must not change between the first
    question of a sitting and the last. Nothing else in it changes; a new pack needs a new library.
    """

    forms: tuple[Shelf, ...]
    """Folders of forms; the first one that has a form wins."""
    words: tuple[Mapping[str, Shelf], ...]
    """Folders of words by form id; the first one that has a wording wins."""
    read_forms: dict[Path, Instrument] = field(default_factory=dict, repr=False, compare=False)
    read_words: dict[tuple[Path, ContentHash], Wording] = field(default_factory=dict, repr=False, compare=False)
    """By file and hash of the form, since words are complete for one form only."""
    interface: Path | None = None
    """Folder of the program's own words; None where nobody chooses a language any more."""
    read_tongues: dict[str, "Tongue"] = field(default_factory=dict, repr=False, compare=False)
    clinic: "ClinicLibrary | None" = None
    """The forms that staff fill in; None where there can be none, as at the participant's."""

    def ids(self) -> tuple[InstrumentId, ...]:
        """Return the ids of all forms, by file name."""
        return tuple(
            InstrumentId(name) for name in sorted({name for shelf in self.forms for name in shelf if "@" not in name})
        )

    def instrument(self, instrument_id: InstrumentId, version: str | None = None) -> Instrument:
        """Return a form; without a version the one in ``<form>.yaml``.

        Raises:
            Refusal: `FORM_UNKNOWN`, or `FORM_BROKEN` with every finding.
        """
        names = [instrument_id] if version is None else [f"{instrument_id}@{version}", instrument_id]
        for shelf in self.forms:
            for name in names:
                if (path := shelf.get(name)) is not None:
                    form = self._form(path)
                    if form.id == instrument_id and version in (None, form.version):
                        return form
        raise _unknown(instrument_id if version is None else f"{instrument_id} {version}", self)

    def by_hash(self, content: ContentHash) -> Instrument:
        """Return the form whose file has exactly this content, e.g. to score a response again as it was scored.

        Raises:
            Refusal: `FORM_UNKNOWN`.
        """
        from retnet_pro.instrument.load import content_hash, file_bytes

        for path in (path for shelf in self.forms for path in shelf.values()):
            if content_hash(file_bytes(path)) == content:
                return self._form(path)
        raise _unknown(content, self)

    def languages(self, instrument: Instrument) -> tuple[str, ...]:
        """Return the languages in which every word of the form is there (rule E130)."""
        names = {name.split("@")[0] for folder in self.words for name in folder.get(instrument.id, {})}
        return tuple(language for language in sorted(names) if self._has(instrument, language))

    def tongue(self, language: str) -> "Tongue | None":
        """Return how the program itself speaks a language, or None where it does not.

        Raises:
            Refusal: `FILE_MISSING` or `TABLE_BROKEN`, about the files of the program's own words.
        """
        from retnet_pro.instrument.translation import closest

        if not self.read_tongues and self.interface is not None:
            from retnet_pro.instrument.tongue import tongues_in

            self.read_tongues.update(tongues_in(self.interface))
        tag = closest(language, self.read_tongues)
        return None if tag is None else self.read_tongues[tag]

    def wording(self, instrument: Instrument, language: str) -> Wording:
        """Return the words of a form in a language; never those of another one (rule E131).

        A broken file of the site is refused and not silently replaced by the shipped demonstration wording.

        Raises:
            Refusal: `WORDING_MISSING`, or `FORM_BROKEN` with every finding.
        """
        for path in self._wording_paths(instrument, language):
            wording = self._wording(path, instrument)
            if wording is not None and wording.language == language:
                return wording
        raise Refusal(Code.WORDING_MISSING, form=instrument.id, language=language)

    def _has(self, instrument: Instrument, language: str) -> bool:
        try:
            self.wording(instrument, language)
        except Refusal:
            return False
        return True

    def _wording_paths(self, instrument: Instrument, language: str) -> Iterator[Path]:
        for folder in self.words:
            shelf = folder.get(instrument.id, {})
            for name in (f"{language}@{instrument.version}", language):
                if name in shelf:
                    yield shelf[name]

    def _form(self, path: Path) -> Instrument:
        if path not in self.read_forms:
            from retnet_pro.instrument.load import load_instrument

            self.read_forms[path] = load_instrument(path)
        return self.read_forms[path]

    def _wording(self, path: Path, instrument: Instrument) -> Wording | None:
        """Return the wording in a file, or None when it belongs to another version of the form."""
        known = self.read_words.get((path, instrument.hash))
        if known is not None:
            return known
        from retnet_pro.instrument.wording import load_wording, load_wording_of

        if load_wording(path).instrument_version != instrument.version:
            return None
        return self.read_words.setdefault((path, instrument.hash), load_wording_of(instrument, path))


def open_library(forms_dir: Path, words_dir: Path, private_dir: Path | None) -> Library:
    """Open the folders; only names are read, and a private folder that does not exist counts as empty.

    Raises:
        Refusal: `FILE_MISSING`, when a shipped folder is not there.
    """
    for folder in (forms_dir, words_dir):
        if not folder.is_dir():
            raise Refusal(Code.FILE_MISSING, path=folder)
    from retnet_pro.instrument.clinic_library import open_clinic_library

    forms, words = [_shelf(forms_dir)], [_shelves(words_dir)]
    own = () if private_dir is None else (private_dir,)
    if private_dir is not None and private_dir.is_dir():
        forms.insert(0, _shelf(private_dir / PRIVATE_FORMS))
        words.insert(0, _shelves(private_dir))
    clinic = open_clinic_library((forms_dir, *(one / PRIVATE_FORMS for one in own)), (words_dir, *own))
    return Library(tuple(forms), tuple(words), interface=words_dir, clinic=clinic)


def _shelf(folder: Path) -> Shelf:
    if not folder.is_dir():
        return {}
    return {path.stem: path for path in sorted(folder.iterdir()) if path.suffix == ".yaml"}


def _shelves(folder: Path) -> Mapping[str, Shelf]:
    return {sub.name: _shelf(sub) for sub in sorted(folder.iterdir()) if sub.is_dir() and sub.name != PRIVATE_FORMS}


def _unknown(form: str, library: Library) -> Refusal:
    return Refusal(Code.FORM_UNKNOWN, form=form, known=", ".join(library.ids()) or "none")
