"""The road to the centre is set by whoever looks after the device, and that is written down."""

from pathlib import Path

import pytest

from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.road import Road, set_road
from retnet_pro.conduct.roles import Right, Role, may
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.event import Kind
from retnet_pro.vault.road import keep_road, read_road
from tests.unit.conduct.conftest import found

ROAD = Road(address="https://centre.example:8443/retnet", certificate="-----BEGIN CERTIFICATE-----\n")


def test_people_are_told_the_name_and_the_hash_of_the_certificate() -> None:
    assert ROAD.place == "centre.example:8443"
    assert len(ROAD.sha256) == 64


@pytest.mark.rule("P10", "P41")
@pytest.mark.parametrize("role", list(Role))
def test_only_who_looks_after_the_device_sets_the_road(tmp_path: Path, role: Role) -> None:
    site = found(tmp_path)
    log, person, head = site.opened.log, Person(role.value, role.value, role), site.opened.log.head()
    assert read_road(log) is None
    if may(role, Right.KEEP_DEVICE):
        set_road(site.opened.pen, lambda kept: keep_road(log, kept), ROAD, by=person)
        assert read_road(log) == ROAD
        set_road(site.opened.pen, lambda kept: keep_road(log, kept), None, by=person)
        assert read_road(log) is None
        notes = [event.header.note for event in log.events(head.seq, {Kind.SETTING})]
        assert notes == [
            {"what": "road", "address": ROAD.address, "certificate": ROAD.sha256},
            {"what": "road", "address": None, "certificate": None},
        ]
    else:
        with pytest.raises(Refusal) as caught:
            set_road(site.opened.pen, lambda kept: keep_road(log, kept), ROAD, by=person)
        assert caught.value.code is Code.NOT_ALLOWED
        assert (log.head(), read_road(log)) == (head, None)
    log.close()
