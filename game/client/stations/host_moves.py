"""Questions before what moves tables: one pace for all of them, and fetching those that go on their own."""

from __future__ import annotations

from game.client.play import Play
from game.client.stations.board import Board, question
from game.client.stations.host_tables import table_names
from game.client.ui import Ctx, Node
from game.rules.command import GatherTeams, SetPace
from game.rules.slices import TileSlice


def change_pace(board: Board, pace: str) -> None:
    """Ask before the tables are let go, and before they are led when some would leave steps out."""
    if board.play.room and board.play.room["pace"] == pace:
        return
    if pace == "table" or _behind(board.play)[0]:
        board.ask(f"pace {pace}")
    else:
        board.play.do(SetPace(pace="hall"))


def pace_table(board: Board, ctx: Ctx) -> Node:
    """The question before every table goes on by itself."""
    _, play = ctx._, board.play

    def back() -> None:
        board.ask("more")

    def go() -> None:
        play.do(SetPace(pace="table"))
        back()

    title, yes = _("Låta borden gå i egen takt?"), _("Låt borden gå")
    about = _("Borden går själva vidare, också genom rast och skörd. Du kan ta tillbaka takten när du vill.")
    if play.lecture:
        title, yes = _("Låta salen gå i egen takt?"), _("Låt salen gå")
        about = _(
            "Salen går själv vidare, också genom rast och skörd. Du kan ta tillbaka takten när du vill."
        )
    return question(ctx, title, about, yes, go, back, key="yes pace")


def pace_hall(board: Board, ctx: Ctx) -> Node:
    """The question before all tables are led together though they are in different steps."""
    _, play = ctx._, board.play
    tables, most, alike = _behind(play)

    def back() -> None:
        board.ask("more")

    def go() -> None:
        play.do(SetPace(pace="hall"))
        back()

    who = table_names(tables, ctx) if tables else ""
    if not tables:
        lost = ""  # they have caught up while it was asked
    elif alike:
        lost = ctx.plural(
            "{names} ligger efter och hoppar då över {n} steg.",
            "{names} ligger efter och hoppar då över {n} steg.",
            most,
            names=who,
        )
    else:
        lost = _("{names} ligger efter och hoppar då över upp till {n} steg.", names=who, n=most)
    stays = _("Kortet som ett bord har får det göra klart. Alla möts när du öppnar nästa steg.")
    about = f"{lost} {stays}".strip()
    return question(ctx, _("Leda alla bord tillsammans?"), about, _("Led alla"), go, back, key="yes pace")


def _behind(play: Play) -> tuple[list[TileSlice], int, bool]:
    """(tables that have not come as far as the furthest, the most steps that one of them would leave out,
    whether they all would leave out as many).
    """
    playing = [tile for tile in play.tiles if tile["seats"] and tile["phase"] != "closed"]
    furthest = max([play.stage["step"] if play.stage else -1, *(tile["step"] for tile in playing)])
    tables = [tile for tile in playing if tile["step"] < furthest]
    lost = {furthest - tile["step"] for tile in tables}
    return tables, max(lost, default=0), len(lost) == 1


def gather(board: Board, ctx: Ctx) -> Node:
    """The question before tables that go on their own are fetched."""
    _, play = ctx._, board.play
    tables = sum(tile["alone"] for tile in play.tiles)

    def back() -> None:
        board.ask("more")

    def go() -> None:
        play.do(GatherTeams())
        back()

    return question(
        ctx,
        _("Samla alla?") if play.lecture else ctx.plural("Samla {n} bord?", "Samla {n} bord?", tables),
        _(
            "De kommer dit de andra är. Kort som de inte är klara med lämnas, och röster som pågår där "
            "förstörs."
        ),
        _("Samla alla") if play.lecture else _("Samla borden"),
        go,
        back,
        key="yes gather",
    )
