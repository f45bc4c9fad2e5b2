"""How the tablet itself stands: its battery, where the system tells, and the room left on its disk."""

import shutil
from contextlib import suppress
from pathlib import Path

from retnet_pro.gui.staff.house import DeviceState

POWER = Path("/sys/class/power_supply")
"""Where Linux tells of batteries; elsewhere nothing is known of them."""


def device_state(folder: Path, power: Path = POWER) -> DeviceState:
    """Return how the device stands; `folder` lies on the disk whose room counts.

    What cannot be found out is None: not knowing it is no reason to hold up a clinic.
    """
    battery, is_charging = _battery(power)
    free = None
    with suppress(OSError):
        free = shutil.disk_usage(folder).free
    return DeviceState(battery=battery, is_charging=is_charging, disk_free=free)


def _battery(power: Path) -> tuple[int | None, bool]:
    """Return the emptiest battery in per cent, and whether it is being charged."""
    found: list[tuple[int, bool]] = []
    with suppress(OSError):
        for one in sorted(power.iterdir()):
            with suppress(OSError, ValueError):
                if (one / "type").read_text().strip() == "Battery" and _is_of_the_device(one):
                    level = int((one / "capacity").read_text())
                    status = (one / "status").read_text().strip()
                    found.append((min(max(level, 0), 100), status in ("Charging", "Full")))
    return min(found) if found else (None, False)


def _is_of_the_device(battery: Path) -> bool:
    """Whether it drives the tablet: batteries of a mouse or a pen say that their scope is a device of its own."""
    with suppress(OSError):
        return (battery / "scope").read_text().strip() != "Device"
    return True
