"""Where the server listens, and the address by which other machines reach it."""

from __future__ import annotations

import errno
import socket

from aiohttp import web

from server.config import Settings
from server.errors import port_forbidden, port_taken, unknown_host
from server.tls import context_of


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


def own_address(host: str) -> str:
    """The address by which other machines reach this one, as far as it can be told without asking anybody."""
    if host not in ("0.0.0.0", "::", ""):
        return host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing; only chooses the way out
        except OSError:
            return "127.0.0.1"
        address: str = probe.getsockname()[0]
        return address
