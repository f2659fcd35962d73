"""Which of a machine's addresses others are told, and in which order."""

from __future__ import annotations

import pytest
from ifaddr import IP, Adapter

from game.networks import likely, nearest


def adapter(name: str, *ips: tuple[str, int]) -> Adapter:
    held = [IP(address, prefix, name) for address, prefix in ips]
    return Adapter(name, name, [*held, IP(("fe80::1", 0, 2), 64, name)])


LOOP = adapter("lo", ("127.0.0.1", 8))
RADIO = adapter("Wi-Fi", ("192.168.1.20", 24))
CABLE = adapter("eth0", ("10.0.0.5", 16))
TUNNEL = adapter("wg0", ("10.9.0.2", 32))
BOXES = [adapter("docker0", ("172.17.0.1", 16)), adapter("vEthernet (WSL)", ("172.28.0.1", 20))]
ALONE = adapter("eth1", ("169.254.7.7", 16))


def test_the_network_that_leads_out_comes_first_and_the_machines_own_last() -> None:
    everything = [LOOP, *BOXES, TUNNEL, ALONE, CABLE, RADIO]
    told = likely(everything, "192.168.1.20")
    assert told == ["192.168.1.20", "10.0.0.5", "10.9.0.2", "169.254.7.7", "172.17.0.1", "172.28.0.1"]


def test_a_tunnel_that_leads_out_does_not_come_before_the_network_of_the_hall() -> None:
    assert likely([TUNNEL, RADIO], "10.9.0.2") == ["192.168.1.20", "10.9.0.2"]


def test_a_network_that_leads_nowhere_is_told_too() -> None:
    assert likely([LOOP, RADIO], "") == ["192.168.1.20"]
    assert likely([LOOP], "") == []


def test_two_addresses_in_one_network_are_told_as_one() -> None:
    docked = [adapter("eth0", ("192.168.1.31", 24)), RADIO]
    assert likely(docked, "192.168.1.20") == ["192.168.1.20"]


@pytest.mark.parametrize("told", [["203.0.113.9", "127.0.0.9"], ["127.0.0.9"]])
def test_nobody_is_near_by_the_address_of_a_machine_alone(told: list[str]) -> None:
    assert nearest(told) == told
