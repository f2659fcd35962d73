"""Tells the network that a server is here, so that nobody types an address. Rooms and codes are not told."""

from __future__ import annotations

import contextlib
import logging
import socket
from collections.abc import AsyncIterator, Sequence
from ipaddress import ip_address
from secrets import token_hex

from zeroconf import Error, InterfaceChoice, IPVersion, ServiceInfo
from zeroconf.asyncio import AsyncZeroconf

from game.wire import PROTOCOL, SERVICE
from server.config import Settings
from server.faults import log_fault
from server.listening import own_addresses

log = logging.getLogger(__name__)


@contextlib.asynccontextmanager
async def shining(
    port: int, addresses: Sequence[str], interfaces: Sequence[str] | None = None
) -> AsyncIterator[None]:
    """As long as this lasts, the server at these IPv4 addresses, if any, can be found: on all networks of
    this machine, or through the `interfaces` with these addresses only.

    Where it cannot be told, on a machine without a network or a port that somebody else holds, people type
    the address, as before.
    """
    beacon = None
    if not addresses:
        yield
        return
    try:
        through = list(interfaces) if interfaces else InterfaceChoice.All
        beacon = AsyncZeroconf(through, ip_version=IPVersion.V4Only)
        await (await beacon.async_register_service(_service(port, addresses)))
    except (OSError, Error) as error:
        log_fault(log, "the server is not told of in the network", error)
    try:
        yield
    finally:
        if beacon is not None:
            with contextlib.suppress(OSError, Error):
                await beacon.async_close()


def told_of(settings: Settings) -> list[str]:
    """The addresses at which others may find the server; none where they could not reach it by them, or
    should not.
    """
    if settings.hidden or settings.public_url or settings.tls_cert:
        return []
    return [address for address in own_addresses(settings.host) if _reachable(address)]


def _reachable(address: str) -> bool:
    try:
        here = ip_address(address)
    except ValueError:  # a name that people type
        return False
    return here.version == 4 and not here.is_loopback


def _service(port: int, addresses: Sequence[str]) -> ServiceInfo:
    machine = socket.gethostname().split(".")[0] or "bemot"
    unique = (
        f"{machine}-{token_hex(3)}"  # many laptops bear the same name, and one machine may run two servers
    )
    return ServiceInfo(
        SERVICE,
        f"{unique}.{SERVICE}",
        parsed_addresses=list(addresses),
        port=port,
        properties={"protocol": str(PROTOCOL), "machine": machine},
        server=f"{unique}.local.",
    )
