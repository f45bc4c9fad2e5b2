"""``retnet-pro centre object-store``: where the centre keeps sealed files, and how they move."""

from contextlib import closing
from pathlib import Path

import click

from retnet_pro.cli.centre import FOLDER


@click.command("object-store")
@FOLDER
@click.option("--use", "url", help="s3://bucket/prefix?endpoint=https://host&region=name; files are copied there.")
def object_store(folder: Path, url: str | None) -> None:
    """Say where the centre keeps sealed files, or go on in an object store. Stop everything else of the centre before.

    Credentials come from the environment or the files the library of the store looks into, never from the URL.
    """
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.centre.object_store import open_store, read_store_url
    from retnet_pro.centre.store import Store
    from retnet_pro.centre.url_files import keep_objects

    place = open_centre(folder)
    if url is not None:
        moves = ((place.inbox, open_store(url, "inbox")), (place.quarantine, open_store(url, "quarantine")))
        copied = 0
        with closing(Store(place.database)) as store, store.reading() as ledger:
            for row in ledger.bundles():
                for old, new in moves:
                    if old.holds(row.id, row.file):
                        new.keep(row.id, old.read(row.id, row.file))
                        copied += 1
        keep_objects(place.folder, url)
        click.echo(f"{copied} sealed files were copied. Those in the place before are unchanged; remove them yourself.")
    now = place.objects
    where = f"folders of {folder}" if now is None else f"the bucket {read_store_url(now).place}"
    click.echo(f"The centre keeps sealed files in {where}.")
