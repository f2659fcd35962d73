"""Everything that is stored about one room, readable, with a word on every field.

Open votes are left out, and how many there are is told: a copy of box and secret would outlive their
destruction, and lead from choice to seat for ever.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import func, literal_column, select

from server.auth import normal_code
from server.store.archive import Archive
from server.store.eventwords import EVENTS, FIELDS
from server.store.purposes import PURPOSES
from server.store.tables import ballots, boxes, events, outcomes, pledges, rooms, taken, tokens

_OF_ROOM: Final = (outcomes, tokens, pledges, taken)


@dataclass(frozen=True, slots=True)
class Listed:
    """A room as a list tells it; times are server ms. `words` tells whether more is left than pledges."""

    code: str
    created: int
    closed: int | None
    events: int
    pledges: int
    words: bool


def listed(archive: Archive) -> list[Listed]:
    """Every room in the file, the oldest first. Raises `StoreError`."""
    told = select(func.count()).select_from(events).where(events.c.room == rooms.c.id).scalar_subquery()
    kept = select(func.count()).select_from(pledges).where(pledges.c.room == rooms.c.id).scalar_subquery()
    columns = (rooms.c.code, rooms.c.created, rooms.c.closed, rooms.c.host_key)
    query = select(*columns, told.label("told"), kept.label("kept")).order_by(rooms.c.created, rooms.c.id)
    return [
        Listed(row.code, row.created, row.closed, row.told, row.kept, bool(row.host_key))
        for row in archive.rows(query)
    ]


def exported(archive: Archive, code: str, at: int) -> dict[str, Any] | None:
    """What is stored about the room with this code, as JSON takes it, told in language `at` (0 Swedish, 1
    English); None when there is no such room. Raises `StoreError`.
    """
    found = archive.rows(
        select(literal_column("*")).select_from(rooms).where(rooms.c.code == normal_code(code))
    )
    if not found:
        return None
    row = found[0]
    tables = {"rooms": [_timed(row._mapping)]}
    log = archive.rows(select(events).where(events.c.room == row.id).order_by(events.c.seq))
    tables["events"] = [_event(one.seq, one.body, at) for one in log]
    for table in filter(archive.has, _OF_ROOM):
        kept = archive.rows(select(literal_column("*")).select_from(table).where(table.c.room == row.id))
        tables[table.name] = [dict(one._mapping) for one in kept]
    told: dict[str, Any] = {
        ("rum", "room")[at]: row.code,
        ("fält", "fields")[at]: {
            name: {
                "": PURPOSES[name].about[at],
                **{column: words[at] for column, words in PURPOSES[name].columns.items()},
            }
            for name in tables
        },
        ("fält i händelser", "fields of events")[at]: {
            name: words[at] for name, words in FIELDS.items() if _has(tables["events"], name)
        },
        ("sparat", "stored")[at]: tables,
        ("utelämnat", "left out")[at]: _left_out(archive, row.id, at),
        ("finns inte", "not stored")[at]: [words[at] for words in _NOT_STORED],
    }
    return told


_NOT_STORED: Final = (
    (
        "Namn, e-post, konton: ingen frågar efter dem, men någon kan ha skrivit dem i en fri text ovan.",
        "Names, e-mail addresses, accounts: nobody asks for them, but somebody may have typed them in a text "
        "above.",
    ),
    (
        "Vem som valde vad på ett jämfört kort: rösterna och deras nyckel är förstörda.",
        "Who chose what on a compared card: the votes and their key are destroyed.",
    ),
    (
        "Vilken plats som skrev ett löfte. Vilken skärm som skrev en anteckning eller ett eget dilemma, "
        "eller "
        "tog en time-out, står i de besvarade kommandona bara tills rummet stängs.",
        "Which seat wrote a pledge. Which station wrote a note or a dilemma of a table's own, or called a "
        "time-out, stands in the answered commands only until the room closes.",
    ),
    ("Datorernas nätadresser.", "The machines' network addresses."),
    (
        "Nycklar, skärmarnas vägar tillbaka och kvittonas ord: bara kontrollsummor.",
        "Keys, the stations' ways back and the words of receipts: hashes only.",
    ),
)


def _left_out(archive: Archive, room: str, at: int) -> list[str]:
    sealed, open_ = (
        int(archive.rows(select(func.count()).select_from(table).where(table.c.room == room))[0][0])
        for table in (ballots, boxes)
    )
    why = (
        f"{sealed} slutna val i {open_} öppna urnor, och urnornas hemligheter: en kopia skulle överleva att "
        "de "
        "förstörs och då avslöja vem som valde vad.",
        f"{sealed} sealed choices in {open_} open boxes, and the boxes' secrets: a copy would outlive their "
        "destruction and then reveal who chose what.",
    )
    decks = (
        "Kortlekarnas texter: de är inte om någon. Vilka lekar rummet spelade står i den första händelsen.",
        "The decks' texts: they are about nobody. Which decks the room played stands in the first event.",
    )
    return [why[at], decks[at]]


def _event(seq: int, body: str, at: int) -> dict[str, Any]:
    """The event with what it means; one that cannot be understood as the text that it is."""
    try:
        fields = json.loads(body)
        words = EVENTS.get(fields["type"])
    except (ValueError, LookupError, TypeError):
        return {"seq": seq, "?": body}
    return {"seq": seq, "=": words[at] if words else "?", **_timed(fields)}


def _timed(fields: Any) -> dict[str, Any]:
    """Moments as people read them, UTC, beside the ms that are stored."""
    told: dict[str, Any] = {}
    for name, value in fields.items():
        told[name] = value
        if name in ("at", "created", "closed") and isinstance(value, int) and value > 0:
            told[f"{name} (UTC)"] = datetime.fromtimestamp(value / 1000, UTC).isoformat(timespec="seconds")
    return told


def _has(value: Any, name: str) -> bool:
    if isinstance(value, dict):
        return name in value or any(_has(one, name) for one in value.values())
    return isinstance(value, list) and any(_has(one, name) for one in value)
