"""A table's own sheet, from its last page: what a window asks for, written as a PDF."""

from __future__ import annotations

from pathlib import Path

from game.tablesheet import TableSheet


def save_table_sheet(sheet: TableSheet) -> Path:
    """The sheet as a PDF in the person's folder for documents.

    Raises `game.client.paperwork.NotPrinted` when it cannot be made.
    """
    from game.client.paperwork import NotPrinted
    from game.places import documents
    from game.printing.errors import PrintingError
    from game.printing.save import save
    from game.printing.tablesheet import table_sheet_pdf

    path = documents() / sheet.file_name
    try:
        save(table_sheet_pdf(sheet), path)
    except PrintingError as error:
        raise NotPrinted({"sv": error.words.sv, "en": error.words.en}) from error
    return path
