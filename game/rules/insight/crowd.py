"""A lecture: one audience in place of tables.

A table of five is colleagues, and its sum points at a group; so numbers wait for three tables. An audience of
more than may sit at a table is no such group: whoever knows its sum knows of nobody, as long as they are k.
"""

from __future__ import annotations

from game.rules.opened import K_SEATS, K_TABLES, MAX_TALK, Settings


def is_crowd(settings: Settings, seats: int) -> bool:
    """Whether so many at one table of this room are an audience: as many as nowhere else sit together."""
    return settings.lecture and seats > MAX_TALK


def limits(settings: Settings) -> tuple[int, int]:
    """(seats, tables) that must be behind a number that leaves the room: its own k, and however low
    that is never below ours. In a lecture more seats than a table has, since a crowd among them stands for
    the tables.
    """
    least = MAX_TALK + 1 if settings.lecture else K_SEATS
    return max(least, settings.k_seats), max(K_TABLES, settings.k_tables)
