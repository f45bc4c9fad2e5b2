"""Two tablets of a site ask the same person the same form; the centre shows both, a person decides, one counts.

From the glass to the rows of the analysis, over everything between them: real logs, real bundles, the commands.
"""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from retnet_pro.answering.sheet import Answered
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.centre.datasets import study_data
from retnet_pro.centre.enrol import enrol
from retnet_pro.centre.folder import Centre, init_centre, open_centre
from retnet_pro.centre.store import Store
from retnet_pro.cli import commands
from retnet_pro.cli.exporting import centre_source
from retnet_pro.conduct.export import collect, export
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.journey import at_once
from retnet_pro.dataset.rows import FormRows, FormStatus
from retnet_pro.instrument.model import ItemId
from retnet_pro.study.model import Mode
from retnet_pro.sync.folder import FolderTransport
from tests.two_tablets import Tablet, make_pair, open_pair
from tests.unit.conduct.conftest import TODAY

ITEM = ItemId("q1")


@dataclass
class Network:
    """One centre and the two tablets of a site, with one participant both know."""

    centre: Centre
    pair: tuple[Tablet, Tablet]
    subject: str

    def send(self, tablet: Tablet) -> None:
        at_once(export(tablet.desk, tablet.opened.founding, FolderTransport(self.centre.drop), place="folder"))

    def take_in(self) -> dict[str, str]:
        statuses: dict[str, str] = json.loads(self.run("take-in", "--json"))["receipts"]
        return statuses

    def run(self, command: str, *words: str, exit_code: int = 0) -> str:
        done = CliRunner().invoke(commands, ["centre", command, str(self.centre.folder), *words])
        assert done.exit_code == exit_code, (done.output, done.exception)
        return done.output

    def disputes(self, *words: str) -> list[dict[str, object]]:
        found: list[dict[str, object]] = json.loads(self.run("disputes", "--json", *words))
        return found

    def decide(self, tablet: Tablet, session: str, why: str) -> None:
        named = ("--device", tablet.device, "--session", session)
        self.run("decide", *named, "--by", "Coordinator Demo", "--reason", why)

    def rows(self) -> list[FormRows]:
        """What came, as every export and the report have it."""
        with centre_source(self.centre.folder, None) as source:
            people = list(study_data(source, date(2026, 12, 1), synthetic=True).people())
        assert [one.subject.subject for one in people] == [self.subject]
        return [one for one in people[0].forms if one.form.status is FormStatus.DONE]


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    init_centre(
        tmp_path / "centre", trial="demo-trial", centre="centre", mode=Mode.DEMO,
        issued=date(2026, 1, 1), expires=date(2030, 1, 1), chance=lambda size: bytes([size]) * size,
    )  # fmt: skip
    centre = open_centre(tmp_path / "centre")
    make_pair(tmp_path / "made", centre=centre)
    pair = open_pair(tmp_path / "made", tmp_path)
    with closing(Store(centre.database)) as store:
        for one in pair:
            public = one.opened.founding.public
            at = TODAY.isoformat()
            enrol(store, dev=one.opened.founding.device, site="AB", public=public, typed=fingerprint(public), at=at)
    subject = pair[0].enrol(1)
    (tmp_path / "stick").mkdir()
    for tablet in pair:
        tablet.exchange(tmp_path / "stick")
    assert list(pair[1].desk.site.courses.subjects()) == [subject]
    yield Network(centre, pair, subject)
    for tablet in pair:
        tablet.close()


def standing(rows: list[FormRows]) -> dict[str | None, tuple[bool, int | None]]:
    """By session: whether it is disputed, and the answer that tells the two apart."""
    return {
        one.form.response: (one.form.is_disputed, {item.item: item.code for item in one.items}[ITEM]) for one in rows
    }


@pytest.mark.rule("P72", "P15", "E101")
def test_of_two_responses_the_one_a_person_decided_for_counts_and_the_other_is_never_lost(network: Network) -> None:
    one, two = network.pair
    (first,) = one.fill(network.subject, given={ITEM: Answered(1)})
    (second,) = two.fill(network.subject, given={ITEM: Answered(4)})
    for tablet in network.pair:
        network.send(tablet)
    assert set(network.take_in().values()) == {"accepted"}

    assert standing(network.rows()) == {first: (True, 1), second: (True, 4)}, "neither counts while nobody decided"
    (dispute,) = network.disputes()
    assert [dispute[name] for name in ("subject", "visit")] == [network.subject, "baseline"]
    said = network.run("reconcile", exit_code=1)
    assert "somebody must decide" in said and "Bundles" not in said

    network.decide(two, second, "the first one was begun by mistake")
    assert standing(network.rows()) == {first: (True, 1), second: (False, 4)}
    assert network.disputes() == []
    for tablet in json.loads(network.run("reconcile", "--json"))["tablets"].values():
        assert (tablet["finished"], tablet["stored"], tablet["difference"]) == (1, 1, 0)

    network.decide(one, first, "the paper in the chart says that the first one was hers")
    assert standing(network.rows()) == {first: (False, 1), second: (True, 4)}
    (dispute,) = network.disputes("--all")
    decisions = dispute["decisions"]
    assert isinstance(decisions, list)
    assert [(each["session"], each["beside"]) for each in decisions] == [
        (second, [[one.device, first]]),
        (first, [[two.device, second]]),
    ], "the decision before stays written down"


@pytest.mark.rule("P72", "T8")
def test_a_decision_stands_when_the_tablets_exchange_and_send_again(network: Network, tmp_path: Path) -> None:
    one, two = network.pair
    (first,) = one.fill(network.subject, given={ITEM: Answered(2)})
    (second,) = two.fill(network.subject, given={ITEM: Answered(3)})
    for tablet in network.pair:
        network.send(tablet)
    network.take_in()
    network.decide(one, first, "agreed with the site")
    for tablet, grade in ((one, "G1"), (two, "G2")):
        at_once(collect(tablet.desk, tablet.opened.founding, FolderTransport(network.centre.drop)))
        tablet.exchange(tmp_path / "stick")
        tablet.desk.record_fact(network.subject, Fact.GRADE, grade)
        network.send(tablet)
    assert two.filed(network.subject) == {first, second}, "both see both"
    assert set(network.take_in().values()) <= {"accepted", "duplicate"}
    assert standing(network.rows()) == {first: (False, 2), second: (True, 3)}
    assert "must decide" not in network.run("reconcile")
