"""Send records to a REDCap project: look first, compare, then send what is new and what differs.

What is new goes with ``normal``. A form that differs goes with ``overwrite``, and with the fields of that form alone:
REDCap ignores blanks otherwise, and an answer that was withdrawn here would survive there as an old value.
Nothing is ever deleted there; what stands there and is not known here is counted.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from retnet_pro.dataset.rows import PersonRows
from retnet_pro.dataset.study_data import StudyData
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.redcap_dictionary import RECORD, Field, make_dictionary
from retnet_pro.exchange.redcap_records import EVENT, INSTANCE, Entry, RecordMaker, columns_of, complete_field
from retnet_pro.exchange.writer import Progress, with_progress

Post = Callable[[Mapping[str, str]], bytes]
"""Sends the fields of one request, to which it adds the token, and returns the answer.

Raises:
    WorldFault: `TRANSPORT_UNREACHABLE`.
    Refusal: `REDCAP_UNFIT`.
"""
_PEOPLE = 25
"""Participants compared and sent at a time, so that neither memory nor a request grows with the trial."""
_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Compared:
    """What stands in the project beside what is here."""

    new: int
    """Forms that are not there."""
    alike: int
    differing: int
    withdrawn: int
    """Values that stand there and are blank here; sending takes them away."""
    unknown: int
    """Forms that stand there, of participants known here, and are not known here. They are left alone."""
    sent: int = 0
    """Forms the project confirmed; 0 while only looking."""


def compare(data: StudyData, post: Post, progress: Progress) -> Compared:
    """Return how the project differs; nothing is changed there.

    Raises:
        Refusal: `REDCAP_UNFIT`, when the project lacks a field or has it with another kind or other codes;
            `DATA_UNFIT`.
        WorldFault: `TRANSPORT_UNREACHABLE`.
    """
    return _through(data, post, progress, sends=False)


def send(data: StudyData, post: Post, progress: Progress) -> Compared:
    """Send what is new or differs and return what was done. It can be repeated, also after it broke off.

    Raises:
        Refusal: `REDCAP_UNFIT`, also when the project does not confirm as many forms as it was sent; `DATA_UNFIT`.
        WorldFault: `TRANSPORT_UNREACHABLE`; what was confirmed before is there.
    """
    return _through(data, post, progress, sends=True)


def _through(data: StudyData, post: Post, progress: Progress, *, sends: bool) -> Compared:
    fields = make_dictionary(data.codebook)
    _check_project(fields, _list(post, {"content": "metadata"}))
    maker = RecordMaker(data.codebook, fields, is_synthetic=data.about.is_synthetic)
    counts: Counter[str] = Counter()
    people = with_progress(data, progress)
    while batch := list(islice(people, _PEOPLE)):
        by_form = _by_form(maker, batch)
        for form in dict.fromkeys(one.form for one in fields.values()):
            columns = columns_of(form, fields)
            there = _there(post, form, columns, [person.subject.subject for person in batch])
            for overwrites, some in _differences(by_form.get(form, []), there, counts):
                if sends and some:
                    counts["sent"] += _import(post, some, columns, overwrites=overwrites)
    return Compared(*(counts[name] for name in ("new", "alike", "differing", "withdrawn", "unknown", "sent")))


def _by_form(maker: RecordMaker, people: Sequence[PersonRows]) -> Mapping[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for person in people:
        for entry in maker.entries(person):
            found.setdefault(entry.form, []).append(entry)
    return found


def _differences(
    here: Sequence[Entry], there: dict[tuple[str, str, str], Mapping[str, str]], counts: Counter[str]
) -> Iterator[tuple[bool, list[Entry]]]:
    """Yield what is new, and what differs and so has to overwrite."""
    new: list[Entry] = []
    differing: list[Entry] = []
    for entry in here:
        old = there.pop(entry.key, None)
        if old is None:
            new.append(entry)
        elif all(_same(value, old.get(name, "")) for name, value in entry.values.items()):
            counts["alike"] += 1
        else:
            differing.append(entry)
            counts["withdrawn"] += sum(bool(old.get(name)) and not value for name, value in entry.values.items())
    counts.update(new=len(new), differing=len(differing), unknown=len(there))
    yield False, new
    yield True, differing


def _same(here: str, there: str) -> bool:
    """Whether two values mean the same; REDCap may write a number otherwise."""
    if here == there:
        return True
    with suppress(ValueError):
        return float(here) == float(there)
    return False


def _there(
    post: Post, form: str, columns: Sequence[str], records: Sequence[str]
) -> dict[tuple[str, str, str], Mapping[str, str]]:
    """Return what the project holds of a form, without the empty rows it makes for other forms of an event."""
    asked = {"content": "record", "type": "flat", "fields[0]": RECORD, "forms[0]": form}
    rows = _list(post, {**asked, **{f"records[{place}]": name for place, name in enumerate(records)}})
    found: dict[tuple[str, str, str], Mapping[str, str]] = {}
    for row in rows:
        values = {name: str(row.get(name, "")) for name in columns[4:]}
        if any(value for name, value in values.items() if name != complete_field(form)):
            key = (str(row.get(RECORD, "")), str(row.get(EVENT, "")), str(row.get(INSTANCE, "")))
            found[key] = values
    return found


def _import(post: Post, entries: Sequence[Entry], columns: Sequence[str], *, overwrites: bool) -> int:
    rows = [{name: entry.row[name] for name in columns} for entry in entries]
    said = post(
        {
            "content": "record", "action": "import", "format": "json", "returnFormat": "json", "type": "flat",
            "overwriteBehavior": "overwrite" if overwrites else "normal",
            "forceAutoNumber": "false", "dateFormat": "YMD", "returnContent": "ids",
            "data": json.dumps(rows, ensure_ascii=False),
        }
    )  # fmt: skip
    confirmed = _read(said)
    if not isinstance(confirmed, list) or set(map(str, confirmed)) != {entry.record for entry in entries}:
        raise Refusal(Code.REDCAP_UNFIT, why="it did not confirm the records it was sent")
    return len(entries)


def _check_project(fields: Mapping[str, Field], lines: Sequence[Mapping[str, object]]) -> None:
    """Return if the project has every field as our dictionary says."""
    there = {str(line.get("field_name")): line for line in lines}
    wrong = [
        name
        for name, field in fields.items()
        if name not in there
        or there[name].get("form_name") != field.form
        or there[name].get("field_type") != field.kind
        or (field.codes and _codes(there[name]) != field.codes)
    ]
    if wrong:
        named = ", ".join(wrong[:_MOST_NAMED]) + (f" and {len(wrong) - _MOST_NAMED} more" * (len(wrong) > _MOST_NAMED))
        why = (
            f"these fields are missing there or mean something else: {named}. Load our data_dictionary.csv there first"
        )
        raise Refusal(Code.REDCAP_UNFIT, why=why)


def _codes(line: Mapping[str, object]) -> tuple[int, ...] | None:
    choices = str(line.get("select_choices_or_calculations", "")).split("|")
    with suppress(ValueError):
        return tuple(int(choice.partition(",")[0]) for choice in choices)
    return None


def _list(post: Post, asked: Mapping[str, str]) -> list[Mapping[str, object]]:
    found = _read(post({**asked, "format": "json", "returnFormat": "json"}))
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise Refusal(Code.REDCAP_UNFIT, why="its answer is not a list of records")
    return found


def _read(said: bytes) -> object:
    try:
        found: object = json.loads(said)
    except (ValueError, RecursionError) as error:
        raise Refusal(Code.REDCAP_UNFIT, why="its answer is no JSON; is the address that of the API?") from error
    return found
