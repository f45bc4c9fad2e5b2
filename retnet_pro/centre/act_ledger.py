"""What people at the centre decided: packs they issued, tablets they closed or moved, who may see the web page."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from sqlalchemy import Connection, insert, select, update

from retnet_pro.centre.tables import CLOSURE, ISSUED, TRANSFER, VISITOR
from retnet_pro.record.event import DeviceId


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPack:
    """One signed pack that left this centre."""

    sha256: str
    kind: str
    id: str
    version: int
    at: str
    by: str
    why: str
    body: bytes
    """The whole file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """Why a tablet was closed."""

    dev: DeviceId
    at: str
    by: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A tablet left one site and was set up anew, under another id, at another one."""

    old: DeviceId
    new: DeviceId
    at: str
    by: str
    why: str
    lacking: tuple[str, ...] = ()
    """What was missing of the old one when somebody moved it all the same; empty where nothing was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Somebody who may look at the web page, or might once."""

    name: str
    kept: str = field(repr=False)
    """Slow hash of the passphrase."""
    added_at: str
    removed_at: str | None = None


class ActLedger:
    """The part of the ledger that keeps decisions; nothing in it is ever changed or removed."""

    def __init__(self, connection: Connection) -> None:
        """Take the open connection."""
        self._db = connection

    def keep_issued(self, pack: IssuedPack) -> None:
        """Note a pack; noting the same one twice does nothing."""
        if self._db.execute(select(ISSUED.c.sha256).where(ISSUED.c.sha256 == pack.sha256)).first() is None:
            self._db.execute(insert(ISSUED).values(asdict(pack)))

    def issued(self) -> tuple[IssuedPack, ...]:
        """Return every pack, in order of kind, id, version and time."""
        columns = ISSUED.c
        query = select(ISSUED).order_by(columns.kind, columns.id, columns.version, columns.at, columns.sha256)
        return tuple(IssuedPack(**row) for row in self._db.execute(query).mappings())

    def newest_issued(self) -> Mapping[tuple[str, str], IssuedPack]:
        """Return the newest pack of each kind and id."""
        return {(pack.kind, pack.id): pack for pack in self.issued()}

    def newest_names(self) -> tuple[tuple[str, str, str], ...]:
        """Return (kind, id, SHA-256) of the newest pack of each kind and id, without reading their bodies."""
        columns = ISSUED.c
        order = (columns.kind, columns.id, columns.version, columns.at, columns.sha256)
        rows = self._db.execute(select(columns.kind, columns.id, columns.sha256).order_by(*order))
        return tuple(
            (kind, pack, sha256) for (kind, pack), sha256 in {(row[0], row[1]): row[2] for row in rows}.items()
        )

    def issued_body(self, sha256: str) -> bytes | None:
        """Return the file of a pack."""
        return self._db.execute(select(ISSUED.c.body).where(ISSUED.c.sha256 == sha256)).scalar()

    def note_closure(self, closure: Closure) -> None:
        """Note why a tablet was closed; the first reason stays."""
        if self.closure(closure.dev) is None:
            self._db.execute(insert(CLOSURE).values(asdict(closure)))

    def closure(self, dev: DeviceId) -> Closure | None:
        """Return why a tablet was closed, if it was."""
        row = self._db.execute(select(CLOSURE).where(CLOSURE.c.dev == dev)).mappings().first()
        return None if row is None else Closure(**row)

    def add_transfer(self, transfer: Transfer) -> None:
        """Keep that a tablet moved; it does so once, and no tablet comes from two."""
        self._db.execute(insert(TRANSFER).values({**asdict(transfer), "lacking": list(transfer.lacking)}))

    def transfers(self) -> tuple[Transfer, ...]:
        """Return every transfer, in order of time and of the old tablet."""
        rows = self._db.execute(select(TRANSFER).order_by(TRANSFER.c.at, TRANSFER.c.old)).mappings()
        return tuple(Transfer(**{**row, "lacking": tuple(row["lacking"])}) for row in rows)

    def add_visitor(self, visitor: Visitor) -> None:
        """Let somebody look at the web page; a name is never given twice."""
        self._db.execute(insert(VISITOR).values(asdict(visitor)))

    def remove_visitor(self, name: str, at: str) -> None:
        """Let somebody no longer look; that they might stays known."""
        current = (VISITOR.c.name == name, VISITOR.c.removed_at.is_(None))
        self._db.execute(update(VISITOR).where(*current).values(removed_at=at))

    def visitor(self, name: str) -> Visitor | None:
        """Return the visitor of this name, also a removed one."""
        row = self._db.execute(select(VISITOR).where(VISITOR.c.name == name)).mappings().first()
        return None if row is None else Visitor(**row)

    def visitors(self) -> tuple[Visitor, ...]:
        """Return all visitors, also removed ones, in order of name."""
        return tuple(Visitor(**row) for row in self._db.execute(select(VISITOR).order_by(VISITOR.c.name)).mappings())
