"""The columns of the forms of staff in CSV and Parquet, and the lines of the codebook that explain their codes."""

from collections.abc import Iterator
from dataclasses import dataclass

from retnet_pro.dataset.codebook import Codebook
from retnet_pro.dataset.staff_rows import StaffForm, StaffFormMeaning, StaffValue, ValueState, staff_values
from retnet_pro.exchange.csv_columns import Column
from retnet_pro.instrument.clinic import Choice, ClinicItem, Number


@dataclass(frozen=True, slots=True)
class ValueOf:
    """One value with the form it stands in."""

    form: StaffForm
    value: StaffValue


STAFF_FORM: tuple[Column[StaffForm], ...] = (
    Column("sheet", "id of the form that was filled in", lambda row: row.record.ses),
    Column("subject", "study code", lambda row: row.record.subject),
    Column("form", "form of staff", lambda row: row.record.form),
    Column("form_version", "version of the form", lambda row: row.record.version),
    Column("form_hash", "SHA-256 of the form file", lambda row: row.record.form_hash),
    Column("day", "day the form is about; empty where it has none", lambda row: row.record.day),
    Column(
        "revision", "1, and one more after each correction; the last one stands here", lambda row: row.record.revision
    ),
    Column("states", "facts of the participant's course it states", lambda row: row.states),
    Column("mode", "what the data are for", lambda row: row.record.mode),
    Column("words_language", "language of the words staff read", lambda row: row.record.language),
    Column("words_version", "version of the words", lambda row: row.record.words_version),
    Column("words_hash", "SHA-256 of the words", lambda row: row.record.words_hash),
    Column("at", "when it was closed, local time with offset", lambda row: row.at),
    Column("by", "account that closed it", lambda row: row.by),
    Column("role", "role of that account", lambda row: row.role),
    Column("device", "device it was closed on", lambda row: row.device),
    Column("event", "number of the event on the device that proves it", lambda row: row.event),
    Column("event_hash", "SHA-256 of that event", lambda row: row.event_hash),
    Column("program", "version of the program that recorded it", lambda row: row.record.app),
)
STAFF_VALUE: tuple[Column[ValueOf], ...] = (
    Column("sheet", "id of the form that was filled in", lambda row: row.value.sheet),
    Column("subject", "study code", lambda row: row.form.record.subject),
    Column("form", "form of staff", lambda row: row.form.record.form),
    Column("form_version", "version of the form", lambda row: row.form.record.version),
    Column("day", "day the form is about; empty where it has none", lambda row: row.form.record.day),
    Column("item", "item of the form", lambda row: row.value.item),
    Column("row", "row of a part that comes back, from 1", lambda row: row.value.row),
    Column("state", "answered, not-done or unknown", lambda row: row.value.state),
    Column("code", "code of a choice, see codebook", lambda row: row.value.code),
    Column("measured", "number as it was typed", lambda row: row.value.number),
    Column("unit", "unit of the number; nothing is converted", lambda row: row.value.unit),
    Column("date", "day, or month or year alone where no more is known", lambda row: row.value.day),
    Column("text", "words of staff", lambda row: row.value.text),
)


def values_of(form: StaffForm, codebook: Codebook) -> Iterator[ValueOf]:
    """Yield the values of a form in its order."""
    known = codebook.staff_form(form.record.form_hash)
    return (ValueOf(form, value) for value in staff_values(form, known))


def staff_lines(codebook: Codebook) -> Iterator[tuple[object, ...]]:
    """Yield the lines of the codebook about the forms of staff."""
    for state in ValueState:
        yield ("list", "staff_state", "", "", "", "", "", state, state.value.replace("-", " "), "", "")
    for one in codebook.staff:
        form = one.form
        which = (form.id, form.version, form.hash)
        yield ("staff_form", "", *which, form.id, "", "", one.words.title, f"status {form.status}", form.source)
        for item in form.by_id.values():
            yield ("staff_item", "", *which, item.id, "", "", one.words.items.get(item.id, ""), _detail(item), "")
            yield from _codes(one, item, which)


def _codes(one: StaffFormMeaning, item: ClinicItem, which: tuple[object, ...]) -> Iterator[tuple[object, ...]]:
    kind = item.kind
    if isinstance(kind, Choice):
        words = one.words.lists.get(kind.list, {})
        for code in kind.codes:
            yield ("staff_code", kind.list, *which, item.id, "", code, words.get(code, ""), "", "")
    elif isinstance(kind, Number):
        for unit in kind.kind.units:
            yield ("staff_unit", kind.kind.id, *which, item.id, "", unit.id, unit.symbol, "", "")


def _detail(item: ClinicItem) -> str:
    kind = type(item.kind).__name__.lower()
    return kind if item.says is None else f"{kind}; states {item.says.fact.value}"
