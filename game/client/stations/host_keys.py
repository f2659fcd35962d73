"""A key on the screen, once: the host's own or one for a co-host; and a new one for whoever leads now."""

from __future__ import annotations

from game.client.stations.board import Act, Board
from game.client.ui import Button, Column, Ctx, Dialog, Flow, Node, Panel, Status, Text


def key_dialog(board: Board, ctx: Ctx, title: str, key: str, about: str, put_away: Act) -> Node:
    """The key, what it is for, and the ways to keep it; `put_away` forgets it."""
    _, kept = ctx._, board.play.kept

    def copy() -> None:
        board.copy(key)
        kept["copied"] = key

    def done() -> None:
        kept.pop("copied", None)
        put_away()

    shown = Text(key, "strong", size=44, min=26, align="center")
    body: list[Node | None] = [
        Text(title, "title"),
        Panel(shown, pad=(28, 26), fill="tint", shadow="", radius="field"),
        Text(about),
        Text(
            _("Spara den där bara du läser, till exempel på papper. Visa den inte på storbilden."),
            "small",
            colour="soft",
        ),
        Status("saved", _("Kopierad")) if kept.get("copied") == key else None,
        Flow(
            [
                Button(_("Kopiera"), copy, icon="link", key="copy key"),
                # No Enter: a key that is told this once is not thrown away by the press that asked for it.
                Button(_("Jag har sparat den"), done, "primary", key="key saved"),
            ]
        ),
    ]
    return Dialog(Column(body, gap=24), span=1080)  # nor by Esc


def host_key(board: Board, ctx: Ctx) -> Node:
    """The host key: that which the room was made with, or a new one for whoever leads now."""
    _ = ctx._
    if not board.renewed:
        about = _(
            "Den visas bara nu. Med nyckeln kan du själv leda från en annan dator. Dela den inte: en "
            "medspelledare får en egen nyckel under Mer, Medspelledare."
        )
        return key_dialog(board, ctx, _("Din spelledarnyckel"), board.key, about, board.put_away)
    title = _("Du leder rummet nu") if board.desk.lead.came else _("Din nya spelledarnyckel")
    about = _(
        "Spara den här nyckeln: den visas bara nu, och den som gällde förut öppnar inget mer. Den behövs för "
        "rapporten och återträffen, och för att leda från en annan dator."
    )
    return key_dialog(board, ctx, title, board.key, about, board.put_away)


def lead_comes(board: Board, ctx: Ctx) -> Node:
    """Whoever leads now is told so, while a key is on its way, and where none has come or been asked for."""
    _, lead = ctx._, board.desk.lead

    def later() -> None:
        lead.came, lead.trouble = False, {}

    told = _(
        "Du delar ut nycklar, tar bort spelledare och stänger rummet. Rapporten och återträffen behöver "
        "rummets spelledarnyckel. Gör en ny, om du inte har den: den som gäller nu öppnar sedan inget mer."
    )
    return _asking(board, ctx, _("Du leder rummet nu"), told, _("Inte nu"), later)


def new_host_key(board: Board, ctx: Ctx) -> Node:
    """A new host key in place of the last, for whoever leads and has none."""
    _, lead = ctx._, board.desk.lead

    def back() -> None:
        lead.trouble = {}
        board.ask("more")

    told = _(
        "Den är för rapporten och återträffen, och för att leda från en annan dator. Den som gäller nu "
        "öppnar sedan inget mer; de som är inne stannar."
    )
    return _asking(board, ctx, _("Ny spelledarnyckel"), told, _("Tillbaka"), back)


def _asking(board: Board, ctx: Ctx, title: str, told: str, no: str, back: Act) -> Node:
    _, lead = ctx._, board.desk.lead
    body: list[Node | None] = [
        Text(title, "title"),
        Text(told),
        Status("warning", _.pick(dict(lead.trouble))) if lead.trouble else None,
        Status("waiting", _("Nyckeln hämtas …")) if lead.works else None,
        Flow(
            [
                Button(no, back, "primary", shortcut="return", key="no host key"),
                Button(
                    _("Försök igen") if lead.trouble else _("Gör en nyckel"),
                    lead.ask or back,
                    icon="key",
                    enabled=not lead.works,
                    key="ask host key",
                ),
            ]
        ),
    ]
    return Dialog(Column(body, gap=24), back, span=1080)
