"""What each role may see, built field by field. Nothing is ever taken away from a whole; what may be seen is put in.

    audience     which of these a station gets; stations of one audience share all slices but `you`
    team_slices  a team's own stations and its wall screen
    hall_slices  the hall's screen
    host_slices  the host, with one `tile` per table
    you          what this very station is and may do
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from game.rules.command import Who
from game.rules.counting import choices_of, electorate
from game.rules.engine import may
from game.rules.kinds import KINDS
from game.rules.model import HERE, Actor, CardFacts, Counts, Presence, Room, Stage, Team, Turn
from game.rules.phases.base import jobs
from game.rules.phases.reveal import asks
from game.rules.pile import pile
from game.rules.shown import Chart, chart_of, charts, enough, median
from game.rules.slices import (
    BackSlice,
    CardSlice,
    CardText,
    ChartSlice,
    CountsSlice,
    DeckSlice,
    DrawSlice,
    HallSlice,
    HarvestSlice,
    HostSlice,
    NotesSlice,
    OwnSlice,
    PileCard,
    PledgeSlice,
    ProgressSlice,
    ResultSlice,
    RoomSlice,
    StageSlice,
    StarterSlice,
    StepSlice,
    TalkSlice,
    TeamSlice,
    TileSlice,
    TileStation,
    WallSlice,
    Words,
    YouSlice,
)
from game.rules.swapping import swap_left

View = dict[str, Any]
"""slice name -> slice"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A card's words, ready for JSON: language -> field -> text, and its themes' names per language."""

    deck: str
    text: Mapping[str, Mapping[str, Any]]
    themes: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def words(self, name: str) -> Words:
        """One field in every language."""
        return {language: str(text.get(name, "")) for language, text in self.text.items()}


@dataclass(frozen=True, slots=True)
class Shelf:
    """The words of the decks a room plays: card id -> sheet."""

    sheets: Mapping[str, Sheet]
    decks: tuple[DeckSlice, ...] = ()

    def title(self, card: str) -> Words:
        sheet = self.sheets.get(card)
        return sheet.words("title") if sheet else {}


# --- who gets what ------------------------------------------------------------------------------------------------------


def audience(room: Room, station_id: str) -> str:
    """"host", "hall" or "team:<id>"."""
    station = room.stations[station_id]
    if station.who is Who.HOST:
        return "host"
    return f"team:{station.team}" if station.team else "hall"


def shared(room: Room, audience_name: str, shelf: Shelf, presence: Presence = HERE) -> View:
    """Everything an audience shares."""
    if audience_name == "host":
        return host_slices(room, shelf, presence)
    if audience_name == "hall":
        return hall_slices(room, shelf, presence)
    return team_slices(room, audience_name.removeprefix("team:"), shelf, presence)


def view(
    room: Room, station_id: str, shelf: Shelf, own: Mapping[str, Mapping[str, Any]], presence: Presence = HERE
) -> View:
    """Everything one station may see. `own` is what its seats have sealed: seat -> body."""
    slices = shared(room, audience(room, station_id), shelf, presence)
    return {**slices, "you": you(room, station_id, own, presence)}


def changes(before: View, after: View) -> View:
    """The slices that differ; None for one that is gone."""
    changed = {name: value for name, value in after.items() if before.get(name) != value}
    return {**changed, **{name: None for name in before if name not in after}}


# --- everybody ----------------------------------------------------------------------------------------------------------


def room_slice(room: Room, shelf: Shelf, presence: Presence) -> RoomSlice:
    """The same for everybody."""
    seated = [team for team in room.teams.values() if team.seats]
    return {
        "code": room.code, "preset": room.settings.preset, "pace": room.settings.pace, "k_seats": room.settings.k_seats,
        "k_tables": room.settings.k_tables, "locked": room.locked, "closed": room.closed,
        "distribution": room.settings.distribution, "decks": list(shelf.decks), "tables": len(seated),
        "seats": sum(len(team.seats) for team in seated), "host": presence.host,
    }


def stage_slice(room: Room, team: Team | None) -> StageSlice:
    """Where a team, or the hall, is."""
    stage = team.stage if team else room.stage
    inside = 0 <= stage.step < len(room.steps)
    timer = stage.timer
    rounds = [index for index, step in enumerate(room.steps) if step.kind == "round"]
    return {
        "step": stage.step, "steps": len(room.steps), "kind": room.steps[stage.step].kind if inside else "",
        "phase": stage.phase, "round": stage.round, "serial": stage.serial,
        "card": rounds.index(stage.step) + 1 if stage.step in rounds else 0, "cards": len(rounds),
        "total": timer.total if timer else 0, "ends": timer.ends if timer else None, "left": timer.left if timer else None,
        "hard": room.settings.hard, "paused": _paused(room, team), "pause_text": room.pause_text,
        "pause_until": room.pause_until, "alone": bool(team and team.alone),
    }


def _paused(room: Room, team: Team | None) -> str:
    if room.paused:
        return room.paused
    if team is None:
        return ""
    return "team" if team.paused else "timeout" if team.timeout else ""


# --- a team -------------------------------------------------------------------------------------------------------------


def team_slices(room: Room, team_id: str, shelf: Shelf, presence: Presence = HERE) -> View:
    """What a team's stations and wall screen share."""
    team = room.teams[team_id]
    slices: View = {
        "room": room_slice(room, shelf, presence), "stage": stage_slice(room, team), "team": team_slice(room, team),
    }
    optional: dict[str, Any] = {
        "progress": progress_slice(team), "card": card_slice(room, team, shelf), "draw": draw_slice(room, team, shelf),
        "result": result_slice(room, team), "talk": talk_slice(team), "notes": notes_slice(team, shelf),
        "harvest": harvest_slice(team), "pledge": pledge_slice(room, team, shelf),
    }
    slices.update({name: value for name, value in optional.items() if value is not None})
    if team.stage.phase in ("debrief", "compare", "checkin", "harvest", "pledge", "closed"):
        slices["hall"] = hall_slice(room, shelf)
    return slices


def team_slice(room: Room, team: Team) -> TeamSlice:
    """Seats by symbol; the jobs of this card."""
    reader, writer = jobs(team)
    return {
        "id": team.id, "number": team.number,
        "seats": [
            {"id": seat.id, "symbol": seat.symbol, "away": seat.away, "station": seat.station}
            for seat in team.seats.values()
        ],
        "reader": reader, "writer": writer, "way": team.way, "remote": team.remote, "timeout": team.timeout,
        "help": team.help, "swap_left": swap_left(room, team), "asked_time": len(team.turn.asked) if team.turn else 0,
    }


def waited_for(team: Team) -> tuple[frozenset[str], frozenset[str]] | None:
    """(done, waited for) of what is open seat by seat; None where nothing is."""
    stage = team.stage
    if stage.phase == "vote" and team.turn is not None:
        waited = electorate(team)
        return team.turn.voted[stage.round - 1] & waited, waited
    marking = stage.phase == "harvest" and team.harvest is not None and not team.harvest.settled
    if marking or stage.place in (("checkin", 1), ("pledge", 1), ("debrief", 3)):
        return team.done & team.present, team.present
    return None


def progress_slice(team: Team) -> ProgressSlice | None:
    """n of m; never who."""
    counted = waited_for(team)
    if counted is None:
        return None
    done, waited = counted
    turn, stage = team.turn, team.stage
    closed = stage.phase == "vote" and turn is not None and turn.closed[stage.round - 1]
    return {"done": len(done), "of": len(waited), "closed": closed, "grace": stage.grace.ends if stage.grace else None}


# What may be read of a card, phase by phase. A field that stands in no list is never sent.
_TITLE = ("title", "warn")
_STORY = (*_TITLE, "situation", "read_aloud", "low", "high")
_TALK = (*_STORY, "questions")
_BACK = (*_TALK, "twist", "perspective", "prevent", "refs")
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "practice": _TITLE, "draw": _TITLE, "read": _STORY, "vote": _STORY, "reveal": _STORY, "talk": _TALK,
    "compare": _STORY, "perspective": _BACK, "note": _BACK, "checkin": (*_STORY, "questions"),
}
_OPTION_PHASES = frozenset({"vote", "reveal", "talk", "compare"})
_BACK_PHASES = frozenset({"perspective", "note"})


def card_slice(room: Room, team: Team | None, shelf: Shelf) -> CardSlice | None:
    """The card on a team's table, or on the hall's, as far as the phase lets it be read."""
    stage = team.stage if team else room.stage
    card_id = _card_id(room, team, stage)
    if card_id is None or stage.phase not in _FIELDS or card_id not in room.cards or card_id not in shelf.sheets:
        return None
    card, sheet = room.cards[card_id], shelf.sheets[card_id]
    turn = team.turn if team else None
    return {
        "id": card.id, "deck": sheet.deck, "kind": card.kind, "heat": card.heat, "minutes": card.minutes,
        "practice": bool(turn and turn.practice), "choices": list(choices_of(room, card.id)), "own": KINDS[card.kind].own,
        "text": {language: _readable(sheet, language, stage, turn) for language in sheet.text},
    }


def _card_id(room: Room, team: Team | None, stage: Stage) -> str | None:
    if stage.phase == "checkin":
        return room.steps[stage.step].card
    if team is None:
        return room.card
    return team.turn.card if team.turn else None


def _readable(sheet: Sheet, language: str, stage: Stage, turn: Turn | None) -> CardText:
    source = sheet.text[language]
    names = [*_FIELDS[stage.phase], *(["twist"] if turn and turn.twist and stage.phase != "vote" else [])]
    text: dict[str, Any] = {name: source[name] for name in names if source.get(name)}
    text["themes"] = list(sheet.themes.get(language, ()))
    if stage.phase in _OPTION_PHASES:
        text["options"] = [{"text": option["text"]} for option in source.get("options", ())]
    elif stage.phase in _BACK_PHASES:
        text["options"] = [
            {"text": option["text"], "speaks_for": option.get("speaks_for", ""), "values": list(option.get("values", ()))}
            for option in source.get("options", ())
        ]
    return text  # type: ignore[return-value]


def back_of(card: CardFacts, shelf: Shelf) -> BackSlice:
    """Heat and themes: all that the back of a card tells."""
    sheet = shelf.sheets.get(card.id)
    return {"heat": card.heat, "themes": {lang: list(names) for lang, names in sheet.themes.items()} if sheet else {}}


def draw_slice(room: Room, team: Team, shelf: Shelf) -> DrawSlice | None:
    """The pile and what may be turned."""
    if team.stage.phase != "draw":
        return None
    return {
        "left": len(pile(room, team)), "offer": [back_of(room.cards[card], shelf) for card in team.offer],
        "heavy": bool(team.turn and not team.turn.ready),
    }


_COUNTED = frozenset({"reveal", "talk", "compare", "perspective", "note"})


def result_slice(room: Room, team: Team) -> ResultSlice | None:
    """The team's own counts: the first from the reveal on (but not while voting again), the second from the comparison."""
    turn = team.turn
    if turn is None or not room.settings.distribution or team.stage.phase not in _COUNTED:
        return None
    return {
        "before": counts_slice(turn.before), "after": counts_slice(turn.after), "changed": turn.changed,
        "paired": turn.paired, "ask": team.stage.phase == "reveal" and asks(room, team), "asked": len(turn.show),
    }


def counts_slice(counts: Counts | None) -> CountsSlice | None:
    """One counted vote."""
    if counts is None:
        return None
    return {
        "votes": list(counts.votes), "own": counts.own, "passed": counts.passed, "missing": counts.missing,
        "confidence": list(counts.confidence) if counts.confidence else None, "own_texts": list(counts.own_texts),
    }


def talk_slice(team: Team) -> TalkSlice | None:
    """The prompts, and which is shown."""
    turn = team.turn
    if turn is None or team.stage.phase != "talk":
        return None
    return {
        "prompts": [
            {"kind": prompt.kind, "choice": prompt.choice, "drawn": prompt.drawn, "index": prompt.index}
            for prompt in turn.prompts
        ],
        "shown": turn.shown, "twist": turn.twist,
    }


def notes_slice(team: Team, shelf: Shelf) -> NotesSlice | None:
    """The team's notes; those of the last card may still be mended until the next is drawn."""
    if not team.notes and team.stage.phase != "note":
        return None
    last = team.played[-1] if team.played and team.stage.phase in ("note", "break") else None
    return {"notes": [
        {"id": note.id, "card": note.card, "title": shelf.title(note.card), "tag": note.tag, "text": note.text,
         "editable": note.card == last}
        for note in team.notes.values()
    ]}


def harvest_slice(team: Team) -> HarvestSlice | None:
    """What may be marked, and what was chosen."""
    harvest = team.harvest
    if harvest is None:
        return None
    return {
        "strengthen": list(harvest.strengthen), "improve": list(harvest.improve), "again": harvest.tries > 1,
        "chosen_strengthen": harvest.chosen_strengthen, "chosen_improve": harvest.chosen_improve,
        "settled": harvest.settled, "drawn": harvest.drawn,
    }


def pledge_slice(room: Room, team: Team, shelf: Shelf) -> PledgeSlice | None:
    """The starters of the pledge deck."""
    if team.stage.phase != "pledge":
        return None
    starters: list[StarterSlice] = [
        {"title": sheet.words("title"), "when": sheet.words("when"), "then": sheet.words("then")}
        for card in room.cards.values() if card.kind == "pledge" and (sheet := shelf.sheets.get(card.id))
    ]
    return {"starters": starters}


# --- one station --------------------------------------------------------------------------------------------------------


_OWN_FIELDS = ("choice", "confidence", "text", "number", "when", "then", "share", "buddy")


def you(
    room: Room, station_id: str, own: Mapping[str, Mapping[str, Any]], presence: Presence = HERE
) -> YouSlice:
    """What a station is and may do. A choice is echoed only to a screen of one's own, while it may be changed."""
    station = room.stations[station_id]
    team = room.team_of(station_id)
    seats = [seat.id for seat in team.seats.values() if seat.station == station_id] if team else []
    counted = waited_for(team) if team else None
    commands = may(room, Actor(station.who, station_id, station.team))
    if presence.host != "long_gone":
        commands = [name for name in commands if name != "continue_alone"]
    return {
        "station": station_id, "kind": station.who.value, "team": station.team, "seats": seats,
        "acknowledged": station.acknowledged, "may": commands,
        "own": {seat: _own(own[seat]) for seat in seats if seat in own and counted} if station.who is Who.SOLO else {},
        "done": [seat for seat in seats if counted and seat in counted[0]],
        "listeners": _listeners(team, seats),
        "receipts": {
            seat: list(own[seat]["receipt"]) for seat in seats
            if team and team.stage.phase == "pledge" and seat in own and "receipt" in own[seat]
        },
    }


def _own(body: Mapping[str, Any]) -> OwnSlice:
    return {name: body[name] for name in _OWN_FIELDS if name in body}  # type: ignore[return-value]


def _listeners(team: Team | None, seats: Iterable[str]) -> list[str]:
    """Seats that talk on this card but do not vote: they missed its first vote."""
    turn = team.turn if team else None
    if turn is None or not turn.closed[0]:
        return []
    return [seat for seat in seats if seat not in turn.voted[0]]


# --- the hall -----------------------------------------------------------------------------------------------------------


_QUIET = frozenset({("vote", 1), ("reveal", 1), ("talk", 1), ("vote", 2), ("compare", 1), ("perspective", 1), ("note", 1)})


def hall_slices(room: Room, shelf: Shelf, presence: Presence = HERE) -> View:
    """The hall's screen: never a spoiler, never a table."""
    slices: View = {
        "room": room_slice(room, shelf, presence), "stage": stage_slice(room, None), "hall": hall_slice(room, shelf),
    }
    card = card_slice(room, None, shelf) if room.settings.pace == "hall" else None
    if card is not None:
        slices["card"] = card
    return slices


def hall_slice(room: Room, shelf: Shelf) -> HallSlice:
    """What the host has opened, with k behind it; how many tables are done."""
    seated = [team for team in room.teams.values() if team.present]
    opened = [chart for chart in charts(room) if f"card:{chart.card}" in room.shown]
    checkin = room.checkin if "checkin" in room.shown and enough(room, room.checkin) else None
    return {
        "done": sum(_is_done(team) for team in seated), "of": len(seated),
        "silent": room.stage.place in _QUIET and f"card:{room.card}" not in room.shown,
        "checkin": list(checkin) if checkin else None, "checkin_median": median(checkin) if checkin else None,
        "charts": [chart_slice(room, chart, shelf) for chart in opened],
        "rating": rating_words(room) if "rating" in room.shown else None,
        "wall": [wall_slice(text.id, text.kind, text.text, True) for text in room.wall.values() if text.released],
    }


def _is_done(team: Team) -> bool:
    counted = waited_for(team)
    return counted is not None and counted[1] <= counted[0]


def rating_words(room: Room) -> dict[str, list[int]] | None:
    """The ratings, when each has enough behind it."""
    if room.rating is None or not all(enough(room, counts) for counts in room.rating.values()):
        return None
    return {name: list(counts) for name, counts in room.rating.items()}


def chart_slice(room: Room, chart: Chart, shelf: Shelf) -> ChartSlice:
    """One card over all tables."""
    sheet = shelf.sheets.get(chart.card)
    options = {
        language: [str(option["text"]) for option in text.get("options", ())] for language, text in sheet.text.items()
    } if sheet else {}
    return {
        "step": chart.step, "card": chart.card, "kind": room.cards[chart.card].kind, "title": shelf.title(chart.card),
        "choices": list(choices_of(room, chart.card)), "options": options, "before": list(chart.before),
        "after": list(chart.after), "changed": chart.changed, "paired": chart.paired, "seats": chart.seats,
        "tables": chart.tables,
    }


def wall_slice(text_id: str, kind: str, text: str, released: bool) -> WallSlice:
    """A text without a table."""
    return {"id": text_id, "kind": kind, "text": text, "released": released}


# --- the host -----------------------------------------------------------------------------------------------------------


def host_slices(room: Room, shelf: Shelf, presence: Presence = HERE) -> View:
    """The host's board: every table as n of m, the plan, the card's notes, what could be opened."""
    slices = hall_slices(room, shelf, presence)
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
        "id": team.id, "number": team.number, "seats": len(team.seats), "present": len(team.present),
        "stations": [_tile_station(room, station, presence) for station in sorted(_stations_of(room, team_id))],
        "step": stage.step, "phase": stage.phase, "round": stage.round, "serial": stage.serial,
        "done": len(counted[0]) if counted else 0, "of": len(counted[1]) if counted else 0,
        "closed": bool(progress and progress["closed"]), "ends": stage.timer.ends if stage.timer else None,
        "left": stage.timer.left if stage.timer else None, "paused": team.paused, "timeout": team.timeout,
        "help": team.help, "needs_time": _needs_time(room, team), "alone": bool(team.alone), "card": card,
        "title": shelf.title(card), "kind": room.cards[card].kind if card else "",
        "choices": list(choices_of(room, card)) if card else [],
        "may": may(room, Actor(Who.HOST), team_id),
    }


def _needs_time(room: Room, team: Team) -> bool:
    """Whether the table has asked the host for more time."""
    asked = team.turn.asked & team.present if team.turn else frozenset()
    return room.settings.pace == "hall" and 2 * len(asked) > len(team.present)


def _stations_of(room: Room, team_id: str | None) -> list[str]:
    return [station.id for station in room.stations.values() if station.team == team_id and station.who is not Who.HOST]


def _tile_station(room: Room, station_id: str, presence: Presence) -> TileStation:
    team = room.team_of(station_id)
    seats = sum(seat.station == station_id for seat in team.seats.values()) if team else 0
    return {"id": station_id, "kind": room.stations[station_id].who.value, "seats": seats,
            "lost": station_id in presence.lost}


def host_slice(room: Room, shelf: Shelf, presence: Presence) -> HostSlice:
    """What only a host sees; numbers still only at k and above."""
    sheet = shelf.sheets.get(_hosted_card(room) or "")
    teams = list(room.teams.values())
    return {
        "steps": plan_slices(room, shelf), "opened": room.started, "factor": room.settings.factor,
        "needs_time": sum(_needs_time(room, team) for team in teams), "help": [team.id for team in teams if team.help],
        "cards": [pile_card(card, shelf) for card in pile(room, None)] if room.settings.pace == "hall" else [],
        "facilitator": sheet.words("facilitator") if sheet else {},
        "perspective": sheet.words("perspective") if sheet else {},
        "charts": [chart_slice(room, chart, shelf) for chart in charts(room)], "shown": sorted(room.shown),
        "checkin": list(room.checkin) if room.checkin and enough(room, room.checkin) else None,
        "rating": rating_words(room),
        "wall": [wall_slice(text.id, text.kind, text.text, text.released) for text in room.wall.values()],
        "screens": [_tile_station(room, station, presence) for station in _stations_of(room, None)],
    }


def _hosted_card(room: Room) -> str | None:
    """The card whose notes help the host now: the hall's, or that of the only table."""
    teams = [team for team in room.teams.values() if team.seats]
    return room.card or (teams[0].turn.card if len(teams) == 1 and teams[0].turn else None)


def pile_card(card: CardFacts, shelf: Shelf) -> PileCard:
    """A card that the host may deal."""
    back = back_of(card, shelf)
    return {"id": card.id, "title": shelf.title(card.id), "heat": card.heat, "kind": card.kind, "themes": back["themes"]}


def plan_slices(room: Room, shelf: Shelf) -> list[StepSlice]:
    """The programme with planned minutes and when each step really opened."""
    times = dict(room.times)
    order = [step for step, _ in room.times]
    ends = {step: times[following] for step, following in zip(order, order[1:], strict=False)}
    return [
        {"kind": step.kind, "minutes": step.minutes, "block": step.block,
         "title": shelf.title(step.card) if step.card and step.kind == "round" else {},
         "opened": times.get(index), "closed": ends.get(index)}
        for index, step in enumerate(room.steps)
    ]


__all__ = ["HERE", "Presence", "Sheet", "Shelf", "View", "audience", "changes", "chart_of", "shared", "view", "you"]
