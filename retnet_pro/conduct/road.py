"""The road over the network to the centre: its address and the one certificate or host key that is believed there."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from retnet_pro.bundle.fingerprint import fingerprint_digest, fingerprint_of_line
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.record.event import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Road:
    """Where the centre's server is, and what shows that it is the centre's."""

    address: str
    """Such as ``https://centre.example:8443`` or ``sftp://site01@drop.example/retnet``."""
    certificate: str
    """HTTPS, PEM: the server's own certificate, or that of who signed it. SFTP: the server's public host key."""

    @property
    def is_sftp(self) -> bool:
        """Whether bundles go into a folder of an SFTP server."""
        return self.address.startswith("sftp://")

    @property
    def place(self) -> str:
        """What people are told, e.g. ``centre.example:8443``; no login name is in it."""
        return self.address.partition("://")[2].partition("/")[0].rpartition("@")[2]

    @property
    def sha256(self) -> str:
        """Name of the text of the certificate or host key, to compare it with the file that was given out."""
        return hashlib.sha256(self.certificate.encode()).hexdigest()

    @property
    def pinned(self) -> str:
        """Fingerprint of what is believed there: of the host key as ``ssh-keygen -l`` prints it, or of that file."""
        if self.is_sftp:
            return fingerprint_of_line(self.certificate)
        return fingerprint_digest(hashlib.sha256(self.certificate.encode()).digest())


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadKeys:
    """Fingerprints of the keys of the road, in OpenSSH's form; '' where there is none."""

    host_key: str = ""
    certificate: str = ""
    login: str = ""
    """Of the key this tablet logs in with at an SFTP server."""


def road_keys(road: Road | None, login: str) -> RoadKeys:
    """Return what is compared over the telephone about a road; `login` is the public line of the login key."""
    if road is None:
        return RoadKeys()
    if road.is_sftp:
        return RoadKeys(host_key=road.pinned, login=fingerprint_of_line(login))
    return RoadKeys(certificate=road.pinned)


def set_road(pen: Pen, keep: Callable[[Road | None], None], road: Road | None, *, by: Person) -> None:
    """Set the road to the centre, or go without one, and write down who did. Folders and sticks work all the same.

    Raises:
        Refusal: `NOT_ALLOWED`; nothing was changed.
    """
    demand(by.role, Right.KEEP_DEVICE)
    note: dict[str, object] = {"what": "road", "address": None, "certificate": None}
    if road is not None:
        note |= {"address": road.address, "certificate": road.sha256}
    pen.write(Kind.SETTING, note, who=by.user, role=by.role.value)
    keep(road)
