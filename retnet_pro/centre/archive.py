"""The archive for 25 years: everything the centre was sent, sealed as it came, with what is needed to read it (P04).

It holds no key that opens anything and no time of its own making, so two archives of the same data are the same, byte
for byte. What it says of itself can be checked with ``sha256sum`` and ``ssh-keygen`` alone.
"""

import errno
import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from retnet_pro.bundle.container import write_events
from retnet_pro.bundle.naming import receipt_file
from retnet_pro.bundle.sshsig import Namespace, allowed_signers_line, public_line, sign
from retnet_pro.centre.enrol import allowed_signers
from retnet_pro.centre.erasing import is_emptied
from retnet_pro.centre.folder import Centre
from retnet_pro.centre.inbox import SealedFiles, sealed_name
from retnet_pro.centre.store import BundleRow, Device, Ledger, Store
from retnet_pro.errors import Code, Refusal, WorldFault
from retnet_pro.record.signing import SigningKey

MANIFEST = "manifest.sha256"
CENTRE, ROOT = "centre", "root"
"""Under these names the centre's own keys stand in ``allowed_signers``, beside the ids of the tablets."""
_PIECE = 1024 * 1024
_README = """\
Archive of the trial {trial}, coordinating centre {centre}.

Everything the centre was sent is here as it came: sealed. Nothing in here opens it; keys.txt says where the keys are.
The files are described in format.md, from which a reader can be written anew.

Is the archive whole and the centre's own?

    sha256sum -c manifest.sha256
    ssh-keygen -Y verify -f allowed_signers -I centre -n archive@retnet-pro -s manifest.sha256.sig < manifest.sha256

bundles/      what the tablets sent (bundles.json says from whom, when, and what became of each)
events/       of tablets of which something was erased by order: their events, without it; no bundle that carried it
decisions.json  what people at the centre decided: records set aside, responses that count, tablets that moved
adopted/      logs of tablets that were lost or replaced
receipts/     what the centre countersigned
forms/        what was asked and how it is scored, each file named in the responses by its SHA-256
words/        the project's own wording; licensed wording is kept by its owner
trust.pack    whom the tablets trusted, signed by the root key
"""
_UNSTATED = """\
Where the private keys of this centre are kept was not stated when this archive was made.
Without the centre's age identity (box.key) nothing in bundles/ and adopted/ can be read, by anybody.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """What one archive holds."""

    files: int
    size: int
    bundles: int
    adopted: int
    receipts: int
    unexplained: int
    """Responses whose form file is not among the documents: what was asked stands elsewhere."""
    sha256: str
    """Of the manifest: the name of this archive for a protocol or a register."""


def write_archive(
    store: Store, centre: Centre, online: SigningKey, out: Path, *, documents: Mapping[str, bytes], keys_kept: str
) -> Archived:
    """Write the archive into a new folder; it comes up complete or not at all.

    `documents` are the format description, forms and words under the names they get; `keys_kept` says where the private
    keys are.

    Raises:
        Refusal: `FILE_EXISTS`, or `FILE_MISSING` when a sealed file was taken away from the centre.
        WorldFault: `DISK_FULL` or `DISK_FAULT`.
    """
    if out.exists():
        raise Refusal(Code.FILE_EXISTS, path=out)
    unfinished = out.with_name(f".{out.name}.unfinished")
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        counts = _fill(store, centre, unfinished, documents, keys_kept)
        manifest = _manifest(unfinished)
        (unfinished / MANIFEST).write_bytes(manifest)
        (unfinished / f"{MANIFEST}.sig").write_bytes(sign(online, Namespace.ARCHIVE, manifest))
        unfinished.replace(out)
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise WorldFault(Code.DISK_FULL, path=out) from error
        raise WorldFault(Code.DISK_FAULT, path=out, why=error.strerror or "unknown") from error
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    files = [path for path in out.rglob("*") if path.is_file()]
    return Archived(
        files=len(files),
        size=sum(path.stat().st_size for path in files),
        **counts,
        sha256=hashlib.sha256(manifest).hexdigest(),
    )


def _fill(store: Store, centre: Centre, folder: Path, documents: Mapping[str, bytes], keys_kept: str) -> dict[str, int]:
    explained = {hashlib.sha256(data).hexdigest() for data in documents.values()}
    with store.reading() as ledger:
        devices, bundles, receipts = ledger.devices(), ledger.bundles(), ledger.receipts()
        unexplained = sum(one.response.form.hash not in explained for one in ledger.responses())
        emptied = {row.file for row in bundles if is_emptied(ledger, row)}
        decided = {"set_aside": ledger.every_review(), "responses": _decisions(ledger)}
        decided["transfers"] = [asdict(one) for one in ledger.transfers()]
        cleared = [device.dev for device in devices if ledger.ordered(device.dev)]
    for name, data in documents.items():
        _put(folder / name, data)
    _put(folder / "README.txt", _README.format(trial=centre.trial, centre=centre.id).encode())
    _put(folder / "keys.txt", (keys_kept or _UNSTATED).encode())
    _put(folder / "allowed_signers", _signers(store, centre))
    _put(folder / "devices.json", _json([_device(one) for one in devices]))
    _put(folder / "bundles.json", _json([_bundle(one, erased=one.file in emptied) for one in bundles]))
    _put(folder / "decisions.json", _json(decided))
    for name in ("centre.json", "trust.pack"):
        _copy(centre.folder / name, folder / name)
    for row in bundles:
        if row.file not in emptied:
            data = _sealed_file(row, centre).read(row.id, row.file)
            _put(folder / "bundles" / sealed_name(row.id, row.file), data)
    with store.reading() as ledger:
        for dev in sorted(cleared):
            _put(folder / "events" / f"{dev}.jsonl", write_events(tuple(ledger.events(dev))))
    adopted = [centre.adopted / f"{bundle}.db" for bundle, _, _ in receipts]
    for path in (path for path in adopted if path.is_file()):
        _copy(path, folder / "adopted" / path.name)
    for bundle, _, body in receipts:
        _put(folder / "receipts" / receipt_file(bundle), body)
    return {
        "bundles": len(bundles) - len(emptied),
        "adopted": sum(path.is_file() for path in adopted),
        "receipts": len(receipts),
        "unexplained": unexplained,
    }


def _signers(store: Store, centre: Centre) -> bytes:
    """Return the file for ``ssh-keygen -Y verify -f``: every tablet, and the two keys of the centre that sign."""
    own = (Namespace.RECEIPT, Namespace.PACK, Namespace.ARCHIVE)
    lines = (
        allowed_signers_line(CENTRE, own, centre.online),
        allowed_signers_line(ROOT, (Namespace.PACK,), centre.root),
    )
    return (allowed_signers(store) + "".join(f"{line}\n" for line in lines)).encode()


def _sealed_file(row: BundleRow, centre: Centre) -> SealedFiles:
    """Return where a sealed file lies."""
    for box in (centre.inbox, centre.quarantine):
        if box.holds(row.id, row.file):
            return box
    raise Refusal(Code.FILE_MISSING, path=sealed_name(row.id, row.file))


def _device(device: Device) -> dict[str, object]:
    return {
        "dev": device.dev,
        "site": device.site,
        "public": public_line(device.public),
        "enrolled_at": device.enrolled_at,
        "revoked_at": device.revoked_at,
    }


def _bundle(row: BundleRow, *, erased: bool) -> dict[str, object]:
    return {
        "file": None if erased else sealed_name(row.id, row.file),
        "sha256": row.file,
        "bundle": row.id,
        "dev": row.dev,
        "from": row.from_seq,
        "upto": row.upto,
        "status": row.status,
        "admitted_at": row.admitted_at,
        "opened_at": row.opened_at,
        "erased": erased,
    }


def _decisions(ledger: Ledger) -> list[dict[str, object]]:
    return [{**asdict(one), "beside": [list(other) for other in sorted(one.beside)]} for one in ledger.decisions()]


def _manifest(folder: Path) -> bytes:
    """Return one line for each file, as ``sha256sum`` writes and checks them."""
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return "".join(f"{_sha256(folder / path)}  {path}\n" for path in paths).encode()


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _json(plain: object) -> bytes:
    return (json.dumps(plain, indent=2, ensure_ascii=False) + "\n").encode()


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _copy(source: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, path)
