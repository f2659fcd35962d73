"""What may be read of a card, phase by phase."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.rules.counting import choices_of
from game.rules.kinds import KINDS
from game.rules.model import Room, Stage, Team, Turn
from game.rules.opened import CardFacts
from game.rules.slices import (
    BackSlice,
    CardSlice,
    CardText,
)
from game.rules.views.shelf import Sheet, Shelf

# What may be read of a card, phase by phase. A field that stands in no list is never sent.
_TITLE = ("title", "warn")
_STORY = (*_TITLE, "situation", "read_aloud", "low", "high")
_TALK = (*_STORY, "questions")
_BACK = (*_TALK, "twist", "perspective", "prevent", "refs")
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "practice": _TITLE,
    "draw": _TITLE,
    "read": _STORY,
    "vote": _STORY,
    "reveal": _STORY,
    "talk": _TALK,
    "compare": _STORY,
    "perspective": _BACK,
    "note": _BACK,
    "checkin": (*_STORY, "questions"),
}
_OPTION_PHASES = frozenset({"vote", "reveal", "talk", "compare"})
_BACK_PHASES = frozenset({"perspective", "note"})
_FRONT_PHASES = frozenset({"read", "talk", *_BACK_PHASES})


def card_slice(room: Room, team: Team | None, shelf: Shelf) -> CardSlice | None:
    """The card on a team's table, or on the hall's, as far as the phase lets it be read."""
    stage = team.stage if team else room.stage
    card_id = _card_id(room, team, stage)
    if (
        card_id is None
        or stage.phase not in _FIELDS
        or card_id not in room.cards
        or card_id not in shelf.sheets
    ):
        return None
    card, sheet = room.cards[card_id], shelf.sheets[card_id]
    turn = team.turn if team else None
    return {
        "id": card.id,
        "deck": sheet.deck,
        "kind": card.kind,
        "heat": card.heat,
        "minutes": card.minutes,
        "practice": bool(turn and turn.practice),
        "choices": list(choices_of(room, card.id)),
        "own": KINDS[card.kind].own,
        "text": {language: _readable(sheet, language, stage, turn, card) for language in sheet.text},
    }


def _card_id(room: Room, team: Team | None, stage: Stage) -> str | None:
    if stage.phase == "checkin":
        return room.steps[stage.step].card
    if team is None:
        return room.card
    return team.turn.card if team.turn else None


def _readable(sheet: Sheet, language: str, stage: Stage, turn: Turn | None, card: CardFacts) -> CardText:
    source = sheet.text[language]
    names = [
        *_FIELDS[stage.phase],
        *(KINDS[card.kind].front if stage.phase in _FRONT_PHASES else ()),
        *(["twist"] if turn and turn.twist and stage.phase != "vote" else []),
    ]
    text: dict[str, Any] = {name: source[name] for name in names if source.get(name)}
    text["themes"] = list(sheet.themes.get(language, ()))
    if stage.phase in _OPTION_PHASES:
        text["options"] = [{"text": option["text"]} for option in source.get("options", ())]
    elif stage.phase in _BACK_PHASES:
        text["options"] = [
            {
                "text": option["text"],
                "speaks_for": option.get("speaks_for", ""),
                "values": list(option.get("values", ())),
            }
            for option in source.get("options", ())
        ]
    return text  # type: ignore[return-value]


def back_of(card: CardFacts, shelf: Shelf) -> BackSlice:
    """Heat and themes: all that the back of a card tells."""
    sheet = shelf.sheets.get(card.id)
    return {
        "heat": card.heat,
        "themes": {lang: list(names) for lang, names in sheet.themes.items()} if sheet else {},
    }
