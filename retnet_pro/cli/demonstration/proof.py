"""What the demonstration checks at its end, with the program's own means and, where installed, with free tools."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from retnet_pro.answering.rules import final_answers
from retnet_pro.bundle.naming import BundleId, bundle_file
from retnet_pro.centre.enrol import allowed_signers
from retnet_pro.centre.folder import Centre
from retnet_pro.centre.response_ledger import StoredResponse
from retnet_pro.centre.store import Store
from retnet_pro.cli.demonstration.plot import Plot
from retnet_pro.instrument.library import Library
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.event import DeviceId
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.plan import make_plan


def responses_at_centre(centre: Centre, plot: Plot) -> tuple[StoredResponse, ...]:
    """Return what the centre holds of the played visit."""
    store = Store(centre.database)
    try:
        with store.reading() as ledger:
            return tuple(
                one
                for one in ledger.responses()
                if (one.response.subject, one.response.visit) == (plot.subject, plot.visit)
            )
    finally:
        store.close()


def compare(held: tuple[StoredResponse, ...], plot: Plot, library: Library) -> dict[str, dict[str, object]]:
    """Compare every answer and score at the centre with what was tapped, form by form."""
    found: dict[str, dict[str, object]] = {}
    for stored in held:
        response = stored.response
        form = library.instrument(InstrumentId(response.form.id))
        given = plot.answers[response.form.id]
        tapped = final_answers(form, given)
        again = score(make_plan(form), response.answers)
        found[response.form.id] = {
            "answers": len(response.answers),
            "answers_as_tapped": sum(
                response.answers[item] == answer for item, answer in tapped.items() if item in given
            ),
            "items_tapped": sum(item in given for item in tapped),
            "scores": {one.code: one.value for one in response.scores},
            "scores_equal": list(response.scores) == list(again),
            "session": response.ses,
        }
    return found


def free_tools(bundle: BundleId, centre: Centre, device: DeviceId, work: Path) -> Mapping[str, object]:
    """Open and verify the bundle with `age`, `tar` and `ssh-keygen` alone (promise 4); say which tools are missing."""
    missing = [tool for tool in ("age", "tar", "ssh-keygen") if shutil.which(tool) is None]
    if missing:
        return {"tried": False, "missing": missing}
    work.mkdir(parents=True, exist_ok=True)
    store = Store(centre.database)
    try:
        (work / "allowed_signers").write_text(allowed_signers(store), encoding="ascii")
    finally:
        store.close()
    key = centre.folder / "keys" / "box.key"
    opened = subprocess.run(
        ["age", "-d", "-i", str(key), str(centre.drop / bundle_file(bundle))], capture_output=True, check=True
    )
    subprocess.run(["tar", "x", "-C", str(work)], input=opened.stdout, check=True)
    verified = subprocess.run(
        ["ssh-keygen", "-Y", "verify", "-f", "allowed_signers", "-I", device, "-n", "bundle@retnet-pro",
         "-s", "manifest.json.sig"],
        cwd=work, input=(work / "manifest.json").read_bytes(), capture_output=True, check=False,
    )  # fmt: skip
    readable = 0
    for sealed in sorted((work / "responses").glob("*.age")):
        subprocess.run(["age", "-d", "-i", str(key), str(sealed)], capture_output=True, check=True)
        readable += 1
    return {
        "tried": True,
        "manifest_signature": verified.returncode == 0,
        "said": verified.stdout.decode().strip(),
        "responses_opened": readable,
    }
