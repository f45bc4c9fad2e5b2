"""A finished questionnaire as one document: what was asked, in which words, what was answered, what it scored.

`write_response` gives the whole content of a sealed ``session.done`` event; `read_response` takes it back strictly, so
that a reader (staff, centre, an opener written by somebody else) meets either exactly this form or a named reason
(rule P03). The answers inside are final states; every act that led to them is an event of its own.
"""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from retnet_pro.answering.sheet import Answer, Answers, Cleared, read_answer, write_answer
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.instrument.model import ContentHash, InstrumentId, ItemId, ScaleCode
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.scoring.score import Score, Why
from retnet_pro.study.model import Mode

FORMAT = 1
TEXT_LIMIT = 200
"""Longest id, version or time in a response; longer ones and unprintable ones are refused, never cut."""
ITEM_LIMIT = 20_000
"""Most answers, scores or accommodations in one response; stops a document made to exhaust a reader."""
_Word = TypeVar("_Word", bound=StrEnum)
_HEX = frozenset("0123456789abcdef")


class AnsweredBy(StrEnum):
    """Who held the tablet and how the answers came about (rule E58)."""

    ALONE = "alone"
    HELPER_READS = "helper-reads"
    HELPER_TAPS = "helper-taps"
    INTERPRETER = "interpreter"
    STAFF_INTERVIEW = "staff-interview"


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
    plain = _object(untrusted, "response", _KEYS)
    if plain["v"] != FORMAT or type(plain["v"]) is not int:
        raise _broken(f"format {plain['v']!r:.20}, this program knows {FORMAT}")
    entries = plain["entries"]
    if type(entries) is not int or entries < 0:
        raise _broken("entries is not a count")
    return Response(
        ses=SessionId(_text(plain["ses"], "ses")),
        subject=_text(plain["subject"], "subject"),
        visit=_text(plain["visit"], "visit"),
        form=_form(plain["form"]),
        wording=_wording(plain["wording"]),
        mode=_word(Mode, plain["mode"], "mode"),
        started=_time(plain["started"], "started"),
        finished=_time(plain["finished"], "finished"),
        answered_by=_word(AnsweredBy, plain["answered_by"], "answered_by"),
        answers=_answers(plain["answers"]),
        scores=tuple(_score(score) for score in _list(plain["scores"], "scores")),
        app=_text(plain["app"], "app"),
        entries=entries,
        accommodations=tuple(_text(one, "accommodations") for one in _list(plain["accommodations"], "accommodations")),
    )


def read_done(untrusted: Mapping[str, object]) -> Response:
    """Read the payload of a ``session.done`` event: the response with the kind of its event beside it.

    Raises:
        Tamper: `PAYLOAD_BROKEN`, also when the payload belongs to an event of another kind.
    """
    if untrusted.get("kind") != Kind.SESSION_DONE.value:
        raise _broken("it is not the content of a finished session")
    return read_response({name: value for name, value in untrusted.items() if name != "kind"})


def _form(untrusted: object) -> FormUsed:
    plain = _object(untrusted, "form", _FORM_KEYS)
    return FormUsed(
        InstrumentId(_text(plain["id"], "form.id")),
        _text(plain["version"], "form.version"),
        _hash(plain["hash"], "form.hash"),
    )


def _wording(untrusted: object) -> WordingUsed:
    plain = _object(untrusted, "wording", _WORDING_KEYS)
    demonstration = plain["demonstration"]
    if not isinstance(demonstration, bool):
        raise _broken("wording.demonstration is not true or false")
    return WordingUsed(
        _text(plain["language"], "wording.language"),
        _text(plain["version"], "wording.version"),
        _hash(plain["hash"], "wording.hash"),
        demonstration,
    )


def _answers(untrusted: object) -> Answers:
    if not isinstance(untrusted, dict) or len(untrusted) > ITEM_LIMIT:
        raise _broken("answers is not an object of at most " + str(ITEM_LIMIT))
    return {ItemId(_text(item, "answers")): _answer(item, answer) for item, answer in untrusted.items()}


def _answer(item: str, untrusted: object) -> Answer:
    try:
        answer = read_answer(untrusted)
    except Refusal as error:
        raise _broken(f"answer of {item:.40}: {error.facts.get('why')}") from error
    if isinstance(answer, Cleared):
        raise _broken(f"answer of {item:.40}: taken back is not a final state")
    return answer


def _score(untrusted: object) -> Score:
    plain = _object(untrusted, "score", _SCORE_KEYS)
    code = ScaleCode(_text(plain["code"], "score.code"))
    value, why = plain["value"], plain["why"]
    if (value is None) == (why is None):
        raise _broken(f"score {code:.40} has both or neither of value and reason")
    used, of = plain["used"], plain["of"]
    if type(used) is not int or type(of) is not int or not 0 <= used <= of:
        raise _broken(f"score {code:.40}: used and of are not counts")
    return Score(
        code=code,
        value=None if value is None else _number(value, code),
        why=None if why is None else _word(Why, why, "score.why"),
        used=used,
        of=of,
        variant=_text(plain["variant"], "score.variant", least=0),
        version=_text(plain["version"], "score.version"),
    )


def _number(untrusted: object, code: ScaleCode) -> float:
    if isinstance(untrusted, bool) or not isinstance(untrusted, int | float) or not math.isfinite(untrusted):
        raise _broken(f"score {code:.40}: value is not a number")
    return float(untrusted)


def _object(untrusted: object, name: str, keys: frozenset[str]) -> dict[str, object]:
    if not isinstance(untrusted, dict) or untrusted.keys() != keys:
        raise _broken(f"{name} has missing or unexpected fields")
    return untrusted


def _list(untrusted: object, name: str) -> list[object]:
    if not isinstance(untrusted, list) or len(untrusted) > ITEM_LIMIT:
        raise _broken(f"{name} is not a list of at most {ITEM_LIMIT}")
    return untrusted


def _text(untrusted: object, name: str, least: int = 1) -> str:
    if not isinstance(untrusted, str) or not least <= len(untrusted) <= TEXT_LIMIT or not untrusted.isprintable():
        raise _broken(f"{name} is not a line of {least} to {TEXT_LIMIT} printable characters")
    return untrusted


def _hash(untrusted: object, name: str) -> ContentHash:
    if not isinstance(untrusted, str) or len(untrusted) != 64 or not _HEX.issuperset(untrusted):
        raise _broken(f"{name} is not a SHA-256")
    return ContentHash(untrusted)


def _time(untrusted: object, name: str) -> str:
    text = _text(untrusted, name)
    try:
        aware = datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        aware = False
    if not aware:
        raise _broken(f"{name} is not a time with offset")
    return text


def _word(kind: type[_Word], untrusted: object, name: str) -> _Word:
    try:
        return kind(str(untrusted))
    except ValueError as error:
        raise _broken(f"{name} is not one of the known words") from error


def _broken(why: str) -> Tamper:
    return Tamper(Code.PAYLOAD_BROKEN, what="a response", why=why)
