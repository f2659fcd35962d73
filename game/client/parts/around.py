"""The shared machine goes round the table: one seat at a time, alone with the screen.

    gate     "Plats ● – bara du tittar": the seat's own symbol opens
    ballot   the seat's secret; nothing is chosen beforehand
    curtain  a neutral second, then the next gate

On a screen of one's own there is no gate and no curtain. What a seat has typed or picked is forgotten once
it is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from game.client.outbox import Pending
from game.client.parts.page import now, page
from game.client.parts.unsaved import let_go
from game.client.parts.words import words
from game.client.play import Play
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Curtain,
    Flow,
    Icon,
    Node,
    Panel,
    Row,
    SeatSymbol,
    Stack,
    Tile,
    flexible,
    seat_name,
)
from game.rules.command import Command
from game.rules.slices import SeatSlice

CURTAIN = 1_000
"""Ms that the neutral cover stays."""


@dataclass(frozen=True)
class Secret:
    """Something each seat does alone: `ballot` draws it; `after` stands when all seats here are done.

    `promise` says what will be shown of it, to whom and when. `receipt` may draw something for the same seat
    to see in place of its ballot.
    """

    ballot: Callable[[Play, Ctx, str], Node]
    after: Callable[[Play, Ctx], Node]
    promise: str
    receipt: Callable[[Play, Ctx, str], Node | None] | None = None


def around(play: Play, ctx: Ctx, secret: Secret) -> Node:
    """The secret as this station does it."""
    seats = voters(play)
    if not seats:
        return secret.after(play, ctx)
    if play.kind == "solo":
        return _receipt(play, ctx, secret, seats[0]["id"]) or secret.ballot(play, ctx, seats[0]["id"])
    at = play.fleeting.get("at")
    lowered = play.fleeting.get("curtain", 0.0) - ctx.now
    if 0 < lowered <= CURTAIN:
        ctx.again_in(lowered)
        return Stack([_resting(play, ctx, secret), Curtain(_thanks(play, ctx))])
    if at is not None and (seat := play.seat(at)) is not None:
        if play.fleeting.get("covered"):
            return _gate(play, ctx, seat, secret, partial(_uncover, play, ctx))
        return _receipt(play, ctx, secret, at) or secret.ballot(play, ctx, at)
    return _resting(play, ctx, secret)


def voters(play: Play) -> list[SeatSlice]:
    """This station's seats that take part; listeners talk but do not vote."""
    listeners = play.you["listeners"] if play.you else []
    return [seat for seat in play.seats if seat["id"] not in listeners]


def is_done(play: Play, seat: str) -> bool:
    """Whether the seat has sent its part, or it waits for the network."""
    sent = play.fleeting.get("sent", {}).get(seat)
    waiting = sent is not None and isinstance(play.state(sent), Pending)
    return waiting or bool(play.you and seat in play.you["done"])


def draft(play: Play, seat: str) -> dict[str, Any]:
    """What a seat has picked and not sent yet."""
    drafts: dict[str, dict[str, Any]] = play.fleeting.setdefault("drafts", {})
    return drafts.setdefault(seat, {})


def field_key(play: Play, seat: str, name: str) -> str:
    """The key of a text field that belongs to one seat in one phase."""
    return f"{name} {seat} {play.serial}"


def seal(play: Play, ctx: Ctx, seat: str, command: Command) -> None:
    """Send a seat's part and put all of it out of sight."""
    play.do(command)
    if play.notice is not None:
        return
    play.fleeting.setdefault("sent", {})[seat] = play.last
    play.fleeting.get("drafts", {}).pop(seat, None)
    if play.kind == "table":
        lower(play, ctx)


def lower(play: Play, ctx: Ctx) -> None:
    """The curtain falls; nobody sits at the machine, and nothing of what was typed or picked is left."""
    seat = play.fleeting.pop("at", None)
    if seat is not None:
        forget(play, ctx, seat)
    play.fleeting["curtain"] = now(ctx) + CURTAIN
    ctx.pane.memory.focus = ""
    ctx.refresh()


def forget(play: Play, ctx: Ctx, seat: str) -> None:
    """What the seat has picked or typed and not sent."""
    for name in ("own", "pledge"):
        let_go(play, f"{name} {seat}")
    for kept in ("drafts", "looks"):
        play.fleeting.get(kept, {}).pop(seat, None)
    for key in [key for key in ctx.pane.memory.fields if key.endswith(field_key(play, seat, ""))]:
        ctx.forget(key)


def who(play: Play, ctx: Ctx, seat_id: str, promise: str) -> Node | None:
    """Above a ballot: whose it is, and what will be shown of it."""
    seat = play.seat(seat_id)
    if seat is None:
        return None
    sign: Node = Icon("lock", 32, "soft") if play.kind == "solo" else SeatSymbol(seat["symbol"], 44)
    return Row(
        [sign, words(play, ctx, promise, "small", colour="soft", valign="center", grow=1, at="stretch")],
        gap=18,
    )


def back_out(play: Play, ctx: Ctx) -> Node | None:
    """At a shared machine: leave the ballot without sending."""
    if play.kind != "table":
        return None
    return Button(
        ctx._("Avbryt"), lambda: lower(play, ctx), "secondary", "escape", hint=False, key="back out"
    )


def cover_up(play: Play) -> None:
    """Something else has taken the screen: a seat that was alone with it opens its ballot again itself, and
    finds it as it was.
    """
    if play.kind == "table" and "at" in play.fleeting:
        play.fleeting["covered"] = True


def _uncover(play: Play, ctx: Ctx) -> None:
    play.fleeting.pop("covered", None)
    ctx.refresh()


def _receipt(play: Play, ctx: Ctx, secret: Secret, seat: str) -> Node | None:
    return secret.receipt(play, ctx, seat) if secret.receipt else None


def _resting(play: Play, ctx: Ctx, secret: Secret) -> Node:
    """Nobody is at the machine: the next seat's gate, or what stands when all are done."""
    waiting = [seat for seat in voters(play) if not seat["away"] and not is_done(play, seat["id"])]
    if not waiting:
        return secret.after(play, ctx)
    return _gate(play, ctx, waiting[0], secret, partial(_open, play, ctx, waiting[0]["id"]))


def _open(play: Play, ctx: Ctx, seat: str) -> None:
    play.notice = None
    for leaving in {seat, play.fleeting.get("at", seat)}:
        forget(play, ctx, leaving)
    play.fleeting.pop("covered", None)
    play.fleeting["at"] = seat
    ctx.pane.memory.focus = ""
    ctx.refresh()


def _gate(play: Play, ctx: Ctx, seat: SeatSlice, secret: Secret, enters: Callable[[], None]) -> Node:
    _ = ctx._
    name = seat_name(seat["symbol"], _)
    middle = Column(
        [
            SeatSymbol(seat["symbol"], 190 if ctx.wide else 130, at="center"),
            words(play, ctx, _("Plats {name}", name=name), "display", align="center"),
            words(play, ctx, _("Bara du tittar. Ni andra vänder er bort en stund."), "body", align="center"),
            words(play, ctx, secret.promise, "small", colour="soft", align="center", width=1200, at="center"),
        ],
        gap=20,
        justify="center",
    )
    tile = Tile(middle, _("Plats {name}", name=name), enters, key="gate", pad=36, grow=1)
    enter = Button(_("Det är jag"), enters, "primary", "return", key="it is me")
    others = [other for other in voters(play) if other["id"] != seat["id"]]
    return page(
        play, ctx, Column([tile, listening(play, ctx), symbols(play, ctx, others)], gap=22, grow=1), [enter]
    )


def symbols(play: Play, ctx: Ctx, seats: Sequence[SeatSlice]) -> Node | None:
    """The machine's other seats: any of them may come now, and one that is done may change its mind."""
    if not seats:
        return None
    _ = ctx._
    tiles: list[Node] = []
    for seat in seats:
        done = is_done(play, seat["id"])
        tick = Icon("check", 30, "good") if done else None
        inside = Row([SeatSymbol(seat["symbol"], 48, away=seat["away"]), tick], gap=8)
        label = _("Plats {name}", name=seat_name(seat["symbol"], _))
        tiles.append(
            Tile(inside, label, partial(_open, play, ctx, seat["id"]), pad=12, key=f"seat {seat['symbol']}")
        )
    hint = words(play, ctx, _("Egen symbol öppnar eller ändrar:"), "small", colour="soft")
    return Row([hint, Flow(tiles, gap=12, grow=1)], gap=20)


def all_done(
    play: Play,
    ctx: Ctx,
    text: str,
    more: Sequence[Node | None] = (),
    promise: str = "",
    icon: str = "check",
) -> Node:
    """The body when every seat here is done: what is waited for, and the symbols to change with."""
    _ = ctx._
    inside = Column(
        [
            Icon(icon, 90, "good" if icon == "check" else "soft", at="center"),
            words(play, ctx, text, "title", align="center"),
            words(play, ctx, promise, "small", colour="soft", align="center") if promise else None,
            *more,
        ],
        gap=24,
        justify="center",
    )
    shut = play.progress is not None and play.progress["closed"]
    seats = voters(play) if play.kind == "table" and not shut else []
    return Column([Panel(inside, grow=1), listening(play, ctx), symbols(play, ctx, seats)], gap=22, grow=1)


def listening(play: Play, ctx: Ctx) -> Node | None:
    """At a shared machine: which of its seats have no second vote, and why."""
    names = play.you["listeners"] if play.you else []
    seats = [seat for seat in play.seats if seat["id"] in names]
    again = play.stage is not None and play.stage["phase"] == "vote" and play.stage["round"] == 2
    if not seats or play.kind != "table" or not again:
        return None
    text = ctx._("Röstade inte första gången: lyssnar nu, röstar igen på nästa kort.")
    signs = [SeatSymbol(seat["symbol"], 40, away=seat["away"]) for seat in seats]
    return Row([*signs, words(play, ctx, text, "small", colour="soft", grow=1)], gap=14)


def _thanks(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    return Column(
        [
            flexible(),
            Icon("swap", 80, "soft", at="center"),
            words(play, ctx, _("Tack. Lämna vidare."), "display", align="center"),
            flexible(),
        ],
        gap=24,
    )
