"""``retnet-pro site neighbours | know-neighbour | part-neighbour | exchange``: the other tablets of the site."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from retnet_pro.cli.site import PROFILE, compared, passphrase_from
from retnet_pro.errors import Code, Refusal
from retnet_pro.phrases import sentence
from retnet_pro.settings import read_settings

if TYPE_CHECKING:
    from retnet_pro.app.opening import OpenSite
    from retnet_pro.bundle.letter_label import Label
    from retnet_pro.conduct.desk import Desk
    from retnet_pro.conduct.ports import Transport

_BY = click.option("--by", required=True, help="Account name of the coordinator or administrator.")
_PHRASE = click.option("--passphrase-file", type=click.Path(path_type=Path), help="For unattended use.")
_DEVICE = click.option("--device", required=True, help="Device id of the other tablet, e.g. AB-1a2b3c4d.")
_FOLDER = click.option("--folder", type=click.Path(path_type=Path, file_okay=False), help="A folder or a stick.")


@contextmanager
def _desk_of(profile: Path | None, by: str, phrase: Path | None) -> Iterator[tuple["OpenSite", "Desk"]]:
    """Log a person in, and out again at the end."""
    from retnet_pro.app.opening import close_site, doorway_of, open_site
    from retnet_pro.app.senses import system_clock

    opened = open_site(read_settings(profile), system_clock())
    try:
        desk = doorway_of(opened).login(by, passphrase_from(phrase, f"Passphrase of {by}", confirm=False))
        yield opened, desk
        desk.leave()
    finally:
        close_site(opened)


def _transport(opened: "OpenSite", folder: Path | None) -> tuple["Transport", str]:
    """Return the folder, or the road that is set, and what the place is called."""
    from retnet_pro.app.courier import open_road
    from retnet_pro.sync.folder import FolderTransport
    from retnet_pro.vault.road import read_road

    if folder is not None:
        return FolderTransport(folder), "folder"
    road = read_road(opened.log)
    if road is None:
        raise click.UsageError("Give --folder; no road over the network is set ('retnet-pro site road').")
    return open_road(road, opened), road.place


@click.command("exchange")
@PROFILE
@_FOLDER
@_BY
@_PHRASE
def exchange(profile: Path | None, folder: Path | None, by: str, passphrase_file: Path | None) -> None:
    """Exchange letters with the other tablets of the site, by a folder or over the road to the centre."""
    from retnet_pro.bundle.fingerprint import reworded
    from retnet_pro.conduct import site_exchange
    from retnet_pro.conduct.journey import at_once

    with _desk_of(profile, by, passphrase_file) as (opened, desk):
        transport, place = _transport(opened, folder)
        done = at_once(site_exchange.exchange(desk, opened.founding, transport, place=place))
    click.echo(f"Letters written: {done.written}.")
    for one in done.taken:
        click.echo(f"Tablet {one.device}: {one.events} events taken in, {one.responses} finished questionnaires.")
        if one.lacks is not None:
            click.echo(
                f"Tablet {one.device}: the letter with event {one.lacks} is not here yet; the rest waits for it."
            )
    for stranger in done.strangers:
        named = stranger.device or f"{stranger.letter.tag}…"
        click.echo(f"There are letters of a tablet that is not known here: {named}")
        if stranger.fingerprint:
            click.echo(f"Compare its fingerprint: {stranger.fingerprint}, {reworded(stranger.fingerprint)}")
        click.echo("If it belongs to this site, make it known with 'retnet-pro site know-neighbour'.")
    for fault in done.faults:
        click.echo(sentence(fault), err=True)


@click.command("know-neighbour")
@PROFILE
@_DEVICE
@_FOLDER
@click.option("--from", "typed", help="Fingerprint that 'site neighbours' shows on the other tablet; asked for.")
@_BY
@_PHRASE
def know_neighbour(
    profile: Path | None, device: str, folder: Path | None, typed: str | None, by: str, passphrase_file: Path | None
) -> None:
    """Believe the letters of another tablet from now on, after comparing its fingerprint; needs one of its letters."""
    from retnet_pro.bundle.letter_label import read_label, tag_of
    from retnet_pro.bundle.naming import letter_of, letter_signature_file
    from retnet_pro.bundle.sshsig import signer_of
    from retnet_pro.conduct.neighbours import know
    from retnet_pro.record.event import DeviceId

    with _desk_of(profile, by, passphrase_file) as (opened, desk):
        transport, _ = _transport(opened, folder)
        letters = [one for one in map(letter_of, transport.names()) if one is not None]
        labels: list[Label] = [label for label in map(read_label, letters) if label is not None]
        own = [label for label in labels if label.tag == tag_of(DeviceId(device))]
        public = signer_of(transport.get(letter_signature_file(own[0].id))) if own else None
        if public is None:
            raise Refusal(Code.NEIGHBOUR_UNKNOWN, device=device)
        said = f"The letters of {device} are signed by the tablet"
        compared(said, public, typed, Path(letter_signature_file(own[0].id)), Code.BUNDLE_FOREIGN)
        know(opened.pen, desk.person, device, public)
        desk.catch_up()
    click.echo(f"The letters of {device} are believed from now on. Exchange with 'retnet-pro site exchange'.")


@click.command("part-neighbour")
@PROFILE
@_DEVICE
@_BY
@_PHRASE
def part_neighbour(profile: Path | None, device: str, by: str, passphrase_file: Path | None) -> None:
    """Take in nothing more of another tablet, for good, because it was lost or given away."""
    from retnet_pro.conduct.neighbours import part

    with _desk_of(profile, by, passphrase_file) as (opened, desk):
        part(opened.pen, desk.person, device)
    click.echo(f"Nothing more of {device} is taken in. What it told before stays.")


@click.command("neighbours")
@PROFILE
def neighbours(profile: Path | None) -> None:
    """Tell this tablet's own fingerprint, and which other tablets of the site are known; needs no passphrase."""
    from retnet_pro.app.opening import close_site, open_site
    from retnet_pro.app.senses import system_clock
    from retnet_pro.bundle.fingerprint import told
    from retnet_pro.conduct.neighbours import neighbourhood

    opened = open_site(read_settings(profile), system_clock())
    try:
        click.echo(f"This tablet: {opened.founding.device}, {told(opened.founding.public)}")
        known = neighbourhood(opened.log, opened.pen.key.public)
        for one in known.neighbours:
            upto = f"up to event {one.upto.seq}, taken in {one.taken_at}" if one.upto.seq else "nothing taken in yet"
            parted = f"; parted from {one.parted_at}" if one.parted_at else ""
            click.echo(f"{one.device}: {upto}{parted}")
            if one.lacks is not None:
                click.echo(f"  The letter with its event {one.lacks} is missing; the rest waits for it.")
            if one.forked_at:
                click.echo(f"  Seen {one.forked_at}: a letter of it does not follow what is known of it.")
        for seen in known.seen:
            click.echo(f"Not known here: {seen.device or seen.tag}, whose letters lay there {seen.at} ({seen.place}).")
    finally:
        close_site(opened)


NEIGHBOURS = (neighbours, know_neighbour, part_neighbour, exchange)
