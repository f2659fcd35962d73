"""The kinds of card. KINDS is the one list: a new kind is a file here, a line in it, and a ballot widget."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.rules.kinds.base import Kind
from game.rules.kinds.dilemma import DILEMMA
from game.rules.kinds.mirror import MIRROR
from game.rules.kinds.pledge import PLEDGE
from game.rules.kinds.question import QUESTION
from game.rules.kinds.scale import SCALE

KINDS: Mapping[str, Kind] = MappingProxyType(
    {kind.name: kind for kind in (DILEMMA, SCALE, MIRROR, QUESTION, PLEDGE)}
)

__all__ = ["KINDS", "Kind"]
