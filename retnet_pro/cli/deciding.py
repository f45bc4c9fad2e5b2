"""``retnet-pro centre disputes | decide``: several responses for one time point, and which of them counts."""

import json
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from retnet_pro.cli.centre import AS_JSON, FOLDER, SITE
from retnet_pro.cli.issuing import BY, REASON

if TYPE_CHECKING:
    from retnet_pro.centre.decision_ledger import Placed
    from retnet_pro.centre.disputes import Dispute


@click.command("disputes")
@FOLDER
@SITE
@click.option("--all", "all_", is_flag=True, help="Also those that somebody has decided.")
@AS_JSON
def disputes(folder: Path, site: str | None, all_: bool, as_json: bool) -> None:
    """List the time points with several responses, and what was decided about them. No answers."""
    from retnet_pro.centre.disputes import disputes as find_disputes
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.centre.store import Store

    with closing(Store(open_centre(folder).database)) as store, store.reading() as ledger:
        facts = [_dispute(one) for one in find_disputes(ledger, site) if all_ or one.decided is None]
    if as_json:
        click.echo(json.dumps(facts, indent=2, ensure_ascii=False))
        return
    for one in facts:
        click.echo(f"{one['subject']} {one['visit']} {one['form']}")
        for each in one["responses"]:
            facts_of = f"finished {each['finished']}, {each['answered_by']}, {each['language']}"
            click.echo(f"  --device {each['tablet']} --session {each['session']}  {facts_of}  [{each['standing']}]")
    click.echo(f"{len(facts)} time points with more than one response.")


@click.command("decide")
@FOLDER
@click.option("--device", required=True, help="Id of the tablet.")
@click.option("--session", required=True, help="Id of the session whose response counts; see 'disputes'.")
@BY
@REASON
def decide(folder: Path, device: str, session: str, by: str, reason: str) -> None:
    """Write down which of several responses for one time point counts; the others are kept beside it.

    A new decision takes the place of the one before, which stays written down.
    """
    from retnet_pro.app.senses import system_clock
    from retnet_pro.centre.deciding import decide as write_decision
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.centre.store import Store
    from retnet_pro.record.event import DeviceId, SessionId

    response = (DeviceId(device), SessionId(session))
    with closing(Store(open_centre(folder).database)) as store:
        decided = write_decision(store, response, by=by, why=reason, at=system_clock()().at)
    click.echo(f"Session {session} of tablet {device} counts; {len(decided.beside)} stand beside it.")


def _dispute(one: "Dispute") -> dict[str, Any]:
    subject, visit, form = one.slot
    return {
        "subject": subject,
        "visit": visit,
        "form": form,
        "responses": [_response(one, each) for each in one.responses],
        "decisions": [
            {
                "tablet": each.dev,
                "session": each.ses,
                "beside": [list(other) for other in sorted(each.beside)],
                "at": each.at,
                "by": each.by,
                "why": each.why,
            }
            for each in one.decisions
        ],
    }


def _response(dispute: "Dispute", one: "Placed") -> dict[str, object]:
    decided = dispute.decided
    standing = "open" if decided is None else "counts" if decided.counts == one.name else "set beside"
    return {
        "site": one.site,
        "tablet": one.dev,
        "session": one.ses,
        "hash": one.event_hash,
        "finished": one.finished,
        "answered_by": one.answered_by,
        "language": one.language,
        "standing": standing,
    }
