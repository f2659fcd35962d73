"""Many sessions over months, as an organisation may be told of them: months and themes, never a room or
table.

Read in this order:

- `given` what one closed room gives: lots that it makes by itself, and what must wait for other rooms
- `lots` rooms become lots, each in a month; a lot is told whole, once and for ever
- `told` the trend as data: what JSON, the tables, the page and the paper all say
- `content` lots become the trend
- `season` cards to play next, from the themes that tables want to improve
"""

from game.rules.trend.catalogue import CardWords, Catalogue
from game.rules.trend.content import trend_of
from game.rules.trend.given import Given, Measure, Part, Subject, given_by
from game.rules.trend.lots import MonthOf, Taken, TrendLot, take
from game.rules.trend.season import MONTHS_AHEAD, playable
from game.rules.trend.told import (
    MonthScale,
    MonthShare,
    PledgesKept,
    Proposal,
    Question,
    ThemeNotes,
    ThemeShift,
    Trend,
)

__all__ = [
    "MONTHS_AHEAD",
    "CardWords",
    "Catalogue",
    "Given",
    "Measure",
    "MonthOf",
    "MonthScale",
    "MonthShare",
    "Part",
    "PledgesKept",
    "Proposal",
    "Question",
    "Subject",
    "Taken",
    "ThemeNotes",
    "ThemeShift",
    "Trend",
    "TrendLot",
    "given_by",
    "playable",
    "take",
    "trend_of",
]
