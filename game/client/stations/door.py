"""How others find the room: an address to type, a link to scan, and the code."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from game.client.ui import Column, Ctx, Node, Panel, Qr, Row, Text


@dataclass(frozen=True)
class Door:
    """The server's addresses as seen from other machines, the best first; each scheme, host and port."""

    urls: tuple[str, ...]

    @property
    def words(self) -> str:
        """What a person types: the address without the scheme."""
        return self.urls[0].removeprefix("http://").removeprefix("https://") if self.urls else ""

    def link(self, code: str) -> str:
        """What the QR code holds."""
        return f"{self.urls[0]}/j/{code}" if self.urls else code


def door_of(url: str, addresses: Sequence[str] = ()) -> Door:
    """The door of a server reached at `url`; `addresses` are those the server told when it was started
    here.
    """
    if addresses:
        return Door(tuple(addresses))
    parts = urlsplit(url)
    if parts.hostname not in ("127.0.0.1", "localhost", "::1", "0.0.0.0"):
        return Door((url,))
    port = f":{parts.port}" if parts.port else ""
    return Door((f"{parts.scheme}://{own_address()}{port}",))


def own_address() -> str:
    """This machine's address on its network, as far as it can be told without asking anybody."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing; only chooses the way out
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def way_in(door: Door, code: str, ctx: Ctx, qr: float = 320, size: float = 96, least: float = 24) -> Node:
    """QR code, room code and address, to be read across a room. `least` is the smallest text."""
    _ = ctx._
    side = qr + 24
    square = Panel(
        Qr(door.link(code), qr), 12, radius="field", shadow="", line="line", width=side, height=side
    )
    words = Column(
        [
            Text(_("RUMMETS KOD"), "label", size=least, min=least, colour="soft"),
            Text(code, "number", size=size, min=size * 0.6, colour="accent", lines=1),
            Text(_("ADRESS"), "label", size=least, min=least, colour="soft"),
            Text(door.words, "strong", size=max(least, size * 0.4), min=least, lines=1),
        ],
        gap=6,
        grow=1,
    )
    return Row([square, words], gap=44)
