"""Picking: what a seat points at before it sends anything."""

from __future__ import annotations

from game.client.parts.around import draft, is_done
from game.client.parts.words import in_order
from game.client.play import Play
from game.client.ui import Ctx
from game.rules.slices import OwnSlice


def pick(play: Play, ctx: Ctx, seat: str, choice: str) -> None:
    """Point at a choice; nothing is sent."""
    draft(play, seat)["choice"] = choice
    play.notice = None
    ctx.refresh()


def own(play: Play, seat: str) -> OwnSlice:
    """What a screen of one's own has sent in this very vote; empty at a shared machine."""
    if play.you is None or not is_done(play, seat):
        return {}
    return play.you["own"].get(seat, {})


def picked(play: Play, seat: str) -> str:
    """What the seat points at now, or has sent; "" for nothing, also when all of an order is taken back."""
    choice: str = draft(play, seat).get("choice", own(play, seat).get("choice", ""))
    return choice


def whole(play: Play, chosen: str) -> bool:
    """Whether this can be sent: an order needs all of its things."""
    if play.card is None or not in_order(play) or chosen == "pass":
        return bool(chosen)
    return len(chosen) == len(play.card["choices"])


def sureness(play: Play, seat: str) -> int | None:
    """How sure the seat says it is: 1-3, or None."""
    found = draft(play, seat)
    if "confidence" in found:
        sure: int | None = found["confidence"]
        return sure
    return own(play, seat).get("confidence")
