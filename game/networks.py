"""This machine's addresses on its networks, and which of another machine's addresses is nearest."""

from __future__ import annotations

import contextlib
import re
import socket
from collections.abc import Iterable, Iterator, Sequence
from ipaddress import IPv4Address, IPv4Interface

import ifaddr

INSIDE = re.compile(
    r"^(docker|podman|br-|virbr|veth|vmnet|vboxnet|cni|lxc)|virtualbox|vmware|hyper-v|vethernet",
    re.IGNORECASE,
)
"""Networks that reach no further than this machine: of containers and of machines within it."""
POINT_TO_POINT = 31
"""From this prefix on a network has no room for a hall: it is a tunnel."""


def addresses() -> list[str]:
    """This machine's IPv4 addresses, one for each network that others may be in, the most likely first.
    Nothing is sent to find them; empty where there is no network.
    """
    with contextlib.suppress(OSError):
        return likely(ifaddr.get_adapters(), _way_out())
    return []


def likely(adapters: Iterable[ifaddr.Adapter], way_out: str) -> list[str]:
    """Of these adapters; `way_out` is the address by which this machine reaches strangers, or ""."""
    ranked: dict[IPv4Interface, tuple[int, bool]] = {}
    for adapter in adapters:
        inside = any(INSIDE.search(name) for name in (adapter.name, adapter.nice_name))
        for here in _held(adapter):
            ranked[here] = (_rank(here, inside), str(here.ip) != way_out)
    order = sorted(ranked, key=lambda here: ranked[here])
    told: dict[object, str] = {}
    for here in order:
        told.setdefault(here.network, str(here.ip))
    return list(told.values())


def nearest(told: Sequence[str]) -> list[str]:
    """Another machine's addresses, those within this machine's own networks first."""
    networks = []
    with contextlib.suppress(OSError):
        networks = [here.network for adapter in ifaddr.get_adapters() for here in _held(adapter)]
    return sorted(told, key=lambda address: not any(IPv4Address(address) in network for network in networks))


def _held(adapter: ifaddr.Adapter) -> Iterator[IPv4Interface]:
    """Its IPv4 addresses, with their networks, but for that of this machine alone."""
    for ip in adapter.ips:
        if isinstance(ip.ip, str):
            here = IPv4Interface((ip.ip, ip.network_prefix))
            if not here.is_loopback:
                yield here


def _rank(here: IPv4Interface, inside: bool) -> int:
    """0 for a network as others have it; then tunnels, those without anybody who hands out addresses, and
    those within this machine.
    """
    if inside:
        return 3
    if here.is_link_local:
        return 2
    return 1 if here.network.prefixlen >= POINT_TO_POINT else 0


def _way_out() -> str:
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        # An address for documentation: to connect a datagram socket sends nothing, and only chooses the way.
        probe.connect(("192.0.2.1", 9))
        return str(probe.getsockname()[0])
    return ""
