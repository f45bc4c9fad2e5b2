"""What the pages of a screens book are called."""

from collections.abc import Iterable

from retnet_pro.report.screens import Picture, ScreenSet

_SCREENS = {
    "welcome": "Is this your code?",
    "practice-offer": "Practice is offered",
    "practice-instructions": "Practice, instructions",
    "practice-question": "Practice, question",
    "practice-review": "Practice, all answers",
    "practice-done": "Practice is over",
    "instructions": "Instructions of the form",
    "question": "Question",
    "skip": "Left out, asked once: question",
    "help": "Help",
    "help-2": "Help, second page",
    "help-3": "Help, third page",
    "rest": "Rest",
    "stop": "Stop here?",
    "fault": "An answer cannot be stored",
    "review": "All answers",
    "thanks": "Thanks",
}
_STATES = {"": "", "open": ", no answer", "chosen": ", first answer chosen"}
_LOOKS = {"light": "light", "dark": "dark", "high-contrast": "high contrast"}


def screen_words(picture: Picture) -> str:
    """Say which screen it is; one without a name of its own here goes by its key."""
    number = "" if picture.number is None else f" {picture.number}"
    part = f", part {picture.part} of {picture.parts}" if picture.parts > 1 else ""
    name = _SCREENS.get(picture.screen, picture.screen)
    return f"{name}{number}{_STATES.get(picture.state, picture.state)}{part}"


def look_words(look: str) -> str:
    """Say which colours."""
    return _LOOKS.get(look, look)


def variant_words(percent: int, look: str) -> str:
    """Say text size and colours."""
    return f"{percent} %, {look_words(look)}"


def variants(pictures: Iterable[Picture]) -> tuple[tuple[int, str], ...]:
    """Return the text sizes and looks there are, in the order they were drawn."""
    return tuple(dict.fromkeys((picture.percent, picture.look) for picture in pictures))


def range_words(pictures: Iterable[Picture]) -> str:
    """Say which text sizes and looks these pictures are drawn in."""
    known = variants(pictures)
    sizes = ", ".join(f"{percent}" for percent in sorted({percent for percent, _ in known}))
    looks = ", ".join(dict.fromkeys(look_words(look) for _, look in known))
    return f"{sizes} % in {looks}"


def standing_words(one: ScreenSet) -> str:
    """Say what the wording may be used for."""
    if one.demonstration:
        return "Demonstration wording, not valid for data collection"
    return f"Licensed: {one.licence}" if one.licence else "Needs no licence"
