"""A session as it may be told to those who were not there: sums from k seats and k tables up, released texts.

Read in this order:

- `told` the report as data: what JSON, the tables, the page and the paper all say
- `scales` check-in and ratings out of the log, in lots
- `past`   how pledges went, and what the session before had
- `content` a log becomes a report
"""

from game.rules.report.content import report_of
from game.rules.report.told import (
    MISSING,
    Answers,
    Missing,
    PlayedCard,
    ReleasedText,
    Report,
    Scale,
    TextKind,
)

__all__ = [
    "MISSING",
    "Answers",
    "Missing",
    "PlayedCard",
    "ReleasedText",
    "Report",
    "Scale",
    "TextKind",
    "report_of",
]
