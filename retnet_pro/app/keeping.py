"""Keeps copies of this device's log in a second place: for people at the window or a terminal, and by schedule."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from retnet_pro.app.opening import OpenSite
from retnet_pro.conduct.backup import (
    EVERY_H,
    Backup,
    BackupFault,
    BackupPlan,
    BackupState,
    back_up,
    plan_backups,
    state_of,
)
from retnet_pro.conduct.journey import Journey, elsewhere
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.errors import Code, Refusal, RetnetError, WorldFault
from retnet_pro.vault.backup import BackupFolder, keep_fault, keep_plan, read_fault, read_plan
from retnet_pro.vault.frozen_log import FrozenLog


class Keeper:
    """The backups of an open site. Every call touches the disk; on the glass it runs in the lane.

    A place that hangs holds nothing up: the copy is made from one moment of the log, elsewhere.
    """

    def __init__(self, site: OpenSite) -> None:
        """Take the open site; its log belongs to the thread that opened it."""
        self._site = site

    def state(self) -> BackupState:
        """Return how backups stand now."""
        site = self._site
        plan, fault = read_plan(site.log), read_fault(site.log)
        return state_of(site.log, site.founding.public, site.pen.clock().wall, plan=plan, fault=fault)

    def back_up(self, by: Person) -> Journey[Backup]:
        """Make a copy now because a person asks for it.

        Raises:
            Refusal: `NOT_ALLOWED` or `BACKUP_UNPLANNED`.
            WorldFault: the place is missing, full or broken; nothing was lost.
            Tamper: `CHAIN_BROKEN`, when the log itself does not hold together.
        """
        return self._make(by)

    def set_place(self, by: Person, folder: Path, every_h: int = EVERY_H) -> Journey[Backup]:
        """Set where copies go from now on, and make the first one there.

        Raises:
            Refusal: `NOT_ALLOWED`.
            WorldFault, Tamper: see `back_up`; the place stays set.
        """
        place = yield from elsewhere(folder.resolve)
        plan = BackupPlan(place=place, every_h=every_h)
        plan_backups(self._site.pen, lambda kept: keep_plan(self._site.log, kept), plan, by=by)
        return (yield from self._make(by))

    def back_up_if_due(self) -> Journey[Backup | None]:
        """Make the scheduled copy if it is due; needs nobody's key. A failure is kept for the next person who looks.

        Raises:
            RetnetError: see `back_up`.
        """
        return (yield from self._make(None)) if self.state().is_due else None

    def _make(self, by: Person | None) -> Journey[Backup]:
        site = self._site
        plan = read_plan(site.log)
        if plan is None:
            raise Refusal(Code.BACKUP_UNPLANNED)
        if by is not None:
            demand(by.role, Right.KEEP_DEVICE)
        self._note_begun(plan)
        try:
            place = BackupFolder(plan.place, FrozenLog(site.log), site.founding.device, site.founding.public)
            made = yield from back_up(site.pen, place, by=by)
        except RetnetError as error:
            at = site.pen.clock().at
            keep_fault(site.log, BackupFault(at=at, code=error.code, facts=_as_text(error.facts)))
            raise
        keep_fault(site.log, None)
        return made

    def _note_begun(self, plan: BackupPlan) -> None:
        """Keep that a try has begun, as a failure: a share that hangs, or a kill, leaves no chance to say so later."""
        begun = BackupFault(at=self._site.pen.clock().at, code=Code.BACKUP_UNFINISHED, facts={"place": str(plan.place)})
        with suppress(WorldFault):  # a full disk here is one more reason for a copy elsewhere
            keep_fault(self._site.log, begun)


def _as_text(facts: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in facts.items()}
