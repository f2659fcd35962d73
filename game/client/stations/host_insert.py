"""What may be put into the programme while it runs: a card, one to be drawn, a break, what ends it."""

from __future__ import annotations

from functools import partial

from game.client.parts.words import kind_name
from game.client.phases import phase_name
from game.client.stations import host_edit as edit
from game.client.stations.board import Board
from game.client.stations.host_plan import step_name
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Dialog,
    Grid,
    Icon,
    Node,
    Row,
    Scroll,
    Stepper,
    Text,
    Tile,
    flexible,
)
from game.rules.slices import PileCard

HEAVY = 3


def insert_dialog(board: Board, ctx: Ctx) -> Node:
    """One press puts it in, and the programme is there again."""
    _, play = ctx._, board.play
    back = Button(_("Tillbaka"), lambda: board.ask("plan"), key="back to plan")
    rows = [_kind(board, ctx, kind) for kind in edit.missing(play)]
    cards = play.host["cards"] if play.host else []
    pile: Node | None = None
    if cards:
        ordered = sorted(cards, key=lambda card: (card["heat"], _.pick(card["title"])))
        tiles = [_card(board, ctx, card) for card in ordered]
        pile = Column(
            [
                Text(_("ETT KORT UR HÖGEN"), "label", colour="soft"),
                Grid(tiles, columns=2 if ctx.wide else 1, gap=14),
            ],
            gap=14,
        )
    body = [
        Column(
            [Text(_("Lägg till i programmet"), "title"), Text(_where(board, ctx), "small", colour="soft")],
            gap=4,
        ),
        Scroll(Column([Column(rows, gap=12), pile], gap=26, pad=(4, 4)), key="add", grow=1),
        Row([flexible(), back]),
    ]
    return Dialog(Column(body, gap=20), lambda: board.ask("plan"), span=1240)


def _where(board: Board, ctx: Ctx) -> str:
    _, play = ctx._, board.play
    at = edit.place(play)
    steps = play.host["steps"] if play.host else []
    if 0 < at <= len(steps):
        return _("Det kommer efter {step}.", step=step_name(play, at - 1, ctx))
    return _("Det kommer först.")


def _put(board: Board, kind: edit.Kind, minutes: int, card: str | None = None) -> None:
    edit.put_in(board.play, kind, minutes, card)
    board.ask("plan")


def _kind(board: Board, ctx: Ctx, kind: edit.Kind) -> Node:
    _, kept = ctx._, board.play.kept
    name = _("Ett kort som dras") if kind == "round" else phase_name(kind, 1, ctx._)
    lengths: dict[str, int] = kept.setdefault("plan lengths", {})
    minutes = lengths.get(kind, edit.LENGTHS[kind])

    def change(n: int) -> None:
        lengths[kind] = n

    stepper = Stepper(
        name, minutes, change, 1, edit.LONGEST, lambda n: _("{n} min", n=n), key=f"length {kind}"
    )
    add = Button(_("Lägg till"), partial(_put, board, kind, minutes), icon="plus", key=f"add {kind}")
    words = Text(name, "strong", grow=1)
    return Row([words, stepper, add], gap=18) if ctx.wide else Column([words, Row([stepper, add])], gap=8)


def _card(board: Board, ctx: Ctx, card: PileCard) -> Node:
    _ = ctx._
    title = _.pick(card["title"])
    themes = " · ".join(card["themes"].get(ctx.language) or card["themes"].get("sv") or [])
    flames = Row([Icon("flame", 24, "late") for _n in range(card["heat"])], gap=2)
    about = Text(themes or kind_name(card["kind"], ctx), "small", size=24, min=20, colour="soft", grow=1)
    words = Column([Text(title, "strong", size=28, min=24), Row([about, flames])], gap=4)
    act = partial(_put, board, "round", card["minutes"], card["id"])
    return Tile(words, title, act, key=f"add {card['id']}", pad=20)
