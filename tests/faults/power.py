"""What a disk can hold after the power went away in the middle of recorded work.

A recording is a list of steps: writes, cuts, syncs, changes of names, and what was said. `Disk` replays them and knows
at each moment what is certain (synced) and what is only on its way. `after_a_cut` then builds what may be found: of
what is on its way everything, nothing, some of it, or some sectors of 512 bytes of it.

The model: the content of a file is certain after fsync or fdatasync of it; a name (made, renamed, removed) is certain
after fsync of its folder and not before, which is stricter than the journals of ext4 and APFS. Names on their way
survive in their order or, in every second state, in any choice. What was synced is kept by the disk: a drive that lies
about flushing is not modelled, nor are the metadata of any particular file system.
"""

import json
import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
FOLDER = -1
CALLS = (
    "openat,open,creat,close,read,write,pwrite64,writev,pwritev,pwritev2,fsync,fdatasync,ftruncate,truncate,unlink,"
    "unlinkat,rename,renameat,renameat2,mkdir,mkdirat,rmdir,sendto,lseek,fallocate,link,linkat,symlink,symlinkat,"
    "copy_file_range,sendfile,dup,dup2,dup3"
)
"""Every call by which a file or a name could change, so that one this reader does not know is noticed."""


@dataclass(frozen=True, slots=True)
class Written:
    inode: int
    at: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Resized:
    inode: int
    size: int


@dataclass(frozen=True, slots=True)
class Synced:
    inode: int


@dataclass(frozen=True, slots=True)
class Named:
    """Names that changed together: path to inode, None for a name that went, `FOLDER` for a new folder."""

    names: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class FolderSynced:
    folder: str


@dataclass(frozen=True, slots=True)
class SaidSo:
    told: list[object]


Step = Written | Resized | Synced | Named | FolderSynced | SaidSo
Files = Mapping[str, bytes]

_LINE = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")


def files_below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def folders_below(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir()]


class Recording:
    """Reads what ``strace -xx`` wrote about the files below one folder. The memory map of SQLite (``-shm``) is left
    out: it is made anew after every start."""

    def __init__(self, root: Path, before: Files) -> None:
        self.root = f"{root}/"
        self.names: dict[str, int] = {}
        self.steps: list[Step] = []
        self._open: dict[int, tuple[int, int] | str] = {}
        self._new = 0
        for path in before:
            self.names[path] = self._inode()

    def _inode(self) -> int:
        self._new += 1
        return self._new

    def read(self, trace: Path) -> list[Step]:
        with trace.open(encoding="ascii") as lines:
            for line in lines:
                match = _LINE.match(line)
                if match and int(match[3]) >= 0:
                    self._take(match[1], match[2], int(match[3]))
        return self.steps

    def _ours(self, text: str) -> str | None:
        path = bytes.fromhex(text.replace("\\x", "")).decode()
        if path == self.root.rstrip("/"):
            return ""
        if not path.startswith(self.root) or path.endswith("-shm"):
            return None
        return path.removeprefix(self.root)

    def _take(self, call: str, rest: str, result: int) -> None:
        texts = rest.split('"')[1::2]  # with -xx no quote stands inside a text
        match call:
            case "openat" | "open":
                self._opened(texts[0], rest, result)
            case "close":
                self._open.pop(int(rest), None)
            case "sendto":
                self.steps.append(SaidSo(json.loads(bytes.fromhex(texts[0].replace("\\x", "")))))
            case "mkdir":
                if (path := self._ours(texts[0])) is not None:
                    self.steps.append(Named(((path, FOLDER),)))
            case "unlink":
                if (path := self._ours(texts[0])) is not None:
                    self.names.pop(path)
                    self.steps.append(Named(((path, None),)))
            case "rename":
                old, new = self._ours(texts[0]), self._ours(texts[1])
                if old is not None and new is not None:
                    self.names[new] = self.names.pop(old)
                    self.steps.append(Named(((old, None), (new, self.names[new]))))
            case _:
                self._on_file(call, rest, texts, result)

    def _opened(self, text: str, rest: str, descriptor: int) -> None:
        path = self._ours(text)
        if path is None:
            return
        if "O_DIRECTORY" in rest or (Path(self.root) / path).is_dir():
            self._open[descriptor] = path
            return
        if path not in self.names:
            if "O_CREAT" not in rest:
                return
            self.names[path] = self._inode()
            self.steps.append(Named(((path, self.names[path]),)))
        if "O_TRUNC" in rest:
            self.steps.append(Resized(self.names[path], 0))
        self._open[descriptor] = (self.names[path], 0)

    def _on_file(self, call: str, rest: str, texts: list[str], result: int) -> None:
        descriptor = int(rest.split(",")[0]) if rest.split(",")[0].isdigit() else -1
        file = self._open.get(descriptor)
        if file is None:
            return
        if isinstance(file, str):
            if call in ("fsync", "fdatasync"):
                self.steps.append(FolderSynced(file))
            return
        inode, at = file
        match call:
            case "write" | "pwrite64":
                data = bytes.fromhex(texts[0].replace("\\x", ""))[:result]
                place = at if call == "write" else int(rest.rpartition(",")[2])
                self.steps.append(Written(inode, place, data))
                if call == "write":
                    self._open[descriptor] = (inode, at + result)
            case "read":
                self._open[descriptor] = (inode, at + result)
            case "lseek":
                self._open[descriptor] = (inode, result)
            case "fsync" | "fdatasync":
                self.steps.append(Synced(inode))
            case "ftruncate":
                self.steps.append(Resized(inode, int(rest.rpartition(",")[2])))
            case _:
                raise AssertionError(f"{call} is not modelled")


@dataclass
class Disk:
    """What is certain, and what is on its way."""

    certain: dict[int, bytes]
    names: dict[str, int]
    coming: dict[int, list[Written | Resized]] = field(default_factory=dict)
    coming_names: list[Named] = field(default_factory=list)

    @classmethod
    def holding(cls, files: Files, folders: list[str]) -> "Disk":
        names = {path: number for number, path in enumerate(files, 1)}
        return cls(dict(enumerate(files.values(), 1)), {**names, **dict.fromkeys(folders, FOLDER)})

    def take(self, step: Step) -> None:
        match step:
            case Written() | Resized():
                self.coming.setdefault(step.inode, []).append(step)
            case Synced(inode):
                self.certain[inode] = applied(self.certain.get(inode, b""), self.coming.pop(inode, []))
            case Named():
                self.coming_names.append(step)
            case FolderSynced(folder):
                mine = [one for one in self.coming_names if _parent(one.names[0][0]) == folder]
                self.coming_names = [one for one in self.coming_names if one not in mine]
                _rename(self.names, mine)

    def uncertain(self) -> int:
        """How many writes and names are on their way."""
        return sum(map(len, self.coming.values())) + len(self.coming_names)

    def after_a_cut(self, chance: random.Random, count: int) -> Iterator[Files]:
        """Yield what may be found: everything, nothing, and `count` less two in between."""
        if not self.uncertain():
            yield self._built(None, None)
            return
        yield self._built(None, None)
        yield self._built(random.Random(0), 0.0)
        for _ in range(count - 2):
            yield self._built(chance, chance.choice((0.1, 0.5, 0.5, 0.9)))

    def _built(self, chance: random.Random | None, share: float | None) -> Files:
        names = dict(self.names)
        _rename(names, self._names_kept(chance, share))
        found: dict[str, bytes] = {}
        for path, inode in names.items():
            if inode == FOLDER or not _is_reachable(path, names):
                continue
            before, coming = self.certain.get(inode, b""), self.coming.get(inode, [])
            if chance is None or share is None or not coming:
                found[path] = applied(before, coming)
            else:
                after = applied(before, [one for one in coming if chance.random() < share])
                found[path] = torn(before, after, chance) if share and chance.random() < 0.4 else after
        return found

    def _names_kept(self, chance: random.Random | None, share: float | None) -> list[Named]:
        if chance is None or share is None:
            return self.coming_names
        if share and chance.random() < 0.5:
            return [one for one in self.coming_names if chance.random() < share]
        return self.coming_names[: round(chance.random() * len(self.coming_names))] if share else []


def applied(before: bytes, steps: list[Written | Resized]) -> bytes:
    """Return a file after these steps; what lies between its end and a later write reads as zeros."""
    if not steps:
        return before
    content = bytearray(before)
    for step in steps:
        if isinstance(step, Written):
            content.extend(bytes(max(0, step.at - len(content))))
            content[step.at : step.at + len(step.data)] = step.data
        else:
            content = content[: step.size].ljust(step.size, b"\0")
    return bytes(content)


def torn(before: bytes, after: bytes, chance: random.Random) -> bytes:
    """Return a file of which some sectors are as before and some as after."""
    content = bytearray(after)
    for at in range(0, max(len(before), len(after)), SECTOR):
        old, new = before[at : at + SECTOR], after[at : at + SECTOR]
        if old != new and len(new) and chance.random() < 0.5:
            content[at : at + SECTOR] = old.ljust(len(new), b"\0")[: len(new)]
    return bytes(content)


def _rename(names: dict[str, int], steps: list[Named]) -> None:
    for step in steps:
        if len(step.names) == 2 and step.names[0][0] not in names:
            continue  # what never came into being cannot be renamed
        for path, inode in step.names:
            if inode is None:
                names.pop(path, None)
            else:
                names[path] = inode


def _parent(path: str) -> str:
    return path.rpartition("/")[0]


def _is_reachable(path: str, names: Mapping[str, int]) -> bool:
    """Whether every folder above is there: one that was made during the recording may have been lost."""
    above = _parent(path)
    return not above or (above in names and _is_reachable(above, names))
