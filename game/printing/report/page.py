"""The report as one web page: nothing is fetched, nothing runs, and a table stands beside every chart."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from game.printing.report.charts import bars, histogram
from game.printing.report.spoken import spoken
from game.printing.web import document, note, section, table
from game.printing.words import Language
from game.rules.report import Report


def as_html(report: Report, language: Language) -> bytes:
    """The whole page, UTF-8."""
    told = spoken(report, language)
    name = " · ".join(filter(None, (told["title"], told["programme"], told["date"])))
    body = [
        _header(told),
        "<main>",
        '<div class="two">',
        _scales(told["checkin"], told["words"]),
        _kept(told["kept"], told["words"]) if told["kept"]["told"] else "",
        _scales(told["rating"], told["words"]),
        _named(told["shifts"]),
        _named(told["splits"]),
        "</div>",
        '<div class="two">',
        *(_texts(part) for part in told["texts"]),
        "</div>",
        _cards(told["cards"], told["words"]),
        "</main>",
        f"<footer><h2>{_(told['method']['title'])}</h2><p>{_(told['method']['text'])}</p></footer>",
    ]
    return document(name, body, language)


def _(text: str) -> str:
    return escape(text)


def _header(told: Mapping[str, Any]) -> str:
    date = f'<p class="soft">{_(told["date"])}</p>' if told["date"] else ""
    return (
        f'<header><p class="kind">{_(told["title"])}</p><h1>{_(told["programme"])}</h1>{date}</header>\n'
        f'<p class="who">{_(told["who"])}</p><p class="soft">{_(told["about"])}</p>'
    )


def _scales(part: Mapping[str, Any], words: Mapping[str, str]) -> str:
    if part["note"]:
        return section(part["title"], note(part["note"]))
    figures = [_scale(scale, part["title"], words) for scale in (*part["scales"], *part.get("then", ()))]
    return section(part["title"], [f'<p class="soft">{_(part["line"])}</p>', *figures])


def _scale(scale: Mapping[str, Any], title: str, words: Mapping[str, str]) -> str:
    head = f"<h3>{_(scale['name'])}</h3>" if scale["name"] else ""
    ends = [f"{n}: {end}" for n, end in zip((1, 10), scale["ends"], strict=True) if end]
    line = " · ".join([*ends, scale["middle"], scale["answered"]])
    beside = table(
        scale["name"] or title,
        [words["number"], *map(str, range(1, len(scale["counts"]) + 1))],
        [[words["count"], *map(str, scale["counts"])]],
    )
    chart = histogram(scale["counts"], scale["median"])
    return f'{head}<figure class="beside">{chart}{beside}</figure><p class="soft">{_(line)}</p>'


def _kept(part: Mapping[str, Any], words: Mapping[str, str]) -> str:
    rows = [[row["text"], str(row["count"])] for row in part["rows"]]
    found = [table(part["title"], [words["choice"], words["count"]], rows)] if rows else []
    line = [f'<p class="soft">{_(part["line"])}</p>'] if rows else []
    return section(part["title"], [*note(part["note"]), *found, *line])


def _named(part: Mapping[str, Any]) -> str:
    rows = "".join(f"<li><strong>{_(row['title'])}</strong><br>{_(row['line'])}</li>" for row in part["rows"])
    return section(part["title"], [*note(part["note"]), f"<ol>{rows}</ol>" if rows else ""])


def _texts(part: Mapping[str, Any]) -> str:
    parts = note(part["note"])
    for group in part["groups"]:
        if group["heading"]:
            parts.append(f"<h3>{_(group['heading'])}</h3>")
        parts.append("<ul>" + "".join(f"<li>{_(text)}</li>" for text in group["texts"]) + "</ul>")
    return section(part["title"], parts)


def _cards(part: Mapping[str, Any], words: Mapping[str, str]) -> str:
    legend = (
        f'<p class="legend"><span><i></i>{_(words["before"])}</span>'
        f'<span><i class="full"></i>{_(words["after"])}</span></p>'
    )
    cards = [legend, *(_card(card, words) for card in part["rows"])] if part["rows"] else []
    untold = [f"<p>{_(line)}</p>" for line in part["untold"]]
    return section(part["title"], [*note(part["note"]), *cards, *untold])


def _card(card: Mapping[str, Any], words: Mapping[str, str]) -> str:
    rows = card["rows"]
    if card["is_scale"]:
        sides = [[row[side] for row in rows] for side in ("before", "after")]
        chart = histogram(sides[0], filled=False) + histogram(sides[1])
        beside = table(
            card["title"],
            [words["number"], *(row["sign"] for row in rows)],
            [
                [words[side], *map(str, counts)]
                for side, counts in zip(("before", "after"), sides, strict=True)
            ],
        )
    else:
        chart = bars([(row["sign"], row["before"], row["after"]) for row in rows])
        answers = [
            [" ".join(filter(None, (row["sign"], row["text"]))), str(row["before"]), str(row["after"])]
            for row in rows
        ]
        beside = table(card["title"], [words["choice"], words["before"], words["after"]], answers)
    return (
        f"<article><h3>{_(card['title'])}</h3>"
        f'<p class="soft">{_(card["basis"])} · {_(card["moved"])}</p>'
        + (f'<p class="soft">{_(card["then"])}</p>' if card["then"] else "")
        + f'<figure class="beside">{chart}{beside}</figure></article>'
    )
