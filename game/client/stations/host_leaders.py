"""Those who lead the session together: who has the lead, handing it over or taking it, keys for more."""

from __future__ import annotations

from functools import partial

from game.client.play import Play
from game.client.stations.board import Act, Board, question
from game.client.stations.host_keys import key_dialog
from game.client.ui import Button, Column, Ctx, Dialog, Flow, Node, Row, Status, Text
from game.rules.command import HandOver, RemoveStation, TakeLead
from game.rules.slices import HostStation

TAKEN = "takes lead"
"""Kept while a helper takes the lead, which leaves the host key of whoever is gone as it is."""


def leaders(board: Board, ctx: Ctx) -> list[Node | None]:
    """The hosts, each with what may be done about them."""
    _, play = ctx._, board.play
    hosts = play.host["hosts"] if play.host else []
    rows = [_host(board, ctx, one) for one in hosts]
    about = _("En medspelledare gör allt utom att dela ut nycklar, ta bort spelledare och stänga rummet.")
    acts: list[Node | None] = []
    if play.may("take_lead"):
        take = Button(_("Ta över ledningen"), partial(_take, board), icon="host", key="take lead")
        acts.append(take)
    if board.desk.ask_key is not None and play.may("hand_over"):
        acts.append(Button(_("Medspelledare …"), lambda: board.ask("cohost"), icon="plus", key="new cohost"))
    if board.desk.lead.ask is not None and play.may("hand_over"):
        ask = partial(board.ask, "host key")
        acts.append(Button(_("Ny spelledarnyckel …"), ask, icon="key", key="new host key"))
    trouble = None
    if play.notice is not None and play.notice.code in ("lead_here", "lead_only", "not_allowed"):
        trouble = Status("warning", _.pick(dict(play.notice.message)))
    return [
        Text(_("SPELLEDARE"), "label", colour="soft"),
        *rows,
        Text(about, "small", colour="soft") if len(hosts) > 1 or acts else None,
        trouble,
        Flow(acts) if acts else None,
    ]


def host_name(play: Play, station: str, ctx: Ctx) -> str:
    """What a host is called: by what they are, and by a number among several who are the same."""
    _, hosts = ctx._, play.host["hosts"] if play.host else []
    leading = any(one["id"] == station and one["lead"] for one in hosts)
    alike = [one["id"] for one in hosts if one["lead"] == leading]
    number = alike.index(station) + 1 if len(alike) > 1 and station in alike else 0
    if leading:
        return _("Huvudspelledare {n}", n=number) if number else _("Huvudspelledare")
    return _("Medspelledare {n}", n=number) if number else _("Medspelledare")


def _host(board: Board, ctx: Ctx, one: HostStation) -> Node:
    _, play = ctx._, board.play
    mine = play.you is not None and one["id"] == play.you["station"]
    name = host_name(play, one["id"], ctx)
    state = (
        Text(_("tappat nätet"), "small", colour="warn")
        if one["lost"]
        else Text(_("Du") if mine else _("är med"), "small", colour="good")
    )
    acts: list[Node | None] = []
    if play.may("hand_over") and not mine:
        if not one["lead"]:
            acts.append(
                Button(
                    _("Lämna över …"),
                    partial(_ask_over, board, one["id"]),
                    "quiet",
                    enabled=not one["lost"],
                    key=f"lead {one['id']}",
                )
            )
        acts.append(
            Button(
                _("Ta bort …"),
                partial(_ask_out, board, one["id"]),
                "quiet",
                icon="trash",
                key=f"remove {one['id']}",
            )
        )
    words = Column([Text(name), state], gap=0, grow=1)
    if not acts:
        return words
    return Row([words, *acts], gap=16) if ctx.wide else Column([words, Flow(acts)], gap=6)


def _take(board: Board) -> None:
    board.play.kept[TAKEN] = True
    board.play.do(TakeLead())


def _ask_over(board: Board, station: str) -> None:
    board.play.kept["host over"] = station
    board.ask("hand over")


def hand_over(board: Board, ctx: Ctx) -> Node:
    """The question before the lead goes to another host."""
    _, play = ctx._, board.play
    station = str(play.kept.get("host over", ""))
    name = host_name(play, station, ctx)

    def back() -> None:
        board.ask("more")

    def go() -> None:
        play.do(HandOver(station=station))
        back()

    return question(
        ctx,
        _("Lämna över till {name}?", name=name),
        _(
            "{name} leder sedan: delar ut nycklar, tar bort spelledare och stänger rummet. Du blir "
            "medspelledare och hjälper till. Spelledarnyckeln slutar gälla; {name} får en ny. "
            "Bara den som leder kan lämna tillbaka.",
            name=name,
        ),
        _("Lämna över"),
        go,
        back,
        key="yes lead",
    )


def _ask_out(board: Board, station: str) -> None:
    board.play.kept["host out"] = station
    board.ask("remove host")


def remove_host(board: Board, ctx: Ctx) -> Node:
    """The question before a host is taken out."""
    station = str(board.play.kept.get("host out", ""))
    about = ctx._("Den skärmen slutar visa rummet. Med en nyckel går det att komma tillbaka.")
    return take_out(board, ctx, station, host_name(board.play, station, ctx), about, "yes host")


def take_out(board: Board, ctx: Ctx, station: str, name: str, about: str, key: str) -> Node:
    """The question before a station that is called `name` is taken out, and what is so `about` it."""
    _, play = ctx._, board.play

    def back() -> None:
        board.ask("more")

    def go() -> None:
        play.do(RemoveStation(station=station))
        back()

    return question(ctx, _("Ta bort {name}?", name=name), about, _("Ta bort"), go, back, key=key)


def cohost(board: Board, ctx: Ctx) -> Node:
    """A key for one more who leads: asked for, shown once, put away."""
    _, desk = ctx._, board.desk

    def back() -> None:
        desk.trouble = {}
        board.ask("more")

    def put_away() -> None:
        desk.key = ""
        back()

    if desk.key:
        about = _(
            "Den visas bara nu. Medspelledaren väljer Gå med, Jag har en nyckel, och skriver rummets "
            "kod och nyckeln."
        )
        return key_dialog(board, ctx, _("Nyckel till en medspelledare"), desk.key, about, put_away)
    ask: Act = desk.ask_key or back
    body: list[Node | None] = [
        Text(_("Medspelledare"), "title"),
        Text(
            _(
                "Med en egen nyckel leder medspelledaren från sin dator: öppnar steg, hjälper den som "
                "räcker upp handen och släpper texter. Ledningen, nycklarna och att stänga rummet är "
                "kvar hos dig."
            )
        ),
        Status("warning", _.pick(dict(desk.trouble))) if desk.trouble else None,
        Flow(
            [
                Button(_("Avbryt"), back, key="no cohost"),
                Button(_("Gör en nyckel"), ask, "primary", shortcut="return", icon="key", key="ask key"),
            ]
        ),
    ]
    return Dialog(Column(body, gap=24), back, span=1080)
