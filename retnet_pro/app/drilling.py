"""The restore drill on files: a backup is verified, opened, rebuilt and compared, and a report says what came of it."""

from collections.abc import Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from retnet_pro.app.backup_key import Look, Opened, look_into
from retnet_pro.app.opening import OpenSite, inherited_logs
from retnet_pro.app.senses import APP
from retnet_pro.conduct.backup import backups
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.drill import Compared, Rebuilt, compare, rebuild
from retnet_pro.conduct.drilled import DrillOutcome, keep_drill
from retnet_pro.conduct.journey import Journey, elsewhere
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.ports import Inherited, Person
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.errors import Code, Refusal, RetnetError
from retnet_pro.phrases import sentence
from retnet_pro.record.unseal import Unsealer
from retnet_pro.vault.backup import read_plan
from retnet_pro.vault.durable import sha256_of
from retnet_pro.vault.predecessors import ClosedLog
from retnet_pro.vault.verify import reading, stored_rows

STEPS = 3
"""Verify, open, compare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillReport:
    """What one drill found. A drill has passed when there are no findings."""

    at: str
    look: Look
    sha256: str
    opened_with: str
    rebuilt: Rebuilt | None
    """None when the backup does not hold together, so that nothing was opened."""
    compared: Compared | None
    """None when the log it was made from is not at hand."""
    findings: tuple[str, ...]

    def facts(self) -> dict[str, object]:
        """Return the report as plain data."""
        founding, found = self.look.founding, self.look.found
        made = self.rebuilt
        return {
            "v": 1,
            "at": self.at,
            "program": APP,
            "backup": self.look.path.name,
            "sha256": self.sha256,
            "trial": founding.trial,
            "site": founding.site,
            "device": founding.device,
            "events": found.events,
            "head": found.head.hash,
            "opened_with": self.opened_with,
            "kinds": None if made is None else dict(made.kinds),
            "payloads": None if made is None else made.payloads,
            "erased": found.erased,
            "participants": None if made is None else made.participants,
            "responses": None if made is None else made.responses,
            "interrupted": None if made is None else made.interrupted,
            "compared": _compared_facts(self.compared),
            "findings": list(self.findings),
        }

    def in_words(self) -> str:
        """Return the report as text for a person."""
        founding, found, made = self.look.founding, self.look.found, self.rebuilt
        lines = [
            f"Restore drill of {self.look.path.name}, {self.at}, {APP}",
            f"Site {founding.site}, device {founding.device}, trial {founding.trial}.",
            f"{found.events} events hold together, up to {found.head.hash}.",
            f"SHA-256 of the file: {self.sha256}",
        ]
        if made is not None:
            lines += [
                f"Opened with {self.opened_with}: {made.payloads} sealed payloads; {made.erased} were erased by order.",
                f"Rebuilt: {made.participants} participants, {made.responses} finished questionnaires,"
                f" {made.interrupted} interrupted.",
                "Events: " + ", ".join(f"{count} {kind}" for kind, count in made.kinds.items()) + ".",
            ]
        if self.compared is None:
            lines.append("The log it was made from is not at hand here; nothing was compared with it.")
        else:
            lines.append(
                f"Beside the log here: {self.compared.events_since} events were written since,"
                f" {self.compared.erased_since} payloads erased since."
            )
        lines += [f"DOES NOT FIT: {one}" for one in self.findings]
        lines.append("The drill failed." if self.findings else "The drill passed: everything can be restored.")
        return "\n".join(lines)


def drill(look: Look, opened: Opened, at: str, *, live: Path) -> DrillReport:
    """Play a restore of a backup without writing anything; `live` is where the log it was made from may be.

    Raises:
        Tamper: `VAULT_DAMAGED`, when the file becomes unreadable meanwhile.
    """
    findings: list[str] = []
    made = _opened_and_rebuilt(look, Unsealer((*opened.identities, *opened.given)), findings)
    with_what = "a key file" if opened.person is None else f"the passphrase of {opened.person.user}"
    return _held_against(look, made, with_what, at, live, findings)


def drill_at_desk(site: OpenSite, desk: Desk) -> Journey[DrillReport]:
    """Do the same with the last backup of this device and the keys of who is logged in, and write down what came of it.

    In three steps elsewhere, each of which reads files and nothing of the open log.

    Raises:
        Refusal: `NOT_ALLOWED`; `BACKUP_UNPLANNED`, when there is no backup yet; `FILE_MISSING`, when its stick or share
            is not there.
        Tamper: see `drill`.
    """
    demand(desk.person.role, Right.KEEP_DEVICE)
    plan, last = read_plan(site.log), next(reversed(backups(site.log, site.founding.public)), None)
    if plan is None or last is None:
        raise Refusal(Code.BACKUP_UNPLANNED)
    path, at, live = plan.place / last.copied.name, site.pen.clock().at, site.log.path
    findings: list[str] = []
    with ExitStack() as copy:
        look = yield from elsewhere(lambda: copy.enter_context(look_into(path)), 0, STEPS)
        made = yield from elsewhere(lambda: _opened_and_rebuilt(look, desk.unsealer, findings), 1, STEPS)
        with_what = f"the passphrase of {desk.person.user}"
        report = yield from elsewhere(lambda: _held_against(look, made, with_what, at, live, findings), 2, STEPS)
    write_down(site.pen, report, by=desk.person)
    return report


def write_down(pen: Pen, report: DrillReport, *, by: Person | None) -> None:
    """Write an event of what came of a drill with a backup of this device; `by` is None for whoever had a key file."""
    made = report.rebuilt
    keep_drill(
        pen,
        DrillOutcome(
            copy=report.look.path.name,
            sha256=report.sha256,
            head=report.look.found.head,
            findings=len(report.findings),
            payloads=None if made is None else made.payloads,
            participants=None if made is None else made.participants,
            responses=None if made is None else made.responses,
        ),
        by=by,
    )


def _held_against(
    look: Look, made: Rebuilt | None, opened_with: str, at: str, live: Path, findings: list[str]
) -> DrillReport:
    compared = _compared(look, live, findings)
    return DrillReport(
        at=at,
        look=look,
        sha256=sha256_of(look.path),
        opened_with=opened_with,
        rebuilt=made,
        compared=compared,
        findings=tuple(findings),
    )


def _opened_and_rebuilt(look: Look, unsealer: Unsealer, findings: list[str]) -> Rebuilt | None:
    broken = look.found.first_break
    if broken is None:
        return _rebuilt(look, unsealer, findings)
    findings.append(f"The backup does not hold together from event {broken.seq} on: {broken.why}.")
    return None


def _rebuilt(look: Look, unsealer: Unsealer, findings: list[str]) -> Rebuilt:
    inherited: tuple[Inherited, ...] = ()
    try:
        inherited = inherited_logs(look.path.parent, look.founding)
    except RetnetError as error:
        findings.append(f"A log this device goes on from is not as it must be. {sentence(error)}")
    with closing(ClosedLog(look.file)) as log:
        made = rebuild(log, unsealer, look.founding.public, inherited)
    for one in inherited:
        one.log.close()
    findings += made.findings
    return made


def _compared(look: Look, live: Path, findings: list[str]) -> Compared | None:
    """Compare with the live log if it is there, is of the same device, and is not the backup itself."""
    if not live.is_file() or live.resolve() == look.path.resolve():
        return None
    try:
        with reading(live) as here, reading(look.file) as copy:
            first = next(stored_rows(here), None)
            mine = next(stored_rows(copy), None)
            if first is None or mine is None or first[1] != mine[1]:
                return None
            compared = compare(stored_rows(copy), stored_rows(here))
    except RetnetError as error:
        findings.append(f"The log here could not be compared. {sentence(error)}")
        return None
    findings += compared.findings
    return compared


def _compared_facts(compared: Compared | None) -> Mapping[str, object] | None:
    if compared is None:
        return None
    return {"events_since": compared.events_since, "erased_since": compared.erased_since}
