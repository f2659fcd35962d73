"""The scenarios. Every server is up and full before the first burst, and bursts go round."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench.load.bare import Bare
from tests.bench.load.colyseus import Colyseus
from tests.bench.load.machine import Machine, node_server, own_server, python_server
from tests.bench.load.ours import Ours
from tests.bench.load.site import Burst, Plan, Site

WINDOWS = (0.0, 0.2, 1.0)
"""Seconds over which a round of votes is spread: all at once, a clock that runs out, people."""
MEMORY = Path("/dev/shm")
"""Where a file is on no disk, and making it durable costs nothing but the call."""
SAMPLE = 50
"""How many of a lecture's thousand vote at a bare server: each vote there is a thousand messages."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """What one comparison is made of. `also` names the servers besides ours: bare, node, colyseus, memory,
    which is ours on a file that is on no disk, forgetful, which is ours with a store that keeps nothing, and
    stock, which is ours with the library's own sockets.
    """

    name: str
    plan: Plan
    also: tuple[str, ...]
    windows: tuple[float, ...] = WINDOWS
    cycles: int = 7
    preset: str = "Halvdag"
    elsewhere: bool = False
    storm: bool = False


@dataclass
class Outcome:
    """What a scenario gave: bursts by server and window, and what each server cost as it stood."""

    scenario: Scenario
    bursts: dict[str, dict[float, list[Burst]]] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)
    joining: dict[str, float] = field(default_factory=dict)
    elsewhere: int | None = None
    storm: dict[str, float] = field(default_factory=dict)
    """Seconds from the restarted server's first breath until everybody was back."""
    storm_cpu: dict[str, float] = field(default_factory=dict)
    """µs of processor time for one to come back, without the start."""


def scenarios(cycles: int, also: Sequence[str], *, quick: bool) -> list[Scenario]:
    """All of them, or those that fit in two minutes."""
    bare = ("bare", *also)
    few = Scenario("40 tables of 5", Plan(40, 5), bare, cycles=cycles)
    taxed = (*bare, "forgetful")
    many = Scenario("200 tables of 5", Plan(200, 5), taxed, cycles=cycles, elsewhere=True, storm=True)
    press = Plan(1, 1000, press="answered")
    lecture = Scenario("a lecture of 1000", press, bare, (1.0,), cycles, "Lecture")
    if quick:
        return [few, many, lecture]
    shared = Scenario("200 shared tables of 5", Plan(200, 5, shared=True), bare, cycles=cycles)
    return [few, many, shared, lecture]


async def run(scenario: Scenario, beside: Path | None) -> Outcome:
    """One scenario, from the first server's start to the last one's end. Raises `Wrong`."""
    outcome = Outcome(scenario)
    with ExitStack() as life:
        folder = Path(life.enter_context(TemporaryDirectory(prefix="bemot-bench-")))
        sites = _sites(scenario, folder, beside, life)
        for site in sites:
            life.callback(site.close)
            await site.seat_everybody()
            outcome.memory[site.name], outcome.joining[site.name] = site.memory, site.joining
        for cycle in range(scenario.cycles):
            for window in scenario.windows:
                for site in sites if cycle % 2 == 0 else reversed(sites):
                    burst = await site.burst(window, seed=1000 * cycle + int(window * 10))
                    outcome.bursts.setdefault(site.name, {}).setdefault(window, []).append(burst)
                    _tell(
                        f"{scenario.name}, {site.name}, {window:g} s: {burst.cpu:.0f} µs/vote,"
                        f" ack p99 {burst.p99:.0f} ms"
                    )
        for site in sites:
            if scenario.elsewhere and site.name == "ours" and isinstance(site, Ours):
                outcome.elsewhere = await site.elsewhere()
            if scenario.storm and site.name in ("ours", "bare", "beside"):
                outcome.storm[site.name], outcome.storm_cpu[site.name] = await _storm(site)
    return outcome


def _sites(scenario: Scenario, folder: Path, beside: Path | None, life: ExitStack) -> list[Site]:
    plan, preset = scenario.plan, scenario.preset
    sites: list[Site] = [Ours("ours", own_server(folder / "ours.sqlite"), plan, preset)]
    if beside is not None:
        sites.append(Ours("beside", own_server(folder / "beside.sqlite", beside), plan, preset))
    if "memory" in scenario.also and MEMORY.is_dir():
        away = Path(life.enter_context(TemporaryDirectory(prefix="bemot-bench-", dir=MEMORY)))
        sites.append(Ours("memory", own_server(away / "memory.sqlite"), plan, preset))
    if "forgetful" in scenario.also:
        keeps_nothing = python_server("tests.bench.load.forgetful_server", f"{folder}/forgetful.sqlite")
        sites.append(Ours("forgetful", keeps_nothing, plan, preset))
    if "stock" in scenario.also:
        stock = own_server(folder / "stock.sqlite", env={"BEMOT_SOCKET": "stock"})
        sites.append(Ours("stock", stock, plan, preset))
    less = Plan(plan.tables, plan.seats, plan.shared, SAMPLE if plan.seats > 8 else None)
    bare: dict[str, Machine | None] = {}
    if "bare" in scenario.also:
        bare["bare"] = python_server("tests.bench.load.bare_server")
    if "node" in scenario.also:
        bare["node"] = node_server("bare.js", "socket.io")
    rooms = node_server("colyseus.js", "@colyseus/core") if "colyseus" in scenario.also else None
    if rooms is not None:
        sites.append(Colyseus("colyseus", rooms, less))
    return sites + [Bare(name, machine, less) for name, machine in bare.items() if machine]


async def _storm(site: Site) -> tuple[float, float]:
    """Everybody has voted; the server is stopped and started, and all come back at once."""
    await site.votes_only(seed=7)
    await asyncio.to_thread(site.machine.stop)
    for client in site.clients:
        await client.pipe.lost
    await asyncio.to_thread(site.machine.start)
    used, began = site.machine.cpu(), perf_counter()
    await asyncio.gather(*(site.come_back(client) for client in site.clients))
    spent = perf_counter() - began
    await asyncio.sleep(0.5)
    cpu = (site.machine.cpu() - used) / len(site.clients) * 1e6
    await site.kept()
    _tell(f"{site.name}: {len(site.clients)} back in {spent:.2f} s")
    return spent, cpu


def _tell(line: str) -> None:
    sys.stderr.write(f"  {line}\n")
    sys.stderr.flush()
