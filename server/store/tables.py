"""The schema. A change here needs a migration; a test holds the two together."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, LargeBinary, MetaData, String, Table, Text

HEAD = "0005"
"""The newest migration: a database that bears it is opened without asking Alembic."""
KNOWN = frozenset({"0001", "0002", "0003", "0004", "0005"})

metadata = MetaData()

versions = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))

rooms = Table(
    "rooms",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("code", String(16), nullable=False, unique=True),
    Column("host_key", String(64), nullable=False),
    Column("created", Integer, nullable=False),
    Column("closed", Integer),
    Column("helper_key", String(64)),
    Column("follows", String(64)),
)

decks = Table(
    "decks",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("body", Text, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("room", String(64), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

outcomes = Table(
    "outcomes",
    metadata,
    Column("room", String(64), primary_key=True),
    Column("by", String(64), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("already", Boolean, nullable=False),
    Column("station", String(64)),
    sqlite_with_rowid=False,
)

tokens = Table(
    "tokens",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("room", String(64), nullable=False, index=True),
    Column("station", String(64), nullable=False),
    sqlite_with_rowid=False,
)

boxes = Table(
    "boxes",
    metadata,
    Column("room", String(64), primary_key=True),
    Column("box", String(128), primary_key=True),
    Column("secret", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

# Without a row id the rows lie in the order of their keys, and a key tells nothing: no seat, no time, no
# order.
ballots = Table(
    "ballots",
    metadata,
    Column("room", String(64), primary_key=True),
    Column("box", String(128), primary_key=True),
    Column("round", Integer, primary_key=True, autoincrement=False),
    Column("key", String(64), primary_key=True),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

pledges = Table(
    "pledges",
    metadata,
    Column("room", String(64), primary_key=True),
    Column("mark", String(64), primary_key=True),
    Column("sealed", Text, nullable=False),
    sqlite_with_rowid=False,
)

# Whose figures are no longer whole: see `game.rules.insight.lots`.
spent = Table("spent", metadata, Column("week", String(8), primary_key=True))

beats = Table(
    "beats",
    metadata,
    Column("server", Integer, primary_key=True, autoincrement=False),
    Column("at", Integer, nullable=False),
)

# A lot's name is drawn, so that the rows lie in no order that tells which were written together.
trend = Table(
    "trend",
    metadata,
    Column("lot", String(32), primary_key=True),
    Column("begun", String(7), nullable=False),
    Column("month", String(7), nullable=False),
    Column("measure", String(16), nullable=False),
    Column("subject", String(160), nullable=False),
    Column("seats", Integer, nullable=False),
    Column("tables", Integer, nullable=False),
    Column("counts", Text, nullable=False),
    sqlite_with_rowid=False,
)

taken = Table(
    "taken",
    metadata,
    Column("room", String(64), primary_key=True),
    Column("measure", String(16), primary_key=True),
    Column("subject", String(160), primary_key=True),
    sqlite_with_rowid=False,
)
