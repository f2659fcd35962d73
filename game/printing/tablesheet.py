"""A table's own sheet on paper: what it agreed, the cards with its notes, and lines to write on."""

from __future__ import annotations

from typing import Any, Final

from game.printing.look import look
from game.printing.press import Press
from game.printing.report.spoken import speech_in
from game.printing.sizes import as_data
from game.printing.words import Language, words_in
from game.tablesheet import TableSheet

TEMPLATE: Final = "tablesheet"


def table_sheet_data(sheet: TableSheet) -> dict[str, Any]:
    """The sheet as its template reads it."""
    language: Language = "sv" if sheet.language == "sv" else "en"
    words = words_in(language)
    own = words.table["table_sheet"]
    agreed = {"strengthen": [sheet.strengthen], "improve": [sheet.improve], "act": list(sheet.act)}
    return {
        "words": words.table,
        "language": language,
        "look": look(),
        "sizes": as_data(),
        "title": own["table"].format(n=sheet.table) if sheet.table else own["alone"],
        "date": speech_in(language).day(sheet.day),
        "agreed": [
            {"title": own[tag], "texts": [text for text in texts if text]}
            for tag, texts in agreed.items()
            if any(texts)
        ],
        "cards": [
            {
                "title": card.title,
                "questions": list(card.questions),
                "notes": [{"tag": own[note.tag], "text": note.text} for note in card.notes],
            }
            for card in sheet.cards
        ],
    }


def table_sheet_pdf(sheet: TableSheet, press: Press | None = None) -> bytes:
    """A4, one page where it fits. Raises `game.printing.errors.Hindrance` when a font is missing."""
    return (press or Press()).pdf(table_sheet_data(sheet), TEMPLATE)
