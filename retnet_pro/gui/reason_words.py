"""Reasons that failures give as a fact, inside their sentence, in the language of the interface.

They are written where the failure is noticed, in English; here stands every one that somebody at a tablet may read.
A reason that is not here, such as what an operating system says of itself, stays as it is.
"""

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

REASONS = (
    # a passphrase, an account name, a study code
    QT_TRANSLATE_NOOP("words", "it is too short"),
    QT_TRANSLATE_NOOP("words", "it is too long"),
    QT_TRANSLATE_NOOP("words", "it consists of phrases, names, repeats or rows of keys that are tried first"),
    QT_TRANSLATE_NOOP("words", "it may have small letters a-z, digits, dots and hyphens only, 2 to 32 of them"),
    QT_TRANSLATE_NOOP("words", "the program itself writes under it"),
    QT_TRANSLATE_NOOP("words", "the name shown beside it is empty, too long or has strange characters"),
    QT_TRANSLATE_NOOP("words", "it does not begin with the letters of this site"),
    QT_TRANSLATE_NOOP("words", "it has another form"),
    QT_TRANSLATE_NOOP("words", "the last digit does not fit the others, so at least one of them is wrong"),
    # a place that cannot be reached, what came back from it
    QT_TRANSLATE_NOOP("words", "it was too slow"),
    QT_TRANSLATE_NOOP("words", "its name cannot be found on this network"),
    QT_TRANSLATE_NOOP("words", "it refuses connections"),
    QT_TRANSLATE_NOOP("words", "its answer was cut off or makes no sense"),
    QT_TRANSLATE_NOOP("words", "the connection was cut off"),
    QT_TRANSLATE_NOOP("words", "what it sent is not TLS 1.3, or was changed on the way"),
    QT_TRANSLATE_NOOP("words", "the connection failed"),
    QT_TRANSLATE_NOOP("words", "its certificate is not valid yet; is the clock of this tablet right?"),
    QT_TRANSLATE_NOOP("words", "its certificate has ended, or the clock of this tablet is wrong"),
    QT_TRANSLATE_NOOP("words", "its certificate is for another name"),
    QT_TRANSLATE_NOOP("words", "its certificate is for another address"),
    QT_TRANSLATE_NOOP("words", "its certificate is not the pinned one"),
    QT_TRANSLATE_NOOP("words", "the centre does not know this tablet yet, or has closed it"),
    QT_TRANSLATE_NOOP("words", "there is no such file at the centre"),
    QT_TRANSLATE_NOOP("words", "the centre lacks the signature of the bundle"),
    QT_TRANSLATE_NOOP("words", "the centre takes in no file of this size"),
    QT_TRANSLATE_NOOP("words", "the centre found the bundle not genuine"),
    QT_TRANSLATE_NOOP("words", "the centre asks to wait a while"),
    QT_TRANSLATE_NOOP("words", "the centre's server is not ready"),
    QT_TRANSLATE_NOOP("words", "it points to another address, which is not followed"),
    QT_TRANSLATE_NOOP("words", "its host key is not the pinned one"),
    QT_TRANSLATE_NOOP("words", "it does not let this tablet in; does it know the tablet's login key?"),
    QT_TRANSLATE_NOOP("words", "it offers no way to agree on keys that this tablet takes, or has another host key"),
    QT_TRANSLATE_NOOP("words", "there is no such file or folder"),
    QT_TRANSLATE_NOOP("words", "the folder may not be read or written by this login"),
    QT_TRANSLATE_NOOP("words", "its disk is full"),
    QT_TRANSLATE_NOOP("words", "it refused the file"),
    QT_TRANSLATE_NOOP("words", "its answer is not a list of files"),
    QT_TRANSLATE_NOOP("words", "it did not confirm what was sent"),
    QT_TRANSLATE_NOOP("words", "its list of files has no end"),
    QT_TRANSLATE_NOOP("words", "it offers no SFTP to this login"),
    QT_TRANSLATE_NOOP("words", "its answer makes no sense, or it ended the connection"),
    QT_TRANSLATE_NOOP("words", "it kept less than was sent"),
    QT_TRANSLATE_NOOP("words", "what was written could not be read back"),
    QT_TRANSLATE_NOOP("words", "it is not a regular file"),
    QT_TRANSLATE_NOOP("words", "it is not there"),
    QT_TRANSLATE_NOOP("words", "this program may not read or write there"),
    QT_TRANSLATE_NOOP("words", "it cannot be written to"),
    QT_TRANSLATE_NOOP("words", "it does not answer"),
    QT_TRANSLATE_NOOP("words", "it reports a fault"),
    QT_TRANSLATE_NOOP("words", "none is set on this device"),
    QT_TRANSLATE_NOOP("words", "the centre's receipt says so"),
    QT_TRANSLATE_NOOP("words", "the centre holds other events of this device"),
    QT_TRANSLATE_NOOP("words", "it does not say that the log before this one was taken in"),
    QT_TRANSLATE_NOOP("words", "it is for another bundle"),
    QT_TRANSLATE_NOOP("words", "it is for another tablet or trial"),
    QT_TRANSLATE_NOOP("words", "its signature is not genuine"),
    QT_TRANSLATE_NOOP("words", "it is incomplete"),
    QT_TRANSLATE_NOOP("words", "it is not JSON"),
    QT_TRANSLATE_NOOP("words", "it is not written in the agreed form"),
    QT_TRANSLATE_NOOP("words", "it has missing or unexpected fields"),
    QT_TRANSLATE_NOOP("words", "it has a format this program does not know"),
    QT_TRANSLATE_NOOP("words", "it is not the file its name says"),
    QT_TRANSLATE_NOOP("words", "it is not signed by the root key this tablet was set up with"),
    QT_TRANSLATE_NOOP("words", "it names another trial"),
    QT_TRANSLATE_NOOP("words", "it names another site"),
    QT_TRANSLATE_NOOP("words", "it names another centre"),
    QT_TRANSLATE_NOOP("words", "nothing can be sealed to its recipient"),
)
PATTERNS = (
    QT_TRANSLATE_NOOP("words", "its answer is {}, which is not one of ours"),
    QT_TRANSLATE_NOOP("words", "it holds more than {} files"),
    QT_TRANSLATE_NOOP("words", "it is larger than {} bytes"),
    QT_TRANSLATE_NOOP("words", "the centre holds an event {} that this device does not have"),
    QT_TRANSLATE_NOOP("words", "it is for {}, and this is {}"),
)
"""The same with something in them, in place of each pair of braces, that is no word."""


def reason(why: str) -> str:
    """Return a reason in the language of the interface."""
    if why in REASONS:
        return QCoreApplication.translate("words", why)
    for pattern in PATTERNS:
        found = re.fullmatch(re.escape(str(pattern)).replace(r"\{\}", "(.+)"), why)
        if found:
            return QCoreApplication.translate("words", str(pattern)).format(*found.groups())
    return why
