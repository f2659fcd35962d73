"""Coming through the door, and what the server asks of the rules by itself: silence, deadlines, recovery."""

from __future__ import annotations

from game.rules.always import came_or_went, seats_at, take_seat
from game.rules.command import Enter, Expire, Hear, Recover, Silence, TimeUp, Who
from game.rules.deadlines import HALL, due_of, hall_due
from game.rules.draft import Draft
from game.rules.errors import Malformed, Missing, NotAllowed, where_room_is
from game.rules.event import Paused, SeatAway, SeatBack, StationEntered, TeamOpened
from game.rules.lost import ask_again
from game.rules.model import Room, Team
from game.rules.moving import advance, close_room, open_place
from game.rules.phases.base import Rule
from game.rules.phases.vote import close_for, is_open
from game.rules.programme import opening

HOSTS = 20
"""Places that are kept for hosts when all others are taken."""
NAMED = 3
"""So many tables with room are named to whoever finds one full."""


def enter(draft: Draft, command: Enter) -> None:
    """A new station. Hosts come in even when the room is locked, or full of people who have only the code."""
    room = draft.room
    if command.kind != "host" and room.locked:
        raise NotAllowed("room_locked")
    kept = HOSTS if command.kind == "host" else 0
    if len(room.stations) >= room.settings.max_stations + kept:
        raise NotAllowed("room_full")
    station = draft.facts.new_id("k")
    seats = {"solo": 1, "table": command.seats}.get(command.kind, 0)
    if command.kind == "table" and not seats:
        raise Malformed("last_seat")
    team_id = _team_for(draft, command, seats)
    draft.add(StationEntered(team=team_id, station=station, who=Who(command.kind), lead=command.lead))
    for _ in range(seats):
        assert team_id
        take_seat(draft, team_id, station)
    if team_id and seats:
        came_or_went(draft, team_id)


def _team_for(draft: Draft, command: Enter, seats: int) -> str | None:
    """The named table, or for one seat the first with room, or a new one. Screens belong to a table that is
    there or to the hall. An audience is one team.
    """
    audience = draft.room.settings.lecture  # one team, whatever number somebody names
    teams = draft.room.teams.values()
    named = next((team for team in teams if audience or team.number == command.team), None)
    if command.kind == "host" or (command.kind == "screen" and command.team is None):
        return None
    if named is not None:
        if len(named.seats) + seats > draft.room.settings.max_team:
            raise NotAllowed("team_full", _elsewhere(draft.room, named, seats))
        return named.id
    if command.kind == "screen":
        raise Missing("unknown_team")
    if command.kind == "solo" and command.team is None:
        size = min(draft.room.settings.team_size, draft.room.settings.max_team)
        roomy = next((team for team in teams if team.seats and len(team.seats) < size), None)
        if roomy is not None:
            return roomy.id
    if seats > draft.room.settings.max_team:
        raise NotAllowed("team_full")
    return _new_team(draft, None if audience else command.team)


def _elsewhere(room: Room, full: Team, seats: int) -> dict[str, str]:
    """Where so many could sit instead: the tables with room that are nearest in number, and a free number."""
    near = sorted(room.teams.values(), key=lambda team: (abs(team.number - full.number), team.number))
    roomy = [team.number for team in near if 0 < len(team.seats) <= room.settings.max_team - seats]
    taken = {team.number for team in room.teams.values() if team.seats}
    free = next(n for n in range(1, len(taken) + 2) if n not in taken)
    opens = len(room.teams) < room.settings.max_teams or any(team.number == free for team in near)
    return where_room_is(sorted(roomy[:NAMED]), free if opens else None)


def _new_team(draft: Draft, number: int | None) -> str:
    room = draft.room
    if len(room.teams) >= room.settings.max_teams:
        raise NotAllowed("room_full")
    team_id = draft.facts.new_id("t")
    taken = {team.number for team in room.teams.values()}
    free = number or next(n for n in range(1, len(taken) + 2) if n not in taken)
    draft.add(TeamOpened(team=team_id, number=free))
    if room.settings.pace == "hall":
        draft.phases[room.stage.phase].enter(draft, team_id)
    elif room.started is not None:
        step, place = opening(draft.room, max(room.stage.step, 0))
        open_place(draft, team_id, step, place)
    return team_id


def silence(draft: Draft, command: Silence) -> None:
    """A solo station is not heard: its seat counts as away, and nobody waits for it."""
    _hush(draft, command.station, silent=True)


def hear(draft: Draft, command: Hear) -> None:
    """It is heard again: a seat that was only silent is back."""
    _hush(draft, command.station, silent=False)


def _hush(draft: Draft, station: str, *, silent: bool) -> None:
    team = draft.room.team_of(station)
    if team is None:
        return
    for seat_id in seats_at(team, station):
        seat = team.seats[seat_id]
        if silent and not seat.away:
            draft.add(SeatAway(team=team.id, seat=seat_id, silent=True))
        elif not silent and seat.silent:
            draft.add(SeatBack(team=team.id, seat=seat_id))
    came_or_went(draft, team.id)


def time_up(draft: Draft, command: TimeUp) -> None:
    """A deadline, checked once more against what is open now."""
    team = draft.room.teams.get(command.team)
    due = due_of(draft.room, team) if team else hall_due(draft.room) if command.team == HALL else None
    if due is None or due.serial != command.serial or due.at > draft.now:
        return
    if team is not None and is_open(team):
        close_for(draft, team.id)
    else:
        advance(draft, team.id if team else None)


def expire(draft: Draft, command: Expire) -> None:
    """What was pledged is kept, all that is open is counted or destroyed, and every token ends."""
    close_room(draft)


def recover(draft: Draft, command: Recover) -> None:
    """A running session resumes paused, with what remained when the server was last alive.

    What remained is told by the clock of then, whatever the clock is set to now. A room that was paused keeps
    its reason, and a table that had gone on alone in it is held again. What lay sealed and is lost is asked
    for again.
    """
    ask_again(draft)
    room = draft.room
    if room.started is not None and not (room.paused and all(team.held for team in room.teams.values())):
        why = room.paused or "restart"
        draft.add(Paused(at=command.beat, why=why, text=room.pause_text, until=room.pause_until))


RULES = (
    Rule(Enter, enter),
    Rule(Silence, silence),
    Rule(Hear, hear),
    Rule(TimeUp, time_up),
    Rule(Expire, expire),
    Rule(Recover, recover),
)
