"""A wire that fails: passes bytes between a tablet and a server on loopback, and breaks in one way at a time.

It sees what anybody on the way sees, TLS records, and can do what anybody on the way can do: refuse, reset, stall,
dribble, cut, answer rubbish, flip a bit, lead to another server, lose an answer. Ports are chosen by the system.

Fault model: one fault for each connection, on a byte drawn by chance; loss and reordering of packets inside a
connection are the kernel's affair and not played here.
"""

import asyncio
import random
import socket
import struct
import threading
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from types import TracebackType

LOOPBACK = "127.0.0.1"
NONE = "no fault"
SLOW = ("stalled", "dribbling")
KINDS = (
    "refused",
    "reset at once",
    "reset in the request",
    "reset in the answer",
    "garbage",
    "cut off",
    "wrong certificate",
    "late answer",
    "low rate",
    "answer lost",
    "altered on the way there",
    "altered on the way back",
    *SLOW,
)
_UP, _DOWN = (500, 1_100, 7_000), (700, 2_500)
"""Among so many bytes one is drawn: those of the handshake, of a small request or answer, of a small bundle."""
_SLICE = 1024
_SLICE_S = _SLICE / 64_000
"""A slice every so many seconds is 512 kbit/s."""


class FaultProxy:
    """Stands before a server. Set `kind` before each call; runs in a thread of its own."""

    def __init__(self, server: int, impostor: int, answered: Callable[[], int], chance: random.Random) -> None:
        """Take the ports of both servers, what tells how many requests the real one answered, and chance."""
        self.kind = NONE
        self.met: Counter[str] = Counter()
        self._server, self._impostor, self._answered, self._chance = server, impostor, answered, chance
        self._nobody = socket.socket()
        self._nobody.bind((LOOPBACK, 0))  # bound and not listening: it refuses

    @property
    def address(self) -> str:
        """Where the next call is to go."""
        refuses = self.kind == "refused"
        self.met["refused"] += refuses
        return f"https://{LOOPBACK}:{self._nobody.getsockname()[1] if refuses else self._port}"

    def __enter__(self) -> "FaultProxy":
        ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run(ready)), daemon=True)
        self._thread.start()
        assert ready.wait(30)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join(30)
        self._nobody.close()
        assert not self._thread.is_alive()

    async def _run(self, ready: threading.Event) -> None:
        self._loop, self._over = asyncio.get_running_loop(), asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        listening = await asyncio.start_server(self._begin, LOOPBACK, 0)
        self._port = listening.sockets[0].getsockname()[1]
        ready.set()
        await self._over.wait()
        listening.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._meet(self.kind, reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _meet(self, kind: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.met[kind] += 1
        if kind == "reset at once":
            return _reset(writer)
        if kind == "garbage":
            with suppress(OSError):
                await reader.read(_SLICE)
                writer.write(self._chance.randbytes(self._chance.randrange(1, 3000)))
                await writer.drain()
            return writer.close()
        port = self._impostor if kind == "wrong certificate" else self._server
        there, to = await asyncio.open_connection(LOOPBACK, port)
        wire = Wire(kind, self._chance, self._answered)
        pumps = [
            asyncio.create_task(_pump(reader, to, wire.up)),
            asyncio.create_task(_pump(there, writer, wire.down)),
        ]
        try:
            await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for pump in pumps:
                pump.cancel()
            await asyncio.gather(*pumps, return_exceptions=True)
            for end in (to, writer):
                _reset(end) if wire.resets else end.close()


class Wire:
    """What happens to the bytes of one connection."""

    def __init__(self, kind: str, chance: random.Random, answered: Callable[[], int]) -> None:
        self.kind, self.resets = kind, False
        self._answered, self._before = answered, answered()
        self._up = chance.randrange(1, _UP[1] if kind == "stalled" else chance.choice(_UP))
        self._down = chance.randrange(1, chance.choice(_DOWN))
        self._bit = 1 << chance.randrange(8)

    async def up(self, data: bytes, send: Callable[[bytes], Awaitable[None]]) -> bool:
        """Pass on what the tablet says; return whether to go on."""
        at, self._up = self._up, self._up - len(data)
        strikes = at > 0 >= self._up
        match self.kind:
            case "reset in the request" if strikes:
                self.resets = True
                await send(data[:at])
                return False
            case "stalled" if at <= 0 or strikes:
                await send(data[: max(at, 0)])
                return True
            case "altered on the way there" if strikes:
                data = _flipped(data, at - 1, self._bit)
            case "low rate":
                return await _slowly(data, _SLICE, send)
        await send(data)
        return True

    async def down(self, data: bytes, send: Callable[[bytes], Awaitable[None]]) -> bool:
        """Pass on what the server says; return whether to go on."""
        at, self._down = self._down, self._down - len(data)
        strikes = at > 0 >= self._down
        match self.kind:
            case "answer lost" if self._answered() > self._before:
                self.resets = True
                return False
            case "reset in the answer" | "cut off" if strikes:
                self.resets = self.kind != "cut off"
                await send(data[:at])
                return False
            case "altered on the way back" if strikes:
                data = _flipped(data, at - 1, self._bit)
            case "dribbling":
                return await _slowly(data, 1, send)
            case "low rate":
                return await _slowly(data, _SLICE, send)
            case "late answer":
                await asyncio.sleep(0.1)
        await send(data)
        return True


Passes = Callable[[bytes, Callable[[bytes], Awaitable[None]]], Awaitable[bool]]


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, passes: Passes) -> None:
    async def send(data: bytes) -> None:
        writer.write(data)
        await writer.drain()

    with suppress(OSError):
        while data := await reader.read(65536):
            if not await passes(data, send):
                return


async def _slowly(data: bytes, size: int, send: Callable[[bytes], Awaitable[None]]) -> bool:
    for at in range(0, len(data), size):
        await send(data[at : at + size])
        await asyncio.sleep(_SLICE_S)
    return True


def _flipped(data: bytes, at: int, bit: int) -> bytes:
    return data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :]


def _reset(writer: asyncio.StreamWriter) -> None:
    """Close with a reset instead of a farewell."""
    line = writer.get_extra_info("socket")
    with suppress(OSError):
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
