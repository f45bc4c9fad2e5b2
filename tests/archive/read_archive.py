#!/usr/bin/env python3
"""Read an archive, or the log of one tablet, with nothing of the program that wrote it.

Needs Python 3, the commands `age`, `tar`, `ssh-keygen` and `openssl`, and an age identity file. Written from
packaging/docs/format.md alone. Prints one JSON line for each finished questionnaire.

    read_archive.py ARCHIVE --identity box.key
    read_archive.py --log site.db --identity site.key
"""

import argparse
import base64
import hashlib
import json
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

Event = tuple[bytes, bytes, bytes | None]
"""Header, signature, sealed payload."""
COUNTS = ("accepted", "duplicate")


class Broken(Exception):
    """Something is not what it must be; the message says what."""


def run(command: list[str], given: bytes = b"", cwd: Path | None = None) -> bytes:
    done = subprocess.run(command, input=given, capture_output=True, cwd=cwd, check=False)
    if done.returncode != 0:
        raise Broken(f"{' '.join(command[:3])}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def open_age(sealed: bytes, identity: Path) -> bytes:
    return run(["age", "-d", "-i", str(identity)], sealed)


def check_ssh(signers: Path, who: str, purpose: str, signature: bytes, message: bytes) -> None:
    with tempfile.NamedTemporaryFile(suffix=".sig") as file:
        file.write(signature)
        file.flush()
        verify = ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", who, "-n", f"{purpose}@retnet-pro"]
        run([*verify, "-s", file.name], message)


class Signatures:
    """Checks Ed25519 signatures of one device with openssl, one event after the other."""

    def __init__(self, public: bytes) -> None:
        # The fixed beginning of an Ed25519 public key in DER (RFC 8410).
        self._key = bytes.fromhex("302a300506032b6570032100") + public

    def check(self, header: bytes, signature: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            parts = {"key": self._key, "sig": signature, "message": b"retnet-pro/event/1\0" + header}
            for name, data in parts.items():
                (Path(folder) / name).write_bytes(data)
            command = "openssl pkeyutl -verify -pubin -keyform DER -inkey key -rawin -in message -sigfile sig"
            run(command.split(), cwd=Path(folder))


def ssh_public(line: str) -> bytes:
    """The last 32 bytes of the one-line form of an ssh-ed25519 key are the key."""
    return base64.b64decode(line.split()[1])[-32:]


def check_manifest(archive: Path) -> None:
    manifest = (archive / "manifest.sha256").read_bytes()
    check_ssh(
        archive / "allowed_signers", "centre", "archive", (archive / "manifest.sha256.sig").read_bytes(), manifest
    )
    listed = dict(reversed(line.split("  ", 1)) for line in manifest.decode().splitlines())
    there = {path.relative_to(archive).as_posix() for path in archive.rglob("*") if path.is_file()}
    if there != {*listed, "manifest.sha256", "manifest.sha256.sig"}:
        raise Broken("files are missing, or some were added")
    for name, expected in listed.items():
        if sha256((archive / name).read_bytes()) != expected:
            raise Broken(f"{name} was changed")


def signed_line(data: bytes, signers: Path, who: str, purpose: str) -> dict:
    line, end, signature = data.partition(b"\n")
    check_ssh(signers, who, purpose, signature, line + end)
    return json.loads(line)


def read_bundle(sealed: bytes, name: str, signers: Path, identity: Path) -> tuple[str, list[Event]]:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        run(["tar", "x"], open_age(sealed, identity), cwd=folder)
        manifest_bytes = (folder / "manifest.json").read_bytes()
        manifest = json.loads(manifest_bytes)
        if sha256(manifest_bytes) != name:
            raise Broken(f"bundle {name} carries another name")
        check_ssh(signers, manifest["dev"], "bundle", (folder / "manifest.json.sig").read_bytes(), manifest_bytes)
        for file, size, expected in manifest["files"]:
            data = (folder / file).read_bytes()
            if len(data) != size or sha256(data) != expected:
                raise Broken(f"{file} in bundle {name} is not as listed")
        lines = (folder / "events.jsonl").read_text().splitlines()
    return manifest["dev"], [event_of(json.loads(line)) for line in lines]


def event_of(plain: dict) -> Event:
    sealed = plain["sealed"]
    return (
        base64.b64decode(plain["header"]),
        base64.b64decode(plain["sig"]),
        None if sealed is None else base64.b64decode(sealed),
    )


def read_log(path: Path) -> list[Event]:
    with tempfile.TemporaryDirectory() as folder:
        for beside in (path, path.with_name(path.name + "-wal")):
            if beside.exists():
                (Path(folder) / ("log.db" + beside.name[len(path.name) :])).write_bytes(beside.read_bytes())
        database = sqlite3.connect(Path(folder) / "log.db")
        rows = database.execute("SELECT header, sig, sealed FROM event ORDER BY seq").fetchall()
        database.close()
    return [(bytes(header), bytes(sig), None if sealed is None else bytes(sealed)) for header, sig, sealed in rows]


def check_chain(device: str, public: bytes, events: Iterable[Event]) -> Iterator[tuple[dict, str, bytes | None]]:
    """Yield (header, name, sealed) of each event that follows the one before it."""
    signatures, seq, before = Signatures(public), 0, "0" * 64
    for header_bytes, signature, sealed in events:
        header, seq = json.loads(header_bytes), seq + 1
        if (header["seq"], header["prev"], header["dev"]) != (seq, before, device):
            raise Broken(f"event {seq} of {device} does not follow the one before it")
        if sealed is not None and sha256(sealed) != header["seal"]:
            raise Broken(f"the payload of event {seq} of {device} was changed")
        signatures.check(header_bytes, signature)
        before = sha256(header_bytes)
        yield header, before, sealed


def responses_of(
    device: str, public: bytes, events: Iterable[Event], identity: Path, aside: set[int]
) -> Iterator[dict]:
    seen = set()
    for header, name, sealed in check_chain(device, public, events):
        if header["kind"] != "session.done" or sealed is None or header["seq"] in aside or header["ses"] in seen:
            continue
        seen.add(header["ses"])
        content = json.loads(open_age(sealed, identity))
        if content.pop("kind") != "session.done" or content["ses"] != header["ses"]:
            raise Broken(f"event {header['seq']} of {device} holds something else than it says")
        yield {"dev": device, "seq": header["seq"], "event": name, **content}


def read_archive(archive: Path, identity: Path) -> Iterator[dict]:
    check_manifest(archive)
    signers = archive / "allowed_signers"
    signed_line((archive / "trust.pack").read_bytes(), signers, "root", "pack")
    receipts = [
        signed_line(path.read_bytes(), signers, "centre", "receipt")
        for path in sorted((archive / "receipts").glob("*"))
    ]
    counts = {receipt["bundle"] for receipt in receipts if receipt["status"] in COUNTS}
    known: dict[str, dict[int, Event]] = {}
    bundles = json.loads((archive / "bundles.json").read_text())
    brought = [
        read_bundle((archive / "bundles" / row["file"]).read_bytes(), row["bundle"], signers, identity)
        for row in bundles
        if row["bundle"] in counts and row["status"] in COUNTS and not row["erased"]
    ]
    for path in sorted((archive / "events").glob("*.jsonl")):
        brought.append((path.stem, [event_of(json.loads(line)) for line in path.read_text().splitlines()]))
    for path in sorted((archive / "adopted").glob("*.db")):
        events = read_log(path)
        if path.stem not in counts or sha256(events[-1][0]) != path.stem:
            raise Broken(f"{path.name} is not the log its receipt names")
        brought.append((json.loads(events[0][0])["dev"], events))
    for device, events in brought:
        for event in events:
            place = known.setdefault(device, {})
            seq = json.loads(event[0])["seq"]
            if place.setdefault(seq, event)[:2] != event[:2]:
                raise Broken(f"there are two events {seq} of {device}")
    keys = {row["dev"]: ssh_public(row["public"]) for row in json.loads((archive / "devices.json").read_text())}
    reviews = json.loads((archive / "decisions.json").read_text())["set_aside"]
    later = {(one["dev"], one["seq"]) for one in reviews if one["outcome"] == "taken-in"}
    for device in sorted(known):
        aside = {one["seq"] for receipt in receipts if receipt["dev"] == device for one in receipt["set_aside"]}
        aside = {seq for seq in aside if (device, seq) not in later}
        in_order = [known[device][seq] for seq in sorted(known[device])]
        yield from responses_of(device, keys[device], in_order, identity, aside)


def read_tablet(path: Path, identity: Path) -> Iterator[dict]:
    events = read_log(path)
    founding = json.loads(events[0][0])["note"]
    yield from responses_of(founding["device"], bytes.fromhex(founding["public"]), events, identity, set())


def main() -> int:
    parser = argparse.ArgumentParser(description="List the responses of an archive or of a tablet's log.")
    parser.add_argument("archive", type=Path, nargs="?")
    parser.add_argument("--log", type=Path)
    parser.add_argument("--identity", type=Path, required=True)
    asked = parser.parse_args()
    try:
        found = read_tablet(asked.log, asked.identity) if asked.log else read_archive(asked.archive, asked.identity)
        for response in found:
            print(json.dumps(response, ensure_ascii=False, sort_keys=True))
    except (Broken, OSError, KeyError, ValueError, sqlite3.Error) as error:
        print(f"This cannot be trusted: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
