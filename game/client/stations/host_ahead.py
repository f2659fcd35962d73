"""Which place of the programme opens next, and what it is called on the host's board."""

from __future__ import annotations

from game.client.phases import phase_name
from game.client.play import Play
from game.client.ui import Ctx
from game.rules import CardFacts, Settings, Step
from game.rules.programme import Place, places
from game.rules.slices import StageSlice, StepSlice


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
        ("recall", 2): _("Prata om vad som hände"),
        ("vote", 1): _("Rösta"),
        ("debrief", 1): _("Hur kändes det?"),
        ("debrief", 2): _("Vad såg vi?"),
        ("debrief", 3): _("Vad tar vi med?"),
    }
    return own.get(place) or phase_name(place[0], place[1], ctx._)


def _path(play: Play, step: StepSlice) -> tuple[Place, ...]:
    """The rules' own path through a step, with the card that is on the table."""
    room, card = play.room, play.card
    facts = CardFacts(id=card["id"], kind=card["kind"], options=len(card["choices"])) if card else None
    settings = Settings(preset="", pace="hall", distribution=room is None or room["distribution"])
    return places(Step.model_validate({"kind": step["kind"], "minutes": step["minutes"]}), facts, settings)
