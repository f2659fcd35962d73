"""What a host's own machine can do beside the room: keep programmes, print, and ask for keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from game.client.own_programmes import OwnProgrammes
from game.followup import FollowUp
from game.rules import Step
from game.rules.trend import Trend


@dataclass(frozen=True)
class RunSheet:
    """A programme to print. `start` is minutes after midnight; `titles` are of chosen cards, by id, in
    `language`; `decks` are slugs with versions.
    """

    name: str
    language: str
    start: int
    steps: tuple[Step, ...]
    titles: Mapping[str, str] = field(default_factory=dict)
    decks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ReportWish:
    """A report to print, as the server has sent it; `name` is the room's code."""

    name: str
    language: str
    report: Mapping[str, Any]


@dataclass
class ReportDesk:
    """The report of the room. `save` is None where this machine cannot make one; it takes the host key that
    somebody has typed, "" for the one that is kept, and the language. Answers come into the rest.
    """

    save: Callable[[str, str], Any] | None = None
    needs_key: bool = False
    """Whether the host key is not known here: this window has come back without it."""
    works: bool = False
    saved: str = ""
    """Where the last one lies."""
    trouble: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class TrendWish:
    """The trend to print, as the server has sent it; or with a `card`, that one as a month's card."""

    language: str
    trend: Mapping[str, Any]
    card: str = ""


@dataclass
class TrendDesk:
    """The trend over all rooms of the server. `ask` is None where nobody can be asked; it takes the host key
    that somebody has typed, "" for the one that is kept. `save` takes the language, and a card or "". Answers
    come into the rest.
    """

    ask: Callable[[str], Any] | None = None
    save: Callable[[str, str], Any] | None = None
    needs_key: bool = False
    works: bool = False
    trend: Trend | None = None
    kept: bool = True
    """Whether the server keeps a trend at all."""
    saved: str = ""
    trouble: Mapping[str, str] = field(default_factory=dict)


@dataclass
class AgainDesk:
    """The room that follows up this one. `make` is None where it cannot be asked for; it takes the host key
    that somebody has typed, "" for the one that is kept. What came of it is in the rest.
    """

    make: Callable[[str], Any] | None = None
    needs_key: bool = False
    works: bool = False
    code: str = ""
    """Of the new room."""
    key: str = ""
    """Its host key, told this once."""
    trouble: Mapping[str, str] = field(default_factory=dict)


@dataclass
class LeadDesk:
    """A new host key for whoever leads. `ask` is None where nobody can be asked; the key comes into the
    board's.
    """

    ask: Callable[[], Any] | None = None
    came: bool = False
    """The lead has come to this window from another, and its host has not answered to that yet."""
    works: bool = False
    trouble: Mapping[str, str] = field(default_factory=dict)
    """Why no key came: language -> sentence."""


@dataclass
class Desk:
    """None is what this machine cannot do. Answers come into `key` and `printed` when they come."""

    programmes: OwnProgrammes | None = None
    ask_key: Callable[[], Any] | None = None
    """Asks the server for a key to a co-host."""
    key: str = ""
    """A co-host's key, until the host has put it away."""
    print_sheet: Callable[[RunSheet], Any] | None = None
    """Writes a PDF."""
    printed: str = ""
    """Where the last one lies."""
    trouble: Mapping[str, str] = field(default_factory=dict)
    """Why there is none: language -> sentence."""
    keep_follow_up: Callable[[FollowUp], Any] | None = None
    """Writes a file for one's calendar."""
    followed: str = ""
    """Where it lies: its folder and name."""
    followed_room: str = ""
    """The code of the follow-up's room that stands in it; "" when it was made before there was one."""
    unfollowed: Mapping[str, str] = field(default_factory=dict)
    """Why there is none: language -> sentence."""
    report: ReportDesk = field(default_factory=ReportDesk)
    trend: TrendDesk = field(default_factory=TrendDesk)
    again: AgainDesk = field(default_factory=AgainDesk)
    lead: LeadDesk = field(default_factory=LeadDesk)


def minutes_of(text: str) -> int | None:
    """Minutes after midnight of 9.00, 09:00, 900 or 9; None when it is no time of day."""
    found = re.fullmatch(r"\s*(\d{1,2})(?:[.:]?(\d\d))?\s*", text)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None
