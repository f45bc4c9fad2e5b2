"""A PostgreSQL of our own in a temporary folder, for the tests that need the real thing; nobody else can reach it.

It listens on a socket in that folder only. Its superuser is let in without a password, everybody else needs one.
A run that was killed leaves its server behind; the next one that starts a server stops that one and removes its folder.
"""

import fcntl
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path

import psycopg

_PREFIX = "retnet-pg-"
_RUN = "run.lock"
"""Locked in a server's folder for as long as the run that started it lives; the system lets go of it when that dies."""
_OWNER = "owner"
_RULES = f"local all {_OWNER} trust\nlocal all all scram-sha-256\n"
_SETTINGS = "listen_addresses = ''\nmax_connections = 40\nshared_buffers = 128MB\n"
_HASTY = "fsync = off\n"
"""For tests, which never cut the power of the machine; what is measured waits for the disk as it should."""


def find_programs() -> Path | None:
    """Return the folder of the server's programs; Debian keeps them out of the PATH."""
    found = shutil.which("initdb")
    places = [Path(found).parent] if found else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((place for place in places if (place / "initdb").exists() and (place / "pg_ctl").exists()), None)


class Postgres:
    """One server; every test gets a database of its own."""

    def __init__(self, programs: Path, *, is_hasty: bool = True) -> None:
        self._programs = programs
        remove_left_behind(programs)
        self.folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._run_lock = _hold(self.folder)
        self._user: str | None = None
        if os.geteuid() == 0:  # the server refuses to run as root
            self._user = next(name for name in ("postgres", "nobody") if _has_user(name))
            shutil.chown(self.folder, self._user)
        self._numbers = count(1)
        data = self.folder / "data"
        self._run("initdb", "-D", str(data), "-U", _OWNER, "-A", "trust", "-N", "--locale=C.UTF-8", "-E", "UTF8")
        with (data / "postgresql.conf").open("a", encoding="ascii") as settings:
            settings.write(f"{_SETTINGS}{_HASTY if is_hasty else ''}unix_socket_directories = '{self.folder}'\n")
        (data / "pg_hba.conf").write_text(_RULES, encoding="ascii")
        self.start()

    def start(self) -> None:
        """Let the server run; returns when it answers."""
        self._control("start", "-l", str(self.folder / "log"))

    def stop(self, mode: str = "fast") -> None:
        """Stop it; `immediate` is what a power cut looks like to its clients."""
        self._control("stop", "-m", mode)

    def remove(self) -> None:
        """Stop it for good."""
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)
        os.close(self._run_lock)

    def database(self, like: str = "") -> str:
        """Make an empty database, or a copy of another one nobody is connected to, and return its URL."""
        name = f"centre_{next(self._numbers)}"
        self.say(f"CREATE DATABASE {name}{f' TEMPLATE {like}' if like else ''}", "postgres")
        return self.url(name)

    def url(self, name: str, user: str = _OWNER) -> str:
        """Return the URL of a database here; `user` may bring a password after a colon."""
        return f"postgresql://{user}@/{name}?host={self.folder}"

    def say(self, words: str, name: str) -> list[tuple[object, ...]]:
        """Say something to a database in its own language, as its owner; return the rows it answers."""
        with psycopg.connect(host=str(self.folder), user=_OWNER, dbname=name, autocommit=True) as connection:
            answered = connection.execute(words.encode())
            return answered.fetchall() if answered.description else []

    def _control(self, *words: str) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-s", *words)

    def _run(self, program: str, *words: str) -> None:
        _run(self._programs / program, *words, user=self._user)


def remove_left_behind(programs: Path) -> tuple[Path, ...]:
    """Stop the servers of runs that are dead and remove their folders; return which those were.

    A folder whose run lives is locked by it, one without a lock file is none of ours or just being made: both stay. A
    process is ended only where its own command line names the data of that folder.
    """
    removed = []
    for folder in sorted(Path(tempfile.gettempdir()).glob(f"{_PREFIX}*")):
        with _abandoned(folder) as is_abandoned:
            if is_abandoned:
                if _is_running(folder / "data"):
                    owner = pwd.getpwuid((folder / "data").stat().st_uid).pw_name
                    user = owner if os.geteuid() == 0 else None
                    _run(
                        programs / "pg_ctl",
                        "-D",
                        str(folder / "data"),
                        "-w",
                        "-s",
                        "stop",
                        "-m",
                        "immediate",
                        user=user,
                    )
                shutil.rmtree(folder, ignore_errors=True)
                removed.append(folder)
    return tuple(removed)


def _hold(folder: Path) -> int:
    """Lock a folder for this run; the file gets its name once it is locked, so that nobody finds it open."""
    unnamed = folder / f"{_RUN}.part"
    lock = os.open(unnamed, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX)
    unnamed.rename(folder / _RUN)
    return lock


@contextmanager
def _abandoned(folder: Path) -> Iterator[bool]:
    """Whether the run that locked this folder is dead; while this lasts, no other run cleans up here."""
    try:
        file = (folder / _RUN).open("rb")
    except OSError:
        yield False
        return
    with closing(file):
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield not folder.is_symlink()


def _is_running(data: Path) -> bool:
    """Whether the process that this server noted is there and is this server, not another one with its number."""
    with suppress(OSError, IndexError, ValueError):
        pid = int((data / "postmaster.pid").read_text().splitlines()[0])
        return os.fsencode(data) in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    return False


def _run(program: Path, *words: str, user: str | None) -> None:
    # to a file: a server that was started keeps what it writes to open
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(
            [str(program), *words],
            stdout=said, stderr=said, stdin=subprocess.DEVNULL, user=user, cwd="/", check=False,
        )  # fmt: skip
        said.seek(0)
        assert done.returncode == 0, said.read().decode(errors="replace")


def _has_user(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True
