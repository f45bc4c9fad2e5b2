"""Make a new device from the backup of another (security.md 7.3): nothing is merged, nothing is written over.

The log in the backup is kept read-only beside the new one. The new device has its own id, keys and chain; its first
event names the log it goes on from, up to which event, and the key that log is signed with. It trusts the centre by the
last trust pack that the old device took in, not by the one that device was founded with.
"""

import secrets

from retnet_pro.app.backup_key import Look, Opened
from retnet_pro.app.opening import OpenSite, assemble, inherited_logs
from retnet_pro.bundle.packs import PackKind
from retnet_pro.conduct.doorway import Founding, Origin, add_person, found_site
from retnet_pro.conduct.keys import KeysInForce, believed_keys
from retnet_pro.conduct.packs_in_force import pack_history
from retnet_pro.conduct.ports import Person
from retnet_pro.errors import Code, Tamper
from retnet_pro.moment import Clock
from retnet_pro.record.event import DeviceId
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import recipient_of
from retnet_pro.settings import Settings
from retnet_pro.study.load import load_study
from retnet_pro.vault.backup import backup_name
from retnet_pro.vault.keystore import open_keystore
from retnet_pro.vault.log import create_log
from retnet_pro.vault.passphrase import check_passphrase
from retnet_pro.vault.predecessors import ClosedLog, keep_predecessor
from retnet_pro.vault.wrap import COST, Cost


def restore(
    settings: Settings,
    clock: Clock,
    look: Look,
    opened: Opened,
    *,
    person: Person,
    passphrase: str,
    cost: Cost = COST,
) -> OpenSite:
    """Found a new device in an empty profile that goes on from a backup, with its first member of staff.

    An interrupted restore can be repeated. Logs the backup itself goes on from must lie beside it, as backups put them.

    Raises:
        Refusal: `ALREADY_PROVISIONED`, `WEAK_PASSPHRASE`, `STUDY_BROKEN`, `FILE_MISSING`; no device was made.
        Tamper: `CHAIN_BROKEN` or `EVENT_BROKEN`, when the backup does not hold together.
        WorldFault: `DISK_FULL` or `DISK_FAULT`.
    """
    old, broken = look.founding, look.found.first_break
    if broken is not None:
        raise Tamper(Code.CHAIN_BROKEN, path=look.path, seq=broken.seq, why=broken.why)
    check_passphrase(passphrase, person.user, old.site)
    keys, trusted = _trust_in_force(look)
    study = load_study(settings.study)
    settings.profile.mkdir(parents=True, exist_ok=True, mode=0o700)
    log = create_log(settings.log)
    try:
        for older in inherited_logs(look.path.parent, old):
            name = backup_name(older.device, older.log.head())
            older.log.close()
            keep_predecessor(settings.profile, look.path.with_name(name), name)
        keep_predecessor(settings.profile, look.file, backup_name(old.device, look.found.head))
        device_id = DeviceId(f"{old.site}-{secrets.token_hex(4)}")
        keystore = open_keystore(settings.profile, settings.keystore)
        device = keystore.create(device_id, secrets.token_bytes)
        identity = opened.identities[0]
        founding = Founding(
            device=device_id,
            public=SigningKey(device.seed).public,
            site=old.site,
            trial=old.trial,
            mode=old.mode,
            keystore=keystore.kind,
            site_recipient=recipient_of(identity),
            centre=keys.centre,
            centre_recipient=keys.centre_recipient,
            centre_key=keys.online_keys[-1].public,
            root_fingerprint=old.root_fingerprint,
            escrow=Sealer([keys.centre_recipient]).seal("\n".join(opened.identities).encode()),
            study=study.id,
            study_version=study.version,
            study_hash=study.hash,
            trust_version=trusted,
            trust_expires=keys.trust_expires,
            restored_from=Origin(device=old.device, public=old.public, head=look.found.head),
        )
        made = assemble(settings, clock, log, founding, device, cost)
        found_site(made.pen, founding)
        add_person(made.pen, made.slots, person, passphrase, opened.identities, by=None)
        return made
    except BaseException:
        log.close()
        raise


def _trust_in_force(look: Look) -> tuple[KeysInForce, int]:
    """Return the keys in force at the end of the backup, and the version of the trust pack that named them."""
    with ClosedLog(look.file) as log:
        keys = believed_keys(log, look.founding.public)
        history = pack_history(log, look.founding)
    return keys, history.version_of(PackKind.TRUST, look.founding.trial)
