"""``retnet-pro centre alerts | signatures``: what staff of the sites did, as lists for whoever must answer for it."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click

from retnet_pro.centre.desk_ledger import AlertAtCentre, SignatureAtCentre
from retnet_pro.centre.folder import open_centre
from retnet_pro.centre.store import Ledger, Store


def list_alerts(folder: Path, site: str | None, as_json: bool) -> None:
    """Print every alert with when it was raised, by when somebody had to look, and when it was settled (rule E85).

    An answer whose alert is still under way from another tablet is told apart from the list, which it does not change.

    Raises:
        Refusal, WorldFault: there is no centre, or its database cannot be used.
    """
    with closing(Store(open_centre(folder).database)) as store, store.reading() as ledger:
        facts = [_alert(one) for one in ledger.alerts(site)]
        strays = ledger.stray_acts(site)
    for dev, seq in strays:
        click.echo(f"Tablet {dev}, event {seq}, answers an alert that has not come yet.", err=True)
    if as_json:
        click.echo(json.dumps(facts, indent=2))
        return
    for one in facts:
        state = f"settled {one['settled_at']}" if one["settled_at"] else f"open, due {one['deadline']}"
        click.echo(f"{one['site']} {one['subject']} {one['visit']} {one['form']} {one['rule']}: {state}")
    click.echo(f"{len(facts)} alerts, {sum(one['settled_at'] is None for one in facts)} not settled.")


def list_signatures(folder: Path, site: str | None, as_json: bool) -> None:
    """Print every signature with who gave it, when, with which meaning, and whether it still covers what stands.

    Raises:
        Refusal, WorldFault: there is no centre, or its database cannot be used.
    """
    with closing(Store(open_centre(folder).database)) as store, store.reading() as ledger:
        facts = [_signature(one) for name in _sites(ledger, site) for one in ledger.signatures(name)]
    if as_json:
        click.echo(json.dumps(facts, indent=2, ensure_ascii=False))
        return
    for one in facts:
        state = "changed since" if one["changed"] else "as signed"
        click.echo(f"{one['site']} {one['subject']} {one['milestone']}: {one['name']}, {one['at']}; {state}")
    click.echo(f"{len(facts)} signatures, {sum(bool(one['changed']) for one in facts)} of something changed since.")


def _sites(ledger: Ledger, site: str | None) -> Iterator[str]:
    yield from ledger.sites() if site is None else (site,)


def _alert(one: AlertAtCentre) -> dict[str, object]:
    fact = one.fact
    return {
        "site": one.site,
        "tablet": one.dev,
        "subject": one.subject,
        "visit": fact.visit,
        "form": fact.alert.instrument,
        "rule": fact.alert.rule,
        "raised_at": fact.at,
        "deadline": fact.deadline.isoformat(timespec="milliseconds"),
        "settled_at": fact.settled_at,
        "hours_to_action": fact.hours_to_action,
        "acts": [{"at": act.at, "by": act.who, "outcome": act.outcome.value} for act in fact.acts],
    }


def _signature(one: SignatureAtCentre) -> dict[str, object]:
    given = one.signature
    return {
        "site": one.site,
        "tablet": one.dev,
        "subject": one.subject,
        "milestone": given.title,
        "meaning": given.meaning,
        "name": given.name,
        "by": given.who,
        "role": given.role,
        "at": given.at,
        "hash": given.digest,
        "covers": len(given.covered),
        "changed": list(one.changed),
    }
