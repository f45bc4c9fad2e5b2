"""Which tablets the centre knows. A person compares a fingerprint by eye before a key is believed (security.md 7.3)."""

from collections.abc import Iterable
from dataclasses import dataclass

from retnet_pro.bundle.fingerprint import fingerprint, is_same
from retnet_pro.bundle.naming import SIGNATURE_LIMIT, BundleId, bundle_of, signature_file
from retnet_pro.bundle.sshsig import Namespace, allowed_signers_line, signer_of
from retnet_pro.centre.act_ledger import Closure
from retnet_pro.centre.store import Device, Ledger, Store
from retnet_pro.conduct.ports import Transport
from retnet_pro.errors import Code, Refusal, RetnetError
from retnet_pro.record.event import DeviceId


@dataclass(frozen=True, slots=True)
class Applicant:
    """A key that signs bundles but is not enrolled: who it is, a person must find out."""

    public: bytes
    fingerprint: str
    bundles: tuple[BundleId, ...]
    """Empty, when it asked over the network, where only its signature was kept."""


def applicants(store: Store, transport: Transport, asked: Iterable[bytes] = ()) -> tuple[Applicant, ...]:
    """Return the unknown keys whose bundles wait at the meeting place, in order of fingerprint.

    `asked` are the keys of tablets that asked over the network (see `waiting`).
    """
    with store.reading() as ledger:
        known = {device.public for device in ledger.devices()}
    waiting: dict[bytes, list[BundleId]] = {public: [] for public in asked if public not in known}
    for name in transport.names():
        bundle = bundle_of(name)
        public = None if bundle is None else _signer(transport, bundle)
        if bundle is not None and public is not None and public not in known:
            waiting.setdefault(public, []).append(bundle)
    found = (Applicant(public, fingerprint(public), tuple(bundles)) for public, bundles in waiting.items())
    return tuple(sorted(found, key=lambda applicant: applicant.fingerprint))


def enrol(store: Store, *, dev: DeviceId, site: str, public: bytes, typed: str, at: str) -> Device:
    """Enrol a tablet whose fingerprint a person read from the tablet itself and typed here (rule P48).

    Raises:
        Refusal: `FINGERPRINT_DIFFERS`, `DEVICE_EXISTS`.
    """
    if not is_same(typed, public):
        raise Refusal(Code.FINGERPRINT_DIFFERS, device=dev)
    device = Device(dev, site, public, at, None)
    with store.writing() as ledger:
        if ledger.device(dev) is not None or ledger.device_of(public) is not None:
            raise Refusal(Code.DEVICE_EXISTS, device=dev)
        ledger.add_device(device)
    return device


def revoke(store: Store, *, dev: DeviceId, at: str, by: str = "", why: str = "") -> None:
    """Close a lost or replaced tablet: its later bundles go to quarantine, its received past stays (rule P47).

    The first closing counts, with its time and reason.

    Raises:
        Refusal: `DEVICE_UNKNOWN`.
    """
    with store.writing() as ledger:
        known_device(ledger, dev)
        close(ledger, Closure(dev=dev, at=at, by=by, why=why))


def close(ledger: Ledger, closure: Closure) -> None:
    """Close a known tablet in the caller's transaction; see `revoke`."""
    ledger.revoke(closure.dev, closure.at)
    ledger.note_closure(closure)


def known_device(ledger: Ledger, dev: DeviceId) -> Device:
    """Return an enrolled tablet.

    Raises:
        Refusal: `DEVICE_UNKNOWN`.
    """
    device = ledger.device(dev)
    if device is None:
        raise Refusal(Code.DEVICE_UNKNOWN, device=dev)
    return device


def allowed_signers(store: Store) -> str:
    """Return the file for ``ssh-keygen -Y verify -f``: every enrolled tablet, revoked ones included for their past."""
    with store.reading() as ledger:
        devices = ledger.devices()
    lines = (allowed_signers_line(device.dev, (Namespace.BUNDLE,), device.public) for device in devices)
    return "".join(f"{line}\n" for line in lines)


def _signer(transport: Transport, bundle: BundleId) -> bytes | None:
    try:
        return signer_of(transport.get(signature_file(bundle))[:SIGNATURE_LIMIT])
    except RetnetError:
        return None
