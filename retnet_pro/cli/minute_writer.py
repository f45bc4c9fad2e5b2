"""From a ceremony to its papers: what is read aloud, the minutes, the sheet of each envelope."""

from datetime import datetime
from pathlib import Path

from retnet_pro.app.senses import APP
from retnet_pro.bundle.fingerprint import fingerprint, grouped, worded
from retnet_pro.centre.ceremony import ENVELOPES, SERVER
from retnet_pro.centre.folder import Founded, open_centre
from retnet_pro.centre.keys import BOX, ROOT, read_identities, read_secret
from retnet_pro.report.minutes import CeremonyPaper, NamedText, envelope_pdf, minutes_pdf


def public_of(folder: Path) -> tuple[NamedText, ...]:
    """Return what is read aloud after the keys were made in this folder: no secret."""
    centre = open_centre(folder / SERVER)
    return (
        _fingerprint("Root key, fingerprint", centre.root),
        _fingerprint("Online key, fingerprint", centre.online),
        NamedText(title="Box key, recipient", text=centre.recipient, explanation="what everything is sealed to"),
    )


def _fingerprint(title: str, public: bytes) -> NamedText:
    also = f"also {fingerprint(public)}; in words: {worded(public)}"
    return NamedText(title=title, text=grouped(public), explanation=also)


def write_papers(
    folder: Path,
    founded: Founded,
    now: datetime,
    names: tuple[str, str],
    confirmed: tuple[str, ...],
    tried: tuple[str, ...],
) -> None:
    """Write the minutes, and into each envelope its sheet."""
    paper = CeremonyPaper(
        centre=founded.centre,
        trial=founded.trial,
        mode=founded.mode.value,
        app=APP,
        held_at=now,
        expires=founded.expires,
        persons=names,
        confirmed=confirmed,
        public=public_of(folder),
        tried=tried,
        places=(
            *((name, "root key and box key, as files and on a printed sheet; to be sealed") for name in ENVELOPES),
            (SERVER, "online key, trust pack and the folders of the server"),
        ),
    )
    (folder / "minutes.pdf").write_bytes(minutes_pdf(paper))
    for name in ENVELOPES:
        root, box = read_secret(folder / name / ROOT), read_identities(folder / name / BOX)[0]
        sheet = (
            NamedText(title="Root key (root.key)", text=root, explanation="typed again without spaces, in one line"),
            NamedText(title="Box key (box.key)", text=box, explanation="typed again without spaces, in one line"),
        )
        path = folder / name / "sheet.pdf"
        path.touch(mode=0o600)
        path.write_bytes(envelope_pdf(paper, name, sheet))
