"""How others find the room: an address to type, a link to scan, and the code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from game import networks
from game.client.ui import Column, Ctx, Icon, Node, Panel, Qr, Row, Text

MOST = 3
"""So many addresses are shown: more would be a list to search."""


@dataclass(frozen=True)
class Door:
    """The server's addresses as seen from other machines, the best first; each scheme, host and port. None
    where nobody else can come, as in a rehearsal.
    """

    urls: tuple[str, ...]

    @property
    def words(self) -> str:
        """What a person types: the address without the scheme."""
        return typed(self.urls[0]) if self.urls else ""

    @property
    def others(self) -> list[str]:
        """What those in another network of the server's machine type, the likeliest few."""
        return [typed(url) for url in self.urls[1:MOST]]

    def link(self, code: str) -> str:
        """What the QR code holds."""
        return f"{self.urls[0]}/j/{code}" if self.urls else code


def typed(url: str) -> str:
    """An address as a person types it."""
    return url.removeprefix("http://").removeprefix("https://")


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
    here = networks.addresses() or ["127.0.0.1"]
    return Door(tuple(f"{parts.scheme}://{address}{port}" for address in here))


def way_in(door: Door, code: str, ctx: Ctx, qr: float = 320, size: float = 96, least: float = 24) -> Node:
    """QR code, room code and address, to be read across a room. `least` is the smallest text."""
    _ = ctx._
    side = qr + 24
    inner: Node = Qr(door.link(code), qr) if door.urls else Icon("people", qr * 0.6, "soft", at="center")
    square = Panel(inner, 12, radius="field", shadow="", line="line", width=side, height=side)
    words = Column(
        [
            Text(_("RUMMETS KOD"), "label", size=least, min=least, colour="soft"),
            Text(code, "number", size=size, min=size * 0.6, colour="accent", lines=1),
            *(_addresses(door, ctx, size, least) if door.urls else _nobody(ctx, size, least)),
        ],
        gap=6,
        grow=1,
    )
    return Row([square, words], gap=44)


def _addresses(door: Door, ctx: Ctx, size: float, least: float) -> list[Node]:
    """The best one large, and those of other networks for whoever is in one of them."""
    _ = ctx._
    return [
        Text(_("ADRESS"), "label", size=least, min=least, colour="soft"),
        Text(door.words, "strong", size=max(least, size * 0.4), min=least, lines=1),
        *[
            Text(_("eller {address}", address=other), size=least, min=least * 0.75, colour="soft", lines=1)
            for other in door.others
        ],
    ]


def _nobody(ctx: Ctx, size: float, least: float) -> list[Node]:
    """A rehearsal's server is for its bots alone."""
    _ = ctx._
    return [
        Text(_("ÖVNING"), "label", size=least, min=least, colour="soft"),
        Text(_("Bara robotar är med"), "strong", size=max(least, size * 0.3), min=least),
    ]
