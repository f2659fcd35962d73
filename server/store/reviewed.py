"""What was decided about the tables' own dilemmas: a file beside the database, one line a decision.

Not a table in the database: that has one writer, the server, which may be running; and it may be a copy. A
line is added in one write, so two reviewers do not undo each other. It holds ids and verdicts, and no text.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TypeAlias

Decision: TypeAlias = Literal["accepted", "rejected"]
Undone: TypeAlias = Literal["undone"]

_KNOWN: Mapping[str, Decision | None] = MappingProxyType(
    {"accepted": "accepted", "rejected": "rejected", "undone": None}
)


def reviewed_file(database: Path) -> Path:
    """Where the decisions on this database's suggestions lie."""
    return database.with_name(database.name + ".reviewed.jsonl")


def decisions(file: Path) -> dict[str, Decision]:
    """suggestion -> what was decided last, when that was not undone. Lines that are not ours are passed over.
    Raises OSError.
    """
    found: dict[str, Decision | None] = {}
    if not file.exists():
        return {}
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            told = json.loads(line)
            found[str(told["id"])] = _KNOWN[told["decision"]]
        except (ValueError, LookupError, TypeError):
            continue
    return {name: decision for name, decision in found.items() if decision is not None}


def decide(file: Path, suggestion: str, decision: Decision | Undone) -> None:
    """Remembers the decision: it is on the disk when this returns. Raises OSError."""
    line = json.dumps({"id": suggestion, "decision": decision}) + "\n"
    handle = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        os.write(handle, line.encode())
        os.fsync(handle)
    finally:
        os.close(handle)
