"""The kinds of card. KINDS is the one list: a new kind is a file here, a line in it, and a ballot widget."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.rules.kinds.base import Kind
from game.rules.kinds.dilemma import DILEMMA
from game.rules.kinds.exercise import EXERCISE
from game.rules.kinds.fact import FACT
from game.rules.kinds.mirror import MIRROR
from game.rules.kinds.pledge import PLEDGE
from game.rules.kinds.question import QUESTION
from game.rules.kinds.ranking import RANKING
from game.rules.kinds.scale import SCALE
from game.rules.kinds.twist import TWIST

KINDS: Mapping[str, Kind] = MappingProxyType(
    {kind.name: kind for kind in (DILEMMA, MIRROR, SCALE, RANKING, QUESTION, FACT, TWIST, EXERCISE, PLEDGE)}
)

__all__ = ["KINDS", "Kind"]
