"""Carries things away from this device and back: bundles, receipts and packs by folder, stick or network; backups."""

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Unpack

from retnet_pro.app.device import device_state
from retnet_pro.app.drilling import DrillReport, drill_at_desk
from retnet_pro.app.keeping import Keeper
from retnet_pro.app.open_files import OpenFiles
from retnet_pro.app.opening import OpenSite, intake_of
from retnet_pro.app.sticks import sticks
from retnet_pro.conduct.backup import BackupState
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.drilled import DrillState, drill_state
from retnet_pro.conduct.export import ExportReport, collect, export
from retnet_pro.conduct.journey import Journey, elsewhere
from retnet_pro.conduct.packs import fetch
from retnet_pro.conduct.ports import Transport
from retnet_pro.conduct.road import Road, RoadKeys, road_keys
from retnet_pro.conduct.schedule import is_time_to_send
from retnet_pro.conduct.sender import SCHEDULE, Sender, Unattended
from retnet_pro.conduct.site_exchange import Exchanged as Met
from retnet_pro.conduct.site_exchange import exchange as meet
from retnet_pro.conduct.sticks import Stick
from retnet_pro.conduct.tries import Came, Try, failures_in_a_row, with_try
from retnet_pro.errors import Code, Refusal, RetnetError, WorldFault
from retnet_pro.gui.staff.house import DeviceState
from retnet_pro.sync.folder import FolderTransport
from retnet_pro.vault.login_key import login_key
from retnet_pro.vault.road import keep_tries, read_road, read_tries


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """What one exchange with the centre over the network did."""

    sent: ExportReport | None
    """None, when there was nothing to send."""
    receipts: int
    """New ones, all verified."""


class SiteCourier(OpenFiles):
    """Brings bundles to the centre, receipts back, and backups to their place. Every journey is told afterwards."""

    def __init__(self, site: OpenSite, keeper: Keeper) -> None:
        """Take the site, whose bundles leave and for which receipts and packs come, and who makes its backups."""
        super().__init__()
        self._site = site
        self._founding = site.founding
        self._folder = site.log.path.parent
        self._intake = intake_of(site)
        self._keeper = keeper

    def export(self, desk: Desk, folder: Path) -> Journey[ExportReport]:
        """See `conduct.export.export`."""

        def journey() -> Journey[Exchanged]:
            road = FolderTransport(folder)
            sent = yield from export(desk, self._founding, road, place="folder")
            return Exchanged(sent=replace(sent, odd=road.odd), receipts=0)

        done = yield from self._told(journey(), place=str(folder), who=desk.person.user)
        assert done.sent is not None
        return done.sent

    def collect(self, desk: Desk, folder: Path) -> Journey[int]:
        """See `_collect`."""

        def journey() -> Journey[Exchanged]:
            return Exchanged(sent=None, receipts=(yield from self._collect(desk, FolderTransport(folder))))

        return (yield from self._told(journey(), place=str(folder), who=desk.person.user)).receipts

    def sticks(self) -> tuple[Stick, ...]:
        """Return the sticks that are in now; asks neither the log nor any key."""
        return sticks()

    def road(self) -> str:
        """Return where the centre is on the network, or '' where no road is set."""
        road = read_road(self._site.log)
        return "" if road is None else road.place

    def road_keys(self) -> RoadKeys:
        """Return the fingerprints of that road."""
        return road_keys(read_road(self._site.log), login_key(self._site.device.secret).public)

    def exchange(self, desk: Desk) -> Journey[Exchanged]:
        """Send what the centre has not received over the network, then look for receipts and packs.

        Raises:
            Refusal: `NOT_ALLOWED`; `ROAD_UNFIT`, also when no road is set.
            Tamper, WorldFault: see `conduct.export`; what was sent before stays sent.
        """
        road = read_road(self._site.log)
        if road is None:
            raise Refusal(Code.ROAD_UNFIT, address="-", why="none is set on this device")
        return (yield from self._told(self._over(road, desk, all_again=True), place=road.place, who=desk.person.user))

    def meet(self, desk: Desk, folder: Path | None) -> Journey[Met]:
        """Exchange letters with the other tablets of the site; see `conduct.site_exchange.exchange`.

        Raises:
            Refusal: `NOT_ALLOWED`; `ROAD_UNFIT`, when neither a folder is given nor a road is set.
            Tamper, WorldFault: as there.
        """
        if folder is not None:
            return (yield from meet(desk, self._founding, FolderTransport(folder), place="folder"))
        road = read_road(self._site.log)
        if road is None:
            raise Refusal(Code.ROAD_UNFIT, address="-", why="none is set on this device")
        place = yield from elsewhere(lambda: open_road(road, self._site))
        return (yield from meet(desk, self._founding, place, place=road.place))

    def exchange_by_itself(self) -> Journey[Exchanged | None]:
        """Do the same without anybody: what is new goes out, receipts and packs come in. None, where no road is set.

        What was sent and has no receipt goes again only once it has waited for a day.

        Raises:
            RetnetError: see `exchange`; the reason is kept for whoever looks.
        """
        road = read_road(self._site.log)
        if road is None:
            return None

        def journey() -> Journey[Exchanged]:
            sender = Unattended(self._site.pen)
            return (yield from self._over(road, sender, all_again=is_time_to_send(sender)))

        return (yield from self._told(journey(), place=road.place, who=SCHEDULE))

    def tries(self) -> tuple[Try, ...]:
        """Return what became of every try to reach the centre or a stick, newest first."""
        return tuple(reversed(read_tries(self._site.log)))

    def failures(self) -> int:
        """Return how many tries in a row the schedule has failed."""
        return failures_in_a_row(read_tries(self._site.log), SCHEDULE)

    def _over(self, road: Road, sender: Sender, *, all_again: bool) -> Journey[Exchanged]:
        place = yield from elsewhere(lambda: open_road(road, self._site))
        sent = None
        if all_again:
            try:
                sent = yield from export(sender, self._founding, place, place=road.place)
            except Refusal as refusal:
                if refusal.code is not Code.NOTHING_TO_SEND:
                    raise
        return Exchanged(sent=sent, receipts=(yield from self._collect(sender, place)))

    def _collect(self, sender: Sender, place: Transport) -> Journey[int]:
        """See `conduct.packs.fetch` and `conduct.export.collect`; return how many new receipts were verified.

        Packs come first, because a new key of the centre may have signed the receipts. A pack that was refused is told
        once everything else is done.
        """
        fetched = yield from fetch(self._intake, sender.person, place)
        receipts = yield from collect(sender, self._founding, place)
        for fault in fetched.faults:
            raise fault
        return len(receipts)

    def _told(self, journey: Journey[Exchanged], *, place: str, who: str) -> Journey[Exchanged]:
        """Keep what became of the try; a journey nobody waits for any more, because the process ends, leaves none."""
        try:
            done = yield from journey
        except RetnetError as error:
            facts = {name: str(value) for name, value in error.facts.items()}
            self._keep(place, who, code=error.code, facts=facts)
            raise
        bundles, responses = (done.sent.bundles, done.sent.responses) if done.sent else (0, 0)
        self._keep(place, who, bundles=bundles, responses=responses, receipts=done.receipts)
        return done

    def _keep(self, place: str, who: str, **came: Unpack[Came]) -> None:
        log, at = self._site.log, self._site.pen.clock().at
        new = Try(at=at, until=at, place=place, who=who, **came)
        with suppress(WorldFault):  # a full disk here is one more reason to send, and none to complain of
            keep_tries(log, with_try(read_tries(log), new))

    def device(self) -> DeviceState:
        """Return how the tablet itself stands."""
        return device_state(self._folder)

    def backups(self) -> BackupState:
        """Return how backups stand."""
        return self._keeper.state()

    def drills(self) -> DrillState:
        """Return how restore drills stand."""
        site = self._site
        has_backup = self._keeper.state().last is not None
        return drill_state(site.log, site.founding.public, site.pen.clock().wall, has_backup=has_backup)

    def drill(self, desk: Desk) -> Journey[DrillReport]:
        """See `drilling.drill_at_desk`."""
        return drill_at_desk(self._site, desk)

    def back_up(self, desk: Desk) -> Journey[None]:
        """See `Keeper.back_up`."""
        yield from self._keeper.back_up(desk.person)

    def back_up_to(self, desk: Desk, folder: Path) -> Journey[None]:
        """See `Keeper.set_place`."""
        yield from self._keeper.set_place(desk.person, folder)


def open_road(road: Road, site: OpenSite) -> Transport:
    """Return the road over the network for this tablet; nothing is asked of the network yet.

    Raises:
        Refusal: `ROAD_UNFIT`.
    """
    if road.is_sftp:
        from retnet_pro.sync.sftp import SftpTransport  # loaded only where there is such a road to use

        return SftpTransport(road.address, road.certificate, login_key(site.device.secret).private)
    from retnet_pro.sync.https import HttpsTransport

    return HttpsTransport(road.address, road.certificate, site.founding.public)
