"""What turns red, grey or amber in a workbook while somebody writes: conditional formatting, never a formula
in a cell.
"""

from collections.abc import Sequence
from typing import Final

from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from game.cards.format import KINDS
from game.cards.tables.columns import Column, Field
from game.cards.tables.covers import SINGLE
from game.cards.tables.shape import kinds_needing, kinds_requiring, kinds_with, limits, most

RED: Final = PatternFill("solid", bgColor="F4B9B0")
AMBER: Final = PatternFill("solid", bgColor="FCE8B2")
_GREY: Final = PatternFill("solid", bgColor="DDDDDD")
_LANGUAGES_ROW: Final = 2 + next(at for at, field in enumerate(SINGLE) if field.name == "languages")
_BY_IMPORT: Final = frozenset({"id", "kind", "status", "rev"})
"""What a row is told apart by, and what the import fills in."""


def rule(formula: str, fill: PatternFill) -> Rule:
    """Colours a cell where the formula is true; the first such rule alone."""
    return Rule(type="expression", dxf=DifferentialStyle(fill=fill), formula=[formula], stopIfTrue=True)


def colours(sheet: Worksheet, chosen: Sequence[Column], rows: int, deck_sheet: str) -> None:
    """The rules of a sheet of cards, from the second row on; `deck_sheet` says which languages count."""
    letters = {column.loc: get_column_letter(at) for at, column in enumerate(chosen, start=1)}
    kind, name = f"${letters['kind',]}2", f"${letters['id',]}2"
    for column in chosen:
        letter = letters[column.loc]
        area, first = f"{letter}2:{letter}{rows + 1}", f"{letter}2"
        if column.language:
            counts = _counts(f'"{column.language}"', f"{deck_sheet}!")
            _spoken(sheet, area, first, column.field, kind, counts)
            continue
        needing = kinds_requiring(column.field.name)
        if column.field.name not in _BY_IMPORT and needing:
            _amber(sheet, area, f"AND({_any(kind, needing)},LEN(TRIM({first}))=0)")
    for empty, there in ((kind, name), (name, kind)):
        letter = empty[1:-1]
        _amber(sheet, f"{letter}2:{letter}{rows + 1}", f"AND(LEN(TRIM({empty}))=0,LEN(TRIM({there}))>0)")


def about_the_deck(sheet: Worksheet, languages: int) -> None:
    """Amber where the sheet about the deck lacks something that every deck has."""
    last = len(SINGLE) + 1
    _amber(sheet, f"B2:B{last}", "LEN(TRIM(B2))=0")
    for at in range(3, languages + 3):
        letter = get_column_letter(at)
        first = f"{letter}{last + 1}"
        spare = f'RIGHT(TRIM($A{last + 1}),1)=":"'
        empty = f"AND(LEN(TRIM({first}))=0,NOT({spare}),{_counts(f'{letter}$1', '')})"
        _amber(sheet, f"{first}:{letter}{sheet.max_row}", empty)


def _spoken(sheet: Worksheet, area: str, first: str, field: Field, kind: str, counts: str) -> None:
    """Red when too long, grey when the row's kind lacks the field, amber when it needs it, or more of it."""
    length = f"LEN(TRIM({first}))"
    having, needing = kinds_with(field.path), kinds_needing(field.path)
    conditional = sheet.conditional_formatting
    if most(field.path) and field.kind == "text":
        conditional.add(area, rule(f"{length}>{most(field.path)}", RED))
    if len(having) < len(KINDS) and having:
        conditional.add(area, rule(f'AND({kind}<>"",NOT({_any(kind, having)}))', _GREY))
    if needing:
        _amber(sheet, area, f"AND({_any(kind, needing)},{length}=0,{counts})")
    for name in having:
        found = limits(name, field.path)
        if found is not None and found.least > 1:
            _amber(sheet, area, f'AND({kind}="{name}",{length}>0,{length}<{found.least})')


def _amber(sheet: Worksheet, area: str, formula: str) -> None:
    sheet.conditional_formatting.add(area, rule(formula, AMBER))


def _counts(language: str, sheet: str) -> str:
    """True when the language is one of those in the row Languages of the sheet about the deck."""
    there = f'SUBSTITUTE(SUBSTITUTE({sheet}$B${_LANGUAGES_ROW}," ",""),";",",")'
    return f'ISNUMBER(SEARCH(","&{language}&",",","&{there}&","))'


def _any(kind: str, kinds: Sequence[str]) -> str:
    tests = ",".join(f'{kind}="{name}"' for name in kinds)
    return f"OR({tests})"
