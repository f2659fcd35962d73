"""What many rooms say together, in the host's own window: themes over months, and cards to play next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.client.stations.board import Board
from game.client.ui import (
    Button,
    Calm,
    Column,
    Ctx,
    Dialog,
    Flow,
    Histogram,
    Meter,
    Node,
    Panel,
    Row,
    Rule,
    Scroll,
    Status,
    Text,
    TextField,
)
from game.rules.insight.verdict import spread
from game.rules.trend import Proposal, Question, Trend

FIELD = "trend key"
MOST = 8
"""Themes that are shown; the paper and the tables have them all."""
NAMES = 330
"""How wide the names beside bars are."""
VALUES = 470


def trend_button(board: Board, ctx: Ctx) -> Node | None:
    """The way to the page; nothing where nobody can be asked. What is known is asked for at once."""
    desk = board.desk.trend
    if desk.ask is None:
        return None

    def open_page() -> None:
        board.ask("trend")
        if desk.ask is not None and not desk.needs_key and not desk.works:
            desk.ask("")

    return Button(ctx._("Över tid …"), open_page, icon="list", key="open trend")


def trend_dialog(board: Board, ctx: Ctx) -> Node:
    """The page: what it is, what it says, and the way to paper."""
    _, desk = ctx._, board.desk.trend

    def back() -> None:
        ctx.forget(FIELD)
        board.ask()

    told = desk.trend
    head = Column([Text(_("Över tid"), "title"), Text(_period(told, ctx), "small", colour="soft")], gap=4)
    body: list[Node] = [_key_field(board, ctx)] if desk.needs_key else []
    if told is not None:
        body += _empty(told, ctx) if told.is_empty else _parts(board, told, ctx)
    paper = None
    if told is not None and not told.is_empty and desk.save is not None:
        paper = Button(
            _("Spara som PDF"),
            partial(desk.save, ctx.language, ""),
            "primary",
            icon="printer",
            enabled=not desk.works,
            key="save trend",
        )
    foot = Calm(Flow([Button(_("Tillbaka"), back, key="back from trend"), paper]))
    shown = Scroll(Column(body, gap=20, pad=(6, 6)), key="trend", grow=1)
    return Dialog(Column([head, *_state(board, ctx), shown, foot], gap=20), back, span=1400)


def month_name(month: str, ctx: Ctx) -> str:
    """november 2026"""
    _ = ctx._
    names = (
        _("januari"), _("februari"), _("mars"), _("april"), _("maj"), _("juni"),
        _("juli"), _("augusti"), _("september"), _("oktober"), _("november"), _("december"),
    )  # fmt: skip
    year, number = month.split("-")
    return f"{names[int(number) - 1]} {year}"


def _period(told: Trend | None, ctx: Ctx) -> str:
    _ = ctx._
    if told is None or not told.months:
        return _("Vad många samtal säger tillsammans. Inga rum, bord eller chefer jämförs.")
    first, last = month_name(told.months[0], ctx), month_name(told.months[-1], ctx)
    if first == last:
        return first
    return _("{first} – {last}. Inga rum, bord eller chefer jämförs.", first=first, last=last)


def _state(board: Board, ctx: Ctx) -> list[Node]:
    _, desk = ctx._, board.desk.trend
    if desk.works:
        return [Status("waiting", _("Hämtar …"))]
    if desk.trouble:
        return [Status("warning", _.pick(dict(desk.trouble)))]
    if not desk.kept:
        return [Status("info", _("Den här servern sparar inget över tid: den som driver den har valt det."))]
    return [Status("saved", _("Sparat: {path}", path=desk.saved))] if desk.saved else []


def _key_field(board: Board, ctx: Ctx) -> Node:
    """Where the window has come back without its key it is asked for."""
    desk = board.desk.trend

    def submit(text: str) -> None:
        if desk.ask is not None and text.strip() and not desk.works:
            desk.ask(text.strip())

    field = TextField(ctx._("SPELLEDARNYCKELN"), limit=39, upper=True, key=FIELD, on_submit=submit)
    typed = ctx.typed(FIELD)
    show = Button(
        ctx._("Visa"),
        lambda: submit(typed),
        "primary",
        enabled=bool(typed.strip()) and not desk.works,
        key="show trend",
    )
    return Column([field, Flow([show])], gap=14)


def _empty(told: Trend, ctx: Ctx) -> list[Node]:
    _ = ctx._
    why = _(
        "Tal visas när minst {seats} personer vid {tables} bord står bakom dem. Tre arbetsplatsträffar med "
        "ett bord var räcker, om borden haft kort ur samma tema och rummen är stängda. Sidan fylls på en "
        "gång om dygnet.",
        seats=told.k_seats,
        tables=told.k_tables,
    )
    words = [Text(_("Det finns inget att berätta än"), "strong", size=34), Text(why)]
    return [Panel(Column(words, gap=12), pad=(32, 26), fill="tint", radius="field", shadow="")]


def _parts(board: Board, told: Trend, ctx: Ctx) -> list[Node]:
    _ = ctx._
    found: list[Node] = []
    for one in told.checkins[:1]:
        found += [_head(_("Läget när vi började")), *_checkin(one, ctx)]
    if told.shifts:
        lines = [(_.pick(dict(one.name)), one.moved, 100, f"{one.moved} %") for one in told.shifts[:MOST]]
        about = _("Andelen av rösterna som samtalet flyttade, tema för tema.")
        found += [_head(_("Så många ändrade sig av samtalet")), _about(about), *_bars(lines, ctx)]
    if told.notes:
        about = _("Anteckningar efter korten. Strecket är de som vill förbättra eller agera nu.")
        notes = [
            (
                _.pick(dict(one.name)),
                one.wanted,
                max(1, one.notes),
                _notes(one.improve, one.act, one.strengthen, ctx),
            )
            for one in told.notes[:MOST]
        ]
        found += [_head(_("Det borden vill förbättra och stärka")), _about(about), *_bars(notes, ctx)]
    if told.pledges:
        kept = [
            (
                month_name(one.month, ctx),
                one.done,
                max(1, one.done + one.partly + one.not_yet),
                _("{n} gjort · {m} delvis · {k} inte än", n=one.done, m=one.partly, k=one.not_yet),
            )
            for one in told.pledges
        ]
        found += [_head(_("Vad det blev av löftena")), *_bars(kept, ctx)]
    if told.season:
        about = _(
            "Ett kort i månaden ur teman där borden vill förbättra något. Välj fritt: det är ett förslag."
        )
        cards = [_proposal(board, one, ctx) for one in told.season]
        found += [Rule(), _head(_("Säsongsplan")), _about(about), *cards]
    note = _(
        "Summorna läggs ihop en gång om dygnet ur stängda rum, och berättas hela och för alltid. De duger "
        "inte till att mäta eller jämföra grupper."
    )
    return [*found, Text(note, "small", colour="soft")]


def _head(text: str) -> Node:
    return Text(text, "title", size=36, min=28)


def _about(text: str) -> Node:
    return Text(text, "small", colour="soft")


def _notes(improve: int, act: int, strengthen: int, ctx: Ctx) -> str:
    _ = ctx._
    parts = (
        (improve, _("{n} förbättra", n=improve)),
        (act, _("{n} agera nu", n=act)),
        (strengthen, _("{n} stärk", n=strengthen)),
    )
    return " · ".join(words for n, words in parts if n)


def _checkin(one: Question, ctx: Ctx) -> list[Node]:
    _ = ctx._
    lines = []
    for month in one.months:
        low, _middle, high = spread(month.counts)
        middle = f"{month.median:g}".replace(".", "," if ctx.language == "sv" else ".")
        words = _("mitten {n} · hälften {low}–{high}", n=middle, low=low, high=high)
        lines.append((month_name(month.month, ctx), round(10 * month.median), 100, words))
    whole = Histogram(
        one.counts,
        low_label=_.pick(dict(one.low)),
        high_label=_.pick(dict(one.high)),
        median=one.median,
        key="trend check-in",
        height=300,
    )
    return [_about(_.pick(dict(one.question))), whole, *_bars(lines, ctx)]


def _bars(lines: Sequence[tuple[str, int, int, str]], ctx: Ctx) -> list[Node]:
    """(name, so many, of so many, in words) a line; where there is little room the bar stands below."""
    found: list[Node] = []
    for name, n, of, words in lines:
        percent = round(100 * n / max(1, of))
        if ctx.wide:
            row = [Text(name, width=NAMES), Meter(percent, 100, grow=1), Text(words, "small", width=VALUES)]
            found.append(Row(row, gap=20))
        else:
            head = Row([Text(name, grow=1), Text(words, "small")], gap=16)
            found.append(Column([head, Meter(percent, 100, thick=18)], gap=6))
    return found


def _proposal(board: Board, one: Proposal, ctx: Ctx) -> Node:
    _, desk = ctx._, board.desk.trend
    why = _(
        "{theme}: {n} av {m} anteckningar vill förbättra eller agera nu",
        theme=_.pick(dict(one.name)),
        n=one.wanted,
        m=one.notes,
    )
    about = _("{deck} · {n} min", deck=_.pick(dict(one.deck)), n=one.minutes)
    words = Column(
        [
            Text(month_name(one.month, ctx), "label", colour="soft"),
            Text(_.pick(dict(one.title)), "title", size=34, min=28),
            Text(about, "small"),
            Text(why, "small", colour="soft"),
        ],
        gap=2,
        grow=1,
    )
    save = None
    if desk.save is not None:
        save = Button(
            _("Spara kortet på ett A4"),
            partial(desk.save, ctx.language, one.card),
            icon="printer",
            enabled=not desk.works,
            key=f"save {one.card}",
        )
    return Row([words, save], gap=20) if ctx.wide else Column([words, Flow([save])], gap=10)
