"""The faces other than glass: one command, ``retnet-pro``. Without a subcommand it opens the program.

Exit codes: 0 done · 1 a fault of this program · 2 wrong usage · 3 refused, the person can mend it ·
4 disk or network failed, try again · 5 something is not genuine.
"""

import sys
from pathlib import Path

import click

from retnet_pro import __version__
from retnet_pro.cli.backups import backup, list_backups
from retnet_pro.cli.centre import centre
from retnet_pro.cli.ceremony import ceremony, renew_trust
from retnet_pro.cli.deciding import decide, disputes
from retnet_pro.cli.demonstration import demo
from retnet_pro.cli.drafting import draft
from retnet_pro.cli.exporting import centre_export, site_export
from retnet_pro.cli.forms import forms
from retnet_pro.cli.issuing import recover, revoke, sign_pack, sign_staff
from retnet_pro.cli.joining import join, let_in
from retnet_pro.cli.looking import count, dashboard, lost, reconcile, visitors
from retnet_pro.cli.neighbours import NEIGHBOURS
from retnet_pro.cli.object_stores import object_store
from retnet_pro.cli.paper import paper
from retnet_pro.cli.people import PEOPLE
from retnet_pro.cli.questionnaires import questionnaire
from retnet_pro.cli.records import bundle, score, verify
from retnet_pro.cli.redcap import send_redcap
from retnet_pro.cli.reporting import centre_report
from retnet_pro.cli.restoring import drill, restore
from retnet_pro.cli.reviewing import set_aside
from retnet_pro.cli.roads import road
from retnet_pro.cli.screens import screens
from retnet_pro.cli.site import simulate, site
from retnet_pro.cli.site_packs import ask_recovery, take_pack
from retnet_pro.cli.site_packs import recover as recover_site
from retnet_pro.cli.transferring import transfer
from retnet_pro.cli.wording import wording
from retnet_pro.cli.xlsforms import xlsform
from retnet_pro.errors import Code, RetnetError, WorldFault
from retnet_pro.phrases import sentence


@click.group(invoke_without_command=True)
@click.version_option(__version__, prog_name="retnet-pro")
@click.option(
    "--profile",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the site on this device; else RETNET_PRO_PROFILE, else the usual place.",
)
@click.pass_context
def commands(context: click.Context, profile: Path | None) -> None:
    """Questionnaires on a clinic tablet, sealed, signed, scored and sent. Without a subcommand: open the program."""
    if context.invoked_subcommand is None:
        from retnet_pro.app.tablet import open_tablet  # the window side is loaded only when it is wanted

        sys.exit(open_tablet(profile))


forms.add_command(draft)
forms.add_command(questionnaire)
forms.add_command(xlsform)
site.add_command(backup)
site.add_command(list_backups)
for act in (ceremony, renew_trust, sign_pack, sign_staff, recover, revoke, transfer):
    centre.add_command(act)
for act in (
    count,
    reconcile,
    dashboard,
    visitors,
    lost,
    set_aside,
    disputes,
    decide,
    object_store,
    centre_export,
    centre_report,
    send_redcap,
):
    centre.add_command(act)
for act in (join, let_in, take_pack, ask_recovery, recover_site, site_export):
    site.add_command(act)
site.add_command(drill)
site.add_command(restore)
site.add_command(road)
commands.add_command(bundle)
commands.add_command(centre)
commands.add_command(demo)
commands.add_command(forms)
commands.add_command(paper)
commands.add_command(score)
commands.add_command(screens)
commands.add_command(simulate)
commands.add_command(site)
commands.add_command(verify)
commands.add_command(wording)
for command in (*PEOPLE, *NEIGHBOURS):
    site.add_command(command)


def main() -> None:
    """Run a command; a named failure becomes one sentence on standard error and its exit code."""
    try:
        commands.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except OSError as error:
        fault = WorldFault(Code.DISK_FAULT, path=error.filename or "the disk", why=error.strerror or "unknown")
        click.echo(sentence(fault), err=True)
        sys.exit(fault.exit_code)
    except RetnetError as error:
        click.echo(sentence(error), err=True)
        sys.exit(error.exit_code)
