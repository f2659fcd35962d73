"""Which address a request comes from: what every limit counts by."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from aiohttp import web

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
FORWARDED = "X-Forwarded-For"


class Origins:
    """Believes only proxies that it was told of: anybody may write a header."""

    def __init__(self, trusted: Sequence[Network] = ()) -> None:
        self._trusted = tuple(trusted)

    def of(self, request: web.Request) -> str:
        """The peer's address, or the one that a trusted proxy says it speaks for: the last in its
        `X-Forwarded-For`, as those before it are the visitor's own words. A header that holds no address
        counts as none.
        """
        peer = _read(request.remote or "")
        if peer is not None and any(peer in network for network in self._trusted):
            hops = ",".join(request.headers.getall(FORWARDED, ())).split(",")
            peer = _read(hops[-1].strip()) or peer
        return request.remote or "" if peer is None else str(peer)


def _read(text: str) -> Address | None:
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
