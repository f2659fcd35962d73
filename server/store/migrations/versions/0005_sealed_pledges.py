"""Pledges sealed under their receipts, and the session that a room follows up.

What was pledged under the first schemas could be read by whoever had the file, and no window opened it by
its receipt. It cannot be sealed now: only its writer has the words. So it goes. What lies in a box of a table
that is still at its pledge goes too: as the server starts it finds the box empty, and asks the table again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    # A lead that was handed over emptied the host's key, which means erased: the sweep took the room's row.
    op.execute("UPDATE rooms SET host_key = '-' WHERE host_key = '' AND id IN (SELECT room FROM events)")
    for table in ("events", "outcomes", "boxes", "ballots"):
        op.execute(f"DELETE FROM {table} WHERE room NOT IN (SELECT id FROM rooms)")
    op.execute("DELETE FROM ballots WHERE box LIKE '%/pledge/%'")
    op.execute("DELETE FROM pledges")
    op.drop_table("pledges")
    op.create_table(
        "pledges",
        sa.Column("room", sa.String(64), primary_key=True),
        sa.Column("mark", sa.String(64), primary_key=True),
        sa.Column("sealed", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.add_column("rooms", sa.Column("follows", sa.String(64)))
