"""How the commands of the centre tell what one round of theirs did, and how long they go on trying."""

import time

import click

from retnet_pro.centre.perseverance import Patience
from retnet_pro.cli.coordinating import LetIn, Opened
from retnet_pro.errors import WorldFault
from retnet_pro.phrases import sentence

PAUSE_S = 2
_DIGITS = 12


def patience_of(seconds: int) -> Patience:
    """Return the patience of a command that goes on trying for so many seconds."""

    def say(fault: WorldFault) -> None:
        click.echo(f"{sentence(fault)} This is done now, every {PAUSE_S} seconds.", err=True)

    return Patience(tries=-(-seconds // PAUSE_S), pause=lambda: time.sleep(PAUSE_S), say=say)


def admission_facts(done: LetIn) -> dict[str, object]:
    """Return what became of each bundle, as plain JSON data."""
    return {"bundles": {one.bundle: one.outcome.value for one in done.admissions}}


def opening_facts(done: Opened) -> dict[str, object]:
    """Return the receipts and what the centre holds, as plain JSON data."""
    return {
        "receipts": {one.bundle: one.status.value for one in done.receipts},
        "responses": done.responses,
        "set_aside": done.set_aside,
    }


def say_admissions(done: LetIn) -> None:
    """Name what was not admitted, with the reason."""
    for admission in done.admissions:
        if admission.fault is not None:
            click.echo(f"{admission.bundle[:_DIGITS]}: {sentence(admission.fault)}", err=True)
    for device, why in done.closed.items():
        click.echo(f"Tablet {device} was closed because: {why or 'nobody said why'}.", err=True)


def say_receipts(done: Opened) -> None:
    """Name every receipt, and say what the centre holds."""
    for receipt in done.receipts:
        click.echo(f"{receipt.bundle[:_DIGITS]}: {receipt.status.value}, {receipt.count} events")
    click.echo(f"The centre holds {done.responses} responses; {done.set_aside} records are set aside.")
