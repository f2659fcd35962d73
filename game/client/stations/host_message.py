"""A line from the host: to every table, or to one. It goes one way; of each only the last one stands."""

from __future__ import annotations

from functools import partial

from game.client.play import Play
from game.client.stations.board import Board
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Dialog,
    Flow,
    Icon,
    Node,
    Panel,
    Row,
    Text,
    TextField,
    flexible,
)
from game.rules.command import SendMessage
from game.rules.slices import MessageSlice, TileSlice

LIMIT = 160


def message_key(team: str | None = None) -> str:
    """The key of the field for a line to a table, or to all."""
    return f"message {team or 'all'}"


def message(board: Board, ctx: Ctx) -> Node | None:
    """The dialog for a line to everybody, when it is open."""
    _, play = ctx._, board.play
    if board.asked != "message" or play.room is None:
        return None
    body = [
        Text(_("Meddelande till alla"), "title"),
        Text(_("Raden syns på allas skärmar tills du tar bort den. Ingen kan svara."), colour="soft"),
        standing(play, ctx, None, play.room["message"]),
        writing(play, ctx, None, Button(_("Klar"), board.ask, key="close message")),
    ]
    return Dialog(Column(body, gap=22), board.ask, span=1160)


def writing(play: Play, ctx: Ctx, tile: TileSlice | None, beside: Node | None = None) -> Node:
    """A field for the next line to this table; without one, to everybody. `beside` the button that sends
    may stand the way out.
    """
    _, team = ctx._, tile["id"] if tile else None
    key = message_key(team)

    def send(text: str = "") -> None:
        say(play, ctx, team, text)

    able = play.may("send_message")
    field = TextField(
        _("MEDDELANDE"),
        placeholder=_("Till exempel: Fem minuter kvar, börja runda av."),
        limit=LIMIT,
        role="small",
        enabled=able,
        key=key,
        on_submit=send,
    )
    label = _("Skicka till bordet") if tile else _("Skicka till alla")
    submit = Button(label, send, icon="speech", enabled=able, key=f"send {key}")
    return Column([field, Row([flexible(), submit, beside], gap=16)], gap=6)


def say(play: Play, ctx: Ctx, team: str | None, text: str = "") -> None:
    """Send the line, or what is typed in its field; nothing when nothing is."""
    key = message_key(team)
    words = " ".join((text or ctx.typed(key)).split())[:LIMIT]
    if words and play.may("send_message"):
        play.do(SendMessage(text=words, team=team))
        ctx.forget(key)


def standing(play: Play, ctx: Ctx, team: str | None, said: MessageSlice | None) -> Node | None:
    """The line that stands, with a way to take it away."""
    if said is None:
        return None
    _ = ctx._
    label = _("BORDET LÄSER, TILLS NÅGON DÄR TRYCKER OK") if team else _("ALLA LÄSER NU")
    words = Column(
        [
            Text(label, "label", colour="soft"),
            Text(said["text"], "strong", size=28, min=22),
        ],
        gap=2,
        grow=1,
    )
    take = Button(
        _("Ta bort meddelandet"),
        partial(play.do, SendMessage(text="", team=team)),
        icon="cross",
        key=f"no message {team or 'all'}",
    )
    inside = Flow([words, take]) if not ctx.wide else Row([Icon("speech", 36, "accent"), words, take], gap=18)
    return Panel(inside, pad=(24, 16), fill="accent_soft", radius="field", shadow="")
