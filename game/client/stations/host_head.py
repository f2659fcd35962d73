"""The top of the host's board: the room, what is always at hand, and how things are when not as usual."""

from __future__ import annotations

from functools import partial

from game.client.outbox import Pending
from game.client.play import Play
from game.client.stations.board import Board
from game.client.stations.host_message import message_key
from game.client.stations.host_pause import looking, paused
from game.client.ui import Button, Calm, Column, Ctx, Icon, Node, Row, Status, Text
from game.rules.command import Pause, Resume


def head(board: Board, ctx: Ctx) -> Node:
    """The room's code, how many there are, and the buttons for all tables at once."""
    _, play = ctx._, board.play
    room = play.room
    assert room is not None
    told = ctx.wide and _lobby(play)  # before the start it stands large below
    code = None if told else Text(room["code"], "number", size=52, min=36, colour="accent", lines=1)
    tables = ctx.plural("{n} bord", "{n} bord", room["tables"])
    seats = ctx.plural("{n} plats", "{n} platser", room["seats"])
    first, second = (seats, "") if play.lecture else (tables, seats)
    about = Column(
        [
            Text(first, "strong", size=28, min=22, lines=1),
            Text(second, "small", size=24, min=20, colour="soft", lines=1) if second else None,
        ],
        gap=0,
    )
    lock = Icon("lock", 36, "warn") if room["locked"] else None
    acts = [_screen(board, ctx), _look(play, ctx), _message(board, ctx), _pause(board, ctx)]

    def ask_more() -> None:
        ctx.to_top("more")
        board.ask("more")

    more = Button(_("Mer"), ask_more, shortcut="m", icon="list", hint=ctx.wide, key="more")
    return Calm(Row([code, lock, Column([about], grow=1), *acts, more], gap=18))


def _lobby(play: Play) -> bool:
    return play.stage is not None and play.stage["phase"] == "lobby"


def _screen(board: Board, ctx: Ctx) -> Node | None:
    """Before the start it is one press away; afterwards it stands under "Mer"."""
    if not board.open_screen or not ctx.wide or not _lobby(board.play):
        return None
    return Button(ctx._("Storbild"), board.open_screen, icon="screen", key="open screen")


def _look(play: Play, ctx: Ctx) -> Node | None:
    """Stops everything at once, without a question: it is pressed when somebody is about to speak."""
    if play.stage is None or play.stage["paused"] == "look":
        return None
    look = partial(play.do, Pause(look=True))
    able, hint = play.may("pause"), ctx.wide and not _lobby(play)
    return Button(ctx._("Titta fram"), look, shortcut="t", icon="eye", enabled=able, hint=hint, key="look")


def _message(board: Board, ctx: Ctx) -> Node:
    def ask() -> None:
        board.ask("message")
        ctx.focus(message_key())

    return Button(
        ctx._("Meddelande …"), ask, icon="speech", enabled=board.play.may("send_message"), key="message"
    )


def _pause(board: Board, ctx: Ctx) -> Node:
    _, play = ctx._, board.play
    if play.may("resume"):
        go = partial(play.do, Resume())
        return Button(_("Fortsätt"), go, "primary", shortcut="p", icon="play", hint=ctx.wide, key="resume")
    ask = partial(board.ask, "pause")
    able, hint = play.may("pause"), ctx.wide and not _lobby(play)
    return Button(_("Pausa"), ask, shortcut="p", icon="pause", enabled=able, hint=hint, key="pause")


def notices(board: Board, ctx: Ctx, pause: bool = True) -> list[Node]:
    """How things are, when they are not as usual; one line each. Without a `pause`, that stands elsewhere."""
    _, play = ctx._, board.play
    found: list[Node] = []
    server = board.server_news()
    if server:
        found.append(Status("waiting", _.pick(dict(server))))
    elif play.status.state in ("offline", "connecting"):
        found.append(
            Status(
                "offline",
                _("Utan kontakt med servern. Försöker igen av sig själv; det du trycker skickas sedan."),
            )
        )
    elif isinstance(play.going, Pending):
        found.append(Status("waiting", _("Skickar …")))
    if bots := board.bots_news():
        found.append(Status("warning", _.pick(dict(bots))))
    if play.notice is not None and play.notice.code != "heavy_card":
        found.append(Status("warning", _.pick(dict(play.notice.message))))
    if play.stage and play.stage["paused"] == "look":
        found.append(looking(ctx))
    elif pause and (line := paused(play, ctx)) is not None:
        found.append(line)
    return found
