"""What one station is, and what it alone may see."""

from __future__ import annotations

from typing_extensions import TypedDict


class YouSlice(TypedDict):
    """`you`: what this station is and may do."""

    station: str
    kind: str
    team: str | None
    seats: list[str]
    acknowledged: bool
    may: list[str]  # command types that would be heard now
    own: dict[str, OwnSlice]  # solo only: the seat's own sealed choice while it may be changed
    done: list[str]  # this station's seats that are done with what is open
    listeners: list[str]  # seats that talk but do not vote in this round


class OwnSlice(TypedDict, total=False):
    """What a solo seat has sealed, field by field what it sent."""

    choice: str
    confidence: int
    text: str
    number: int | None  # None is a pass
    kept: str | None  # done, partly, not_yet; None is a pass
