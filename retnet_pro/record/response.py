"""A finished questionnaire as one document: what was asked, in which words, what was answered, what it scored.

`write_response` gives the whole content of a sealed ``session.done`` event; `read_response` takes it back strictly, so
that a reader (staff, centre, an opener written by somebody else) meets either exactly this form or a named reason
(rule P03). The answers inside are final states; every act that led to them is an event of its own.
"""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum

from retnet_pro.answering.sheet import Answer, Answers, Cleared, read_answer, write_answer
from retnet_pro.errors import Refusal
from retnet_pro.instrument.model import ContentHash, InstrumentId, ItemId, ScaleCode
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.record.strict import (
    ITEM_LIMIT,
    broken,
    count_in,
    hash_in,
    list_in,
    object_in,
    text_in,
    time_in,
    word_in,
)
from retnet_pro.scoring.score import Score, Why
from retnet_pro.study.model import Mode

FORMAT = 1


class AnsweredBy(StrEnum):
    """Who held the tablet and how the answers came about (rule E58)."""

    ALONE = "alone"
    HELPER_READS = "helper-reads"
    HELPER_TAPS = "helper-taps"
    INTERPRETER = "interpreter"
    STAFF_INTERVIEW = "staff-interview"
    STAFF_TELEPHONE = "staff-telephone"
    """The participant is on the telephone; staff read out and tap."""


@dataclass(frozen=True, slots=True)
class FormUsed:
    """Which form was asked, to the byte."""

    id: InstrumentId
    version: str
    hash: ContentHash


@dataclass(frozen=True, slots=True)
class WordingUsed:
    """Which words were shown, to the byte."""

    language: str
    version: str
    hash: ContentHash
    demonstration: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One finished questionnaire of one participant at one time point, in the order its fields are written."""

    ses: SessionId
    subject: str
    visit: str
    """Time point with the number of the embolization where it recurs, e.g. ``week12`` or ``post2w-1``."""
    form: FormUsed
    wording: WordingUsed
    mode: Mode
    started: str
    finished: str
    """ISO 8601 with offset: when the participant answered, never when it was sent (rule E54)."""
    answered_by: AnsweredBy
    answers: Answers
    scores: tuple[Score, ...]
    app: str
    entries: int
    """How many ``answer`` events of this session stand in the log."""
    accommodations: tuple[str, ...]


_KEYS = frozenset({"v", *(field.name for field in fields(Response))})
_FORM_KEYS = frozenset(field.name for field in fields(FormUsed))
_WORDING_KEYS = frozenset(field.name for field in fields(WordingUsed))
_SCORE_KEYS = frozenset(Score._fields)


def write_response(response: Response) -> dict[str, object]:
    """Return the response as plain JSON data."""
    return {
        "v": FORMAT,
        "ses": response.ses,
        "subject": response.subject,
        "visit": response.visit,
        "form": asdict(response.form),
        "wording": asdict(response.wording),
        "mode": response.mode.value,
        "started": response.started,
        "finished": response.finished,
        "answered_by": response.answered_by.value,
        "answers": {item: write_answer(answer) for item, answer in response.answers.items()},
        "scores": [score._asdict() for score in response.scores],
        "app": response.app,
        "entries": response.entries,
        "accommodations": list(response.accommodations),
    }


def read_response(untrusted: Mapping[str, object]) -> Response:
    """Read what `write_response` wrote, and nothing else.

    Raises:
        Tamper: `PAYLOAD_BROKEN`, naming the field and what is wrong with it.
    """
    plain = object_in(untrusted, "response", _KEYS)
    if plain["v"] != FORMAT or type(plain["v"]) is not int:
        raise broken(f"format {plain['v']!r:.20}, this program knows {FORMAT}")
    return Response(
        ses=SessionId(text_in(plain["ses"], "ses")),
        subject=text_in(plain["subject"], "subject"),
        visit=text_in(plain["visit"], "visit"),
        form=_form(plain["form"]),
        wording=_wording(plain["wording"]),
        mode=word_in(Mode, plain["mode"], "mode"),
        started=time_in(plain["started"], "started"),
        finished=time_in(plain["finished"], "finished"),
        answered_by=word_in(AnsweredBy, plain["answered_by"], "answered_by"),
        answers=answers_in(plain["answers"]),
        scores=tuple(score_in(score) for score in list_in(plain["scores"], "scores")),
        app=text_in(plain["app"], "app"),
        entries=count_in(plain["entries"], "entries"),
        accommodations=tuple(
            text_in(one, "accommodations") for one in list_in(plain["accommodations"], "accommodations")
        ),
    )


def read_done(untrusted: Mapping[str, object]) -> Response:
    """Read the payload of a ``session.done`` event: the response with the kind of its event beside it.

    Raises:
        Tamper: `PAYLOAD_BROKEN`, also when the payload belongs to an event of another kind.
    """
    if untrusted.get("kind") != Kind.SESSION_DONE.value:
        raise broken("it is not the content of a finished session")
    return read_response({name: value for name, value in untrusted.items() if name != "kind"})


def _form(untrusted: object) -> FormUsed:
    plain = object_in(untrusted, "form", _FORM_KEYS)
    return FormUsed(
        InstrumentId(text_in(plain["id"], "form.id")),
        text_in(plain["version"], "form.version"),
        hash_in(plain["hash"], "form.hash"),
    )


def _wording(untrusted: object) -> WordingUsed:
    plain = object_in(untrusted, "wording", _WORDING_KEYS)
    demonstration = plain["demonstration"]
    if not isinstance(demonstration, bool):
        raise broken("wording.demonstration is not true or false")
    return WordingUsed(
        text_in(plain["language"], "wording.language"),
        text_in(plain["version"], "wording.version"),
        hash_in(plain["hash"], "wording.hash"),
        demonstration,
    )


def answers_in(untrusted: object) -> Answers:
    """Return final answers by item.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    if not isinstance(untrusted, dict) or len(untrusted) > ITEM_LIMIT:
        raise broken("answers is not an object of at most " + str(ITEM_LIMIT))
    return {ItemId(text_in(item, "answers")): _answer(item, answer) for item, answer in untrusted.items()}


def _answer(item: str, untrusted: object) -> Answer:
    try:
        answer = read_answer(untrusted)
    except Refusal as error:
        raise broken(f"answer of {item:.40}: {error.facts.get('why')}") from error
    if isinstance(answer, Cleared):
        raise broken(f"answer of {item:.40}: taken back is not a final state")
    return answer


def score_in(untrusted: object) -> Score:
    """Return one score.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    plain = object_in(untrusted, "score", _SCORE_KEYS)
    code = ScaleCode(text_in(plain["code"], "score.code"))
    value, why = plain["value"], plain["why"]
    if (value is None) == (why is None):
        raise broken(f"score {code:.40} has both or neither of value and reason")
    used, of = plain["used"], plain["of"]
    if type(used) is not int or type(of) is not int or not 0 <= used <= of:
        raise broken(f"score {code:.40}: used and of are not counts")
    return Score(
        code=code,
        value=None if value is None else _number(value, code),
        why=None if why is None else word_in(Why, why, "score.why"),
        used=used,
        of=of,
        variant=text_in(plain["variant"], "score.variant", least=0),
        version=text_in(plain["version"], "score.version"),
    )


def _number(untrusted: object, code: ScaleCode) -> float:
    if isinstance(untrusted, bool) or not isinstance(untrusted, int | float) or not math.isfinite(untrusted):
        raise broken(f"score {code:.40}: value is not a number")
    return float(untrusted)
