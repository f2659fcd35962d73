"""The wall as the host sees it: every text, released or waiting, under its heading.

Nothing typed reaches the hall without this.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.client.parts.tags import tag_fill, tag_ink
from game.client.parts.words import kind_name, tag_name
from game.client.play import Play
from game.client.stations.hall_wall import wall_text
from game.client.stations.host_chosen import chosen, chosen_bar
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Flow,
    Grid,
    Icon,
    Node,
    Pill,
    Row,
    Rule,
    Scroll,
    Status,
    Text,
    Tile,
    flexible,
)
from game.rules.command import GroupTexts, ReleaseText
from game.rules.slices import WallSlice


def waiting(play: Play) -> int:
    """How many texts wait for the host's release."""
    return sum(not text["released"] for text in play.host["wall"]) if play.host else 0


def wall(play: Play, ctx: Ctx) -> Node:
    """Headings with their texts, then texts without one; those that wait first."""
    _ = ctx._
    texts = sorted(play.host["wall"], key=lambda text: text["released"]) if play.host else []
    if not texts:
        return Column([_note(play, ctx), _empty(ctx)], gap=20)
    groups = list(dict.fromkeys(text["group"] for text in play.host["wall"])) if play.host else []
    groups.sort(key=lambda group: not group)
    parts: list[Node | None] = []
    for group in groups:
        hung = [text for text in texts if text["group"] == group]
        parts += [_heading(play, ctx, group, hung) if groups != [""] else None, _texts(play, ctx, hung)]
    top = chosen_bar(play, ctx) if chosen(play) else _top(play, ctx, texts)
    return Column([top, Scroll(Column(parts, gap=18, pad=(4, 4)), key="wall", grow=1)], gap=18, grow=1)


def wall_kind(kind: str, ctx: Ctx) -> str:
    """What a text on the wall is."""
    return tag_name(kind, ctx) or kind_name(kind, ctx)


def _note(play: Play, ctx: Ctx) -> Node:
    words = ctx._("Inget bord står vid texterna. Borden ser sina egna även när du tar ner dem från väggen.")
    if play.lecture:
        words = ctx._("Ingen avsändare står vid texterna.")
    return Status("info", words)


def _empty(ctx: Ctx) -> Node:
    words = ctx._("Väggen är tom. Skördade anteckningar och delade löften hamnar här.")
    empty = [Icon("note", 72, "edge"), Text(words, colour="soft", align="center")]
    return Column(empty, gap=18, align="center", pad=48)


def _top(play: Play, ctx: Ctx, texts: Sequence[WallSlice]) -> Node:
    """What may be done while nothing is chosen."""
    _ = ctx._
    still = [text for text in texts if not text["released"]]
    hint = Text(_("Välj texter för att samla dem under en rubrik."), "small", colour="soft", grow=1)
    everything = None
    if len(still) > 1 and play.may("release_text"):
        label = _("Släpp alla {n}", n=len(still))
        everything = Button(label, partial(_release, play, still, True), icon="check", key="release all")
    line = Row([hint, everything]) if ctx.wide else Column([hint, everything], gap=10, align="start")
    return Column([_note(play, ctx), line], gap=12)


def _heading(play: Play, ctx: Ctx, group: str, texts: Sequence[WallSlice]) -> Node:
    """A heading with what may be done to all that hangs under it."""
    _ = ctx._
    title = Text(group or _("Utan rubrik"), "title", size=34, colour="ink" if group else "soft", grow=1)
    count = Pill(Text(ctx.plural("{n} text", "{n} texter", len(texts)), "label", size=22), "tint")
    still = [text for text in texts if not text["released"]]
    acts: list[Node | None] = []
    if group and play.may("release_text"):
        acts = [
            Button(
                _("Släpp alla") if still else _("Ta ner alla"),
                partial(_release, play, still or texts, bool(still)),
                "quiet",
                key=f"release {group}",
            ),
            Button(_("Byt namn"), partial(_rename, play, ctx, group, texts), "quiet", key=f"rename {group}"),
            Button(_("Lös upp"), partial(_ungroup, play, texts), "quiet", key=f"ungroup {group}"),
        ]
    if ctx.wide:
        return Column([Row([Row([title, count], grow=1), *acts], gap=6), Rule()], gap=6)
    return Column([Row([title, count]), Flow(acts, gap=6) if acts else None, Rule()], gap=6)


def _texts(play: Play, ctx: Ctx, texts: Sequence[WallSlice]) -> Node:
    picked = chosen(play)
    return Grid(
        [_text(play, ctx, text, text["id"] in picked) for text in texts],
        columns=3 if ctx.wide else 1,
        gap=18,
    )


def _text(play: Play, ctx: Ctx, text: WallSlice, picked: bool) -> Node:
    """A text to press when it is to be chosen, and its own way to the wall below it."""
    _ = ctx._
    on = text["released"]
    name = Text(wall_kind(text["kind"], ctx), "label", size=22, colour=tag_ink(text["kind"]))
    tag = Pill(name, tag_fill(text["kind"]))
    # Not in colour, which tells what kind of text it is.
    ink = "ink" if on else "soft"
    state = [
        Icon("screen" if on else "hourglass", 26, ink),
        Text(_("På väggen") if on else _("Väntar"), "small", size=24, colour=ink),
    ]
    sign = Icon("check", 28, "accent") if picked else None
    words = Column(
        [Row([tag, flexible(), *state, sign], gap=12), Text(wall_text(text, ctx), size=28, min=24)], gap=12
    )
    tile = Tile(
        words,
        text["text"],
        partial(_choose, play, text["id"]),
        chosen=picked,
        enabled=play.may("group_texts"),
        pad=24,
        key=f"choose {text['id']}",
        grow=1,
    )
    act = Button(
        _("Ta ner") if on else _("Släpp till väggen"),
        partial(_release, play, [text], not on),
        "quiet",
        key=f"text {text['id']}",
        enabled=play.may("release_text"),
    )
    return Column([tile, act], gap=4)


def _choose(play: Play, text: str) -> None:
    play.kept["wall chosen"] = chosen(play) ^ {text}


def _rename(play: Play, ctx: Ctx, group: str, texts: Sequence[WallSlice]) -> None:
    play.kept["wall chosen"] = frozenset(text["id"] for text in texts)
    play.kept["wall heading"] = group
    ctx.forget("heading")


def _release(play: Play, texts: Sequence[WallSlice], on: bool) -> None:
    for text in texts:
        if text["released"] != on:
            play.do(ReleaseText(text=text["id"], on=on))


def _ungroup(play: Play, texts: Sequence[WallSlice]) -> None:
    play.do(GroupTexts(texts=tuple(text["id"] for text in texts), group=""))
