"""A work list for a translator as a file: what is there, what is lacking, and room to write."""

from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from game.cards.tables.book import RIGHT_TO_LEFT, head, heighten, paper, put, saved
from game.cards.tables.cells import guarded
from game.cards.tables.colours import AMBER, RED, rule
from game.cards.tables.commas import write_csv
from game.cards.tables.listheads import MOST, NAME, SOURCE, TRANSLATION, headings
from game.cards.tables.worklist import STATES, Job, marked, words_of


def _rows(work: tuple[Job, ...], tongue: str) -> Iterator[tuple[str | int | None, ...]]:
    for job in work:
        state = STATES[job.state][tongue != "sv"]
        texts = (words_of(job.source), words_of(job.translation))
        yield job.label(tongue), state, *texts, job.most or None, f"{job.name} #{marked(job.translation)}"


def work_csv(work: tuple[Job, ...], source: str, language: str, tongue: str, plain: bool) -> bytes:
    """The work list as CSV."""
    rows = [
        [
            guarded(cell, numbers=True) if isinstance(cell, str) else "" if cell is None else str(cell)
            for cell in row
        ]
        for row in _rows(work, tongue)
    ]
    return write_csv([headings(source, language, tongue), *rows], plain)


def work_book(work: tuple[Job, ...], source: str, language: str, tongue: str) -> bytes:
    """The work list as a workbook; a translation that is too long turns red, a missing one amber."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Översättning" if tongue == "sv" else "Translation"
    head(sheet, headings(source, language, tongue))
    for number, row in enumerate(_rows(work, tongue), start=2):
        for at, value in enumerate(row, start=1):
            put(sheet, number, at, value)
        for_computer = sheet.cell(number, NAME + 1)
        for_computer.font = Font(name="Calibri", size=8, color="A0A0A0")
        for_computer.alignment = Alignment(vertical="top")
        for at, spoken in ((SOURCE + 1, source), (TRANSLATION + 1, language)):
            if spoken in RIGHT_TO_LEFT:
                sheet.cell(number, at).alignment = Alignment(wrap_text=True, vertical="top", readingOrder=2)
    for letter, width in zip("ABCDEF", (30, 11, 60, 60, 9, 9), strict=True):
        sheet.column_dimensions[letter].width = width
    last = len(work) + 1
    for formula, fill in (('AND($E2<>"",LEN(TRIM($D2))>$E2)', RED), ("LEN(TRIM($D2))=0", AMBER)):
        sheet.conditional_formatting.add(f"D2:D{last}", rule(formula, fill))
    words = ",".join(pair[tongue != "sv"] for pair in STATES.values())
    choice = DataValidation("list", formula1=f'"{words}"', sqref=f"B2:B{last}", allow_blank=True)
    choice.prompt = (
        "Skriv klar när du har läst en gammal översättning mot källtexten och den får stå som den är."
        if tongue == "sv"
        else "Write done when you have read an old translation against its source and it may stay as it is."
    )
    choice.showInputMessage = True
    sheet.add_data_validation(choice)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:F{last}"
    heighten(sheet, 2, within=MOST)
    paper(sheet)
    return saved(book)
