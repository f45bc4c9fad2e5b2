"""The words this centre signed: the newest wording pack of each form and language, as it stands in its list of packs.

Whether words may stand in an export is said inside the signed file, so it changes only with a new pack, which somebody
signed for a reason; both stay in the list for good.
"""

import json
from collections.abc import Iterator

from retnet_pro.bundle.pack_bodies import read_files
from retnet_pro.bundle.packs import PackKind
from retnet_pro.centre.store import Ledger
from retnet_pro.instrument.model import Instrument, Wording
from retnet_pro.instrument.wording import read_wording

SignedFiles = tuple[tuple[str, bytes], ...]
"""Name and content of every wording file in force."""


def signed_wordings(ledger: Ledger) -> SignedFiles:
    """Return the files of the newest wording packs."""
    bodies = (
        json.loads(pack.body.split(b"\n", 1)[0])["body"]
        for (kind, _), pack in sorted(ledger.newest_issued().items())
        if kind == PackKind.WORDING
    )
    return tuple((name, text.encode()) for body in bodies for name, text in read_files(body).files.items())


def words_of(signed: SignedFiles, form: Instrument) -> Iterator[Wording]:
    """Yield the signed words of exactly this version of a form; words that do not fit it are of another one."""
    for name, content in signed:
        wording, _ = read_wording(content, name)
        if wording is not None and (wording.instrument, wording.instrument_version) == (form.id, form.version):
            fitting, _ = read_wording(content, name, form)
            if fitting is not None:
                yield fitting
