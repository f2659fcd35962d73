"""What a table may ask in every phase: coming, going, stepping out, time-out, the host's help."""

from __future__ import annotations

from game.rules.command import (
    Acknowledge,
    AddSeat,
    CallTimeout,
    ChooseWay,
    ContinueAlone,
    EndTimeout,
    Leave,
    MarkAway,
    MarkBack,
    RaiseHand,
    RemoveSeat,
    SuggestCard,
    SwapCard,
    Who,
)
from game.rules.draft import Draft
from game.rules.errors import Missing, NotAllowed
from game.rules.event import (
    CardSuggested,
    HelpCalled,
    HelpGiven,
    SeatAway,
    SeatBack,
    SeatLeft,
    SeatTaken,
    StationAcknowledged,
    StationRemoved,
    TeamSetFree,
    TimeoutCalled,
    TimeoutEnded,
    WayChosen,
)
from game.rules.model import Actor, Room, Team
from game.rules.moving import close_when_finished
from game.rules.phases.base import DONE, Rule, reads
from game.rules.phases.common import target
from game.rules.phases.draw import offer
from game.rules.phases.harvest import settle_when_done
from game.rules.phases.reveal import reveal_when_asked
from game.rules.phases.vote import regrace
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
    return list(team.seats_of(station))


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
        if team.hand is None:
            draft.add(HelpCalled(team=team.id, at=draft.now))
        return
    draft.add(TimeoutEnded(team=team.id, at=draft.now))
    if command.how == "swap":
        swap(draft, team.id, counted=False)


def may_raise_hand(room: Room, team: Team | None, actor: Actor) -> str | None:
    """A table at any time; a host takes down the hand of a table it names."""
    if team is None:
        return "unknown_team"
    if actor.who is Who.HOST and team.hand is None:
        return DONE
    return "wrong_phase" if team.stage.phase == "closed" else None


def raise_hand(draft: Draft, command: RaiseHand) -> None:
    """Up, or down. Who at the table asked stands nowhere."""
    team = draft.team(target(draft, command))
    if command.on and draft.actor.who is Who.HOST:
        raise NotAllowed("not_allowed")
    if command.on and team.hand is None:
        draft.add(HelpCalled(team=team.id, at=draft.now))
    elif not command.on and team.hand is not None:
        draft.add(HelpGiven(team=team.id, coming=draft.actor.who is Who.HOST))


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


MAX_SUGGESTED = 1000
"""Dilemmas of their own that the tables of one room may send to review."""
MAX_TABLE_SUGGESTED = 20
"""Of these, how many one table may send, so that none fills the room."""


def may_suggest(room: Room, team: Team | None, actor: Actor) -> str | None:
    """Once the session has begun; how many this table has sent, the facts tell."""
    if team is None or team.stage.phase in ("lobby", "closed"):
        return "wrong_phase"
    return "enough_suggestions" if room.suggested >= MAX_SUGGESTED else None


def suggest_card(draft: Draft, command: SuggestCard) -> None:
    """Into the log for a reviewer, without the table; nobody in the room is shown it."""
    draft.suggester = draft.team(draft.actor.team).id
    if draft.facts.suggested(draft.suggester) >= MAX_TABLE_SUGGESTED:
        raise NotAllowed("enough_suggestions")
    options = tuple(option for option in command.options if option)
    suggestion = draft.facts.new_id("g")
    draft.add(CardSuggested(id=suggestion, situation=command.situation, options=options))


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
    Rule(RaiseHand, raise_hand, may_raise_hand),
    Rule(ContinueAlone, continue_alone, may_continue_alone),
    Rule(SuggestCard, suggest_card, may_suggest),
    Rule(SwapCard, swap_card, too_late),
)
