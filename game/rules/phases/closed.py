"""The end. A closed room hears nothing more; a team that has finished waits here for the others."""

from game.rules.phases.base import Phase

CLOSED = Phase("closed")
