"""The numbers of the web page are those of the database: what was set aside, what a person must decide, what is stuck.

With real bundles, and through what a person does about them: each leaves the page when it is dealt with.
"""

import re
from dataclasses import replace

import pytest

from retnet_pro.centre.counting import Counter, count_sites
from retnet_pro.centre.deciding import decide
from retnet_pro.centre.records import RecordReader
from retnet_pro.centre.review import Reviewer, close_bundle, close_record, try_again
from tests.unit.centre.conftest import AT, NOW
from tests.unit.centre.test_counting import STUDY
from tests.unit.centre.test_dashboard import Visit, words


def count(bench):
    """What `centre open` does after each round."""
    count_sites(bench.store, Counter(bench.opener.unsealer, STUDY), NOW)


def cells(page, caption):
    """The rows of one table as a person reads them, without its head."""
    table = page.partition(f"<caption>{caption}")[2].partition("</table>")[0].partition("<tbody>")[2]
    return [[words(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)] for row in table.split("<tr>")[1:]]


@pytest.mark.rule("P72")
def test_two_responses_for_one_time_point_stand_on_the_pages_until_a_person_decided(bench):
    for dev, seed, ses in (("tab-1", b"t" * 32, "ses-1"), ("tab-2", b"u" * 32, "ses-2")):
        tablet = bench.tablet(dev, seed)
        tablet.session(ses)
        bench.send(tablet)
    bench.round()
    count(bench)
    visit = Visit(bench)
    visit.log_in()
    assert "Several responses for one time point: ▲ 1 wait for a person to decide · 0 decided" in words(
        visit.page("/sites/S01")
    )
    assert "▲ 1 wait for a person to decide. 0 decided." in words(visit.page("/records"))
    for response, why in ((("tab-2", "ses-2"), "asked the site"), (("tab-1", "ses-1"), "the other way round")):
        decide(bench.store, response, by="Coordinator Demo", why=why, at=AT)
        assert "Several responses for one time point: none waits · 1 decided" in words(visit.page("/sites/S01"))
        records = words(visit.page("/records"))
        assert "None waits for a person. 1 decided." in records and "▲" not in records
        assert "The numbers add up: the difference is 0." in records, "and the one that does not count is stored"


@pytest.mark.rule("P72")
def test_what_was_set_aside_stands_on_the_pages_by_site_and_tablet_until_somebody_looked(bench):
    whole, bare = (
        bench.opener,
        replace(
            bench.opener,
            records=RecordReader(mode=bench.centre.mode, unsealer=bench.opener.unsealer, instruments=()),
        ),
    )
    tablet, other = bench.tablet(), bench.tablet("tab-2", b"u" * 32)
    for made, sessions in ((tablet, ("ses-1", "ses-2")), (other, ("ses-3",))):
        for ses in sessions:
            made.session(ses)
        bench.send(made)
    bench.opener = bare
    bench.round()
    count(bench)
    visit = Visit(bench)
    visit.log_in()

    def shown():
        """Of the whole site; of each tablet on its page; finished, stored, set aside and closed where they add up."""
        of_site = [row[-1] for row in cells(visit.page("/"), "Sites")]
        of_tablet = [row[-1] for row in cells(visit.page("/sites/S01"), "Tablets")]
        records = [(*row[3:6], row[9]) for row in cells(visit.page("/records"), "Records by tablet")][:2]
        return of_site, of_tablet, records

    assert shown() == (["3"], ["2", "1"], [("2", "0", "2", "0"), ("1", "0", "1", "0")])
    reviewer = Reviewer(by="Coordinator Demo", at=AT, why="seen")
    close_record(bench.store, other.dev, len(other.events), reviewer)
    assert shown() == (["2 1 closed"], ["2", "0 1 closed"], [("2", "0", "2", "0"), ("1", "0", "1", "1")])
    bench.opener = whole
    try_again(bench.store, whole, reviewer, dev=tablet.dev)
    assert shown() == (["0 1 closed"], ["0", "0 1 closed"], [("2", "2", "0", "0"), ("1", "0", "1", "1")])
    assert "The numbers add up: the difference is 0." in words(visit.page("/records"))


@pytest.mark.rule("P72", "P47")
def test_a_bundle_that_was_refused_stands_on_the_pages_until_somebody_closed_it(bench):
    tablet = bench.tablet()
    tablet.session("ses-1")
    bench.send(tablet)
    refused = bench.send(tablet, after=2, trial="ANOTHER")
    bench.round()
    count(bench)
    visit = Visit(bench)
    visit.log_in()

    def shown():
        pages = (
            words(visit.page("/records"))
            .partition("Bundles not taken in Now: ")[2]
            .partition(". What waits")[0]
            .rstrip()
        )
        return pages, cells(visit.page("/"), "Sites")[0][-2], cells(visit.page("/sites/S01"), "Tablets")[0][-2]

    assert shown() == ("1 refused",) * 3
    close_bundle(bench.store, refused.id, Reviewer(by="Coordinator Demo", at=AT, why="a rehearsal's"))
    assert shown() == ("none",) * 3
