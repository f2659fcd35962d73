"""What only a host may ask, in every phase: time, pace and programme, the room, the wall, the end."""

from __future__ import annotations

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
from game.rules.counting import compare, reveal
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
from game.rules.event.moving import is_past, shares_card, with_hall
from game.rules.model import Actor, Room, Team
from game.rules.moving import close_room, drop_ballots
from game.rules.phases.base import Rule, self_paced
from game.rules.phases.common import target
from game.rules.phases.draw import offer
from game.rules.phases.vote import clear_vote, is_open
from game.rules.programme import check_steps, fixed_steps, opening
from game.rules.shown import chart_of, checkin_of, rating_of

LEAD_GONE = 60_000
"""Ms without a host who leads before a co-host may."""


def may_pause(room: Room, team: Team | None, actor: Actor) -> str | None:
    """What is not paused yet; a signal to look up may follow a pause."""
    if team is not None:
        return "paused" if team.paused else None
    return "paused" if room.paused == "look" else None


def pause(draft: Draft, command: Pause) -> None:
    """Freeze what remains."""
    team = target(draft, command)
    if team is None and draft.room.paused and not command.look:
        raise Stale("paused")
    until = draft.now + command.minutes * 60_000 if command.minutes else None
    look = command.look and team is None
    draft.add(Paused(team=team, at=draft.now, why="look" if look else "host", text=command.text, until=until))


def may_resume(room: Room, team: Team | None, actor: Actor) -> str | None:
    """What is paused."""
    return None if (team.paused if team else room.paused) else "not_paused"


def resume(draft: Draft, command: Resume) -> None:
    """The sand runs again with what remained."""
    draft.add(Resumed(team=target(draft, command), at=draft.now))


def may_extend(room: Room, team: Team | None, actor: Actor) -> str | None:
    """Where there is a clock."""
    if team is not None:
        return None if team.stage.timer else "wrong_phase"
    return None if room.stage.timer or _on_their_own(room) else "wrong_phase"


def _on_their_own(room: Room) -> list[str]:
    """The tables with a clock of their own."""
    return [
        team.id
        for team in room.teams.values()
        if team.seats and team.stage.timer and self_paced(room, team) and team.stage.phase != "closed"
    ]


def extend(draft: Draft, command: Extend) -> None:
    """More sand, for all also at the tables that go by themselves."""
    team, ms = target(draft, command), command.minutes * 60_000
    if team or draft.room.stage.timer:
        draft.add(TimeExtended(team=team, ms=ms, at=draft.now))
    if team is None:
        for one in _on_their_own(draft.room):
            draft.add(TimeExtended(team=one, ms=ms, at=draft.now))


def set_clock(draft: Draft, command: SetClock) -> None:
    """For the phases to come."""
    if (draft.room.settings.factor, draft.room.settings.hard) != (command.factor, command.hard):
        draft.add(ClockSet(factor=command.factor, hard=command.hard))


def may_set_pace(room: Room, team: Team | None, actor: Actor) -> str | None:
    """While somebody still plays."""
    if not room.settings.distribution and room.settings.self_start:
        return "wrong_phase"
    over = [team.stage.phase == "closed" for team in room.teams.values() if team.seats]
    return "wrong_phase" if over and all(over) else None


def set_pace(draft: Draft, command: SetPace) -> None:
    """The hall stands where the table furthest on is, so that all can meet when the next step is opened."""
    room = draft.room
    if room.settings.pace == command.pace:
        return
    playing = [team.stage for team in room.teams.values() if team.seats and team.stage.phase != "closed"]
    step = max((room.stage.step, *(stage.step for stage in playing)))
    phase, round_ = opening(room, step)[1] if step >= 0 else ("lobby", 1)
    if step >= 0 and room.steps[step].kind not in ("round", "practice"):
        round_ = max((stage.round for stage in playing if stage.step == step), default=1)
    draft.add(PaceSet(pace=command.pace, step=step, phase=phase, round=round_, at=draft.now))
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


def gather_teams(draft: Draft, command: GatherTeams) -> None:
    """Whoever went on alone comes to the hall's phase; unfinished cards are left, their ballots destroyed."""
    away = [team for team in draft.room.teams.values() if team.alone and not _is_past_hall(draft.room, team)]
    moved = [team.id for team in away if _gather(draft, team)]
    for team_id in moved:
        _catch_up(draft, team_id)


def _is_past_hall(room: Room, team: Team) -> bool:
    """Whether a table would be called back within a step whose answers are counted once, or from the end."""
    if team.stage.phase == "closed":
        return True
    there, step = room.stage, team.stage.step
    same = 0 <= step == there.step
    return same and room.steps[step].kind != "round" and team.stage.round > there.round


def _gather(draft: Draft, team: Team) -> bool:
    """Whether it was somewhere else."""
    moves, keeps = not with_hall(draft.room, team), shares_card(draft.room, team)
    if keeps and is_open(team) and is_past(team.stage, draft.room.stage.place):
        clear_vote(draft, team.id)  # it votes with the others instead
    elif moves:
        draft.phases[team.stage.phase].leave(draft, team.id)
    if moves and not keeps:
        drop_ballots(draft, team.id)
    draft.add(TeamGathered(team=team.id, at=draft.now))
    return moves


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
