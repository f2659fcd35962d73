"""Where the server listens, and the address by which other machines reach it."""

from __future__ import annotations

import errno
import socket
from typing import Final

from aiohttp import web

from game.networks import addresses
from server.config import Settings
from server.errors import port_forbidden, port_taken, unknown_host
from server.tls import context_of

EVERYWHERE: Final = ("0.0.0.0", "::", "")
"""What one listens on to be reached by every network of this machine."""


async def listen(runner: web.AppRunner, settings: Settings) -> int:
    """Listens; the port. Raises `StartError`."""
    context = context_of(settings.tls_cert, settings.tls_key)
    site = web.TCPSite(runner, settings.host, settings.port, backlog=1024, ssl_context=context)
    try:
        await site.start()
    except (socket.gaierror, UnicodeError) as error:
        raise unknown_host(settings.host) from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise port_taken(settings.host, settings.port) from error
        if error.errno in (errno.EACCES, errno.EPERM):
            raise port_forbidden(settings.host, settings.port) from error
        raise unknown_host(settings.host) from error
    port: int = runner.addresses[0][1]
    return port


def own_addresses(host: str) -> list[str]:
    """The addresses by which other machines reach a server that listens on `host`, the most likely first, as
    far as they can be told without asking anybody; at least one.
    """
    return [host] if host not in EVERYWHERE else addresses() or ["127.0.0.1"]
