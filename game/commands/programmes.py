"""Programmes by name in the terminal: the game's, and those that somebody has kept on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.commands.terminal import fail
from game.words import say

if TYPE_CHECKING:
    from game.wire import RoomRequest


def programme(name: str) -> RoomRequest:
    """The wish for a room with the programme of this name, whatever its capitals; somebody's own goes before
    the game's. Ends when there is none.
    """
    from game.client.own_programmes import OwnProgrammes
    from game.client.settings import user_folder
    from game.rules import PRESETS
    from game.wire import RoomRequest

    kept = OwnProgrammes(user_folder())
    own = kept.find(name)
    if own is not None:
        return RoomRequest(preset=own.preset, name=own.name, steps=own.steps, pace=own.pace, decks=own.decks)
    preset = next((each for each in PRESETS if each.casefold() == name.strip().casefold()), None)
    if preset is None:
        known = ", ".join([*(one.name for one in kept.listed()), *PRESETS])
        fail(
            say(
                f"Programmet ”{name}” finns inte. Välj ett av: {known}",
                f"There is no programme “{name}”. Choose one of: {known}",
            ),
            2,
        )
    return RoomRequest(preset=preset)
