"""The wall as the host sees it: every text, released or waiting, under its heading.

Nothing typed reaches the hall without this.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.client.parts.tags import tag_fill, tag_ink
from game.client.play import Play
from game.client.stations.hall_wall import wall_text
from game.client.stations.host_chosen import chosen, chosen_bar
from game.client.stations.host_release import FEW, ask_release, release, wall_kind, way_back
from game.client.ui import (
    Button,
    Choice,
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
from game.rules.command import GroupTexts
from game.rules.slices import WallSlice

KINDS = ("strengthen", "improve", "act", "pledge")


def waiting(play: Play) -> int:
    """How many texts wait for the host's release."""
    return sum(not text["released"] for text in play.host["wall"]) if play.host else 0


def wall(play: Play, ctx: Ctx) -> Node:
    """Headings with their texts, then texts without one; those that wait first."""
    _, there = ctx._, play.host["wall"] if play.host else []
    if not there:
        return Column([_note(play, ctx), _empty(ctx)], gap=20)
    kind = _kind(play)
    texts = sorted((text for text in there if kind in ("", text["kind"])), key=lambda text: text["released"])
    groups = list(dict.fromkeys(text["group"] for text in there))
    groups.sort(key=lambda group: not group)
    hint = _("Välj texter för att samla dem under en rubrik.")
    parts: list[Node | None] = [_note(play, ctx), Text(hint, "small", colour="soft")]
    for group in groups:
        hung = [text for text in texts if text["group"] == group]
        if hung:
            parts += [_heading(play, ctx, group, hung) if groups != [""] else None, _texts(play, ctx, hung)]
    listed = Scroll(Column(parts, gap=18, pad=(4, 4)), key="wall", grow=1)
    # Below the texts, which stay where they are when one of them is chosen.
    below = chosen_bar(play, ctx) if chosen(play) else None
    return Column([_top(play, ctx, texts, groups == [""]), listed, below], gap=18, grow=1)


def _kind(play: Play) -> str:
    """The only kind of text that is shown; "" for all."""
    kind = str(play.kept.get("wall kind", ""))
    return kind if play.host and any(text["kind"] == kind for text in play.host["wall"]) else ""


def _kinds(play: Play, ctx: Ctx) -> Node | None:
    """Shows one kind of text by itself, where there are several."""
    kinds = {text["kind"] for text in play.host["wall"]} if play.host else set()
    if len(kinds) < 2:
        return None

    def pick(kind: str) -> None:
        play.kept["wall kind"] = kind
        play.kept.pop("wall chosen", None)  # nothing is released that is not seen

    names = [(kind, wall_kind(kind, ctx)) for kind in KINDS if kind in kinds]
    return Choice([("", ctx._("Alla")), *names], _kind(play), pick, key="wall kind", grow=1)


def _note(play: Play, ctx: Ctx) -> Node:
    words = ctx._("Inget bord står vid texterna. Borden ser sina egna även när du tar ner dem från väggen.")
    if play.lecture:
        words = ctx._("Ingen avsändare står vid texterna.")
    return Status("info", words)


def _empty(ctx: Ctx) -> Node:
    words = ctx._("Väggen är tom. Skördade anteckningar och delade löften hamnar här.")
    empty = [Icon("note", 72, "edge"), Text(words, colour="soft", align="center")]
    return Column(empty, gap=18, align="center", pad=48)


def _top(play: Play, ctx: Ctx, texts: Sequence[WallSlice], loose: bool) -> Node:
    """What may be done with all that is shown; `loose` where no heading has buttons of its own."""
    _ = ctx._
    still = [text for text in texts if not text["released"]]
    up = [text for text in texts if text["released"]]
    kinds, back = _kinds(play, ctx), way_back(play, ctx)
    acts: list[Node | None] = []
    if play.may("release_text"):
        if len(still) > 1:
            label = _("Släpp alla {n}", n=len(still))
            acts.append(Button(label, partial(ask_release, play, still), icon="check", key="release all"))
        if loose and len(up) > 1 and back is None:
            label = _("Ta ner alla {n}", n=len(up))
            acts.append(Button(label, partial(release, play, up, False), key="take down all"))
    acts.append(back)
    if ctx.wide:
        return Row([kinds or flexible(), *acts], gap=12)
    return Column([kinds, Flow(acts, gap=10)], gap=12)


def _heading(play: Play, ctx: Ctx, group: str, texts: Sequence[WallSlice]) -> Node:
    """A heading with what may be done to all that hangs under it."""
    _ = ctx._
    title = Text(group or _("Utan rubrik"), "title", size=34, colour="ink" if group else "soft", grow=1)
    count = Pill(Text(ctx.plural("{n} text", "{n} texter", len(texts)), "label", size=22), "tint")
    still = [text for text in texts if not text["released"]]
    up = [text for text in texts if text["released"]]
    acts: list[Node | None] = []
    if play.may("release_text"):
        lets = ask_release if len(still) > FEW else partial(release, on=True)
        if still:
            acts.append(Button(_("Släpp alla"), partial(lets, play, still), "quiet", key=f"release {group}"))
        if up and not (group and still):
            down = partial(release, play, up, False)
            acts.append(Button(_("Ta ner alla"), down, "quiet", key=f"take down {group}"))
    if group and play.may("release_text"):
        acts += [
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
        partial(release, play, [text], not on),
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


def _ungroup(play: Play, texts: Sequence[WallSlice]) -> None:
    play.do(GroupTexts(texts=tuple(text["id"] for text in texts), group=""))
