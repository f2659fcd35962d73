"""What is heard in every phase: coming, going, stepping out, time-out, pause, and what only a host may do."""

from __future__ import annotations

from game.rules.command import (
    Acknowledge,
    AddSeat,
    CallTimeout,
    ChooseWay,
    CloseRoom,
    ContinueAlone,
    EndTimeout,
    Extend,
    GatherTeams,
    Leave,
    Lock,
    MarkAway,
    MarkBack,
    Pause,
    ReleaseText,
    RemoveSeat,
    RemoveStation,
    Resume,
    SetClock,
    ShowResult,
    SuggestCard,
    SwapCard,
    Who,
)
from game.rules.counting import compare, reveal
from game.rules.draft import Draft
from game.rules.errors import Malformed, Missing, NotAllowed
from game.rules.event import (
    CardSuggested,
    ClockSet,
    HelpCalled,
    Locked,
    Paused,
    ResultShown,
    Resumed,
    SeatAway,
    SeatBack,
    SeatLeft,
    SeatTaken,
    StationAcknowledged,
    StationRemoved,
    TeamGathered,
    TeamSetFree,
    TextReleased,
    TimeExtended,
    TimeoutCalled,
    TimeoutEnded,
    WayChosen,
)
from game.rules.event.moving import is_past, shares_card, with_hall
from game.rules.model import Actor, Room, Team
from game.rules.moving import close_room, close_when_finished, drop_ballots
from game.rules.phases.base import Rule, reads
from game.rules.phases.common import target
from game.rules.phases.draw import offer
from game.rules.phases.harvest import settle_when_done
from game.rules.phases.reveal import reveal_when_asked
from game.rules.phases.vote import regrace
from game.rules.shown import chart_of, checkin_of, rating_of
from game.rules.swapping import swap, swap_card, too_late

ALONE_AFTER = 180_000
"""Ms without a host before a team may go on by itself."""


def acknowledge(draft: Draft, command: Acknowledge) -> None:
    """Once per station."""
    station = draft.actor.station
    if station and not draft.room.stations[station].acknowledged:
        draft.add(StationAcknowledged(team=draft.actor.team, station=station))


def leave(draft: Draft, command: Leave) -> None:
    """The station goes; the vote does not wait for its seats."""
    assert draft.actor.station
    remove(draft, draft.actor.station, bar=False)


def remove(draft: Draft, station_id: str, *, bar: bool) -> None:
    """Take a station and its seats out of the room."""
    team_id = draft.room.stations[station_id].team
    draft.add(StationRemoved(team=team_id, station=station_id, barred=bar))
    if team_id:
        came_or_went(draft, team_id)
        if draft.room.settings.pace == "table":
            close_when_finished(draft)


def came_or_went(draft: Draft, team_id: str) -> None:
    """After somebody came or went: what only waited for them goes on, what now waits for them stays open."""
    regrace(draft, team_id)
    settle_when_done(draft, team_id)
    reveal_when_asked(draft, team_id)


def take_seat(draft: Draft, team_id: str, station: str) -> None:
    """A new seat with the lowest free symbol."""
    team = draft.team(team_id)
    used = {seat.symbol for seat in team.seats.values()}
    symbol = next(n for n in range(len(used) + 1) if n not in used)
    draft.add(SeatTaken(team=team_id, seat=draft.facts.new_id("s"), station=station, symbol=symbol))


def seats_at(team: Team, station: str | None) -> list[str]:
    """The seats that a station acts for."""
    return [seat.id for seat in team.seats.values() if seat.station == station]


def may_add(room: Room, team: Team | None, actor: Actor) -> str | None:
    """A shared machine, while the table has room."""
    if actor.who is not Who.TABLE:
        return "solo_seat"
    return "team_full" if team is None or len(team.seats) >= room.settings.max_team else None


def add_seat(draft: Draft, command: AddSeat) -> None:
    """One more."""
    team = draft.team(draft.actor.team)
    assert draft.actor.station
    take_seat(draft, team.id, draft.actor.station)
    came_or_went(draft, team.id)


def may_remove(room: Room, team: Team | None, actor: Actor) -> str | None:
    """A shared machine with more than one seat."""
    if actor.who is not Who.TABLE or team is None:
        return "solo_seat"
    return None if len(seats_at(team, actor.station)) > 1 else "last_seat"


def remove_seat(draft: Draft, command: RemoveSeat) -> None:
    """One seat of this station goes; a vote it has cast stays."""
    team = draft.team(draft.actor.team)
    if command.seat not in team.seats:
        raise Missing("unknown_seat")
    if team.seats[command.seat].station != draft.actor.station:
        raise NotAllowed("not_your_seat")
    draft.add(SeatLeft(team=team.id, seat=command.seat))
    came_or_went(draft, team.id)


def mark_away(draft: Draft, command: MarkAway) -> None:
    """Anybody of the team may say that somebody stepped out."""
    set_away(draft, command.seat, away=True)


def mark_back(draft: Draft, command: MarkBack) -> None:
    """Anybody of the team may say that somebody is back."""
    set_away(draft, command.seat, away=False)


def set_away(draft: Draft, seat_id: str, *, away: bool) -> None:
    team = draft.team(draft.actor.team)
    seat = team.seats.get(seat_id)
    if seat is None:
        raise Missing("unknown_seat")
    if seat.away != away:
        draft.add(SeatAway(team=team.id, seat=seat_id) if away else SeatBack(team=team.id, seat=seat_id))
        came_or_went(draft, team.id)


def may_choose_way(room: Room, team: Team | None, actor: Actor) -> str | None:
    """Not in the middle of a vote; holding up cards needs a shared machine."""
    if team is None:
        return "unknown_team"
    if team.stage.phase == "vote":
        return "vote_open"
    return "cards_up_alone" if team.way == "pass_around" and not may_hold_up(team) else None


def may_hold_up(team: Team) -> bool:
    """Whether the team sits round one machine."""
    return not team.remote and len(team.seats) > 1


def choose_way(draft: Draft, command: ChooseWay) -> None:
    """From the next vote on."""
    team = draft.team(target(draft, command))
    if command.way == "cards_up" and not may_hold_up(team):
        raise NotAllowed("cards_up_alone")
    if team.way != command.way:
        draft.add(WayChosen(team=team.id, way=command.way))


def may_call_timeout(room: Room, team: Team | None, actor: Actor) -> str | None:
    """Any time, once the session has begun."""
    if team is None or team.timeout:
        return "timeout_open"
    return "wrong_phase" if team.stage.phase in ("lobby", "closed") else None


def call_timeout(draft: Draft, command: CallTimeout) -> None:
    """The team's clock stops. The log does not say who asked."""
    draft.add(TimeoutCalled(team=draft.team(draft.actor.team).id, at=draft.now))


def may_end_timeout(room: Room, team: Team | None, actor: Actor) -> str | None:
    """While there is one."""
    return None if team and team.timeout else "no_timeout"


def end_timeout(draft: Draft, command: EndTimeout) -> None:
    """Go on, change the card outside the quota, or fetch the host and wait."""
    team = draft.team(target(draft, command))
    if command.how == "call":
        if not team.help:
            draft.add(HelpCalled(team=team.id))
        return
    draft.add(TimeoutEnded(team=team.id, at=draft.now))
    if command.how == "swap":
        swap(draft, team.id, counted=False)


def may_continue_alone(room: Room, team: Team | None, actor: Actor) -> str | None:
    """For a team that follows the hall, or is paused; whether the host is gone, the facts tell."""
    if team is None or room.started is None or team.stage.phase == "closed":
        return "wrong_phase"
    follows = room.settings.pace == "hall" and team.alone != "session"
    return reads(room, team, actor) if follows or team.held or team.paused else "not_paused"


def continue_alone(draft: Draft, command: ContinueAlone) -> None:
    """After three minutes without a host; at once in a room that began without one."""
    if draft.facts.host_gone < ALONE_AFTER and not draft.room.settings.self_start:
        raise NotAllowed("host_here")
    team = draft.team(draft.actor.team)
    draft.add(TeamSetFree(team=team.id, until="session", at=draft.now))
    if team.stage.phase == "draw" and team.turn is None:
        offer(draft, team.id)


MAX_SUGGESTED = 200
"""Dilemmas of their own that the tables of one room may send to review."""


def may_suggest(room: Room, team: Team | None, actor: Actor) -> str | None:
    """Once the session has begun."""
    if team is None or team.stage.phase in ("lobby", "closed"):
        return "wrong_phase"
    return "enough_suggestions" if room.suggested >= MAX_SUGGESTED else None


def suggest_card(draft: Draft, command: SuggestCard) -> None:
    """Into the log for a reviewer, without the table; nobody in the room is shown it."""
    options = tuple(option for option in command.options if option)
    suggestion = draft.facts.new_id("g")
    draft.add(CardSuggested(id=suggestion, situation=command.situation, options=options))


# --- the host -------------------------------------------------------------------------------------


def may_pause(room: Room, team: Team | None, actor: Actor) -> str | None:
    """What is not paused yet."""
    return "paused" if (team.paused if team else room.paused) else None


def pause(draft: Draft, command: Pause) -> None:
    """Freeze what remains."""
    until = draft.now + command.minutes * 60_000 if command.minutes else None
    draft.add(Paused(team=target(draft, command), at=draft.now, text=command.text, until=until))


def may_resume(room: Room, team: Team | None, actor: Actor) -> str | None:
    """What is paused."""
    return None if (team.paused if team else room.paused) else "not_paused"


def resume(draft: Draft, command: Resume) -> None:
    """The sand runs again with what remained."""
    draft.add(Resumed(team=target(draft, command), at=draft.now))


def may_extend(room: Room, team: Team | None, actor: Actor) -> str | None:
    """Where there is a clock."""
    stage = team.stage if team else room.stage
    return None if stage.timer else "wrong_phase"


def extend(draft: Draft, command: Extend) -> None:
    """More sand."""
    draft.add(TimeExtended(team=target(draft, command), ms=command.minutes * 60_000, at=draft.now))


def set_clock(draft: Draft, command: SetClock) -> None:
    """For the phases to come."""
    if (draft.room.settings.factor, draft.room.settings.hard) != (command.factor, command.hard):
        draft.add(ClockSet(factor=command.factor, hard=command.hard))


def lock(draft: Draft, command: Lock) -> None:
    """New stations wait outside; returns are let in."""
    if draft.room.locked != command.on:
        draft.add(Locked(on=command.on))


def remove_station(draft: Draft, command: RemoveStation) -> None:
    """Out, or out for good."""
    if command.station in draft.room.removed:
        return
    if command.station not in draft.room.stations:
        raise Missing("unknown_station")
    remove(draft, command.station, bar=command.bar)


def gather_teams(draft: Draft, command: GatherTeams) -> None:
    """Whoever went on alone comes to the hall's phase; unfinished cards are left, their ballots destroyed."""
    for team in list(draft.room.teams.values()):
        if team.alone:
            _gather(draft, team)


def _gather(draft: Draft, team: Team) -> None:
    moves, keeps = not with_hall(draft.room, team), shares_card(draft.room, team)
    if moves:
        draft.phases[team.stage.phase].leave(draft, team.id)
    if moves and not keeps:
        drop_ballots(draft, team.id)
    draft.add(TeamGathered(team=team.id, at=draft.now))
    if moves:
        _catch_up(draft, team.id)


def _catch_up(draft: Draft, team_id: str) -> None:
    """What a team has missed on the way to the hall's phase: its votes are counted."""
    stage = draft.room.stage
    if is_past(stage, ("reveal", 1)):
        reveal(draft, team_id)
    if is_past(stage, ("compare", 1)):
        compare(draft, team_id)
    draft.phases[stage.phase].enter(draft, team_id)


def show_result(draft: Draft, command: ShowResult) -> None:
    """Only with enough behind it."""
    if command.on and not _grounds(draft.room, command.what):
        raise Malformed("no_grounds")
    if (command.what in draft.room.shown) != command.on:
        draft.add(ResultShown(what=command.what, on=command.on))


def _grounds(room: Room, what: str) -> bool:
    if what == "checkin":
        return checkin_of(room) is not None
    if what == "rating":
        return rating_of(room) is not None
    return chart_of(room, what.removeprefix("card:")) is not None


def release_text(draft: Draft, command: ReleaseText) -> None:
    """Onto the wall, or off it."""
    if command.text not in draft.room.wall:
        raise Missing("unknown_text")
    if draft.room.wall[command.text].released != command.on:
        draft.add(TextReleased(text=command.text, on=command.on))


def close(draft: Draft, command: CloseRoom) -> None:
    """Thank you for today."""
    close_room(draft)


RULES = (
    Rule(Acknowledge, acknowledge),
    Rule(Leave, leave),
    Rule(AddSeat, add_seat, may_add),
    Rule(RemoveSeat, remove_seat, may_remove),
    Rule(MarkAway, mark_away),
    Rule(MarkBack, mark_back),
    Rule(ChooseWay, choose_way, may_choose_way),
    Rule(CallTimeout, call_timeout, may_call_timeout),
    Rule(EndTimeout, end_timeout, may_end_timeout),
    Rule(ContinueAlone, continue_alone, may_continue_alone),
    Rule(SuggestCard, suggest_card, may_suggest),
    Rule(Pause, pause, may_pause),
    Rule(Resume, resume, may_resume),
    Rule(Extend, extend, may_extend),
    Rule(SetClock, set_clock),
    Rule(Lock, lock),
    Rule(RemoveStation, remove_station),
    Rule(GatherTeams, gather_teams),
    Rule(ShowResult, show_result),
    Rule(ReleaseText, release_text),
    Rule(CloseRoom, close),
    Rule(SwapCard, swap_card, too_late),
)
