"""Who goes on from here, when it is not this station."""

from __future__ import annotations

from game.client.play import Play
from game.client.ui import Ctx, seat_name

WITHIN = frozenset({"lobby", "draw", "read", "vote", "reveal", "talk", "compare", "perspective", "closed"})
"""Phases in the middle of a card, and outside the programme."""


def waits_for(play: Play, ctx: Ctx) -> str:
    """The sentence; "" where this station goes on, or nobody is waited for."""
    _ = ctx._
    if play.may("open_next") or play.room is None or play.stage is None:
        return ""
    if play.stage["phase"] in ("lobby", "closed"):
        return ""
    if play.room["pace"] == "hall" and not play.stage["alone"]:
        if play.lecture:
            return _("Spelledaren går vidare när alla är klara.")
        return _("Spelledaren går vidare när borden är klara.")
    if waits_for_others(play):
        return _("Alla bord möts när spelledaren öppnar nästa steg.")
    seat = play.seat(play.team["reader"] if play.team else None)
    name = seat_name(seat["symbol"], _) if seat else ""
    return _("Kortläsaren ({name}) går vidare.", name=name) if name else ""


def waits_for_others(play: Play) -> bool:
    """Whether a table with a card of its own in the hall's pace is done with it, and the hall goes on next.

    A station that would open the next phase, and may not, knows it; the others know the card's last phase.
    """
    stage, room = play.stage, play.room
    if stage is None or room is None or room["pace"] != "hall" or play.may("open_next"):
        return False
    if stage["alone"] != "step":
        return False
    last_of_practice = (stage["kind"], stage["phase"]) == ("practice", "compare")
    if stage["phase"] in WITHIN and not last_of_practice:
        return False
    reader = play.team["reader"] if play.team else None
    if play.kind == "table" or reader in [seat["id"] for seat in play.seats]:
        return True
    return last_of_practice or stage["phase"] == "note"
