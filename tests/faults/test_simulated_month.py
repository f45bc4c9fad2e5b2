"""A month of three tablets and a centre on PostgreSQL, with everything going wrong, ends with nothing lost or doubled.

One site sends over SFTP, one by a stick that is carried; a third tablet is lent and lost. Lines are cut, the stick is
pulled out, receipts are lost, late or fetched twice; bundles come twice, in another order, cut off, altered, forged and
replayed by another tablet; openers are killed and the database is restarted within a transaction; a clock is wrong; a
tablet is closed with bundles under way. At the end logs and centre are equal, and what was sent is opened with `age`,
`tar` and `ssh-keygen` alone.

Fault model: see `month_faults`. Disks keep what they were told to keep; keys are not stolen but with the lent tablet.
"""

import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from unittest.mock import patch

import pytest
from click.testing import CliRunner

from retnet_pro.bundle.container import split
from retnet_pro.centre.enrol import allowed_signers
from retnet_pro.centre.folder import Centre
from retnet_pro.centre.store import Store
from retnet_pro.centre.url_files import keep_database
from retnet_pro.cli import commands
from retnet_pro.cli.coordinating import count_centre
from retnet_pro.cli.synthetic import COORDINATOR, PASSPHRASE
from retnet_pro.conduct import export as sending
from retnet_pro.conduct.alerts import alert_history
from retnet_pro.conduct.export import is_worth_sending
from retnet_pro.record.event import Kind
from retnet_pro.settings import read_settings
from tests.drop_server import needs_sshd
from tests.faults.month import EVENING, START, Sent, Tablet, at
from tests.faults.month_faults import DAYS, KINDS, Month
from tests.faults.sizes import SIZES

PARTICIPANTS, SMALL = 5, 80_000
"""Participants who join a site in a month; bundles of some dozen events, so that a later one can come first."""
missing = [tool for tool in ("age", "tar", "ssh-keygen") if not shutil.which(tool)]
needs_tools = pytest.mark.skipif(bool(missing), reason=f"not installed here: {', '.join(missing)}")
pytestmark = [needs_sshd, pytest.mark.rule("P72", "P80", "P82")]


@pytest.fixture(scope="module", params=range(SIZES.month_plays))
def month(request, postgres, tmp_path_factory) -> Iterator[Month]:
    folder = tmp_path_factory.mktemp("month")
    with patch.object(sending, "split", partial(split, limit=SMALL)):
        made = Month(
            folder, postgres, months=SIZES.months, participants=PARTICIPANTS * SIZES.months, seed=request.param + 1
        )
        try:
            made.play()
            yield made
        finally:
            made.close()


def tablets_of(month: Month) -> list[Tablet]:
    return [*(site.tablet for site in month.sites.values()), month.lent]


def differences(month: Month, url: str) -> list[str]:
    """Compare the centre with every tablet, event by event; return what is not the same."""
    found = []
    with closing(Store(url)) as store, store.reading() as ledger:
        responses = Counter((one.dev, one.response.ses) for one in ledger.responses())
        for tablet in tablets_of(month):
            held, own = list(ledger.events(tablet.dev)), tablet.events
            rest = own[len(held) :]
            found += [f"{tablet.dev}: event {a.header.seq}" for a, b in zip(held, own, strict=False) if a != b]
            if len(held) > len(own) or (tablet is not month.lent and is_worth_sending(rest)):
                found.append(f"{tablet.dev}: {len(held)} events held of {len(own)}")
            done = {one.header.ses for one in own[: len(held)] if one.header.kind is Kind.SESSION_DONE}
            if {ses: n for (dev, ses), n in responses.items() if dev == tablet.dev} != dict.fromkeys(done, 1):
                found.append(f"{tablet.dev}: its responses")
    return found


def reconcile(centre: Centre) -> tuple[int, dict]:
    done = CliRunner().invoke(commands, ["centre", "reconcile", str(centre.folder), "--json"])
    return done.exit_code, json.loads(done.output)


def count(month: Month, centre: Centre, days: int) -> None:
    last = START + timedelta(days=SIZES.months * DAYS + days)
    count_centre(centre, read_settings().study, at(last, EVENING))


def copied(month: Month, folder: Path) -> tuple[Centre, str]:
    """Copy the centre with its database; return it and the name of that database."""
    network, postgres = month.network, month.network.postgres
    month.store.close()  # whatever is connected would keep the database from being copied
    before = name_of(network.url)
    postgres.say(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{before}'", "postgres")
    url = postgres.database(like=before)
    centre = replace(network.centre, folder=Path(shutil.copytree(network.centre.folder, folder / "centre")))
    keep_database(centre.folder, url)
    return centre, name_of(url)


def name_of(url: str) -> str:
    return url.rpartition("@/")[2].partition("?")[0]


@pytest.mark.rule("T5", "T7", "T8", "T12", "T13", "T14", "P47", "P70")
def test_every_fault_struck_and_the_logs_are_equal_at_the_end(month: Month, record_figure) -> None:
    found = differences(month, month.network.url)
    record_figure(goal="simulated month", runs=sum(month.struck.values()), violations=len(found), since=month.began)
    assert found == []
    assert SIZES.months > 1 or not any(month.left.values()), month.left
    assert set(month.struck) == KINDS and min(month.struck.values()) >= 1
    assert "database-unreachable" in month.network.broke
    assert all(len(tablet.events) > 100 for tablet in tablets_of(month)), "a month in which little happened"
    steps = [one for site in month.sites.values() for one in site.tablet.events if one.header.kind is Kind.CLOCK_STEP]
    assert len(steps) >= 2 * month.struck["clock wrong"] - 1, "a wrong clock is seen when it goes wrong and right again"


@pytest.mark.rule("E67", "P71")
def test_the_centre_reconciles_to_no_difference_and_the_lost_tablet_alone_is_left_to_decide(
    month: Month, tmp_path: Path
) -> None:
    count(month, month.network.centre, 10)
    code, said = reconcile(month.network.centre)
    assert (code, said["difference"], said["set_aside"], said["disputed"]) == (1, 0, [], [])
    for tablet in tablets_of(month):
        row = said["tablets"][tablet.dev]
        assert row["finished"] == row["stored"] > 0, row
    assert set(said["not_taken_in"]) == {month.lent.dev}, "its bundles wait for a person, and nobody else's do"
    assert set(said["not_taken_in"][month.lent.dev]) == {"refused"}
    centre, _ = copied(month, tmp_path)
    listed = CliRunner().invoke(commands, ["centre", "set-aside", "list", str(centre.folder), "--json"])
    for bundle in {one["bundle"] for one in json.loads(listed.output)}:
        close = ["centre", "set-aside", "close", str(centre.folder), "--bundle", bundle]
        done = CliRunner().invoke(commands, [*close, "--by", "Coordinator Demo", "--reason", "the tablet was lost"])
        assert done.exit_code == 0, done.output
    assert reconcile(centre)[0] == 0, "nothing else is left"


@pytest.mark.rule("E85")
def test_the_alerts_of_the_month_are_at_the_centre_with_what_was_done(month: Month) -> None:
    done = CliRunner().invoke(commands, ["centre", "alerts", str(month.network.centre.folder), "--json"])
    listed = [(one["tablet"], one["subject"], one["rule"], len(one["acts"])) for one in json.loads(done.output)]
    own = []
    for tablet in tablets_of(month):
        desk = tablet.door.login(COORDINATOR.user, PASSPHRASE)
        own += [(tablet.dev, one.subject, one.fact.alert.rule, len(one.fact.acts)) for one in alert_history(desk)]
        desk.leave()
    assert sorted(listed) == sorted(own) != []
    assert any(acts for *_, acts in own), "nobody answered an alert"


def run(*words: str, cwd: Path, given: bytes = b"") -> bytes:
    done = subprocess.run(words, cwd=cwd, input=given, capture_output=True, check=False)
    assert done.returncode == 0, (words, done.stderr)
    return done.stdout


def opened_alone(sent: Sent, folder: Path, box: Path) -> dict[str, dict]:
    """Verify and open a bundle with the ordinary tools; return the finished responses in it."""
    folder.mkdir()
    (folder / "b.sig").write_bytes(sent.signature)
    signed = ("-f", "../signers", "-I", sent.dev, "-n", "bundle@retnet-pro", "-s", "b.sig")
    run("ssh-keygen", "-Y", "verify", *signed, cwd=folder, given=sent.data)
    run("tar", "x", cwd=folder, given=run("age", "-d", "-i", str(box), cwd=folder, given=sent.data))
    return {
        one.stem: json.loads(run("age", "-d", "-i", str(box), one.name, cwd=one.parent))
        for one in sorted(folder.glob("responses/*.age"))
    }


@needs_tools
@pytest.mark.rule("P70", "P04")
def test_age_tar_and_ssh_keygen_alone_open_what_was_sent(month: Month, tmp_path: Path) -> None:
    (tmp_path / "signers").write_text(allowed_signers(month.store))
    box = month.network.centre.box
    found = {}
    for number, sent in enumerate(month.sent):
        found |= {(sent.dev, ses): one for ses, one in opened_alone(sent, tmp_path / str(number), box).items()}
    with month.store.reading() as ledger:
        held = {(one.dev, str(one.response.ses)): one.response.subject for one in ledger.responses()}
    assert {key: one["subject"] for key, one in found.items()} == held
    assert len(held) == sum(
        one.header.kind is Kind.SESSION_DONE for tablet in tablets_of(month) for one in tablet.events
    )
    altered = replace(month.sent[0], data=month.sent[0].data[:-1] + bytes([month.sent[0].data[-1] ^ 1]))
    with pytest.raises(AssertionError, match="ssh-keygen"):
        opened_alone(altered, tmp_path / "altered", box)


@pytest.mark.rule("P84")
@pytest.mark.parametrize(
    ("change", "is_counted"),
    [
        ("DELETE FROM event WHERE seq = 30 AND dev = '{dev}'", False),
        (
            "UPDATE event SET sealed = sealed || '\\x00' WHERE dev = '{dev}' AND seq = "
            "(SELECT min(seq) FROM event WHERE dev = '{dev}' AND sealed IS NOT NULL)",
            False,
        ),
        ("DELETE FROM response WHERE ctid = (SELECT min(ctid) FROM response WHERE dev = '{dev}')", True),
    ],
)
def test_one_row_removed_or_altered_is_a_difference(
    month: Month, tmp_path: Path, change: str, is_counted: bool
) -> None:
    dev = month.sites["stick"].tablet.dev
    centre, name = copied(month, tmp_path)
    assert differences(month, centre.database) == []
    month.network.postgres.say(change.format(dev=dev), name)
    assert any(one.startswith(dev) for one in differences(month, centre.database))
    if is_counted:
        count(month, centre, 11)
        code, said = reconcile(centre)
        assert (code, said["difference"]) == (1, 1)
