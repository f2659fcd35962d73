"""The wall as the host sees it: every text, released or waiting.

Nothing typed reaches the hall without this.
"""

from __future__ import annotations

from collections.abc import Callable

from game.client.parts.words import kind_name, tag_name
from game.client.play import Play
from game.client.stations.hall_words import wall_text
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Grid,
    Icon,
    Node,
    Panel,
    Pill,
    Row,
    Scroll,
    Status,
    Text,
    flexible,
)
from game.rules.command import ReleaseText
from game.rules.slices import WallSlice


def waiting(play: Play) -> int:
    """How many texts wait for the host's release."""
    return sum(not text["released"] for text in play.host["wall"]) if play.host else 0


def wall(play: Play, ctx: Ctx) -> Node:
    """Texts that wait first, then those that hang on the wall."""
    _ = ctx._
    texts = sorted(play.host["wall"], key=lambda text: text["released"]) if play.host else []
    note = Status(
        "info", _("Inget bord står vid texterna. Borden ser sina egna även när du tar ner dem från väggen.")
    )
    if not texts:
        empty = Column(
            [
                Icon("note", 72, "edge"),
                Text(
                    _("Väggen är tom. Skördade anteckningar och delade löften hamnar här."),
                    colour="soft",
                    align="center",
                ),
            ],
            gap=18,
            align="center",
            pad=48,
        )
        return Column([note, empty], gap=20)
    still = [text for text in texts if not text["released"]]
    everything = None
    if len(still) > 1 and play.may("release_text"):
        label = _("Släpp alla {n}", n=len(still))
        everything = Button(label, lambda: _release(play, still), icon="check", key="release all", at="start")
    grid = Grid([_text(play, ctx, text) for text in texts], columns=2, gap=20)
    return Column([note, everything, Scroll(Column([grid]), key="wall", grow=1)], gap=20, grow=1)


def wall_kind(kind: str, ctx: Ctx) -> str:
    """What a text on the wall is."""
    return tag_name(kind, ctx) or kind_name(kind, ctx)


def _release(play: Play, texts: list[WallSlice]) -> None:
    for text in texts:
        play.do(ReleaseText(text=text["id"]))


def _text(play: Play, ctx: Ctx, text: WallSlice) -> Node:
    _ = ctx._
    on = text["released"]
    label = _("Ta ner") if on else _("Släpp till väggen")
    act = Button(
        label,
        _switch(play, text),
        "quiet" if on else "secondary",
        key=f"text {text['id']}",
        enabled=play.may("release_text"),
    )
    tag = Pill(Text(wall_kind(text["kind"], ctx), "label", size=22), "good_soft" if on else "warn_soft")
    state = Text(_("På väggen") if on else _("Väntar"), "small", size=24, colour="good" if on else "soft")
    words = Column(
        [Row([tag, flexible(), state]), Text(wall_text(text, ctx), size=28, min=24), flexible(), act], gap=14
    )
    return Panel(words, pad=28, radius="card")


def _switch(play: Play, text: WallSlice) -> Callable[[], object]:
    return lambda: play.do(ReleaseText(text=text["id"], on=not text["released"]))
