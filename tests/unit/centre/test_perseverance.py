"""A database that breaks off is tried again for as long as somebody is patient, and every time it is said."""

import pytest

from retnet_pro.centre.perseverance import AT_ONCE, Patience, persevere
from retnet_pro.errors import Code, WorldFault

AWAY = WorldFault(Code.DATABASE_UNREACHABLE, place="trial on server", why="it is shutting down")


def failing(*faults):
    left = list(faults)

    def act():
        if left:
            raise left.pop(0)
        return "done"

    return act


def test_it_goes_on_once_the_database_is_back():
    said, pauses = [], []
    patience = Patience(tries=3, pause=lambda: pauses.append(1), say=said.append)
    assert persevere(failing(AWAY, AWAY), patience) == "done"
    assert (said, len(pauses)) == ([AWAY, AWAY], 2)


def test_patience_ends():
    patience = Patience(tries=2, pause=lambda: None, say=lambda _fault: None)
    with pytest.raises(WorldFault):
        persevere(failing(AWAY, AWAY, AWAY), patience)
    with pytest.raises(WorldFault):
        persevere(failing(AWAY), AT_ONCE)


def test_another_fault_is_not_tried_again():
    full, said = WorldFault(Code.DISK_FULL, path="x"), []
    with pytest.raises(WorldFault, match="disk-full"):
        persevere(failing(full), Patience(tries=5, pause=lambda: None, say=said.append))
    assert said == []
