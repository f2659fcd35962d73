"""Who would be spoiled: a card's chart is not for the hall while some table may still vote on the card."""

from __future__ import annotations

from game.rules.event.moving import is_past
from game.rules.model import Room, Team
from game.rules.opened import Step


def in_hall(room: Room, card: str) -> bool:
    """Whether the hall sees the card's chart: a host has opened it, and it spoils nobody's vote but of those
    whom that host knew of.
    """
    return f"card:{card}" in room.shown and not held_by(room, card)


def held_by(room: Room, card: str) -> list[str]:
    """The tables, by number, for whose sake the hall is not shown a card's chart: somebody sits there, and
    they have the card before them or have not closed their second vote on it. Without those in spite of whom
    a host has opened it.
    """
    return [team.id for team in room.teams.values() if _waits(room, team, card)]


def _waits(room: Room, team: Team, card: str) -> bool:
    if not team.present or (f"card:{card}", team.id) in room.despite:
        return False
    if team.turn is not None and team.turn.card == card:
        return not is_past(team.stage, ("vote", 2))
    if card in team.offer:
        return True
    return card not in team.played and any(step.card == card for step in _to_come(room, team))


def _to_come(room: Room, team: Team) -> list[Step]:
    """The rounds that a table has not begun. One that is led joins the hall where that is, and what lies
    between is skipped.
    """
    first = team.stage.step + 1
    if room.settings.pace == "hall" and team.alone != "session":
        dealt = room.stage.phase != "draw" or room.own
        first = room.stage.step + dealt
    return [step for step in room.steps[first:] if step.kind == "round"]
