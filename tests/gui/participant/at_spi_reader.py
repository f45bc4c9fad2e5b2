"""What a screen reader of the desktop does, in a process of its own and with the system's own library.

It walks the tree on the accessibility bus, presses by actions alone, and prints what it heard. Runs with the system's
interpreter.
"""

import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE_S = 20


def tablet():
    """Return the window of the tablet once it is on the bus."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        desktop = Atspi.get_desktop(0)
        for n in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(n)
            if found is not None and found.get_child_count():
                found.set_cache_mask(Atspi.Cache.NONE)
                return found.get_child_at_index(0)
        time.sleep(0.1)
    sys.exit("no tablet on the bus")


def below(one):
    """Yield what is on screen, in reading order."""
    for n in range(one.get_child_count()):
        child = one.get_child_at_index(n)
        if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield child
            yield from below(child)


def now(window):
    """Return the title, the options and the buttons by name of the screen as it is now."""
    title, every = window.get_name(), list(below(window))
    options = [one for one in every if one.get_role() == Atspi.Role.RADIO_BUTTON]
    buttons = {one.get_name(): one for one in every if one.get_role() == Atspi.Role.PUSH_BUTTON}
    return (title, options, buttons) if title == window.get_name() else now(window)


def press(one):
    """Do its first action."""
    one.get_action_iface().do_action(0)


def wait_for(window, done):
    """Look again until something has come about; return the screen."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        screen = now(window)
        if done(*screen):
            return screen
        time.sleep(0.02)
    sys.exit(f"waited in vain at {now(window)[0]!r}")


def is_chosen(option):
    return option.get_state_set().contains(Atspi.StateType.CHECKED)


PIN = "2741"
ASIDE = (
    *("Help", "Somebody is helping me"),
    *("Somebody reads the questions to me, and I tap", "I cannot see the screen well"),
)
REST = ("Rest", "Go on")
STOP = ("Rest", "Stop here and hand the tablet back", "Yes, stop here", "I have no time now")
ON_THE_WAY = ("Yes, this is my code", "Start the practice", "Go to the questions", "I have finished", "Next")
"""What is pressed on a page that asks nothing else, the first of them that stands there."""


class Reader:
    """One sitting through the bus."""

    def __init__(self, window):
        self.window = window
        self.screen = wait_for(window, lambda _title, _options, buttons: ON_THE_WAY[0] in buttons)
        self.asked = 0
        self.seen = []

    def go(self, name):
        """Press a button and wait for another page."""
        before, _, buttons = self.screen
        press(buttons[name])
        self.screen = wait_for(self.window, lambda title, *_: title != before)

    def enter_pin(self):
        for digit in PIN:
            press(self.screen[2][digit])
        before, _, buttons = wait_for(self.window, lambda _title, _options, buttons: "Done" in buttons)
        press(buttons["Done"])
        self.screen = wait_for(self.window, lambda title, *_: title != before)

    def choose(self, at, options):
        print("heard", options[at].get_name(), "|", options[at].get_description(), flush=True)
        press(options[at])
        _, options, _ = self.screen = wait_for(
            self.window, lambda _title, options, _buttons: at < len(options) and is_chosen(options[at])
        )
        assert sum(map(is_chosen, options)) == 1

    def change_first(self):
        """Open the first line of the list of answers through its own action and choose another answer."""
        before, *_ = self.screen
        line = next(one for one in below(self.window) if one.get_role() == Atspi.Role.LIST_ITEM)
        press(line)
        _, options, _ = self.screen = wait_for(self.window, lambda title, *_: title != before)
        self.choose(1, options)
        self.go("Next")

    def form(self, stops):
        """Answer one question after the other, leave the second out, rest, and change the first at the end."""
        place = 0
        while "I have finished" not in self.screen[2]:
            _, options, buttons = self.screen
            if not options:
                self.go("Go on without an answer" if "Go on without an answer" in buttons else "Next")
                continue
            place += 1
            if place == 2 and stops:
                for name in STOP:
                    self.go(name)
                return
            if place == 2:
                for name in REST:
                    self.go(name)
                self.go("Next")
                continue
            last = options[-1].get_name()
            self.choose(len(options) - 1 if last.startswith("I did not") else self.asked % len(options), options)
            self.asked += 1
            self.go("Next")
        self.change_first()
        self.go("I have finished")


def main(stops):
    reader = Reader(tablet())
    while "Staff" not in reader.screen[2]:
        title, _, buttons = reader.screen
        reader.seen.append(title.partition(" - ")[0])
        if "PIN" in title:
            reader.enter_pin()
        elif title.startswith("First, a short practice"):
            for name in ASIDE:
                reader.go(name)
            assert reader.screen[0] == title, "who answers comes back to where it was asked"
            reader.go("Start the practice")
        elif "Go to the questions" in buttons:
            reader.go("Go to the questions")
        elif "Next" in buttons:
            reader.form(stops and "Practice" not in reader.seen[-1])
        else:
            reader.go(next(name for name in ON_THE_WAY if name in buttons))
    press(reader.screen[2]["Staff"])
    print("pages", " / ".join(reader.seen), flush=True)
    print("asked", reader.asked, flush=True)


main(stops=sys.argv[1:] == ["stops"])
