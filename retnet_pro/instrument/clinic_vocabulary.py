"""The vocabulary of the forms that staff fill in, and of their words; what all files share is in `vocabulary`."""

from collections.abc import Mapping

from retnet_pro.instrument.clinic import Anchor, Fact, Missing
from retnet_pro.instrument.shape import Field, ListOf, Number, OneOf, Record, Shape, TableOf, Tagged, Text, Truth, Whole
from retnet_pro.instrument.vocabulary import (
    _OWN_SOURCE,
    _OWN_STATUS,
    _SOURCE,
    _STATUS,
    CODE,
    CONDITION,
    LANGUAGE,
    NAME,
    TEXT,
    VERSION,
    words_of,
)

CLINIC_FORMAT = "retnet-pro/clinic/1"
CLINIC_WORDS_FORMAT = "retnet-pro/clinic-words/1"

ROW_LIMIT = 200
"""Most rows of a part that comes back."""
NOTE_LIMIT = 500
"""Most characters of a note."""

_SYMBOL = Text(r"\S(.{0,14}\S)?", "the symbol of a unit, at most 16 characters")
_BOUND = Number(-1e9, 1e9)
_ANCHOR = words_of(Anchor)

_UNIT = Record(
    {
        "id": Field(NAME, "Id of the unit; it is stored with every value."),
        "symbol": Field(_SYMBOL, "What is shown beside the number, in quotes."),
        "lowest": Field(_BOUND, "A smaller number is impossible and refused."),
        "highest": Field(_BOUND, "A larger number is impossible and refused."),
        "unusual_below": Field(_BOUND, "A smaller number is asked about once.", required=False),
        "unusual_above": Field(_BOUND, "A larger number is asked about once.", required=False),
    },
    named_by="id",
)

_NUMBER_KIND = Record(
    {
        "decimals": Field(Whole(0, 6), "Most digits after the decimal mark."),
        "units": Field(ListOf(_UNIT, minimum=1, maximum=20), "The units it can be given in."),
        "source": _OWN_SOURCE,
        "status": _OWN_STATUS,
    }
)

_DAY = Record(
    {
        "partial": Field(Truth(), "A month or a year alone is accepted.", required=False),
        "earliest": Field(_ANCHOR, "A day before this one of the participant is refused.", required=False),
        "unusual_before": Field(_ANCHOR, "A day before this one of the participant is asked about.", required=False),
        "not_before": Field(NAME, "An earlier item with a day; one before it is refused.", required=False),
    }
)


def _answer_options() -> Mapping[str, Shape]:
    return {
        "choice": NAME,
        "number": Record(
            {
                "kind": Field(NAME, "One of the numbers above."),
                "unit_of": Field(NAME, "An earlier number of the same kind, whose unit holds here.", required=False),
            }
        ),
        "day": _DAY,
        "note": Record({"longest": Field(Whole(1, NOTE_LIMIT), "Most characters.")}),
    }


_ITEM = Record(
    {
        "id": Field(NAME, "Permanent id; never used again for another item."),
        "answer": Field(Tagged("way to answer", _answer_options), "How the item is answered."),
        "required": Field(Truth(), "The form can be closed without it only when 'false'.", required=False),
        "missing": Field(ListOf(words_of(Missing), minimum=1), "Reasons accepted in place of a value.", required=False),
        "condition": Field(CONDITION, "Ask the item only when this holds.", required=False),
    },
    named_by="id",
)

_PART = Record(
    {
        "id": Field(NAME, "Id of the part."),
        "rows": Field(Whole(2, ROW_LIMIT), "The part comes back, at most so many times.", required=False),
        "items": Field(ListOf(_ITEM, minimum=1), "The items in order."),
    },
    named_by="id",
)

_SAYS = Record(
    {
        "fact": Field(words_of(Fact), "The fact of the participant's course."),
        "item": Field(NAME, "The item with its day; for 'symptomatic' the choice that holds it."),
        "when": Field(CONDITION, "Only when this holds; for 'symptomatic' what makes it true.", required=False),
    },
    named_by="fact",
)

CLINIC = Record(
    {
        "format": Field(OneOf((CLINIC_FORMAT,)), "The format of this file."),
        "id": Field(NAME, "Id of the form; also the name of its folder of words."),
        "version": Field(VERSION, "Version of the form, in quotes."),
        "title": Field(TEXT, "Short title."),
        "owner": Field(TEXT, "Who owns the form."),
        "status": _STATUS,
        "source": _SOURCE,
        "shows_arm": Field(
            Truth(), "Its answers tell the treatment: only roles that may see the arm use it.", required=False
        ),
        "lists": Field(TableOf(NAME, ListOf(CODE, minimum=2)), "Lists of codes, in the order shown."),
        "numbers": Field(TableOf(NAME, _NUMBER_KIND), "Kinds of numbers.", required=False),
        "parts": Field(ListOf(_PART, minimum=1, maximum=50), "The parts in order."),
        "says": Field(ListOf(_SAYS), "Facts of the participant's course that the form states.", required=False),
        "to_confirm": Field(ListOf(TEXT), "What must be settled with the protocol first.", required=False),
    }
)

CLINIC_WORDS = Record(
    {
        "format": Field(OneOf((CLINIC_WORDS_FORMAT,)), "The format of this file."),
        "form": Field(NAME, "Id of the form."),
        "form_version": Field(VERSION, "Version of the form, in quotes."),
        "version": Field(VERSION, "Version of these words, in quotes."),
        "language": Field(LANGUAGE, "Language tag."),
        "title": Field(TEXT, "Title staff see."),
        "instruction": Field(TEXT, "What the form is for, and when it is filled in."),
        "parts": Field(TableOf(NAME, TEXT), "Title of each part."),
        "items": Field(TableOf(NAME, TEXT, names_items=True), "Words of each item."),
        "hints": Field(TableOf(NAME, TEXT, names_items=True), "A line below an item.", required=False),
        "lists": Field(TableOf(NAME, TableOf(CODE, TEXT)), "Words of the codes of each list."),
    }
)
