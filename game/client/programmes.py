"""The programmes that a session can follow, in people's words and as something to choose among."""

from __future__ import annotations

from collections.abc import Callable

from game.client.own_programmes import OwnProgramme
from game.client.stations.board import Act, question
from game.client.ui import Column, Ctx, Grid, Language, Node, Pill, Row, Text, Tile
from game.rules import PRESETS


def programmes(chosen: str, pick: Callable[[str], object], ctx: Ctx) -> Node:
    """A tile for each; `pick` is called with the name of the one that is pressed."""
    return Grid([_tile(name, name == chosen, pick, ctx) for name in PRESETS], columns=2, gap=20)


def own_tile(one: OwnProgramme, chosen: bool, pick: Callable[[], object], ctx: Ctx) -> Node:
    """A tile for a programme of one's own."""
    _ = ctx._
    like = preset_name(one.preset, _)
    line = ctx.plural("{n} steg, efter {like}", "{n} steg, efter {like}", len(one.steps), like=like)
    return _lettered(one.name, line, one.minutes, chosen, pick, f"own {one.name}", ctx)


def forgetting(name: str, go: Act, back: Act, ctx: Ctx) -> Node:
    """The question before a programme of one's own is taken away."""
    _ = ctx._
    return question(
        ctx,
        _("Ta bort ”{name}”?", name=name),
        _("Programmet tas bort från den här datorn. Rum som redan har gjorts med det har det kvar."),
        _("Ta bort för gott"),
        go,
        back,
        key="yes forget",
    )


def preset_name(name: str, _: Language) -> str:
    """A programme's name as people read it."""
    names = {
        "Lecture": _("Föreläsning"),
        "Uppföljning 30": _("Uppföljning 30"),
        "Solo": _("Öva själv"),
        "Halvdag": _("Halvdag"),
        "Heldag": _("Heldag"),
    }
    return names.get(name, name)


def preset_line(name: str, _: Language) -> str:
    """One line about a programme."""
    return {
        "APT 30": _("Incheckning, ett kort och ett löfte."),
        "APT 60": _("Incheckning, tre kort, skörd och löfte."),
        "Halvdag": _("Två block med tre kort, paus, skörd, löfte och efterprat."),
        "Heldag": _("Tre block med kort, lunch, skörd, löfte och efterprat."),
        "Uppföljning 30": _("Några veckor senare: incheckning, hur det gick med löftet, och två kort."),
        "Lecture": _("En stor sal. Alla svarar på egen skärm, resultatet visas på storbilden."),
        "Solo": _("En person och ett kort, för att lära känna spelet."),
    }.get(name, "")


def _tile(name: str, chosen: bool, pick: Callable[[str], object], ctx: Ctx) -> Node:
    _ = ctx._
    title, line = preset_name(name, _), preset_line(name, _)
    return _lettered(title, line, PRESETS[name].minutes, chosen, lambda: pick(name), f"preset {name}", ctx)


def _lettered(
    title: str, line: str, minutes: float, chosen: bool, pick: Callable[[], object], key: str, ctx: Ctx
) -> Node:
    length = ctx._("ca {n} min", n=round(minutes))
    top = Row(
        [Text(title, "title", size=32, min=26, grow=1), Pill(Text(length, "label"), fill="tint")], gap=12
    )
    return Tile(
        Column([top, Text(line, "small", colour="soft")], gap=8),
        f"{title}, {length}. {line}",
        pick,
        chosen,
        key=key,
        pad=28,
        grow=1,
    )
