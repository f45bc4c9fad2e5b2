"""A throw-away site and its centre, filled with a synthetic trial through the use cases a person would trigger."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from retnet_pro.app.opening import OpenSite, provision
from retnet_pro.app.senses import new_id, system_clock
from retnet_pro.bundle.packs import read_trust_pack
from retnet_pro.centre.folder import Centre
from retnet_pro.cli.coordinating import enrol_device, found_centre
from retnet_pro.conduct.doorway import Doorway, add_person
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.errors import Code, Refusal
from retnet_pro.settings import Settings, read_settings
from retnet_pro.simulation.play import Calendar, Played, play
from retnet_pro.simulation.shapes import SYNTHETIC
from retnet_pro.simulation.staff_forms import fill_staff_forms
from retnet_pro.simulation.trial import simulate
from retnet_pro.study.model import Mode

SITE = "DEMO"
TRIAL = "RETNET-DEMO"
PASSPHRASE = "warm soup at the harbour"
"""Of every account of a throw-away site; printed, because there is nothing to protect."""
NURSE = Person("nurse", "Nurse Demo", Role.NURSE)
COORDINATOR = Person("coordinator", "Coordinator Demo", Role.COORDINATOR)
DAYS_PER_MONTH = 30.4375


@dataclass(frozen=True, slots=True, kw_only=True)
class SyntheticSite:
    """Where a throw-away site and its centre are."""

    settings: Settings
    centre: Centre
    played: Played

    def in_words(self) -> str:
        """Say what was made."""
        counts = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in asdict(self.played).items())
        return (
            f"{SYNTHETIC.capitalize()}: {counts}.\n"
            f"Site: {self.settings.profile}\nCentre: {self.centre.folder}\n"
            f"Open it with: retnet-pro --profile {self.settings.profile}\n"
            f"Accounts {NURSE.user} and {COORDINATOR.user}, passphrase: {PASSPHRASE}"
        )


def make_trial(
    out: Path,
    *,
    participants: int,
    months: int,
    seed: int,
    start: date | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> SyntheticSite:
    """Make a site and a centre below a folder and play a simulated trial at the site.

    Raises:
        Refusal: `FILE_EXISTS`, when the folder is not empty.
    """
    if out.exists() and any(out.iterdir()):
        raise Refusal(Code.FILE_EXISTS, path=out)
    today = system_clock()().wall.date()
    begin = start.date() if isinstance(start, datetime) else start
    first = begin or today - timedelta(days=round(months * DAYS_PER_MONTH))
    centre = found_centre(out / "centre", trial=TRIAL, centre="CENTRE", mode=Mode.DEMO, today=today)
    usual = read_settings(out / "site")
    settings = Settings(profile=usual.profile, forms=usual.forms, words=usual.words, keystore="file")
    calendar = Calendar(datetime(first.year, first.month, first.day, 7, tzinfo=UTC))
    opened = _found_site(settings, centre, calendar, today)
    with opened.log:
        door = Doorway(opened.pen, opened.slots, opened.library, opened.study, opened.founding, new_id)
        desk = door.login(COORDINATOR.user, PASSPHRASE)
        forms = [opened.library.instrument(form) for form in opened.library.ids()]
        happenings = simulate(opened.study, forms, participants, months, seed, first, SITE)
        played = play(happenings, desk, calendar, progress=progress)
        played = replace(played, staff_forms=fill_staff_forms(desk, seed))
        desk.leave()
    enrol_device(
        centre,
        device=opened.founding.device,
        site=SITE,
        public=opened.founding.public,
        now=system_clock()().wall,
    )
    return SyntheticSite(settings=settings, centre=centre, played=played)


def _found_site(settings: Settings, centre: Centre, calendar: Calendar, today: date) -> OpenSite:
    trust = read_trust_pack(centre.trust_pack.read_bytes(), root=centre.root, today=today, path=str(centre.trust_pack))
    opened = provision(settings, calendar, trust, site=SITE, mode=Mode.DEMO, person=COORDINATOR, passphrase=PASSPHRASE)
    identities = opened.slots.unlock(COORDINATOR.user, PASSPHRASE, calendar())
    add_person(opened.pen, opened.slots, NURSE, PASSPHRASE, identities, by=COORDINATOR)
    return opened
