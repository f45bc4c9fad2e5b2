"""The data as ODM-XML 1.3.2 of CDISC: one file of type snapshot with the study's metadata and all clinical data.

An answer that was corrected has an audit record: who, where, when, why; what stood at first is its comment. A snapshot
holds one such record for an item: that of the last correction. Each earlier one is an annotation. An item without an
answer is null, with its state as a flag; one that a condition hid is left out; a form that did not come has no form
data, and a form ``F.STATUS`` of its visit says why. Made in one pass, at a size of memory that does not grow.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO

from retnet_pro.dataset.rows import Changed, EventKind, EventRow, FormRows, FormStatus, ItemRow, ItemState, PersonRows
from retnet_pro.dataset.study_data import WATERMARK, About, StudyData
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.appearing import BLOCK, appearing, appearing_folder, demand_free
from retnet_pro.exchange.odm_metadata import (
    PERSON,
    PERSON_EVENT,
    PERSON_FORM,
    PERSON_GROUP,
    STATES,
    STATUS,
    STATUS_FORM,
    STATUS_GROUP,
    VERSION_OID,
    WHYS,
    event_oid,
    oids_of,
    study_oid,
    write_study,
)
from retnet_pro.exchange.odm_xml import Xml
from retnet_pro.exchange.writer import ExportMade, Progress, made_file, with_progress

NAMESPACE = "http://www.cdisc.org/ns/odm/v1.3"
LOSSES = (
    "events of the record other than corrections",
    "conditions of forms, devices, words of staff about help, aids, sums of events, windows of visits",
    "items that entered a score, and how many its scale has",
    "forms of staff: see the CSV bundle",
)
_PERSON, _STATUS = ({name: f"I.{name.upper()}" for name, _ in facts} for facts in (PERSON, STATUS))
"""Fields of a row, and what they are called."""
_Corrections = Mapping[tuple[str, str], Sequence[EventRow]]
"""By response and item."""


def write_odm(data: StudyData, out: Path, progress: Progress) -> ExportMade:
    """Write ``odm.xml`` into a new folder or zip, or where the name ends with ``.xml`` a file of that name.

    Raises: as `writer.Writer`.
    """
    clinical = _Clinical(data)
    if out.suffix.lower() == ".xml":
        demand_free(out)
        with appearing(out) as file:
            _write(data, clinical, out.parent, file, progress)
        made = made_file(out, clinical.items)
    else:
        with appearing_folder(out) as folder:
            path = folder / "odm.xml"
            with path.open("wb", BLOCK) as file:
                _write(data, clinical, folder, file, progress)
            made = made_file(path, clinical.items)
    return ExportMade(
        format="odm", out=out, files=(made,), participants=clinical.people, forms=clinical.forms, left_out=LOSSES
    )


def _write(data: StudyData, clinical: "_Clinical", beside: Path, file: IO[bytes], progress: Progress) -> None:
    """Write the file. Users stand before the data in it and are known only after them, so the data wait on disk."""
    with TemporaryFile(buffering=BLOCK, dir=beside) as part:
        xml = Xml(part)
        for person in with_progress(data, progress):
            clinical.person(xml, person)
        part.seek(0)
        xml = Xml(file)
        xml.raw('<?xml version="1.0" encoding="UTF-8"?>')
        with xml.inside("ODM", **_head(data.about)):
            write_study(xml, data.about, data.codebook)
            _admin(xml, data.about, clinical.users)
            where = {"StudyOID": study_oid(data.about), "MetaDataVersionOID": VERSION_OID}
            with xml.inside("ClinicalData", **where):
                copyfileobj(part, file, BLOCK)


def _head(about: About) -> dict[str, str]:
    mark = {"Description": WATERMARK} if about.is_synthetic else {}
    return {
        "xmlns": NAMESPACE,
        **mark,
        "FileType": "Snapshot",
        "Granularity": "All",
        "FileOID": f"{study_oid(about)}.{about.cut_off.isoformat()}",
        "CreationDateTime": about.last_at or f"{about.cut_off.isoformat()}T00:00:00Z",
        "AsOfDateTime": f"{about.cut_off.isoformat()}T00:00:00Z",
        "ODMVersion": "1.3.2",
        "Originator": "RETNET-Pro",
        "SourceSystem": "RETNET-Pro",
        "SourceSystemVersion": about.program,
    }


def _admin(xml: Xml, about: About, users: Iterable[tuple[str, str]]) -> None:
    with xml.inside("AdminData", StudyOID=study_oid(about)):
        for site, name in sorted(users):
            with xml.inside("User", OID=_user(site, name), UserType="Other"):
                xml.text("LoginName", name)
        for site in sorted(about.sites):
            with xml.inside("Location", OID=f"L.{site}", Name=site, LocationType="Site"):
                xml.empty(
                    "MetaDataVersionRef", StudyOID=study_oid(about), MetaDataVersionOID=VERSION_OID,
                    EffectiveDate=about.cut_off.isoformat(),
                )  # fmt: skip


def _user(site: str, name: str) -> str:
    """Return what an account is called; two sites may have accounts of one name."""
    return f"U.{site}.{name}"


class _Clinical:
    """Writes participants. It has state because it counts, and gathers the accounts that audit records name."""

    def __init__(self, data: StudyData) -> None:
        self._known = {(one.id, one.version) for one in data.codebook.instruments}
        self._points = {one.id for one in data.codebook.study.time_points}
        self.users: set[tuple[str, str]] = set()
        self.people = self.forms = self.items = 0

    def person(self, xml: Xml, person: PersonRows) -> None:
        """Write the data of a participant."""
        row = person.subject
        self.people += 1
        xml.row = row.subject
        with xml.inside("SubjectData", SubjectKey=row.subject):
            xml.empty("SiteRef", LocationOID=f"L.{row.site}")
            with (
                xml.inside("StudyEventData", StudyEventOID=PERSON_EVENT),
                xml.inside("FormData", FormOID=PERSON_FORM),
                xml.inside("ItemGroupData", ItemGroupOID=PERSON_GROUP),
            ):
                _facts(xml, row, _PERSON)
            corrections = _corrections(person)
            visits: dict[str, list[FormRows]] = {}
            for one in person.forms:
                visits.setdefault(one.form.visit, []).append(one)
            for forms in visits.values():
                self._visit(xml, forms, corrections)

    def _visit(self, xml: Xml, forms: list[FormRows], corrections: _Corrections) -> None:
        first = forms[0].form
        if first.time_point not in self._points:
            why = "the study file does not plan this visit"
            raise Refusal(Code.DATA_UNFIT, row=first.key, column="visit", why=why)
        repeat = {} if first.cycle is None else {"StudyEventRepeatKey": str(first.cycle)}
        with xml.inside("StudyEventData", StudyEventOID=event_oid(str(first.time_point)), **repeat):
            for one in forms:
                xml.row = one.form.key
                key = f"{one.form.instrument}.{one.form.attempt}"
                with (
                    xml.inside("FormData", FormOID=STATUS_FORM, FormRepeatKey=key),
                    xml.inside("ItemGroupData", ItemGroupOID=STATUS_GROUP),
                ):
                    _facts(xml, one.form, _STATUS)
            for one in forms:
                if one.form.status is FormStatus.DONE:
                    self._form(xml, one, corrections)

    def _form(self, xml: Xml, one: FormRows, corrections: _Corrections) -> None:
        row = one.form
        xml.row = row.key
        if (row.instrument, row.instrument_version) not in self._known:
            why = f"version {row.instrument_version} of {row.instrument} is not in the codebook"
            raise Refusal(Code.DATA_UNFIT, row=row.key, column="form", why=why)
        self.forms += 1
        oids = oids_of(row.instrument, row.instrument_version)
        with xml.inside("FormData", FormOID=oids.form, FormRepeatKey=str(row.attempt)):
            with xml.inside("ItemGroupData", ItemGroupOID=oids.group("ITEMS")):
                for item in one.items:
                    told = corrections.get((str(row.response), item.item), ())
                    if item.state is not ItemState.NOT_PRESENTED or item.original is not None or told:
                        self._item(xml, oids.item(item.item), item, row.site, told)
            with xml.inside("ItemGroupData", ItemGroupOID=oids.group("SCORES")):
                for score in one.scores:
                    oid = oids.score(score.scale, score.variant)
                    if score.value is None:
                        with xml.inside("ItemData", ItemOID=oid, IsNull="Yes"):
                            _flag(xml, WHYS, str(score.why), "")
                    else:
                        xml.empty("ItemData", ItemOID=oid, Value=repr(score.value))

    def _item(self, xml: Xml, oid: str, item: ItemRow, site: str, told: Sequence[EventRow]) -> None:
        self.items += 1
        value = {"IsNull": "Yes"} if item.code is None else {"Value": str(item.code)}
        if item.code is not None and item.original is None and not told:
            xml.empty("ItemData", ItemOID=oid, **value)
            return
        with xml.inside("ItemData", ItemOID=oid, **value):
            # An answer that was corrected back to what it was has corrections, and nothing else stood at first.
            first = item.original or (item if told else None)
            if item.original is not None:
                self._audit(xml, item.original, site, item.original.source)
            elif told:
                self._audit(xml, told[-1], site, None)
            before = (
                "" if first is None else f"before: {first.state}" + ("" if first.code is None else f" {first.code}")
            )
            _flag(xml, STATES, item.state, before)
            for number, one in enumerate(told[:-1], 2):
                with xml.inside("Annotation", SeqNum=str(number)):
                    xml.text("Comment", _said(one), SponsorOrSite="Site")

    def _audit(self, xml: Xml, last: Changed | EventRow, site: str, source: str | None) -> None:
        self.users.add((site, last.by))
        with xml.inside("AuditRecord", EditPoint="DataManagement"):
            xml.empty("UserRef", UserOID=_user(site, last.by))
            xml.empty("LocationRef", LocationOID=f"L.{site}")
            xml.text("DateTimeStamp", last.at)
            xml.text("ReasonForChange", _reason(last))
            if source is not None:
                xml.text("SourceID", source)


def _corrections(person: PersonRows) -> _Corrections:
    """Return every correction of every item, oldest first."""
    found: dict[tuple[str, str], list[EventRow]] = {}
    for event in person.events:
        if event.kind is EventKind.CORRECTED:
            found.setdefault((event.response, event.what), []).append(event)
    return found


def _said(event: EventRow) -> str:
    return f"corrected by {event.by} at {event.at}: {event.before} to {event.value}: {_reason(event)}"


def _reason(change: Changed | EventRow) -> str:
    return change.why + (f": {change.note}" if change.note else "")


def _facts(xml: Xml, row: object, names: Mapping[str, str]) -> None:
    for name, oid in names.items():
        value = getattr(row, name)
        if isinstance(value, bool):
            value = "yes" if value else "no"
        if isinstance(value, tuple):
            value = " ".join(map(str, value))
        if value not in (None, ""):
            xml.empty("ItemData", ItemOID=oid, Value=str(value))


def _flag(xml: Xml, codes: str, value: str, comment: str) -> None:
    with xml.inside("Annotation", SeqNum="1"):
        if comment:
            xml.text("Comment", comment, SponsorOrSite="Site")
        with xml.inside("Flag"):
            xml.text("FlagValue", value, CodeListOID=codes)
