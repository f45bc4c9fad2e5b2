"""Is a passphrase hard enough to guess? Length decides; nobody is made to type a digit or a sign (rule P46).

Fifteen characters after Unicode normalisation, and enough of them must be left when what an attacker tries first
(phrases many people come upon, this program, the site, the person) and the finger's habits (repeats, rows of keys) are
taken away. Digits in place of letters change nothing.
"""

import itertools
import re
import unicodedata
from functools import cache
from pathlib import Path

from retnet_pro.errors import Code, Refusal

MINIMUM = 15
"""Characters; the minimum of NIST SP 800-63B-4 for a passphrase that stands alone."""
MAXIMUM = 256
"""Longer input is a mistake or an attack on the memory of the tablet."""
LEFT_OVER = 8
"""Characters that must remain when everything foreseeable is taken away."""

_FORESEEABLE = ("retnetpro", "retnet", "passphrase", "password", "passwort", "kennwort", "questionnaire", "tablet")
COMMON = Path(__file__).with_name("common_passphrases.txt")
"""Phrases many people come upon; put together for this project, see its first lines."""
_FOLD = str.maketrans(
    {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "ä": "ae", "ö": "oe", "ü": "ue"}
)
"""Spellings by which a phrase stays the same phrase."""
_WALKS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "qwertzuiop",
    "azertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "yxcvbnm",
)
_STEPS = {pair for walk in _WALKS for way in (walk, walk[::-1]) for pair in itertools.pairwise(way)}


def normal(passphrase: str) -> str:
    """Return the form that is measured and used: NFC, so that every keyboard gives the same letters."""
    return unicodedata.normalize("NFC", passphrase)


def check_passphrase(passphrase: str, user: str, site: str) -> None:
    """Return if the passphrase is hard enough to guess.

    Raises:
        Refusal: `WEAK_PASSPHRASE`, saying why; the passphrase itself is not among the facts.
    """
    text = normal(passphrase)
    if len(text) < MINIMUM:
        raise _weak("it is too short")
    if len(text) > MAXIMUM:
        raise _weak("it is too long")
    names = f"{user} {site}"
    if min(_surprises(text, names), _surprises(_folded(text), _folded(names))) < LEFT_OVER:
        raise _weak("it consists of phrases, names, repeats or rows of keys that are tried first")


@cache
def common_phrases() -> tuple[str, ...]:
    """Return the phrases of the blocklist, folded, the longest first."""
    lines = COMMON.read_text(encoding="utf-8").splitlines()
    return tuple(sorted({_folded(line) for line in lines if not line.startswith("#")}, key=len, reverse=True))


def _folded(text: str) -> str:
    return text.casefold().translate(_FOLD)


def _surprises(text: str, names: str) -> int:
    """Count the characters that neither follow from the one before nor belong to something that is tried first."""
    plain = re.sub(r"[\W_]+", "", text.casefold())
    own = (word for word in re.split(r"[\W_]+", names.casefold()) if len(word) > 2)
    for known in (*common_phrases(), *sorted((*_FORESEEABLE, *own), key=len, reverse=True)):
        plain = plain.replace(known, "")
    period = (plain + plain).find(plain, 1)
    unit = plain[:period] if period > 0 else plain
    return sum(here != before and (before, here) not in _STEPS for before, here in itertools.pairwise(" " + unit))


def _weak(why: str) -> Refusal:
    return Refusal(Code.WEAK_PASSPHRASE, why=why, minimum=MINIMUM)
