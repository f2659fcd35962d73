"""The host's board."""

from __future__ import annotations

from itertools import pairwise

from game.rules.ahead import held_by
from game.rules.command import Who
from game.rules.counting import choices_of
from game.rules.engine import may
from game.rules.model import HERE, Actor, Presence, Room, Team
from game.rules.opened import CardFacts, Step
from game.rules.phases.base import self_paced
from game.rules.pile import pile
from game.rules.programme import fixed_steps, waits_for_hall
from game.rules.shown import charts, checkin_of, recalled_of
from game.rules.slices import (
    HostSlice,
    PileCard,
    PlayedSlice,
    StepSlice,
    TileSlice,
    TileStation,
)
from game.rules.views.card import back_of
from game.rules.views.hall import chart_slice, hall_slices, rating_words, wall_slice
from game.rules.views.room import message_slice, progress_slice, waited_for
from game.rules.views.shelf import Shelf, View


def host_slices(room: Room, shelf: Shelf, presence: Presence = HERE, common: View | None = None) -> View:
    """The host's board: every table as n of m, the plan, the card's notes, what could be opened. `common` is
    the hall's view, where that is known already.
    """
    slices = {**(common or hall_slices(room, shelf, presence))}
    slices["host"] = host_slice(room, shelf, presence)
    for team in room.teams.values():
        slices[f"tile:{team.id}"] = tile(room, team.id, shelf, presence)
    return slices


def tile(room: Room, team_id: str, shelf: Shelf, presence: Presence = HERE) -> TileSlice:
    """One table on the board. Never who voted, never what."""
    team = room.teams[team_id]
    stage, counted = team.stage, waited_for(team)
    progress = progress_slice(team)
    card = team.turn.card if team.turn else ""
    return {
        "id": team.id,
        "number": team.number,
        "seats": len(team.seats),
        "present": len(team.present),
        "stations": _tile_stations(room, team_id, presence),
        "step": stage.step,
        "began": stage.began,
        "phase": stage.phase,
        "round": stage.round,
        "serial": stage.serial,
        "done": len(counted[0]) if counted else 0,
        "of": len(counted[1]) if counted else 0,
        "closed": bool(progress and progress["closed"]),
        "ends": stage.timer.ends if stage.timer else None,
        "left": stage.timer.left if stage.timer else None,
        "paused": team.paused,
        "timeout": team.timeout,
        "help": team.hand,
        "message": message_slice(team.message),
        "waits": waits_for_hall(room, team),
        "needs_time": _needs_time(room, team),
        "alone": bool(team.alone),
        "way": team.way,
        "card": card,
        "title": shelf.title(card),
        "kind": room.cards[card].kind if card else "",
        "choices": list(choices_of(room, card)) if card else [],
        # How the whole hall goes is no table's matter, and hangs on all the others.
        "may": [name for name in may(room, Actor(Who.HOST), team_id) if name != "set_pace"],
    }


def tile_voted(before: TileSlice, team: Team) -> TileSlice:
    """A tile brought up to date when all that has happened is that seats have put choices into boxes."""
    progress = progress_slice(team)
    if progress is None:
        return before
    return {**before, "done": progress["done"], "of": progress["of"], "closed": progress["closed"]}


def _needs_time(room: Room, team: Team) -> bool:
    """Whether the table has asked the host for more time."""
    asked = team.turn.asked & team.present if team.turn else frozenset()
    return room.settings.pace == "hall" and 2 * len(asked) > len(team.present)


def _tile_stations(room: Room, team_id: str | None, presence: Presence) -> list[TileStation]:
    """A table's stations by id, or in the order they came those of no table, hosts left out."""
    here = [station for station in room.at(team_id) if station.who is not Who.HOST]
    team = room.teams[team_id] if team_id else None
    return [
        {
            "id": station.id,
            "kind": station.who.value,
            "seats": len(team.seats_of(station.id)) if team else 0,
            "lost": station.id in presence.lost,
        }
        for station in here
    ]


def host_slice(room: Room, shelf: Shelf, presence: Presence) -> HostSlice:
    """What only a host sees; numbers still only at k and above."""
    sheet = shelf.sheets.get(_hosted_card(room) or "")
    teams, checkin, recalled = list(room.teams.values()), checkin_of(room), recalled_of(room)
    ready = charts(room)
    return {
        "steps": plan_slices(room, shelf),
        "plan": room.planned,
        "fixed": fixed_steps(room),
        "own": room.own,
        "opened": room.started,
        "aim": room.aim,
        "factor": room.settings.factor,
        "hard": room.settings.hard,
        "needs_time": sum(_needs_time(room, team) for team in teams),
        "help": [team.id for team in sorted(teams, key=lambda team: team.hand or 0) if team.hand is not None],
        "cards": [pile_card(card, shelf) for card in coming(room)],
        "dealt": [shelf.title(card) for card in dict.fromkeys(room.dealt)],
        "facilitator": sheet.words("facilitator") if sheet else {},
        "perspective": sheet.words("perspective") if sheet else {},
        "played": played(room, shelf),
        "charts": [chart_slice(room, chart, shelf) for chart in ready],
        "held": {chart.card: held for chart in ready if (held := held_by(room, chart.card))},
        "shown": sorted(room.shown),
        "checkin": list(checkin) if checkin else None,
        "recalled": list(recalled) if recalled else None,
        "rating": rating_words(room),
        "wall": [wall_slice(text) for text in room.wall.values()],
        "screens": _tile_stations(room, None, presence),
        "hosts": [
            {"id": station.id, "lead": station.lead, "lost": station.id in presence.lost}
            for station in room.stations.values()
            if station.who is Who.HOST
        ],
    }


def coming(room: Room) -> list[CardFacts]:
    """The cards that may still be dealt, or put into the programme: at the tables' own pace those that no
    table has had.
    """
    left = pile(room, None)
    if room.settings.pace == "hall":
        return left
    had = {card for team in room.teams.values() for card in (*team.played, *team.offer)}
    return [card for card in left if card.id not in had]


def _themes(room: Room, step: Step) -> list[str]:
    if step.card and step.card in room.cards:
        return list(room.cards[step.card].themes)
    return [step.theme] if step.theme else []


def played(room: Room, shelf: Shelf) -> list[PlayedSlice]:
    """The cards that tables play by themselves now, each once, with what helps the host with them."""
    cards = {
        team.turn.card for team in room.teams.values() if team.turn and team.seats and self_paced(room, team)
    }
    return [
        {
            "id": card,
            "title": sheet.words("title"),
            "situation": sheet.words("situation"),
            "facilitator": sheet.words("facilitator"),
            "perspective": sheet.words("perspective"),
        }
        for card in sorted(cards)
        if (sheet := shelf.sheets.get(card)) is not None
    ]


def _hosted_card(room: Room) -> str | None:
    """The card whose notes help the host now: the hall's, or that of the only table."""
    teams = [team for team in room.teams.values() if team.seats]
    return room.card or (teams[0].turn.card if len(teams) == 1 and teams[0].turn else None)


def pile_card(card: CardFacts, shelf: Shelf) -> PileCard:
    """A card that the host may deal."""
    back = back_of(card, shelf)
    return {
        "id": card.id,
        "title": shelf.title(card.id),
        "heat": card.heat,
        "minutes": card.minutes,
        "kind": card.kind,
        "themes": back["themes"],
    }


def plan_slices(room: Room, shelf: Shelf) -> list[StepSlice]:
    """The programme with planned minutes, the factor that they go by and when each step really opened."""
    times = {step: at for step, at, _ in room.times}
    factors = {step: factor for step, _, factor in room.times}
    order = list(times)
    ends = {step: times[following] for step, following in pairwise(order)}
    return [
        {
            "kind": step.kind,
            "minutes": step.minutes,
            "factor": factors.get(index, room.settings.factor),
            "block": step.block,
            "card": step.card or "",
            "theme": step.theme or "",
            "themes": _themes(room, step),
            "title": shelf.title(step.card) if step.card and step.kind == "round" else {},
            "opened": times.get(index),
            "closed": ends.get(index),
        }
        for index, step in enumerate(room.steps)
    ]
