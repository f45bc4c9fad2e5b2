"""The kinds of events in the groups a reviewer of the audit trail looks for (rule P17)."""

from collections.abc import Mapping
from enum import StrEnum

from retnet_pro.record.event import Kind


class Group(StrEnum):
    """Kinds of events that a reviewer looks for together."""

    ANSWERS = "answers"
    SESSIONS = "sessions"
    PARTICIPANTS = "participants"
    STAFF = "staff"
    SENDING = "sending"
    DEVICE = "device"
    VIEWS = "views"


KINDS: Mapping[Group, frozenset[Kind]] = {
    Group.ANSWERS: frozenset({Kind.ANSWER, Kind.CLINIC_ENTRY, Kind.AMEND, Kind.PLACE_PROPOSE, Kind.PLACE_DECIDE}),
    Group.SESSIONS: frozenset(
        {
            Kind.HANDOVER,
            Kind.SESSION_OPEN,
            Kind.SESSION_DONE,
            Kind.SESSION_STOP,
            Kind.SESSION_RESUME,
            Kind.SESSION_IDENTIFIED,
            Kind.SESSION_WHO,
            Kind.SESSION_AIDS,
            Kind.SESSION_WHY,
            Kind.PAPER_ENTRY,
            Kind.PAPER_SCAN,
        }
    ),
    Group.PARTICIPANTS: frozenset(
        {
            Kind.ENROL,
            Kind.PARTICIPANT_FACT,
            Kind.PARTICIPANT_PIN,
            Kind.ABSENT,
            Kind.WITHDRAW,
            Kind.ERASE,
            Kind.ALERT,
            Kind.CLINIC_OPEN,
            Kind.CLINIC_DONE,
            Kind.CLINIC_STOP,
            Kind.ACKNOWLEDGE,
            Kind.SIGN,
        }
    ),
    Group.STAFF: frozenset({Kind.LOGIN, Kind.LOGIN_FAIL, Kind.LOCK, Kind.STAFF}),
    Group.SENDING: frozenset({Kind.BUNDLE, Kind.EXPORT, Kind.DATA_OUT, Kind.RECEIPT, Kind.NEIGHBOUR}),
    Group.DEVICE: frozenset(
        {Kind.PROVISION, Kind.BOOT, Kind.PACK, Kind.BACKUP, Kind.DRILL, Kind.SETTING, Kind.CLOCK_STEP, Kind.CONFIRM}
        | {Kind.DEVICE_LEAVES}
    ),
    Group.VIEWS: frozenset({Kind.VIEW}),
}
"""Every kind belongs to exactly one group; a test proves it."""
GROUP_OF: Mapping[Kind, Group] = {kind: group for group, kinds in KINDS.items() for kind in kinds}
