"""A line under the header while somebody is not heard: the server, or the host."""

from __future__ import annotations

from game.client.outbox import Pending
from game.client.parts.page import status
from game.client.play import Play
from game.client.ui import Button, Column, Ctx, Node, Row
from game.rules.command import ContinueAlone


def notice(play: Play, ctx: Ctx) -> Node | None:
    """What is waited for, and that nothing is lost; None while everybody is heard."""
    if play.stage is None:
        return None
    if (silent := unheard(play, ctx)) is not None:
        return silent
    return (
        _host(play, ctx) if play.may("continue_alone") and play.stage["paused"] in ("", "timeout") else None
    )


def unheard(play: Play, ctx: Ctx) -> Node | None:
    """While the server is not heard: that the screen tries again by itself."""
    return _server(play, ctx) if play.status.state in ("offline", "connecting") else None


def continue_alone(play: Play, ctx: Ctx) -> Node | None:
    """The way on without a host, for whoever may."""
    if not play.may("continue_alone") or play.kind == "screen":
        return None
    many = play.team is not None and len(play.team["seats"]) > 1
    label = ctx._("Fortsätt själva") if many else ctx._("Fortsätt")
    return Button(label, lambda: play.do(ContinueAlone()), "primary", "return", key="alone")


def _server(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    text = _("Ingen kontakt med servern. Skärmen försöker igen av sig själv, och inget har gått förlorat.")
    if isinstance(play.going, Pending):
        text = _("Ingen kontakt med servern. Det du gjorde är sparat här och skickas när nätet är tillbaka.")
    return status(play, ctx, "offline", text)


def _host(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    text = _("Spelledaren har tappat kontakten. Ni kan vänta, eller gå vidare i egen takt.")
    alone = Button(_("Fortsätt själva"), lambda: play.do(ContinueAlone()), key="alone")
    return Row([Column([status(play, ctx, "offline", text)], grow=1), alone], gap=20)
