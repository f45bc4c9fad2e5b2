"""Flip single bits of files and say where a wrong value would have been shown as right."""

import random
import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from retnet_pro.errors import RetnetError
from retnet_pro.vault import verify
from retnet_pro.vault.log import open_log

Rows = list[tuple[int, bytes, bytes | None, str]]


def flipped(content: bytes, bit: int) -> bytes:
    """Return the content with one bit turned."""
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << (bit % 8)
    return bytes(changed)


def flips(content: bytes, count: int, seed: int) -> list[int]:
    """Return so many places of bits, each at most once as long as there are enough."""
    chance, bits = random.Random(seed), len(content) * 8
    return chance.sample(range(bits), count) if count <= bits else [chance.randrange(bits) for _ in range(count)]


def shown(path: Path) -> tuple[Rows, bool]:
    """Return the events an unsuspecting reader is shown, and whether a failure was named before their end."""
    seen: Rows = []
    try:
        with open_log(path) as log:
            for event in log.events():
                seen.append((event.header.seq, event.header_bytes, event.sealed, event.hash))
    except RetnetError:
        return seen, True
    return seen, False


def is_whole(path: Path) -> bool:
    """Whether the verifier finds nothing."""
    try:
        return verify.verify_log(path).first_break is None
    except RetnetError:
        return False


def flip_log(place: str, main: bytes, ahead: bytes, genuine: Rows, count: int, seed: int) -> tuple[int, list[str]]:
    """Flip bits of a log (of its write-ahead log, if there is one); return how many were noticed and what went wrong.

    Wrong is an event that is shown and is not the genuine one; and one that is missing without the reader or the
    verifier saying so. Of a write-ahead log the verifier cannot know what its end was, so there only the first counts.
    """
    # The same signature over the same bytes need not be checked ten thousand times.
    verify.is_signed = lru_cache(maxsize=4096)(verify.is_signed)  # type: ignore[attr-defined]
    noticed, wrong = 0, []
    with tempfile.TemporaryDirectory(dir=place) as folder:
        path = Path(folder) / "site.db"
        for bit in flips(ahead or main, count, seed):
            path.write_bytes(main if ahead else flipped(main, bit))
            wal = path.with_name("site.db-wal")
            wal.unlink(missing_ok=True)
            if ahead:
                wal.write_bytes(flipped(ahead, bit))
            sound = is_whole(path)
            seen, named = shown(path)
            noticed += named or not sound or seen != genuine
            if seen != genuine[: len(seen)]:
                wrong.append(f"bit {bit}: a wrong event is shown")
            elif sound and not named and not ahead and seen != genuine:
                wrong.append(f"bit {bit}: {len(seen)} of {len(genuine)} events are shown and nothing is noticed")
    return noticed, wrong


def flip_document(content: bytes, read: Callable[[bytes], object], count: int, seed: int) -> tuple[int, list[str]]:
    """Flip bits of a sealed or signed file; whatever is read all the same must be what was meant."""
    genuine, noticed, wrong = read(content), 0, []
    for bit in flips(content, count, seed):
        try:
            found = read(flipped(content, bit))
        except RetnetError:
            noticed += 1
            continue
        if found != genuine:
            wrong.append(f"bit {bit}: something else is read")
    return noticed, wrong
