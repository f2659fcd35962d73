"""Which address a request comes from: what every limit counts by."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from aiohttp import web

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
FORWARDED = "X-Forwarded-For"
ONE_VISITOR = 64
"""Bits of an IPv6 address: whoever has one address has all that begin so, more than there are codes."""


class Origins:
    """Believes only proxies that it was told of: anybody may write a header."""

    def __init__(self, trusted: Sequence[Network] = ()) -> None:
        self._trusted = tuple(trusted)

    def of(self, request: web.Request) -> str:
        """The peer's address, or the one that a trusted proxy says it speaks for: the last in its
        `X-Forwarded-For`, as those before it are the visitor's own words. A header that holds no address
        counts as none. Of IPv6 the network, as in `counted`.
        """
        remote = request.remote or ""
        if trusts(self._trusted, remote):
            hops = ",".join(request.headers.getall(FORWARDED, ())).split(",")
            told = hops[-1].strip()
            return counted(told if _read(told) is not None else remote)
        return counted(remote)


def trusts(trusted: Sequence[Network], address: str) -> bool:
    """Whether it is one of these proxies."""
    peer = _read(address)
    return peer is not None and any(peer in network for network in trusted)


def counted(address: str) -> str:
    """What limits count by.

    >>> counted("192.0.2.1"), counted("::ffff:192.0.2.1"), counted("2001:db8:1:2:3:4:5:6"), counted("x")
    ('192.0.2.1', '192.0.2.1', '2001:db8:1:2::/64', 'x')
    """
    found = _read(address)
    if isinstance(found, IPv6Address):
        return str(ip_network((found.packed, ONE_VISITOR), strict=False))
    return address if found is None else str(found)


def _read(text: str) -> Address | None:
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
