"""The programme on the host's board: what has been, what is open, what comes next, and how the minutes go."""

from __future__ import annotations

from game.client.parts.words import phase_name
from game.client.play import Play
from game.client.stations.host_tables import gone
from game.client.ui import Column, Ctx, Icon, Language, Node, Panel, Row, Rule, Scroll, Text
from game.rules import PRESETS, CardFacts, Settings, Step
from game.rules.programme import Place, places
from game.rules.slices import StageSlice, StepSlice

LATE = 2.0
"""Minutes behind the plan before the board says so."""


def ahead(play: Play, stage: StageSlice) -> Place:
    """The place that opens after this stage: (phase, round); ("closed", 1) after the last."""
    steps = play.host["steps"] if play.host else []
    at = stage["step"]
    if 0 <= at < len(steps):
        path = _path(play, steps[at])
        here = (stage["phase"], stage["round"])
        rest = path[path.index(here) + 1 :] if here in path else ()
        if rest:
            return rest[0]
    return _path(play, steps[at + 1])[0] if at + 1 < len(steps) else ("closed", 1)


def place_name(place: Place, ctx: Ctx) -> str:
    """What a place is called on the host's buttons; parts of a step by their own names."""
    _ = ctx._
    own = {
        ("checkin", 2): _("Prata om siffran"),
        ("vote", 1): _("Rösta"),
        ("debrief", 1): _("Hur kändes det?"),
        ("debrief", 2): _("Vad såg vi?"),
        ("debrief", 3): _("Vad tar vi med?"),
    }
    return own.get(place) or phase_name(place[0], place[1], ctx)


def plan(play: Play, ctx: Ctx) -> Node:
    """The steps in order, with planned and actual minutes."""
    _, host, stage = ctx._, play.host, play.stage
    if host is None or stage is None:
        return Column([])
    steps = host["steps"]
    at = reached(play, stage)
    rows = [_step(ctx, number, step, at, host["factor"]) for number, step in enumerate(steps)]
    head = Column(
        [Text(_("Programmet"), "title", size=34), Text(_length(play, ctx), "small", size=24, colour="soft")],
        gap=0,
    )
    late = drift(play, ctx)
    body: list[Node | None] = [head, Rule(), Scroll(Column(rows, gap=4), key="plan", grow=1)]
    if late:
        body.append(Text(late, "small", size=24, min=20, colour="warn"))
    return Panel(Column(body, gap=14), pad=(28, 26), grow=1)


def reached(play: Play, stage: StageSlice) -> int:
    """The step that is open: the hall's, or at the tables' own pace that of the table furthest behind.

    Tables that nobody sits at, or whose stations are all gone, hold nothing up.
    """
    if play.room is None or play.room["pace"] != "table" or play.room["closed"]:
        return stage["step"]
    steps = [tile["step"] for tile in play.tiles if tile["seats"] and not gone(tile)]
    return max(stage["step"], min(steps, default=stage["step"]))


def drift(play: Play, ctx: Ctx) -> str:
    """How far behind the plan the room is, with the card that could be left out; "" when it is on time."""
    host, stage = play.host, play.stage
    room = play.room
    if room is None or room["pace"] == "table":
        return ""
    if host is None or stage is None or host["opened"] is None or stage["step"] < 0:
        return ""
    planned = sum(step["minutes"] for step in host["steps"][: stage["step"]]) * host["factor"] / 100
    if stage["step"] >= len(host["steps"]):
        return ""
    opened = host["steps"][stage["step"]]["opened"]
    behind = ((opened or host["opened"]) - host["opened"]) / 60_000 - planned
    if behind < LATE:
        return ""
    text = ctx._("{n} minuter efter planen.", n=round(behind))
    rounds = [s for s in host["steps"][stage["step"] + 1 :] if s["kind"] == "round"]
    return f"{text} {ctx._('Hoppa över ett kort?')}" if rounds else text


def step_name(step: StepSlice, number: int, ctx: Ctx) -> str:
    """What a step is called in the plan."""
    _ = ctx._
    if step["kind"] == "round":
        return _.pick(step["title"]) or _("Kort")
    return phase_name("break" if step["kind"] == "break" else step["kind"], 1, ctx)


def _step(ctx: Ctx, number: int, step: StepSlice, at: int, factor: int) -> Node:
    _ = ctx._
    past, here = number < at, number == at
    name = Text(
        step_name(step, number, ctx),
        "strong" if here else "body",
        size=28,
        min=22,
        colour="soft" if past else "ink",
        lines=1,
        grow=1,
    )
    sign = (
        Icon("check", 30, "good")
        if past
        else Icon("play", 30, "accent")
        if here
        else Icon("right", 30, "line")
    )
    minutes = Text(_minutes(step, factor, _), "label", size=24, colour="soft")
    row = Row([sign, name, minutes], gap=14)
    return Panel(row, pad=(14, 10), fill="accent_soft" if here else "", radius="small", shadow="")


def _minutes(step: StepSlice, factor: int, _: Language) -> str:
    """Planned minutes, or what it took with the plan behind it."""
    planned = _("{n} min", n=f"{step['minutes'] * factor / 100:g}")
    if step["opened"] is None or step["closed"] is None:
        return planned
    took = max(1, round((step["closed"] - step["opened"]) / 60_000))
    return _("{took} av {planned}", took=took, planned=planned)


def _length(play: Play, ctx: Ctx) -> str:
    """The planned minutes, and what the programme leaves free around them."""
    _, host, room = ctx._, play.host, play.room
    if host is None or room is None:
        return ""
    planned = sum(step["minutes"] for step in host["steps"])
    preset = PRESETS.get(room["preset"])
    spare = round(preset.minutes - planned) if preset and host["factor"] == 100 else 0
    if spare > 0:
        return _("{n} min i stegen och {air} min luft", n=f"{planned:g}", air=spare)
    return _("{n} min i stegen", n=f"{planned * host['factor'] / 100:g}")


def _path(play: Play, step: StepSlice) -> tuple[Place, ...]:
    """The rules' own path through a step, with the card that is on the table."""
    room, card = play.room, play.card
    facts = CardFacts(id=card["id"], kind=card["kind"], options=len(card["choices"])) if card else None
    settings = Settings(preset="", pace="hall", distribution=room is None or room["distribution"])
    return places(Step.model_validate({"kind": step["kind"], "minutes": step["minutes"]}), facts, settings)
