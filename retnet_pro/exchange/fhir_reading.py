"""A FHIR resource from a file that somebody else wrote: read as JSON, strictly, and never fetched from anywhere."""

import json
from collections.abc import Mapping
from typing import Any

from retnet_pro.instrument.wording_flaws import shown


def read_resource(untrusted: bytes, *kinds: str) -> Mapping[str, Any]:
    """Return a resource that is one of these kinds.

    Raises:
        ValueError: in words, what stands against it.
    """
    try:
        plain = json.loads(untrusted.decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise ValueError("it is not in UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise ValueError(f"it is not readable as JSON: {error}") from error
    kind = plain.get("resourceType") if isinstance(plain, dict) else None
    if not isinstance(plain, dict) or kind not in kinds:
        raise ValueError(f"it is not a FHIR {' or '.join(kinds)} but {shown(str(kind))}")
    return plain


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that stands twice: different programs would read different things."""
    table = dict(pairs)
    if len(table) < len(pairs):
        raise ValueError("a key stands there twice")
    return table
