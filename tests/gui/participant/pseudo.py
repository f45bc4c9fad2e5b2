"""A language nobody speaks: every letter accented, every text nearly half as long again. Made for tests, never shipped.

What stands on a screen in plain letters did not come from a translation; what is cut would be cut in a long language.
"""

import re
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from retnet_pro.gui.interface import InterfaceWords
from retnet_pro.instrument.translation import read_translation
from tests.fakes import HOUSE

PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
ACCENTED = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýž"
LONGER = 0.4
FILLING = "öñé ţŵö ţĥŕéé ƒöûŕ ƒîṽé šîẋ "

LEFT, RIGHT = "en-XA", "ar-XB"
"""Tags of the language, read from the left and from the right."""

_KEPT = re.compile(r"(\{\w+\}|%n)")
_TABLE = str.maketrans(PLAIN, ACCENTED)


def pseudo(text: str) -> str:
    """Return a text in the language, places for facts kept."""
    said = "".join(part if _KEPT.fullmatch(part) else part.translate(_TABLE) for part in _KEPT.split(text))
    wanted = int(len(text) * LONGER) + 1
    return f"{said} {(FILLING * (wanted // len(FILLING) + 1))[:wanted].strip()}"


def install_pseudo() -> InterfaceWords:
    """Let the program speak the language."""
    asked = read_translation(HOUSE / "translations" / "interface_en.ts")
    counted = asked.plurals.keys()
    words = InterfaceWords(
        {key: pseudo(key[1]) for key in asked.asked - counted}, {key: (pseudo(key[1]),) * 2 for key in counted}
    )
    QCoreApplication.installTranslator(words)
    return words


def pseudo_words(wording, language):
    """Return a wording in the language."""
    return replace(
        wording,
        language=language,
        right_to_left=language == RIGHT,
        notice=pseudo(wording.notice),
        title=pseudo(wording.title),
        instruction=pseudo(wording.instruction),
        recalls={name: pseudo(text) for name, text in wording.recalls.items()},
        labels={name: {code: pseudo(text) for code, text in words.items()} for name, words in wording.labels.items()},
        items={item: pseudo(text) for item, text in wording.items.items()},
        not_applicable={item: pseudo(text) for item, text in wording.not_applicable.items()},
    )


def plain_letters(text: str, facts: tuple[str, ...]) -> str:
    """Return what of a text is neither in the language nor one of these facts."""
    for fact in sorted(facts, key=len, reverse=True):
        text = text.replace(fact, "")
    return "".join(letter for letter in text if letter in PLAIN)
