"""One clinician's form being filled in: what stands in it, every act that led there, what is asked and what is left.

Pure: an act gives the next state. Nothing is lost: a change keeps what it replaces, and a value that was refused is
kept with the reason it was refused for (rules P12, P15, P18).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from retnet_pro.answering.clinic_doubt import Doubt, Known, doubts_of
from retnet_pro.answering.clinic_value import Emptied, Place, Put, RowDropped, Value, place_of, split_place
from retnet_pro.answering.rules import holds
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.clinic import ClinicForm, ClinicItem, Part, PartId
from retnet_pro.instrument.model import ItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicEntry:
    """One act, to be made durable before the next."""

    n: int
    """Ordinal within the form, from 1, without gaps."""
    place: Place
    put: Put
    replaces: int | None
    refused: tuple[Doubt, ...] = ()
    """Not empty: the value was refused for these reasons and does not stand in the form."""
    asked: tuple[Doubt, ...] = ()
    """What was asked about the value at once."""
    confirmed: tuple[Doubt, ...] = ()
    """What was asked and answered with 'it is right'; the value is the same as before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """The state of a form. Frozen: `put` and `confirm` return the next one."""

    form: ClinicForm
    values: Mapping[Place, Value]
    latest: Mapping[Place, int]
    confirmed: Mapping[Place, frozenset[Doubt]]
    """What was confirmed about the value that stands now."""
    entries: tuple[ClinicEntry, ...]
    used: int
    """Highest ordinal ever used; those of a correction that was set aside are not used again."""


def begin(form: ClinicForm) -> Filling:
    """Return an empty form; nothing has a default."""
    return Filling(form=form, values={}, latest={}, confirmed={}, entries=(), used=0)


def rebuild(form: ClinicForm, entries: Iterable[ClinicEntry], used: int = 0) -> Filling:
    """Return the form as these acts left it; `used` is the highest ordinal in the record, counted or not."""
    filling = begin(form)
    for entry in entries:
        filling = with_entry(filling, entry)
    return replace(filling, used=max(filling.used, used))


def put(filling: Filling, place: Place, put: Put, known: Known) -> Filling:
    """Return the form after one value, or after the refusal of one; the new entry stands at the end.

    The same value put down again is no new act.

    Raises:
        Refusal: `ACTION_REFUSED`, when the place is not one of the form or is not asked.
    """
    if isinstance(put, RowDropped):
        _demand_row(filling.form, place)
        return with_entry(filling, _entry(filling, place, put))
    item, row = _demand_item(filling, place)
    if isinstance(put, Emptied):
        return with_entry(filling, _entry(filling, place, put)) if place in filling.values else filling
    if filling.values.get(place) == put:
        return filling
    doubts = doubts_of(item, row, put, filling.values, known)
    refused = tuple(doubt for doubt in doubts if doubt.why.is_hard)
    entry = _entry(filling, place, put)
    entry = replace(entry, refused=refused) if refused else replace(entry, asked=doubts)
    return with_entry(filling, entry)


def confirm(filling: Filling, place: Place, known: Known) -> Filling:
    """Return the form after somebody said that an unusual value is right; it is not asked about again.

    Raises:
        Refusal: `ACTION_REFUSED`, when nothing is asked there.
    """
    asked = tuple(one for one in questions(filling, known) if one.place == place)
    if not asked:
        raise _refused("confirm", place)
    return with_entry(filling, replace(_entry(filling, place, filling.values[place]), confirmed=asked))


def with_entry(filling: Filling, entry: ClinicEntry) -> Filling:
    """Return the form after one act that was judged before."""
    filling = replace(filling, entries=(*filling.entries, entry), used=max(filling.used, entry.n))
    if entry.refused:
        return filling
    values, confirmed = dict(filling.values), dict(filling.confirmed)
    if isinstance(entry.put, RowDropped):
        name, row = split_place(entry.place)
        gone = [place_of(item.id, row) for item in filling.form.part_of[PartId(name)].items]
        for place in gone:
            values.pop(place, None)
            confirmed.pop(place, None)
        latest = {**filling.latest, **dict.fromkeys(gone, entry.n)}
        return replace(filling, values=values, latest=latest, confirmed=confirmed)
    if entry.confirmed:
        confirmed[entry.place] = confirmed.get(entry.place, frozenset()) | frozenset(entry.confirmed)
    else:
        confirmed.pop(entry.place, None)
    if isinstance(entry.put, Emptied):
        values.pop(entry.place, None)
    else:
        values[entry.place] = entry.put
    latest = {**filling.latest, entry.place: entry.n}
    return replace(filling, values=values, latest=latest, confirmed=confirmed)


def rows(filling: Filling, part: Part) -> tuple[int, ...]:
    """Return the numbers of the rows of a part that hold anything, in order."""
    ids = {item.id for item in part.items}
    found = {row for item, row in map(split_place, filling.values) if item in ids and row is not None}
    return tuple(sorted(found))


def next_row(filling: Filling, part: Part) -> int | None:
    """Return the number of a fresh row, never used before in this form; None when the part is full."""
    if part.most is None or len(rows(filling, part)) >= part.most:
        return None
    names = {part.id, *(item.id for item in part.items)}
    used = [row or 0 for name, row in (split_place(entry.place) for entry in filling.entries) if name in names]
    return max(used, default=0) + 1


def asked(filling: Filling, part: Part, row: int | None) -> tuple[ClinicItem, ...]:
    """Return the items of a part (of one row of it) that are asked; the value of a hidden item counts for nothing."""
    single = _standing(filling, upto=part)
    here: dict[ItemId, object] = dict(single)
    shown: list[ClinicItem] = []
    for item in part.items:
        if item.condition is None or holds(item.condition, here):
            shown.append(item)
            if (value := filling.values.get(place_of(item.id, row))) is not None:
                here[item.id] = value
    return tuple(shown)


def standing(filling: Filling) -> dict[Place, Value]:
    """Return the values that count: of items that are asked, in rows that hold anything."""
    found: dict[Place, Value] = {}
    for part in filling.form.parts:
        for row in (None,) if part.most is None else rows(filling, part):
            for item in asked(filling, part, row):
                if (value := filling.values.get(place_of(item.id, row))) is not None:
                    found[place_of(item.id, row)] = value
    return found


def _standing(filling: Filling, upto: Part) -> dict[ItemId, object]:
    """Return the values of items that stand in the form once, before a part, as far as they are asked."""
    here: dict[ItemId, object] = {}
    for part in filling.form.parts:
        if part is upto:
            return here
        if part.most is None:
            for item in part.items:
                value = filling.values.get(place_of(item.id, None))
                if value is not None and (item.condition is None or holds(item.condition, here)):
                    here[item.id] = value
    return here


def questions(filling: Filling, known: Known) -> tuple[Doubt, ...]:
    """Return what is asked about the values that stand now and was not confirmed: each once (issue of bad input)."""
    return tuple(
        doubt
        for doubt in doubts(filling, known)
        if not doubt.why.is_hard and doubt not in filling.confirmed.get(doubt.place, frozenset())
    )


def doubts(filling: Filling, known: Known) -> Iterator[Doubt]:
    """Yield everything that is impossible or unusual about the values that stand now.

    A value can become impossible after it was accepted, when another one that it is held against is changed.
    """
    for place, value in standing(filling).items():
        name, row = split_place(place)
        yield from doubts_of(filling.form.by_id[name], row, value, filling.values, known)


def gaps(filling: Filling) -> tuple[Place, ...]:
    """Return the places that must hold something before the form can be closed."""
    return tuple(
        place_of(item.id, row)
        for part in filling.form.parts
        for row in ((None,) if part.most is None else rows(filling, part))
        for item in asked(filling, part, row)
        if item.required and place_of(item.id, row) not in filling.values
    )


def _entry(filling: Filling, place: Place, put: Put) -> ClinicEntry:
    return ClinicEntry(n=filling.used + 1, place=place, put=put, replaces=filling.latest.get(place))


def _demand_row(form: ClinicForm, place: Place) -> None:
    name, row = split_place(place)
    part = form.part_of.get(PartId(name))
    if part is None or part.most is None or row is None:
        raise _refused("drop a row", place)


def _demand_item(filling: Filling, place: Place) -> tuple[ClinicItem, int | None]:
    name, row = split_place(place)
    item = filling.form.by_id.get(name)
    if item is None or place != place_of(name, row):
        raise _refused("put a value", place)
    part = filling.form.part_of[item.part]
    is_new = row is not None and row not in rows(filling, part)
    full = is_new and next_row(filling, part) is None
    if (row is None) != (part.most is None) or full or item not in asked(filling, part, row):
        raise _refused("put a value", place)
    return item, row


def _refused(action: str, place: Place) -> Refusal:
    return Refusal(Code.ACTION_REFUSED, action=action, page=place)
