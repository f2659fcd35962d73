"""The hall's screen around the cards: frame, check-in, break, harvest, pledge, debrief and the end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.client.parts.words import ends
from game.client.phases import phase_name
from game.client.play import Play, left
from game.client.scenes.hereafter import went
from game.client.stations.hall_round import change
from game.client.stations.hall_wall import TURN, wall
from game.client.stations.hall_words import big, card_field, message, points, small, until_again
from game.client.stations.host_shown import ratings
from game.client.ui import Column, Ctx, Flow, Histogram, Icon, Node, Panel, Row, flexible
from game.rules.slices import ChartSlice, HallSlice, WhereSlice

NOTES = frozenset({"strengthen", "improve", "act"})
PLEDGES = frozenset({"pledge"})


def frame(play: Play, ctx: Ctx) -> Node:
    """The four rules."""
    _ = ctx._
    rules = (
        _("Du får alltid passa."),
        _("Tala för din egen åsikt, inte mot någon annans."),
        _("Det som sägs här stannar här.")
        if play.lecture
        else _("Det som sägs vid bordet stannar vid bordet."),
        _("Time-out går att trycka när som helst."),
    )
    title = big(ctx, _("Ramen"), 84, role="display")
    last = big(ctx, _("Alla dagar är inte perfekta."), 48, colour="soft")
    return Column([title, points(ctx, rules, 54), flexible(), last], gap=32, grow=1)


def checkin(play: Play, ctx: Ctx) -> Node:
    """The question, and then what to say of it."""
    _, stage = ctx._, play.stage
    own = card_field(play, ctx, "situation")
    if stage is not None and stage["round"] == 2:
        return message(
            ctx,
            _("Säg en mening om varför"),
            _("… eller passa. Säg den till dem som sitter närmast.")
            if play.lecture
            else _("… eller passa. Gå runt bordet en gång."),
            Icon("speech", 160, "accent"),
        )
    if own:
        return message(ctx, own, size=84)
    line = _("Välj en siffra i tysthet på din skärm. Ingen annan ser den.")
    return message(ctx, _("Var är du på skalan just nu, på jobbet?"), line)


def just_now(play: Play, ctx: Ctx) -> Node | None:
    """How the room is, or how it went with the pledges: what the host has opened until the hall goes on."""
    hall = play.hall
    if hall is None:
        return None
    if hall["recalled"] is not None:
        return how_they_went(ctx, hall["recalled"])
    return how_it_is(play, ctx, hall) if hall["checkin"] is not None else None


def how_it_is(play: Play, ctx: Ctx, hall: HallSlice) -> Node:
    """The check-in of the whole room; at the tables' own pace it may be a while ago."""
    _, counts, median = ctx._, hall["checkin"] or [], hall["checkin_median"]
    low, high = ends(hall, ctx)
    now = play.room is not None and play.room["pace"] == "hall"
    title = _("Så här är det i rummet just nu") if now else _("Så var det vid incheckningen")
    chart = Histogram(
        counts, low_label=low, high_label=high, median=median, size=40, key="hall checkin", grow=1
    )
    middle = _("Mitten av rummet: {n}", n=_middle(median, ctx)) if median is not None else ""
    return Column(
        [
            big(ctx, title, 64, role="title"),
            Panel(Column([chart], grow=1), pad=(56, 40), grow=1),
            big(ctx, middle + _then_middle(play, ctx), 48) if middle else None,
        ],
        gap=24,
        grow=1,
    )


def _then_middle(play: Play, ctx: Ctx) -> str:
    """In a follow-up: where the middle was the last time."""
    then = play.hall["then"] if play.hall else None
    if then is None or then["checkin_median"] is None:
        return ""
    return " · " + ctx._("då: {n}", n=_middle(then["checkin_median"], ctx))


def _middle(median: float, ctx: Ctx) -> str:
    """6,5 in Swedish, 6.5 in English."""
    return f"{median:g}".replace(".", "," if ctx.language == "sv" else ".")


def break_(play: Play, ctx: Ctx) -> Node:
    """A break with a clock."""
    stage = play.stage
    remaining, total = left(stage, ctx.now)
    rows: list[Node | None] = [
        flexible(),
        big(ctx, ctx._("Paus"), 140, role="display", align="center"),
        *until_again(ctx, remaining if total else None, frozen=bool(stage and stage["left"] is not None)),
        flexible(),
    ]
    return Column(rows, gap=24)


def harvest(play: Play, ctx: Ctx) -> Node:
    """The wall fills as the host releases what the tables have chosen."""
    _ = ctx._
    notes = wall(play, ctx, NOTES, big(ctx, _("Det här tar vi med oss"), 60, role="title"))
    line = _("Välj vid bordet: en anteckning att stärka och en att förbättra.")
    return notes or message(ctx, _("Skörd"), line, Icon("heart", 160, "accent"))


def pledge(play: Play, ctx: Ctx) -> Node:
    """What to promise, and the pledges that were shared."""
    _ = ctx._
    prompt = _("Gör något nytt som du inte gjort tidigare.")
    form = Row(
        [
            big(ctx, _("När …"), 76, role="display", colour="accent"),
            big(ctx, _("så ska jag …"), 76, role="display", colour="accent"),
        ],
        gap=48,
        justify="center",
    )
    shared = wall(play, ctx, PLEDGES, big(ctx, prompt, 56, role="title"))
    if shared is None:
        private = _("Löftet är ditt eget. Det syns här bara om du delar det.")
        return Column(
            [message(ctx, prompt), form, flexible(), small(ctx, private, 40, align="center")], gap=20, grow=1
        )
    return shared


def recall(play: Play, ctx: Ctx) -> Node:
    """How it went with what was pledged: the question, and the talk."""
    _, stage = ctx._, play.stage
    line = _("En mening var, eller passa. Ingen behöver visa sitt löfte.")
    if stage is not None and stage["round"] == 2:
        return message(ctx, _("Vad hände?"), line, Icon("speech", 160, "accent"))
    line = _("Skriv dina tre ord på din skärm. Bara du ser ditt löfte.")
    return message(ctx, _("Hur gick det med löftet?"), line, Icon("key", 160, "accent"))


def how_they_went(ctx: Ctx, counts: list[int]) -> Node:
    """The pledges of the whole room, when the host has opened them."""
    chart = went(ctx, counts, 44, "hall recalled")
    body = Panel(Column([chart], grow=1, justify="center"), pad=(56, 40), grow=1)
    return Column([big(ctx, ctx._("Så gick det med löftena"), 64, role="title"), body], gap=24, grow=1)


def debrief(play: Play, ctx: Ctx) -> Node:
    """Three questions; below them what the host has opened."""
    _, stage, hall = ctx._, play.stage, play.hall
    part = stage["round"] if stage else 1
    if part == 1:
        line = _("Ett ord var, eller passa.")
        return message(ctx, _("Hur kändes det?"), line, Icon("heart", 160, "accent"))
    if part == 2:
        return _seen(play, ctx)
    rating = hall["rating"] if hall else None
    if rating is not None:
        return _rated(ctx, rating)
    notes = wall(play, ctx, NOTES | PLEDGES, big(ctx, _("Vad tar vi med?"), 72, role="display"))
    line = _("Sätt betyg på din skärm. Bara hela rummets svar visas.")
    return notes or message(ctx, _("Vad tar vi med?"), line)


def _rated(ctx: Ctx, rating: dict[str, list[int]]) -> Node:
    body = Panel(Column([ratings(ctx, rating, "hall", 40)], grow=1), pad=40, grow=1)
    return Column([big(ctx, ctx._("Så blev det"), 60, role="title"), body], gap=24, grow=1)


def _seen(play: Play, ctx: Ctx) -> Node:
    """The cards that the host has opened, the one that made most people think again first; each as large as
    it may be, so they take turns.
    """
    _, hall = ctx._, play.hall
    charts = sorted(
        hall["charts"] if hall else [], key=lambda chart: -(chart["changed"] / max(1, chart["paired"]))
    )
    if not charts:
        return message(ctx, _("Vad såg vi?"), _("Vilket kort fick er att tänka om?"))
    at = int(ctx.now // TURN) % len(charts)
    told = None
    if len(charts) > 1:
        ctx.again_in(TURN - ctx.now % TURN)
        told = small(ctx, _("{n} av {m}", n=at + 1, m=len(charts)))
    title = big(ctx, _("Vad såg vi?"), 56, role="display")
    name = big(ctx, _.pick(charts[at]["title"]), 48, role="title", colour="accent")
    head = (
        Row([title, Column([name], grow=1), told], gap=48)
        if ctx.wide
        else Row([Column([name], grow=1), told])
    )
    return Column([head, change(play, ctx, charts[at])], gap=20, grow=1)


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
    """The tables go by themselves: where they are and what the host has opened, in turn. What has just been
    opened has the first turn.
    """
    pages = _pages(play, ctx)
    known = play.kept.setdefault("hall opened", list(pages))
    if new := [what for what in pages if what not in known]:
        play.kept["hall newest"] = new[-1], ctx.now + TURN
    play.kept["hall opened"] = list(pages)
    newest, until = play.kept.get("hall newest", ("", 0.0))
    if newest in pages and ctx.now < until:
        ctx.again_in(until - ctx.now)
        return pages[newest]()
    if len(pages) > 1:
        ctx.again_in(TURN - ctx.now % TURN)
    return list(pages.values())[int(ctx.now // TURN) % len(pages)]()


def _going_on(play: Play, ctx: Ctx) -> Node:
    """A quiet word, and where the tables are."""
    _, hall = ctx._, play.hall
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


def _pages(play: Play, ctx: Ctx) -> dict[str, Callable[[], Node]]:
    """What takes turns while the tables go by themselves, by name."""
    _, hall = ctx._, play.hall
    found: dict[str, Callable[[], Node]] = {"where": partial(_going_on, play, ctx)}
    if hall is None:
        return found
    rating = hall["rating"]
    if hall["checkin"] is not None:
        found["checkin"] = lambda: how_it_is(play, ctx, hall)
    for chart in hall["charts"]:
        found[f"card:{chart['card']}"] = partial(_card, play, ctx, chart)
    if (recalled := hall["recalled"]) is not None:
        found["recall"] = lambda: how_they_went(ctx, recalled)
    if rating is not None:
        found["rating"] = lambda: _rated(ctx, rating)
    among = len(found) + 1
    title = big(ctx, _("Det här tar vi med oss"), 60, role="title")
    notes = wall(play, ctx, NOTES | PLEDGES, title, among)
    if notes is not None:
        found["wall"] = lambda: notes
    return found


def _card(play: Play, ctx: Ctx, chart: ChartSlice) -> Node:
    title = big(ctx, ctx._.pick(chart["title"]), 56, role="title")
    return Column([title, change(play, ctx, chart)], gap=22, grow=1)


def _place(play: Play, ctx: Ctx, at: WhereSlice) -> Node:
    """How many tables are in one step."""
    tables = ctx.plural("{n} bord", "{n} bord", at["tables"])
    name = big(ctx, _step_name(play, ctx, at), 42, colour="soft")
    return Panel(
        Column([big(ctx, tables, 52, role="title"), name], gap=4), pad=(40, 26), radius="card", width=400
    )


def spread(play: Play, ctx: Ctx) -> str:
    """The steps in which the tables are, from the last table's to the first one's; "" when there is none."""
    where = play.hall["where"] if play.hall else []
    return " – ".join(dict.fromkeys(_step_name(play, ctx, at) for at in (*where[:1], *where[-1:])))


def _step_name(play: Play, ctx: Ctx, at: WhereSlice) -> str:
    _, stage = ctx._, play.stage
    name = phase_name("lobby" if at["step"] < 0 else at["kind"] or "closed", 1, ctx._)
    if stage is not None and stage["steps"] and at["step"] >= stage["steps"]:
        name = _("Klara")
    if at["card"] and stage is not None:
        name = _("Kort {n} av {m}", n=at["card"], m=stage["cards"])
    return name
