"""``retnet-pro wording import | check | compare | pack``: the words of a form in a language, from source to pack."""

import sys
from datetime import datetime, timedelta
from pathlib import Path

import click

from retnet_pro.cli.issuing import BY, DAYS, REASON, text_of
from retnet_pro.errors import Code, Refusal
from retnet_pro.settings import read_settings

PRIVATE = click.option("--private", type=click.Path(path_type=Path), help="Folder of licensed packs.")
FILE = click.Path(path_type=Path, dir_okay=False)


@click.group()
def wording() -> None:
    """Bring in, check, compare and sign the words of a form in a language."""


@wording.command("import")
@click.argument("source", type=FILE)
@click.option("--form", "form_id", required=True, help="Id of the form the words belong to.")
@click.option("--language", required=True, help="Language tag of the words, such as de or pt-BR.")
@click.option(
    "--previous", type=FILE, help="The wording before this one: what differs is told, what is around it kept."
)
@click.option("-o", "--out", required=True, type=FILE, help="Wording file to write.")
@click.option("--version", help="Version of the new wording; else 1, or the next whole number after the previous.")
@click.option("--part", help="Sheet of a spreadsheet, or form of a REDCap data dictionary.")
@click.option("--demonstration", is_flag=True, help="Mark the words as not valid for data collection.")
@click.option("--certificate", help="Number of the translation certificate; with --reviewer and --reviewed.")
@click.option("--reviewer", help="Who reviewed these words.")
@click.option("--reviewed", type=click.DateTime(["%Y-%m-%d"]), help="Day of the review.")
@PRIVATE
def import_(
    source: Path,
    form_id: str,
    language: str,
    previous: Path | None,
    out: Path,
    version: str | None,
    part: str | None,
    demonstration: bool,
    certificate: str | None,
    reviewer: str | None,
    reviewed: datetime | None,
    private: Path | None,
) -> None:
    """Bring in words from a REDCap data dictionary, a FHIR Questionnaire, an XLSX or a CSV file, with a report.

    Words find their places by the printed numbers of the items, and are taken over to the byte. Ends with exit code 3
    when a place has no words; the file is written all the same, and the check of it names them.
    """
    from retnet_pro.cli.wording_import import Wish, bring_in
    from retnet_pro.instrument.model import Translation

    review = None
    if certificate and reviewer and reviewed:
        review = Translation(certificate=certificate, reviewer=reviewer, reviewed=reviewed.date())
    elif certificate or reviewer or reviewed:
        raise click.UsageError("--certificate, --reviewer and --reviewed go together")
    wish = Wish(
        form=form_id,
        language=language,
        previous=previous,
        version=version,
        part=part,
        demonstration=demonstration,
        translation=review,
        private=private,
    )
    if out.exists():
        raise Refusal(Code.FILE_EXISTS, path=out)
    content, matched = bring_in(source, wish)
    out.write_bytes(content)
    for line in matched.lines:
        click.echo(f"{line.mark}: {line.said}")
    click.echo(f"{', '.join(f'{count} {mark}' for mark, count in matched.counts.items())}. Written to {out}.")
    sys.exit(0 if matched.is_complete else 3)


@wording.command()
@click.argument("place", type=click.Path(path_type=Path))
@PRIVATE
@click.option("--no-screens", is_flag=True, help="Do not measure the participant's screens; then nothing can go live.")
def check(place: Path, private: Path | None, no_screens: bool) -> None:
    """Check a wording file, or every one in a folder; say whether it could be activated for participants.

    Ends with exit code 3 when a file is fit for nothing.
    """
    from retnet_pro.app.senses import system_clock
    from retnet_pro.cli.wording_judging import VERDICTS, Bench, form_in, judge_file
    from retnet_pro.instrument.library import open_library
    from retnet_pro.instrument.load import file_bytes
    from retnet_pro.instrument.wording_check import Fitness

    settings = read_settings()
    library = open_library(settings.forms, settings.words, private)
    bench = Bench(
        form_of=form_in(library),
        tongue_of=library.tongue,
        words=settings.words,
        today=system_clock()().wall.date(),
        screens=not no_screens,
    )
    unfit = 0
    for path in _wordings(place):
        words, judgement = judge_file(file_bytes(path), path.name, bench)
        about = f", version {words.version}, for {words.instrument} {words.instrument_version}" if words else ""
        click.echo(f"{path}{about}")
        for remark in judgement.remarks:
            click.echo(f"  {'against' if remark.stands_against else 'look at'}: {remark.said}")
        click.echo(f"  verdict: {VERDICTS[judgement.fitness]}")
        unfit += judgement.fitness is Fitness.NOTHING
    sys.exit(3 if unfit else 0)


@wording.command()
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@click.option(
    "--device-word", "pairs", multiple=True, metavar="OLD=NEW",
    help="A word the owner allows to change with the device, such as tick=tap; may be given several times.",
)  # fmt: skip
def compare(old: Path, new: Path, pairs: tuple[str, ...]) -> None:
    """List every difference between two versions of a wording, and say what they ask for.

    The verdict is: identical, cosmetic, re-approval needed, or new instrument.
    """
    from retnet_pro.instrument.wording import load_wording
    from retnet_pro.instrument.wording_compare import VERDICTS, compare

    found = compare(load_wording(old), load_wording(new), [_pair(pair) for pair in pairs])
    for difference in found.differences:
        click.echo(f"{difference.what}: {VERDICTS[difference.weight]}, {difference.why}")
        for sign, text in (("-", difference.old), ("+", difference.new)):
            if text is not None:
                click.echo(f"  {sign} {text!r}" if not text.isprintable() else f"  {sign} {text}")
    click.echo(f"{len(found.differences)} differences. Verdict: {found.verdict}.")


@wording.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option(
    "--sign", "folder", required=True, type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the centre whose key signs.",
)  # fmt: skip
@BY
@REASON
@DAYS
def pack(files: tuple[Path, ...], folder: Path, by: str, reason: str, days: int) -> None:
    """Sign words for all tablets of the trial, once they pass the check, and put them at the meeting place."""
    from retnet_pro.bundle.packs import PackKind
    from retnet_pro.cli.pack_room import PackRoom

    texts = {path.name: text_of(path) for path in files}
    with PackRoom(folder) as room:
        signed = room.issue_files(PackKind.WORDING, texts, by=by, why=reason, valid=timedelta(days=days))
    said = f"The wording pack {signed.id}, version {signed.version}, is at the meeting place as {signed.sha256}.pack."
    click.echo(said)


def _wordings(place: Path) -> list[Path]:
    """Return one file, or every wording file of a folder: of the folders in it, one for each form, or else of its own.

    Raises:
        Refusal: `FILE_MISSING`, also when a folder holds no wording.
    """
    from retnet_pro.conduct.packs_in_force import PRIVATE_STUDIES
    from retnet_pro.instrument.library import PRIVATE_FORMS

    if place.is_file():
        return [place]
    shelved = [path for path in place.glob("*/*.yaml") if path.parent.name not in (PRIVATE_FORMS, PRIVATE_STUDIES)]
    found = sorted(path for path in shelved or place.glob("*.yaml") if path.is_file())
    if not found:
        raise Refusal(Code.FILE_MISSING, path=place / "*.yaml")
    return found


def _pair(text: str) -> tuple[str, str]:
    old, sign, new = text.partition("=")
    if not (old and sign and new):
        raise click.BadParameter(f"'{text}' is not of the kind OLD=NEW", param_hint="--device-word")
    return old, new
