"""The vocabulary of instrument and wording files, and what study files share with them (see `vocabulary_study`).

Every sentence here is what an editor shows while somebody writes such a file. Words that are also names in the code
come from the code's own closed lists.
"""

from collections.abc import Iterable, Mapping

from retnet_pro.instrument.model import Direction, ItemKind, Method, Status
from retnet_pro.instrument.shape import Field, ListOf, Number, OneOf, Record, Shape, TableOf, Tagged, Text, Truth, Whole

INSTRUMENT_FORMAT = "retnet-pro/instrument/1"
WORDING_FORMAT = "retnet-pro/wording/1"
STUDY_FORMAT = "retnet-pro/study/1"

CODE_LIMIT = 999
"""Largest code or count an item can be answered with."""


def words_of(names: Iterable[str]) -> OneOf:
    """Return the shape of a value that is one of these words."""
    return OneOf(tuple(str(name) for name in names))


TEXT = Text()
NAME = Text(r"[a-z][a-z0-9_-]{0,63}", "an id (lower-case letters, digits, '-' and '_', at most 64)")
SCALE_CODE = Text(r"[A-Z][A-Z0-9]{0,15}", "a scale code (capital letters and digits, at most 16)")
VARIANT = Text(r"[A-Za-z][A-Za-z0-9_]{0,63}", "the name of a variant (letters, digits and '_', at most 64)")
VERSION = Text(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,31}", "a version (letters, digits, '.', '+' and '-', at most 32)")
LANGUAGE = Text(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}", "a language tag such as 'en' or 'zh-Hans' (BCP 47)")
DATE = Text(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", "a date such as '2027-12-31'")
SUBJECT_PATTERN = Text(
    r"((\{site\}|[A-Za-z0-9-]|\[0-9\]|\[A-Z\])(\{[0-9]{1,2}\})?){1,40}",
    "a study code pattern made of {site}, letters, digits, '-', [0-9], [A-Z] and counts such as {3}",
)
HASH = Text(r"[0-9a-f]{64}", "a SHA-256 (64 digits and letters a to f)")
CODE = Whole(0, CODE_LIMIT)
DAYS = Whole(-3650, 3650)
WIDTH_DAYS = Whole(0, 3650)
STATUS = words_of(Status)

_SOURCE = Field(TEXT, "Where this was read.")
_STATUS = Field(STATUS, "How far this can be trusted; shown with the fact, on screen and on paper.")
_OWN_SOURCE = Field(TEXT, "Where this was read, when not in the source named at the top.", required=False)
_OWN_STATUS = Field(STATUS, "How far this can be trusted, when not as stated at the top.", required=False)

_COMPARISON = Record({"item": Field(NAME, "An earlier item."), "code": Field(CODE, "The code to compare with.")})


def _condition_options() -> Mapping[str, Shape]:
    return {
        "at_least": _COMPARISON,
        "equals": _COMPARISON,
        "all": ListOf(CONDITION, minimum=1),
        "any": ListOf(CONDITION, minimum=1),
        "not": CONDITION,
    }


CONDITION = Tagged("condition", _condition_options)

RESPONSE_SCALE = Record(
    {
        "kind": Field(words_of(ItemKind), "How an item of this scale is answered."),
        "codes": Field(ListOf(CODE, minimum=2), "The codes in printed order; for choice and boxes.", required=False),
        "lowest": Field(CODE, "Smallest number; only for count.", required=False),
        "highest": Field(CODE, "Largest number; only for count.", required=False),
    }
)

ITEM = Record(
    {
        "id": Field(NAME, "Permanent id; never used again for another question."),
        "number": Field(Whole(1, 99_999), "Printed number."),
        "topic": Field(TEXT, "Neutral topic in your own words, for staff tables; not the question's wording."),
        "scale": Field(NAME, "One of the response_scales above."),
        "recall": Field(NAME, "One of the recalls above; leave out where no time frame is stated.", required=False),
        "not_applicable": Field(Truth(), "Offers 'does not apply' beside the scale.", required=False),
        "condition": Field(CONDITION, "Show the item only when this holds.", required=False),
        "unscored": Field(Truth(), "The item belongs to no scale on purpose.", required=False),
        "status": _OWN_STATUS,
    },
    named_by="id",
)

SCALE = Record(
    {
        "code": Field(SCALE_CODE, "Code of the score in tables and exports."),
        "name": Field(TEXT, "Name of the score for staff."),
        "method": Field(words_of(Method), "Named scoring method."),
        "items": Field(ListOf(NAME, minimum=1), "Items; count_times_severity: count, severity, …", required=False),
        "components": Field(ListOf(SCALE_CODE), "Only mean_of_scales: scales that enter as they are.", required=False),
        "components_turned": Field(
            ListOf(SCALE_CODE), "Only mean_of_scales: scales that enter as 100 minus score.", required=False
        ),
        "reversed": Field(Truth(), "Only linear_0_100: the lowest code gives 100 instead of 0.", required=False),
        "direction": Field(words_of(Direction), "What a higher score means."),
        "minimum_answered": Field(Whole(1, 10_000), "Items (or component scores) needed for a score."),
        "variants": Field(ListOf(VARIANT, minimum=1), "Scoring variants it belongs to; left out: all.", required=False),
        "source": _OWN_SOURCE,
        "status": _OWN_STATUS,
    },
    named_by="code",
)

_CUT = Record(
    {
        "below": Field(Number(-1e6, 1e6), "Scores below this count.", required=False),
        "above": Field(Number(-1e6, 1e6), "Scores above this count.", required=False),
    }
)

_VARIANT = Record(
    {
        "id": Field(VARIANT, "Name stored with every score."),
        "title": Field(TEXT, "For staff."),
        "source": _SOURCE,
        "status": _STATUS,
    },
    named_by="id",
)

_THRESHOLDS = Record(
    {
        "source": _SOURCE,
        "status": _STATUS,
        "cuts": Field(TableOf(SCALE_CODE, _CUT, names_items=True), "The cut of each scale."),
    }
)

_CHANGE = Record(
    {
        "scale": Field(SCALE_CODE, "Left out: every scale without a rule of its own.", required=False),
        "points": Field(Number(0, 1e6), "Points that count as change."),
        "source": _SOURCE,
        "status": _STATUS,
    },
    named_by="scale",
)

INSTRUMENT = Record(
    {
        "format": Field(OneOf((INSTRUMENT_FORMAT,)), "The format of this file."),
        "id": Field(NAME, "Id of the instrument; also the name of its folder of wordings."),
        "version": Field(VERSION, "Version of the instrument, in quotes."),
        "title": Field(TEXT, "Short title for staff."),
        "owner": Field(TEXT, "Who owns the instrument."),
        "needs_licence": Field(Truth(), "Study mode needs a licensed wording pack."),
        "minutes": Field(Whole(1, 240), "Estimate of the minutes it takes."),
        "status": _STATUS,
        "source": _SOURCE,
        "answers_required": Field(
            Truth(),
            "Only if the protocol asks for it: who does not answer must say 'I prefer not to answer'.",
            required=False,
        ),
        "response_scales": Field(TableOf(NAME, RESPONSE_SCALE), "The ways to answer, by name."),
        "recalls": Field(ListOf(NAME), "Names of the recall blocks; their words are in the wording."),
        "items": Field(ListOf(ITEM, minimum=1), "The questions in order."),
        "scales": Field(ListOf(SCALE), "The scores."),
        "variants": Field(ListOf(_VARIANT, maximum=10), "Ways to score; the first is the default.", required=False),
        "thresholds": Field(ListOf(_THRESHOLDS), "Cuts of clinical importance, by source.", required=False),
        "changes": Field(ListOf(_CHANGE), "How many points of change count as change.", required=False),
        "to_confirm": Field(
            ListOf(TEXT), "What a coordinator must confirm against the licensed scoring sheet.", required=False
        ),
    }
)

APPROVAL = Record(
    {
        "id": Field(TEXT, "Number or name the owner gave to the approval."),
        "book": Field(HASH, "Hash of these screens, as printed in the approved screens book."),
        "pictures": Field(HASH, "Hash of their pictures, as printed there."),
    }
)

LICENCE = Record(
    {
        "owner": Field(TEXT, "Who allowed the use."),
        "id": Field(TEXT, "Number or name of the licence."),
        "study": Field(TEXT, "The study it was given for."),
        "expires": Field(DATE, "Last day, in quotes; left out when it does not end.", required=False),
        "copyright": Field(TEXT, "The copyright line to show."),
        "in_exports": Field(
            Truth(),
            "The words may stand in exports of data; left out when that is not allowed.",
            required=False,
        ),
        "approval": Field(APPROVAL, "The owner's approval of the screens; needed to go live.", required=False),
    }
)

TRANSLATION = Record(
    {
        "certificate": Field(TEXT, "Number or name of the translation certificate."),
        "reviewer": Field(TEXT, "Who reviewed these words in this language."),
        "reviewed": Field(DATE, "Day of the review, in quotes."),
    }
)

WORDING = Record(
    {
        "format": Field(OneOf((WORDING_FORMAT,)), "The format of this file."),
        "instrument": Field(NAME, "Id of the instrument."),
        "instrument_version": Field(VERSION, "Version of the instrument, in quotes."),
        "version": Field(VERSION, "Version of this wording, in quotes."),
        "language": Field(LANGUAGE, "Language tag."),
        "right_to_left": Field(Truth(), "Written from right to left."),
        "demonstration": Field(Truth(), "Not valid for data collection."),
        "read_aloud": Field(
            Truth(), "The tablet may read the words aloud; left out when the owner does not allow it.", required=False
        ),
        "licence": Field(LICENCE, "What the owner of the wording allowed.", required=False),
        "translation": Field(TRANSLATION, "Who stands for the words; needed to go live.", required=False),
        "notice": Field(TEXT, "Line shown on every page: copyright, or that this is demonstration wording."),
        "title": Field(TEXT, "Title the participant sees."),
        "instruction": Field(TEXT, "The form's own instruction."),
        "recalls": Field(TableOf(NAME, TEXT), "Words of each recall block."),
        "labels": Field(TableOf(NAME, TableOf(CODE, TEXT)), "Words of the codes, for each response scale."),
        "numbers_from_right": Field(
            ListOf(NAME), "Number scales printed from right to left (rule E134); others never are.", required=False
        ),
        "items": Field(TableOf(NAME, TEXT, names_items=True), "Words of each item."),
        "not_applicable": Field(TableOf(NAME, TEXT, names_items=True), "Words of 'does not apply'.", required=False),
    }
)
