"""Which form a report is written in, by the file's name."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from game.printing.errors import Misuse
from game.printing.report.page import as_html
from game.printing.report.paper import as_pdf
from game.printing.report.tables import as_csv, as_xlsx
from game.printing.words import Language
from game.rules.report import Report

FORMS: Final = (".pdf", ".html", ".csv", ".xlsx", ".json")


def form_of(path: Path) -> str:
    """The file's ending. Raises Misuse for one that is none of ours."""
    form = path.suffix.lower()
    if form not in FORMS:
        names = ", ".join(FORMS)
        raise Misuse(
            f"{path} slutar inte på någon av {names}; välj en av dem.",
            f"{path} does not end in any of {names}; choose one of them.",
        )
    return form


def written(report: Report, path: Path, language: Language) -> bytes:
    """The report as the file's ending asks for. Raises `PrintingError`."""
    form = form_of(path)
    if form == ".pdf":
        return as_pdf(report, language)
    if form == ".html":
        return as_html(report, language)
    if form == ".csv":
        return as_csv(report, language)
    if form == ".xlsx":
        return as_xlsx(report, language)
    return as_json(report)


def as_json(report: Report) -> bytes:
    """The report itself: every other form is made of this."""
    return report.model_dump_json(indent=2).encode() + b"\n"
