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


def main():
    window, asked = tablet(), 0
    title, options, buttons = wait_for(window, lambda _title, _options, buttons: "Yes, this is my code" in buttons)
    press(buttons["Yes, this is my code"])
    while True:
        before = title
        title, options, buttons = wait_for(window, lambda title, *_, before=before: title != before)
        if "Staff" in buttons:
            press(buttons["Staff"])
            break
        if options:
            at = asked % len(options)
            asked += 1
            print("heard", options[at].get_name(), "|", options[at].get_description(), flush=True)
            press(options[at])
            wait_for(window, lambda _title, options, _buttons, at=at: at < len(options) and is_chosen(options[at]))
            assert sum(map(is_chosen, options)) == 1
        press(buttons.get("I have finished") or buttons["Next"])
    print("asked", asked, flush=True)


main()
