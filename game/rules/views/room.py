"""Slices that everybody shares."""

from __future__ import annotations

from game.rules.counting import electorate
from game.rules.model import Message, Presence, Room, Team
from game.rules.slices import (
    MessageSlice,
    ProgressSlice,
    RoomSlice,
    StageSlice,
)
from game.rules.views.shelf import Shelf


def room_slice(room: Room, shelf: Shelf, presence: Presence) -> RoomSlice:
    """The same for everybody."""
    seated = [team for team in room.teams.values() if team.seats]
    return {
        "code": room.code,
        "preset": room.settings.preset,
        "pace": room.settings.pace,
        "k_seats": room.settings.k_seats,
        "k_tables": room.settings.k_tables,
        "locked": room.locked,
        "closed": room.closed,
        "distribution": room.settings.distribution,
        "lecture": room.settings.lecture,
        "decks": list(shelf.decks),
        "tables": len(seated),
        "seats": sum(len(team.seats) for team in seated),
        "host": presence.host,
        "message": message_slice(room.message),
    }


def message_slice(message: Message | None) -> MessageSlice | None:
    """The host's last line, if it stands."""
    return {"text": message.text, "serial": message.serial} if message else None


def stage_slice(room: Room, team: Team | None) -> StageSlice:
    """Where a team, or the hall, is."""
    stage = team.stage if team else room.stage
    inside = 0 <= stage.step < len(room.steps)
    timer = stage.timer
    pause = _pause(room, team)
    rounds = [index for index, step in enumerate(room.steps) if step.kind == "round"]
    return {
        "step": stage.step,
        "steps": len(room.steps),
        "kind": room.steps[stage.step].kind if inside else "",
        "phase": stage.phase,
        "round": stage.round,
        "serial": stage.serial,
        "card": rounds.index(stage.step) + 1 if stage.step in rounds else 0,
        "cards": len(rounds),
        "total": timer.total if timer else 0,
        "ends": timer.ends if timer else None,
        "left": timer.left if timer else None,
        "hard": bool(timer and timer.hard),
        "paused": pause[0],
        "pause_text": pause[1],
        "pause_until": pause[2],
        "alone": team.alone if team else "",
    }


def _pause(room: Room, team: Team | None) -> tuple[str, str, int | None]:
    """(what holds the clock, its text, until when)"""
    if room.paused if team is None else team.held:
        return room.paused, room.pause_text, room.pause_until
    if team is not None and team.paused:
        return "team", team.pause_text, team.pause_until
    return ("timeout" if team is not None and team.timeout else ""), "", None


def waited_for(team: Team) -> tuple[frozenset[str], frozenset[str]] | None:
    """(done, waited for) of what is open seat by seat; None where nothing is."""
    return team.once("waited", lambda: _waited_for(team))


def _waited_for(team: Team) -> tuple[frozenset[str], frozenset[str]] | None:
    stage = team.stage
    if stage.phase == "vote" and team.turn is not None:
        waited = electorate(team, stage.round)
        return team.turn.voted[stage.round - 1] & waited, waited
    marking = stage.phase == "harvest" and team.harvest is not None and not team.harvest.settled
    if marking or stage.place in (("checkin", 1), ("pledge", 1), ("recall", 1), ("debrief", 3)):
        return team.done & team.present, team.present
    return None


def progress_slice(team: Team) -> ProgressSlice | None:
    """n of m; never who."""
    return team.once("progress", lambda: _progress_slice(team))


def _progress_slice(team: Team) -> ProgressSlice | None:
    counted = waited_for(team)
    if counted is None:
        return None
    done, waited = counted
    turn, stage = team.turn, team.stage
    closed = stage.phase == "vote" and turn is not None and turn.closed[stage.round - 1]
    return {
        "done": len(done),
        "of": len(waited),
        "closed": closed,
        "grace": stage.grace.ends if stage.grace else None,
    }
