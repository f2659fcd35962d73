"""What a host does to the programme: one change at a time, sent whole, and taken back while that can be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from game.client.news import Saved
from game.client.outbox import Pending
from game.client.play import Play
from game.rules import Step
from game.rules.command import ArrangeSteps
from game.rules.programme import ONCE
from game.rules.slices import StepSlice

Steps = tuple[Step, ...]
Kind = Literal["round", "break", "harvest", "pledge", "debrief"]
KINDS: tuple[Kind, ...] = ("round", "break", "harvest", "pledge", "debrief")
"""What may be put in while it runs, in the order it is offered."""
LENGTHS: dict[Kind, int] = {"round": 12, "break": 10, "harvest": 8, "pledge": 6, "debrief": 8}
"""Minutes that each has from the start."""
ENDS = frozenset({"harvest", "pledge", "debrief"})
"""What a session closes with."""
LONGEST = 240
BACK = 30
"""Changes that can be taken back."""


def steps_of(slices: Sequence[StepSlice]) -> Steps:
    """The programme as the rules write it."""
    return tuple(
        Step(
            kind=step["kind"],  # type: ignore[arg-type]
            minutes=step["minutes"],
            card=step["card"] or None,
            block=step["block"],
            theme=step["theme"] or None,
        )
        for step in slices
    )


def programme(play: Play) -> Steps:
    """The whole programme as it is now."""
    return steps_of(play.host["steps"]) if play.host else ()


def fixed(play: Play) -> int:
    """How many steps have begun somewhere, and stay."""
    return play.host["fixed"] if play.host else 0


def busy(play: Play) -> bool:
    """Whether a change is on its way; the next one needs the programme as it will be."""
    plan, sent = play.kept.get("plan sent", (-1, ""))
    here = play.host is not None and play.host["plan"] == plan
    return here and isinstance(play.state(sent), Pending | Saved)


def arrange(play: Play, steps: Steps, mark: str = "") -> None:
    """Send the programme with its coming steps changed. Changes in a row with one `mark` are taken back as
    one.
    """
    before = programme(play)
    if play.host is None or busy(play) or steps == before or not play.may("arrange_steps"):
        return
    past = _past(play)
    if mark and past and past[-1][2] == mark and past[-1][1] == before:
        before = past.pop()[0]
    play.kept["plan past"] = [*past[1 - BACK :], (before, steps, mark)]
    _send(play, steps)


def may_undo(play: Play) -> bool:
    """Whether the last change of this window still is the last one, and nothing of it has begun."""
    past, now = _past(play), programme(play)
    if not past:
        return False
    before, after, _mark = past[-1]
    return after == now and before[: fixed(play)] == now[: fixed(play)]


def undo(play: Play) -> None:
    """As it was before the last change."""
    if may_undo(play) and not busy(play):
        before, _after, _mark = _past(play).pop()
        _send(play, before)


def may_move(play: Play, at: int, by: int) -> bool:
    """Whether the step may change places with the one so far from it."""
    return at >= fixed(play) <= at + by < len(programme(play))


def move(play: Play, at: int, by: int) -> None:
    """Earlier or later."""
    if may_move(play, at, by) and not busy(play):
        steps = list(programme(play))
        steps.insert(at + by, steps.pop(at))
        arrange(play, tuple(steps))
        play.kept["plan at"] = at + by


def drop(play: Play, at: int) -> None:
    """Leave a coming step out."""
    if fixed(play) <= at < len(programme(play)):
        steps = programme(play)
        arrange(play, steps[:at] + steps[at + 1 :])


def last(play: Play, at: int, minutes: int) -> None:
    """How long a coming step is."""
    steps = programme(play)
    if fixed(play) <= at < len(steps) and 1 <= minutes <= LONGEST:
        changed = steps[at].model_copy(update={"minutes": float(minutes)})
        arrange(play, (*steps[:at], changed, *steps[at + 1 :]), f"minutes {at}")


def missing(play: Play) -> list[Kind]:
    """What may be put in: a session has each closing step once."""
    there = {step.kind for step in programme(play)}
    return [kind for kind in KINDS if kind not in ONCE or kind not in there]


def place(play: Play) -> int:
    """Where something new goes: after the step that is chosen, or next; before the start last, but before
    what ends a session.
    """
    at: int | None = play.kept.get("plan at")
    steps, first = programme(play), fixed(play)
    if at is not None and at < len(steps):
        return max(first, at + 1)
    ends = next((n for n, step in enumerate(steps) if step.kind in ENDS), len(steps))
    return first or ends


def put_in(play: Play, kind: Kind, minutes: int, card: str | None = None) -> None:
    """A new step after the chosen one; a card belongs to the block it comes into."""
    steps, at = programme(play), place(play)
    if busy(play) or at > len(steps):
        return
    near = [step.block for step in (*reversed(steps[:at]), *steps[at:]) if step.kind == "round"]
    block = near[0] if near and kind == "round" else 0
    arrange(play, (*steps[:at], Step(kind=kind, minutes=minutes, card=card, block=block), *steps[at:]))
    play.kept["plan at"] = at


def _past(play: Play) -> list[tuple[Steps, Steps, str]]:
    found: list[tuple[Steps, Steps, str]] = play.kept.setdefault("plan past", [])
    return found


def _send(play: Play, steps: Steps) -> None:
    assert play.host is not None
    plan = play.host["plan"]
    play.kept.pop("plan dropped", None)
    play.do(ArrangeSteps(plan=plan, steps=steps[fixed(play) :]))
    play.kept["plan sent"] = (plan, play.last or "")
