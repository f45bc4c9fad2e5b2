"""Who may do what. Enforced here, below the screen: a use case asks before it acts (rule P41)."""

from collections.abc import Mapping
from enum import StrEnum

from retnet_pro.errors import Code, Refusal


class Role(StrEnum):
    """The roles of people at a site."""

    NURSE = "nurse"
    COORDINATOR = "coordinator"
    INVESTIGATOR = "investigator"
    MONITOR = "monitor"
    ADMINISTRATOR = "administrator"


class Right(StrEnum):
    """What a use case can need."""

    READ_RESPONSES = "read responses"
    SEE_ARM = "see the treatment arm"
    ANSWER_ALERTS = "answer alerts"
    ENROL = "enrol participants"
    HAND_OVER = "hand over the tablet"
    FILL_FORMS = "fill in forms about a participant"
    EXPORT = "export data"
    """Send sealed bundles to the centre."""
    TAKE_OUT = "take data out in open files"
    MANAGE_STAFF = "manage staff"
    CONFIRM_FORMS = "confirm forms against the licensed scoring sheet"
    READ_TRAIL = "read the audit trail"
    KEEP_DEVICE = "look after this device"
    """Back up, take in signed packs, let a second device of the site in."""
    CORRECT = "correct answers"
    CONFIRM_PLACE = "decide where misplaced answers belong"
    TAKE_BACK = "take back a withdrawal"
    SIGN = "sign off answers"
    ERASE = "erase data by order of an authority"
    CLOSE_DEVICE = "close this device because it goes to another site"


LOOKING = frozenset({Right.READ_RESPONSES, Right.SEE_ARM, Right.READ_TRAIL})
"""Rights that write nothing a damaged record could spoil further."""
ON_A_LEAVING_DEVICE = LOOKING | {Right.EXPORT, Right.TAKE_OUT, Right.KEEP_DEVICE, Right.MANAGE_STAFF, Right.ERASE}
"""Rights that remain where a device leaves its site: it sends, and records nothing but an order to erase."""


_MATRIX: Mapping[Role, frozenset[Right]] = {
    Role.NURSE: frozenset(
        {
            Right.READ_RESPONSES,
            Right.ANSWER_ALERTS,
            Right.ENROL,
            Right.HAND_OVER,
            Right.FILL_FORMS,
            Right.CORRECT,
        }
    ),
    Role.COORDINATOR: frozenset(Right) - {Right.SIGN},
    Role.INVESTIGATOR: frozenset(
        {
            Right.READ_RESPONSES,
            Right.SEE_ARM,
            Right.ANSWER_ALERTS,
            Right.ENROL,
            Right.FILL_FORMS,
            Right.CORRECT,
            Right.CONFIRM_PLACE,
            Right.READ_TRAIL,
            Right.SIGN,
        }
    ),
    Role.MONITOR: frozenset({Right.READ_RESPONSES, Right.READ_TRAIL}),
    Role.ADMINISTRATOR: frozenset({Right.MANAGE_STAFF, Right.KEEP_DEVICE, Right.READ_TRAIL}),
}


IDLE_MINUTES: Mapping[Role, int] = {
    Role.NURSE: 5,
    Role.COORDINATOR: 5,
    Role.INVESTIGATOR: 10,
    Role.MONITOR: 10,
    Role.ADMINISTRATOR: 5,
}
"""Minutes without a touch or a key after which the desk locks (rule P45): longer for those who mostly read. Choice of
this project."""


def rights_of(role: Role) -> tuple[Right, ...]:
    """Return what people of this role may do, in a fixed order."""
    return tuple(right for right in Right if right in _MATRIX[role])


def may(role: Role, right: Right) -> bool:
    """Whether people of this role have this right."""
    return right in _MATRIX[role]


def demand(role: Role, right: Right) -> None:
    """Return if the role has the right.

    Raises:
        Refusal: `NOT_ALLOWED`.
    """
    if not may(role, right):
        raise Refusal(Code.NOT_ALLOWED, role=role.value, action=right.value)
