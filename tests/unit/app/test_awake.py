"""The screen stays on while a participant reads: asked of the desktop over a real bus, and nothing waits for it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[3]
ASK = """
import sys
from PySide6.QtCore import QCoreApplication
from retnet_pro.app.awake import Awake
application = QCoreApplication([])
awake, said = Awake(), []
awake.settled.connect(lambda ok: (said.append(ok), len(said) == 2 and application.quit()))
if awake.findChildren(type(awake).__mro__[1]):
    application.exec()
print(said)
"""
DESKTOP = """
from jeepney import HeaderFields, MessageType, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
bus = open_dbus_connection("SESSION")
bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.ScreenSaver"))
print("ready", flush=True)
while True:
    asked = bus.receive()
    head = asked.header
    if head.message_type is MessageType.method_call and head.fields.get(HeaderFields.member) == "Inhibit":
        print(*asked.body, sep="|", flush=True)
        bus.send(new_method_return(asked, "u", (7,)))
"""


def ask(bus: str) -> str:
    of_a_desktop = ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")
    kept = {name: value for name, value in os.environ.items() if name not in of_a_desktop}
    env = kept | ({"DBUS_SESSION_BUS_ADDRESS": bus} if bus else {})
    done = subprocess.run([sys.executable, "-c", ASK], env=env, cwd=HOUSE, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def bus() -> Iterator[str]:
    if shutil.which("dbus-daemon") is None:
        pytest.skip("there is no dbus-daemon here")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    with daemon:
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.mark.rule("E30", "E56")
def test_a_desktop_is_asked_to_keep_the_screen_on(bus: str) -> None:
    env = os.environ | {"DBUS_SESSION_BUS_ADDRESS": bus}
    desktop = subprocess.Popen([sys.executable, "-c", DESKTOP], env=env, stdout=subprocess.PIPE, text=True)
    assert desktop.stdout is not None
    with desktop:
        assert desktop.stdout.readline() == "ready\n"
        assert ask(bus) == "[True, True]"
        assert desktop.stdout.readline() == "RETNET-Pro|A participant is answering questions\n"
        desktop.terminate()


def test_a_desktop_that_knows_no_such_wish_stops_nothing(bus: str) -> None:
    assert ask(bus) == "[False, False]"


def test_without_a_desktop_nobody_is_asked_and_no_bus_is_started() -> None:
    assert ask("") == "[]"
