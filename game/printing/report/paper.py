"""The report on two pages of A4."""

from __future__ import annotations

from typing import Any, Final

from game.printing.look import look
from game.printing.press import Press
from game.printing.report.spoken import spoken
from game.printing.sizes import as_data
from game.printing.words import Language, words_in
from game.rules.report import Report

TEMPLATE: Final = "report"


def paper_data(report: Report, language: Language) -> dict[str, Any]:
    """The report as its template reads it."""
    return {
        "words": words_in(language).table,
        "language": language,
        "look": look(),
        "sizes": as_data(),
        "report": spoken(report, language),
    }


def as_pdf(report: Report, language: Language, press: Press | None = None) -> bytes:
    """Two pages with vector charts and fonts inside; the same report gives the same bytes.

    Raises `game.printing.errors.Hindrance` when a font is missing.
    """
    return (press or Press()).pdf(paper_data(report, language), TEMPLATE)
