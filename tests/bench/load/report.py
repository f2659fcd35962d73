"""From bursts to a table: medians, paired ratios, targets."""

from __future__ import annotations

import json
import os
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.bench.load.runs import Outcome
from tests.bench.load.site import Burst

MANY, FEW, SHARED, LECTURE = (
    "200 tables of 5",
    "40 tables of 5",
    "200 shared tables of 5",
    "a lecture of 1000",
)


@dataclass(frozen=True, slots=True)
class Target:
    """A figure with its floor and its goal; less is better."""

    what: str
    measured: float | None
    must: float
    ambitious: float
    spread: str = ""
    """The middle half of the paired ratios."""

    @property
    def mark(self) -> str:
        """How it stands.

        >>> Target("x", 2.0, 3.0, 1.0).mark
        'must'
        """
        if self.measured is None:
            return "not measured here"
        return (
            "ambitious"
            if self.measured <= self.ambitious
            else "must"
            if self.measured <= self.must
            else "MISSED"
        )


def median(bursts: Sequence[Burst], what: str) -> float:
    """The median over bursts of one of their figures."""
    values: list[float] = [getattr(burst, what) for burst in bursts]
    return statistics.median(values)


def ratios(ones: Sequence[float], others: Sequence[float]) -> list[float]:
    """One by the other, cycle by cycle.

    >>> ratios([1.0, 4.0], [2.0, 2.0])
    [0.5, 2.0]
    """
    return [one / other for one, other in zip(ones, others, strict=True)]


def spread(values: Sequence[float]) -> str:
    """The middle half.

    >>> spread([1.0, 2.0, 3.0, 4.0, 5.0])
    '2.00-4.00'
    """
    if len(values) < 2:
        return ""
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    return f"{low:.2f}-{high:.2f}"


def targets(outcomes: Sequence[Outcome]) -> list[Target]:
    """What was promised, beside what was measured."""
    by = {outcome.scenario.name: outcome for outcome in outcomes}
    many, lecture = by.get(MANY), by.get(LECTURE)
    found = [
        _beside("1 CPU a vote, all at once / bare", many, 0.0, "bare", "cpu", 0.25, 0.12),
        _beside("2 CPU a vote, over 1 s / bare", many, 1.0, "bare", "cpu", 0.60, 0.40),
        _beside("3 CPU a vote, all at once / node", many, 0.0, "node", "cpu", 0.8, 0.5),
        _beside("3 CPU a vote, over 1 s / node", many, 1.0, "node", "cpu", 1.3, 1.0),
        _beside("4 CPU a vote, all at once / Colyseus", many, 0.0, "colyseus", "cpu", 0.9, 0.6),
        _beside("4 CPU a vote, over 200 ms / Colyseus", many, 0.2, "colyseus", "cpu", 1.3, 1.0),
        _once("4 memory a client / Colyseus", many.memory if many else None, "colyseus", 0.7, 0.5),
        _once("4 CPU to come in / Colyseus", many.joining if many else None, "colyseus", 1 / 2, 1 / 3),
        _beside("7 ack p99, 1000 votes in 200 ms / bare", many, 0.2, "bare", "p99", 0.10, 0.04),
        _beside(
            "8 CPU a vote, durable / keeping nothing, all at once", many, 0.0, "forgetful", "cpu", 1.3, 1.1
        ),
        _beside("8 the same, over 200 ms", many, 0.2, "forgetful", "cpu", 1.6, 1.25),
        _beside("8 the same, over 1 s", many, 1.0, "forgetful", "cpu", 1.8, 1.5),
        _figure("14 lecture: reveal after the last vote, ms", lecture, 1.0, "reveal", 250, 60),
        _beside("14 lecture: CPU a vote / node", lecture, 1.0, "node", "cpu", 1 / 20, 1 / 40),
        _beside("14 lecture: CPU a vote / bare", lecture, 1.0, "bare", "cpu", 1 / 20, 1 / 40),
    ]
    few = by.get(FEW)
    if few is not None and many is not None:
        found += [
            Target(
                f"CPU a vote at 200 tables / at 40, {name} (bare: {_growth(few, many, 'bare', window):.2f})",
                _growth(few, many, "ours", window),
                1.25,
                1.0,
            )
            for window, name in ((0.0, "all at once"), (1.0, "over 1 s"))
        ]
    if many is not None and many.elsewhere is not None:
        found.append(Target("messages to 199 tables when one votes", many.elsewhere, 0, 0))
    return found


def _growth(few: Outcome, many: Outcome, server: str, window: float) -> float:
    return median(many.bursts[server][window], "cpu") / median(few.bursts[server][window], "cpu")


def _beside(
    what: str, outcome: Outcome | None, window: float, other: str, figure: str, must: float, ambitious: float
) -> Target:
    if outcome is None or window not in outcome.bursts.get(other, {}):
        return Target(what, None, must, ambitious)
    ours, theirs = (
        [getattr(burst, figure) for burst in outcome.bursts[name][window]] for name in ("ours", other)
    )
    paired = ratios(ours, theirs)
    return Target(what, statistics.median(paired), must, ambitious, spread(paired))


def _once(
    what: str, figures: Mapping[str, float] | None, other: str, must: float, ambitious: float
) -> Target:
    """Of what is measured once, as everybody sits down."""
    found = figures["ours"] / figures[other] if figures and other in figures else None
    return Target(what, found, must, ambitious)


def _figure(
    what: str, outcome: Outcome | None, window: float, figure: str, must: float, ambitious: float
) -> Target:
    if outcome is None:
        return Target(what, None, must, ambitious)
    values = [getattr(burst, figure) for burst in outcome.bursts["ours"][window]]
    return Target(what, statistics.median(values), must, ambitious, spread(values))


def table(outcomes: Sequence[Outcome]) -> str:
    """Everything as Markdown."""
    lines = [
        f"Load average {', '.join(f'{load:.1f}' for load in os.getloadavg())} on {os.cpu_count()} cores."
        " Only ratios mean anything: servers take turns in one run.",
        "",
        "| target | measured | middle half | must | ambitious | |",
        "|---|---|---|---|---|---|",
    ]
    for target in targets(outcomes):
        measured = "-" if target.measured is None else f"{target.measured:.3g}"
        lines.append(
            f"| {target.what} | {measured} | {target.spread}"
            f" | {target.must:.3g} | {target.ambitious:.3g} | {target.mark} |"
        )
    head = ["scenario", "server", "window s", "CPU µs/vote", "÷ bare", "ack p50 ms", "ack p99 ms"]
    head += ["last progress ms", "reveal ms", "KB/client RSS", "bytes/client", "frames/client"]
    lines += ["", "| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    for outcome in outcomes:
        for server, windows in outcome.bursts.items():
            for window, bursts in windows.items():
                lines.append("| " + " | ".join(_row(outcome, server, window, bursts)) + " |")
    for outcome in outcomes:
        for window in outcome.bursts.get("memory", {}):
            tax = _beside("", outcome, window, "memory", "cpu", 0, 0)
            beside = f"{tax.measured:.2f} ({tax.spread})"
            lines += ["", f"{outcome.scenario.name}, {window:g} s: CPU on a disk / in memory {beside}."]
        for server, seconds in outcome.storm.items():
            back = f"{seconds:.2f} s until all were back, {outcome.storm_cpu[server]:.0f} µs of CPU each"
            lines += ["", f"{outcome.scenario.name}, {server}, restarted: {back}; votes lost: 0."]
        joins = ", ".join(f"{name} {used:.0f}" for name, used in outcome.joining.items())
        lines += ["", f"{outcome.scenario.name}: µs of CPU to come in: {joins}."]
    return "\n".join(lines) + "\n"


def _row(outcome: Outcome, server: str, window: float, bursts: Sequence[Burst]) -> list[str]:
    bare = outcome.bursts.get("bare", {}).get(window)
    beside = "-"
    if bare:
        beside = f"{statistics.median(ratios([b.cpu for b in bursts], [b.cpu for b in bare])):.2f}"
    return [
        outcome.scenario.name,
        server,
        f"{window:g}",
        f"{median(bursts, 'cpu'):.0f}",
        beside,
        *(f"{median(bursts, what):.1f}" for what in ("p50", "p99", "progress", "reveal")),
        f"{outcome.memory[server]:.0f}",
        *(f"{median(bursts, what):.0f}" for what in ("taken", "frames")),
    ]


def write(folder: Path, outcomes: Sequence[Outcome], stages: str) -> Path:
    """`load.md` and `load.json`; gives the first."""
    folder.mkdir(parents=True, exist_ok=True)
    raw: dict[str, Any] = {
        outcome.scenario.name: {
            "bursts": {
                server: {
                    f"{window:g}": [_flat(burst) for burst in bursts] for window, bursts in windows.items()
                }
                for server, windows in outcome.bursts.items()
            },
            "memory": outcome.memory,
            "joining": outcome.joining,
            "storm": outcome.storm,
            "storm_cpu": outcome.storm_cpu,
            "elsewhere": outcome.elsewhere,
        }
        for outcome in outcomes
    }
    raw["targets"] = [{**asdict(target), "mark": target.mark} for target in targets(outcomes)]
    (folder / "load.json").write_text(json.dumps(raw, indent=1), "utf-8")
    path = folder / "load.md"
    path.write_text(f"# Under load\n\n{table(outcomes)}\n{stages}", "utf-8")
    return path


def _flat(burst: Burst) -> dict[str, float]:
    return {
        "cpu": burst.cpu,
        "p50": burst.p50,
        "p99": burst.p99,
        "progress": burst.progress,
        "reveal": burst.reveal,
        "bytes": burst.taken,
        "frames": burst.frames,
    }
