"""The vault beside its floors, measured in the same run: appending, verifying, logging in (performance targets 11, 14).

Every number comes with the floor it is held against: bare calls of the same libraries on the same bytes.
"""

import hashlib
import os
import sqlite3
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from pyrage import encrypt, x25519

from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.moment import Moment
from retnet_pro.record.chain import Draft, link
from retnet_pro.record.event import DeviceId, Kind, SessionId
from retnet_pro.record.seal import Sealer, write_payload
from retnet_pro.record.signing import EVENT_CONTEXT, SigningKey
from retnet_pro.record.unseal import make_identity
from retnet_pro.vault.log import EventLog, create_log, open_log
from retnet_pro.vault.slots import SlotBook
from retnet_pro.vault.verify import verify_log
from retnet_pro.vault.wrap import COST

Row = dict[str, object]

ROUNDS, TAPS = 5, int(os.environ.get("RETNET_PRO_BENCH_TAPS", "300"))
EVENTS = int(os.environ.get("RETNET_PRO_BENCH_EVENTS", "20000"))
SEED = bytes(range(32))
NOW = Moment(datetime(2026, 11, 23, 9, 0, tzinfo=UTC), 0, "b" * 32)
ANSWER = {"item": "q1", "value": 3, "replaces": None, "prompted": False, "shown_at": NOW.at}
DEVICE = DeviceId("d" * 32)


def run() -> list[Row]:
    """Measure everything; return rows of name, value, unit, floor and ratio."""
    with TemporaryDirectory() as folder:
        return [
            *_appending(Path(folder)),
            *_verifying(Path(folder)),
            *_opening(Path(folder)),
            *_logging_in(Path(folder)),
        ]


def _row(name: str, value: float, unit: str, floor: float) -> Row:
    return {
        "name": name,
        "value": round(value, 4),
        "unit": unit,
        "floor": round(floor, 4),
        "ratio": round(value / floor, 3),
    }


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def _draft(sealer: Sealer, number: int) -> Draft:
    sealed = sealer.seal_payload(ANSWER)
    ses = SessionId(f"{number // 30:032x}")
    return Draft(
        kind=Kind.ANSWER, who="participant", role="participant", ses=ses, n=number % 30, pack="c" * 64, sealed=sealed
    )


def _provision(log: EventLog, key: SigningKey) -> None:
    draft = Draft(kind=Kind.PROVISION, who="setup", role="setup", note={"device": DEVICE, "public": key.public.hex()})
    log.append(link(log.head(), draft, device=DEVICE, key=key, now=NOW, app="0.1.0"))


def _appending(folder: Path) -> list[Row]:
    recipients = [make_identity()[1], make_identity()[1]]
    sealer, key = Sealer(recipients), SigningKey(SEED)
    bare_key, bare_to = Ed25519PrivateKey.from_private_bytes(SEED), [x25519.Recipient.from_str(r) for r in recipients]
    header, payload = bytes(560), write_payload(ANSWER)
    raw = os.open(folder / "raw", os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    ours: list[float] = []
    floor: list[float] = []
    with create_log(folder / "append.db") as log:
        _provision(log, key)

        def tap() -> None:
            log.append(link(log.head(), _draft(sealer, log.head().seq), device=DEVICE, key=key, now=NOW, app="0.1.0"))

        def bare() -> None:
            sealed = encrypt(payload, bare_to)
            os.write(raw, header + sealed + bare_key.sign(EVENT_CONTEXT + header))
            os.fdatasync(raw)

        for _ in range(ROUNDS):
            floor += [_timed(bare) for _ in range(TAPS)]
            ours += [_timed(tap) for _ in range(TAPS)]
    os.close(raw)
    return [
        _row("durable sealed commit, p50", statistics.median(ours), "ms", statistics.median(floor)),
        _row("durable sealed commit, p99", _p99(ours), "ms", _p99(floor)),
    ]


def _p99(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


def _verifying(folder: Path) -> list[Row]:
    key, path = SigningKey(SEED), folder / "verify.db"
    _build(path, key)
    raw = sqlite3.connect(path)
    bytes_only = raw.execute("SELECT header, sealed, sig FROM event ORDER BY seq").fetchall()
    raw.close()
    public = Ed25519PublicKey.from_public_bytes(key.public)

    def bare() -> None:
        for header, sealed, sig in bytes_only:
            hashlib.sha256(header).digest()
            if sealed is not None:
                hashlib.sha256(sealed).digest()
            public.verify(sig, EVENT_CONTEXT + header)

    floor, ours = [], []
    for _ in range(3):
        floor.append(_timed(bare))
        ours.append(_timed(lambda: verify_log(path)))
    per_100k = 100_000 / len(bytes_only) / 1000
    return [_row("verify 100,000 events", statistics.median(ours) * per_100k, "s", statistics.median(floor) * per_100k)]


def _build(path: Path, key: SigningKey) -> None:
    """Fill a log quickly: one sealed payload for all, and no sync, because only reading is measured."""
    draft = _draft(Sealer([make_identity()[1], make_identity()[1]]), 0)

    def hasty(path: Path) -> sqlite3.Connection:
        return sqlite3.connect(path, factory=_Hasty, isolation_level=None)

    with create_log(path, connect=hasty) as log:
        _provision(log, key)
        for _ in range(EVENTS - 1):
            log.append(link(log.head(), draft, device=DEVICE, key=key, now=NOW, app="0.1.0"))


class _Hasty(sqlite3.Connection):
    def execute(self, statement: str, values: object = ()) -> sqlite3.Cursor:
        return super().execute(
            "PRAGMA synchronous=OFF" if statement == "PRAGMA synchronous=FULL" else statement, values
        )


def _opening(folder: Path) -> list[Row]:
    """Opening a long log against an empty one: it must not grow with history."""
    create_log(folder / "empty.db").close()

    def opened(path: Path) -> Callable[[], None]:
        return lambda: open_log(path).close()

    empty = statistics.median(_timed(opened(folder / "empty.db")) for _ in range(9))
    long = statistics.median(_timed(opened(folder / "verify.db")) for _ in range(9))
    return [_row(f"open a log of {EVENTS} events, against an empty one", long, "ms", empty)]


def _logging_in(folder: Path) -> list[Row]:
    with create_log(folder / "login.db") as log:
        book = SlotBook(log, bytes(32), os.urandom)
        book.add(Person("nurse", "Nurse Demo", Role.NURSE), "four calm grey herons", (make_identity()[0],))

        def bare() -> None:
            slow = Argon2id(salt=bytes(16), length=32, iterations=COST.passes, lanes=COST.lanes, memory_cost=COST.kib)
            slow.derive(b"four calm grey herons")

        floor, ours = [], []
        for _ in range(3):
            floor.append(_timed(bare))
            ours.append(_timed(lambda: book.unlock("nurse", "four calm grey herons", NOW)))
    return [_row("login: open a slot", statistics.median(ours) / 1000, "s", statistics.median(floor) / 1000)]


if __name__ == "__main__":
    for row in run():
        print(row)
