"""The tables of the centre's database as they are now.

Columns are added in later versions, never changed; a key may become wider. How a database of an earlier
version gets there, `migrations` says.
"""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Double, Index, Integer, LargeBinary, MetaData, String, Table

VERSIONS = (
    "first_tables",
    "alerts_and_signatures",
    "counts_and_visitors",
    "reviews",
    "decisions",
    "bundles_by_signer",
    "transfers",
)
"""Every version of the tables there was, oldest first; each is the `revision` of one of the migrations."""
VERSION_TABLE = "alembic_version"
"""Where a database says which of them it is of."""
_TEXT = String().with_variant(String(collation="C"), "postgresql")
"""Text that every database puts in the same order."""
_COUNT = Integer().with_variant(BigInteger(), "postgresql")

FACTS = MetaData()
DEVICE = Table(
    "device",
    FACTS,
    Column("dev", _TEXT, primary_key=True),
    Column("site", _TEXT, nullable=False),
    Column("public", LargeBinary, nullable=False, unique=True),
    Column("enrolled_at", _TEXT, nullable=False),
    Column("revoked_at", _TEXT),
)
BUNDLE = Table(
    "bundle",
    FACTS,
    Column("file", _TEXT, primary_key=True),
    Column("id", _TEXT, primary_key=True),
    Column("dev", _TEXT, primary_key=True),
    Column("from_seq", _COUNT),
    Column("upto", _COUNT),
    Column("status", _TEXT, nullable=False, index=True),
    Column("admitted_at", _TEXT, nullable=False),
    Column("opened_at", _TEXT),
)
Index("bundle_of_device", BUNDLE.c.dev)
EVENT = Table(
    "event",
    FACTS,
    Column("dev", _TEXT, primary_key=True),
    Column("seq", _COUNT, primary_key=True),
    Column("hash", _TEXT, nullable=False),
    Column("kind", _TEXT, nullable=False),
    Column("ses", _TEXT),
    Column("n", _COUNT),
    Column("header", LargeBinary, nullable=False),
    Column("sealed", LargeBinary),
    Column("sig", LargeBinary, nullable=False),
)
Index("event_of_session", EVENT.c.dev, EVENT.c.ses)
RESPONSE = Table(
    "response",
    FACTS,
    Column("dev", _TEXT, primary_key=True),
    Column("ses", _TEXT, primary_key=True),
    Column("seq", _COUNT, nullable=False),
    Column("event_hash", _TEXT, nullable=False),
    Column("site", _TEXT, nullable=False),
    *(Column(name, _TEXT, nullable=False) for name in ("subject", "visit", "mode", "started", "finished")),
    Column("answered_by", _TEXT, nullable=False),
    Column("app", _TEXT, nullable=False),
    Column("form_id", _TEXT, nullable=False),
    Column("language", _TEXT, nullable=False),
    Column("demonstration", Boolean, nullable=False),
    Column("entries", _COUNT, nullable=False),
    *(Column(name, JSON, nullable=False) for name in ("form", "wording", "answers", "scores", "accommodations")),
)
Index("response_of_subject", RESPONSE.c.subject, RESPONSE.c.form_id, RESPONSE.c.visit)
Index("response_of_session", RESPONSE.c.ses)
AMENDMENT = Table(
    "amendment",
    FACTS,
    Column("dev", _TEXT, primary_key=True),
    Column("seq", _COUNT, primary_key=True),
    Column("event_hash", _TEXT, nullable=False),
    Column("site", _TEXT, nullable=False),
    *(Column(name, _TEXT, nullable=False) for name in ("ses", "subject", "item", "at", "who", "role")),
    *(Column(name, _TEXT, nullable=False) for name in ("why", "note", "source", "on")),
    *(Column(name, JSON, nullable=False) for name in ("old", "new", "answers", "scores")),
)
Index("amendment_of_session", AMENDMENT.c.ses)
PLACEMENT = Table(
    "placement",
    FACTS,
    Column("dev", _TEXT, primary_key=True),
    Column("seq", _COUNT, primary_key=True),
    Column("event_hash", _TEXT, nullable=False),
    *(Column(name, _TEXT, nullable=False) for name in ("site", "kind", "at", "who", "role")),
    Column("document", JSON, nullable=False),
)
ALERT = Table(
    "alert",
    FACTS,
    Column("dev", _TEXT, primary_key=True),
    Column("seq", _COUNT, primary_key=True),
    Column("rule", _TEXT, primary_key=True),
    Column("event_hash", _TEXT, nullable=False),
    *(Column(name, _TEXT, nullable=False) for name in ("site", "at", "who", "role", "ses", "subject", "visit")),
    *(Column(name, _TEXT, nullable=False) for name in ("study", "instrument", "for_whom", "source", "status")),
    Column("item", _TEXT),
    Column("scale", _TEXT),
    Column("value", Double, nullable=False),
    Column("at_least", Double),
    Column("at_most", Double),
    Column("within_hours", _COUNT, nullable=False),
)
Index("alert_of_session", ALERT.c.site, ALERT.c.ses)
ALERT_ACT = Table(
    "alert_act",
    FACTS,
    Column("dev", _TEXT, primary_key=True),
    Column("seq", _COUNT, primary_key=True),
    Column("event_hash", _TEXT, nullable=False),
    *(Column(name, _TEXT, nullable=False) for name in ("site", "at", "who", "role", "ses", "subject", "rule")),
    *(Column(name, _TEXT, nullable=False) for name in ("alert", "outcome", "note")),
    Column("action", _TEXT),
    Column("settles", Boolean, nullable=False),
)
Index("alert_act_of_session", ALERT_ACT.c.site, ALERT_ACT.c.ses)
SIGNATURE = Table(
    "signature",
    FACTS,
    Column("dev", _TEXT, primary_key=True),
    Column("seq", _COUNT, primary_key=True),
    Column("event_hash", _TEXT, nullable=False),
    *(Column(name, _TEXT, nullable=False) for name in ("site", "at", "who", "role", "subject", "name")),
    *(Column(name, _TEXT, nullable=False) for name in ("milestone", "title", "meaning", "digest", "statement")),
    Column("covers", JSON, nullable=False),
    Column("renewed", JSON),
)
Index("signature_of_site", SIGNATURE.c.site)
UNREAD = Table(
    "unread",
    FACTS,
    Column("dev", _TEXT, primary_key=True),
    Column("seq", _COUNT, primary_key=True),
)
SET_ASIDE = Table(
    "set_aside",
    FACTS,
    Column("dev", _TEXT, primary_key=True),
    Column("seq", _COUNT, primary_key=True),
    Column("ses", _TEXT),
    Column("why", _TEXT, nullable=False),
    Column("bundle", _TEXT, nullable=False),
    Column("at", _TEXT, nullable=False),
)
ASIDE_REVIEW = Table(
    "aside_review",
    FACTS,
    Column("dev", _TEXT, primary_key=True),
    Column("seq", _COUNT, primary_key=True),
    Column("bundle", _TEXT, primary_key=True),
    Column("file", _TEXT, primary_key=True),
    Column("n", _COUNT, primary_key=True),
    *(Column(name, _TEXT, nullable=False) for name in ("outcome", "at", "by", "why")),
)
"""Of a record, `bundle` and `file` are empty; of a sealed file, `seq` is 0."""
DECISION = Table(
    "decision",
    FACTS,
    Column("n", _COUNT, primary_key=True, autoincrement=False),
    *(Column(name, _TEXT, nullable=False) for name in ("dev", "ses", "event_hash", "at", "by", "why")),
    Column("beside", JSON, nullable=False),
)
"""Which of several responses counts. It names sessions and no participant, so that an erased one is not kept here."""
RECEIPT = Table(
    "receipt",
    FACTS,
    Column("bundle", _TEXT, primary_key=True),
    Column("dev", _TEXT, nullable=False),
    Column("status", _TEXT, nullable=False),
    Column("at", _TEXT, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
Index("receipt_of_device", RECEIPT.c.dev)
ISSUED = Table(
    "issued",
    FACTS,
    Column("sha256", _TEXT, primary_key=True),
    Column("kind", _TEXT, nullable=False),
    Column("id", _TEXT, nullable=False),
    Column("version", _COUNT, nullable=False),
    Column("at", _TEXT, nullable=False),
    Column("by", _TEXT, nullable=False),
    Column("why", _TEXT, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
CLOSURE = Table(
    "closure",
    FACTS,
    Column("dev", _TEXT, primary_key=True),
    Column("at", _TEXT, nullable=False),
    Column("by", _TEXT, nullable=False),
    Column("why", _TEXT, nullable=False),
)
TRANSFER = Table(
    "transfer",
    FACTS,
    Column("old", _TEXT, primary_key=True),
    Column("new", _TEXT, nullable=False, unique=True),
    *(Column(name, _TEXT, nullable=False) for name in ("at", "by", "why")),
    Column("lacking", JSON, nullable=False),
)
"""Which tablet of one site was set up anew as which one of another; append-only."""
ERASURE = Table(
    "erasure",
    FACTS,
    Column("dev", _TEXT, primary_key=True),
    Column("seq", _COUNT, primary_key=True),
    Column("target_dev", _TEXT, primary_key=True, index=True),
    Column("target_seq", _COUNT, primary_key=True),
    Column("at", _TEXT, nullable=False),
)
SITE_COUNT = Table(
    "site_count",
    FACTS,
    Column("site", _TEXT, primary_key=True),
    Column("counted_at", _TEXT, nullable=False),
    Column("study", _TEXT, nullable=False),
    Column("upto", JSON, nullable=False),
    Column("is_whole", Boolean, nullable=False),
    Column("counts", JSON, nullable=False),
    Column("forms", JSON, nullable=False),
    Column("state", LargeBinary, nullable=False),
)
VISITOR = Table(
    "visitor",
    FACTS,
    Column("name", _TEXT, primary_key=True),
    Column("kept", _TEXT, nullable=False),
    Column("added_at", _TEXT, nullable=False),
    Column("removed_at", _TEXT),
)
