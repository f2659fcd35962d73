"""How the minutes go: when the programme is expected to be over, how far that is from what was meant, and
which coming card could be left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from game.client.play import Play
from game.client.ui import Language
from game.rules.slices import StepSlice

MINUTE = 60_000
LATE = 2.0
"""Minutes from the plan before the board says so."""


@dataclass(frozen=True)
class Course:
    """`begins` is when each step began or is expected to, `ends` when the last one is expected to be over and
    `aim` when it was meant to be: server ms.
    """

    begins: tuple[float, ...]
    ends: float
    aim: float

    @property
    def behind(self) -> float:
        """Minutes after the plan; below 0 before it."""
        return (self.ends - self.aim) / MINUTE


def course(play: Play, now: float) -> Course | None:
    """How it goes at server time `now`; None before the start, after the end, and where every table has a
    clock of its own.

    A step that runs is taken to last as planned, by the clock with which it began, until it has lasted
    longer; from then on every minute is a minute later. The aim is the end as planned when the room was
    opened, or as the host has accepted it since: what is left out or put in later moves the expected end,
    never the aim.
    """
    host, stage, room = play.host, play.stage, play.room
    if host is None or stage is None or room is None or room["pace"] == "table" or room["closed"]:
        return None
    steps, at = host["steps"], stage["step"]
    if host["opened"] is None or not 0 <= at < len(steps):
        return None
    lengths = [lasting(step) * MINUTE for step in steps]
    opened = steps[at]["opened"] or host["opened"]
    resumed = max(now, stage["pause_until"] or 0) if stage["paused"] else now
    clock = resumed + max(0.0, lengths[at] - (now - opened))
    begins: list[float] = [float(step["opened"] or host["opened"]) for step in steps[: at + 1]]
    for length in lengths[at + 1 :]:
        begins.append(clock)
        clock += length
    meant = host["opened"] + host["aim"] * MINUTE
    return Course(tuple(begins), clock, play.kept.get("aim", meant))


def accept(play: Play, now: float) -> None:
    """The expected end is the one that is meant from now on."""
    known = course(play, now)
    if known is not None:
        play.kept["aim"] = known.ends


def lasting(step: StepSlice) -> float:
    """Minutes that a step is meant to last, by the clock with which it began or would begin now."""
    return step["minutes"] * step["factor"] / 100


def to_drop(steps: Sequence[StepSlice], fixed: int, behind: float) -> int | None:
    """Which coming card to leave out when the end is `behind` minutes late; None when none should be.

    The shortest card that makes up for the delay, so that no more is lost than must be; when no single card
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
        short = minutes < behind
        alone = any(themes[theme] == 1 for theme in step["themes"])
        return alone, short, -minutes if short else minutes, -n

    return min((n for n in rounds if n >= fixed and blocks[steps[n]["block"]] > 1), key=cost, default=None)


def clock(ms: float, _: Language) -> str:
    """A moment as this machine's clock shows it: 15.02."""
    local = datetime.fromtimestamp(ms / 1000, UTC).astimezone()
    return _("{hour}.{minute}", hour=f"{local.hour:02d}", minute=f"{local.minute:02d}")
