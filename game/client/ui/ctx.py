"""What a scene is handed when it builds its tree."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.client.language import Language
from game.client.settings import Settings
from game.client.ui.node import Node

if TYPE_CHECKING:
    from game.client.ui.pane import Pane


@dataclass(frozen=True)
class Ctx:
    """`_` translates; `now` is the server's time in milliseconds; `size` the window in design units.

    `wide` is False when text is so large, or the window so narrow, that columns should become rows.
    """

    pane: "Pane"
    _: Language
    now: float
    settings: Settings
    size: tuple[float, float]

    @property
    def language(self) -> str:
        """The language code, to pick texts of cards with."""
        return self._.code

    @property
    def wide(self) -> bool:
        """Whether there is room for columns beside each other."""
        return self.size[0] / self.settings.text >= 1500

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """`one` or `many` by number; `{n}` may stand in the text."""
        return self._.plural(one, many, n, **values)

    def typed(self, key: str) -> str:
        """What stands in the text field `key`; "" when it has not been shown."""
        field = self.pane.memory.fields.get(key)
        return field.text if field else ""

    def fill(self, key: str, text: str) -> None:
        """Put a text in the field `key`."""
        field = self.pane.memory.fields.get(key)
        if field is not None:
            field.replace(text)
        self.pane.refresh()

    def forget(self, key: str) -> None:
        """Forget what the text field `key` holds; it starts over with its value."""
        self.pane.memory.fields.pop(key, None)
        self.pane.refresh()

    def to_top(self, key: str) -> None:
        """The scrolling area `key` begins at its top when it is shown again."""
        self.pane.memory.scroll.pop(key, None)
        self.pane.refresh()

    def focus(self, key: str) -> None:
        """Give focus to a node."""
        self.pane.focus(key)

    def first_focus(self, key: str) -> None:
        """Give focus to a node when nothing has it; fit to call in every build."""
        if not self.pane.memory.focus:
            self.pane.memory.focus = key

    def again_in(self, ms: float) -> None:
        """Ask to be built again after so many milliseconds; timers ask by themselves."""
        self.pane.again_in(ms)

    def refresh(self) -> None:
        """Ask to be built again; every key, click and message does that by itself."""
        self.pane.refresh()

    def play(self, sound: str) -> None:
        """Play a sound (card, reveal, chime, time) if this station has sound."""
        self.pane.play(sound)


Scene = Callable[[Ctx], Node]
