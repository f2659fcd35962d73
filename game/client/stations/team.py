"""A team's own screen: the frame round every scene, and what lies over it."""

from __future__ import annotations

from game.client.parts.page import job, open_dialog, tools
from game.client.parts.words import phase_name, words
from game.client.play import Play, left
from game.client.scenes import SCENES
from game.client.stations.cover import cover
from game.client.stations.dialogs import dialog
from game.client.stations.offline import notice
from game.client.ui import Calm, Column, Ctx, Hotkey, Icon, Node, Row, Stack, TimerRing

OWN_CLOCK = frozenset({"talk", "break"})
"""Phases whose scenes show the time themselves."""
ROUND = frozenset({"read", "vote", "reveal", "talk", "compare", "perspective", "note"})


def build(play: Play, ctx: Ctx) -> Node:
    """Header, scene and foot; or what covers them; and the open dialog."""
    covered = cover(play, ctx)
    inside = (
        covered if covered is not None else SCENES[play.stage["phase"] if play.stage else "lobby"](play, ctx)
    )
    body = Column(
        [header(play, ctx), notice(play, ctx), Stack([inside], grow=1)],
        gap=20 if ctx.wide else 16,
        pad=(70, 34),
    )
    helping = [
        Hotkey("f1", lambda: open_dialog(play, "help")),
        Hotkey("?", lambda: open_dialog(play, "help")),
    ]
    return Stack([body, *helping, dialog(play, ctx)])


def header(play: Play, ctx: Ctx) -> Node:
    """The deck, which card of how many, the table, who reads and writes, and the soft clock.

    Large text gets one line with icons, so that the card keeps its room.
    """
    what = words(play, ctx, title(play, ctx), "title", least=26, lines=1)
    where = words(play, ctx, _where(play, ctx), "small", colour="soft", lines=1)
    if ctx.wide or play.kind == "screen":
        names: list[Node] = [Column([what, where], gap=0, grow=1)]
    else:
        names = [words(play, ctx, title(play, ctx), "title", size=36, least=26, lines=1, grow=1), where]
    row = Row(
        [
            *names,
            *_jobs(play, ctx),
            _table(play, ctx),
            *(tools(play, ctx) if play.kind != "screen" else ()),
            clock(play, ctx),
        ],
        gap=34 if ctx.wide else 22,
        height=112 if ctx.wide else 84 if play.kind != "screen" else None,
    )
    return Calm(row) if play.kind != "screen" else row


def title(play: Play, ctx: Ctx) -> str:
    """The deck on the table; between cards the first deck of the room."""
    decks = play.room["decks"] if play.room else []
    slug = play.card["deck"] if play.card and play.stage and play.stage["phase"] in ROUND else ""
    found = next((deck for deck in decks if deck["slug"] == slug), decks[0] if decks else None)
    return ctx._.pick(found["title"]) if found else "Bemöt"


def clock(play: Play, ctx: Ctx) -> Node | None:
    """The ring, where the phase has a soft clock and does not show it itself."""
    stage = play.stage
    remaining, total = left(stage, ctx.now)
    if stage is None or not total or stage["phase"] in OWN_CLOCK:
        return None
    return TimerRing(
        remaining,
        total,
        108 if ctx.wide else 84,
        hidden=ctx.settings.hide_timers,
        paused=stage["left"] is not None,
    )


def _where(play: Play, ctx: Ctx) -> str:
    _ = ctx._
    stage = play.stage
    if stage is None:
        return ""
    name = phase_name(stage["phase"], stage["round"], ctx)
    if stage["card"]:
        card = _("Kort {n} av {m}", n=stage["card"], m=stage["cards"])
        return f"{card} · {name}"
    return name


def _jobs(play: Play, ctx: Ctx) -> list[Node | None]:
    """The reader and the writer, where their work is."""
    _ = ctx._
    team, stage = play.team, play.stage
    if team is None or stage is None or stage["phase"] not in ROUND | {"draw"} or len(team["seats"]) < 2:
        return []
    return [
        job(play, ctx, team["reader"], "speak", _("läser")),
        job(play, ctx, team["writer"], "edit", _("skriver")),
    ]


def _table(play: Play, ctx: Ctx) -> Node | None:
    if play.team is None or (play.room and play.room["preset"] == "Solo"):
        return None
    text = ctx._("Bord {n}", n=play.team["number"])
    return Row([Icon("table", 40, "soft"), words(play, ctx, text, "small", colour="soft")], gap=12)
