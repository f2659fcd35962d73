"""Nobody's own view changes unheard: who is left out when some have voted would have been told nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from copy import deepcopy
from typing import Any, TypeVar

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from game.rules import CastVote, Decision, Refused, Room, may
from game.rules.views import hall_slices, hall_voted, shared, team_voted, tile, tile_voted, you, you_voted
from server.stirred import still, stirred
from server.watched import patched
from tests.rules.anything import actors, command_for
from tests.rules.build import Session, session

PROGRAMMES = ("checkin round harvest pledge debrief", "round round pledge")
ONWARDS = ("open_next", "deal_card", "draw_card", "accept_heavy", "cast_vote", "check_in", "make_pledge")


def yours(played: Session, room: Room) -> dict[str, Mapping[str, Any]]:
    """Every station's `you`, with all that seats have ever sealed at hand."""
    return {station: you(room, station, played.own) for station in room.stations}


def named_by(before: Room, after: Room, team: str, seats: list[str]) -> frozenset[str] | None:
    """As the hub asks it."""
    return stirred(before, after, team, seats) if still(before, after) else None


Seen = TypeVar("Seen")


def decided(
    played: Session, data: st.DataObject, times: int, look: Callable[[], Seen]
) -> Iterator[tuple[Room, Seen, Decision]]:
    """What drawn people do: the room before each decision, what a look at it then gave, and the decision."""
    for _ in range(times):
        room = played.room
        if not room.stations:
            return  # everybody has left
        seen, actor = look(), data.draw(st.sampled_from(actors(room)))
        heard = [kind for kind in may(room, actor) if kind in ONWARDS] or may(room, actor)
        if not heard or heard == ["close_room"]:
            continue
        with suppress(Refused):
            yield room, seen, played.decide(actor, data.draw(command_for(room, actor, heard)))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from(["hall", "table"]), st.sampled_from(PROGRAMMES))
def test_whoever_is_left_out_has_nothing_new(data: st.DataObject, pace: Any, programme: str) -> None:
    played = session(programme, pace=pace)
    for number in (1, 1, 1, 2, 2):
        played.solo(number)
    played.host()
    for room, before, decision in decided(played, data, 40, lambda: yours(played, played.room)):
        after = yours(played, played.room)
        for team in room.teams:
            named = named_by(room, played.room, team, [seal.seat for seal in decision.seals])
            here = {station.id for station in room.stations.values() if station.team == team}
            changed = {station for station in here & after.keys() if before[station] != after[station]}
            assert named is None or changed <= named


def test_a_vote_stirs_the_voter_and_nobody_else() -> None:
    played = session(pace="hall")
    seats, host = [played.solo(1) for _ in range(4)], played.host()
    played.until(host, "vote")
    room, team, seat = played.room, played.team(seats[0]).id, played.seats(seats[1])[0]
    played.decide(seats[1], CastVote(seat=seat, serial=played.serial(seats[1]), choice="a"))
    assert named_by(room, played.room, team, [seat]) == frozenset(filter(None, [seats[1].station]))


def test_the_last_vote_stirs_nobody_else_either() -> None:
    played = session(pace="hall")
    voters, host = [played.solo(1) for _ in range(2)], played.host()
    played.until(host, "vote")
    played.vote(voters[0], "a")
    room, team = played.room, played.team(voters[0]).id
    played.vote(voters[1], "b")
    assert played.room.teams[team].stage.grace is not None
    named = named_by(room, played.room, team, played.seats(voters[1]))
    assert named == frozenset(filter(None, [voters[1].station]))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from(["hall", "table"]))
def test_what_only_votes_have_changed_is_brought_up_to_date_as_if_made_anew(
    data: st.DataObject, pace: Any
) -> None:
    played = session("round round pledge", pace=pace)
    for number in (1, 1, 2):
        played.solo(number)
    played.table(2, 3)
    host = played.host()
    if pace == "hall":
        played.until(host, "vote")
    for before, own, decision in decided(played, data, 30, lambda: deepcopy(played.own)):
        room, shelf, sealing = played.room, played.shelf, [seal.seat for seal in decision.seals]
        light = {
            team: named
            for team in before.teams
            if room.teams[team].stage.phase == "vote"
            and (named := named_by(before, room, team, sealing)) is not None
        }
        if not light:
            continue
        event("only votes")
        common = hall_slices(room, shelf)
        if all(team in light or before.teams.get(team) is now for team, now in room.teams.items()):
            assert hall_voted(hall_slices(before, shelf), room) == common
        for team, named in light.items():
            now = room.teams[team]
            view = team_voted(patched(shared(before, f"team:{team}", shelf), common), now)
            assert view == shared(room, f"team:{team}", shelf)
            assert tile_voted(tile(before, team, shelf), now) == tile(room, team, shelf)
            for station in named:
                mine = you_voted(you(before, station, own), now, played.own)
                assert mine == you(room, station, played.own)
