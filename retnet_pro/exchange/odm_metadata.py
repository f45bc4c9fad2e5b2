"""The study part of an ODM file: visits, forms, groups, items and lists of codes.

Names of items are topics in words of this project; words of a questionnaire stand in Question and Decode, in every
language in which they may leave, with their notice as Comment. Every item of a questionnaire carries its SDTM test code
as an alias. Names of elements and their order are those of ODM 1.3.2.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from retnet_pro.dataset.codebook import Codebook
from retnet_pro.dataset.leaving_words import note_of
from retnet_pro.dataset.rows import FormStatus, ItemState
from retnet_pro.dataset.study_data import WATERMARK, About
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.cdisc_codes import item_codes
from retnet_pro.exchange.odm_xml import Xml
from retnet_pro.exchange.redcap_dictionary import short_name
from retnet_pro.instrument.model import Instrument, InstrumentId, Wording
from retnet_pro.scoring.score import Why
from retnet_pro.study.model import Anchor

VERSION_OID = "MDV.1"
PERSON_EVENT, PERSON_FORM, PERSON_GROUP = "SE.PARTICIPANT", "F.PARTICIPANT", "IG.PARTICIPANT"
STATUS_FORM, STATUS_GROUP = "F.STATUS", "IG.STATUS"
STATES, WHYS = "CL.STATE", "CL.WHY"
PERSON = (
    ("arm", "text"), ("enrolled", "date"), ("randomised", "date"), ("symptomatic", "text"), ("histology", "text"),
    ("grade", "text"), ("embolizations", "text"), ("progressed", "date"), ("died", "date"), ("withdrew", "date"),
    ("withdrew_why", "text"), ("language", "text"),
)  # fmt: skip
"""What is known about a participant, and its type."""
STATUS = (
    ("key", "text"), ("instrument", "text"), ("status", "text"), ("reason", "text"), ("is_expected", "text"),
    ("target", "date"), ("instrument_version", "text"), ("medium", "text"), ("answered_by", "text"),
    ("started", "datetime"), ("finished", "datetime"), ("response", "text"), ("corrections", "integer"),
)  # fmt: skip
"""What became of a form, and its type."""


@dataclass(frozen=True, slots=True)
class Oids:
    """What an instrument and its parts are called. A second version of a form has names of its own."""

    short: str

    @property
    def form(self) -> str:
        """The form."""
        return f"F.{self.short}"

    def item(self, item: str) -> str:
        """An item: ``I.C30.V3.0.Q01``."""
        number = item.removeprefix("q")
        return f"I.{self.short}.{f'Q{int(number):02d}' if number.isdigit() else item.upper()}"

    def group(self, part: str) -> str:
        """Its items, or its scores in one way of scoring."""
        return f"IG.{self.short}.{part}"

    def score(self, scale: str, variant: str) -> str:
        """A score."""
        return ".".join(filter(None, ("S", self.short, scale, variant)))


def oids_of(instrument: InstrumentId, version: str | None) -> Oids:
    """Return what a version of an instrument is called."""
    return Oids(f"{short_name(instrument).upper()}.V{version or ''}")


def event_oid(time_point: str) -> str:
    """Return what a time point is called."""
    return f"SE.{time_point.upper()}"


def study_oid(about: About) -> str:
    """Return what the study is called; other data than those of a study never share its name."""
    return about.trial + ("-SYNTHETIC" if about.is_synthetic else "")


def write_study(xml: Xml, about: About, codebook: Codebook) -> None:
    """Write the element Study.

    Raises:
        Refusal: `DATA_UNFIT`, where two forms would have one name.
    """
    names = [oids_of(form.id, form.version).form for form in codebook.instruments]
    for form, name in zip(codebook.instruments, names, strict=True):
        if names.count(name) > 1:
            why = "two forms would have one name"
            raise Refusal(Code.DATA_UNFIT, row=f"{form.id} {form.version}", column=name, why=why)
    with xml.inside("Study", OID=study_oid(about)):
        with xml.inside("GlobalVariables"):
            xml.text("StudyName", about.study_title + (f" - {WATERMARK}" if about.is_synthetic else ""))
            xml.text("StudyDescription", f"{about.study} {about.study_version} {about.study_hash}")
            xml.text("ProtocolName", about.trial)
        with xml.inside("MetaDataVersion", OID=VERSION_OID, Name=f"{about.study} {about.study_version}"):
            _events(xml, codebook)
            _forms(xml, codebook)
            _groups(xml, codebook)
            for name, kind in (*PERSON, *STATUS):
                xml.empty("ItemDef", OID=f"I.{name.upper()}", Name=name, DataType=kind, **_length(kind))
            for form in codebook.instruments:
                _items(xml, form, codebook.words_of(form))
            _lists(xml, codebook)


def _events(xml: Xml, codebook: Codebook) -> None:
    with xml.inside("Protocol"):
        for order, oid in enumerate((PERSON_EVENT, *(event_oid(p.id) for p in codebook.study.time_points)), 1):
            xml.empty("StudyEventRef", StudyEventOID=oid, OrderNumber=str(order), Mandatory="No")
    with xml.inside("StudyEventDef", OID=PERSON_EVENT, Name="Participant", Repeating="No", Type="Common"):
        xml.empty("FormRef", FormOID=PERSON_FORM, Mandatory="Yes")
    for point in codebook.study.time_points:
        repeats = "Yes" if point.anchor is Anchor.EMBOLIZATION else "No"
        with xml.inside(
            "StudyEventDef", OID=event_oid(point.id), Name=point.title, Repeating=repeats, Type="Scheduled"
        ):
            xml.empty("FormRef", FormOID=STATUS_FORM, Mandatory="No")
            for form in codebook.instruments:
                if form.id in point.instruments:
                    xml.empty("FormRef", FormOID=oids_of(form.id, form.version).form, Mandatory="No")


def _forms(xml: Xml, codebook: Codebook) -> None:
    for form, group, repeats in ((PERSON_FORM, PERSON_GROUP, "No"), (STATUS_FORM, STATUS_GROUP, "Yes")):
        with xml.inside("FormDef", OID=form, Name=form, Repeating=repeats):
            xml.empty("ItemGroupRef", ItemGroupOID=group, Mandatory="Yes")
    for one in codebook.instruments:
        oids = oids_of(one.id, one.version)
        # Repeating, because a second response to one form and visit can come.
        with xml.inside("FormDef", OID=oids.form, Name=f"{one.title} {one.version}", Repeating="Yes"):
            for part in ("ITEMS", "SCORES"):
                xml.empty("ItemGroupRef", ItemGroupOID=oids.group(part), Mandatory="No")


def _groups(xml: Xml, codebook: Codebook) -> None:
    _group(xml, PERSON_GROUP, (f"I.{name.upper()}" for name, _ in PERSON))
    _group(xml, STATUS_GROUP, (f"I.{name.upper()}" for name, _ in STATUS))
    for form in codebook.instruments:
        oids = oids_of(form.id, form.version)
        _group(xml, oids.group("ITEMS"), (oids.item(item.id) for item in form.items))
        _group(xml, oids.group("SCORES"), (oids.score(*which) for which, _ in _scales(form)))


def _group(xml: Xml, oid: str, items: Iterable[str]) -> None:
    with xml.inside("ItemGroupDef", OID=oid, Name=oid, Repeating="No"):
        for order, item in enumerate(items, 1):
            xml.empty("ItemRef", ItemOID=item, OrderNumber=str(order), Mandatory="No")


def _items(xml: Xml, form: Instrument, words: Sequence[Wording]) -> None:
    oids = oids_of(form.id, form.version)
    told = {"Comment": " ".join(dict.fromkeys(map(note_of, words)))} if words else {}
    for item in form.items:
        code = item_codes().get((form.id, form.version, item.id))
        facts = {"OID": oids.item(item.id), "Name": item.topic, "DataType": "integer", "Length": "4", **told}
        with xml.inside("ItemDef", **facts):
            if words:
                _translated(xml, "Question", [(one.language, one.items[item.id]) for one in words])
            xml.empty("CodeListRef", CodeListOID=f"CL.{oids.short}.{item.scale.id.upper()}")
            if code is not None:
                xml.empty("Alias", Context="SDTM", Name=code.code)
    for which, name in _scales(form):
        xml.empty("ItemDef", OID=oids.score(*which), Name=name, DataType="double")


def _scales(form: Instrument) -> Iterator[tuple[tuple[str, str], str]]:
    for scale in form.scales:
        for variant in scale.variants or tuple(one.id for one in form.variants) or ("",):
            yield (scale.code, variant), f"{scale.name} {variant}".strip()


def _lists(xml: Xml, codebook: Codebook) -> None:
    for form in codebook.instruments:
        short = oids_of(form.id, form.version).short
        for scale in dict.fromkeys(item.scale.id for item in form.items):
            codes = next(item.scale.codes for item in form.items if item.scale.id == scale)
            words = [one for one in codebook.words_of(form) if scale in one.labels]
            labels = {
                str(code): [(one.language, one.labels[scale].get(code, str(code))) for one in words]
                for code in (codes if words else ())
            }
            _list(xml, f"CL.{short}.{scale.upper()}", "integer", map(str, codes), labels)
    _list(xml, STATES, "text", ItemState)
    _list(xml, WHYS, "text", Why)
    _list(xml, "CL.STATUS", "text", FormStatus)


def _list(
    xml: Xml, oid: str, kind: str, codes: Iterable[str], labels: Mapping[str, Sequence[tuple[str, str]]] | None = None
) -> None:
    with xml.inside("CodeList", OID=oid, Name=oid, DataType=kind):
        for code in codes:
            if not labels:
                xml.empty("EnumeratedItem", CodedValue=code)
                continue
            with xml.inside("CodeListItem", CodedValue=code):
                _translated(xml, "Decode", labels[code])


def _translated(xml: Xml, element: str, said: Iterable[tuple[str, str]]) -> None:
    """Write a text in each language."""
    with xml.inside(element):
        for language, text in said:
            xml.text("TranslatedText", text, **{"xml:lang": language})


def _length(kind: str) -> dict[str, str]:
    return {"text": {"Length": "500"}, "integer": {"Length": "10"}}.get(kind, {})
