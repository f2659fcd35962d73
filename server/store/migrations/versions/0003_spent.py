"""Weeks of which rooms have been erased; and answered commands of closed rooms go, as they do from now on."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table("spent", sa.Column("week", sa.String(8), primary_key=True))
    op.execute("DELETE FROM outcomes WHERE room IN (SELECT id FROM rooms WHERE closed IS NOT NULL)")
