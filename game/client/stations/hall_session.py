"""The hall's screen around the cards: frame, check-in, break, harvest, pledge, debrief and the end."""

from __future__ import annotations

from game.client.parts.words import phase_name
from game.client.play import Play, left
from game.client.stations.hall_words import big, card_field, message, points, small, wall
from game.client.stations.host_shown import bars, ratings
from game.client.ui import Column, Ctx, Digits, Flow, Grid, Histogram, Icon, Node, Panel, Row, flexible
from game.rules.slices import WhereSlice

NOTES = frozenset({"strengthen", "improve", "act"})
PLEDGES = frozenset({"pledge"})
CHARTS = 2
"""Charts side by side."""


def frame(play: Play, ctx: Ctx) -> Node:
    """The four rules."""
    _ = ctx._
    rules = (
        _("Du får alltid passa."),
        _("Tala för din egen åsikt, inte mot någon annans."),
        _("Det som sägs vid bordet stannar vid bordet."),
        _("Time-out går att trycka när som helst."),
    )
    title = big(ctx, _("Ramen"), 84, role="display")
    last = big(ctx, _("Alla dagar är inte perfekta."), 48, colour="soft")
    return Column([title, points(ctx, rules, 54), flexible(), last], gap=32, grow=1)


def checkin(play: Play, ctx: Ctx) -> Node:
    """The question; then, when the host opens it, how the room is."""
    _, hall, stage = ctx._, play.hall, play.stage
    if hall is not None and hall["checkin"] is not None:
        return how_it_is(play, ctx, hall["checkin"], hall["checkin_median"])
    own = card_field(play, ctx, "situation")
    if stage is not None and stage["round"] == 2:
        return message(
            ctx,
            _("Säg en mening om varför"),
            _("… eller passa. Gå runt bordet en gång."),
            Icon("speech", 160, "accent"),
        )
    if own:
        return message(ctx, own, size=84)
    line = _("Välj en siffra i tysthet på din skärm. Ingen annan ser den.")
    return message(ctx, _("Var är du på skalan just nu, på jobbet?"), line)


def how_it_is(play: Play, ctx: Ctx, counts: list[int], median: float | None) -> Node:
    """The check-in of the whole room, when the host has opened it."""
    _ = ctx._
    low = card_field(play, ctx, "low") or _("Tungt")
    high = card_field(play, ctx, "high") or _("Lätt")
    chart = Histogram(
        counts, low_label=low, high_label=high, median=median, size=36, key="hall checkin", grow=1
    )
    middle = _("Mitten av rummet: {n}", n=f"{median:g}".replace(".", ",")) if median is not None else ""
    return Column(
        [
            big(ctx, _("Så här är det i rummet just nu"), 64, role="title"),
            Panel(Column([chart], grow=1), pad=(56, 40), grow=1),
            big(ctx, middle, 48) if middle else None,
        ],
        gap=24,
        grow=1,
    )


def break_(play: Play, ctx: Ctx) -> Node:
    """A break with a clock."""
    _, stage = ctx._, play.stage
    remaining, total = left(stage, ctx.now)
    over = bool(total) and remaining <= 0
    rows: list[Node | None] = [
        flexible(),
        big(ctx, _("Paus"), 140, role="display", align="center"),
        small(ctx, _("Nu börjar vi igen.") if over else _("Vi börjar igen om"), 44, align="center"),
        Digits(remaining, 160, at="center") if total and not over and not ctx.settings.hide_timers else None,
        flexible(),
    ]
    return Column(rows, gap=24)


def harvest(play: Play, ctx: Ctx) -> Node:
    """The wall fills as the host releases what the tables have chosen."""
    _ = ctx._
    notes = wall(play, ctx, NOTES)
    if notes is None:
        line = _("Välj vid bordet: en anteckning att stärka och en att förbättra.")
        return message(ctx, _("Skörd"), line, Icon("heart", 160, "accent"))
    return Column(
        [big(ctx, _("Det här tar vi med oss"), 60, role="title"), Column([notes], grow=1)], gap=26, grow=1
    )


def pledge(play: Play, ctx: Ctx) -> Node:
    """What to promise, and the pledges that were shared."""
    _ = ctx._
    shared = wall(play, ctx, PLEDGES)
    prompt = _("Gör något nytt som du inte gjort tidigare.")
    form = Row(
        [
            big(ctx, _("När …"), 76, role="display", colour="accent"),
            big(ctx, _("så ska jag …"), 76, role="display", colour="accent"),
        ],
        gap=48,
        justify="center",
    )
    if shared is None:
        private = _("Löftet är ditt eget. Det syns här bara om du delar det.")
        return Column(
            [message(ctx, prompt), form, flexible(), small(ctx, private, 40, align="center")], gap=20, grow=1
        )
    return Column([big(ctx, prompt, 56, role="title"), Column([shared], grow=1)], gap=26, grow=1)


def debrief(play: Play, ctx: Ctx) -> Node:
    """Three questions; below them what the host has opened."""
    _, stage, hall = ctx._, play.stage, play.hall
    part = stage["round"] if stage else 1
    if part == 1:
        line = _("Ett ord var, eller passa.")
        return message(ctx, _("Hur kändes det?"), line, Icon("heart", 160, "accent"))
    if part == 2:
        charts = hall["charts"] if hall else []
        shown = sorted(charts, key=lambda chart: -(chart["changed"] / max(1, chart["paired"])))[
            : CHARTS if ctx.wide else 1
        ]
        if not shown:
            return message(ctx, _("Vad såg vi?"), _("Vilket kort fick er att tänka om?"))
        panels = [
            Panel(
                Column(
                    [big(ctx, _.pick(c["title"]), 42, role="title"), bars(ctx, c, f"debrief {n}", 24)], gap=10
                ),
                pad=32,
            )
            for n, c in enumerate(shown)
        ]
        grid = Grid(panels, columns=min(len(panels), 2 if ctx.wide else 1), gap=32)
        return Column(
            [big(ctx, _("Vad såg vi?"), 56, role="display"), Column([grid], grow=1)], gap=24, grow=1
        )
    rating = hall["rating"] if hall else None
    if rating is not None:
        body = Panel(Column([ratings(ctx, rating, "hall", 32)], grow=1), pad=40, grow=1)
        return Column([big(ctx, _("Så blev det"), 60, role="title"), body], gap=24, grow=1)
    notes = wall(play, ctx, NOTES | PLEDGES)
    if notes is None:
        return message(ctx, _("Vad tar vi med?"), _("Sätt betyg på din skärm. Bara hela rummets svar visas."))
    return Column(
        [big(ctx, _("Vad tar vi med?"), 72, role="display"), Column([notes], grow=1)], gap=24, grow=1
    )


def closed(play: Play, ctx: Ctx) -> Node:
    """The end."""
    _ = ctx._
    return message(
        ctx,
        _("Tack för i dag"),
        _("Röster och platser är borta nu. Löftet har du kvar."),
        Icon("heart", 160, "accent"),
    )


def own_pace(play: Play, ctx: Ctx) -> Node:
    """The tables go by themselves: what the host has opened, or a quiet word."""
    _, hall = ctx._, play.hall
    notes = wall(play, ctx, NOTES | PLEDGES)
    if notes is not None:
        return Column(
            [big(ctx, _("Det här tar vi med oss"), 60, role="title"), Column([notes], grow=1)], gap=26, grow=1
        )
    if hall is not None and hall["charts"]:
        chart = hall["charts"][-1]
        body = Panel(Column([bars(ctx, chart, "hall", 34 if ctx.wide else 24)], grow=1), pad=(48, 36), grow=1)
        return Column([big(ctx, _.pick(chart["title"]), 56, role="title"), body], gap=22, grow=1)
    if hall is not None and hall["checkin"] is not None:
        return how_it_is(play, ctx, hall["checkin"], hall["checkin_median"])
    tables = play.room["tables"] if play.room else 0
    line = ctx.plural("{n} bord samtalar i sin egen takt.", "{n} bord samtalar i sin egen takt.", tables)
    places = [_place(play, ctx, at) for at in hall["where"]] if hall else []
    title = big(ctx, _("Samtalen pågår"), 84, role="display", align="center")
    if not places:
        return message(ctx, _("Samtalen pågår"), line, Icon("speech", 180, "accent"))
    return Column(
        [
            flexible(),
            Row([Icon("speech", 120, "accent")], justify="center") if ctx.wide else None,
            title,
            big(ctx, line, 48, colour="soft", align="center"),
            Flow(places, gap=24, justify="center"),
            flexible(),
        ],
        gap=28,
    )


def _place(play: Play, ctx: Ctx, at: WhereSlice) -> Node:
    """How many tables are in one step."""
    _, stage = ctx._, play.stage
    name = phase_name("lobby" if at["step"] < 0 else at["kind"] or "closed", 1, ctx)
    if stage is not None and stage["steps"] and at["step"] >= stage["steps"]:
        name = _("Klara")
    if at["card"] and stage is not None:
        name = _("Kort {n} av {m}", n=at["card"], m=stage["cards"])
    tables = ctx.plural("{n} bord", "{n} bord", at["tables"])
    words = Column([big(ctx, tables, 52, role="title"), big(ctx, name, 42, colour="soft")], gap=4)
    return Panel(words, pad=(40, 26), radius="card", width=400)
