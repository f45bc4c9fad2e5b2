"""Put an archive together: the centre's own data, the forms and words of this installation, the format description."""

from pathlib import Path

from retnet_pro.centre.archive import Archived, write_archive
from retnet_pro.centre.folder import open_centre, read_online_key
from retnet_pro.centre.store import Store
from retnet_pro.errors import Code, Refusal
from retnet_pro.settings import Settings

_SECRETS = ("AGE-SECRET-KEY-", "PRIVATE KEY")


def archive_centre(folder: Path, out: Path, settings: Settings, keys_kept: Path | None) -> Archived:
    """Write the archive of a centre; see `centre.archive.write_archive`.

    Raises:
        Refusal: `FILE_MISSING`, `FILE_EXISTS`, or `FILE_UNFIT` when the text about the keys holds a key itself.
        WorldFault: `DISK_FULL` or `DISK_FAULT`.
    """
    centre = open_centre(folder)
    text = _text_about_keys(keys_kept)
    documents = {"format.md": _read(settings.documents / "format.md")}
    for name, source in (("forms", settings.forms), ("words", settings.words)):
        documents |= {f"{name}/{path.relative_to(source).as_posix()}": _read(path) for path in source.rglob("*.yaml")}
    store = Store(centre.database)
    try:
        return write_archive(store, centre, read_online_key(centre), out, documents=documents, keys_kept=text)
    finally:
        store.close()


def _text_about_keys(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        text = _read(path).decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if not text.strip() or any(secret in text for secret in _SECRETS):
        raise Refusal(Code.FILE_UNFIT, path=path, wanted="a text that says where the keys are, without any key in it")
    return text


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refusal(Code.FILE_MISSING, path=path) from error
