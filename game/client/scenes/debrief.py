"""The debrief: "Hur kändes det?", "Vad såg vi?", "Vad tar vi med?" – and last a secret rating per seat."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.client.ballots.scale import numbers
from game.client.parts.around import Secret, all_done, around, back_out, draft, is_done, seal, who
from game.client.parts.page import onward, page, status
from game.client.parts.wait import waits_for
from game.client.parts.words import words
from game.client.play import Play
from game.client.scenes.results import changes
from game.client.ui import (
    Bar,
    Bars,
    Button,
    Column,
    Ctx,
    Grid,
    Histogram,
    Hotkey,
    Icon,
    Largest,
    Node,
    Panel,
    Row,
    Scroll,
    Stack,
)
from game.rules.command import Rate
from game.rules.slices import ChartSlice

QUESTIONS = ("safe", "useful", "again")


def build(play: Play, ctx: Ctx) -> Node:
    """The three screens."""
    _ = ctx._
    screen = play.stage["round"] if play.stage else 1
    if screen == 1:
        return _ask(
            play, ctx, _("Hur kändes det?"), _("Börja med det som kändes, innan ni pratar om vad ni tycker.")
        )
    if screen == 2:
        return _saw(play, ctx)
    if play.kind == "screen":
        return _ask(play, ctx, _("Vad tar vi med?"), _promise(ctx))
    return around(play, ctx, Secret(_ballot, _after, _promise(ctx)))


def _ask(play: Play, ctx: Ctx, question: str, below: str) -> Node:
    body = Column(
        [
            Icon("speech", 96, "accent", at="center"),
            words(play, ctx, question, "display", size=76, align="center"),
            words(play, ctx, below, "body", colour="soft", align="center"),
        ],
        gap=26,
        justify="center",
    )
    return page(
        play,
        ctx,
        Panel(body, pad=(100, 44), grow=1),
        [onward(play, ctx, ctx._("Vidare"))],
        waits_for(play, ctx),
    )


def _saw(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    charts = play.hall["charts"] if play.hall else []
    if not charts:
        return _ask(
            play, ctx, _("Vad såg vi?"), _("Vilket kort fick er att tänka om? Vilket delade bordet mest?")
        )
    found = _cards(play, ctx, charts) if play.kind == "screen" else _charts(play, ctx, charts)
    body = Column([words(play, ctx, _("Vad såg vi?"), "display"), found], gap=20, grow=1)
    return page(
        play, ctx, Panel(body, pad=(56, 34), grow=1), [onward(play, ctx, _("Vidare"))], waits_for(play, ctx)
    )


def _cards(play: Play, ctx: Ctx, charts: list[ChartSlice]) -> Node:
    """For a wall, which nobody can scroll: each card and how many changed, those that moved most first."""
    ranked = sorted(charts, key=lambda chart: chart["changed"], reverse=True)

    def inside() -> Node:
        return Grid([_head(play, ctx, chart) for chart in ranked], columns=2, gap=24)

    return Largest([inside], grow=1)


def _charts(play: Play, ctx: Ctx, charts: list[ChartSlice]) -> Node:
    return Scroll(Column([_chart(play, ctx, chart) for chart in charts], gap=36), key="charts", grow=1)


def _head(play: Play, ctx: Ctx, chart: ChartSlice) -> Node:
    moved = changes(chart["kind"], chart["changed"], chart["paired"], ctx)
    return Column(
        [
            words(play, ctx, ctx._.pick(chart["title"]), "strong"),
            words(play, ctx, moved, "small", colour="soft"),
        ],
        gap=2,
    )


def _chart(play: Play, ctx: Ctx, chart: ChartSlice) -> Node:
    _ = ctx._
    texts = chart["options"].get(ctx.language) or chart["options"].get("sv") or []
    named = texts if len(texts) == len(chart["choices"]) else [""] * len(chart["choices"])
    head = _head(play, ctx, chart)
    if chart["kind"] == "scale":
        both = Row(
            [
                Histogram(chart["before"], key=f"b {chart['card']}", grow=1),
                Histogram(chart["after"], key=f"a {chart['card']}", grow=1),
            ],
            gap=40,
        )
        return Column([head, both], gap=12)
    bars = [
        Bar(letter.upper(), text, after, before)
        for letter, text, before, after in zip(
            chart["choices"], named, chart["before"], chart["after"], strict=True
        )
    ]
    return Column([head, Bars(bars, chart["seats"], _("före"), _("efter"), key=chart["card"])], gap=12)


def _promise(ctx: Ctx) -> str:
    return ctx._("Ingen ser vad du svarar. Bara om tillräckligt många svarar kan hela salens svar visas.")


def _ballot(play: Play, ctx: Ctx, seat: str) -> Node:
    _ = ctx._
    found = draft(play, seat)
    names = {
        "safe": _("Jag kände mig trygg"),
        "useful": _("Jag har nytta av det här"),
        "again": _("Jag vill göra det igen"),
    }

    def send() -> None:
        seal(
            play,
            ctx,
            seat,
            Rate(
                seat=seat,
                serial=play.serial,
                safe=found.get("safe"),
                useful=found.get("useful"),
                again=found.get("again"),
            ),
        )

    rows: list[Node | None] = []
    for name in QUESTIONS:
        chosen = str(found.get(name) or "")
        scale = numbers(
            play, ctx, chosen, _picker(found, name), f"{name} {seat}", keys=False, pad=14, size=38
        )
        rows.append(Column([words(play, ctx, names[name], "strong"), scale], gap=10))
    ends = words(
        play,
        ctx,
        _("1 = inte alls, 10 = helt och hållet. Siffertangenterna fyller raderna i tur och ordning."),
        "small",
        colour="soft",
    )
    body = Column(
        [
            who(play, ctx, seat, _promise(ctx)),
            Panel(
                Column([words(play, ctx, _("Vad tar vi med?"), "title"), *rows, ends], gap=18),
                pad=(52, 28),
                grow=1,
            ),
        ],
        gap=16,
        grow=1,
    )
    done = is_done(play, seat)
    saved = done and not found and play.kind == "solo"
    label = _("Ändra mina svar") if done else _("Spara mina svar")
    last: Node = (
        status(play, ctx, "saved", _("Sparad"))
        if saved
        else Button(
            label if found else _("Passa"), send, "primary" if found else "secondary", "return", key="send"
        )
    )
    onwards = onward(play, ctx, _("Vidare"), "ctrl+return") if saved else None
    tree = page(play, ctx, body, [back_out(play, ctx), last, onwards])
    return Stack([tree, *_keys(found)])


def _picker(found: dict[str, int], name: str) -> Callable[[str], None]:
    def pick(value: str) -> None:
        found[name] = int(value)

    return pick


def _keys(found: dict[str, int]) -> list[Node]:
    """Number keys answer the first question that has no answer."""

    def answer(number: int) -> None:
        name = next((name for name in QUESTIONS if name not in found), None)
        if name is not None:
            found[name] = number

    return [Hotkey(str(number % 10), partial(answer, number)) for number in range(1, 11)]


def _after(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    body = all_done(play, ctx, _("Tack. Alla här har svarat."), promise=_promise(ctx))
    return page(play, ctx, body, [onward(play, ctx, _("Avsluta"))])
