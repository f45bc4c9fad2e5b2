"""Define-XML 2.1: which datasets there are, what every variable means, where it is from and which codes it can hold."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent, register_namespace

from retnet_pro.exchange.spool import Spooled
from retnet_pro.exchange.tabulation import CodeList, Dataset, Kind, Level, Levels, Origin, Package, Variable

_ODM, _DEF, _XLINK = (
    "http://www.cdisc.org/ns/odm/v1.3",
    "http://www.cdisc.org/ns/def/v2.1",
    "http://www.w3.org/1999/xlink",
)
_XML = "{http://www.w3.org/XML/1998/namespace}lang"
_TYPES = {
    Kind.TEXT: "text",
    Kind.INTEGER: "integer",
    Kind.FLOAT: "float",
    Kind.DAY: "integer",
    Kind.ISO_DAY: "date",
    Kind.ISO_MINUTE: "partialDatetime",
}
_MEASURED = frozenset((Kind.TEXT, Kind.INTEGER, Kind.FLOAT, Kind.DAY))
"""Only these have a length in Define-XML."""
_STANDARD, _TERMS = "STD.1", "STD.2"


def metadata_id(package: Package, study: str) -> str:
    """Return the OID of the metadata, which the datasets name."""
    return f"MDV.{study}.{package.name}"


def write_define(
    package: Package, spooled: Sequence[Spooled], at: datetime, study: str, suffix: str, program: str, out: Path
) -> None:
    """Write the define file of a package whose datasets are files with this suffix."""
    register_namespace("", _ODM)
    register_namespace("def", _DEF)
    register_namespace("xlink", _XLINK)
    when = at.isoformat(timespec="seconds")
    root = Element(
        _odm("ODM"),
        {
            "FileType": "Snapshot",
            "FileOID": f"{metadata_id(package, study)}.DEFINE",
            "CreationDateTime": when,
            "AsOfDateTime": when,
            "ODMVersion": "1.3.2",
            "Originator": "RETNET-Pro",
            "SourceSystem": "RETNET-Pro",
            "SourceSystemVersion": program,
            _def("Context"): "Other",
        },
    )
    of_study = SubElement(root, _odm("Study"), {"OID": f"ST.{study}"})
    names = SubElement(of_study, _odm("GlobalVariables"))
    for tag, text in (("StudyName", study), ("StudyDescription", study), ("ProtocolName", study)):
        SubElement(names, _odm(tag)).text = text
    version = SubElement(
        of_study,
        _odm("MetaDataVersion"),
        {"OID": metadata_id(package, study), "Name": f"{study}, {package.name}", _def("DefineVersion"): "2.1.0"},
    )
    _standards(version, package)
    by_value = [(dataset, dataset.by_value) for one in spooled if (dataset := one.dataset).by_value is not None]
    for dataset, levels in by_value:
        _value_list(version, dataset, levels)
    for dataset, levels in by_value:
        for level in levels.levels:
            _where(version, dataset, levels, level)
    for one in spooled:
        _group(version, one, suffix)
    for one in spooled:
        for place, variable in enumerate(one.dataset.variables):
            _item(version, one.dataset, variable, one.widths[place])
    for dataset, levels in by_value:
        for level in levels.levels:
            _level(version, dataset, levels, level)
    for codes in package.code_lists:
        _codes(version, codes)
    for dataset, variable in _each(spooled):
        if variable.says and variable.origin is Origin.DERIVED:
            method = _named(version, "MethodDef", f"MT.{dataset.name}.{variable.name}", variable.label)
            method.set("Type", "Computation")
            _described(method, variable.says)
    for dataset, variable in _each(spooled):
        if variable.says and variable.origin is not Origin.DERIVED:
            _comment(version, f"{dataset.name}.{variable.name}", ("en", variable.says))
    for one in spooled:
        if one.dataset.says:
            _comment(version, one.dataset.name, ("en", one.dataset.says))
    for codes in package.code_lists:
        if codes.says:
            _comment(version, f"CL.{codes.id}", *codes.says)
    indent(root, " ")
    ElementTree(root).write(out, encoding="UTF-8", xml_declaration=True)


def _odm(name: str) -> str:
    return f"{{{_ODM}}}{name}"


def _def(name: str) -> str:
    return f"{{{_DEF}}}{name}"


def _each(spooled: Iterable[Spooled]) -> Iterable[tuple[Dataset, Variable]]:
    return ((one.dataset, variable) for one in spooled for variable in one.dataset.variables)


def _named(into: Element, tag: str, oid: str, name: str) -> Element:
    return SubElement(into, _odm(tag), {"OID": oid, "Name": name})


def _described(into: Element, text: str, tag: str = "Description") -> None:
    SubElement(SubElement(into, _odm(tag)), _odm("TranslatedText"), {_XML: "en"}).text = text


def _comment(into: Element, of: str, *says: tuple[str, str]) -> None:
    """Write a comment, in each of its languages."""
    about = SubElement(SubElement(into, _def("CommentDef"), {"OID": f"COM.{of}"}), _odm("Description"))
    for language, text in says:
        SubElement(about, _odm("TranslatedText"), {_XML: language}).text = text


def _standards(version: Element, package: Package) -> None:
    standards = SubElement(version, _def("Standards"))
    shared = {"Status": "Final"}
    SubElement(
        standards,
        _def("Standard"),
        {"OID": _STANDARD, "Name": package.standard, "Type": "IG", "Version": package.standard_version, **shared},
    )
    terms = {"Type": "CT", "PublishingSet": package.terminology, "Version": package.terminology_version}
    SubElement(standards, _def("Standard"), {"OID": _TERMS, "Name": "CDISC/NCI", **terms, **shared})


def _group(version: Element, spooled: Spooled, suffix: str) -> None:
    dataset = spooled.dataset
    per_subject = dataset.keys[-1] == "USUBJID"
    group = _named(version, "ItemGroupDef", f"IG.{dataset.name}", dataset.name)
    group.attrib |= {
        "Repeating": "No" if per_subject else "Yes",
        "IsReferenceData": "No",
        "SASDatasetName": dataset.name,
        "Purpose": "Analysis" if dataset.name.startswith("AD") else "Tabulation",
        _def("Structure"): dataset.structure,
        _def("StandardOID"): _STANDARD,
        _def("ArchiveLocationID"): f"LF.{dataset.name}",
    }
    if not dataset.name.startswith("AD"):
        group.set("Domain", dataset.name)
    if not spooled.records:
        group.set(_def("HasNoData"), "Yes")
    if dataset.says:
        group.set(_def("CommentOID"), f"COM.{dataset.name}")
    _described(group, dataset.label)
    for number, variable in enumerate(dataset.variables, 1):
        of = f"{dataset.name}.{variable.name}"
        facts = {
            "ItemOID": f"IT.{of}",
            "OrderNumber": str(number),
            "Mandatory": "Yes" if variable.name in dataset.keys else "No",
        }
        if variable.name in dataset.keys:
            facts["KeySequence"] = str(dataset.keys.index(variable.name) + 1)
        if variable.says and variable.origin is Origin.DERIVED:
            facts["MethodOID"] = f"MT.{of}"
        SubElement(group, _odm("ItemRef"), facts)
    SubElement(group, _def("Class"), {"Name": dataset.of_class})
    file = f"{dataset.name.lower()}.{suffix}"
    leaf = SubElement(group, _def("leaf"), {"ID": f"LF.{dataset.name}", f"{{{_XLINK}}}href": file})
    SubElement(leaf, _def("title")).text = file


def _item(version: Element, dataset: Dataset, variable: Variable, width: int) -> None:
    of = f"{dataset.name}.{variable.name}"
    item = _named(version, "ItemDef", f"IT.{of}", variable.name)
    item.attrib |= {"DataType": _TYPES[variable.kind], "SASFieldName": variable.name}
    if variable.kind in _MEASURED:
        item.set("Length", str(width))
    if variable.kind is Kind.FLOAT:
        item.set("SignificantDigits", "15")
    if variable.kind is Kind.DAY:
        item.set(_def("DisplayFormat"), "DATE9.")
    if variable.says and variable.origin is not Origin.DERIVED:
        item.set(_def("CommentOID"), f"COM.{of}")
    _described(item, variable.label)
    if variable.codes:
        SubElement(item, _odm("CodeListRef"), {"CodeListOID": f"CL.{variable.codes}"})
    source = "Subject" if variable.origin is Origin.COLLECTED else "Sponsor"
    SubElement(item, _def("Origin"), {"Type": variable.origin.value, "Source": source})
    if dataset.by_value is not None and dataset.by_value.variable == variable.name:
        SubElement(item, _def("ValueListRef"), {"ValueListOID": f"VL.{of}"})


def _value_list(version: Element, dataset: Dataset, levels: Levels) -> None:
    of = f"{dataset.name}.{levels.variable}"
    of_list = SubElement(version, _def("ValueListDef"), {"OID": f"VL.{of}"})
    for number, level in enumerate(levels.levels, 1):
        facts = {"ItemOID": f"IT.{of}.{level.when}", "OrderNumber": str(number), "Mandatory": "No"}
        where = {"WhereClauseOID": f"WC.{of}.{level.when}"}
        SubElement(SubElement(of_list, _odm("ItemRef"), facts), _def("WhereClauseRef"), where)


def _where(version: Element, dataset: Dataset, levels: Levels, level: Level) -> None:
    oid = f"WC.{dataset.name}.{levels.variable}.{level.when}"
    where = SubElement(version, _def("WhereClauseDef"), {"OID": oid})
    facts = {"Comparator": "EQ", "SoftHard": "Soft", _def("ItemOID"): f"IT.{dataset.name}.{levels.by}"}
    SubElement(SubElement(where, _odm("RangeCheck"), facts), _odm("CheckValue")).text = level.when


def _level(version: Element, dataset: Dataset, levels: Levels, level: Level) -> None:
    item = _named(version, "ItemDef", f"IT.{dataset.name}.{levels.variable}.{level.when}", level.when)
    item.attrib |= {"DataType": _TYPES[level.kind], "Length": str(level.length)}
    if level.codes:
        SubElement(item, _odm("CodeListRef"), {"CodeListOID": f"CL.{level.codes}"})
    SubElement(item, _def("Origin"), {"Type": Origin.COLLECTED.value, "Source": "Subject"})


def _codes(version: Element, codes: CodeList) -> None:
    of_list = _named(version, "CodeList", f"CL.{codes.id}", codes.name)
    of_list.attrib |= {"DataType": "text"}
    if codes.concept:
        of_list.set(_def("StandardOID"), _TERMS)
    else:
        of_list.set(_def("IsNonStandard"), "Yes")
    if codes.says:
        of_list.set(_def("CommentOID"), f"COM.CL.{codes.id}")
    for term in codes.terms:
        entry = SubElement(of_list, _odm("CodeListItem" if term.words else "EnumeratedItem"), {"CodedValue": term.code})
        if term.words:
            _described(entry, term.words, "Decode")
        if term.concept:
            SubElement(entry, _odm("Alias"), {"Context": "nci:ExtCodeID", "Name": term.concept})
