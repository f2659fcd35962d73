"""What every scene stands on: the body, and below it one row with how things are and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from game.client.outbox import Pending
from game.client.parts import hand
from game.client.parts.wait import waits_for
from game.client.parts.words import words
from game.client.play import Play
from game.client.ui import (
    Button,
    Calm,
    Column,
    Ctx,
    Icon,
    Meter,
    Node,
    Pill,
    Row,
    SeatSymbol,
    Stack,
)
from game.rules.command import CallTimeout, OpenNext

TONES = {
    "saved": ("check", "good", "good_soft"),
    "waiting": ("hourglass", "soft", "tint"),
    "offline": ("offline", "warn", "warn_soft"),
    "warning": ("warning", "danger", "danger_soft"),
    "info": ("info", "accent", "accent_soft"),
}


def page(
    play: Play,
    ctx: Ctx,
    body: Node,
    actions: Sequence[Node | None] = (),
    note: str | None = None,
    saved: bool = False,
    calm: bool = False,
) -> Node:
    """The body over the foot. `actions` stand to the right, the main one last.

    `note` stands to the left when all is well; without one it says who goes on. `saved` marks the note
    as something that has reached the server. In a `calm` foot the text grows less than in the body.
    """
    if play.kind == "screen":
        return Column([Stack([body], grow=1), _foot_of_wall(play, ctx)], gap=20)
    foot = _foot(play, ctx, actions, note, saved)
    return Column([Stack([body], grow=1), Calm(foot) if calm else foot], gap=22 if ctx.wide else 16)


def status(play: Play, ctx: Ctx, tone: str, text: str) -> Node:
    """A quiet line that says how things are: saved, waiting, offline, warning or info."""
    icon, colour, fill = TONES[tone]
    line = Row([Icon(icon, 32, colour), words(play, ctx, text, "small", colour=colour, grow=1)], gap=14)
    return Pill(line, fill, pad=(20, 10))


def onward(play: Play, ctx: Ctx, label: str, shortcut: str = "return") -> Node | None:
    """The button that opens the next phase, for whoever may."""
    if not play.may("open_next"):
        return None
    return Button(
        label,
        lambda: play.do(OpenNext(serial=play.serial)),
        "primary",
        shortcut,
        key="onward",
        hint="+" not in shortcut,
    )


def done_of(play: Play, ctx: Ctx) -> str:
    """ "3 av 5 klara"."""
    progress = play.progress
    return ctx._("{n} av {m} klara", n=progress["done"], m=progress["of"]) if progress else ""


def job(play: Play, ctx: Ctx, seat_id: str | None, icon: str, text: str) -> Node | None:
    """A symbol and what it does: in words where there is room, else as a sign."""
    seat = play.seat(seat_id)
    if seat is None:
        return None
    if play.kind == "solo" and play.you and seat_id in play.you["seats"]:
        text = ctx._("du {gör}", gör=text)
    does: Node = words(play, ctx, text, "small", colour="soft") if ctx.wide else Icon(icon, 34, "soft")
    return Row([SeatSymbol(seat["symbol"], 40), does], gap=10)


def now(ctx: Ctx) -> float:
    """The server's time at this very moment: for callbacks, which run long after `ctx` was made."""
    return ctx.pane.clock.ms() + ctx.pane.offset


def once(play: Play, ctx: Ctx, sound: str) -> None:
    """Play a sound the first time this phase is shown."""
    if sound not in play.fleeting.setdefault("sounds", set()):
        play.fleeting["sounds"].add(sound)
        ctx.play(sound)


def _foot(play: Play, ctx: Ctx, actions: Sequence[Node | None], note: str | None, saved: bool) -> Node:
    return Row([Column([_left(play, ctx, note, saved)], grow=1), *actions], gap=20)


def _left(play: Play, ctx: Ctx, note: str | None, saved: bool) -> Node | None:
    _ = ctx._
    if play.notice is not None:
        return status(play, ctx, "warning", _.pick(dict(play.notice.message)))
    going = play.going
    if isinstance(going, Pending):
        text = _("Skickas när nätet är tillbaka") if going.offline else _("Skickar …")
        return status(play, ctx, "offline" if going.offline else "waiting", text)
    if play.progress is not None and play.progress["of"]:
        return _progress(play, ctx, note or "", saved)
    if saved:
        return status(play, ctx, "saved", note or "")
    return words(
        play, ctx, waits_for(play, ctx) if note is None else note, "small", colour="soft", valign="center"
    )


def _progress(play: Play, ctx: Ctx, note: str, saved: bool) -> Node:
    progress = play.progress
    assert progress is not None
    text = " · ".join(part for part in (done_of(play, ctx), note) if part)
    if progress["grace"]:
        text = ctx._("{klara} · stänger om några sekunder", klara=done_of(play, ctx))
    colour = "good" if saved else "soft"
    tick = Icon("check", 30, "good") if saved else None
    line = Row([tick, words(play, ctx, text, "small", colour=colour, grow=1)], gap=10)
    return Column([Meter(progress["done"], progress["of"], thick=20), line], gap=6)


def tools(play: Play, ctx: Ctx, bare: bool) -> list[Node | None]:
    """A hand for the host, time-out and menu: always there, never in the way. `bare`: signs alone."""
    _ = ctx._
    raised = timeout = None
    if hand.may_raise(play):
        raised = Button(
            hand.brief(play, ctx),
            lambda: hand.turn(play),
            "secondary" if hand.is_up(play) else "quiet",
            "h",
            "raise",
            key="hand",
            hint=False,
            bare=bare,
        )
    if play.may("call_timeout"):
        timeout = Button(
            _("Time-out"),
            lambda: play.do(CallTimeout()),
            "quiet",
            "t",
            "pause",
            key="timeout",
            hint=False,
            bare=bare,
        )
    menu = Button(
        _("Meny"),
        lambda: open_dialog(play, "menu"),
        "quiet",
        "m",
        "list",
        key="menu",
        hint=False,
        bare=bare,
    )
    return [raised, timeout, menu]


def _foot_of_wall(play: Play, ctx: Ctx) -> Node | None:
    if play.progress is None or not play.progress["of"]:
        return None
    return Row(
        [
            Meter(play.progress["done"], play.progress["of"], grow=1),
            words(play, ctx, done_of(play, ctx), "small", colour="soft", align="end"),
        ],
        gap=40,
    )


def open_dialog(play: Play, name: str) -> None:
    """Open the menu, settings, seats, help or leave; "" closes."""
    play.kept["dialog"] = name
