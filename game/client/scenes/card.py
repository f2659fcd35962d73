"""The front of a card, as the scenes of a round show it."""

from __future__ import annotations

from game.client.parts.words import card_text, kind_name, words
from game.client.play import Play
from game.client.ui import Column, Ctx, Flow, Icon, Letter, Node, Panel, Pill, Row


def front(play: Play, ctx: Ctx, *, least: float = 40, size: float | None = None, tags: bool = True) -> Node:
    """The situation as large as there is room for, down to `least`."""
    text = card_text(play, ctx)
    return Panel(
        Column(
            [
                labels(play, ctx) if tags else None,
                words(
                    play,
                    ctx,
                    text.get("situation", ""),
                    "display",
                    size=size,
                    least=least,
                    valign="center",
                    grow=1,
                ),
                *_besides(play, ctx),
            ],
            gap=20,
        ),
        pad=(56, 36 if ctx.settings.text <= 1 else 22),
        grow=1,
    )


def _besides(play: Play, ctx: Ctx) -> list[Node]:
    """What an exercise asks for step by step, and where a fact is said."""
    if play.card is not None and play.card["kind"] == "fact":
        return sources(play, ctx)
    steps = card_text(play, ctx).get("steps", [])
    lines = "\n".join(f"{n}. {step}" for n, step in enumerate(steps, start=1))
    return [words(play, ctx, lines, "body", least=26)] if steps else []


def sources(play: Play, ctx: Ctx) -> list[Node]:
    """The laws and policies behind a card, each with the day somebody last checked it."""
    return [
        words(
            play,
            ctx,
            ctx._(
                "{lag} (kontrollerat {datum})",
                lag=" ".join(part for part in (ref["label"], ref.get("paragraph", "")) if part),
                datum=ref["checked_on"],
            ),
            "small",
            colour="soft",
        )
        for ref in card_text(play, ctx).get("refs", [])
    ]


def labels(play: Play, ctx: Ctx) -> Node | None:
    """The kind, the title and the themes, as small tags."""
    if play.card is None:
        return None
    text = card_text(play, ctx)
    kind = kind_name(play.card["kind"], ctx)
    if play.card["practice"]:
        kind = ctx._("Provkort")
    tags: list[Node] = [Pill(words(play, ctx, kind, "label", colour="warn"))]
    if text.get("title"):
        tags.append(words(play, ctx, text["title"], "label", colour="soft"))
    if play.card["heat"]:
        flames: list[Node | None] = [Icon("flame", 26, "warn") for _n in range(play.card["heat"])]
        tags.append(Row(flames, gap=2))
    return Flow(tags, gap=18)


def option_row(play: Play, ctx: Ctx, letter: str, text: str, role: str = "body", grow: float = 0) -> Node:
    """An option to read: its letter on its shape, and its words."""
    return Row(
        [
            Letter(letter.upper(), 56 if ctx.wide else 40),
            words(play, ctx, text, role, valign="center", grow=1),
        ],
        gap=22,
        grow=grow,
    )
