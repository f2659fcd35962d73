"""What the whole hall may see: sums over tables, never one table."""

from __future__ import annotations

from typing_extensions import TypedDict

from game.rules.slices.words import Words


class ChartSlice(TypedDict):
    """Before and after over all tables, at k and above."""

    step: int
    card: str
    kind: str
    title: Words
    choices: list[str]
    options: dict[str, list[str]]  # language -> option texts
    before: list[int]
    after: list[int]
    changed: int
    paired: int
    seats: int
    tables: int


class WallSlice(TypedDict):
    id: str
    kind: str  # strengthen, improve, act, pledge
    text: str
    released: bool
    group: str  # the heading it hangs under; "" for none


class WhereSlice(TypedDict):
    """How many tables are in one step; never which."""

    step: int  # -1 before the first, len(steps) after the last
    kind: str  # of the step; "" outside
    card: int  # number of the round, 0 when it is none
    tables: int


class ThenSlice(TypedDict):
    """What the session before had in place of what is shown now; only beside it."""

    date: str  # as 2026-11-22
    checkin: list[int] | None
    checkin_median: float | None
    card: str  # the card played again; "" until its chart is open
    before: list[int]
    after: list[int]
    seats: int
    tables: int


class HallSlice(TypedDict):
    """`hall`: what the whole hall may see. Silent until the host opens a chart."""

    done: int  # tables done with the open vote; in a lecture seats
    of: int
    silent: bool  # a card is between its first vote and its opened comparison
    checkin: list[int] | None  # until the hall goes on
    checkin_median: float | None
    checkin_low: Words  # what the ends of its scale are called; empty where its card does not say
    checkin_high: Words
    charts: list[ChartSlice]
    recalled: list[int] | None  # pledges done, partly done, not yet done; until the hall goes on
    rating: dict[str, list[int]] | None
    then: ThenSlice | None  # in a follow-up
    wall: list[WallSlice]
    own: bool  # every table plays a card of its own in this step
    where: list[WhereSlice]  # at the tables' own pace, in the programme's order; empty otherwise
