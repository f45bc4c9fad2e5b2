"""Forms and words on their way from the staff process to the participant's: checked there, only built again here.

They travel as one line of JSON over the program's own pipe, never over disk. Reading the files again would cost the
participant's process the loader and PyYAML on every hand-over; and what is shown is what staff checked.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.build import build_instrument, build_wording
from retnet_pro.instrument.library import Library
from retnet_pro.instrument.model import ContentHash, InstrumentId

if TYPE_CHECKING:
    # Shapes are for readers of files; the participant's process only builds and starts faster without them.
    from retnet_pro.instrument.shape import Record, Values

Choice = tuple[InstrumentId, str, str]
"""Form id, form version, language."""


def carry(library: Library, choices: Iterable[Choice]) -> str:
    """Return these forms with these words as one line of JSON.

    Raises:
        Refusal: `FORM_UNKNOWN`, `WORDING_MISSING`, or `FORM_BROKEN`, also when a file changed since it was first read.
    """
    from retnet_pro.instrument.vocabulary import INSTRUMENT, WORDING

    parcels = []
    for instrument_id, version, language in choices:
        form = library.instrument(instrument_id, version)
        words = library.wording(form, language)
        form_path = next(path for path, known in library.read_forms.items() if known is form)
        words_path = next(path for (path, _), known in library.read_words.items() if known is words)
        parcels.append(
            {
                "form": _values(form_path, INSTRUMENT, form.hash),
                "form_hash": form.hash,
                "words": _values(words_path, WORDING, words.hash),
                "words_hash": words.hash,
            }
        )
    return json.dumps(parcels, ensure_ascii=True)


def _values(path: Path, shape: "Record", expected: ContentHash) -> "Values":
    """Read a file again that has passed all its checks before."""
    from retnet_pro.instrument.load import content_hash, file_bytes
    from retnet_pro.instrument.reading import read

    content = file_bytes(path)
    if content_hash(content) != expected:
        raise Refusal(Code.FORM_BROKEN, path=path, findings="the file was changed while the program was running")
    return read(content, shape, str(path)).values


def open_carried(text: str) -> Library:
    """Return a library of exactly what `carry` wrote; trusted, because it never leaves the program's own pipe."""
    shelf: dict[str, Path] = {}
    words_shelves: dict[str, dict[str, Path]] = {}
    library = Library((shelf,), (words_shelves,))
    for parcel in json.loads(text):
        form = build_instrument(parcel["form"], ContentHash(parcel["form_hash"]))
        words = build_wording(parcel["words"], ContentHash(parcel["words_hash"]))
        # These paths are names only: both are read already, so nobody looks for a file.
        form_path, words_path = Path(form.hash), Path(words.hash)
        shelf.setdefault(form.id, form_path)
        shelf[f"{form.id}@{form.version}"] = form_path
        words_shelves.setdefault(form.id, {})[f"{words.language}@{form.version}"] = words_path
        library.read_forms[form_path] = form
        library.read_words[words_path, form.hash] = words
    return library
