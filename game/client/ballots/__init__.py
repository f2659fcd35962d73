"""How a seat chooses, per kind of card. A kind without a ballot is only talked about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from game.client.ballots import dilemma, mirror, ranking, scale
from game.client.play import Play
from game.client.ui import Ctx, Node

Ballot = Callable[[Play, Ctx, str, str, int], Node]
"""(play, ctx, seat, what is chosen now, options beside each other; 0 for all) -> what the seat chooses among.
A pick goes through `pick`."""

BALLOTS: Mapping[str, Ballot] = MappingProxyType(
    {
        "dilemma": dilemma.build,
        "mirror": mirror.build,
        "scale": scale.build,
        "ranking": ranking.build,
    }
)
