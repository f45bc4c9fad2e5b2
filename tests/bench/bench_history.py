"""Does login stay fast as history grows? The same site with 100 and with 100,000 finished responses (target 16).

A site after very many years: participants whose follow-up is over and complete, and three who are in it. Events are
made by the program's own pen and desk; only the sync at every commit is left out while the history is written. Answers
are left out too, because a login never opens them. Measured is what happens between the passphrase and the facts of
the page Today: key derivation, snapshot, events since, due list. The floor is the same site with 100 responses.
"""

import gc
import os
import statistics
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from retnet_pro.answering.sheet import Answered
from retnet_pro.app.opening import OpenSite, open_site, provision
from retnet_pro.app.senses import new_id
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.packs import TrustPack
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.doorway import Doorway
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.handover import start
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.conduct.take import PARTICIPANT, Bedside
from retnet_pro.gui.staff.today_view import today
from retnet_pro.record.event import Kind
from retnet_pro.record.response import AnsweredBy, write_response
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import make_identity
from retnet_pro.settings import Settings
from retnet_pro.simulation.play import Calendar, fill_in
from retnet_pro.study.model import Mode
from retnet_pro.study.subject import make_subject

Row = dict[str, object]
HOUSE = Path(__file__).resolve().parents[2]
MANY = int(os.environ.get("RETNET_PRO_BENCH_RESPONSES", "100000"))
FEW = 100
ROUNDS = 5
PASSPHRASE = "warm soup at the harbour"
FIRST_DAY = date(2018, 1, 8)
IN_COURSE = 3
CYCLES = 19
"""More embolizations than anybody has, because a site has at most 999 study codes."""


def run() -> list[Row]:
    """Measure both sites in turn, several rounds; return rows of name, value, unit, floor and ratio."""
    with TemporaryDirectory() as folder:
        few, many = Path(folder) / "few", Path(folder) / "many"
        made = {profile: make_site(profile, count) for profile, count in ((few, FEW), (many, MANY))}
        times: dict[Path, list[float]] = {few: [], many: []}
        for _ in range(ROUNDS):
            for profile in (few, many):
                times[profile].append(_login_s(profile))
        size = (many / "site.db").stat().st_size / 1e6
    floor, value = (statistics.median(times[profile]) * 1e3 for profile in (few, many))
    return [
        {
            "name": f"login to Today with {made[many]:,} responses ({size:.0f} MB), against {made[few]:,}",
            "value": round(value, 1), "unit": "ms", "floor": round(floor, 1), "ratio": round(value / floor, 3),
        }
    ]  # fmt: skip


def _login_s(profile: Path) -> float:
    clock = Calendar(datetime.now(UTC))
    opened = open_site(settings_of(profile), clock)
    with opened.log:
        door = door_of(opened)
        gc.collect()
        began = time.perf_counter()
        desk = door.login("coordinator", PASSPHRASE)
        today(desk)
        return time.perf_counter() - began


def make_site(profile: Path, responses: int) -> int:
    """Found a site and fill it with a past of so many finished responses; return how many it has."""
    calendar = Calendar(datetime.combine(FIRST_DAY, datetime.min.time(), UTC))
    root, online = SigningKey(b"r" * 32), SigningKey(b"o" * 32)
    trust = TrustPack(
        trial="BENCH", centre="CENTRE", recipient=make_identity()[1], online=online.public, version=1,
        issued=FIRST_DAY, expires=date(2099, 1, 1), root=fingerprint(root.public),
    )  # fmt: skip
    person = Person("coordinator", "Coordinator Demo", Role.COORDINATOR)
    opened = provision(
        settings_of(profile), calendar, trust, site="AB", mode=Mode.DEMO, person=person, passphrase=PASSPHRASE
    )
    with opened.log:
        opened.log.read("PRAGMA synchronous=OFF")
        desk = door_of(opened).login("coordinator", PASSPHRASE)
        contents = _contents(opened, desk, calendar)
        number, made = 2, len(contents)
        now = datetime.now(UTC)
        calendar.turn_to(now)  # the past is written down now: a day to come is refused
        while made < responses:
            made += _past(desk, make_subject("AB", number), contents)
            number += 1
        for place in range(number, number + IN_COURSE):
            subject = make_subject("AB", place)
            desk.enrol(subject, now.date(), "en")
            desk.record_fact(subject, Fact.RANDOMISED, now.date(), arm="be")
        desk.leave()
        opened.log.checkpoint()
    return made


def _contents(opened: OpenSite, desk: Desk, calendar: Calendar) -> dict[str, dict[str, object]]:
    """One real finished response of each instrument, answered by the program's own engine."""
    subject = make_subject("AB", 1)
    desk.enrol(subject, FIRST_DAY, "en")
    desk.record_fact(subject, Fact.RANDOMISED, FIRST_DAY, arm="be")
    sitting = start(desk, subject, "baseline", "en", AnsweredBy.ALONE)
    bedside = Bedside(opened.pen, opened.library, sitting)
    for part, turn in enumerate(sitting.turns):
        items = opened.library.instrument(turn.instrument).items
        fill_in(bedside, part, {item.id: Answered(item.scale.codes[0]) for item in items}, calendar)
    desk.catch_up()
    return {str(one.response.form.id): write_response(one.response) for one in desk.responses_of(subject)}


def _past(desk: Desk, subject: str, contents: dict[str, dict[str, object]]) -> int:
    """A participant who answered every form of every visit, years ago."""
    desk.enrol(subject, FIRST_DAY, "en")
    desk.record_fact(subject, Fact.RANDOMISED, FIRST_DAY, arm="be")
    for cycle in range(CYCLES):
        desk.record_fact(subject, Fact.EMBOLIZATION, FIRST_DAY + timedelta(days=30 * cycle))
    made = 0
    for visit in desk.visits_of(subject):
        for instrument in visit.instruments:
            ses = new_id()
            finished = datetime.combine(visit.target, datetime.min.time(), UTC) + timedelta(hours=10)
            content = {
                **contents[instrument], "ses": ses, "subject": subject, "visit": visit.id,
                "finished": finished.isoformat(timespec="milliseconds"),
            }  # fmt: skip
            desk.pen.write(Kind.SESSION_DONE, content, who=PARTICIPANT, role=PARTICIPANT, ses=ses, n=1)
            made += 1
    desk.catch_up()
    return made


def door_of(opened: OpenSite) -> Doorway:
    """Return the way into an open site."""
    return Doorway(opened.pen, opened.slots, opened.library, opened.study, opened.founding, new_id)


def settings_of(profile: Path) -> Settings:
    """Return the settings of a site in this folder, with the shipped forms."""
    return Settings(profile=profile, forms=HOUSE / "forms", words=HOUSE / "translations", keystore="file")
