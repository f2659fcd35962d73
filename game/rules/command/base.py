"""What every command has: who may send it, and the small types its fields are made of."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, cast

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


class Who(StrEnum):
    """Who is asking: the four kinds of station, and the server itself."""

    SOLO = "solo"
    TABLE = "table"
    SCREEN = "screen"
    HOST = "host"
    SYSTEM = "system"


TEAM = frozenset({Who.SOLO, Who.TABLE})
HOST = frozenset({Who.HOST})
BOTH = TEAM | HOST
SERVER = frozenset({Who.SYSTEM})

Id = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_/.-]+$")]
Serial = Annotated[int, Field(ge=0, le=2**53)]


def line(limit: int) -> type[str]:
    """One line of typed text of at most `limit` characters, none of them controlling or turning the text."""
    clean = r"^[^\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*$"
    return cast(
        type[str], Annotated[str, StringConstraints(strip_whitespace=True, max_length=limit, pattern=clean)]
    )


class Command(BaseModel):
    """The base of everything that may be asked of a room."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    by: ClassVar[frozenset[Who]] = TEAM
    type: str

    @property
    def named(self) -> str | None:
        """The team that it names; None where it has no such field too."""
        team: str | None = self.__dict__.get("team")  # the model would look long for what is not there
        return team
