"""The tables of the centre's database. Columns are added in later versions, never changed."""

from sqlalchemy import JSON, Boolean, Column, Index, Integer, LargeBinary, MetaData, String, Table

FACTS = MetaData()
DEVICE = Table(
    "device",
    FACTS,
    Column("dev", String, primary_key=True),
    Column("site", String, nullable=False),
    Column("public", LargeBinary, nullable=False, unique=True),
    Column("enrolled_at", String, nullable=False),
    Column("revoked_at", String),
)
BUNDLE = Table(
    "bundle",
    FACTS,
    Column("file", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("dev", String, nullable=False),
    Column("from_seq", Integer),
    Column("upto", Integer),
    Column("status", String, nullable=False, index=True),
    Column("admitted_at", String, nullable=False),
    Column("opened_at", String),
)
Index("bundle_of_device", BUNDLE.c.dev)
EVENT = Table(
    "event",
    FACTS,
    Column("dev", String, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("hash", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("ses", String),
    Column("n", Integer),
    Column("header", LargeBinary, nullable=False),
    Column("sealed", LargeBinary),
    Column("sig", LargeBinary, nullable=False),
)
Index("event_of_session", EVENT.c.dev, EVENT.c.ses)
RESPONSE = Table(
    "response",
    FACTS,
    Column("dev", String, primary_key=True),
    Column("ses", String, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("event_hash", String, nullable=False),
    Column("site", String, nullable=False),
    *(Column(name, String, nullable=False) for name in ("subject", "visit", "mode", "started", "finished")),
    Column("answered_by", String, nullable=False),
    Column("app", String, nullable=False),
    Column("form_id", String, nullable=False),
    Column("language", String, nullable=False),
    Column("demonstration", Boolean, nullable=False),
    Column("entries", Integer, nullable=False),
    *(Column(name, JSON, nullable=False) for name in ("form", "wording", "answers", "scores", "accommodations")),
)
Index("response_of_subject", RESPONSE.c.subject, RESPONSE.c.form_id, RESPONSE.c.visit)
AMENDMENT = Table(
    "amendment",
    FACTS,
    Column("dev", String, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("event_hash", String, nullable=False),
    Column("site", String, nullable=False),
    *(Column(name, String, nullable=False) for name in ("ses", "subject", "item", "at", "who", "role")),
    *(Column(name, String, nullable=False) for name in ("why", "note", "source", "on")),
    *(Column(name, JSON, nullable=False) for name in ("old", "new", "answers", "scores")),
)
Index("amendment_of_session", AMENDMENT.c.ses)
PLACEMENT = Table(
    "placement",
    FACTS,
    Column("dev", String, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("event_hash", String, nullable=False),
    *(Column(name, String, nullable=False) for name in ("site", "kind", "at", "who", "role")),
    Column("document", JSON, nullable=False),
)
SET_ASIDE = Table(
    "set_aside",
    FACTS,
    Column("dev", String, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("ses", String),
    Column("why", String, nullable=False),
    Column("bundle", String, nullable=False),
    Column("at", String, nullable=False),
)
RECEIPT = Table(
    "receipt",
    FACTS,
    Column("bundle", String, primary_key=True),
    Column("dev", String, nullable=False),
    Column("status", String, nullable=False),
    Column("at", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
ISSUED = Table(
    "issued",
    FACTS,
    Column("sha256", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("at", String, nullable=False),
    Column("by", String, nullable=False),
    Column("why", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
CLOSURE = Table(
    "closure",
    FACTS,
    Column("dev", String, primary_key=True),
    Column("at", String, nullable=False),
    Column("by", String, nullable=False),
    Column("why", String, nullable=False),
)
ERASURE = Table(
    "erasure",
    FACTS,
    Column("dev", String, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("target_dev", String, primary_key=True, index=True),
    Column("target_seq", Integer, primary_key=True),
    Column("at", String, nullable=False),
)
SITE_COUNT = Table(
    "site_count",
    FACTS,
    Column("site", String, primary_key=True),
    Column("counted_at", String, nullable=False),
    Column("study", String, nullable=False),
    Column("upto", JSON, nullable=False),
    Column("is_whole", Boolean, nullable=False),
    Column("counts", JSON, nullable=False),
    Column("forms", JSON, nullable=False),
    Column("state", LargeBinary, nullable=False),
)
VISITOR = Table(
    "visitor",
    FACTS,
    Column("name", String, primary_key=True),
    Column("kept", String, nullable=False),
    Column("added_at", String, nullable=False),
    Column("removed_at", String),
)
