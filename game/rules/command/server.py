"""What the server asks of the rules by itself. None of it is ever accepted from the wire."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from game.rules.command.base import SERVER, Command, Id, Serial


class Enter(Command):
    """A station comes through the door. `team` is a team's number, or None for the server's choice."""

    by: ClassVar = SERVER
    type: Literal["enter"] = "enter"
    kind: Literal["solo", "table", "screen", "host"]
    seats: Annotated[int, Field(ge=0, le=8)] = 1
    team: Annotated[int, Field(ge=1, le=999)] | None = None
    lead: bool = True
    """Whether a host came with the host key, not with that of a co-host."""


class TimeUp(Command):
    """A deadline has passed; ignored when its phase is no longer open."""

    by: ClassVar = SERVER
    type: Literal["time_up"] = "time_up"
    team: Id
    serial: Serial


class Silence(Command):
    """A solo station has been silent for so long that its seat counts as away."""

    by: ClassVar = SERVER
    type: Literal["silence"] = "silence"
    station: Id


class Hear(Command):
    """A silent station is heard again."""

    by: ClassVar = SERVER
    type: Literal["hear"] = "hear"
    station: Id


class Expire(Command):
    """Nobody has touched the room for so long that it closes, as a host would close it."""

    by: ClassVar = SERVER
    type: Literal["expire"] = "expire"


class Recover(Command):
    """The server was gone and last alive at `beat` (server ms): the room resumes paused with what then
    remained.
    """

    by: ClassVar = SERVER
    type: Literal["recover"] = "recover"
    beat: int
