"""What came of a rehearsal, as figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from game.bots.cast import Cast
from game.bots.figures import Miscount, Outcome, Spread, spread
from game.bots.options import Options


class Latency(BaseModel):
    """Waiting times in ms. `seen` ends when the change has reached every station it concerns."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    vote_acked: Spread
    vote_seen: Spread
    phase_seen: Spread


class Traffic(BaseModel):
    """Per seat, over the whole session; bytes of text without framing."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    frames_in: float
    frames_out: float
    bytes_in: float
    bytes_out: float


class Report(BaseModel):
    """What came of it. Everything but times, traffic and `events` is the same for the same seed."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    seed: int
    preset: str
    seconds: float
    rooms: int
    tables: int
    seats: int
    stations: int
    sent: int
    acked: int
    already: int
    refused: dict[str, int]
    asked_again: int
    reconnected: int
    events: int
    ballots: int
    ballots_left: int | None
    """What the server still holds when the rooms are closed; None beside people, without a host key."""
    wrong: list[Miscount]
    """Counts that are not what the bots cast. Must be empty."""
    outcomes: list[Outcome]
    latency: Latency
    traffic: Traffic


def report_of(options: Options, casts: Sequence[Cast], seconds: float, left: int | None) -> Report:
    """`left` is how many ballots the server still holds, if it was asked."""
    figures = [cast.figures for cast in casts]
    meters = [bot.meter for cast in casts for bot in cast.bots]
    seats = options.tables * options.seats * len(casts)
    return Report(
        seed=options.seed,
        preset=options.name or options.preset,
        seconds=round(seconds, 2),
        rooms=len(casts),
        tables=options.tables * len(casts),
        seats=seats,
        stations=len(meters) + sum(cast.host is not None for cast in casts),
        sent=sum(each.sent for each in figures),
        acked=sum(each.acked for each in figures),
        already=sum(each.already for each in figures),
        refused=dict(sum((each.refused for each in figures), Counter())),
        asked_again=sum(meter.asked_again for meter in meters),
        reconnected=sum(max(0, meter.connections - 1) for meter in meters),
        events=sum(each.version for each in figures),
        ballots=sum(each.ballots for each in figures),
        ballots_left=left,
        wrong=[miscount for each in figures for miscount in each.wrong()] if not options.join else [],
        outcomes=[each.outcomes[key] for each in figures for key in sorted(each.outcomes)],
        latency=Latency(
            vote_acked=spread([wait for each in figures for wait in each.acks]),
            vote_seen=spread([wait for each in figures for wait in each.votes_seen]),
            phase_seen=spread([wait for each in figures for wait in each.phases_seen]),
        ),
        traffic=Traffic(
            frames_in=round(sum(meter.frames_in for meter in meters) / seats, 1),
            frames_out=round(sum(meter.frames_out for meter in meters) / seats, 1),
            bytes_in=round(sum(meter.bytes_in for meter in meters) / seats, 1),
            bytes_out=round(sum(meter.bytes_out for meter in meters) / seats, 1),
        ),
    )
