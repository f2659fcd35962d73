"""The trend as one web page, with a table beside every chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from game.printing.report.charts import columns, curve, parts
from game.printing.trend.spoken import speech_of, spoken_trend
from game.printing.web import document, note, section, table
from game.printing.words import Language
from game.rules.trend import Trend


def as_html(trend: Trend, language: Language) -> bytes:
    """The whole page, UTF-8."""
    told, say = spoken_trend(trend, language), speech_of(language).say
    period = f'<p class="soft">{escape(told["period"])}</p>' if told["period"] else ""
    body = [
        f"<header><h1>{escape(told['title'])}</h1>{period}</header>",
        f"<p>{escape(told['about'])}</p>",
        *note(" ".join(filter(None, (told["empty"], told["empty_why"])))),
        "<main>",
        _checkin(told["checkin"], told["words"]),
        _moved(told["moved"], told["shifts"], say("month"), say("theme"), say("share")),
        _notes(told["notes"], told["words"], say("theme")),
        _pledges(told["pledges"], told["words"]),
        _season(told["season"]),
        "</main>",
        f"<footer><h2>{escape(told['method']['title'])}</h2><p>{escape(told['method']['text'])}</p></footer>",
    ]
    return document(" · ".join(filter(None, (told["title"], told["period"]))), body, language)


def _soft(text: str) -> str:
    return f'<p class="soft">{escape(text)}</p>'


def _beside(chart: str, rows: str) -> str:
    return f'<figure class="beside">{chart}{rows}</figure>'


def _checkin(part: Mapping[str, Any], words: Mapping[str, str]) -> str:
    if part["note"]:
        return section(part["title"], note(part["note"]))
    found = [_soft(part["curve"])]
    for one in part["questions"]:
        months: Sequence[Mapping[str, Any]] = [month for month in one["months"] if month["seats"]]
        rows = table(
            part["title"],
            [words["month"], *map(str, range(1, 11)), words["middle"]],
            [[month["name"], *map(str, month["counts"]), f"{month['median']:g}"] for month in months],
        )
        ends = [f"{n}: {end}" for n, end in zip((1, 10), one["ends"], strict=True) if end]
        found.append(f"<h3>{escape(one['line'])}</h3>" if one["line"] else "")
        found.append(_soft(" · ".join([*ends, one["answered"]])))
        found.append(_beside(curve(one["months"]), rows))
    return section(part["title"], found)


def _moved(part: Mapping[str, Any], shifts: Mapping[str, Any], month: str, theme: str, share: str) -> str:
    if part["note"]:
        return section(part["title"], note(part["note"]))
    told = [one for one in part["months"] if one["moved"] is not None]
    by_month = table(part["title"], [month, share], [[one["name"], str(one["moved"])] for one in told])
    themes = table(
        shifts["title"], [theme, share], [[one["name"], str(one["moved"])] for one in shifts["rows"]]
    )
    return section(
        part["title"],
        [
            _soft(part["line"]),
            _beside(columns([(one["short"], one["moved"]) for one in part["months"]]), by_month),
            themes,
        ],
    )


def _notes(part: Mapping[str, Any], words: Mapping[str, str], theme: str) -> str:
    if part["note"]:
        return section(part["title"], note(part["note"]))
    names = ("improve", "act", "strengthen")
    kinds = ("full", "dark", "")
    legend = "".join(
        f'<span><i class="{kind}"></i>{escape(words[name])}</span>'
        for name, kind in zip(names, kinds, strict=True)
    )
    rows = table(
        part["title"],
        [theme, *(words[name] for name in names)],
        [[one["name"], *(str(one[name]) for name in names)] for one in part["rows"]],
    )
    chart = parts([(one["name"], [one[name] for name in names]) for one in part["rows"]])
    return section(
        part["title"], [_soft(part["line"]), f'<p class="legend">{legend}</p>', _beside(chart, rows)]
    )


def _pledges(part: Mapping[str, Any], words: Mapping[str, str]) -> str:
    if not part["rows"]:
        return ""
    names = ("done", "partly", "not_yet")
    rows = [[one["name"], *(str(one[name]) for name in names)] for one in part["rows"]]
    heads = [words["month"], *(words[name] for name in names)]
    return section(part["title"], [_soft(part["line"]), table(part["title"], heads, rows)])


def _season(part: Mapping[str, Any]) -> str:
    if part["note"]:
        return section(part["title"], note(part["note"]))
    rows = "".join(
        f"<li><strong>{escape(one['month'])}: {escape(one['title'])}</strong><br>"
        f"{escape(one['deck'])} · {escape(one['minutes'])}<br>{escape(one['why'])}</li>"
        for one in part["rows"]
    )
    return section(part["title"], [_soft(part["line"]), f"<ol>{rows}</ol>"])
