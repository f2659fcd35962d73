"""The booklet's plan of a session: a preset's steps on a clock that begins at zero."""

from __future__ import annotations

from typing import Any

from game.cards.findings import closest
from game.printing.errors import Misuse
from game.printing.words import PrintWords
from game.rules.presets import PRESETS, Preset


def preset_called(name: str) -> Preset:
    """The preset with this name, whatever its capitals. Raises Misuse for a name that none has."""
    known = {preset.casefold(): preset for preset in PRESETS}
    if name.strip().casefold() in known:
        return PRESETS[known[name.strip().casefold()]]
    guess = known.get(closest(name, known), "")
    names = ", ".join(PRESETS)
    raise Misuse(
        f"Programmet ”{name}” finns inte; välj bland {names}." + (f" Menade du ”{guess}”?" if guess else ""),
        f"There is no programme “{name}”; choose among {names}."
        + (f" Did you mean “{guess}”?" if guess else ""),
    )


def plan_data(preset: Preset, words: PrintWords) -> dict[str, Any]:
    """The plan as the booklet's template reads it. Rounds are counted: "Kort 1", "Kort 2"."""
    steps: list[dict[str, str]] = []
    at, rounds = 0.0, 0
    for step in preset.steps:
        name = words.get("steps", step.kind)
        if step.kind == "round":
            rounds += 1
            name = f"{name} {rounds}"
        steps.append(
            {
                "from": _clock(at),
                "name": name,
                "line": words.get("step_lines", step.kind),
                "minutes": f"{step.minutes:g}",
            }
        )
        at += step.minutes
    return {"name": words.get("presets", preset.name), "steps": steps, "total": f"{at:g}"}


def _clock(minutes: float) -> str:
    return f"{int(minutes) // 60}:{int(minutes) % 60:02d}"
