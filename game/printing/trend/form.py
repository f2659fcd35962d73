"""Which form a trend is written in, by the file's name."""

from __future__ import annotations

from pathlib import Path

from game.printing.report.form import form_of
from game.printing.trend.page import as_html
from game.printing.trend.paper import as_pdf
from game.printing.trend.tables import as_csv, as_xlsx
from game.printing.words import Language
from game.rules.trend import Trend


def written(trend: Trend, path: Path, language: Language) -> bytes:
    """The trend as the file's ending asks for. Raises `PrintingError`."""
    form = form_of(path)
    if form == ".pdf":
        return as_pdf(trend, language)
    if form == ".html":
        return as_html(trend, language)
    if form == ".csv":
        return as_csv(trend, language)
    if form == ".xlsx":
        return as_xlsx(trend, language)
    return as_json(trend)


def as_json(trend: Trend) -> bytes:
    """The trend itself: every other form is made of this."""
    return trend.model_dump_json(indent=2).encode() + b"\n"
