"""Does it fit? Every card is played in memory and laid out by the real scenes, small and with large text."""

from __future__ import annotations

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from collections.abc import Iterator
from typing import Any

import pygame

from game.cards.facts import facts_of
from game.cards.format import Card, Deck
from game.cards.sheets import shelf_of
from game.client.news import Status, ViewChanged
from game.client.pilot import ManualClock, problems_of
from game.client.play import Play
from game.client.settings import Settings
from game.client.stations import team
from game.client.ui.fonts import Fonts
from game.client.ui.pane import Pane
from game.rules import Actor, CardFacts, Game, MemoryFacts, Shelf, Step, open_room, view
from game.rules import Settings as RoomSettings
from game.rules.command import (
    AcceptHeavy,
    Acknowledge,
    CastVote,
    CloseVote,
    DrawCard,
    OpenNext,
    OpenTwist,
    ShowPrompt,
)

SIZE = (1280, 720)
TEXTS = (1.0, 1.5)
Seen = tuple[str, str, dict[str, Any]]
"""(where in the round, station, slices)"""


class Renderer:
    """The check's `fit`: called with a deck, a card and a language, it says what does not fit, and where."""

    def __init__(self) -> None:
        pygame.display.init()
        pygame.font.init()
        self._fonts = Fonts()
        self._round: tuple[str, list[Seen]] = ("", [])

    def __call__(self, deck: Deck, card: Card, language: str) -> list[str]:
        name = f"{deck.slug}/{card.id}"
        if language not in ("sv", "en"):  # the windows themselves speak no other language yet
            return []
        if self._round[0] != name:
            self._round = (name, list(played(deck, card)))
        return sorted(
            {
                f"{where}, {station}, {round(text * 100)} %: {problem}"
                for where, station, slices in self._round[1]
                for text in TEXTS
                for problem in self._draw(slices, Settings(language=language, text=text, motion=False))  # type: ignore[arg-type]
            }
        )

    def _draw(self, slices: dict[str, Any], settings: Settings) -> list[str]:
        play = Play(
            send=lambda command: "",
            state=lambda command_id: None,
            leave=lambda: None,
            configure=lambda new: None,
        )
        play.take(Status("online", 0.0))
        play.take(ViewChanged(1, slices, 0))
        pane = Pane(
            lambda ctx: team.build(play, ctx), SIZE, settings, ManualClock(), self._fonts, lambda sound: None
        )
        pane.update()
        return problems_of(pane)


def played(deck: Deck, card: Card) -> Iterator[Seen]:
    """A round with this card on one's own screen and on a wall screen; for a pledge starter the pledge."""
    facts = (facts_of(deck.model_copy(update={"cards": (card,)})) or _retired(deck, card))[0]
    shelf = shelf_of([deck])
    pledges = card.kind == "pledge"
    step = Step(kind="pledge", minutes=6) if pledges else Step(kind="round", minutes=12, card=facts.id)
    pile = [facts, CardFacts(id="pile/one", kind="question")] if pledges else [facts]
    game = Game(
        open_room("fit", "FIT-000", RoomSettings(preset="APT 30", pace="table"), (step,), (), pile, 0),
        MemoryFacts(),
    )
    solo, wall, host = game.enter("solo"), game.enter("screen", team=1), game.enter("host")
    game.does(solo, Acknowledge())
    game.does(host, OpenNext(serial=game.room.stage.serial))
    for where in _walk(game, solo):
        yield where, "egen skärm / own screen", _seen(game, solo, shelf)
        yield where, "väggskärm / wall screen", _seen(game, wall, shelf)


def _retired(deck: Deck, card: Card) -> tuple[CardFacts, ...]:
    """A retired card is not played, but it must still be readable."""
    kept = card.model_copy(update={"status": "reviewed"})
    return facts_of(deck.model_copy(update={"cards": (kept,)}))


def _seen(game: Game, actor: Actor, shelf: Shelf) -> dict[str, Any]:
    assert actor.station
    return view(game.room, actor.station, shelf, {})


def _walk(game: Game, solo: Actor) -> Iterator[str]:
    """Through the round, place by place; in the talk prompt by prompt, with the twist turned up."""
    own = game.room.teams[str(solo.team)]
    while own.stage.phase != "closed":
        serial, phase = own.stage.serial, own.stage.phase
        yield f"{phase} {own.stage.round}"
        if phase == "draw":
            game.does(solo, DrawCard(serial=serial))
            if game.serial(solo) == serial:
                yield "draw 1"
                game.does(solo, AcceptHeavy(serial=serial))
        elif phase == "vote":
            choice = str(_choices(game, solo)[0])
            game.does(solo, CastVote(seat=game.seats(solo)[0], serial=serial, choice=choice))
            game.does(solo, CloseVote(serial=serial))
        else:
            if phase == "talk":
                yield from _talk(game, solo, serial)
            game.does(solo, OpenNext(serial=serial))
        own = game.room.teams[str(solo.team)]


def _choices(game: Game, solo: Actor) -> list[str]:
    assert solo.station
    choices: list[str] = view(game.room, solo.station, Shelf({}), {}).get("card", {}).get("choices", [])
    return choices or ["pass"]


def _talk(game: Game, solo: Actor, serial: int) -> Iterator[str]:
    turn = game.room.teams[str(solo.team)].turn
    assert turn is not None
    if game.room.cards[turn.card].twist:
        game.does(solo, OpenTwist(serial=serial))
    for index in range(1, len(turn.prompts)):
        game.does(solo, ShowPrompt(serial=serial, index=index))
        yield "talk 1"
