"""The report as tables: a workbook with a sheet for each part, or one CSV file with a row for each value.

A cell that a spreadsheet would run has an apostrophe before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.printing.book import Rows, Value, commas, workbook
from game.printing.report.spoken import (
    RATINGS,
    Speech,
    kept_rows,
    labels,
    missing,
    sides,
    speech_in,
    then_line,
    worded,
)
from game.printing.words import Language
from game.rules.report import Report, Scale


def as_csv(report: Report, language: Language) -> bytes:
    """part; card or name; answer; what it says; measure; value: as Excel reads it in that language."""
    speech = speech_in(language, lecture=report.lecture)
    names = ("part", "heading", "choice", "text", "measure", "value")
    rows: Rows = [_heads(speech, *names), *_long(report, speech)]
    return commas(rows, language)


def as_xlsx(report: Report, language: Language) -> bytes:
    """Sheets: summary, cards, answers, scales, texts."""
    return workbook(sheets(report, speech_in(language, lecture=report.lecture)))


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
        rows += [] if report.lecture else [[_head(speech, "tables"), report.tables]]
        rows.append([_head(speech, "seats_about"), report.seats])
    if report.then is not None:
        rows.append([speech.say("then_session"), report.then.date])
    rows += [[f"{speech.say('kept')}: {text}", count] for text, count in kept_rows(report, speech)]
    titles = {card.card: speech.title(card) for card in report.cards}
    rows += [[titles[card.card], line] for card in report.cards if (line := then_line(card, report, speech))]
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
    if report.then is not None and report.then.checkin is not None:
        yield speech.say("then_day", day=speech.day(report.then.date)), report.then.checkin, ""
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
