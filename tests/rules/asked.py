"""One command of every kind, as plainly as it can be asked; and who may ask it in which phase, to be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from game.rules.command import Command, FromPeople, Who
from game.rules.phases import PHASES

KINDS: Mapping[str, type[Command]] = {
    kind.model_fields["type"].default: kind for kind in get_args(get_args(FromPeople)[0])
}
PEOPLE = tuple(who for who in Who if who is not Who.SYSTEM)
PLAIN: Mapping[str, Any] = {
    "choice": "a",
    "counts": {"a": 3},
    "factor": 100,
    "group": "Tid",
    "hard": False,
    "how": "continue",
    "index": 0,
    "kept": "done",
    "minutes": 1,
    "number": 5,
    "on": True,
    "pace": "table",
    "plan": 0,
    "seen": 0,
    "situation": "Någon ringer för femte gången.",
    "steps": [{"kind": "break", "minutes": 5}],
    "tag": "strengthen",
    "text": "Lyssna",
    "texts": ["p0"],
    "way": "pass_around",
    "what": "checkin",
}
"""Values of fields that must be given."""


def plainly(kind: str, *, seat: str = "s0", serial: int = 0, station: str = "k0") -> dict[str, Any]:
    """The command as JSON, with what must be given and nothing else."""
    known = {**PLAIN, "seat": seat, "serial": serial, "station": station}
    fields = KINDS[kind].model_fields
    return {"type": kind, **{name: known[name] for name, field in fields.items() if field.is_required()}}


def table_of_roles() -> str:
    """A line a command: who may ever ask it, and in which phases it is heard beyond those where all are."""
    lines = []
    for kind, command in sorted(KINDS.items()):
        asked_by = " ".join(who.value for who in PEOPLE if who in command.by)
        heard = [
            name for name, phase in PHASES.items() if any(rule.command is command for rule in phase.rules)
        ]
        lines.append(f"{kind:16} | {asked_by:22} | {' '.join(heard) or 'everywhere'}")
    return "\n".join(lines) + "\n"
