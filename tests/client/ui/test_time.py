"""Timers ask for their own ticking, change colour late, and can be hidden."""

import pytest

from game.client.pilot import Pilot
from game.client.ui import Column, Ctx, Digits, Hourglass, Node, TimerRing
from game.client.ui.ops import Op
from game.client.ui.timers import clock


@pytest.mark.parametrize(
    ("ms", "shown"), [(0, "0:00"), (1, "0:01"), (42_000, "0:42"), (60_001, "1:01"), (-5, "0:00")]
)
def test_the_time_left_is_rounded_up(ms: float, shown: str) -> None:
    assert clock(ms) == shown


@pytest.mark.parametrize("kind", [TimerRing, Hourglass])
def test_a_clock_ticks_by_itself(kind: type[TimerRing] | type[Hourglass]) -> None:
    pilot = Pilot(lambda ctx: Column([kind(1_010_000 - ctx.now, 20_000)]))
    assert pilot.see("0:10")
    pilot.wait(3000)
    assert pilot.see("0:07")


def test_a_paused_clock_asks_for_nothing() -> None:
    pilot = Pilot(lambda ctx: Column([Digits(5000, paused=True)]))
    pilot.clock.advance(60_000)
    assert not pilot.pane.update()


def test_a_hidden_clock_shows_nothing_but_keeps_its_room() -> None:
    def build(ctx: Ctx) -> Node:
        return Column([TimerRing(5000, 9000, hidden=True), TimerRing(5000, 9000)])

    assert Pilot(build).texts() == ["0:05"]


def test_the_colour_changes_when_a_quarter_is_left() -> None:
    def ring(left: float) -> Op:
        pilot = Pilot(lambda ctx: Column([TimerRing(left, 100_000)]))
        return next(op for op in pilot.pane.layout.ops if op.kind == "ring")

    assert ring(26_000).args[-1] == ring(90_000).args[-1] != ring(25_000).args[-1]


def test_the_servers_time_is_the_clock_plus_the_offset() -> None:
    seen: list[float] = []

    def build(ctx: Ctx) -> Node:
        seen.append(ctx.now)
        return Column([])

    pilot = Pilot(build)
    pilot.pane.offset = 500
    pilot.pane.refresh()
    pilot.settle()
    assert seen[-1] == seen[0] + 500
