"""Lots that outlive their rooms, and marks of what is in one."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "trend",
        sa.Column("lot", sa.String(32), primary_key=True),
        sa.Column("begun", sa.String(7), nullable=False),
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("measure", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(160), nullable=False),
        sa.Column("seats", sa.Integer, nullable=False),
        sa.Column("tables", sa.Integer, nullable=False),
        sa.Column("counts", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "taken",
        sa.Column("room", sa.String(64), primary_key=True),
        sa.Column("measure", sa.String(16), primary_key=True),
        sa.Column("subject", sa.String(160), primary_key=True),
        sqlite_with_rowid=False,
    )
