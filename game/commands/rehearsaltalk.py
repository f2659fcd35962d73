"""What `bemot rehearse` says at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from game.commands.terminal import err, out
from game.words import say

if TYPE_CHECKING:
    from game.rehearse import Report


def tell(report: Report) -> None:
    """What came of it, for people."""
    table = Table(show_header=False, box=None, pad_edge=False)
    rows = (
        (
            say("Rum, bord, platser, skärmar", "Rooms, tables, seats, screens"),
            f"{report.rooms}, {report.tables}, {report.seats}, {report.stations}",
        ),
        (
            say("Kommandon: skickade, kvitterade, avvisade", "Commands: sent, acknowledged, refused"),
            f"{report.sent}, {report.acked}, {sum(report.refused.values())}",
        ),
        (say("Händelser", "Events"), str(report.events)),
        (
            say("Röster: lagda, kvar på servern", "Ballots: cast, left on the server"),
            f"{report.ballots}, {report.ballots_left if report.ballots_left is not None else '–'}",
        ),
        (
            say("Röst → sparad, median och p99 (ms)", "Vote → saved, median and p99 (ms)"),
            f"{report.latency.vote_acked.p50:.1f}, {report.latency.vote_acked.p99:.1f}",
        ),
        (
            say(
                "Röst → allas skärmar, median och p99 (ms)", "Vote → everybody's screens, median and p99 (ms)"
            ),
            f"{report.latency.vote_seen.p50:.1f}, {report.latency.vote_seen.p99:.1f}",
        ),
        (say("Tid (s)", "Time (s)"), f"{report.seconds:.1f}"),
    )
    for name, value in rows:
        table.add_row(name, value)
    out.print(table)
    for wrong in report.wrong:
        err.print(wrong, style="bold red", highlight=False, markup=False)
