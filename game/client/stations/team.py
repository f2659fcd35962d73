"""A team's own screen: the frame round every scene, and what lies over it."""

from __future__ import annotations

from game.client.parts import hand, unsaved
from game.client.parts.around import cover_up
from game.client.parts.line import line
from game.client.parts.look import look, looks_up
from game.client.parts.page import job, open_dialog, tools
from game.client.parts.words import words
from game.client.phases import phase_name
from game.client.play import Play, left
from game.client.scenes import SCENES
from game.client.stations.cover import cover
from game.client.stations.dialogs import dialog
from game.client.stations.offline import continue_alone, notice, unheard
from game.client.ui import Calm, Column, Ctx, Hotkey, Icon, Node, Row, Stack, TimerRing, flexible

OWN_CLOCK = frozenset({"talk", "break"})
"""Phases whose scenes show the time themselves."""
ROUND = frozenset({"read", "vote", "reveal", "talk", "compare", "perspective", "note"})


def build(play: Play, ctx: Ctx) -> Node:
    """Header, scene and foot; or what covers them; and the open dialog."""
    if looks_up(play) and play.status.state != "refused" and not (play.room and play.room["closed"]):
        return _looks_up(play, ctx)
    covered = cover(play, ctx)
    inside = (
        covered if covered is not None else SCENES[play.stage["phase"] if play.stage else "lobby"](play, ctx)
    )
    body = Column(
        [header(play, ctx), notice(play, ctx), unsaved.strip(play, ctx), Stack([inside], grow=1)],
        gap=20 if ctx.wide else 16,
        pad=(70, 34),
    )
    helping = [
        Hotkey("f1", lambda: open_dialog(play, "help")),
        Hotkey("?", lambda: open_dialog(play, "help")),
    ]
    return Stack([body, *helping, dialog(play, ctx)])


def _looks_up(play: Play, ctx: Ctx) -> Node:
    """Only the header lies below, so that focus has somewhere to come back from."""
    cover_up(play)
    below = unheard(play, ctx) or continue_alone(play, ctx)
    return Stack([Column([header(play, ctx), flexible()], pad=(70, 34)), look(play, ctx, below)])


def header(play: Play, ctx: Ctx) -> Node:
    """The deck, which card of how many, the table, who reads and writes, and the soft clock.

    Large text gets one line with icons, so that the card keeps its room.
    """
    said = line(play, ctx)
    if said is not None:
        return _told(play, ctx, said)
    tall = None if play.kind == "screen" and not ctx.wide else 112 if ctx.wide else 84
    row = Row(
        [
            *_names(play, ctx),
            *_jobs(play, ctx),
            _table(play, ctx),
            *(tools(play, ctx, not ctx.wide) if play.kind != "screen" else ()),
            clock(play, ctx),
        ],
        gap=24 if ctx.wide else 22,
        height=tall,
    )
    return Calm(row) if play.kind != "screen" else row


def _told(play: Play, ctx: Ctx, said: Node) -> Node:
    """The same with the host's line in place of the names: all else keeps a place beside it."""
    gap = 24 if ctx.wide else 22
    jobs, table = _jobs(play, ctx), _table(play, ctx)
    wall = [[one] for one in (*jobs, table)]  # narrow, since the type is large there
    rows = wall if play.kind == "screen" else [tools(play, ctx, True), [*jobs, table]]
    sides = [Row(row, gap=gap, justify="end") for row in rows if any(row)]
    row = Row(
        [
            Column([said, hand.standing(play, ctx)], gap=6, grow=1),
            Column(sides, gap=0, align="end") if sides else None,
            clock(play, ctx),
        ],
        gap=gap,
    )
    return Calm(row) if play.kind != "screen" else row


def _names(play: Play, ctx: Ctx) -> list[Node]:
    """The deck, and where in the programme; a hand that is up says so in their place."""
    up = hand.standing(play, ctx)
    if up is not None:
        return [Stack([up], grow=1)]
    where = words(play, ctx, _where(play, ctx), "small", colour="soft", lines=1)
    if ctx.wide or play.kind == "screen":
        return [
            Column([words(play, ctx, title(play, ctx), "title", least=26, lines=1), where], gap=0, grow=1)
        ]
    return [words(play, ctx, title(play, ctx), "title", size=36, least=26, lines=1, grow=1), where]


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
    name = phase_name(stage["phase"], stage["round"], ctx._)
    if stage["card"]:
        card = _("Kort {n} av {m}", n=stage["card"], m=stage["cards"])
        return f"{card} · {name}"
    return name


def _jobs(play: Play, ctx: Ctx) -> list[Node | None]:
    """The reader and the writer, where their work is."""
    _ = ctx._
    team, stage = play.team, play.stage
    if play.lecture:
        return []  # the host reads, and the note says who writes
    if team is None or stage is None or stage["phase"] not in ROUND | {"draw"} or len(team["seats"]) < 2:
        return []
    return [
        job(play, ctx, team["reader"], "speak", _("läser")),
        job(play, ctx, team["writer"], "edit", _("skriver")),
    ]


def _table(play: Play, ctx: Ctx) -> Node | None:
    if play.team is None or play.lecture or (play.room and play.room["preset"] == "Solo"):
        return None
    text = ctx._("Bord {n}", n=play.team["number"])
    return Row([Icon("table", 40, "soft"), words(play, ctx, text, "small", colour="soft")], gap=12)
