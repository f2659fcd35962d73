"""What may be opened for the hall: check-in, cards before and after, rating.

Only with enough seats and tables behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.client.parts.words import ends
from game.client.play import Play
from game.client.scenes.hereafter import went
from game.client.stations.host_held import waiting
from game.client.ui import (
    Bar,
    Bars,
    Column,
    Ctx,
    Histogram,
    Icon,
    Node,
    Panel,
    Row,
    Scroll,
    Status,
    Text,
    Toggle,
)
from game.rules.command import ShowResult
from game.rules.slices import ChartSlice


def results(play: Play, ctx: Ctx) -> Node:
    """Everything that has been counted, the newest first, each with its switch for the big screen."""
    _, host, room = ctx._, play.host, play.room
    if host is None or room is None:
        return Column([])
    rows: list[Node] = []
    if host["rating"] is not None:
        rows.append(_result(play, ctx, "rating", _("Betygen"), ratings(ctx, host["rating"], "host")))
    rows += [_chart(play, ctx, chart) for chart in reversed(host["charts"])]
    if host["recalled"] is not None:
        title = _("Så gick det med löftena")
        rows.append(_result(play, ctx, "recall", title, went(ctx, host["recalled"], 26, "host recalled")))
    if host["checkin"] is not None:
        rows.append(_result(play, ctx, "checkin", _("Incheckningen"), _scale(play, ctx, host["checkin"])))
    if not room["distribution"]:
        return Column(
            [about_k(play, ctx), flexible_note(ctx, _("I det här programmet räknas inga svar ihop."))], gap=24
        )
    none = _("Inget att visa än. Här dyker incheckningen och korten upp när de räcker till.")
    if room["closed"]:
        none = _("Inget att visa. Det behövs svar från tillräckligt många.")
    empty = flexible_note(ctx, none)
    body: Node = Column(rows, gap=24) if rows else empty
    return Column([about_k(play, ctx), Scroll(body, key="results", grow=1)], gap=20, grow=1)


def about_k(play: Play, ctx: Ctx) -> Node:
    """Why some numbers stay closed."""
    room = play.room
    seats, tables = (room["k_seats"], room["k_tables"]) if room else (0, 0)
    text = (
        ctx._(
            "Siffror visas först när minst {seats} personer står bakom dem. Då går ingen att peka ut.",
            seats=seats,
        )
        if play.lecture
        else ctx._(
            "Siffror visas först när minst {seats} personer vid minst {tables} bord står bakom "
            "dem. Då går ingen att peka ut.",
            seats=seats,
            tables=tables,
        )
    )
    return Status("info", text)


def flexible_note(ctx: Ctx, text: str) -> Node:
    """A page with nothing on it yet, said kindly."""
    return Column(
        [Icon("scale", 72, "edge"), Text(text, colour="soft", align="center")], gap=18, align="center", pad=48
    )


def _result(play: Play, ctx: Ctx, what: str, title: str, chart: Node) -> Node:
    _, host = ctx._, play.host
    on = bool(host and what in host["shown"])
    over = play.room is not None and play.room["closed"]
    held = waiting(play, ctx, what.removeprefix("card:"))
    switch = (
        None
        if over or (held and not on)
        else Toggle(
            _("Visa på storbilden"),
            on,
            lambda on: play.do(ShowResult(what=what, on=on)),
            play.may("show_result"),
            key=f"show {what}",
        )
    )
    head = (
        Row([Text(title, "title", size=34, grow=1), switch])
        if ctx.wide
        else Column([Text(title, "title", size=34), switch], gap=10)
    )
    return Panel(Column([head, held, chart], gap=18), pad=32, radius="card", line="accent" if on else "")


def _scale(play: Play, ctx: Ctx, counts: Sequence[int]) -> Node:
    low, high = ends(play.hall, ctx)
    return Histogram(counts, low_label=low, high_label=high, key="host checkin", height=260)


def _chart(play: Play, ctx: Ctx, chart: ChartSlice) -> Node:
    _ = ctx._
    then = last_time(play, ctx, chart)
    body = Column(
        [
            Text(grounds(play, ctx, chart), "small", colour="soft"),
            bars(ctx, chart, f"host {chart['card']}"),
            Text(then, "small", colour="soft") if then else None,
        ],
        gap=14,
    )
    return _result(play, ctx, f"card:{chart['card']}", _.pick(chart["title"]), body)


def grounds(play: Play, ctx: Ctx, chart: ChartSlice) -> str:
    """How many are behind a chart, by one number: of those who voted twice also whoever passed is one, so
    they are more than those whose answers the bars show.
    """
    _ = ctx._
    if play.lecture and chart["paired"]:
        return _("{n} av {m} bytte", n=chart["changed"], m=chart["paired"])
    if play.lecture:
        return ctx.plural("{n} person", "{n} personer", chart["seats"])
    if not chart["paired"]:
        return _("{n} personer vid {m} bord", n=chart["seats"], m=chart["tables"])
    tables = ctx.plural("{n} bord", "{n} bord", chart["tables"])
    return _("{n} av {m} bytte", n=chart["changed"], m=chart["paired"]) + " · " + tables


def last_time(play: Play, ctx: Ctx, chart: ChartSlice) -> str:
    """In a follow-up, of the card that is played again: what each answer had then; "" for any other."""
    then = play.hall["then"] if play.hall else None
    if then is None or not then["card"] or then["card"] != chart["card"]:
        return ""
    pairs = zip(chart["choices"], then["before"], then["after"], strict=True)
    told = " · ".join(f"{choice.upper()} {before} → {after}" for choice, before, after in pairs)
    return ctx._("Förra gången: {told}", told=told)


def bars(ctx: Ctx, chart: ChartSlice, key: str, size: float = 26) -> Node:
    """One card over all tables, before and after. `size` is that of its words."""
    _ = ctx._
    texts = chart["options"].get(ctx.language) or chart["options"].get("sv") or []
    if not chart["choices"][0].isalpha():
        return Column(
            [
                Text(_("FÖRE"), "label", colour="soft"),
                Histogram(chart["before"], size=size, key=f"{key} b", height=180),
                Text(_("EFTER"), "label", colour="soft"),
                Histogram(chart["after"], size=size, key=f"{key} a", height=180),
            ],
            gap=8,
        )
    rows = [
        Bar(choice.upper(), texts[n] if n < len(texts) else "", chart["after"][n], chart["before"][n])
        for n, choice in enumerate(chart["choices"])
    ]
    return Bars(rows, chart["seats"], _("före"), _("efter"), size=size, key=key)


def ratings(ctx: Ctx, rating: dict[str, list[int]], key: str, size: float = 26) -> Node:
    """Safe, useful, again: three scales."""
    _ = ctx._
    names = {"safe": _("Tryggt"), "useful": _("Användbart"), "again": _("Vill göra igen")}
    return Column(
        [
            part
            for name, title in names.items()
            if name in rating
            for part in (
                Text(title, "label", colour="soft"),
                Histogram(rating[name], size=size, key=f"{key} {name}", height=190),
            )
        ],
        gap=10,
    )
