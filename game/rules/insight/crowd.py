"""A lecture: one audience in place of tables.

A table of five is colleagues, and its sum points at a group; so numbers wait for three tables. An audience of
more than may sit at a table is no such group: whoever knows its sum knows of nobody, as long as they are k.
"""

from __future__ import annotations

from typing import Final

from game.rules.counting import MAX_TALK
from game.rules.opened import Settings

K_SEATS: Final = 6
K_TABLES: Final = 3
"""However low a room's own k: what leaves a room is told only from this up."""


def is_lecture(settings: Settings) -> bool:
    """Whether the room was opened for an audience, which its own charts take as one table."""
    return settings.max_team > MAX_TALK and settings.k_tables == 1


def is_crowd(settings: Settings, seats: int) -> bool:
    """Whether so many at one table of this room are an audience: as many as nowhere else sit together."""
    return is_lecture(settings) and seats > MAX_TALK


def limits(settings: Settings) -> tuple[int, int]:
    """(seats, tables) that must be behind a number that leaves the room: its own k, and never below ours. In
    a lecture more seats than a table has, since a crowd among them stands for the tables.
    """
    least = MAX_TALK + 1 if is_lecture(settings) else K_SEATS
    return max(least, settings.k_seats), max(K_TABLES, settings.k_tables)
