"""Packs the centre signs for its tablets: forms, wordings, the study, who must leave. Each is noted and posted."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from retnet_pro.bundle.naming import pack_file
from retnet_pro.bundle.packs import PackKind, claim_of, make_pack
from retnet_pro.bundle.sshsig import Namespace, sign, signer_of
from retnet_pro.centre.act_ledger import IssuedPack
from retnet_pro.centre.folder import Centre, read_trust_file
from retnet_pro.centre.store import Store
from retnet_pro.conduct.ports import Transport
from retnet_pro.record.signing import SigningKey

VALID = timedelta(days=365)
"""How long a tablet may take a pack in, unless the centre says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a person at the centre wants to issue, and why."""

    kind: PackKind
    id: str
    body: Mapping[str, object]
    by: str
    why: str
    valid: timedelta = VALID


def issue(store: Store, online: SigningKey, order: Order, now: datetime) -> IssuedPack:
    """Sign a pack as the next version of its kind and id, and note it."""
    at = now.isoformat(timespec="milliseconds")
    with store.writing() as ledger:
        before = ledger.newest_issued().get((order.kind.value, order.id))
        version = before.version + 1 if before else 1
        body = make_pack(order.kind, version, order.body, online, issued=now.date(), expires=now.date() + order.valid)
        pack = IssuedPack(
            sha256=hashlib.sha256(body).hexdigest(),
            kind=order.kind.value,
            id=order.id,
            version=version,
            at=at,
            by=order.by,
            why=order.why,
            body=body,
        )
        ledger.keep_issued(pack)
    return pack


def post_packs(store: Store, centre: Centre, online: SigningKey, transport: Transport) -> int:
    """Put the newest pack of each kind and id at the meeting place, and the trust pack once it was renewed.

    A pack that an older online key signed is signed again: tablets that know the new key only would refuse it.
    Recoveries are not put there again; each is for one occasion.

    Raises:
        Refusal: `FILE_MISSING`, when the centre's own trust pack is gone.
        WorldFault: the meeting place cannot be reached, or a disk failed.
    """
    trust = read_trust_file(centre)
    bodies = [trust] if claim_of(trust, path=str(centre.trust_pack)).version > 1 else []
    with store.writing() as ledger:
        for pack in ledger.newest_issued().values():
            if pack.kind == PackKind.RECOVERY:
                continue
            body = signed_anew(pack.body, online, Namespace.PACK)
            if body != pack.body:
                ledger.keep_issued(replace(pack, sha256=hashlib.sha256(body).hexdigest(), body=body))
            bodies.append(body)
    for body in bodies:
        transport.put(pack_file(hashlib.sha256(body).hexdigest()), body)
    return len(bodies)


def signed_anew(document: bytes, key: SigningKey, namespace: Namespace) -> bytes:
    """Return a signed document under this key; unchanged, when it is already."""
    end = document.index(b"\n") + 1
    if signer_of(document[end:]) == key.public:
        return document
    return document[:end] + sign(key, namespace, document[:end])
