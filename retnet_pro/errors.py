"""Every named failure of the program, in four families.

A failure carries a stable `Code` and facts (ids, paths, counts; never an answer, a name or a key). The sentence
a person reads is found in `phrases`, so that the same failure reads the same on glass, on paper and in a terminal.
"""

import errno
from enum import StrEnum


class Code(StrEnum):
    """Stable name of a failure; part of the interface of the command line (`--json`)."""

    FORM_BROKEN = "form-broken"
    FORM_UNKNOWN = "form-unknown"
    VARIANT_UNKNOWN = "variant-unknown"
    WORDING_MISSING = "wording-missing"
    LETTERS_MISSING = "letters-missing"
    PAPER_UNFIT = "paper-unfit"
    INTERFACE_MISSING = "interface-missing"
    LANGUAGE_DRAFT = "language-draft"
    GLYPHS_MISSING = "glyphs-missing"
    PRINT_LETTERS_MISSING = "print-letters-missing"
    STUDY_BROKEN = "study-broken"
    TABLE_BROKEN = "table-broken"
    DATA_UNFIT = "data-unfit"
    FORMAT_UNKNOWN = "format-unknown"
    LIBRARY_MISSING = "library-missing"
    REPORT_PROCESS_ENDED = "report-process-ended"
    REDCAP_UNFIT = "redcap-unfit"
    FHIR_UNREADABLE = "fhir-unreadable"
    NOT_STUDY_DATA = "not-study-data"
    IS_STUDY_DATA = "is-study-data"
    WORDING_SOURCE_UNFIT = "wording-source-unfit"
    WORDS_LICENSED = "words-licensed"
    FILE_MISSING = "file-missing"
    FILE_EXISTS = "file-exists"
    FILE_UNFIT = "file-unfit"
    WRONG_PASSPHRASE = "wrong-passphrase"
    WEAK_PASSPHRASE = "weak-passphrase"
    LOGIN_THROTTLED = "login-throttled"
    USER_TAKEN = "user-taken"
    USER_UNKNOWN = "user-unknown"
    BAD_ACCOUNT_NAME = "bad-account-name"
    VISITOR_TAKEN = "visitor-taken"
    VISITOR_UNKNOWN = "visitor-unknown"
    TEAM_FULL = "team-full"
    NOT_ONESELF = "not-oneself"
    PASSPHRASE_SAME = "passphrase-same"
    PERSONAL_KEY_MISSING = "personal-key-missing"
    SITE_KEY_MISSING = "site-key-missing"
    DEVICE_SECRET_MISSING = "device-secret-missing"
    NOT_ALLOWED = "not-allowed"
    NOT_PROVISIONED = "not-provisioned"
    ALREADY_PROVISIONED = "already-provisioned"
    PROFILE_USED = "profile-used"
    SITE_IN_USE = "site-in-use"
    DISK_FULL = "disk-full"
    DISK_FAULT = "disk-fault"
    VAULT_NEWER = "vault-newer"
    VAULT_DAMAGED = "vault-damaged"
    ROLLED_BACK = "rolled-back"
    BACKUP_UNPLANNED = "backup-unplanned"
    BACKUP_UNFINISHED = "backup-unfinished"
    BACKUP_UNFIT = "backup-unfit"
    PARTICIPANT_UNKNOWN = "participant-unknown"
    PARTICIPANT_EXISTS = "participant-exists"
    PARTICIPANT_ERASED = "participant-erased"
    NOT_WITHDRAWN = "not-withdrawn"
    DAY_IN_FUTURE = "day-in-future"
    DAY_BEFORE_CONSENT = "day-before-consent"
    NOT_RANDOMISED = "not-randomised"
    DAY_BEFORE_RANDOMISATION = "day-before-randomisation"
    DAY_AFTER_DEATH = "day-after-death"
    DEATH_TOO_EARLY = "death-too-early"
    FACT_RECORDED = "fact-recorded"
    FACT_UNKNOWN = "fact-unknown"
    ARM_CLOSED = "arm-closed"
    RESPONSE_UNKNOWN = "response-unknown"
    FORM_NOT_HERE = "form-not-here"
    ITEM_NOT_ASKED = "item-not-asked"
    NOT_AN_OPTION = "not-an-option"
    NOTHING_CHANGED = "nothing-changed"
    SAME_PLACE = "same-place"
    PLACE_DISPUTED = "place-disputed"
    PLACE_DECIDED = "place-decided"
    SECOND_PERSON = "second-person"
    PAPER_UNKNOWN = "paper-unknown"
    PAPER_UNSETTLED = "paper-unsettled"
    SCAN_UNFIT = "scan-unfit"
    SCAN_MISSING = "scan-missing"
    SCAN_UNREADABLE = "scan-unreadable"
    SCORE_UNEXPLAINED = "score-unexplained"
    DAY_BEFORE_ENROLMENT = "day-before-enrolment"
    REASON_MISSING = "reason-missing"
    LINE_UNCHECKED = "line-unchecked"
    TELEPHONE_FIXED = "telephone-fixed"
    ORDER_INCOMPLETE = "order-incomplete"
    NOT_CONFIRMED = "not-confirmed"
    NOTHING_TO_ERASE = "nothing-to-erase"
    BAD_STUDY_CODE = "bad-study-code"
    TIME_POINT_UNKNOWN = "time-point-unknown"
    SESSION_UNKNOWN = "session-unknown"
    SESSION_WAITING = "session-waiting"
    SESSION_INHERITED = "session-inherited"
    NOTHING_TO_ASK = "nothing-to-ask"
    CLINIC_UNPLANNED = "clinic-unplanned"
    CLINIC_TOO_EARLY = "clinic-too-early"
    CLINIC_ONCE = "clinic-once"
    CLINIC_WITHDRAWN = "clinic-withdrawn"
    CLINIC_NOT_OPEN = "clinic-not-open"
    CLINIC_CHANGED = "clinic-changed"
    CLINIC_UNFINISHED = "clinic-unfinished"
    RESUME_TOO_LATE = "resume-too-late"
    FORM_CHANGED = "form-changed"
    LICENCE_MISSING = "licence-missing"
    LICENCE_EXPIRED = "licence-expired"
    APPROVAL_MISSING = "approval-missing"
    FORM_UNCONFIRMED = "form-unconfirmed"
    DEVICE_LEFT = "device-left"
    LEAVING_UNFINISHED = "leaving-unfinished"
    NOTHING_TO_SEND = "nothing-to-send"
    TRAIL_TOO_LONG = "trail-too-long"
    MILESTONE_UNKNOWN = "milestone-unknown"
    NOTHING_TO_SIGN = "nothing-to-sign"
    CONTENT_CHANGED = "content-changed"
    STATEMENT_UNCONFIRMED = "statement-unconfirmed"
    ALERT_UNKNOWN = "alert-unknown"
    ACTION_REFUSED = "action-refused"
    EVENT_BROKEN = "event-broken"
    CHAIN_BROKEN = "chain-broken"
    SEAL_BROKEN = "seal-broken"
    PAYLOAD_BROKEN = "payload-broken"
    BUNDLE_BROKEN = "bundle-broken"
    BUNDLE_UNSIGNED = "bundle-unsigned"
    BUNDLE_FOREIGN = "bundle-foreign"
    BUNDLE_TOO_LARGE = "bundle-too-large"
    DEVICE_UNKNOWN = "device-unknown"
    DEVICE_EXISTS = "device-exists"
    TRANSFER_UNFIT = "transfer-unfit"
    TRANSFER_EXISTS = "transfer-exists"
    TRANSFER_UNREADY = "transfer-unready"
    DISPUTE_MISSING = "dispute-missing"
    ASIDE_MISSING = "aside-missing"
    DEVICE_REVOKED = "device-revoked"
    FINGERPRINT_DIFFERS = "fingerprint-differs"
    ESCROW_MISSING = "escrow-missing"
    CEREMONY_STOPPED = "ceremony-stopped"
    CENTRE_BROKEN = "centre-broken"
    DATABASE_UNFIT = "database-unfit"
    DATABASE_UNREACHABLE = "database-unreachable"
    DATABASE_REFUSED = "database-refused"
    DATABASE_NEWER = "database-newer"
    OBJECTS_UNFIT = "objects-unfit"
    OBJECTS_REFUSED = "objects-refused"
    OBJECTS_UNREACHABLE = "objects-unreachable"
    OBJECTS_FULL = "objects-full"
    DATABASE_TAKEN = "database-taken"
    RECEIPT_BROKEN = "receipt-broken"
    HISTORY_FORKED = "history-forked"
    NEIGHBOUR_FORKED = "neighbour-forked"
    NEIGHBOUR_UNKNOWN = "neighbour-unknown"
    NEIGHBOUR_KNOWN = "neighbour-known"
    HELD_ELSEWHERE = "held-elsewhere"
    PACK_BROKEN = "pack-broken"
    TRUST_EXPIRED = "trust-expired"
    PACK_EXPIRED = "pack-expired"
    PACK_OLD = "pack-old"
    PACK_FOREIGN = "pack-foreign"
    PACK_UNFIT = "pack-unfit"
    PACK_ALTERED = "pack-altered"
    WELCOME_BROKEN = "welcome-broken"
    WELCOME_FOREIGN = "welcome-foreign"
    WELCOME_GIVEN = "welcome-given"
    JOIN_NOT_BEGUN = "join-not-begun"
    RECOVERY_NOT_ASKED = "recovery-not-asked"
    SPOKEN_DIFFERS = "spoken-differs"
    ROAD_UNFIT = "road-unfit"
    SENDING_STOPPED = "sending-stopped"
    TRANSPORT_UNREACHABLE = "transport-unreachable"
    QT_LIBRARIES_MISSING = "qt-libraries-missing"
    UNEXPECTED = "unexpected"


class RetnetError(Exception):
    """A named failure: `code` says which, `facts` say where and what."""

    exit_code = 1
    """What a command that ends with this failure returns to the shell."""

    def __init__(self, code: Code, /, **facts: object) -> None:
        super().__init__(code.value, facts)
        self.code = code
        self.facts = facts

    def __reduce__(self) -> tuple[object, ...]:
        """Say how another process makes it again: a failure travels to whoever asked for the work."""
        return _made_again, (type(self), self.code, self.facts), self.__dict__

    def __str__(self) -> str:
        detail = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code.value}({detail})"


class Refusal(RetnetError):
    """The person asked for something that cannot be done as asked, and can mend it."""

    exit_code = 3


class WorldFault(RetnetError):
    """The world failed (disk, network); nothing acknowledged is lost and trying again may help."""

    exit_code = 4


class Tamper(RetnetError):
    """Authentication failed: never retried, never swallowed, always reported."""

    exit_code = 5


class Bug(RetnetError):
    """A promise between two parts of this program was broken; ours to mend."""


def _made_again(family: type[RetnetError], code: Code, facts: dict[str, object]) -> RetnetError:
    return family(code, **facts)


_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def fault_of_disk(error: OSError, path: object) -> WorldFault:
    """Return the failure of ours that a failure of the disk means; what the system says goes with it."""
    if error.errno in _NO_ROOM:
        return WorldFault(Code.DISK_FULL, path=path)
    return WorldFault(Code.DISK_FAULT, path=path, why=error.strerror or type(error).__name__)
