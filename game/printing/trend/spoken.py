"""A trend in the words of one language. Every form of it says the same, since all of them say this."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from game.printing.report.spoken import Speech
from game.printing.words import Language, words_in
from game.rules.insight.verdict import spread
from game.rules.trend import MonthShare, Proposal, Question, Trend

WORDS: Final = ("middle", "quarters", "strengthen", "improve", "act", "done", "partly", "not_yet", "page")


def speech_of(language: Language) -> Speech:
    """The words of assets/print."""
    return Speech(language, words_in(language).table["trend"])


def spoken_trend(trend: Trend, language: Language) -> dict[str, Any]:
    """Everything that is shown, as plain JSON values, in the order in which it is read."""
    speech = speech_of(language)
    k = {"seats": trend.k_seats, "tables": trend.k_tables}
    return {
        "language": language,
        "title": speech.say("name"),
        "period": period(trend, speech),
        "about": speech.say("about", **k),
        "empty": speech.say("empty") if trend.is_empty else "",
        "empty_why": speech.say("empty_why", **k) if trend.is_empty else "",
        "months": [{"short": short(month, speech), "name": named(month, speech)} for month in trend.months],
        "checkin": {
            "title": speech.say("checkin"),
            "note": "" if trend.checkins else speech.say("checkin_none", **k),
            "curve": speech.say("curve"),
            "questions": [_question(one, trend.months, speech) for one in trend.checkins],
            "others": speech.say("other_questions", n=len(trend.checkins) - 1)
            if len(trend.checkins) > 1
            else "",
        },
        "moved": {
            "title": speech.say("moved"),
            "line": speech.say("moved_line"),
            "note": "" if trend.moved else speech.say("moved_none", **k),
            "months": _shares(trend.moved, trend.months, speech),
        },
        "shifts": {
            "title": speech.say("shifts"),
            "rows": [
                {
                    "name": theme(one.name, speech),
                    "moved": one.moved,
                    "share": speech.say("percent", n=one.moved),
                    "tables": one.tables,
                    "line": speech.say("tables_of", n=one.tables),
                }
                for one in trend.shifts
            ],
        },
        "notes": {
            "title": speech.say("notes"),
            "line": speech.say("notes_line"),
            "note": "" if trend.notes else speech.say("notes_none", **k),
            "rows": [
                {
                    "name": theme(one.name, speech),
                    "strengthen": one.strengthen,
                    "improve": one.improve,
                    "act": one.act,
                    "line": notes_line(one.strengthen, one.improve, one.act, speech),
                }
                for one in trend.notes
            ],
        },
        "pledges": {
            "title": speech.say("pledges"),
            "line": speech.say("pledges_line"),
            "rows": [
                {
                    "name": named(one.month, speech),
                    "done": one.done,
                    "partly": one.partly,
                    "not_yet": one.not_yet,
                }
                for one in trend.pledges
            ],
        },
        "season": {
            "title": speech.say("season"),
            "line": speech.say("season_line"),
            "note": "" if trend.season else speech.say("season_none", **k),
            "rows": [_proposal(one, speech) for one in trend.season],
        },
        "method": {"title": speech.say("method"), "text": speech.say("method_text", **k)},
        "words": {name: speech.say(name) for name in WORDS}
        | {"more_themes": speech.words["more_themes"], "month": speech.say("month")},
    }


def period(trend: Trend, speech: Speech) -> str:
    """The months that are told of; "" when there are none."""
    if not trend.months:
        return speech.say("since", month=named(trend.since, speech)) if trend.since else ""
    first, last = named(trend.months[0], speech), named(trend.months[-1], speech)
    return first if first == last else speech.say("period", first=first, last=last)


def named(month: str, speech: Speech) -> str:
    """november 2026."""
    year, number = month.split("-")
    return f"{speech.words['months'][int(number) - 1]} {year}"


def short(month: str, speech: Speech) -> str:
    """nov; a January tells its year."""
    year, number = month.split("-")
    name = str(speech.words["short"][int(number) - 1])
    return f"{name} {year[2:]}" if number == "01" else name


def theme(name: Mapping[str, str], speech: Speech) -> str:
    """What a theme is called."""
    return str(speech.pick(name) or "")


def notes_line(strengthen: int, improve: int, act: int, speech: Speech) -> str:
    """ "5 förbättra · 1 agera nu · 3 stärk"; what is none is left out."""
    counts = (("improve", improve), ("act", act), ("strengthen", strengthen))
    return " · ".join(f"{n} {speech.say(name)}" for name, n in counts if n)


def _question(one: Question, months: Sequence[str], speech: Speech) -> dict[str, Any]:
    by = {month.month: month for month in one.months}
    points = []
    for month in months:
        known = by.get(month)
        low, _, high = spread(known.counts) if known else (0, 0, 0)
        points.append(
            {
                "short": short(month, speech),
                "name": named(month, speech),
                "median": known.median if known else None,
                "low": low,
                "high": high,
                "seats": known.seats if known else 0,
                "counts": list(known.counts) if known else [],
            }
        )
    return {
        "line": str(speech.pick(one.question) or ""),
        "ends": [str(speech.pick(end) or "") for end in (one.low, one.high)],
        "median": one.median,
        "answered": speech.say("answered", n=one.seats),
        "months": points,
    }


def _shares(shares: Sequence[MonthShare], months: Sequence[str], speech: Speech) -> list[dict[str, Any]]:
    by = {one.month: one for one in shares}
    return [
        {
            "short": short(month, speech),
            "name": named(month, speech),
            "moved": by[month].moved if month in by else None,
            "share": speech.say("percent", n=by[month].moved) if month in by else "",
            "tables": by[month].tables if month in by else 0,
        }
        for month in months
    ]


def _proposal(one: Proposal, speech: Speech) -> dict[str, Any]:
    reason = speech.say("reason", theme=theme(one.name, speech), wanted=one.wanted, notes=one.notes)
    return {
        "month": named(one.month, speech),
        "card": one.card,
        "title": str(speech.pick(one.title) or one.card),
        "deck": str(speech.pick(one.deck) or ""),
        "minutes": speech.say("minutes", n=one.minutes),
        "heat": one.heat,
        "why": reason,
    }
