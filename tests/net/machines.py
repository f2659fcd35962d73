"""Machines of their own on one desk: network namespaces, joined by switches, with no way out to the world."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager, ExitStack
from typing import Any

from game.process import announced


def impossible() -> str:
    """Why no such machines can be made here; "" when they can."""
    if os.name != "posix" or os.geteuid() != 0:
        return "only root may make network namespaces"
    if shutil.which("ip") is None:
        return "ip (iproute2) is missing"
    name = f"bm{os.getpid()}t"
    made = subprocess.run(["ip", "netns", "add", name], capture_output=True, text=True)
    subprocess.run(["ip", "netns", "del", name], capture_output=True)
    return made.stderr.strip() if made.returncode else ""


class Desk(AbstractContextManager["Desk"]):
    """`wiring` says which machine has which address on which switch: {"host": {"cable": "10.71.1.1"}}."""

    def __init__(self, wiring: Mapping[str, Mapping[str, str]]) -> None:
        self._life = ExitStack()
        self._mark = f"bm{os.getpid()}"
        self._ports: dict[str, list[str]] = {}
        try:
            self._wire(wiring)
        except BaseException:
            self._life.close()
            raise

    def serve(self, machine: str, *options: str) -> None:
        """A server on that machine, until the desk is cleared; it is up."""
        command = [*self._on(machine), sys.executable, "-m", "game", "serve", "--announce", *options]
        env = {name: value for name, value in os.environ.items() if name != "BEMOT_HIDDEN"}
        self._life.enter_context(announced(command, env))

    def run(self, machine: str, code: str, *given: str) -> Any:
        """What a Python program on that machine says, as JSON on its last line."""
        done = subprocess.run(
            [*self._on(machine), sys.executable, "-c", code, *given],
            check=True,
            timeout=90,
            capture_output=True,
            text=True,
        )
        return json.loads(done.stdout.splitlines()[-1])

    def deafen(self, switch: str) -> None:
        """The switch passes no multicast on from anybody to anybody, as guest networks do."""
        for port in self._ports[switch]:
            self._in("switches", "ip", "link", "set", port, "type", "bridge_slave", "mcast_flood", "off")

    def __exit__(self, *error: object) -> None:
        self._life.close()

    def _wire(self, wiring: Mapping[str, Mapping[str, str]]) -> None:
        self._space("switches")
        for switch in sorted({name for cables in wiring.values() for name in cables}):
            self._ports[switch] = []
            self._in("switches", "ip", "link", "add", switch, "type", "bridge", "mcast_snooping", "0")
            self._in("switches", "ip", "link", "set", switch, "up")
        for machine, cables in wiring.items():
            self._space(machine)
            self._in(machine, "ip", "link", "set", "lo", "up")
            for switch, address in cables.items():
                self._plug(machine, switch, address)

    def _plug(self, machine: str, switch: str, address: str) -> None:
        ports, socket = self._ports[switch], f"to-{switch}"
        ports.append(port := f"{switch}-{len(ports)}")
        peer = ["peer", "name", socket, "netns", self._name(machine)]
        self._in("switches", "ip", "link", "add", port, "type", "veth", *peer)
        self._in("switches", "ip", "link", "set", port, "master", switch, "up")
        self._in(machine, "ip", "addr", "add", f"{address}/24", "dev", socket)
        self._in(machine, "ip", "link", "set", socket, "up")

    def _space(self, machine: str) -> None:
        subprocess.run(["ip", "netns", "add", self._name(machine)], check=True)
        self._life.callback(subprocess.run, ["ip", "netns", "del", self._name(machine)], check=True)

    def _name(self, machine: str) -> str:
        return f"{self._mark}-{machine}"

    def _on(self, machine: str) -> list[str]:
        return ["ip", "netns", "exec", self._name(machine)]

    def _in(self, machine: str, *command: str) -> None:
        subprocess.run([*self._on(machine), *command], check=True)
