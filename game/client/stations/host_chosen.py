"""The texts of the wall that a host has chosen, and what may be done with all of them."""

from __future__ import annotations

from functools import partial

from game.client.play import Play
from game.client.stations.hall_wall import wall_text
from game.client.stations.host_release import release
from game.client.stations.host_words import LONGEST, common_words
from game.client.ui import Button, Calm, Column, Ctx, Flow, Node, Panel, Row, Text, TextField
from game.rules.command import GroupTexts
from game.rules.slices import WallSlice

FIELD = "heading"
MOST = 5
"""Headings to press."""


def chosen(play: Play) -> frozenset[str]:
    """The ids of those that are chosen and still there."""
    picked: frozenset[str] = play.kept.get("wall chosen", frozenset())
    return picked & {text["id"] for text in play.host["wall"]} if play.host else frozenset()


def chosen_bar(play: Play, ctx: Ctx) -> Node:
    """A heading for them, with suggestions from their own words and from the headings there are."""
    _ = ctx._
    texts = [text for text in play.host["wall"] if text["id"] in chosen(play)] if play.host else []
    group = partial(_group, play, ctx)
    field = TextField(
        "",
        value=str(play.kept.get("wall heading", "")),
        placeholder=_("Rubrik, till exempel Väntan"),
        limit=LONGEST,
        key=FIELD,
        on_submit=group,
        grow=1,
    )
    hang = Button(
        _("Samla"),
        lambda: group(ctx.typed(FIELD)),
        "primary",
        enabled=bool(ctx.typed(FIELD).strip()),
        key="group",
    )
    count = Text(ctx.plural("{n} vald", "{n} valda", len(texts)), "strong")
    none = Button(
        _("Avmarkera"), partial(_clear, play, ctx), "quiet", icon="cross", bare=True, key="choose none"
    )
    acts = Flow([*_suggested(play, ctx, texts), *_acts(play, ctx, texts)], gap=10)
    line = [count, field, hang, none]
    return Calm(Panel(Column([Row(line, gap=18), acts], gap=10), pad=(28, 16), radius="card", line="accent"))


def _suggested(play: Play, ctx: Ctx, texts: list[WallSlice]) -> list[Node]:
    """Headings that exist, then words that the texts have in common."""
    there = [text["group"] for text in play.host["wall"] if text["group"]] if play.host else []
    words = common_words(wall_text(text, ctx) for text in texts)
    own = {text["group"] for text in texts}
    names = [name for name in dict.fromkeys([*there, *words]) if own != {name}]
    return [
        Button(name, partial(_group, play, ctx, name), icon="plus", key=f"heading {name}")
        for name in names[:MOST]
    ]


def _acts(play: Play, ctx: Ctx, texts: list[WallSlice]) -> list[Node | None]:
    _ = ctx._
    still = any(not text["released"] for text in texts)
    away = any(text["group"] for text in texts)
    label = _("Släpp de valda") if still else _("Ta ner de valda")
    return [
        Button(label, partial(_release, play, ctx, texts, still), "quiet", key="release chosen"),
        Button(_("Ta bort från rubriken"), partial(_group, play, ctx, ""), "quiet", key="ungroup chosen")
        if away
        else None,
    ]


def _group(play: Play, ctx: Ctx, name: str) -> None:
    ids = tuple(sorted(chosen(play)))
    if ids:
        play.do(GroupTexts(texts=ids, group=name.strip()[:LONGEST]))
    _clear(play, ctx)


def _release(play: Play, ctx: Ctx, texts: list[WallSlice], on: bool) -> None:
    release(play, texts, on)
    _clear(play, ctx)


def _clear(play: Play, ctx: Ctx) -> None:
    play.kept.pop("wall chosen", None)
    play.kept.pop("wall heading", None)
    ctx.forget(FIELD)
