"""Say what is in a bundle without believing it and without showing an answer: for a coordinator, monitor or auditor."""

from collections import Counter
from pathlib import Path

from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.naming import BUNDLE_LIMIT, SIGNATURE_LIMIT
from retnet_pro.bundle.opening import Container, Expected, open_container, read_bundle
from retnet_pro.bundle.sshsig import Namespace, is_signed, signer_of
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.record.unseal import Unsealer

_IDENTITY = "an age identity file, with a line that begins with AGE-SECRET-KEY-1"


def inspect_bundle(path: Path, identity: Path | None) -> dict[str, object]:
    """Return the facts of a bundle file, opened with the age identity in a file.

    ``first_bad`` is None when its events are one unbroken chain of the key whose fingerprint is given, else the number
    of the first bad event, or 0 when the bundle as a whole is not in order. Whether the key is that of an enrolled
    tablet, only the centre's list can say.

    Raises:
        Refusal: `FILE_MISSING`, `FILE_UNFIT` (also for a key file that holds no key), `BUNDLE_TOO_LARGE`.
        Tamper: `SEAL_BROKEN`, `BUNDLE_BROKEN`, `BUNDLE_UNSIGNED`.
    """
    untrusted = _read(path)
    try:
        unsealer = Unsealer(read_identities(identity))
    except ValueError as error:
        raise Refusal(Code.FILE_UNFIT, path=identity, wanted=_IDENTITY) from error
    container = open_container(untrusted, unsealer, path=path.name)
    public = signer_of(container.signature)
    if public is None:
        raise Tamper(Code.BUNDLE_UNSIGNED, path=path.name, why="its manifest carries no signature")
    facts = {**_stated(container, public), "signature_beside": _outer(path, untrusted, public)}
    manifest = container.manifest
    expected = Expected(manifest.trial, manifest.to, manifest.site, manifest.dev, public)
    try:
        events = read_bundle(container, expected).events
    except Tamper as fault:
        why = fault.facts.get("why", fault.code.value)
        return {**facts, "events": 0, "erased": 0, "kinds": {}, "first_bad": fault.facts.get("seq", 0), "why": why}
    kinds = Counter(event.header.kind.value for event in events)
    erased = sum(event.sealed is None and event.header.seal is not None for event in events)
    return {**facts, "events": len(events), "erased": erased, "kinds": dict(kinds), "first_bad": None, "why": None}


def _stated(container: Container, public: bytes) -> dict[str, object]:
    manifest = container.manifest
    return {
        "bundle": container.id,
        "trial": manifest.trial,
        "site": manifest.site,
        "to": manifest.to,
        "device": manifest.dev,
        "key": fingerprint(public),
        "from": manifest.after.seq + 1,
        "upto": manifest.upto.seq,
        "head": manifest.upto.hash,
        "packs": list(manifest.packs),
        "responses": sum(name.startswith("responses/") for name in container.files),
    }


def _outer(path: Path, data: bytes, public: bytes) -> str:
    """Return whether the signature file beside the bundle is there; one that is not genuine is refused.

    Raises:
        Tamper: `BUNDLE_UNSIGNED`.
    """
    beside = path.with_name(f"{path.name}.sig")
    if not beside.is_file():
        return "missing; only the signatures inside were checked"
    if not is_signed(public, Namespace.BUNDLE, data, beside.read_bytes()[:SIGNATURE_LIMIT]):
        raise Tamper(Code.BUNDLE_UNSIGNED, path=path.name, why="the signature file beside it is not genuine")
    return "genuine"


def _read(path: Path) -> bytes:
    if path.is_dir():
        raise Refusal(Code.FILE_UNFIT, path=path, wanted="a bundle (.age)")
    try:
        with path.open("rb") as file:
            return file.read(BUNDLE_LIMIT + 1)
    except OSError as error:
        raise Refusal(Code.FILE_MISSING, path=path) from error


def read_identities(path: Path | None) -> list[str]:
    """Return the identities of an age identity file; its other lines are comments.

    Raises:
        Refusal: `FILE_MISSING` or `FILE_UNFIT`.
    """
    if path is None:
        raise Refusal(
            Code.FILE_UNFIT, path="A bundle alone", wanted="name the centre's age key too, with --identity FILE"
        )
    try:
        lines = path.read_text(encoding="ascii").splitlines()
    except OSError as error:
        raise Refusal(Code.FILE_MISSING, path=path) from error
    except UnicodeDecodeError as error:
        raise Refusal(Code.FILE_UNFIT, path=path, wanted=_IDENTITY) from error
    found = [line.strip() for line in lines if line.startswith("AGE-SECRET-KEY-")]
    if not found:
        raise Refusal(Code.FILE_UNFIT, path=path, wanted=_IDENTITY)
    return found
