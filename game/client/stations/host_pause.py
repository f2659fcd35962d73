"""A pause for all: asking for one, changing the one that lasts, and what the board says meanwhile."""

from __future__ import annotations

from game.client.play import Play
from game.client.stations.board import Board
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Dialog,
    Digits,
    Flow,
    Icon,
    Node,
    Panel,
    Row,
    Status,
    Stepper,
    Text,
    TextField,
    flexible,
)
from game.rules.command import Pause


def pausing(board: Board, ctx: Ctx) -> Node:
    """The dialog that begins a pause."""
    _ = ctx._
    about = _("Klockorna stannar. Ingen kommer vidare förrän du fortsätter.")
    return _asking(board, ctx, _("Pausa för alla"), about, _("Pausa alla"), None)


def changing(board: Board, ctx: Ctx) -> Node:
    """The dialog that gives the pause that lasts other words and more time. It never begins one: when another
    host has let all go on meanwhile, it says so.
    """
    _, stage = ctx._, board.play.stage
    if stage is None or stage["paused"] != "host":
        return _over(board, ctx)
    about = _("Tiden räknas från nu. Stegets klocka står kvar.")
    return _asking(board, ctx, _("Ändra pausen"), about, _("Ändra pausen"), stage["pause_text"])


def _asking(board: Board, ctx: Ctx, title: str, about: str, label: str, stands: str | None) -> Node:
    """The words and the time; `stands` are the words of the pause that lasts, None when there is none yet."""
    _, play = ctx._, board.play
    key = "pause text" if stands is None else "pause text again"
    minutes = int(play.kept.get("pause minutes", 10))

    def change(n: int) -> None:
        play.kept["pause minutes"] = n

    def go(text: str = "") -> None:
        words = (text or ctx.typed(key)).strip()[:120]
        play.do(Pause(text=words, minutes=minutes, anew=stands is not None))
        board.ask()

    def shown(n: int) -> str:
        return _("{n} min", n=n) if n else _("Tills vidare")

    field_ = TextField(
        _("TEXT PÅ ALLA SKÄRMAR"),
        stands or "",
        placeholder=_("Till exempel: Bensträckare. Kaffe finns i hallen."),
        limit=120,
        key=key,
        on_submit=go,
    )
    row = Row(
        [
            Text(_("Tillbaka om"), grow=1),
            Stepper(_("Tillbaka om"), minutes, change, 0, 240, shown, key="minutes"),
        ]
    )
    acts = Flow(
        [
            Button(_("Avbryt"), board.ask, key="no pause"),
            Button(label, go, "primary", shortcut="return", icon="pause", key="pause all"),
        ]
    )
    body = [Text(title, "title"), Text(about, colour="soft"), field_, row, acts]
    return Dialog(Column(body, gap=24), board.ask, span=1000)


def _over(board: Board, ctx: Ctx) -> Node:
    """The pause that was to be changed is no more."""
    _ = ctx._
    ready = Button(_("Klar"), board.ask, "primary", shortcut="return", key="pause over")
    body = [
        Text(_("Pausen är redan slut"), "title"),
        Text(_("En annan spelledare avslutade den medan du skrev. Inget ändrades.")),
        Row([flexible(), ready]),
    ]
    return Dialog(Column(body, gap=24), board.ask, span=1000)


def looking(ctx: Ctx) -> Node:
    """That all are asked to look up, large enough to be seen from beside the computer."""
    _ = ctx._
    words = Column(
        [
            Text(_("Alla skärmar säger: Titta fram"), "title", size=40, min=28, colour="on_accent"),
            Text(_("Klockorna står stilla tills du trycker Fortsätt."), "small", colour="on_accent"),
        ],
        gap=0,
        grow=1,
    )
    return Panel(
        Row([Icon("eye", 64, "on_accent"), words], gap=24), pad=(36, 18), fill="accent_deep", radius="card"
    )


def paused(play: Play, ctx: Ctx) -> Node | None:
    """What all screens say in a pause, and the same time to be back; then the host is waited for."""
    _, stage = ctx._, play.stage
    if stage is None or stage["paused"] not in ("host", "restart"):
        return None
    if stage["paused"] == "restart":
        words = _("Servern har startat om. Allt är kvar och pausat – tryck Fortsätt när alla är med.")
        return Status("info", words)
    text = stage["pause_text"]
    told = _("Paus för alla: {words}", words=text) if text else _("Paus för alla.")
    if stage["pause_until"] is None:
        return Status("info", told)
    remaining = stage["pause_until"] - ctx.now
    if remaining <= 0:
        over = _("Pausen är slut. Alla skärmar säger ”Nu börjar vi igen.” – tryck Fortsätt när alla är med.")
        return Status("warning", over)
    if ctx.settings.hide_timers:
        ctx.again_in(remaining)
        return Status("info", told)
    again = Text(_("Vi börjar igen om"), "small", colour="soft", valign="center", lines=1)
    return Row([Column([Status("info", told)], grow=1), again, Digits(remaining, 40)], gap=16)
