"""A mirror's ballot: "how often do we", five fixed answers in one row."""

from __future__ import annotations

from game.client.ballots.dilemma import build

__all__ = ["build"]
