"""The licensor's approval: an id, and the hash of the screens that were approved (rule E142).

A screens book shows every screen of one form in one language. Its hash is made of the form, of every word a participant
can see, and of the hash of all pictures. The approval stands in the wording file, outside what is hashed, with the hash
of the book and that of the pictures: so a tablet, which draws nothing, can still prove that the words it has are those
that were approved.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from hashlib import sha256

from retnet_pro.instrument.model import ContentHash, Instrument, Wording

_WORDS = tuple(field.name for field in fields(Wording) if field.name not in ("hash", "licence"))


def words_hash(wording: Wording) -> ContentHash:
    """Return the hash of a wording without its approval; any other word of the file changes it."""
    shown = {name: _plain(getattr(wording, name)) for name in _WORDS}
    if wording.licence is not None:
        licence = asdict(wording.licence)
        del licence["approval"]
        shown["licence"] = licence
    return ContentHash(_hash_of(shown))


def set_hash(form: ContentHash, words: ContentHash, pictures: str) -> str:
    """Return the hash of the screens of one form in one language."""
    return _hash_of({"form": form, "words": words, "pictures": pictures})


def lack_of_approval(form: Instrument, wording: Wording) -> str:
    """Return why this wording may not go live, or '' where it may."""
    if not form.needs_licence or wording.demonstration:
        return ""
    approval = wording.licence.approval if wording.licence else None
    if approval is None:
        return "it names no approval of the screens by the owner of the wording"
    if set_hash(form.hash, words_hash(wording), approval.pictures) != approval.book:
        return f"approval {approval.id} was given for another form or other words"
    return ""


def _plain(value: object) -> object:
    return {str(key): _plain(kept) for key, kept in value.items()} if isinstance(value, Mapping) else value


def _hash_of(facts: object) -> str:
    written = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return sha256(written.encode()).hexdigest()
