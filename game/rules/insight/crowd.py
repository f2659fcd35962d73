"""A lecture: one audience in place of tables.

A table of five is colleagues, and its sum points at a group; so numbers wait for three tables. An audience of
more than may sit at a table is no such group: whoever knows its sum knows of nobody, as long as they are k.
"""

from __future__ import annotations

from typing import Final

from game.rules.opened import MAX_TALK, Settings

K_SEATS: Final = 6
K_TABLES: Final = 3
"""However low a room's own k: what leaves a room is told only from this up."""


def is_crowd(settings: Settings, seats: int) -> bool:
    """Whether so many at one table of this room are an audience: as many as nowhere else sit together."""
    return settings.lecture and seats > MAX_TALK


def limits(settings: Settings) -> tuple[int, int]:
    """(seats, tables) that must be behind a number that leaves the room: its own k, and never below ours. In
    a lecture more seats than a table has, since a crowd among them stands for the tables.
    """
    least = MAX_TALK + 1 if settings.lecture else K_SEATS
    return max(least, settings.k_seats), max(K_TABLES, settings.k_tables)
