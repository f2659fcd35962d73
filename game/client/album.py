"""An album: pictures of a session as its own stations saw it, drawn by the real scenes without a window."""

from __future__ import annotations

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pygame

from game.client.news import Status, ViewChanged
from game.client.pilot import ManualClock, Pilot
from game.client.play import Play
from game.client.settings import Settings
from game.client.stations import host, team
from game.client.stations.board import Board
from game.client.ui.ctx import Ctx
from game.client.ui.fonts import Fonts
from game.client.ui.node import Node
from game.client.ui.pane import Pane


class Album:
    """Keeps one picture per kind of station and place of the programme, in the order they were seen."""

    def __init__(
        self, folder: Path, size: tuple[int, int] = (1280, 720), settings: Settings | None = None
    ) -> None:
        pygame.display.init()
        pygame.font.init()
        self.folder = folder
        self._size = size
        self._settings = settings or Settings(motion=False)
        self._fonts = Fonts()
        self._kept: dict[tuple[Any, ...], tuple[Mapping[str, Any], float]] = {}

    def see(self, slices: Mapping[str, Any], now: float) -> None:
        """A station's view at `now` (server ms); kept when it is the first of its kind at this place."""
        stage, you = slices["stage"], slices["you"]
        self._kept.setdefault((you["kind"], stage["step"], stage["phase"], stage["round"]), (slices, now))

    def draw(self) -> int:
        """Draw what was kept, after the session, so that drawing holds nobody up; how many pictures."""
        for number, ((kind, _, phase, round_), (slices, now)) in enumerate(self._kept.items(), start=1):
            self._draw(slices, now, self.folder / f"{number:02d}-{kind}-{phase}-{round_}.png")
        return len(self._kept)

    def _draw(self, slices: Mapping[str, Any], now: float, path: Path) -> None:
        play = Play(
            send=lambda command: "",
            state=lambda command_id: None,
            leave=lambda: None,
            configure=lambda new: None,
        )
        play.take(Status("online", 0.0))
        play.take(ViewChanged(1, slices, 0))
        board = Board(play)

        def scene(ctx: Ctx) -> Node:
            return host.build(board, ctx) if play.kind == "host" else team.build(play, ctx)

        pane = Pane(scene, self._size, self._settings, ManualClock(), self._fonts)
        pane.offset = now - pane.clock.ms()
        Pilot(pane=pane).shot(path)
