"""The report as tables: a workbook with a sheet for each part, or one CSV file with a row for each value.

A cell that a spreadsheet would run has an apostrophe before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Final, TypeAlias

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from game.cards.tables.cells import guarded
from game.cards.tables.commas import write_csv
from game.printing.report.spoken import (
    RATINGS,
    Speech,
    labels,
    missing,
    sides,
    speech_in,
    worded,
)
from game.printing.words import Language
from game.rules.report import Report, Scale

Value: TypeAlias = str | int | float | None
Rows: TypeAlias = list[list[Value]]
WIDEST: Final = 70
"""Characters of a column; longer texts are broken."""


def as_csv(report: Report, language: Language) -> bytes:
    """part; card or name; answer; what it says; measure; value: as Excel reads it in that language."""
    speech = speech_in(language)
    names = ("part", "heading", "choice", "text", "measure", "value")
    rows: Rows = [_heads(speech, *names), *_long(report, speech)]
    return write_csv([[_cell(value, language) for value in row] for row in rows], plain=language == "en")


def as_xlsx(report: Report, language: Language) -> bytes:
    """Sheets: summary, cards, answers, scales, texts."""
    book = Workbook()
    book.properties.creator = "Bemöt"
    book.remove(book.worksheets[0])
    for name, rows in sheets(report, speech_in(language)).items():
        sheet: Worksheet = book.create_sheet(name)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                cell = sheet.cell(number, column, _plain(value))
                if isinstance(value, str):
                    cell.data_type = "s"  # a text is never a formula, whatever it begins with
                cell.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str))
                cell.font = Font(bold=number == 1)
        for column in range(1, len(rows[0]) + 1):
            longest = max(len(str(row[column - 1] or "")) for row in rows)
            sheet.column_dimensions[get_column_letter(column)].width = min(WIDEST, longest + 3)
        sheet.freeze_panes = "A2"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def sheets(report: Report, speech: Speech) -> dict[str, Rows]:
    """Sheet -> rows, the headings first; every row is as long as its headings."""
    return {
        _head(speech, "summary"): [_heads(speech, "heading", "value"), *_summary(report, speech)],
        _head(speech, "card"): _cards(report, speech),
        _head(speech, "answers"): _answers(report, speech),
        _head(speech, "scales"): _scales(report, speech),
        _head(speech, "texts"): [_heads(speech, "kind", "heading", "text"), *_texts(report, speech)],
    }


def _texts(report: Report, speech: Speech) -> Rows:
    return [[speech.say(one.kind), one.heading, worded(one.kind, one.text, speech)] for one in report.texts]


def _heads(speech: Speech, *names: str) -> list[Value]:
    return [_head(speech, name) for name in names]


def _head(speech: Speech, name: str) -> str:
    text = speech.say(name)
    return text[:1].upper() + text[1:]


def _summary(report: Report, speech: Speech) -> Rows:
    rows: Rows = [
        [_head(speech, "date"), report.date],
        [_head(speech, "programme"), report.preset or speech.say("own")],
    ]
    if report.tables is not None:
        rows += [[_head(speech, "tables"), report.tables], [_head(speech, "seats_about"), report.seats]]
    titles = {card.card: speech.title(card) for card in report.cards}
    for name, cards in (("shifts", report.shifts), ("splits", report.splits)):
        rows += [[speech.say(name), titles[card]] for card in cards]
    rows.append(
        [speech.say("method"), speech.say("method_text", seats=report.k_seats, tables=report.k_tables)]
    )
    return rows


def _cards(report: Report, speech: Speech) -> Rows:
    rows: Rows = [_heads(speech, "card", "kind", "seats", "tables", "moved", "largest", "missing")]
    for card in report.cards:
        told = card.answers
        numbers: list[Value] = [None] * 4
        if told is not None:
            numbers = [told.seats, told.tables, told.moved, told.largest]
        rows.append([speech.title(card), card.kind, *numbers, missing(card.missing, report, speech)])
    return rows


def _answers(report: Report, speech: Speech) -> Rows:
    rows: Rows = [_heads(speech, "card", "choice", "text", "before", "after")]
    for card in report.cards:
        if card.answers is not None:
            counts = zip(labels(card, speech), *sides(card, card.answers), strict=True)
            rows += [[speech.title(card), sign, text, b, a] for (sign, text), b, a in counts]
    return rows


def _scales(report: Report, speech: Speech) -> Rows:
    rows: Rows = [
        [_head(speech, "heading"), *range(1, 11), _head(speech, "middle"), _head(speech, "missing")]
    ]
    for name, scale, why in _scale_parts(report, speech):
        if scale is not None:
            rows.append([name, *scale.counts, scale.median, ""])
        else:
            rows.append([name, *[None] * 11, why])
    return rows


def _scale_parts(report: Report, speech: Speech) -> Iterator[tuple[str, Scale | None, str]]:
    yield speech.say("checkin"), report.checkin, missing(report.checkin_missing, report, speech)
    why = missing(report.rating_missing or "few", report, speech)
    for name in RATINGS:
        yield speech.say(name), report.rating.get(name), why


def _long(report: Report, speech: Speech) -> Iterator[list[Value]]:
    """A row for each value."""
    for name, value in _summary(report, speech):
        yield [_head(speech, "summary"), name, "", "", "", value]
    part = _head(speech, "card")
    for head, *rows in [_cards(report, speech)]:
        for title, *values in rows:
            told = zip(head[1:], values, strict=True)
            yield from ([part, title, "", "", name, value] for name, value in told if value not in (None, ""))
    for head, *rows in [_answers(report, speech)]:
        for title, sign, text, *counts in rows:
            yield from (
                [_head(speech, "answers"), title, sign, text, name, n]
                for name, n in zip(head[3:], counts, strict=True)
            )
    for head, *rows in [_scales(report, speech)]:
        for title, *values in rows:
            for name, value in zip(head[1:], values, strict=True):
                if value not in (None, ""):
                    number = name if isinstance(name, int) else ""
                    measure = _head(speech, "count") if isinstance(name, int) else name
                    yield [_head(speech, "scales"), title, number, "", measure, value]
    for one in report.texts:
        words = worded(one.kind, one.text, speech)
        yield [_head(speech, "texts"), one.heading, "", words, speech.say(one.kind), ""]


def _plain(value: Value) -> Value:
    """As it may stand in a workbook."""
    return guarded(ILLEGAL_CHARACTERS_RE.sub("", value), numbers=False) if isinstance(value, str) else value


def _cell(value: Value, language: Language) -> str:
    """As it may stand in CSV."""
    if isinstance(value, float):
        return f"{value:g}".replace(".", "," if language == "sv" else ".")
    plain = _plain(value)
    return "" if plain is None else str(plain)
