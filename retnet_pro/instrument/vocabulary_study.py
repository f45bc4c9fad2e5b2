"""The vocabulary of study files; that of instruments and wordings, and what all three share, is in `vocabulary`."""

from retnet_pro.instrument.shape import Field, ListOf, Number, OneOf, Record, TableOf, Truth, Whole
from retnet_pro.instrument.vocabulary import (
    _SOURCE,
    _STATUS,
    CODE,
    DAYS,
    LANGUAGE,
    NAME,
    SCALE_CODE,
    STUDY_FORMAT,
    SUBJECT_PATTERN,
    TEXT,
    VERSION,
    WIDTH_DAYS,
)

IDENTIFICATIONS = ("confirm", "pin")
ANCHORS = ("randomisation", "embolization")
STOPS = ("withdrew", "died", "progressed")
CLINIC_OPENS = ("enrolment", "randomisation")
SYMPTOM_FREE_STARTS = ("first-free-assessment", "embolization")
NEXT_EMBOLIZATION = ("censors", "ends")

ARM = Record(
    {
        "id": Field(NAME, "Id of the arm."),
        "title": Field(TEXT, "For staff who may see it."),
        "open_to_randomisation": Field(Truth(), "An arm can close while its participants stay in follow-up."),
    },
    named_by="id",
)

TIME_POINT = Record(
    {
        "id": Field(NAME, "Id of the time point."),
        "title": Field(TEXT, "For staff."),
        "anchor": Field(OneOf(ANCHORS), "The date it is counted from; recurs for each embolization."),
        "offset_days": Field(DAYS, "Days from the anchor to the target day."),
        "early_days": Field(WIDTH_DAYS, "How many days before the target the window opens."),
        "late_days": Field(WIDTH_DAYS, "How many days after the target the window closes."),
        "instruments": Field(ListOf(NAME, minimum=1), "In the order they are asked."),
    },
    named_by="id",
)

MILESTONE = Record(
    {
        "id": Field(NAME, "Id of the milestone."),
        "title": Field(TEXT, "As signatures and exports name it."),
        "titles": Field(TableOf(LANGUAGE, TEXT), "By language: as screens of staff show it.", required=False),
        "meaning": Field(TEXT, "What the signature says, printed word for word."),
        "time_points": Field(ListOf(NAME), "Whose answers it covers; all where none is named.", required=False),
        "each_visit": Field(Truth(), "Whether it comes once for every visit.", required=False),
    },
    named_by="id",
)

ALERT = Record(
    {
        "id": Field(NAME, "Id of the rule."),
        "instrument": Field(NAME, "Instrument."),
        "item": Field(NAME, "An item; or name a scale.", required=False),
        "scale": Field(SCALE_CODE, "A scale; or name an item.", required=False),
        "at_least": Field(Number(-1e6, 1e6), "Alert at this value or above.", required=False),
        "at_most": Field(Number(-1e6, 1e6), "Alert at this value or below.", required=False),
        "who": Field(TEXT, "Who is told."),
        "within_hours": Field(Whole(0, 8760), "How soon somebody must look."),
        "source": _SOURCE,
        "status": _STATUS,
    },
    named_by="id",
)

SYMPTOM_FREE = Record(
    {
        "instrument": Field(NAME, "Instrument with the symptoms."),
        "starts": Field(OneOf(SYMPTOM_FREE_STARTS), "What starts the interval."),
        "grade_cut": Field(CODE, "A symptom of this severity or more ends the interval."),
        "needs_confirmation": Field(Truth(), "The end counts only when the next assessment confirms it."),
        "next_embolization": Field(OneOf(NEXT_EMBOLIZATION), "What the next embolization does to the interval."),
        "source": _SOURCE,
        "status": _STATUS,
    }
)

_CLINIC_FORM = Record(
    {
        "form": Field(NAME, "A form that staff fill in."),
        "opens": Field(OneOf(CLINIC_OPENS), "From when on it can be filled in."),
        "once": Field(Truth(), "Only one of it for a participant; else as often as something happens."),
    },
    named_by="form",
)

_RESUME = Record(
    {
        "within_hours": Field(Whole(1, 10_000), "How long after its opening a questionnaire may be continued."),
        "source": _SOURCE,
        "status": _STATUS,
    }
)

_VALID_FORM = Record(
    {
        "text": Field(TEXT, "The rule in words, printed with every rate."),
        "minimum_scales": Field(Whole(0, 10_000), "At least this many scales could be scored."),
    }
)

STUDY = Record(
    {
        "format": Field(OneOf((STUDY_FORMAT,)), "The format of this file."),
        "id": Field(NAME, "Id of the study."),
        "version": Field(VERSION, "Version of this file, in quotes."),
        "title": Field(TEXT, "Title of the study."),
        "label": Field(TEXT, "Shown wherever the schedule is shown."),
        "status": _STATUS,
        "source": _SOURCE,
        "languages": Field(ListOf(LANGUAGE, minimum=1), "Languages participants are asked in."),
        "planned_participants": Field(Whole(1, 1_000_000), "Planned size."),
        "subject_pattern": Field(SUBJECT_PATTERN, "What a study code looks like; its last digit is a check digit."),
        "arms": Field(ListOf(ARM, minimum=1), "Treatment arms."),
        "time_points": Field(ListOf(TIME_POINT, minimum=1), "Planned assessments."),
        "stops": Field(ListOf(OneOf(STOPS)), "Facts of a participant that end expectations."),
        "valid_form": Field(_VALID_FORM, "What makes a form count."),
        "identification": Field(
            OneOf(IDENTIFICATIONS), "How participants show who they are; 'confirm' by default.", required=False
        ),
        "resume": Field(_RESUME, "When an interrupted questionnaire may be continued.", required=False),
        "milestones": Field(ListOf(MILESTONE), "When an investigator signs off.", required=False),
        "whom_to_call": Field(
            TableOf(LANGUAGE, TEXT),
            "By language: told at the end, that nobody reads at once and whom to call.",
            required=False,
        ),
        "symptom_free": Field(SYMPTOM_FREE, "How this file defines a symptom-free interval."),
        "clinic_forms": Field(ListOf(_CLINIC_FORM), "The forms that staff fill in.", required=False),
        "alerts": Field(ListOf(ALERT), "What staff want to be told about.", required=False),
    }
)
