"""One's own team: its seats, its roles, and how many are done."""

from __future__ import annotations

from typing_extensions import TypedDict

from game.rules.slices.everybody import MessageSlice


class SeatSlice(TypedDict):
    id: str
    symbol: int  # 0..: which symbol and colour
    away: bool
    station: str


class TeamSlice(TypedDict):
    """`team`: one's own team."""

    id: str
    number: int
    seats: list[SeatSlice]
    reader: str | None  # seat
    writer: str | None
    way: str  # "pass_around" | "cards_up"
    remote: bool  # seats on more than one station
    timeout: bool
    help: bool  # the table's hand is up
    coming: bool  # a host has answered the hand in this step
    message: MessageSlice | None  # the host's line to this table
    swap_left: bool
    asked_time: int  # seats that asked for more time


class ProgressSlice(TypedDict):
    """`progress`: how many are done with the open vote, check-in, marking, pledge or rating. Never who."""

    done: int
    of: int
    closed: bool
    grace: int | None  # server ms when a complete vote closes
