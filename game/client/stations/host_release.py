"""Many texts let onto the wall at once: first a question, and afterwards one way back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from game.client.parts.words import kind_name, tag_name
from game.client.play import Play
from game.client.stations.board import question
from game.client.ui import Button, Ctx, Node
from game.rules.command import ReleaseText
from game.rules.slices import WallSlice

FEW = 5
"""Texts under a heading that a host is taken to have read; more are asked about."""


def wall_kind(kind: str, ctx: Ctx) -> str:
    """What a text on the wall is."""
    return tag_name(kind, ctx) or kind_name(kind, ctx)


def release(play: Play, texts: Sequence[WallSlice], on: bool) -> None:
    """Onto the wall, or down from it, at once."""
    for text in texts:
        if text["released"] != on:
            play.do(ReleaseText(text=text["id"], on=on))


def ask_release(play: Play, texts: Sequence[WallSlice]) -> None:
    """Onto the wall, once the host has said yes to how many they are."""
    play.kept["wall asked"] = frozenset(text["id"] for text in texts)


def releasing(play: Play, ctx: Ctx) -> Node | None:
    """The question: how many, and of what kind."""
    _ = ctx._
    asked: frozenset[str] = play.kept.get("wall asked", frozenset())
    texts = [t for t in (play.host["wall"] if play.host else []) if t["id"] in asked and not t["released"]]
    if not texts:
        play.kept.pop("wall asked", None)  # a co-host has let them up: nothing is asked when they come down
        return None
    kinds = Counter(wall_kind(text["kind"], ctx) for text in texts)
    counted = ", ".join(f"{kind} {n}" for kind, n in kinds.most_common())
    about = _("{kinds}. De syns genast på storbilden, för alla. Har du läst dem?", kinds=counted)

    def back() -> None:
        play.kept.pop("wall asked", None)

    def go() -> None:
        release(play, texts, True)
        play.kept["wall just"] = frozenset(text["id"] for text in texts)
        back()

    title = ctx.plural("Släppa {n} text till väggen?", "Släppa {n} texter till väggen?", len(texts))
    return question(ctx, title, about, _("Släpp alla {n}", n=len(texts)), go, back, key="yes release")


def way_back(play: Play, ctx: Ctx) -> Node | None:
    """Takes down what was let up at once the last time, and nothing that hung there before."""
    just: frozenset[str] = play.kept.get("wall just", frozenset())
    texts = [t for t in (play.host["wall"] if play.host else []) if t["id"] in just and t["released"]]
    if not texts or not play.may("release_text"):
        return None

    def undo() -> None:
        release(play, texts, False)
        play.kept.pop("wall just", None)

    return Button(ctx._("Ångra: ta ner {n}", n=len(texts)), undo, icon="back", key="undo release")
