"""Where bots find the room of people: at the address that was given, on this machine, or in the network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.commands.terminal import PORT, err, fail
from game.words import pick, say

if TYPE_CHECKING:
    from game.client.nearby import Server

HERE = f"http://127.0.0.1:{PORT}"


def room_at(
    given: str,
    server: str | None,
    here: str = HERE,
    listen: Callable[[], Sequence[Server]] | None = None,
) -> str:
    """The address with the code of the room that was meant, on a server that answers. A code alone means a
    room on `server`; else on the one that runs on this machine (`here`), or the only one that is heard in the
    network. Ends with a sentence when there is none.
    """
    from game.client.address import parse
    from game.client.api import healthz, presets
    from game.client.trouble import Trouble

    try:
        at = parse(given, default=parse(server).url if server else "")
        if at.code is None:
            fail(
                say(
                    f"--join: {given} säger inte vilket rum. Skriv också dess kod, som i {at.url}/j/FKT-482",
                    f"--join: {given} does not say which room. Add its code, as in {at.url}/j/FKT-482",
                ),
                2,
            )
        url, code = at.url, at.code
        if not url and healthz(here):
            url = here
        elif not url:
            with err.status(say("Letar efter servern i nätverket …", "Looking for the server …")):
                servers = (listen or _heard)()
            url = _only(servers, code)
        presets(url)
    except Trouble as trouble:
        fail(pick(trouble.message), 2)
    return f"{url}/j/{code}"


def _heard() -> Sequence[Server]:
    from game.client.nearby import heard

    return heard()


def _only(servers: Sequence[Server], code: str) -> str:
    """The address of the one server that was heard."""
    if not servers:
        fail(
            say(
                "Ingen server svarar på den här datorn, och ingen hittades i nätverket. Säg var den är med "
                f"adressen på spelledarens skärm, som i --join {code} --server 192.168.1.20",
                "No server answers on this machine, and none was found in the network. Say where it is with "
                f"the address on the host's screen, as in --join {code} --server 192.168.1.20",
            ),
            2,
        )
    if len(servers) > 1:
        found = ", ".join(f"{server.name} ({server.url})" for server in servers)
        fail(
            say(
                f"Flera servrar hittades i nätverket: {found}. Säg vilken med --server.",
                f"Several servers were found in the network: {found}. Name one with --server.",
            ),
            2,
        )
    return servers[0].url
