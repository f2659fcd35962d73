"""The hall's screen: what everybody may see at once, read from the back row.

Silent until the host opens something.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.client.parts.line import line, unread
from game.client.parts.look import look, looks_up
from game.client.play import Play, left
from game.client.stations.door import Door, way_in
from game.client.stations.hall_round import compare, draw, note, perspective, practice, read, talk, vote
from game.client.stations.hall_session import (
    break_,
    checkin,
    closed,
    debrief,
    frame,
    harvest,
    just_now,
    own_pace,
    pledge,
    recall,
    spread,
)
from game.client.stations.hall_wall import Wall
from game.client.stations.hall_words import big, message, small, until_again
from game.client.ui import Column, Ctx, Icon, Meter, Node, Row, Stack, TimerRing, flexible

Scene = Callable[[Play, Ctx], Node]

SCENES: dict[str, Scene] = {
    "frame": frame,
    "checkin": checkin,
    "practice": practice,
    "draw": draw,
    "read": read,
    "vote": vote,
    "reveal": talk,
    "talk": talk,
    "compare": compare,
    "perspective": perspective,
    "note": note,
    "break": break_,
    "harvest": harvest,
    "pledge": pledge,
    "recall": recall,
    "debrief": debrief,
    "closed": closed,
}
RINGED = frozenset({"read", "vote", "checkin", "pledge", "harvest", "recall"})
"""Phases whose clock is a ring in the corner; the talk and the break have a larger one."""


def build(play: Play, ctx: Ctx, door: Door) -> Node:
    """The hall's screen, right on a cold start too."""
    room, stage = play.room, play.stage
    if room is None or stage is None:
        return _middle(big(ctx, _status(play, ctx), 56))
    if looks_up(play) and not room["closed"]:
        return look(play, ctx)
    if room["closed"]:
        body = closed(play, ctx)
    elif stage["paused"]:
        body = _paused(play, ctx)
    elif stage["phase"] == "lobby":
        return _lobby(play, ctx, door)
    elif room["pace"] == "table":
        body = own_pace(play, ctx)
    else:
        body = just_now(play, ctx) or SCENES[stage["phase"]](play, ctx)
    head: Node | None = None
    if isinstance(body, Wall) and unread(play) is None:
        late, *corner = _corner(play, ctx, door)
        body = replace(body, late=late, corner=corner)  # its title is the head, so that more of it has room
    else:
        head = _head(play, ctx, door)
    return Column([head, Stack([body], grow=1), _foot(play, ctx)], gap=28, pad=(84, 52))


def _status(play: Play, ctx: Ctx) -> str:
    _ = ctx._
    return _.pick(dict(play.status.message)) if play.status.message else _("Ansluter …")


def _middle(node: Node) -> Node:
    return Column([flexible(), node, flexible()], pad=120)


# --- around the scenes ---


def _head(play: Play, ctx: Ctx, door: Door) -> Node:
    """Which card this is, or where the tables are that go by themselves; how the network is, and the way in
    for whoever comes late, where anybody can; or the host's line.
    """
    _, room, stage = ctx._, play.room, play.stage
    assert room is not None
    assert stage is not None
    said = line(play, ctx)
    name = _("Kort {n} av {m}", n=stage["card"], m=stage["cards"]) if stage["card"] else ""
    if room["pace"] == "table":
        name = spread(play, ctx)
    late, offline, ring = _corner(play, ctx, door)
    if said is not None:
        return Row([said, offline, ring], gap=40)
    return Row([Column([small(ctx, name or "Bemöt")], grow=1), offline, late, ring], gap=40, height=120)


def _corner(play: Play, ctx: Ctx, door: Door) -> tuple[Node | None, Node | None, Node | None]:
    """(the way in for whoever comes late, that the network is gone, the clock)"""
    _, room, stage = ctx._, play.room, play.stage
    assert room is not None
    assert stage is not None
    lost = Row([Icon("offline", 40, "warn"), small(ctx, _("Utan nät"), colour="warn")], gap=14)
    late = None
    if door.urls and not room["locked"] and not room["closed"]:
        late = small(ctx, _("Gå med: {code} på {address}", code=room["code"], address=door.words))
    remaining, total = left(stage, ctx.now)
    ring = None
    if total and stage["phase"] in RINGED and not stage["paused"] and room["pace"] == "hall":
        ring = TimerRing(remaining, total, 120, ctx.settings.hide_timers)
    return late, lost if play.status.state == "offline" else None, ring


def _foot(play: Play, ctx: Ctx) -> Node | None:
    """How many tables are done, while something is open that each does by itself."""
    hall, stage, room = play.hall, play.stage, play.room
    if (
        hall is None
        or stage is None
        or room is None
        or not hall["of"]
        or room["pace"] == "table"
        or stage["paused"]
    ):
        return None
    if (stage["phase"], stage["round"]) not in (
        ("vote", 1),
        ("vote", 2),
        ("checkin", 1),
        ("pledge", 1),
        ("recall", 1),
        ("debrief", 3),
        *([("draw", 1)] if hall["done"] else []),  # tables with cards of their own are done one by one
    ):
        return None
    count = {"n": hall["done"], "m": hall["of"]}
    words = ctx._("{n} av {m} klara", **count) if play.lecture else ctx._("{n} av {m} bord klara", **count)
    return Row([Meter(hall["done"], hall["of"], 34, grow=1), big(ctx, words, 40)], gap=40)


def _lobby(play: Play, ctx: Ctx, door: Door) -> Node:
    _, room = ctx._, play.room
    assert room is not None
    decks = " · ".join(_.pick(deck["title"]) for deck in room["decks"][:2])
    welcome = Column(
        [
            big(ctx, _("Välkommen"), 120, role="display"),
            small(ctx, decks, 40) if decks and ctx.wide else None,
        ],
        gap=0,
    )
    way = way_in(door, room["code"], ctx, qr=520 if ctx.wide else 420, size=150, least=40)
    tables = ctx.plural("{n} bord är med", "{n} bord är med", room["tables"])
    seats = ctx.plural("{n} plats", "{n} platser", room["seats"])
    many = ctx.plural("{n} plats är med", "{n} platser är med", room["seats"])
    count = many if play.lecture else f"{tables} · {seats}"
    here = big(ctx, count, 56, role="title") if room["tables"] else None
    how = small(ctx, _("Öppna Bemöt, välj Gå med och skriv koden."), 40) if door.urls else None
    foot = line(play, ctx) or Row([Column([how], grow=1), here], gap=40)
    return Column([welcome, flexible(), way, flexible(), foot], gap=24, pad=(110, 64))


def _paused(play: Play, ctx: Ctx) -> Node:
    _, stage = ctx._, play.stage
    assert stage is not None
    if stage["paused"] == "restart":
        line = _("Allt är sparat. Stanna vid bordet – spelledaren fortsätter när alla är tillbaka.")
        if play.lecture:
            line = _("Allt är sparat. Stanna kvar – spelledaren fortsätter när alla är tillbaka.")
        return message(ctx, _("Ett kort avbrott"), line, Icon("repeat", 160, "accent"))
    until = stage["pause_until"]
    rows: list[Node | None] = [
        flexible(),
        big(ctx, _("Paus"), 140, role="display", align="center"),
        big(ctx, stage["pause_text"], 60, align="center") if stage["pause_text"] else None,
        *until_again(ctx, until - ctx.now if until is not None else None),
        flexible(),
    ]
    return Column(rows, gap=28)
