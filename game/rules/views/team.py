"""What a team's stations and its wall screen share."""

from __future__ import annotations

from typing import Any

from game.rules.model import HERE, Counts, Presence, Room, Team
from game.rules.phases.base import jobs
from game.rules.phases.reveal import asks, hides
from game.rules.pile import pile
from game.rules.slices import (
    CountsSlice,
    DrawSlice,
    HarvestSlice,
    KeepSlice,
    KeptCard,
    NotesSlice,
    PledgeSlice,
    RecallSlice,
    ResultSlice,
    StarterSlice,
    TalkSlice,
    TeamSlice,
)
from game.rules.swapping import swap_left
from game.rules.views.card import back_of, card_slice
from game.rules.views.hall import hall_slice
from game.rules.views.room import message_slice, progress_slice, room_slice, stage_slice
from game.rules.views.shelf import Shelf, View

_SHARING = frozenset({"debrief", "compare", "checkin", "harvest", "pledge", "recall", "closed"})
"""Where a team sees on its own stations what the hall is shown."""


def team_slices(
    room: Room, team_id: str, shelf: Shelf, presence: Presence = HERE, common: View | None = None
) -> View:
    """What a team's stations and wall screen share. `common` is what the hall sees, where that is known: it
    need not be worked out for every table anew.
    """
    team = room.teams[team_id]
    slices: View = {
        "room": common["room"] if common else room_slice(room, shelf, presence),
        "stage": stage_slice(room, team),
        "team": team_slice(room, team),
    }
    optional: dict[str, Any] = {
        "progress": progress_slice(team),
        "card": card_slice(room, team, shelf),
        "draw": draw_slice(room, team, shelf),
        "result": result_slice(room, team),
        "talk": talk_slice(team, shelf),
        "notes": notes_slice(team, shelf),
        "harvest": harvest_slice(team),
        "keep": keep_slice(room, team, shelf),
        "pledge": pledge_slice(room, team, shelf),
        "recall": recall_slice(room, team),
    }
    slices.update({name: value for name, value in optional.items() if value is not None})
    if team.stage.phase in _SHARING:
        slices["hall"] = common["hall"] if common else hall_slice(room, shelf)
    return slices


def team_voted(before: View, team: Team) -> View:
    """The slices brought up to date when all that has happened is that seats have put choices into boxes."""
    progress = progress_slice(team)
    return before if progress is None else {**before, "progress": progress}


def team_slice(room: Room, team: Team) -> TeamSlice:
    """Seats by symbol; the jobs of this card."""
    reader, writer = jobs(team)
    return {
        "id": team.id,
        "number": team.number,
        "seats": [
            {"id": seat.id, "symbol": seat.symbol, "away": seat.away, "station": seat.station}
            for seat in team.seats.values()
        ],
        "reader": reader,
        "writer": writer,
        "way": team.way,
        "remote": team.remote,
        "timeout": team.timeout,
        "help": team.hand is not None,
        "coming": team.coming == team.stage.serial,
        "message": message_slice(team.message),
        "swap_left": swap_left(room, team),
        "asked_time": len(team.turn.asked) if team.turn else 0,
    }


def draw_slice(room: Room, team: Team, shelf: Shelf) -> DrawSlice | None:
    """The pile and what may be turned."""
    if team.stage.phase != "draw":
        return None
    return {
        "left": len(pile(room, team)),
        "offer": [back_of(room.cards[card], shelf) for card in team.offer],
        "heavy": bool(team.turn and not team.turn.ready),
    }


_COUNTED = frozenset({"reveal", "talk", "compare", "perspective", "note"})


def result_slice(room: Room, team: Team) -> ResultSlice | None:
    """The team's own counts: the first from the reveal on, not while voting again; the second from the
    comparison.
    """
    turn = team.turn
    if turn is None or not room.settings.distribution or team.stage.phase not in _COUNTED:
        return None
    return {
        "before": counts_slice(turn.before),
        "after": counts_slice(turn.after) if turn.compared else None,
        "changed": turn.changed,
        "paired": turn.paired,
        "ask": team.stage.phase == "reveal" and asks(team),
        "asked": len(turn.show),
        "hidden": team.stage.phase == "reveal" and hides(team),
    }


def counts_slice(counts: Counts | None) -> CountsSlice | None:
    """One counted vote."""
    if counts is None:
        return None
    return {
        "votes": list(counts.votes),
        "places": list(counts.places),
        "own": counts.own,
        "passed": counts.passed,
        "missing": counts.missing,
        "confidence": list(counts.confidence) if counts.confidence else None,
        "own_texts": list(counts.own_texts),
    }


def talk_slice(team: Team, shelf: Shelf) -> TalkSlice | None:
    """The prompts, which is shown, and what is turned up."""
    turn = team.turn
    if turn is None or team.stage.phase != "talk":
        return None
    return {
        "prompts": [
            {"kind": prompt.kind, "choice": prompt.choice, "drawn": prompt.drawn, "index": prompt.index}
            for prompt in turn.prompts
        ],
        "shown": turn.shown,
        "twist": turn.twist,
        "what_if": shelf.words(turn.what_if, "twist"),
    }


def notes_slice(team: Team, shelf: Shelf) -> NotesSlice | None:
    """The team's notes; those of the last card may still be mended until the next is drawn."""
    if not team.notes and team.stage.phase != "note":
        return None
    turned = team.turn is not None and team.stage.phase == "draw"
    open_to = team.stage.phase in ("note", "break", "draw") and not turned
    last = team.played[-1] if team.played and open_to else None
    return {
        "notes": [
            {
                "id": note.id,
                "card": note.card,
                "title": shelf.title(note.card),
                "tag": note.tag,
                "text": note.text,
                "editable": note.card == last,
            }
            for note in team.notes.values()
        ]
    }


def harvest_slice(team: Team) -> HarvestSlice | None:
    """What may be marked, and what was chosen."""
    harvest = team.harvest
    if harvest is None:
        return None
    return {
        "strengthen": list(harvest.strengthen),
        "improve": list(harvest.improve),
        "again": harvest.tries > 1,
        "chosen_strengthen": harvest.chosen_strengthen,
        "chosen_improve": harvest.chosen_improve,
        "settled": harvest.settled,
        "drawn": harvest.drawn,
    }


def keep_slice(room: Room, team: Team, shelf: Shelf) -> KeepSlice | None:
    """What stands on the table's own sheet besides its notes, when there is anything to put there."""
    if team.stage.phase != "closed" or not (team.talked or team.notes):
        return None
    strengthen, improve = team.agreed
    return {
        "started": room.started,
        "cards": [_kept_card(card, shelf) for card in team.talked],
        "strengthen": strengthen if strengthen in team.notes else None,
        "improve": improve if improve in team.notes else None,
    }


def _kept_card(card: str, shelf: Shelf) -> KeptCard:
    sheet = shelf.sheets.get(card)
    questions = {
        language: text.get("questions", ()) for language, text in (sheet.text if sheet else {}).items()
    }
    return {
        "id": card,
        "title": shelf.title(card),
        "questions": {language: [str(one) for one in asked] for language, asked in questions.items()},
    }


def pledge_slice(room: Room, team: Team, shelf: Shelf) -> PledgeSlice | None:
    """What receipts are salted with, and the starters of the pledge deck."""
    if team.stage.phase != "pledge":
        return None
    starters: list[StarterSlice] = [
        {"title": sheet.words("title"), "when": sheet.words("when"), "then": sheet.words("then")}
        for card in room.cards.values()
        if card.kind == "pledge" and (sheet := shelf.sheets.get(card.id))
    ]
    return {"room": room.id, "starters": starters}


def recall_slice(room: Room, team: Team) -> RecallSlice | None:
    """Where the pledges of the session before lie, if it is known."""
    if team.stage.phase != "recall":
        return None
    follows = room.follows
    return {"room": follows.room if follows else "", "date": follows.date if follows else ""}
