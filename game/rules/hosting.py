"""What only a host may ask, in every phase: time, pace and programme, the room, the wall, the end."""

from __future__ import annotations

from game.rules.ahead import held_by
from game.rules.always import remove
from game.rules.command import (
    ArrangeSteps,
    CloseRoom,
    Extend,
    GatherTeams,
    GroupTexts,
    HandOver,
    Lock,
    Pause,
    ReleaseText,
    RemoveStation,
    Resume,
    SendMessage,
    SetClock,
    SetPace,
    ShowResult,
    TakeLead,
    Who,
)
from game.rules.draft import Draft
from game.rules.errors import Malformed, Missing, NotAllowed, Stale
from game.rules.event import (
    ClockSet,
    LeadGiven,
    Locked,
    MessageSent,
    PaceSet,
    Paused,
    ProgrammeChanged,
    ResultShown,
    Resumed,
    TeamGathered,
    TextReleased,
    TextsGrouped,
    TimeExtended,
)
from game.rules.event.moving import with_hall
from game.rules.gathering import gather_teams
from game.rules.model import Actor, Room, Team
from game.rules.moving import close_room
from game.rules.phases.base import DONE, Rule
from game.rules.phases.common import target
from game.rules.phases.draw import offer
from game.rules.programme import check_steps, fixed_steps, opening
from game.rules.shown import chart_of, checkin_of, rating_of, recalled_of

MOMENT = 1_000
"""Ms in which nobody can have taken in what another host has just given, even if it is on the screen."""
LEAD_GONE = 60_000
"""Ms without a host who leads before a co-host may."""


def may_pause(room: Room, team: Team | None, actor: Actor) -> str | None:
    """What is not paused yet; a signal to look up may follow a pause."""
    return DONE if _is_paused(room, team, look=True) else None


def _is_paused(room: Room, team: Team | None, *, look: bool) -> bool:
    """Whether it is paused as asked for, or more than that."""
    if team is not None:
        return team.paused
    return room.paused == "look" or bool(room.paused and not look)


def pause(draft: Draft, command: Pause) -> None:
    """Freeze what remains. What is paused stays so, in the words of whoever was first, unless it is told
    anew: then what remains stays, too, and nothing is paused that somebody has let go on.
    """
    team = target(draft, command)
    if command.anew:
        if team is not None or command.look or draft.room.paused != "host":
            return
    elif _is_paused(draft.room, draft.team(team) if team else None, look=command.look):
        return
    until = draft.now + command.minutes * 60_000 if command.minutes else None
    look = command.look and team is None
    draft.add(Paused(team=team, at=draft.now, why="look" if look else "host", text=command.text, until=until))


def may_resume(room: Room, team: Team | None, actor: Actor) -> str | None:
    """What is paused."""
    return None if (team.paused if team else room.paused) else DONE


def resume(draft: Draft, command: Resume) -> None:
    """The sand runs again with what remained."""
    team = target(draft, command)
    if draft.team(team).paused if team else draft.room.paused:
        draft.add(Resumed(team=team, at=draft.now))


def may_extend(room: Room, team: Team | None, actor: Actor) -> str | None:
    """Where there is a clock."""
    if team is not None:
        return None if team.stage.timer else "wrong_phase"
    clocks = room.stage.timer, *(one.stage.timer for one in room.teams.values() if one.seats)
    return None if any(clocks) else "wrong_phase"


def extend(draft: Draft, command: Extend) -> None:
    """More sand, for all also at the tables that are on their own. Of two who give it at once one does; one
    host who presses twice means twice.
    """
    team, ms, host = target(draft, command), command.minutes * 60_000, draft.actor.station or ""
    given = (draft.team(team).stage if team else draft.room.stage).given
    if given and given.by != host and (given.version > command.seen or draft.now - given.at < MOMENT):
        return
    apart = [one.id for one in draft.room.teams.values() if one.alone and one.seats and one.stage.timer]
    for one in (team,) if team else (None, *apart):
        draft.add(TimeExtended(team=one, ms=ms, at=draft.now, by=host))


def set_clock(draft: Draft, command: SetClock) -> None:
    """For the phases to come."""
    if (draft.room.settings.factor, draft.room.settings.hard) != (command.factor, command.hard):
        draft.add(ClockSet(factor=command.factor, hard=command.hard))


def may_set_pace(room: Room, team: Team | None, actor: Actor) -> str | None:
    """While somebody still plays."""
    if not room.settings.distribution and room.settings.self_start:
        return "wrong_phase"
    seated = False
    for one in room.teams.values():  # every table's tile asks, and the first one nearly always answers
        if one.seats:
            seated = True
            if one.stage.phase != "closed":
                return None
    return "wrong_phase" if seated else None


def set_pace(draft: Draft, command: SetPace) -> None:
    """The hall stands where the table furthest on is, so that all can meet when the next step is opened.
    Where no card lies, a table that is there already has met it.
    """
    room = draft.room
    if room.settings.pace == command.pace:
        return
    playing = [team.stage for team in room.teams.values() if team.seats and team.stage.phase != "closed"]
    step = max((room.stage.step, *(stage.step for stage in playing)))
    phase, round_ = opening(room, step)[1] if step >= 0 else ("lobby", 1)
    if step >= 0 and room.steps[step].kind not in ("round", "practice"):
        round_ = max((stage.round for stage in playing if stage.step == step), default=1)
    here = any(stage.step == step for stage in playing)
    own = command.pace == "hall" and phase in ("draw", "practice") and here
    draft.add(PaceSet(pace=command.pace, step=step, phase=phase, round=round_, own=own, at=draft.now))
    if command.pace == "hall" and not own:
        for team in draft.room.teams.values():
            if team.alone and with_hall(draft.room, team):
                draft.add(TeamGathered(team=team.id, at=draft.now))
    if command.pace == "table":
        for team in draft.room.teams.values():
            if team.stage.phase == "draw" and team.turn is None:
                offer(draft, team.id)


def arrange_steps(draft: Draft, command: ArrangeSteps) -> None:
    """What lies ahead, anew; what somebody has begun stays."""
    room = draft.room
    if command.plan != room.planned:
        raise Stale("plan_changed")
    behind = fixed_steps(room)
    if behind > len(room.steps):
        raise Stale("plan_over")
    steps = (*room.steps[:behind], *command.steps)
    tables = [card for team in room.teams.values() for card in (*team.played, *team.offer)]
    check_steps(steps, behind, room.cards, (*room.dealt, *tables))
    if steps != room.steps:
        draft.add(ProgrammeChanged(steps=steps, begun=behind))


def send_message(draft: Draft, command: SendMessage) -> None:
    """One way, and only the last one stands."""
    team = target(draft, command)
    standing = draft.team(team).message if team else draft.room.message
    if (standing.text if standing else "") != command.text:
        draft.add(MessageSent(team=team, text=command.text))


def may_lead(room: Room, team: Team | None, actor: Actor) -> str | None:
    """A host who leads."""
    station = room.stations.get(actor.station or "")
    return None if station is not None and station.lead else "lead_only"


def hand_over(draft: Draft, command: HandOver) -> None:
    """Another host leads from now on."""
    other = draft.room.stations.get(command.station)
    if other is None or other.who is not Who.HOST:
        raise Missing("unknown_station")
    if other.id != draft.actor.station:
        draft.add(LeadGiven(station=other.id, by=draft.actor.station))


def may_take_lead(room: Room, team: Team | None, actor: Actor) -> str | None:
    """A co-host; whether those who lead are gone, the facts tell."""
    return "not_allowed" if may_lead(room, team, actor) is None else None


def take_lead(draft: Draft, command: TakeLead) -> None:
    """When nobody else who leads has been here for a minute."""
    if draft.facts.lead_gone < LEAD_GONE:
        raise NotAllowed("lead_here")
    assert draft.actor.station
    draft.add(LeadGiven(station=draft.actor.station))


def lock(draft: Draft, command: Lock) -> None:
    """New stations wait outside; returns are let in."""
    if draft.room.locked != command.on:
        draft.add(Locked(on=command.on))


def remove_station(draft: Draft, command: RemoveStation) -> None:
    """Out, or out for good."""
    if command.station in draft.room.removed:
        return
    station = draft.room.stations.get(command.station)
    if station is None:
        raise Missing("unknown_station")
    if station.who is Who.HOST and may_lead(draft.room, None, draft.actor):
        raise NotAllowed("lead_only")
    remove(draft, command.station, bar=command.bar)


def show_result(draft: Draft, command: ShowResult) -> None:
    """Only with enough behind it; a card spoils the vote of no table that the host does not know of."""
    if command.on and not _grounds(draft.room, command.what):
        raise Malformed("no_grounds")
    spoiled = held_by(draft.room, command.what.removeprefix("card:")) if command.on else []
    if not set(spoiled) <= set(command.despite):
        raise NotAllowed("card_ahead")
    if spoiled or (command.what in draft.room.shown) != command.on:
        draft.add(ResultShown(what=command.what, on=command.on, despite=tuple(spoiled)))


def _grounds(room: Room, what: str) -> bool:
    if what == "checkin":
        return checkin_of(room) is not None
    if what == "recall":
        return recalled_of(room) is not None
    if what == "rating":
        return rating_of(room) is not None
    return chart_of(room, what.removeprefix("card:")) is not None


def release_text(draft: Draft, command: ReleaseText) -> None:
    """Onto the wall, or off it."""
    if command.text not in draft.room.wall:
        raise Missing("unknown_text")
    if draft.room.wall[command.text].released != command.on:
        draft.add(TextReleased(text=command.text, on=command.on))


def group_texts(draft: Draft, command: GroupTexts) -> None:
    """Alike with alike."""
    wall = draft.room.wall
    if any(text not in wall for text in command.texts):
        raise Missing("unknown_text")
    moved = tuple(text for text in command.texts if wall[text].group != command.group)
    if moved:
        draft.add(TextsGrouped(texts=moved, group=command.group))


def close(draft: Draft, command: CloseRoom) -> None:
    """Thank you for today."""
    close_room(draft)


RULES = (
    Rule(Pause, pause, may_pause),
    Rule(Resume, resume, may_resume),
    Rule(Extend, extend, may_extend),
    Rule(SetClock, set_clock),
    Rule(SetPace, set_pace, may_set_pace),
    Rule(ArrangeSteps, arrange_steps),
    Rule(SendMessage, send_message),
    Rule(HandOver, hand_over, may_lead),
    Rule(TakeLead, take_lead, may_take_lead),
    Rule(Lock, lock),
    Rule(RemoveStation, remove_station),
    Rule(GatherTeams, gather_teams),
    Rule(ShowResult, show_result),
    Rule(ReleaseText, release_text),
    Rule(GroupTexts, group_texts),
    Rule(CloseRoom, close, may_lead),
)
