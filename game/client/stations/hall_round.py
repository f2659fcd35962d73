"""The hall's screen during a card: the situation, silence while the tables talk, and what the host opens."""

from __future__ import annotations

from game.client.play import Play, left
from game.client.stations.hall_words import big, card_field, message, small
from game.client.stations.host_shown import bars, grounds, last_time
from game.client.ui import CardBack, Column, Ctx, Hourglass, Icon, Node, Panel, Pile, Row, flexible
from game.rules.slices import ChartSlice


def practice(play: Play, ctx: Ctx) -> Node:
    """A light card first."""
    _ = ctx._
    return message(
        ctx, _("Provkort"), _("Ett lätt kort, för att prova hur det går till. Inget av det sparas.")
    )


def draw(play: Play, ctx: Ctx) -> Node:
    """The pile, while the host chooses."""
    _ = ctx._
    pile = Row([flexible(), Pile(8, CardBack(_("Bemöt"), 0, 0, 480)), flexible()])
    own = play.hall is not None and play.hall["own"]
    line = _("Varje bord har sitt eget kort") if own else _("Spelledaren drar ett kort")
    words = big(ctx, line, 64, role="title", align="center")
    return Column([flexible(), pile, words, flexible()], gap=48)


def read(play: Play, ctx: Ctx) -> Node:
    """The situation, alone on the screen."""
    return _situation(play, ctx, ctx._("Lyssna när kortläsaren läser. Alternativen kommer sedan."))


def vote(play: Play, ctx: Ctx) -> Node:
    """The situation stays while everybody votes alone."""
    _, stage = ctx._, play.stage
    again = stage is not None and stage["round"] == 2
    line = (
        _("Rösta om i tysthet. Du får ändra dig, och du får stå kvar.")
        if again
        else _("Rösta i tysthet. Ingen ser vad någon annan väljer.")
    )
    return _situation(play, ctx, line)


def talk(play: Play, ctx: Ctx) -> Node:
    """The hall is silent; the tables talk."""
    _, stage = ctx._, play.stage
    remaining, total = left(stage, ctx.now)
    glass: Node = Icon("speech", 220, "accent")
    if total and stage is not None and stage["phase"] == "talk":
        glass = Hourglass(
            remaining, total, 440, hidden=ctx.settings.hide_timers, paused=bool(stage["paused"])
        )
    over = bool(total) and remaining <= 0
    where = (
        _("Var och en ser rösterna på sin egen skärm. Den här är tyst så länge.")
        if play.lecture
        else _("Borden ser sina egna röster. Den här skärmen är tyst så länge.")
    )
    line = _("Sanden är slut – ni får prata klart.") if over else where
    words = Column(
        [big(ctx, _("Nu pratar vi"), 120, role="display"), big(ctx, line, 48, colour="soft")], gap=20, grow=1
    )
    title = card_field(play, ctx, "title")
    return Column(
        [
            flexible(),
            Row([glass, words], gap=100),
            flexible(),
            small(ctx, title, align="center") if title else None,
        ]
    )


def compare(play: Play, ctx: Ctx) -> Node:
    """Before and after over all tables, when the host has opened it."""
    _, hall, card = ctx._, play.hall, play.card
    chart = next((c for c in hall["charts"] if card and c["card"] == card["id"]), None) if hall else None
    if chart is None:
        where = (
            _("Titta på er egen skärm: vad hände mellan rösterna?")
            if play.lecture
            else _("Titta på ert eget bord: vad hände mellan rösterna?")
        )
        return message(ctx, _("Jämför"), where)
    return Column(
        [big(ctx, _.pick(chart["title"]), 56, role="title"), change(play, ctx, chart)], gap=22, grow=1
    )


def change(play: Play, ctx: Ctx, chart: ChartSlice) -> Node:
    """One card over all tables as large as it may be: what each answer had before the talk and after it; in a
    follow-up what it had the last time, in a line.
    """
    _ = ctx._
    then = last_time(play, ctx, chart)
    body = Panel(
        Column([bars(ctx, chart, "hall", 48)], grow=1),
        pad=(48, 32) if ctx.wide else (36, 20),
        grow=1,
    )
    legend = small(ctx, _("Ram: före. Fyllt: efter.")) if ctx.wide else None
    foot = Row([Column([small(ctx, grounds(play, ctx, chart), least=34)], grow=1), legend], gap=24)
    return Column([body, small(ctx, then, least=34) if then else None, foot], gap=18, grow=1)


def perspective(play: Play, ctx: Ctx) -> Node:
    """The back of the card, to think about. Never a right answer."""
    _ = ctx._
    text = card_field(play, ctx, "perspective")
    if not text:
        where = (
            _("Läs kortets baksida på er egen skärm.")
            if play.lecture
            else _("Läs kortets baksida vid bordet.")
        )
        return message(ctx, _("Fördjupa"), where)
    head = big(ctx, _("Att tänka på"), 60, role="title")
    return Column(
        [head, Panel(Column([big(ctx, text, 46)], justify="center"), pad=(64, 44), grow=1)], gap=24, grow=1
    )


def note(play: Play, ctx: Ctx) -> Node:
    """One sentence to keep."""
    _ = ctx._
    return message(
        ctx,
        _("Skriv en mening"),
        _("Vad vill ni stärka, förbättra eller göra nu? Skrivaren skriver, eller hoppar över."),
        Icon("note", 160, "accent"),
    )


def _situation(play: Play, ctx: Ctx, line: str) -> Node:
    title, text = card_field(play, ctx, "title"), card_field(play, ctx, "situation")
    warn = card_field(play, ctx, "warn")
    body = [
        big(ctx, title, 60, role="title", colour="accent") if title else None,
        big(ctx, text, 56, role="display"),
        small(ctx, warn, colour="warn") if warn else None,
    ]
    card = Panel(Column(body, gap=28, justify="center"), pad=(76, 56), grow=1)
    hint = small(ctx, line, 40, least=40)  # larger text on the card does not make it smaller
    return Column([card, hint], gap=26, grow=1)
