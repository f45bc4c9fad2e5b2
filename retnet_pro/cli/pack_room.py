"""The room at the centre where packs are signed: its keys, its record and its meeting place, put together."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from retnet_pro.app.senses import system_clock
from retnet_pro.bundle.naming import pack_file
from retnet_pro.bundle.pack_bodies import FilesBody, StaffBody, read_files, read_staff, write_files, write_staff
from retnet_pro.bundle.packs import PackKind
from retnet_pro.centre.act_ledger import Closure, IssuedPack
from retnet_pro.centre.enrol import revoke
from retnet_pro.centre.folder import open_centre, read_online_key
from retnet_pro.centre.issuing import Order, issue
from retnet_pro.centre.keys import read_identities
from retnet_pro.centre.recovery import recover
from retnet_pro.centre.store import Store
from retnet_pro.cli.wording_judging import Bench, judge_file
from retnet_pro.conduct.pack_content import AtHand, demand_fit
from retnet_pro.conduct.packs_in_force import files_of
from retnet_pro.conduct.ports import KeptPack
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.library import open_library
from retnet_pro.instrument.load import read_instrument
from retnet_pro.instrument.wording import read_wording
from retnet_pro.instrument.wording_check import Fitness
from retnet_pro.record.event import DeviceId
from retnet_pro.record.unseal import Unsealer
from retnet_pro.settings import read_settings
from retnet_pro.study.load import load_study, read_study
from retnet_pro.sync.folder import FolderTransport


class PackRoom:
    """Owns the centre's record while something is signed."""

    def __init__(self, folder: Path) -> None:
        """Open the centre in a folder.

        Raises:
            Refusal: `FILE_MISSING`, `CENTRE_BROKEN`.
        """
        self._centre = open_centre(folder)
        self._online = read_online_key(self._centre)
        self._store = Store(self._centre.database)
        self._now: datetime = system_clock()().wall

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._store.close()

    def issue_files(
        self, kind: PackKind, texts: Mapping[str, str], *, by: str, why: str, valid: timedelta
    ) -> IssuedPack:
        """Sign files, once they pass the same checks as on a tablet, and post them.

        A wording also has to pass `wording check`: it is fit for participants, or for demonstration and says so.

        Raises:
            Refusal: `PACK_UNFIT`, with every finding; `FILE_UNFIT`; nothing was signed.
            WorldFault: `QT_LIBRARIES_MISSING`, when the screens of a wording cannot be measured here.
        """
        id_ = _id_of(kind, texts)
        try:
            body = read_files(write_files(FilesBody(trial=self._centre.trial, id=id_, files=texts)))
        except ValueError as error:
            raise Refusal(Code.FILE_UNFIT, path=", ".join(texts), wanted=f"files of one pack: {error}") from error
        at_hand = self._at_hand()
        demand_fit(kind, body, at_hand, path=id_)
        if kind is PackKind.WORDING:
            self._demand_activable(body, at_hand)
        return self._post(Order(kind=kind, id=id_, body=write_files(body), by=by, why=why, valid=valid))

    def issue_staff(self, site: str, users: tuple[str, ...], *, by: str, why: str, valid: timedelta) -> IssuedPack:
        """Sign who must leave a site, and post it.

        Raises:
            Refusal: `FILE_UNFIT`, when the site or an account name is none.
        """
        try:
            body = write_staff(StaffBody(trial=self._centre.trial, id=site, remove=users))
            read_staff(body)
        except ValueError as error:
            raise Refusal(Code.FILE_UNFIT, path=site, wanted=f"a site and account names: {error}") from error
        return self._post(Order(kind=PackKind.STAFF, id=site, body=body, by=by, why=why, valid=valid))

    def recover(self, device: str, recipient: str, *, typed: str, by: str, why: str, box: Path | None) -> IssuedPack:
        """See `centre.recovery.recover`; the pack is posted."""
        pack = recover(
            self._store,
            self._centre,
            Unsealer(read_identities(box or self._centre.box)),
            self._online,
            device=DeviceId(device),
            recipient=recipient,
            typed=typed,
            by=by,
            why=why,
            now=self._now,
        )
        return self._posted(pack)

    def revoke(self, device: str, *, by: str, why: str) -> Closure:
        """Close a tablet; return the closing that counts, which is the first.

        Raises:
            Refusal: `DEVICE_UNKNOWN`.
        """
        dev = DeviceId(device)
        revoke(self._store, dev=dev, at=self._now.isoformat(timespec="milliseconds"), by=by, why=why)
        with self._store.reading() as ledger:
            closed = ledger.closure(dev)
        assert closed is not None
        return closed

    def _demand_activable(self, body: FilesBody, at_hand: AtHand) -> None:
        bench = Bench(
            form_of=at_hand.form,
            tongue_of=at_hand.library.tongue,
            words=read_settings().words,
            today=self._now.date(),
        )
        for name, content in body.files.items():
            _, judgement = judge_file(content.encode(), name, bench)
            if judgement.fitness is Fitness.NOTHING:
                against = "; ".join(judgement.against)
                raise Refusal(Code.PACK_UNFIT, path=body.id, findings=f"{name}: {against}")

    def _at_hand(self) -> AtHand:
        settings = read_settings()
        with self._store.reading() as ledger:
            newest = [pack for pack in ledger.newest_issued().values() if pack.kind == PackKind.FORM]
        return AtHand(
            library=open_library(settings.forms, settings.words, None),
            study=load_study(settings.study),
            fresh=tuple(files_of(_kept(pack)) for pack in newest),
        )

    def _post(self, order: Order) -> IssuedPack:
        return self._posted(issue(self._store, self._online, order, self._now))

    def _posted(self, pack: IssuedPack) -> IssuedPack:
        FolderTransport(self._centre.drop).put(pack_file(pack.sha256), pack.body)
        return pack


def _kept(pack: IssuedPack) -> KeptPack:
    end = pack.body.index(b"\n") + 1
    return KeptPack(
        hash=pack.sha256,
        kind=pack.kind,
        version=pack.version,
        line=pack.body[:end],
        armor=pack.body[end:],
        seq=0,
    )


def _id_of(kind: PackKind, texts: Mapping[str, str]) -> str:
    """Return what the first file that can be read says it is; the checks name what is wrong with the others."""
    for name, content in texts.items():
        if (named := _named(kind, content.encode(), name)) is not None:
            return named
    return next(iter(texts)).removesuffix(".yaml")


def _named(kind: PackKind, untrusted: bytes, name: str) -> str | None:
    match kind:
        case PackKind.FORM:
            form, _ = read_instrument(untrusted, name)
            return form.id if form else None
        case PackKind.WORDING:
            words, _ = read_wording(untrusted, name)
            return f"{words.instrument}/{words.language}" if words else None
        case _:
            study, _ = read_study(untrusted, name)
            return study.id if study else None
