"""The programme on the host's board: what has been, what is open, what comes next, and how the minutes go."""

from __future__ import annotations

from game.client.parts.words import phase_name
from game.client.play import Play
from game.client.stations.host_course import LATE, Course, accept, clock, course, to_drop
from game.client.stations.host_edit import drop, may_undo, undo
from game.client.stations.host_tables import gone
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Flow,
    Icon,
    Language,
    Node,
    Panel,
    Row,
    Rule,
    Scroll,
    Text,
)
from game.rules import PRESETS, CardFacts, Settings, Step
from game.rules.programme import Place, places
from game.rules.slices import StageSlice, StepSlice

PAST = 2
"""Steps before the open one that the board names; earlier ones are only counted."""


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
    """The steps in order, with planned and actual minutes, how they go, and the way to change them."""
    _, host, stage = ctx._, play.host, play.stage
    if host is None or stage is None:
        return Column([])
    at = reached(play, stage)
    past = max(0, at - PAST)
    rows: list[Node] = [_step(play, ctx, n, step, at) for n, step in enumerate(host["steps"]) if n >= past]
    if past:
        words = ctx.plural("{n} tidigare steg", "{n} tidigare steg", past)
        rows.insert(
            0, Row([Icon("check", 30, "good"), Text(words, "small", colour="soft")], gap=14, pad=(14, 6))
        )
    change = Button(
        _("Ändra …"),
        lambda: open_plan(play),
        "quiet",
        icon="edit",
        enabled=play.may("arrange_steps"),
        key="edit plan",
    )
    head = Column([Text(_("Programmet"), "title", size=34), going(play, ctx)], gap=2)
    body = [head, proposal(play, ctx), Rule(), Scroll(Column(rows, gap=4), key="plan", grow=1), change]
    return Panel(Column(body, gap=14), pad=(28, 26), grow=1)


def open_plan(play: Play) -> None:
    """The dialog in which the programme is changed."""
    play.kept["ask"] = "plan"


def reached(play: Play, stage: StageSlice) -> int:
    """The step that is open: the hall's, or at the tables' own pace that of the table furthest behind.

    Tables that nobody sits at, or whose stations are all gone, hold nothing up.
    """
    if play.room is None or play.room["pace"] != "table" or play.room["closed"]:
        return stage["step"]
    steps = [tile["step"] for tile in play.tiles if tile["seats"] and not gone(tile)]
    return max(stage["step"], min(steps, default=stage["step"]))


def going(play: Play, ctx: Ctx) -> Node:
    """When it is expected to be over and how far that is from the plan; before the start, how long it is."""
    known = course(play, ctx.now)
    if known is None:
        return Text(_length(play, ctx), "small", size=24, colour="soft")
    ctx.again_in(1_000)
    ends = Text(ctx._("Slutar omkring {time}", time=clock(known.ends, ctx._)), "strong", size=26, min=22)
    words = drift(known, ctx)
    colour = "warn" if known.behind >= LATE else "good"
    return Column([ends, Text(words, "small", size=24, min=20, colour=colour) if words else None], gap=0)


def drift(known: Course, ctx: Ctx) -> str:
    """How far the room is from its plan, in words; "" while that is not worth a word."""
    minutes = int(abs(known.behind))
    if abs(known.behind) < LATE:
        return ""
    if known.behind > 0:
        return ctx.plural("{n} minut efter planen", "{n} minuter efter planen", minutes)
    return ctx.plural("{n} minut före planen", "{n} minuter före planen", minutes)


def proposal(play: Play, ctx: Ctx) -> Node | None:
    """The card that could be left out, with what that gives; afterwards, the way back."""
    _, host, known = ctx._, play.host, course(play, ctx.now)
    if host is None or known is None or not play.may("arrange_steps"):
        return None
    at = None if known.behind < LATE else to_drop(host["steps"], host["fixed"], known.behind, host["factor"])
    if at is None:
        return _dropped(play, ctx)
    step = host["steps"][at]
    minutes = step["minutes"] * host["factor"] / 100
    name = step_name(play, at, ctx)
    title = f"”{name}”" if step["title"] else name
    words = _(
        "Hoppa över {card} ({n} min)? Då slutar ni {time}.",
        card=title,
        n=f"{minutes:g}",
        time=clock(known.ends - minutes * 60_000, _),
    )

    def leave_out() -> None:
        drop(play, at)
        play.kept["plan dropped"] = title

    acts = Flow(
        [
            Button(_("Hoppa över"), leave_out, icon="minus", key="drop card"),
            Button(_("Låt det ta tid"), lambda: accept(play, ctx.now), "quiet", key="accept late"),
        ],
        gap=10,
    )
    body = Column([Text(words, size=26, min=22), acts], gap=12)
    advice = Panel(body, pad=(22, 18), fill="warn_soft", radius="card", shadow="")
    return Column([_dropped(play, ctx), advice], gap=8)


def _dropped(play: Play, ctx: Ctx) -> Node | None:
    """What was just left out, while it can be put back."""
    _, name = ctx._, play.kept.get("plan dropped", "")
    if not name or not may_undo(play):
        return None

    def back() -> None:
        play.kept.pop("plan dropped")
        undo(play)

    words = Text(_("{card} är borta ur programmet.", card=name), "small", size=24, grow=1)
    return Row([words, Button(_("Ångra"), back, "quiet", key="undo drop")], gap=10)


def late(play: Play, ctx: Ctx) -> Node | None:
    """One line for a board that has no room for its programme; None while it goes as planned."""
    known = course(play, ctx.now)
    if known is None or known.behind < LATE:
        return None
    words = ctx._("{drift}. Slutar omkring {time}.", drift=drift(known, ctx), time=clock(known.ends, ctx._))
    row = Row(
        [Icon("clock", 34, "warn"), Text(words, "strong", size=28, min=24, colour="warn", grow=1)], gap=16
    )
    return Panel(row, pad=(24, 8), fill="warn_soft", radius="field", shadow="")


def step_name(play: Play, at: int, ctx: Ctx) -> str:
    """What a step is called in the plan: a card by its title when it is chosen or lies on the table, else by
    its number.
    """
    _, steps, card, stage = ctx._, play.host["steps"] if play.host else [], play.card, play.stage
    if steps[at]["kind"] != "round":
        return phase_name(steps[at]["kind"], 1, ctx)
    title = _.pick(steps[at]["title"])
    if not title and card and stage and stage["step"] == at and stage["phase"] != "draw":
        title = _.pick({language: text.get("title", "") for language, text in card["text"].items()})
    rounds = [step for step in steps[: at + 1] if step["kind"] == "round"]
    return title or _("Kort {n}", n=len(rounds))


def step_minutes(step: StepSlice, factor: int, _: Language) -> str:
    """Planned minutes, or what it took with the plan behind it."""
    planned = _("{n} min", n=f"{step['minutes'] * factor / 100:g}")
    if step["opened"] is None or step["closed"] is None:
        return planned
    took = max(1, round((step["closed"] - step["opened"]) / 60_000))
    return _("{took} av {planned}", took=took, planned=planned)


def step_sign(number: int, at: int) -> Icon:
    """Whether a step has been, is open or lies ahead."""
    return (
        Icon("check", 30, "good")
        if number < at
        else Icon("play", 30, "accent")
        if number == at
        else Icon("right", 30, "line")
    )


def _step(play: Play, ctx: Ctx, number: int, step: StepSlice, at: int) -> Node:
    factor = play.host["factor"] if play.host else 100
    name = Text(
        step_name(play, number, ctx),
        "strong" if number == at else "body",
        size=28,
        min=22,
        colour="soft" if number < at else "ink",
        grow=1,
    )
    minutes = Text(step_minutes(step, factor, ctx._), "label", size=24, colour="soft")
    row = Row([step_sign(number, at), name, minutes], gap=14)
    fill = "accent_soft" if number == at else ""
    return Panel(row, pad=(14, 10), fill=fill, radius="small", shadow="")


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
