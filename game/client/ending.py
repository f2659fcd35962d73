"""What a window asks when its server ends: with the window, or by itself."""

from __future__ import annotations

from collections.abc import Callable

from game.client.keeper import Keeper
from game.client.stations.board import question
from game.client.ui import Button, Column, Ctx, Dialog, Flow, Node, Text

Act = Callable[[], object]


def stopped(keeper: Keeper, ctx: Ctx) -> Node:
    """The server has died and did not come back by itself."""
    _ = ctx._
    again = Button(
        _("Starta servern igen"), keeper.start_again, "primary", shortcut="return", key="start again"
    )
    words = [
        Text(_("Servern har stannat"), "title"),
        Text(_.pick(dict(keeper.trouble))),
        Text(_("Det som är sparat finns kvar. Borden kommer tillbaka av sig själva."), colour="soft"),
        Flow([again]),
    ]
    return Dialog(Column(words, gap=26), span=1000)


def closing(go: Act, stay: Act, ctx: Ctx) -> Node:
    """The window that runs the server is about to be closed."""
    _ = ctx._
    return question(
        ctx,
        _("Stänga fönstret och servern?"),
        _(
            "Servern körs från det här fönstret. Stänger du tappar borden kontakten "
            "tills du startar och väljer Fortsätt."
        ),
        _("Stäng ändå"),
        go,
        stay,
        key="yes stop",
    )
