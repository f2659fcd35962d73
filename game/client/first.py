"""The first picture, before the rest of the program is loaded: the start window as it will be a moment later.

Rules, wire and network take longer to import than a window takes to draw. What is pressed meanwhile waits
in the system's queue for the real window, which looks the same.
"""

from __future__ import annotations

from game.client.app import App
from game.client.settings import Settings
from game.client.start import Start, build
from game.client.window import Window


def first_picture(settings: Settings, size: tuple[int, int] = (1280, 720)) -> tuple[App, Window]:
    """The program's app with its first window, drawn."""
    app = App()
    start = Start(_later, _later, _later, _later, _later, _later, lambda chosen: None)
    return app, app.open("Bemöt", lambda ctx: build(start, ctx), settings, size)


def _later() -> None:
    """Nothing can be done yet."""
