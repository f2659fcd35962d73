"""How the minutes go: when the programme is expected to be over, how far that is from what was meant, and
which coming card could be left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from game.client.play import Play
from game.client.stations.host_tables import gone
from game.rules import PRESETS
from game.rules.slices import StepSlice, TileSlice

MINUTE = 60_000
LATE = 2.0
"""Minutes from the plan before the board says so."""


@dataclass(frozen=True)
class Course:
    """`begins` is when each step began or is expected to, `ends` when the last one is expected to be over,
    `aim` when it was meant to be and `limit` when the session has to be over: server ms.

    Of `tables` that go by themselves it is the one in the middle that is told of: when it is done, half of
    them are. What begins when is then each table's own, and `begins` is empty.
    """

    begins: tuple[float, ...]
    ends: float
    aim: float
    limit: float
    tables: int = 0

    @property
    def behind(self) -> float:
        """Minutes after the plan; below 0 before it."""
        return (self.ends - self.aim) / MINUTE

    @property
    def over(self) -> float:
        """Minutes after the session's own end; below 0 before it."""
        return (self.ends - self.limit) / MINUTE


def course(play: Play, now: float) -> Course | None:
    """How it goes at server time `now`; None before the start, after the end, and where tables that go by
    themselves are all gone.

    A step that runs is taken to last as planned, by the clock with which it began, until it has lasted
    longer; from then on every minute is a minute later. The aim is the end as planned when the session
    started, or as the host has accepted it since: what is left out or put in later moves the expected end,
    never the aim. The limit leaves as much air after the aim as the programme's own length does.
    """
    host, stage, room = play.host, play.stage, play.room
    if host is None or stage is None or room is None or room["closed"] or host["opened"] is None:
        return None
    steps, at = host["steps"], stage["step"]
    resumed = max(now, stage["pause_until"] or 0) if stage["paused"] else now
    meant = play.kept.get("aim", host["opened"] + host["aim"] * MINUTE)
    preset = PRESETS.get(room["preset"])
    limit = max(meant, host["opened"] + (preset.minutes if preset else 0) * MINUTE)
    if room["pace"] == "table":
        ends = sorted(_rest(steps, tile["step"], tile["began"], now, resumed)[-1] for tile in playing(play))
        return Course((), ends[(len(ends) - 1) // 2], meant, limit, len(ends)) if ends else None
    if not 0 <= at < len(steps):
        return None
    began = [float(step["opened"] or host["opened"]) for step in steps[: at + 1]]
    *begins, end = _rest(steps, at, began[-1], now, resumed)
    return Course((*began, *begins), end, meant, limit)


def playing(play: Play) -> list[TileSlice]:
    """The tables that somebody plays at. Where every station is gone nobody is, and nothing waits for it."""
    return [tile for tile in play.tiles if tile["seats"] and not gone(tile)]


def _rest(steps: Sequence[StepSlice], at: int, began: float, now: float, resumed: float) -> list[float]:
    """When each step after `at` is expected to begin, and at last when all are over. At `resumed` the clocks
    run again.
    """
    if at >= len(steps):
        return [began]
    left = lasting(steps[at]) * MINUTE - (now - began) if at >= 0 else 0.0
    lengths = (lasting(step) * MINUTE for step in steps[at + 1 :])
    return list(accumulate(lengths, initial=resumed + max(0.0, left)))


def accept(play: Play, now: float) -> None:
    """The expected end is the one that is meant from now on."""
    known = course(play, now)
    if known is not None:
        play.kept["aim"] = known.ends


def lasting(step: StepSlice) -> float:
    """Minutes that a step is meant to last, by the clock with which it began or would begin now."""
    return step["minutes"] * step["factor"] / 100


def to_drop(steps: Sequence[StepSlice], fixed: int, over: float) -> int | None:
    """Which coming card to leave out when the end is `over` minutes too late; None when none should be.

    The shortest card that makes up for it, so that no more is lost than must be; when no single card
    is long enough, the longest. Of equals the last one: what comes sooner may be prepared already. Never the
    only card of its block, which would leave a block of nothing. A card with a theme that no other card of
    the programme has goes only when there is nothing else to take.
    """
    rounds = [n for n, step in enumerate(steps) if step["kind"] == "round"]
    blocks = Counter(steps[n]["block"] for n in rounds)
    themes = Counter(theme for n in rounds for theme in steps[n]["themes"])

    def cost(n: int) -> tuple[bool, bool, float, int]:
        step = steps[n]
        minutes = lasting(step)
        short = minutes < over
        alone = any(themes[theme] == 1 for theme in step["themes"])
        return alone, short, -minutes if short else minutes, -n

    return min((n for n in rounds if n >= fixed and blocks[steps[n]["block"]] > 1), key=cost, default=None)
