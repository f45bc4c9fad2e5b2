"""Carries things away from this device and back: bundles, receipts and packs by folder, stick or network; backups."""

from dataclasses import dataclass
from pathlib import Path

from retnet_pro.app.device import device_state
from retnet_pro.app.keeping import Keeper
from retnet_pro.app.opening import OpenSite, intake_of
from retnet_pro.conduct.backup import BackupState
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.export import ExportReport, collect, export
from retnet_pro.conduct.packs import fetch
from retnet_pro.conduct.ports import Transport
from retnet_pro.conduct.road import Road
from retnet_pro.errors import Code, Refusal
from retnet_pro.gui.staff.house import DeviceState
from retnet_pro.sync.folder import FolderTransport
from retnet_pro.vault.login_key import login_key
from retnet_pro.vault.road import read_road


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """What one exchange with the centre over the network did."""

    sent: ExportReport | None
    """None, when there was nothing to send."""
    receipts: int
    """New ones, all verified."""


class SiteCourier:
    """Brings bundles to the centre, receipts back, and backups to their place."""

    def __init__(self, site: OpenSite, keeper: Keeper) -> None:
        """Take the site, whose bundles leave and for which receipts and packs come, and who makes its backups."""
        self._site = site
        self._founding = site.founding
        self._folder = site.log.path.parent
        self._intake = intake_of(site)
        self._keeper = keeper

    def export(self, desk: Desk, folder: Path) -> ExportReport:
        """See `conduct.export.export`."""
        return export(desk, self._founding, FolderTransport(folder), place="folder")

    def collect(self, desk: Desk, folder: Path) -> int:
        """See `_collect`."""
        return self._collect(desk, FolderTransport(folder))

    def road(self) -> str:
        """Return where the centre is on the network, or '' where no road is set."""
        road = read_road(self._site.log)
        return "" if road is None else road.place

    def exchange(self, desk: Desk) -> Exchanged:
        """Send what the centre has not received over the network, then look for receipts and packs.

        Raises:
            Refusal: `NOT_ALLOWED`; `ROAD_UNFIT`, also when no road is set.
            Tamper, WorldFault: see `conduct.export`; what was sent before stays sent.
        """
        road = read_road(self._site.log)
        if road is None:
            raise Refusal(Code.ROAD_UNFIT, address="-", why="none is set on this device")
        place = open_road(road, self._site)
        try:
            sent = export(desk, self._founding, place, place=road.place)
        except Refusal as refusal:
            if refusal.code is not Code.NOTHING_TO_SEND:
                raise
            sent = None
        return Exchanged(sent=sent, receipts=self._collect(desk, place))

    def _collect(self, desk: Desk, place: Transport) -> int:
        """See `conduct.packs.fetch` and `conduct.export.collect`; return how many new receipts were verified.

        Packs come first, because a new key of the centre may have signed the receipts. A pack that was refused is told
        once everything else is done.
        """
        fetched = fetch(self._intake, desk.person, place)
        receipts = collect(desk, self._founding, place)
        for fault in fetched.faults:
            raise fault
        return len(receipts)

    def device(self) -> DeviceState:
        """Return how the tablet itself stands."""
        return device_state(self._folder)

    def backups(self) -> BackupState:
        """Return how backups stand."""
        return self._keeper.state()

    def back_up(self, desk: Desk) -> None:
        """See `Keeper.back_up`."""
        self._keeper.back_up(desk.person)

    def back_up_to(self, desk: Desk, folder: Path) -> None:
        """See `Keeper.set_place`."""
        self._keeper.set_place(desk.person, folder)


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
