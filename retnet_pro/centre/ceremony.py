"""The key ceremony: make the centre's keys in front of two people, apart from the first moment on, and try them.

``envelope-1/`` and ``envelope-2/`` each hold the root key and the box key and leave the machine sealed in paper;
``online/`` is the folder of the centre's server and holds the online key alone (security.md 2.3, 7.1).
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.packs import read_trust_pack
from retnet_pro.bundle.sshsig import Namespace, is_signed, sign
from retnet_pro.centre.folder import (
    Centre,
    Founded,
    open_centre,
    read_online_key,
    read_trust_file,
    whole_folder,
    write_centre,
)
from retnet_pro.centre.keys import BOX, ONLINE, ROOT, make_keys, read_identities, read_signing_key, write_secret
from retnet_pro.errors import Code, Refusal, RetnetError
from retnet_pro.record.seal import Sealer
from retnet_pro.record.unseal import Unsealer

ENVELOPES = ("envelope-1", "envelope-2")
SERVER = "online"
_SAMPLE = b"A sample, sealed and signed to try the new keys before anything real is."


def make_apart(folder: Path, founded: Founded, *, chance: Callable[[int], bytes]) -> Centre:
    """Make the keys and write each where it belongs; return the centre of the server.

    Raises:
        Refusal: `FILE_EXISTS`; nothing is overwritten.
        WorldFault: `DISK_FAULT`; nothing is left behind.
    """
    if folder.exists():
        raise Refusal(Code.FILE_EXISTS, path=folder)
    keys = make_keys(chance)
    with whole_folder(folder) as unfinished:
        write_centre(unfinished / SERVER, founded, keys, keys.files(ONLINE))
        for name in ENVELOPES:
            (unfinished / name).mkdir(mode=0o700)
            for file, secret in keys.files(ROOT, BOX).items():
                write_secret(unfinished / name / file, secret)
    return open_centre(folder / SERVER)


def try_keys(folder: Path, today: date) -> tuple[str, ...]:
    """Use every key as it was written, from each place it lies in; return what was tried, in words for the minutes.

    Raises:
        Refusal: `CEREMONY_STOPPED`, when one of them does not do what it is for.
    """
    centre = open_centre(folder / SERVER)
    trust = read_trust_file(centre)
    tried = []
    try:
        for name in ENVELOPES:
            root = read_signing_key(folder / name / ROOT)
            pack = read_trust_pack(trust, root=root.public, today=today, path=str(centre.trust_pack))
            demand(sign(root, Namespace.PACK, _signed_line(trust)) in trust, f"the root key of {name} signs otherwise")
            tried.append(f"The trust pack carries the signature of the root key in {name}.")
            sealed = Sealer([pack.recipient]).seal(_SAMPLE)
            opened = Unsealer(read_identities(folder / name / BOX)).unseal(sealed, what="the sample")
            demand(opened == _SAMPLE, f"the box key of {name} opens otherwise")
            tried.append(f"A sample sealed to the trust pack's recipient was opened with the box key in {name}.")
        armor = sign(read_online_key(centre), Namespace.RECEIPT, _SAMPLE)
        demand(is_signed(pack.online, Namespace.RECEIPT, _SAMPLE, armor), "the online key signs otherwise")
        tried.append(f"A sample signed with the key in {SERVER} was verified with the online key in the trust pack.")
        demand(pack.root == fingerprint(centre.root), "the trust pack names another root key")
        tried.append("The trust pack names the root key whose fingerprint stands on this paper.")
    except RetnetError as error:
        if error.code is Code.CEREMONY_STOPPED:
            raise
        raise Refusal(Code.CEREMONY_STOPPED, why=f"a new key failed its test ({error.code.value})") from error
    return tuple(tried)


def demand(holds: bool, why: str) -> None:
    """Return if it holds.

    Raises:
        Refusal: `CEREMONY_STOPPED`.
    """
    if not holds:
        raise Refusal(Code.CEREMONY_STOPPED, why=why)


def demand_two(persons: tuple[str, ...]) -> tuple[str, str]:
    """Return the names of the two people present.

    Raises:
        Refusal: `CEREMONY_STOPPED`, when they are not two, or no names.
    """
    names = tuple(" ".join(name.split()) for name in persons)
    demand(len(names) == 2, "it needs two persons, and no more")
    demand(all(2 <= len(name) <= 100 and name.isprintable() for name in names), "a person must be named to the minutes")
    demand(names[0].casefold() != names[1].casefold(), "the two persons must be different ones")
    return names[0], names[1]


def _signed_line(pack: bytes) -> bytes:
    return pack[: pack.index(b"\n") + 1]
