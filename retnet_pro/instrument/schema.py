"""JSON Schema of our files (draft 2020-12), written from the same vocabulary the loaders read with.

It is for editors: they complete keys and mark most faults while somebody types. The loader says more, because a schema
cannot see sense (`check`, `wording`) nor what YAML hides from it: anchors, tags, keys that stand twice.
"""

from collections.abc import Mapping
from typing import Any, Literal, assert_never

from retnet_pro.instrument.clinic_vocabulary import CLINIC, CLINIC_FORMAT, CLINIC_WORDS, CLINIC_WORDS_FORMAT
from retnet_pro.instrument.shape import (
    TEXT_LIMIT,
    ListOf,
    Number,
    OneOf,
    Record,
    Shape,
    TableOf,
    Tagged,
    Text,
    Truth,
    Whole,
)
from retnet_pro.instrument.vocabulary import INSTRUMENT, INSTRUMENT_FORMAT, STUDY_FORMAT, WORDING, WORDING_FORMAT
from retnet_pro.instrument.vocabulary_study import STUDY

Kind = Literal["instrument", "wording", "study", "clinic", "clinic-words"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_KINDS: Mapping[Kind, tuple[str, Record]] = {
    "instrument": (INSTRUMENT_FORMAT, INSTRUMENT),
    "wording": (WORDING_FORMAT, WORDING),
    "study": (STUDY_FORMAT, STUDY),
    "clinic": (CLINIC_FORMAT, CLINIC),
    "clinic-words": (CLINIC_WORDS_FORMAT, CLINIC_WORDS),
}


def schema(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema of one kind of file."""
    title, record = _KINDS[kind]
    definitions: dict[str, Any] = {}
    body = _schema_of(record, definitions)
    return {"$schema": DIALECT, "$id": f"urn:{title.replace('/', ':')}", "title": title, **body, "$defs": definitions}


def _schema_of(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    match shape:
        case Text(pattern, described):
            exact = {} if pattern is None else {"pattern": f"^({pattern})$", "description": described}
            # \S: a text of blanks alone is no text.
            return {"type": "string", "maxLength": TEXT_LIMIT, "pattern": r"\S", **exact}
        case Whole(minimum, maximum):
            return {"type": "integer", "minimum": minimum, "maximum": maximum}
        case Number(minimum, maximum):
            return {"type": "number", "minimum": minimum, "maximum": maximum}
        case Truth():
            return {"type": "boolean"}
        case OneOf(words):
            return {"enum": list(words)}
        case ListOf(of, minimum, maximum):
            items = _schema_of(of, definitions)
            return {"type": "array", "items": items, "minItems": minimum, "maxItems": maximum}
        case TableOf(key, of):
            return _table(key, _schema_of(of, definitions))
        case Record(fields):
            return {
                "type": "object",
                "properties": {
                    name: {**_schema_of(field.shape, definitions), "description": field.about}
                    for name, field in fields.items()
                },
                "required": [name for name, field in fields.items() if field.required],
                "additionalProperties": False,
            }
        case Tagged():
            return _tagged(shape, definitions)
        case _:
            assert_never(shape)


def _table(key: Text | Whole, values: dict[str, Any]) -> dict[str, Any]:
    """Return a table with free names; names are texts for a schema, also where the loader reads whole numbers."""
    pattern = "-?(0|[1-9][0-9]*)" if isinstance(key, Whole) else key.pattern
    names = {} if pattern is None else {"propertyNames": {"pattern": f"^({pattern})$"}}
    return {"type": "object", "additionalProperties": values, **names}


def _tagged(shape: Tagged, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return a reference, so that a condition can be made of conditions; the definition is written once."""
    if shape.name not in definitions:
        definitions[shape.name] = {}
        definitions[shape.name] = {
            "type": "object",
            "properties": {name: _schema_of(option, definitions) for name, option in shape.options().items()},
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{shape.name}"}
