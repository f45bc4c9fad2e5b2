"""What leaves as a file for people to read: reports of a participant and of completion, copies of the audit trail."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.trail import Wanted
from retnet_pro.errors import Code, WorldFault
from retnet_pro.instrument.translation import SOURCE_LANGUAGE
from retnet_pro.moment import Clock

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class Printer:
    """Prints. The report room is loaded only when somebody prints: that is slow."""

    def __init__(self, clock: Clock, words: Path | None = None, language: str = SOURCE_LANGUAGE) -> None:
        """Take the clock that dates the print, and the folder of translations and the language staff work in."""
        self._clock = clock
        self._words = words
        self._language = language

    def participant_pdf(self, desk: Desk, subject: str, path: Path) -> None:
        """Write the report of one participant.

        Raises:
            Refusal: `NOT_ALLOWED` or `PARTICIPANT_UNKNOWN`.
            WorldFault: `DISK_FULL` or `DISK_FAULT`.
        """
        from retnet_pro.report.compose import print_participant

        save(path, print_participant(desk, subject, self._clock()))

    def visit_record(self, desk: Desk, subject: str, visit: str, path: Path) -> None:
        """Write the record of one visit of a participant, in the language staff work in.

        Raises:
            Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `TIME_POINT_UNKNOWN`.
            WorldFault: `PRINT_LETTERS_MISSING`, `DISK_FULL` or `DISK_FAULT`.
        """
        from retnet_pro.report.tongue import ENGLISH, tongue_of
        from retnet_pro.report.visit_copy import print_visit

        tongue = ENGLISH if self._words is None else tongue_of(self._words, self._language)
        save(path, print_visit(desk, subject, visit, self._clock(), tongue))

    def scores(self, desk: Desk, subject: str, path: Path) -> None:
        """Write all scores of one participant as a table.

        Raises:
            Refusal: `NOT_ALLOWED` or `PARTICIPANT_UNKNOWN`.
            WorldFault: `DISK_FULL` or `DISK_FAULT`.
        """
        from retnet_pro.report.score_copy import copy_scores

        save(path, copy_scores(desk, subject))

    def trends(self, desk: Desk, subject: str, form: str, picture: bytes, path: Path) -> None:
        """Write the trends of one form as a picture that the page has drawn.

        Raises:
            Refusal: `NOT_ALLOWED` or `PARTICIPANT_UNKNOWN`.
            WorldFault: `DISK_FULL` or `DISK_FAULT`.
        """
        from retnet_pro.report.score_copy import leave_picture_trace

        leave_picture_trace(desk, subject, form)
        save(path, picture)

    def clinic_forms(self, desk: Desk, subject: str, path: Path) -> None:
        """Write the forms that staff filled in about one participant, or with '' about all, as a table.

        Raises:
            Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `PARTICIPANT_ERASED`.
            WorldFault: `DISK_FULL` or `DISK_FAULT`.
        """
        from retnet_pro.report.clinic_copy import copy_clinic_forms

        save(path, copy_clinic_forms(desk, subject))

    def alerts(self, desk: Desk, path: Path, *, as_table: bool) -> None:
        """Write the history of all alerts, as a table or as a PDF.

        Raises:
            Refusal: `NOT_ALLOWED`.
            WorldFault: `DISK_FULL` or `DISK_FAULT`.
        """
        from retnet_pro.report.alert_copy import copy_alerts

        save(path, copy_alerts(desk, self._clock(), as_table=as_table))

    def signatures(self, desk: Desk, path: Path, *, as_table: bool) -> None:
        """Write the signing list, as a table or as a PDF.

        Raises:
            Refusal: `NOT_ALLOWED`.
            WorldFault: `DISK_FULL` or `DISK_FAULT`.
        """
        from retnet_pro.report.signature_copy import copy_signatures

        save(path, copy_signatures(desk, self._clock(), as_table=as_table))

    def trail(self, desk: Desk, wanted: Wanted, path: Path, *, as_table: bool) -> "Printing":
        """Begin a copy of the audit trail, as a table or as a PDF.

        Raises:
            Refusal: `NOT_ALLOWED` or `PARTICIPANT_UNKNOWN`.
        """
        from retnet_pro.report.trail_copy import CopyForm, TrailCopy

        form = CopyForm.TABLE if as_table else CopyForm.PAPER
        return Printing(TrailCopy(desk, wanted, form, self._clock()), path)

    def completion(self, desk: Desk, path: Path, *, as_table: bool) -> "Printing":
        """Begin a copy of the completion report, as a table or as a PDF.

        Raises:
            Refusal: `NOT_ALLOWED`.
        """
        from retnet_pro.report.completion_copy import CompletionCopy
        from retnet_pro.report.trail_copy import CopyForm

        return Printing(CompletionCopy(desk, CopyForm.TABLE if as_table else CopyForm.PAPER, self._clock()), path)


class Copy(Protocol):
    """A document in the making."""

    @property
    def count(self) -> int:
        """How much was copied so far."""

    def advance(self) -> bool:
        """Do the next stretch; return whether there is more to do."""

    def finish(self) -> bytes:
        """Write down what leaves, and return it."""


class Printing:
    """A copy on its way into a file, which appears at the end, whole or not at all."""

    def __init__(self, copy: Copy, path: Path) -> None:
        """Take a copy that was begun; see `Printer`."""
        self._copy = copy
        self._path = path

    @property
    def count(self) -> int:
        """How much was copied so far: events of the trail, responses of the completion report."""
        return self._copy.count

    def advance(self) -> bool:
        """Do the next stretch; return whether there is more to do. After the last one the file is there.

        Raises:
            Refusal: `TRAIL_TOO_LONG` for paper.
            Tamper: at an event that is not as this device signed it.
            WorldFault: `DISK_FULL` or `DISK_FAULT`.
        """
        if self._copy.advance():
            return True
        save(self._path, self._copy.finish())
        return False


def save(path: Path, content: bytes) -> None:
    """Write a file that only its owner can read; it appears under its name whole or not at all.

    Raises:
        WorldFault: `DISK_FULL` or `DISK_FAULT`.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        with suppress(FileNotFoundError):
            part.unlink()
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as fault:
        with suppress(OSError):
            part.unlink()
        code = Code.DISK_FULL if fault.errno in _FULL else Code.DISK_FAULT
        raise WorldFault(code, path=path.parent, why=fault.strerror or "unknown") from fault
