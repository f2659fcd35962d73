"""What a rehearsal is asked for."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from game.rules import Step

Speed = Literal["fast", "human"]
"""As soon as it may, or with a person's time for everything."""


class Options(BaseModel):
    """`join` is an address with a code, on a server that answers: bots beside people wait for it however long
    it takes. `server`, `rooms` and `preset` then mean nothing.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    seed: int = 1
    preset: str = "APT 30"
    steps: tuple[Step, ...] = ()
    """A programme of somebody's own; `preset` is then the one it is otherwise like, `name` what it is called,
    and `pace` its own.
    """
    name: str = ""
    pace: Literal["hall", "table"] | None = None
    decks: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    """In order, "deck/card". At the tables' own pace, rounds without one are drawn by the server's dice."""
    rooms: Annotated[int, Field(ge=1, le=50)] = 1
    tables: Annotated[int, Field(ge=1, le=200)] = 3
    seats: Annotated[int, Field(ge=1, le=1000)] = 5
    mix: Literal["solo", "table", "mixed"] = "mixed"
    """Screens of one's own, one shared machine a table, or some of each."""
    speed: Speed = "fast"
    lively: bool = False
    """Tables come in little by little, raise a hand, take a time-out, lose the network and come back."""
    language: Literal["sv", "en"] = "sv"
    server: str | None = None
    join: str | None = None
    first_table: Annotated[int, Field(ge=1)] = 1
    patience: float = 60.0
    """Seconds without anything happening after which the rehearsal is given up; at human speed that is an
    hour while the server is heard, and bots beside people wait for them however long it takes.
    """
