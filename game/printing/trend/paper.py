"""The trend on one or two pages of A4."""

from __future__ import annotations

from typing import Any, Final

from game.printing.look import look
from game.printing.press import Press
from game.printing.sizes import as_data
from game.printing.trend.spoken import spoken_trend
from game.printing.words import Language, words_in
from game.rules.trend import Trend

TEMPLATE: Final = "trend"


def paper_data(trend: Trend, language: Language) -> dict[str, Any]:
    """The trend as its template reads it."""
    return {
        "words": words_in(language).table,
        "language": language,
        "look": look(),
        "sizes": as_data(),
        "trend": spoken_trend(trend, language),
    }


def as_pdf(trend: Trend, language: Language, press: Press | None = None) -> bytes:
    """Pages with vector charts and fonts inside; the same trend gives the same bytes.

    Raises `game.printing.errors.Hindrance` when a font is missing.
    """
    return (press or Press()).pdf(paper_data(trend, language), TEMPLATE)
