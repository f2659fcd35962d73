"""Decks and work lists as .xlsx: readable on a screen and on paper, with choices and hints as one writes.

No cell holds a formula. What turns red or grey while somebody writes is conditional formatting.
"""

import re
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from game.cards.format import KINDS, Cover
from game.cards.tables.cells import guarded
from game.cards.tables.colours import about_the_deck, colours
from game.cards.tables.columns import CHOICES, Column, Field
from game.cards.tables.covers import cover_rows
from game.cards.tables.flat import Flat, Leaf
from game.cards.tables.guide import guide_rows, hint
from game.cards.tables.writing import card_cells, columns_for, kinds_in

DECK_SHEET: Final = ("Lek", "Deck")
"""What the sheet about the deck is called, in Swedish and English."""
SPARE_ROWS: Final = 200
"""Rows below the cards that have the drop-downs and colours too."""

RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ku", "ps", "ur", "yi"})
_FACE: Final = "Calibri"
_LINE_POINTS: Final = 15
_MOST_POINTS: Final = 409
"""The highest row that Excel has."""
_HEAD: Final = PatternFill("solid", fgColor="1F3D4D")
_LINE: Final = Side(style="thin", color="C9D1D6")
_RULED: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def deck_book(cover: Cover, rows: Sequence[Flat], tongue: str) -> bytes:
    """The deck as a workbook: its cards, what the deck says of itself, and the explanations."""
    return _book(cover, columns_for(cover.languages, kinds_in(rows), rows), rows, tongue)


def template_book(cover: Cover, example: Flat, tongue: str) -> bytes:
    """The same without cards, with columns for every kind; an example of a card on a sheet of its own."""
    return _book(cover, columns_for(cover.languages, tuple(KINDS), ()), (), tongue, example)


def _book(
    cover: Cover, chosen: Sequence[Column], cards: Sequence[Flat], tongue: str, example: Flat | None = None
) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Kort" if tongue == "sv" else "Cards"
    _cards(sheet, chosen, cards, tongue, len(cards) + SPARE_ROWS)
    spare = 3 if example is not None else 0
    _cover(book.create_sheet(DECK_SHEET[tongue != "sv"]), cover, tongue, spare)
    if example is not None:
        _cards(book.create_sheet("Exempel" if tongue == "sv" else "Example"), chosen, (example,), tongue, 1)
    for title, language in (("Förklaring", "sv"), ("Explanation", "en")):
        _guide(book.create_sheet(title), chosen, language)
    book.properties.title = cover.title.get(tongue) or cover.slug
    book.properties.creator = "Bemöt"
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The workbook as a file."""
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cards(sheet: Worksheet, chosen: Sequence[Column], cards: Sequence[Flat], tongue: str, rows: int) -> None:
    head(sheet, [column.heading(tongue) for column in chosen])
    for number, card in enumerate(cards, start=2):
        for at, value in enumerate(card_cells(card, chosen, tongue), start=1):
            put(sheet, number, at, _typed(value, chosen[at - 1].field))
    for at, column in enumerate(chosen, start=1):
        letter = get_column_letter(at)
        # What is filled in later is text too: Excel makes a date of "7-8" and one long line of the rest.
        dimension = sheet.column_dimensions[letter]
        dimension.width = _width(column.field)
        dimension.number_format = "@"
        dimension.alignment = Alignment(wrap_text=True, vertical="top")
        area = f"{letter}2:{letter}{rows + 1}"
        sheet.add_data_validation(_validation(column, area, tongue))
    colours(sheet, chosen, rows, DECK_SHEET[tongue != "sv"])
    heighten(sheet, 2)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(chosen))}{max(2, sheet.max_row)}"
    paper(sheet, "A:A")


def _typed(value: Leaf | None, field: Field) -> Leaf | date | None:
    return date.fromisoformat(value) if field.kind == "date" and isinstance(value, str) else value


def _cover(sheet: Worksheet, cover: Cover, tongue: str, spare: int) -> None:
    for number, row in enumerate(cover_rows(cover, tongue, numbers=False, spare=spare), start=1):
        if number == 1:
            head(sheet, row)
            continue
        for at, value in enumerate(row, start=1):
            cell = sheet.cell(number, at)
            cell.value, cell.data_type = _escaped(value) or None, "s" if value else "n"  # guarded already
            _dress(sheet, number, at, bold=at == 1)
    about_the_deck(sheet, len(cover.languages))
    for at in range(1, len(cover.languages) + 3):
        sheet.column_dimensions[get_column_letter(at)].width = (34, 30)[at - 1] if at < 3 else 80
    heighten(sheet, 2)
    sheet.freeze_panes = "B2"
    paper(sheet, "A:A")


def _guide(sheet: Worksheet, chosen: Sequence[Column], language: str) -> None:
    for number, row in enumerate(guide_rows(chosen, language), start=1):
        for at, value in enumerate(row, start=1):
            put(sheet, number, at, value, bold=_is_bold(row, at), ruled=len(row) > 1)
        if len(row) == 1:
            sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=5)
    for at, width in enumerate((32, 30, 20, 40, 60), start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    heighten(sheet, 1, whole=184)
    paper(sheet)
    sheet.print_title_rows = None


def _is_bold(row: Sequence[str], column: int) -> bool:
    """Titles in capitals, the headings of the table, and the first column below them."""
    return row[0].isupper() or (len(row) > 1 and (column == 1 or not row[1].islower()))


def head(sheet: Worksheet, headings: Sequence[str]) -> None:
    """The row of headings."""
    for at, heading in enumerate(headings, start=1):
        cell = sheet.cell(1, at, heading)
        cell.font, cell.fill = Font(name=_FACE, size=11, bold=True, color="FFFFFF"), _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    sheet.row_dimensions[1].height = 50


def put(
    sheet: Worksheet,
    row: int,
    column: int,
    value: Leaf | date | None,
    *,
    bold: bool = False,
    ruled: bool = True,
) -> None:
    """One value, a text always as text and guarded."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        if value:
            cell.value, cell.data_type = _escaped(guarded(value, numbers=False)), "s"
        cell.number_format = "@"
    else:
        assert not isinstance(value, tuple)
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "yyyy-mm-dd"
    _dress(sheet, row, column, bold=bold, ruled=ruled)


def _dress(sheet: Worksheet, row: int, column: int, *, bold: bool = False, ruled: bool = True) -> None:
    cell = sheet.cell(row, column)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(name=_FACE, size=11, bold=bold)
    if ruled:
        cell.border = _RULED


def _validation(column: Column, area: str, tongue: str) -> DataValidation:
    """The hint that shows when the cell is chosen, and the drop-down where there is something to choose."""
    field = column.field
    choices = CHOICES.get(field.name, ())
    if field.kind == "yes":
        choices = ("ja", "nej") if tongue == "sv" else ("yes", "no")
    if field.name == "heat":
        choices = ("1", "2", "3")
    rule = DataValidation(sqref=area, allow_blank=True, showInputMessage=True)
    if choices:
        rule.type, rule.formula1, rule.showErrorMessage = "list", f'"{",".join(choices)}"', True
        rule.errorStyle = "warning"
        rule.errorTitle = column.heading(tongue)[:32]
        rule.error = ("Välj något av: " if tongue == "sv" else "Choose one of: ") + ", ".join(choices)[:180]
    elif field.kind == "number":
        rule.type, rule.operator, rule.formula1, rule.formula2 = "whole", "between", "1", "100000"
        rule.showErrorMessage, rule.errorStyle = True, "warning"
        rule.error = "Skriv ett heltal." if tongue == "sv" else "Write a whole number."
    rule.promptTitle = column.heading(tongue)[:32]
    rule.prompt = hint(column, tongue)[:255]
    return rule


def _width(field: Field) -> float:
    if field.wide:
        return 60
    if field.kind in {"number", "yes", "date", "choice", "code"}:
        return 24 if field.name == "id" else 14
    return 24 if field.kind == "list" or field.path in {("title",), ("low",), ("high",)} else 36


def _escaped(text: str) -> str:
    """Excel reads `_x0041_` as a letter; its own way to write those seven signs as they are."""
    return re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)


def heighten(sheet: Worksheet, first: int, whole: int = 0, within: int = 0) -> None:
    """Makes the rows from `first` on as high as their texts need; not every program does so by itself.

    `whole` is the width in characters of a row whose only cell runs across the sheet; of `within` columns, if
    that is said, those after do not count.
    """
    for number, cells in enumerate(sheet.iter_rows(min_row=first, max_col=within or None), start=first):
        texts = [(cell.column, str(cell.value)) for cell in cells if cell.value is not None]
        lines = 1
        for column, text in texts:
            width = sheet.column_dimensions[get_column_letter(column)].width
            room = whole if whole and len(texts) == 1 else width
            lines = max(lines, sum(1 + int(len(part) / room) for part in text.split("\n")))
        if lines > 1:
            sheet.row_dimensions[number].height = min(_MOST_POINTS, 4 + lines * _LINE_POINTS)


def paper(sheet: Worksheet, columns: str = "") -> None:
    """A4 on its side; the headings on every page; the sheet's name and the page's number below.

    `columns` are on every page too; without them the sheet is made as wide as the page.
    """
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", "9"
    sheet.print_title_rows = "1:1"
    if columns:
        sheet.print_title_cols = columns
        sheet.page_setup.scale = 55
    else:
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    if sheet.oddFooter is not None:
        sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&F – &A", "&P / &N"
