"""What only the host sees: the tables as tiles, the programme, and what helps to lead."""

from __future__ import annotations

from typing_extensions import TypedDict

from game.rules.slices.everybody import MessageSlice
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
    began: int  # when it came to this step, server ms; 0 before the start
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
    help: int | None  # since when the table asks for the host, server ms
    message: MessageSlice | None  # the last line to this table alone
    waits: bool  # done with its own card, until the next step
    needs_time: bool
    alone: bool
    way: str  # "pass_around" | "cards_up"
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
    factor: int  # per cent: stretches the minutes, as the step began or would begin now
    block: int
    card: str  # the chosen card; "" when it is drawn
    theme: str  # only cards of this theme are drawn; "" for any
    themes: list[str]  # of the chosen card, or the one it is drawn from
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
    plan: int  # names the programme as it is; goes with `arrange_steps`
    fixed: int  # so many of its steps have begun and stay; more than there are when a table has finished
    own: bool  # every table has drawn a card of its own in this step
    opened: int | None
    aim: float  # minutes of the programme as the session started; 0 before
    factor: int
    hard: bool  # whether the clocks of coming phases cut
    needs_time: int
    help: list[str]  # tables that ask for the host, the first to ask first
    cards: list[PileCard]  # cards left in the pile, to deal from or to put into the programme
    dealt: list[Words]  # what the cards that lay on the hall's table are called, in order
    facilitator: Words  # notes to the card that lies on the hall's table
    perspective: Words
    played: list[PlayedSlice]  # every card that some table plays by itself
    charts: list[ChartSlice]  # before they are opened, at k and above
    held: dict[str, list[str]]  # card -> tables that have not voted on it, so that the hall is not shown it
    shown: list[str]
    checkin: list[int] | None
    recalled: list[int] | None
    rating: dict[str, list[int]] | None
    wall: list[WallSlice]
    screens: list[TileStation]
    hosts: list[HostStation]


class HostStation(TypedDict):
    """One of those who lead the session together."""

    id: str
    lead: bool  # hands out keys, removes hosts and closes the room
    lost: bool


class PileCard(TypedDict):
    id: str
    title: Words
    heat: int
    minutes: int
    kind: str
    themes: dict[str, list[str]]
