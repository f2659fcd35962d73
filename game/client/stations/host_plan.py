"""The programme on the host's board: what has been, what is open, what comes next, and how the minutes go."""

from __future__ import annotations

from collections import Counter

from game.client.parts.again import clock
from game.client.phases import phase_name
from game.client.play import Play
from game.client.stations.host_course import (
    LATE,
    MINUTE,
    Course,
    accept,
    course,
    lasting,
    playing,
    to_drop,
)
from game.client.stations.host_edit import drop, may_undo, undo
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Flow,
    Icon,
    Node,
    Panel,
    Row,
    Rule,
    Scroll,
    Text,
)
from game.rules import PRESETS
from game.rules.slices import StageSlice

PAST = 2
"""Steps before the open one that the board names; earlier ones are only counted."""


def plan(play: Play, ctx: Ctx, page: bool = False) -> Node:
    """The steps in order, with planned and actual minutes, how they go, and the way to change them. Beside
    a proposal, and in a narrow window, what is open comes first. A `page` is wide, and its tab has its name.
    """
    _, host, stage = ctx._, play.host, play.stage
    if host is None or stage is None:
        return Column([])
    at = reached(play, stage)
    past = max(0, at - PAST)
    before: list[Node] = [_step(play, ctx, n, at, page) for n in range(past, max(0, at))]
    if past:
        before.insert(0, _told(ctx.plural("{n} tidigare steg", "{n} tidigare steg", past)))
    rows: list[Node] = [_step(play, ctx, n, at, page) for n in range(max(0, at), len(host["steps"]))]
    if over := standing(play)[len(host["steps"])]:
        rows.append(_told(ctx.plural("{n} bord är klart", "{n} bord är klara", over)))
    change = Button(
        _("Ändra …"),
        lambda: open_plan(play),
        "quiet",
        icon="edit",
        enabled=play.may("arrange_steps"),
        key="edit plan",
    )
    lead, advice = Column(before, gap=4) if before else None, proposal(play, ctx, page and ctx.wide)
    brief = advice is not None or not ctx.wide
    listed = Column([lead, *rows], gap=4)
    steps = Scroll(listed, key=f"plan {at} {brief}", grow=1, lead=lead if brief else None)
    if page:
        top = Row([Column([told(play, ctx)], grow=1), change], gap=14)
        return Panel(Column([top, advice, Rule(), steps], gap=14), pad=(28, 20), grow=1)
    head = Column([Text(_("Programmet"), "title", size=34), told(play, ctx)], gap=2)
    return Panel(Column([head, advice, Rule(), steps, change], gap=14), pad=(28, 26), grow=1)


def _told(words: str) -> Node:
    return Row([Icon("check", 30, "good"), Text(words, "small", colour="soft")], gap=14, pad=(14, 6))


def open_plan(play: Play) -> None:
    """The dialog in which the programme is changed."""
    play.kept["ask"] = "plan"


def reached(play: Play, stage: StageSlice) -> int:
    """The step that is open: the hall's, or at the tables' own pace that of the table furthest behind.

    Tables that nobody sits at, or whose stations are all gone, hold nothing up.
    """
    if play.room is None or play.room["pace"] != "table" or play.room["closed"]:
        return stage["step"]
    return max(stage["step"], min(standing(play), default=stage["step"]))


def standing(play: Play) -> Counter[int]:
    """How many tables are in which step at their own pace; those that have finished are past the last one.

    At the hall's pace, and before the start, there is nothing to tell: it is empty.
    """
    if play.room is None or play.room["pace"] != "table" or play.host is None or play.host["opened"] is None:
        return Counter()
    return Counter(tile["step"] for tile in playing(play))


def told(play: Play, ctx: Ctx) -> Node:
    """When it is expected to be over and how far that is from the plan; before the start, how long it is."""
    known = course(play, ctx.now)
    if known is None:
        return Text(_length(play, ctx), "small", size=24, colour="soft")
    ctx.again_in(1_000)
    ends, words = Text(ending(known, ctx), "strong", size=26, min=22), drift(known, ctx)
    if known.behind >= LATE and known.over <= 0:
        words = ctx._("{late}, ryms i luften", late=words)
    return Column([ends, Text(words, "small", size=24, min=20, colour=tone(known)) if words else None], gap=0)


def ending(known: Course, ctx: Ctx) -> str:
    """When it is expected to be over, and for whom: tables that go by themselves have no end in common."""
    _, time = ctx._, clock(known.ends, ctx._)
    if known.tables > 1:
        return _("Hälften av borden är klara omkring {time}", time=time)
    return _("Slutar omkring {time}", time=time)


def drift(known: Course, ctx: Ctx) -> str:
    """How far the room is from its plan, in words; "" while that is not worth a word."""
    minutes = int(abs(known.behind))
    if abs(known.behind) < LATE:
        return ""
    if known.behind < 0:
        return ctx.plural("{n} minut före planen", "{n} minuter före planen", minutes)
    return ctx.plural("{n} minut efter planen", "{n} minuter efter planen", minutes)


def tone(known: Course) -> str:
    """The colour of a delay: a warning only where the session has no room for it."""
    return "good" if known.behind < LATE else "soft" if known.over <= 0 else "warn"


def proposal(play: Play, ctx: Ctx, broad: bool = False) -> Node | None:
    """The card that could be left out, with what that gives; afterwards, the way back. A `broad` one is
    low.
    """
    _, host, known = ctx._, play.host, course(play, ctx.now)
    if host is None or known is None or not play.may("arrange_steps"):
        return None
    at = None if known.over < LATE else to_drop(host["steps"], host["fixed"], known.over)
    if at is None:
        return _dropped(play, ctx)
    step = host["steps"][at]
    minutes = lasting(step)
    name = step_name(play, at, ctx)
    title = f"”{name}”" if step["title"] else name
    about = {"card": title, "n": f"{minutes:g}", "time": clock(known.ends - minutes * MINUTE, _)}
    words = (
        _("Hoppa över {card} ({n} min)? Då är hälften av borden klara {time}.", **about)
        if known.tables > 1
        else _("Hoppa över {card} ({n} min)? Då slutar ni {time}.", **about)
    )

    def leave_out() -> None:
        drop(play, at)
        play.kept["plan dropped"] = title

    acts: list[Node] = [
        Button(_("Hoppa över"), leave_out, icon="minus", key="drop card"),
        Button(_("Låt det ta tid"), lambda: accept(play, ctx.now), "quiet", key="accept late"),
    ]
    question = Text(words, size=26, min=22, grow=1)
    body = Row([question, *acts], gap=10) if broad else Column([question, Flow(acts, gap=10)], gap=12)
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
    """One line for a board that has no room for its programme; None while the session has time for it."""
    known = course(play, ctx.now)
    if known is None or known.behind < LATE or known.over <= 0:
        return None
    words = f"{ending(known, ctx)} · {drift(known, ctx)}"
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
        return phase_name(steps[at]["kind"], 1, ctx._)
    title = _.pick(steps[at]["title"])
    if not title and card and stage and stage["step"] == at and stage["phase"] != "draw":
        title = _.pick({language: text.get("title", "") for language, text in card["text"].items()})
    rounds = [step for step in steps[: at + 1] if step["kind"] == "round"]
    return title or _("Kort {n}", n=len(rounds))


def step_minutes(play: Play, number: int, ctx: Ctx) -> str:
    """Planned minutes, and how many of them it took or has taken so far. What tables go through by themselves
    takes each its own, and only what the hall had done before is told.
    """
    if play.host is None or play.stage is None:
        return ""
    step, at, own = play.host["steps"][number], play.stage["step"], bool(standing(play))
    planned = ctx._("{n} min", n=f"{lasting(step):g}")
    if step["opened"] is None or number > at or (own and number == at):
        return planned
    if number == at:
        took = int((ctx.now - step["opened"]) / MINUTE)
    elif step["closed"] is None:
        return planned
    else:
        took = max(1, round((step["closed"] - step["opened"]) / MINUTE))
    return ctx._("{took} av {planned}", took=took, planned=planned)


def tables_in(play: Play, number: int, ctx: Ctx) -> Node | None:
    """How many tables are in a step, at their own pace."""
    count = standing(play)[number]
    if not count:
        return None
    words = ctx.plural("{n} bord", "{n} bord", count)
    return Row([Icon("people", 26, "accent"), Text(words, "label", size=24, colour="accent")], gap=8)


def step_sign(number: int, at: int) -> Icon:
    """Whether a step has been, is open or lies ahead."""
    return (
        Icon("check", 30, "good")
        if number < at
        else Icon("play", 30, "accent")
        if number == at
        else Icon("right", 30, "line")
    )


def _step(play: Play, ctx: Ctx, number: int, at: int, page: bool) -> Node:
    tables = tables_in(play, number, ctx)
    at = number if tables else at
    name = Text(
        step_name(play, number, ctx),
        "strong" if number == at else "body",
        size=28,
        min=22,
        colour="soft" if number < at else "ink",
        grow=1,
    )
    minutes = Text(step_minutes(play, number, ctx), "label", size=24, colour="soft")
    words: list[Node] = [name, tables or minutes]
    if number == at and not page:  # a title and two numbers have no room beside each other
        words = [Column(words, gap=0, grow=1)]
    row = Row([step_sign(number, at), *words], gap=14)
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
