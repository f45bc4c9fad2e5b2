"""The codebook as a table: every column, instrument, item, code, scale and listed code, with neutral words."""

from collections.abc import Iterable, Iterator

from retnet_pro.dataset.codebook import Codebook
from retnet_pro.dataset.leaving_words import DEMONSTRATION
from retnet_pro.dataset.rows import FormStatus, ItemState
from retnet_pro.exchange.staff_columns import staff_lines
from retnet_pro.instrument.model import Instrument, Wording

HEADER = ("part", "list", "instrument", "version", "hash", "id", "number", "code", "words", "detail", "source")
_Line = tuple[object, ...]


def codebook_lines(codebook: Codebook, columns: Iterable[tuple[str, str, str]]) -> Iterator[_Line]:
    """Yield the lines of the codebook; `columns` are file, column and what it says.

    Words of a questionnaire are among them only where the codebook holds them, which is where a licence allows it.
    """
    for file, name, says in columns:
        yield ("column", file, "", "", "", name, "", "", says, "", "")
    for arm in codebook.study.arms:
        yield ("arm", "arm", "", "", "", arm.id, "", "", arm.title, "", "")
    for point in codebook.study.time_points:
        detail = f"{point.offset_days} days after {point.anchor}, from -{point.early_days} to +{point.late_days}"
        yield ("time_point", "time_point", "", "", "", point.id, "", "", point.title, detail, codebook.study.source)
    for form in codebook.instruments:
        yield from _instrument(form)
    yield from staff_lines(codebook)
    for state in ItemState:
        yield ("list", "state", "", "", "", "", "", state, state.value.replace("_", " "), "", "")
    for status in FormStatus:
        yield ("list", "status", "", "", "", "", "", status, status.value.replace("_", " "), "", "")
    for one in codebook.codes:
        yield ("list", one.list, "", "", "", "", "", one.code, one.words, "", "")
    for form in codebook.instruments:
        for wording in codebook.words_of(form):
            yield from _words(form, wording)


def _words(form: Instrument, wording: Wording) -> Iterator[_Line]:
    """Yield the words of a form in a language; `detail` has the mark of demonstration wording, `source` the notice."""
    which = ("words", wording.language, form.id, form.version, form.hash)
    told = (DEMONSTRATION if wording.demonstration else "", wording.notice)
    for name, said in (("title", wording.title), ("instruction", wording.instruction), *wording.recalls.items()):
        yield (*which, name, "", "", said, *told)
    for item in form.items:
        yield (*which, item.id, item.number, "", wording.items[item.id], *told)
        if item.id in wording.not_applicable:
            yield (*which, item.id, item.number, "not_applicable", wording.not_applicable[item.id], *told)
    for scale, labels in wording.labels.items():
        for code, said in labels.items():
            yield (*which, scale, "", code, said, *told)


def _instrument(form: Instrument) -> Iterator[_Line]:
    which = (form.id, form.version, form.hash)
    yield ("instrument", "", *which, form.id, "", "", form.title, "", form.owner)
    for item in form.items:
        recall = f"recall {item.recall}" if item.recall else ""
        yield ("item", "", *which, item.id, item.number, "", item.topic, recall, item.status)
        for code in item.scale.codes:
            yield ("code", item.scale.id, *which, item.id, item.number, code, "", "", "")
        if item.not_applicable:
            yield (
                "code",
                item.scale.id,
                *which,
                item.id,
                item.number,
                "",
                "does not apply",
                "state not_applicable",
                "",
            )
    for scale in form.scales:
        from_items = " ".join(scale.items) or " ".join(code for code, _ in scale.components)
        detail = f"{scale.method}; {scale.direction}; at least {scale.minimum_answered}; of {from_items}"
        yield ("scale", "", *which, scale.code, "", "", scale.name, detail, scale.source)
    for variant in form.variants:
        yield ("variant", "", *which, variant.id, "", "", variant.title, "", variant.source)
