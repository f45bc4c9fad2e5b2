"""What an exchange with the other tablets of the site has brought, in words for a coordinator."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from retnet_pro.bundle.fingerprint import reworded
from retnet_pro.conduct.site_exchange import Exchanged, Taken
from retnet_pro.conduct.strangers import Stranger
from retnet_pro.gui import words


def met_said(done: Exchanged, folder: str, user: str) -> tuple[str, ...]:
    """Return the lines that tell what came, what lacks, who is not known here, and what was not taken in.

    The folder is the one of the exchange, '' for the network; with the account name it stands in the command that
    makes another tablet known.
    """
    return tuple(_lines(done, folder, user))


def _lines(done: Exchanged, folder: str, user: str) -> Iterator[str]:
    written = QCoreApplication.translate("met", "Exchanged. Letters of this tablet put there: {count}.")
    yield written.format(count=done.written)
    if not done.taken:
        yield QCoreApplication.translate("met", "Nothing new came from other tablets.")
    for taken in done.taken:
        yield from _came(taken)
    for stranger in done.strangers:
        yield from _stranger(stranger, folder, user)
    if done.faults:
        yield QCoreApplication.translate("met", "Letters that were not taken in; everything else was:")
    for fault in done.faults:
        yield words.sentence(fault)


def _came(taken: Taken) -> Iterator[str]:
    if taken.events:
        came = QCoreApplication.translate(
            "met", "{device}: {responses} finished questionnaires came, in {events} new events."
        )
        yield came.format(device=taken.device, responses=taken.responses, events=taken.events)
    if taken.lacks is not None:
        gap = QCoreApplication.translate(
            "met",
            "{device}: the letter with its event {lacks} is missing; later ones wait for it. Exchange on that tablet "
            "once more, then here.",
        )
        yield gap.format(device=taken.device, lacks=taken.lacks)


def _stranger(stranger: Stranger, folder: str, user: str) -> Iterator[str]:
    named = stranger.device or f"{stranger.letter.tag}\u2026"
    unknown = QCoreApplication.translate(
        "met", "Letters of a tablet that is not known here lie there: {device}. Nothing of it was taken in."
    )
    yield unknown.format(device=named)
    if stranger.fingerprint:
        compare = QCoreApplication.translate(
            "met", "Compare these words with what 'retnet-pro site neighbours' shows on that tablet: {words}"
        )
        yield compare.format(words=reworded(stranger.fingerprint))
    known = QCoreApplication.translate("met", "If they are the same, make it known on this tablet with: {command}")
    where = f' --folder "{folder}"' if folder else ""
    yield known.format(
        command=f"retnet-pro site know-neighbour --device {stranger.device or 'DEVICE'}{where} --by {user}"
    )
