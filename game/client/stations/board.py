"""What the host's board stands on, and the question before anything that cannot be undone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from game.client.parts.handbook import Reader
from game.client.play import Play
from game.client.stations.desk import Desk
from game.client.stations.door import Door
from game.client.stations.host_order import Order
from game.client.stations.host_tile import Painted
from game.client.ui import Button, Column, Ctx, Dialog, Flow, Node, Text

Act = Callable[[], object]


@dataclass
class Board:
    """Everything the host's board stands on. `key` is the host key, until the host has put it away."""

    play: Play
    door: Door = field(default_factory=lambda: Door(()))
    key: str = ""
    open_screen: Act | None = None
    copy: Callable[[str], object] = lambda text: None
    server_news: Callable[[], Mapping[str, str]] = dict
    """What is being done about this program's own server, when it has died; language -> sentence."""
    bots_news: Callable[[], Mapping[str, str]] = dict
    """That the bots of a rehearsal are gone without having been asked to; language -> sentence."""
    order: Order = field(default_factory=Order)
    """How the tables stand on the board."""
    painted: Painted = field(default_factory=dict)
    desk: Desk = field(default_factory=Desk)
    reader: Reader = field(default_factory=Reader)
    renewed: bool = False
    """Whether the key is a new one, in place of that which the room was made with."""
    screens_here: Callable[[], Collection[str]] = tuple
    """The stations of big screens that this program has opened."""

    def ask(self, dialog: str = "") -> None:
        """Open a dialog, one of those in `host_room`, or message or next; "" closes it."""
        self.play.kept["ask"] = dialog

    @property
    def asked(self) -> str:
        """The dialog that is open."""
        return str(self.play.kept.get("ask", ""))

    def put_away(self) -> None:
        """The host has the key."""
        self.key, self.desk.lead.came = "", False


def question(ctx: Ctx, title: str, about: str, yes: str, go: Act, back: Act, *, key: str = "yes") -> Node:
    """A heavy choice: what happens, and a way back that Enter takes."""
    no = Button(ctx._("Avbryt"), back, "primary", shortcut="return", key="no")
    sure = Button(yes, go, "danger", key=key)
    return Dialog(Column([Text(title, "title"), Text(about), Flow([no, sure])], gap=26), back, span=1000)
