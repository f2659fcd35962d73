"""What only the host sees: the tables as tiles, the programme, and what helps to lead."""

from __future__ import annotations

from typing_extensions import TypedDict

from game.rules.slices.hall import ChartSlice, WallSlice
from game.rules.slices.words import Words


class TileSlice(TypedDict):
    """`tile:<team>`: one table, for the host. n of m, never who, never what."""

    id: str
    number: int
    seats: int
    present: int
    stations: list[TileStation]
    step: int
    phase: str
    round: int
    serial: int
    done: int
    of: int
    closed: bool
    ends: int | None
    left: int | None
    paused: bool
    timeout: bool
    help: bool
    needs_time: bool
    alone: bool
    card: str
    title: Words
    kind: str
    choices: list[str]
    may: list[str]  # commands that the host may send for this table now


class TileStation(TypedDict):
    id: str
    kind: str
    seats: int
    lost: bool  # not heard for ten seconds


class StepSlice(TypedDict):
    kind: str
    minutes: float
    block: int
    title: Words  # of the chosen card; empty otherwise
    opened: int | None
    closed: int | None


class PlayedSlice(TypedDict):
    """A card that a table plays by itself, with what helps the host with it."""

    id: str
    title: Words
    situation: Words
    facilitator: Words
    perspective: Words


class HostSlice(TypedDict):
    """`host`: what only the host sees."""

    steps: list[StepSlice]
    opened: int | None
    factor: int
    needs_time: int
    help: list[str]
    cards: list[PileCard]  # cards left in the pile, to deal from
    facilitator: Words  # notes to the card that lies on the hall's table
    perspective: Words
    played: list[PlayedSlice]  # at the tables' own pace: every card that is being played
    charts: list[ChartSlice]  # before they are opened, at k and above
    shown: list[str]
    checkin: list[int] | None
    rating: dict[str, list[int]] | None
    wall: list[WallSlice]
    screens: list[TileStation]


class PileCard(TypedDict):
    id: str
    title: Words
    heat: int
    kind: str
    themes: dict[str, list[str]]
