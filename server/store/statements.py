"""What every batch reads and writes, as text for the driver.

What the library works out for every statement it runs takes several times what SQLite takes to run it. For
the few statements that every vote passes through it is worked out once, when the server starts; the tables
remain the one place that knows their names.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import ClauseElement, bindparam, delete, func, insert, literal_column, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert as upsert

from server.store.tables import ballots, boxes, events, outcomes, pledges, rooms, tokens

_NAMED: Final = sqlite.dialect(paramstyle="named")


def prepared(statement: ClauseElement) -> str:
    """The statement as SQLite's text, its parameters by name: each is given as a mapping of plain values.

    >>> from sqlalchemy import bindparam, select
    >>> from server.store.tables import beats
    >>> " ".join(prepared(select(beats.c.at).where(beats.c.server == bindparam("one"))).split())
    'SELECT beats.at FROM beats WHERE beats.server = :one'
    """
    return str(statement.compile(dialect=_NAMED))


TAIL = prepared(
    select(events.c.body)
    .where(events.c.room == bindparam("room_id"), events.c.seq > bindparam("after"))
    .order_by(events.c.seq)
)
LYING = prepared(
    select(ballots.c.key, ballots.c.body).where(
        ballots.c.room == bindparam("room_id"),
        ballots.c.box == bindparam("box_id"),
        ballots.c.round == bindparam("vote"),
    )
)
SECRET = prepared(
    select(boxes.c.secret).where(boxes.c.room == bindparam("room_id"), boxes.c.box == bindparam("box_id"))
)
_PUT = upsert(ballots)
PUT_BALLOT = prepared(_PUT.on_conflict_do_update(set_={"body": _PUT.excluded.body}))
KEEP_PLEDGE = prepared(upsert(pledges).on_conflict_do_nothing())
PLEDGED = prepared(
    select(literal_column("1")).where(
        pledges.c.room == bindparam("room_id"), pledges.c.mark == bindparam("pledge_mark")
    )
)
LIES_PLEDGED = prepared(
    select(ballots.c.box, ballots.c.key).where(
        ballots.c.room == bindparam("room_id"),
        ballots.c.box.like(literal_column("'%/pledge/%'")),
        func.instr(ballots.c.body, bindparam("pledge_mark")) > literal_column("0"),
    )
)
"""Which seats' ballots have this mark: a few µs for each pledge that lies in a box."""
_OF_BOX = delete(ballots).where(ballots.c.room == bindparam("room_id"), ballots.c.box == bindparam("box_id"))
EMPTY_BOX = prepared(_OF_BOX)
EMPTY_ROUND = prepared(_OF_BOX.where(ballots.c.round == bindparam("vote")))
BURN_KEY = prepared(
    delete(boxes).where(boxes.c.room == bindparam("room_id"), boxes.c.box == bindparam("box_id"))
)
EARLIER = prepared(
    select(outcomes.c.version, outcomes.c.already, outcomes.c.station).where(
        outcomes.c.room == bindparam("room_id"),
        outcomes.c.by == bindparam("sender"),
        outcomes.c.id == bindparam("name"),
    )
)
END_TOKENS = prepared(
    update(tokens)
    .where(tokens.c.room == bindparam("room_id"))
    .values(room=literal_column("''"), station=literal_column("''"))
)
END_OUTCOMES = prepared(delete(outcomes).where(outcomes.c.room == bindparam("room_id")))
END_BALLOTS = prepared(delete(ballots).where(ballots.c.room == bindparam("room_id")))
END_BOXES = prepared(delete(boxes).where(boxes.c.room == bindparam("room_id")))
END_ROOM = prepared(update(rooms).where(rooms.c.id == bindparam("room_id")).values(closed=bindparam("at")))
END_KEY = prepared(
    update(rooms).where(rooms.c.id == bindparam("room_id")).values(host_key=literal_column("'-'"))
)
"""No key has this hash: from now on none opens. An empty one would say that the room has been erased."""
LOG = prepared(insert(events))
LENGTHS = prepared(
    select(events.c.room, func.min(events.c.seq), func.max(events.c.seq), func.count()).group_by(
        events.c.room
    )
)
_OUTCOME = upsert(outcomes)
REMEMBER = prepared(
    _OUTCOME.on_conflict_do_update(
        set_={name: _OUTCOME.excluded[name] for name in ("version", "already", "station")}
    )
)
GIVE_TOKEN = prepared(insert(tokens))
NEW_BOX = prepared(insert(boxes))
