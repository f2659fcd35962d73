"""The window that the preview runs in, and the loop that looks at the files between two pictures."""

from __future__ import annotations

import pygame

from game.client.app import App
from game.client.preview.board import build
from game.client.preview.preview import Look, Preview
from game.client.preview.watched import WatchedDeck
from game.client.session import asked_to_end
from game.client.settings import Settings
from game.client.ui.area import Size
from game.client.ui.fonts import Fonts
from game.client.ui.pane import Clock, Pane
from game.client.window import Window


class Bench(Pane):
    """A pane whose picture of a card takes the mouse by itself, and in which "?" is help on any keyboard."""

    def __init__(
        self, preview: Preview, size: Size, settings: Settings, clock: Clock, fonts: Fonts | None = None
    ) -> None:
        self.preview = preview
        super().__init__(lambda ctx: build(preview, ctx), size, settings, clock, fonts)

    def handle(self, event: pygame.Event) -> None:
        """Take one event of pygame's."""
        self.update()
        if not self.layout.trapped and self.preview.picture.takes(event):
            self.memory.hover = ""
            self.refresh()
        elif event.type == pygame.TEXTINPUT and event.text == "?" and not self.layout.trapped:
            self.preview.ask("help")
            self.refresh()
        else:
            super().handle(event)


class Table(App):
    """An app with one window, in which somebody works on a deck."""

    def __init__(self, deck: WatchedDeck, look: Look, name: str, settings: Settings) -> None:
        super().__init__()
        self.preview = Preview(deck, self.clock, look, name)
        pane = Bench(self.preview, (1280, 720), settings, self.clock, self.fonts)
        window = Window(f"Bemöt – {deck.path.resolve().name}", pane, None)
        self.preview.fill = window.toggle_full
        self.preview.back = lambda: window.toggle_full() if window.full else self.stop()
        self.preview.close = self.stop
        self.windows.append(window)
        window.draw()

    def busy(self) -> bool:
        """Also while there is more to find out."""
        return self.preview.busy or super().busy()

    def turn(self) -> None:
        """One turn of the loop; what a person does comes first."""
        super().turn()
        if self.preview.tick():
            for window in self.windows:
                window.pane.refresh()


def run(deck: WatchedDeck, look: Look, name: str, settings: Settings) -> None:
    """Until the window is closed. `settings` are those of the window itself, `look` those of the picture."""
    table = Table(deck, look, name, settings)
    with asked_to_end(table.end):
        table.run()
