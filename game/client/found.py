"""Where a door leads when nobody writes an address: to the server that was found in the network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.client.nearby import Nearby, Server
from game.client.ui import Ctx, Node, Select, Status, Text

Post = Callable[[Callable[[], object]], None]
"""Brings a call to the thread that draws."""


@dataclass
class Found:
    """`kept` is an address known from last time or from the command line, or ""; it goes before what is
    found, and what a person has chosen goes before both.
    """

    kept: str = ""
    servers: tuple[Server, ...] = ()
    chosen: str = ""

    def hear(self, servers: Sequence[Server]) -> None:
        """These are there now."""
        self.servers = tuple(servers)

    def choose(self, url: str) -> None:
        """This one, whatever is found later."""
        self.chosen = url

    def settle(self) -> None:
        """A person goes on, having seen where it leads: what is found later does not change it."""
        self.chosen = self.url

    @property
    def url(self) -> str:
        """Where to look; "" when nothing is known or several were found."""
        sole = self.servers[0].url if len(self.servers) == 1 else ""
        return self.chosen or self.kept or sole

    @property
    def several(self) -> bool:
        """Whether a person has to choose first."""
        return not self.url and len(self.servers) > 1

    def nodes(self, ctx: Ctx, enabled: bool) -> list[Node]:
        """What was found, to read or to choose among; not `enabled` when an address is written."""
        _ = ctx._
        known = {server.url: f"{server.name} ({short(server.url)})" for server in self.servers}
        options = [(url, short(url)) for url in (self.kept, self.chosen) if url and url not in known]
        options = [*dict(options).items(), *known.items()]
        if not self.servers:
            about = (
                _("Lämna adressen tom om servern är samma som sist.")
                if self.kept
                else _("Letar i nätverket. Hittas inget: skriv adressen som står på spelledarens skärm.")
            )
            return [Text(about, "small", colour="soft")]
        if len(options) == 1:
            return [Status("info", _("Hittade datorn ’{name}’ i nätverket", name=self.servers[0].name))]
        if not self.url:
            options.insert(0, ("", _("Välj dator …")))
        return [
            Select(
                options,
                self.url,
                self.choose,
                _("HITTADE DATORER I NÄTVERKET"),
                enabled=enabled,
                key="found",
            )
        ]


class Lookout:
    """Listens while a door is open. Belongs to the thread that draws."""

    def __init__(self, post: Post, interfaces: Sequence[str] | None) -> None:
        self._found = Found()
        self._nearby = Nearby(lambda: post(self._tell), interfaces)

    def open(self, found: Found) -> None:
        """Tell this door, until `close`."""
        self._found = found
        self._nearby.start()
        self._tell()

    def close(self) -> None:
        """Listen no more; what the door was told stays as it is."""
        self._found = Found()
        self._nearby.stop()

    def _tell(self) -> None:
        self._found.hear(self._nearby.servers)


def short(url: str) -> str:
    """An address as it is written on a screen."""
    return url.removeprefix("http://")
