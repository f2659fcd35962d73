"""Programmes by name in the terminal: the game's, and those that somebody has kept on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.commands.terminal import fail
from game.words import say

if TYPE_CHECKING:
    from game.rules import Preset
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
        return RoomRequest(
            preset=own.preset,
            name=own.name,
            steps=own.steps,
            pace=own.pace,
            decks=own.decks,
            k_seats=own.k_seats,
            k_tables=own.k_tables,
        )
    preset = next((each for each in PRESETS if each.casefold() == name.strip().casefold()), None)
    if preset is None:
        fail(_unknown(name, [*(one.name for one in kept.listed()), *PRESETS]), 2)
    return RoomRequest(preset=preset)


def shape(request: RoomRequest) -> Preset:
    """The steps and settings of the programme that a room is wished with."""
    from game.rules import PRESETS, own_preset

    base = PRESETS[request.preset]
    return own_preset(base, request.name, request.steps) if request.steps else base


def _unknown(name: str, known: list[str]) -> str:
    from game.cards.findings import closest

    names = ", ".join(known)
    folded = {each.casefold(): each for each in known}
    guess = folded.get(closest(name.strip().casefold(), folded), "")
    return say(
        f"Programmet ”{name}” finns inte; välj bland {names}." + (f" Menade du ”{guess}”?" if guess else ""),
        f"There is no programme “{name}”; choose among {names}."
        + (f" Did you mean “{guess}”?" if guess else ""),
    )
