"""A card's chart that would spoil some table's vote: why the hall is not shown it, and showing it anyway."""

from __future__ import annotations

from game.client.play import Play
from game.client.stations.board import Board, question
from game.client.stations.host_tables import table_names
from game.client.ui import Button, Column, Ctx, Flow, Node, Status
from game.rules.command import ShowResult

ASKED = "show anyway"
"""The question's name among the dialogs of the board."""


def waiting(play: Play, ctx: Ctx, card: str) -> Node | None:
    """Which tables the hall waits for before it is shown a card; None when for none."""
    _, names, number = ctx._, *_held(play, ctx, card)
    if not number:
        return None
    told = ctx.plural(
        "{names} har inte röstat klart på det här kortet. Därför visar storbilden det inte än.",
        "{names} har inte röstat klart på det här kortet. Därför visar storbilden det inte än.",
        number,
        names=names,
    )

    def ask() -> None:
        play.kept["ask"], play.kept[ASKED] = ASKED, card

    able = play.may("show_result")
    return Column(
        [Status("waiting", told), Flow([Button(_("Visa ändå …"), ask, enabled=able, key=f"anyway {card}")])],
        gap=14,
    )


def anyway(board: Board, ctx: Ctx) -> Node | None:
    """The question before a card is shown though not all have voted on it; None once all have."""
    _, play, card = ctx._, board.play, str(board.play.kept.get(ASKED, ""))
    names, number = _held(play, ctx, card)
    if not number or play.host is None:
        return None
    tables = tuple(play.host["held"][card])

    def go() -> None:
        play.do(ShowResult(what=f"card:{card}", despite=tables))
        board.ask()

    about = ctx.plural(
        "{names} har inte röstat klart på kortet. Den som sitter där ser på storbilden vad andra har svarat, "
        "före sin egen röst.",
        "{names} har inte röstat klart på kortet. Den som sitter där ser på storbilden vad andra har svarat, "
        "före sin egen röst.",
        number,
        names=names,
    )
    return question(ctx, _("Visa kortet ändå?"), about, _("Visa ändå"), go, board.ask, key="yes anyway")


def _held(play: Play, ctx: Ctx, card: str) -> tuple[str, int]:
    """(the tables in words, how many)"""
    ids = play.host["held"].get(card, []) if play.host else []
    tables = [tile for tile in play.tiles if tile["id"] in ids]
    return (table_names(tables, ctx) if tables else ""), len(tables)
