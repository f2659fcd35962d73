"""What a note is for, in its own colour: the same one at the table, on the host's board and in the hall."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

COLOURS: Mapping[str, str] = MappingProxyType({"strengthen": "good", "improve": "accent", "act": "warn"})


def tag_ink(tag: str) -> str:
    """The colour of its name."""
    return COLOURS.get(tag, "ink")


def tag_fill(tag: str) -> str:
    """The colour behind its name; that of no tag, for other kinds of text."""
    return f"{COLOURS[tag]}_soft" if tag in COLOURS else "tint"
