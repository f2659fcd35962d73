"""Any command a person could think of, filled in from what lies on the table - or from nowhere."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from game.rules import Actor, Command, FromPeople, Room, Step, Who
from game.rules.command import Hear, Recover, Silence
from tests.pledged import pledged

SECRET = "HEMLIG"
PRIVATE = "PRIVAT"

KINDS: dict[str, type[Command]] = {
    kind.model_fields["type"].default: kind for kind in get_args(get_args(FromPeople)[0])
}
SIMPLE = sorted(
    {
        "open_next",
        "skip_step",
        "draw_card",
        "accept_heavy",
        "swap_card",
        "close_vote",
        "vote_again",
        "open_twist",
    }
)
"""Commands without a choice in them: when `may` holds one of these, it is granted."""

COMING = (
    Step(kind="round", minutes=12),
    Step(kind="round", minutes=12, card="prov/kylen"),
    Step(kind="break", minutes=10),
    Step(kind="practice", minutes=5),
    Step(kind="pledge", minutes=6),
    Step(kind="harvest", minutes=8),
)
"""What a host may put into the programme while it runs."""


def serial_of(room: Room, actor: Actor, team: str | None) -> int:
    """The serial that the actor sees for its own team, the named one, or the hall."""
    known = room.teams.get(team or actor.team or "")
    return (known.stage if known else room.stage).serial


@st.composite
def command_for(draw: st.DrawFn, room: Room, actor: Actor, kinds: list[str]) -> Command:
    """One command of these kinds, mostly sensible."""
    kind = KINDS[draw(st.sampled_from(kinds))]
    team = draw(st.sampled_from([None, *room.teams])) if actor.who is Who.HOST else None
    fields: dict[str, Any] = {
        name: _field(draw, room, actor, team, kind, name) for name in kind.model_fields if name != "type"
    }
    if fields.get("choice") != "own":
        fields.pop("text", None) if "choice" in fields else None
    return kind.model_validate({name: value for name, value in fields.items() if value is not ...})


def _field(
    draw: st.DrawFn, room: Room, actor: Actor, team: str | None, kind: type[Command], name: str
) -> Any:
    own = room.teams.get(actor.team or "")
    seats = [seat for known in room.teams.values() for seat in known.seats]
    mine = [seat.id for seat in own.seats.values() if seat.station == actor.station] if own else []
    notes = list(own.notes) if own else []
    anybody = st.sampled_from(mine * 4 + seats or ["s0"])
    numbers = st.one_of(st.none(), st.integers(1, 10))
    values: dict[str, st.SearchStrategy[Any]] = {
        "team": st.just(team),
        "serial": st.sampled_from([serial_of(room, actor, team)] * 6 + [0, room.version + 1]),
        "seat": anybody,
        "choice": st.sampled_from(["a", "b", "c", "cab", "own", "pass", "7"]),
        "confidence": st.sampled_from([None, 1, 2, 3]),
        "second": st.booleans(),
        "situation": st.just("Någon ringer för femte gången."),
        "options": st.sampled_from([(), ("Lyssnar.", "")]),
        "text": st.sampled_from(["", f"{SECRET} {room.version}"]),
        "counts": st.fixed_dictionaries({"a": st.integers(0, 3), "b": st.integers(0, 2)}),
        "pick": st.integers(0, 2),
        "kept": st.sampled_from([None, "done", "partly", "not_yet"]),
        "shared": st.none(),
        "card": st.sampled_from([None, *room.cards]),
        "ready": st.booleans(),
        "way": st.sampled_from(["pass_around", "cards_up"]),
        "how": st.sampled_from(["continue", "swap", "call"]),
        "index": st.integers(0, 6),
        "tag": st.sampled_from(["strengthen", "improve", "act"]),
        "note": st.sampled_from([None, *notes]),
        "number": numbers,
        "strengthen": st.sampled_from([None, *notes]),
        "improve": st.sampled_from([None, *notes]),
        "safe": numbers,
        "useful": numbers,
        "again": numbers,
        "minutes": st.integers(1, 5),
        "factor": st.sampled_from([100, 150, 200]),
        "hard": st.booleans(),
        "on": st.booleans(),
        "station": st.sampled_from([*room.stations, "k0"]),
        "bar": st.booleans(),
        "pace": st.sampled_from(["hall", "table"]),
        "look": st.booleans(),
        "anew": st.booleans(),
        "own": st.booleans(),
        "seen": st.sampled_from([room.version, 0]),
        "plan": st.sampled_from([room.planned] * 4 + [room.version]),
        "steps": st.lists(st.sampled_from(COMING), max_size=4).map(tuple),
        "texts": st.lists(st.sampled_from([*room.wall, "p0"]), min_size=1, max_size=2).map(tuple),
        "group": st.sampled_from(["", "Tid"]),
        "despite": st.sampled_from([(), tuple(room.teams)]),
        "what": st.sampled_from(["checkin", "rating", *(f"card:{card}" for card in room.cards)]),
    }
    if name == "seat" and not kind.model_fields["seat"].is_required() and draw(st.booleans()):
        return None
    if name == "text" and kind.model_fields["type"].default == "write_note":
        return draw(st.sampled_from(["", "Vi lyssnar klart."]))
    if name == "text" and kind.model_fields["type"].default == "release_text":
        return draw(st.sampled_from([*room.wall, "p0"]))
    if name == "text" and kind.model_fields["type"].default == "pause":
        return "Kaffe"
    if name == "text" and kind.model_fields["type"].default == "send_message":
        return draw(st.sampled_from(["", "Maten är här."]))
    if name in ("mark", "sealed"):
        return pledged(f"{PRIVATE} {room.version}", "så")[name] if draw(st.integers(0, 3)) else ""
    return draw(values[name])


def of_the_server(room: Room) -> st.SearchStrategy[Command]:
    """What the server may ask of the rules by itself, deadlines apart."""
    stations = [station.id for station in room.stations.values() if station.who is Who.SOLO] or ["k0"]
    return st.one_of(
        st.builds(Silence, station=st.sampled_from(stations)),
        st.builds(Hear, station=st.sampled_from(stations)),
        st.builds(Recover, beat=st.integers(0, 100_000)),
    )


def actors(room: Room) -> list[Actor]:
    """Everybody who could press something."""
    return [Actor(station.who, station.id, station.team) for station in room.stations.values()]
