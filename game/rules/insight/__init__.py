"""How a deck fares: from the logs of many rooms to numbers per card, only from k seats and k tables up.

Read in this order:

- `lays` a log becomes a `Log`: the room, and what happened to each card that lay on a table
- `crowd` what must be behind a number, and the lecture, which has an audience in place of tables
- `lots` what may be told at once, so that no two tellings differ by fewer than k
- `figures` lots become sums: `Figures` per card and revision
- `verdict` one word about a card's figures, and why
"""

from game.rules.insight.crowd import is_crowd, limits
from game.rules.insight.figures import Edition, Figures, Votes, figures_of
from game.rules.insight.lays import Lay, Log, observe
from game.rules.insight.lots import HOLD, week_of
from game.rules.insight.verdict import Verdict, in_need_first, strain, verdict
from game.rules.opened import K_SEATS, K_TABLES

__all__ = [
    "HOLD",
    "K_SEATS",
    "K_TABLES",
    "Edition",
    "Figures",
    "Lay",
    "Log",
    "Verdict",
    "Votes",
    "figures_of",
    "in_need_first",
    "is_crowd",
    "limits",
    "observe",
    "strain",
    "verdict",
    "week_of",
]
