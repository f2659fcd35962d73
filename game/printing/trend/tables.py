"""The trend as tables: a workbook with a sheet for each part, or one CSV file with a row for each value."""

from __future__ import annotations

from game.printing.book import Rows, commas, workbook
from game.printing.report.spoken import Speech
from game.printing.trend.spoken import named, period, speech_of, spoken_trend, theme
from game.printing.words import Language
from game.rules.trend import Trend


def as_csv(trend: Trend, language: Language) -> bytes:
    """part; name; month; measure; value."""
    speech = speech_of(language)
    heads = [_head(speech, name) for name in ("part", "name_head", "month", "measure", "value")]
    found: Rows = [list(heads)]
    for part, (head, *rows) in sheets(trend, speech).items():
        for name, month, *values in rows:
            measured = zip(head[2:], values, strict=True)
            found += [[part, name, month, measure, value] for measure, value in measured if value is not None]
    return commas(found, language)


def as_xlsx(trend: Trend, language: Language) -> bytes:
    """Sheets: summary, check-in, shifts, notes, season, and pledges where there are any."""
    return workbook(sheets(trend, speech_of(language)))


def sheets(trend: Trend, speech: Speech) -> dict[str, Rows]:
    """Sheet -> rows, the headings first; each begins with a name and a month, "" for all months together."""
    told = spoken_trend(trend, speech.language)
    found = {
        _head(speech, "summary"): [
            _heads(speech, "name_head", "month", "value"),
            [
                told["title"],
                period(trend, speech),
                " ".join(filter(None, (told["empty"], told["empty_why"]))),
            ],
            [told["method"]["title"], "", told["method"]["text"]],
        ],
        _head(speech, "question"): _checkins(trend, speech),
        _head(speech, "theme"): _shifts(trend, speech),
        _head(speech, "improve"): _notes(trend, speech),
        _head(speech, "card"): _season(trend, speech),
    }
    if trend.pledges:
        found[_head(speech, "kept_head")] = _pledges(trend, speech)
    return found


def _head(speech: Speech, name: str) -> str:
    text = speech.say(name)
    return text[:1].upper() + text[1:]


def _heads(speech: Speech, *names: str) -> list[str | int | float | None]:
    return [_head(speech, name) for name in names]


def _checkins(trend: Trend, speech: Speech) -> Rows:
    rows: Rows = [
        [
            *_heads(speech, "question", "month"),
            *map(str, range(1, 11)),
            *_heads(speech, "middle", "seats_head"),
        ]
    ]
    for one in trend.checkins:
        name = str(speech.pick(one.question) or one.card)
        rows += [[name, named(at.month, speech), *at.counts, at.median, at.seats] for at in one.months]
        rows.append([name, "", *one.counts, one.median, one.seats])
    return rows


def _shifts(trend: Trend, speech: Speech) -> Rows:
    rows: Rows = [_heads(speech, "theme", "month", "share", "tables_head")]
    for one in trend.shifts:
        name = theme(one.name, speech)
        rows += [[name, named(at.month, speech), at.moved, at.tables] for at in one.months]
        rows.append([name, "", one.moved, one.tables])
    rows += [["", named(at.month, speech), at.moved, at.tables] for at in trend.moved]
    return rows


def _notes(trend: Trend, speech: Speech) -> Rows:
    rows: Rows = [_heads(speech, "theme", "month", "improve", "act", "strengthen", "tables_head")]
    for one in trend.notes:
        rows.append([theme(one.name, speech), "", one.improve, one.act, one.strengthen, one.tables])
    return rows


def _season(trend: Trend, speech: Speech) -> Rows:
    rows: Rows = [_heads(speech, "card", "month", "deck", "minutes_head", "theme", "why")]
    told = spoken_trend(trend, speech.language)["season"]["rows"]
    for one, said in zip(trend.season, told, strict=True):
        rows.append(
            [said["title"], said["month"], said["deck"], one.minutes, theme(one.name, speech), said["why"]]
        )
    return rows


def _pledges(trend: Trend, speech: Speech) -> Rows:
    rows: Rows = [_heads(speech, "kept_head", "month", "done", "partly", "not_yet")]
    rows += [["", named(one.month, speech), one.done, one.partly, one.not_yet] for one in trend.pledges]
    return rows
