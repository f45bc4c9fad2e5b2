"""How the tablet stands, read from the system as it tells it; what it does not tell is not known."""

from pathlib import Path

import pytest

from retnet_pro.app.device import device_state


def supply(power: Path, name: str, **facts: str) -> None:
    (power / name).mkdir(parents=True)
    for fact, value in facts.items():
        (power / name / fact).write_text(f"{value}\n")


def test_the_battery_and_the_room_on_the_disk_are_read(tmp_path: Path) -> None:
    supply(tmp_path, "AC", type="Mains", online="1")
    supply(tmp_path, "BAT0", type="Battery", capacity="64", status="Discharging")
    found = device_state(tmp_path, tmp_path)
    assert (found.battery, found.is_charging) == (64, False)
    assert found.disk_free is not None
    assert found.disk_free > 0


@pytest.mark.parametrize(("status", "charging"), [("Charging", True), ("Full", True), ("Unknown", False)])
def test_a_battery_on_a_plug_is_charging(tmp_path: Path, status: str, charging: bool) -> None:
    supply(tmp_path, "BAT0", type="Battery", capacity="12", status=status)
    assert device_state(tmp_path, tmp_path).is_charging is charging


def test_the_battery_of_a_pen_is_not_the_tablet_s(tmp_path: Path) -> None:
    supply(tmp_path, "BAT0", type="Battery", capacity="80", status="Charging")
    supply(tmp_path, "pen", type="Battery", capacity="5", status="Discharging", scope="Device")
    assert device_state(tmp_path, tmp_path).battery == 80


@pytest.mark.parametrize("facts", [{}, {"type": "Battery"}, {"type": "Battery", "capacity": "?", "status": "Full"}])
def test_what_the_system_does_not_tell_is_not_known(tmp_path: Path, facts: dict[str, str]) -> None:
    supply(tmp_path, "BAT0", **facts)
    assert device_state(tmp_path, tmp_path).battery is None
    nowhere = device_state(tmp_path / "none", tmp_path / "none")
    assert (nowhere.battery, nowhere.disk_free) == (None, None)
