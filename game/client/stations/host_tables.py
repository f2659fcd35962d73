"""What the host's board knows about a table: its name, how it stands, and what it needs first.

Never who, never what.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Literal

from game.client.join import MOST_SEATS
from game.client.parts.words import by_oneself
from game.client.phases import phase_name
from game.client.play import Play
from game.client.ui import Ctx
from game.rules.slices import TileSlice

Pace = Literal["hall", "own", "table"]
MINUTE = 60_000
FEW = 6
"""Up to so many tables nobody needs help to find one."""
MANY = 12
"""Beyond so many tables they get the whole width, and the plan a page of its own."""
NAMED = 8
"""Tables that are named in a sentence; more are only counted."""


class Need(IntEnum):
    """How much a table needs the host, the most urgent first."""

    HELP = 0
    TIMEOUT = 1
    TIME = 2
    LOST = 3
    LATE = 4
    GOING = 5
    DONE = 6


def table_name(tile: TileSlice, ctx: Ctx) -> str:
    """A table's neutral name."""
    return ctx._("Bord {n}", n=tile["number"])


def table_names(tables: Sequence[TileSlice], ctx: Ctx) -> str:
    """Bord 4; Bord 4, 7 och 9; or how many, when they are too many to be read."""
    _ = ctx._
    if len(tables) == 1:
        return table_name(tables[0], ctx)
    if len(tables) > NAMED:
        return ctx.plural("{n} bord", "{n} bord", len(tables))
    *first, last = [str(number) for number in sorted(tile["number"] for tile in tables)]
    return _("Bord {numbers} och {last}", numbers=", ".join(first), last=last)


def gone(tile: TileSlice) -> bool:
    """Whether every station of the table has been lost, so that nobody can do anything there."""
    return bool(tile["stations"]) and all(station["lost"] for station in tile["stations"])


def lost(tile: TileSlice) -> bool:
    """Whether any of its stations has been lost."""
    return any(station["lost"] for station in tile["stations"])


def empty(tile: TileSlice) -> bool:
    """Whether nobody sits at the table, and no screen stands there."""
    return not tile["seats"] and not tile["stations"]


def there(play: Play) -> list[TileSlice]:
    """The tables that somebody has sat down at, by number."""
    return [tile for tile in play.tiles if not empty(tile)]


def time_left(tile: TileSlice, now: float) -> float | None:
    """Ms left of the table's soft clock, below 0 when the sand is out; None without a clock."""
    if tile["left"] is not None:
        return tile["left"]
    return tile["ends"] - now if tile["ends"] is not None else None


def done(tile: TileSlice) -> bool:
    """Whether the table has done what it does now, and waits for the others."""
    over = tile["phase"] == "closed" or tile["waits"] or tile["closed"]
    return over or bool(tile["of"] and tile["done"] >= tile["of"])


def need_of(tile: TileSlice, now: float) -> Need:
    """What the host should see first about a table at server time `now`."""
    if tile["help"] is not None:
        return Need.HELP
    if tile["timeout"]:
        return Need.TIMEOUT
    if tile["needs_time"]:
        return Need.TIME
    if lost(tile):
        return Need.LOST
    if done(tile):
        return Need.DONE
    left = time_left(tile, now)
    return Need.LATE if left is not None and left <= 0 else Need.GOING


def undone(tile: TileSlice, pace: Pace) -> bool:
    """Whether the table is waited for: in what is open, with a card of its own, or, by itself, in all that it
    plays.

    By itself a table whose stations are all gone is waited for by nobody, as in the plan: it cannot get done,
    and would keep the end away as long as it is gone. It stands under the lost ones. With the hall it counts
    as long as its seats do, since the host opens the next step in any case.
    """
    if pace == "table":
        return bool(tile["seats"]) and not gone(tile) and tile["phase"] != "closed"
    return bool(tile["seats"]) and not done(tile) and (pace == "own" or tile["of"] > 0)


def pace_of(play: Play) -> Pace:
    """How the tables go now: with the hall, each with a card of its own, or by themselves all the time."""
    if play.room and play.room["pace"] == "table":
        return "table"
    return "own" if play.host and play.host["own"] else "hall"


def minutes(since: int, ctx: Ctx) -> int:
    """Whole minutes since then; the board is built again when there is one more."""
    ago = max(0.0, ctx.now - since)
    ctx.again_in(MINUTE - ago % MINUTE)
    return int(ago // MINUTE)


def waited(since: int, ctx: Ctx) -> str:
    """How long ago that was."""
    n = minutes(since, ctx)
    return ctx._("{n} min", n=n) if n else ctx._("nyss")


def needs(tile: TileSlice, ctx: Ctx) -> list[tuple[str, str, str]]:
    """(icon, colour, words) for everything about a table that the host should see, the most urgent first."""
    _ = ctx._
    found = [
        (tile["help"] is not None, "hand", "danger", _("Vill ha hjälp")),
        (tile["timeout"] and tile["help"] is None, "pause", "warn", _("Time-out")),
        (tile["needs_time"], "clock", "warn", _("Behöver tid")),
        (tile["paused"], "pause", "soft", _("Pausat")),
        (lost(tile), "offline", "soft", _("Tappat nätet")),
        (tile["waits"], "check", "good", _("Väntar på de andra")),
        (tile["alone"] and not tile["waits"], "right", "soft", _("I egen takt")),
    ]
    return [(icon, colour, words) for on, icon, colour, words in found if on]


def doing(tile: TileSlice, ctx: Ctx) -> str:
    """The open phase, and how far the table has come in it."""
    _, name = ctx._, phase_name(tile["phase"], tile["round"], ctx._)
    if not tile["of"]:
        return name
    stands = _("stängd") if tile["closed"] else _("{n} av {m} klara", n=tile["done"], m=tile["of"])
    return f"{name} · {stands}"


def neighbour(tile: TileSlice, others: Sequence[TileSlice]) -> TileSlice | None:
    """The table nearest in number where somebody who sits alone would have company; None for other tables."""
    if tile["seats"] != 1:
        return None
    here = [other for other in others if other["id"] != tile["id"] and not gone(other)]
    roomy = [other for other in here if 0 < other["seats"] < MOST_SEATS]
    return min(roomy, key=lambda other: abs(other["number"] - tile["number"]), default=None)


def lone(play: Play) -> frozenset[str]:
    """The tables where somebody sits alone though others have room. None in a lecture and in practice; and
    none at the door while most tables have but one seat, since then people are still coming in.
    """
    if play.lecture or by_oneself(play):
        return frozenset()
    seated = [tile for tile in play.tiles if tile["seats"] and tile["phase"] != "closed" and not gone(tile)]
    roomy = sum(tile["seats"] < MOST_SEATS for tile in seated)
    found = [tile for tile in seated if tile["seats"] == 1] if roomy > 1 else []
    early = play.stage is not None and play.stage["phase"] == "lobby" and 2 * len(found) > len(seated)
    return frozenset() if early else frozenset(tile["id"] for tile in found)


def seats_in(tile: TileSlice, ctx: Ctx) -> str:
    """How many sit there, and how many of them have stepped out."""
    _ = ctx._
    seats = ctx.plural("{n} plats", "{n} platser", tile["seats"])
    away = tile["seats"] - tile["present"]
    # Outside the braces: what collects texts for the translations does not look into an f-string.
    out = ctx.plural("{n} borta", "{n} borta", away)
    return f"{seats}, {out}" if away else seats
