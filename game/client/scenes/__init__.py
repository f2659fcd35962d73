"""One scene per phase, for a team's stations and its wall. SCENES is the one list: phase name -> build."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from game.client.play import Play
from game.client.scenes import (
    break_,
    checkin,
    closed,
    compare,
    debrief,
    draw,
    frame,
    harvest,
    lobby,
    note,
    perspective,
    pledge,
    practice,
    read,
    recall,
    reveal,
    talk,
    vote,
)
from game.client.ui import Ctx, Node

Build = Callable[[Play, Ctx], Node]

SCENES: Mapping[str, Build] = MappingProxyType(
    {
        "lobby": lobby.build,
        "frame": frame.build,
        "checkin": checkin.build,
        "practice": practice.build,
        "draw": draw.build,
        "read": read.build,
        "vote": vote.build,
        "reveal": reveal.build,
        "talk": talk.build,
        "compare": compare.build,
        "perspective": perspective.build,
        "note": note.build,
        "break": break_.build,
        "harvest": harvest.build,
        "pledge": pledge.build,
        "recall": recall.build,
        "debrief": debrief.build,
        "closed": closed.build,
    }
)

__all__ = ["SCENES", "Build"]
