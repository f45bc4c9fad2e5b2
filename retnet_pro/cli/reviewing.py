"""``retnet-pro centre set-aside list | show | try-again | close``: a person looks at what the centre does not use."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from retnet_pro.cli.centre import AS_JSON, BOX_KEY, FOLDER, SITE
from retnet_pro.cli.issuing import BY, REASON

if TYPE_CHECKING:
    from retnet_pro.centre.review import Reviewer
    from retnet_pro.centre.review_ledger import AsideBundle, AsideRecord

DEVICE = click.option("--device", help="Id of the tablet.")
EVENT = click.option("--event", type=click.IntRange(1), help="Number of the record on that tablet.")
BUNDLE = click.option("--bundle", help="A bundle instead of a record.")


@click.group("set-aside")
def set_aside() -> None:
    """Look after records and bundles that the centre keeps and does not use."""


@set_aside.command("list")
@FOLDER
@SITE
@DEVICE
@click.option("--all", "all_", is_flag=True, help="Also what was closed or taken in since.")
@AS_JSON
def list_(folder: Path, site: str | None, device: str | None, all_: bool, as_json: bool) -> None:
    """List what was set aside: site, tablet, record or bundle, and the reason. No answers."""
    facts = [one for one in _facts(folder, site, device) if all_ or one["state"] == "open"]
    if as_json:
        click.echo(json.dumps(facts, indent=2, ensure_ascii=False))
        return
    for one in facts:
        what = f"bundle {one['bundle']}" if one["event"] is None else f"event {one['event']} ({one['kind']})"
        click.echo(f"{one['site']} {one['tablet']} {what}: {one['why']} [{one['state']}]")
    click.echo(f"{len(facts)} set aside.")


@set_aside.command("show")
@FOLDER
@DEVICE
@EVENT
@BUNDLE
def show(folder: Path, device: str | None, event: int | None, bundle: str | None) -> None:
    """Show all that is known of one record or bundle without opening it, and what people did about it."""
    from retnet_pro.errors import Code, Refusal

    _demand_one(device, event, bundle)
    facts = _facts(folder, None, device)
    shown = [one for one in facts if one["event"] == event and (bundle is None or one["bundle"] == bundle)]
    if not shown:
        raise Refusal(Code.ASIDE_MISSING, what=f"event {event} of {device}" if bundle is None else f"bundle {bundle}")
    for one in shown:
        click.echo(json.dumps(one, indent=2, ensure_ascii=False))


@set_aside.command("try-again")
@FOLDER
@SITE
@DEVICE
@EVENT
@BUNDLE
@BOX_KEY
@BY
@REASON
def try_again(
    folder: Path,
    site: str | None,
    device: str | None,
    event: int | None,
    bundle: str | None,
    box_key: Path | None,
    by: str,
    reason: str,
) -> None:
    """Read what was set aside once more, after a form or this program was brought to date; take in what holds now.

    Of all sites, or of one site, tablet or record. A bundle is opened once more.
    """
    from retnet_pro.app.senses import system_clock
    from retnet_pro.bundle.naming import BundleId
    from retnet_pro.centre.erasing import remove_carriers
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.centre.review import try_again as read_again
    from retnet_pro.centre.review import try_bundle
    from retnet_pro.centre.store import Store
    from retnet_pro.cli.coordinating import open_waiting, opener_of
    from retnet_pro.cli.rounds import say_receipts
    from retnet_pro.instrument.library import open_library
    from retnet_pro.settings import read_settings

    if event is not None and device is None:
        raise click.UsageError("A record is named by --device and --event.")
    settings, reviewer = read_settings(), _reviewer(by, reason)
    library = open_library(settings.forms, settings.words, None)
    place = open_centre(folder)
    if bundle is not None:
        opener_of(place, library, box_key)  # before anything is changed: whoever has no key cannot open it again
        with closing(Store(place.database)) as store:
            try_bundle(store, BundleId(bundle), reviewer)
        say_receipts(open_waiting(place, library, system_clock()().wall, box=box_key))
        return
    with closing(Store(place.database)) as store:
        tried = read_again(store, opener_of(place, library, box_key), reviewer, site=site, dev=device, seq=event)
        remove_carriers(store, place)
    for one in tried:
        said = "taken in" if one.why_not is None else f"still set aside: {one.why_not}"
        click.echo(f"{one.dev} event {one.seq}: {said}")
    click.echo(f"{sum(one.why_not is None for one in tried)} of {len(tried)} records were taken in.")


@set_aside.command("close")
@FOLDER
@DEVICE
@EVENT
@BUNDLE
@BY
@REASON
def close(folder: Path, device: str | None, event: int | None, bundle: str | None, by: str, reason: str) -> None:
    """Note that nobody has to look at a record or bundle any more, and why. It stays kept and is never used."""
    from retnet_pro.bundle.naming import BundleId
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.centre.review import close_bundle, close_record
    from retnet_pro.centre.store import Store
    from retnet_pro.record.event import DeviceId

    _demand_one(device, event, bundle)
    with closing(Store(open_centre(folder).database)) as store:
        if bundle is not None:
            close_bundle(store, BundleId(bundle), _reviewer(by, reason))
        else:
            close_record(store, DeviceId(device or ""), event or 0, _reviewer(by, reason))
    click.echo("Closed. It is kept as it came, and the reason stands beside it.")


def _demand_one(device: str | None, event: int | None, bundle: str | None) -> None:
    if (bundle is None) == (device is None or event is None):
        raise click.UsageError("Name a record by --device and --event, or a bundle by --bundle.")


def _reviewer(by: str, reason: str) -> "Reviewer":
    from retnet_pro.app.senses import system_clock
    from retnet_pro.centre.review import Reviewer

    return Reviewer(by=by, at=system_clock()().at, why=reason)


def _facts(folder: Path, site: str | None, device: str | None) -> list[dict[str, object]]:
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.centre.review import reasons
    from retnet_pro.centre.store import Store

    place = open_centre(folder)
    with closing(Store(place.database)) as store, store.reading() as ledger:
        records = [_record(one) for one in ledger.aside_records(site, device)]
        bundles = [_bundle(*each) for each in reasons(ledger, place, ledger.aside_bundles(site, device))]
    return records + bundles


def _record(one: "AsideRecord") -> dict[str, object]:
    header = one.event.header
    return {
        "site": one.site,
        "tablet": one.dev,
        "event": one.seq,
        "bundle": one.bundle or None,
        "kind": header.kind.value,
        "session": one.ses,
        "written_at": header.at,
        "written_by": header.who,
        "role": header.role,
        "form": header.pack,
        "program": header.app,
        "hash": one.event.hash,
        "is_erased": one.event.sealed is None,
        "set_aside_at": one.at,
        "why": one.why,
        "state": _state(one),
        "reviews": list(_reviews(one)),
    }


def _bundle(one: "AsideBundle", why: str | None) -> dict[str, object]:
    from retnet_pro.centre.page_words import status

    return {
        "site": one.site,
        "tablet": one.row.dev,
        "event": None,
        "bundle": one.row.id,
        "sha256": one.row.file,
        "admitted_at": one.row.admitted_at,
        "opened_at": one.row.opened_at,
        "why": status(one.row.status) + (f": {why}" if why else ""),
        "state": _state(one),
        "reviews": list(_reviews(one)),
    }


def _state(one: "AsideRecord | AsideBundle") -> str:
    return "open" if one.state is None else one.state.value


def _reviews(one: "AsideRecord | AsideBundle") -> Iterator[dict[str, str]]:
    for each in one.reviews:
        yield {"outcome": each.outcome.value, "at": each.at, "by": each.by, "why": each.why}
