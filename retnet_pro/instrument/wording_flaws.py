"""What is wrong with a text that should become words on a screen. Nothing here changes a text (rule E04)."""

import re
from collections.abc import Iterator

from retnet_pro.instrument.shape import TEXT_LIMIT
from retnet_pro.instrument.source import hiding

_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
_ENTITY = re.compile(r"&(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_SHOWN = 60
_PASTED = re.compile(r"_x[0-9A-Fa-f]{4}_")


def flaw_of(text: str) -> str | None:
    """Return why a text cannot be taken over as it is, or None."""
    if not text.strip():
        return "it is empty"
    if len(text) > TEXT_LIMIT:
        return f"it is longer than {TEXT_LIMIT} characters"
    if "\r" in text:
        return "it has a line break of another system (CR); set a plain one in the source"
    if said := hiding(text):
        return said
    if "\ufffd" in text:
        return "a letter was lost before (U+FFFD); the source was read in a wrong encoding once"
    if found := _TAG.search(text):
        return f"it has an HTML tag, {shown(found.group())}; a participant would read it as it stands"
    if found := _ENTITY.search(text):
        return f"it has an HTML character code, {shown(found.group())}; a participant would read it as it stands"
    if found := _PASTED.search(text):
        return f"it has a code of a spreadsheet, {found.group()}, in the place of a character"
    return None


def oddities(text: str, number: int | None = None) -> Iterator[str]:
    """Yield what a person should look at in a text that can be taken over; an item gives its number as well."""
    if text != text.strip():
        yield "begins or ends with white space"
    if "  " in text:
        yield "has two blanks in a row"
    if number is not None and re.match(rf"\s*{number}\s*[.):]", text):
        yield "begins with its own number, which the screen shows as well"


def shown(text: str) -> str:
    """Return a text of a source for a report: short, and with its unprintable characters written out."""
    cut = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return f"'{cut}'" if cut.isprintable() else ascii(cut)
