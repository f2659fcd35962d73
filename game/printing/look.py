"""The windows' colours and option signs, for paper. Read from the same theme file."""

from __future__ import annotations

import tomllib
from typing import Any, Final
from zlib import crc32

from game.places import assets

THEME: Final = "ljus"
LETTERS: Final = "ABCDE"


def look() -> dict[str, Any]:
    """The palette, each option's shape and colour by letter, and the colours of the backs.

    Raises FileNotFoundError, KeyError or ValueError when the theme file is missing or wrong.
    """
    theme = tomllib.loads((assets() / "themes" / f"{THEME}.toml").read_text(encoding="utf-8"))
    return {
        "ink": {name: value[:7] for name, value in theme["palette"].items()},
        "options": {letter: theme["options"][letter.lower()] for letter in LETTERS},
        "covers": theme["covers"]["colours"],
    }


def cover_of(theme: str, covers: int) -> int:
    """Which of the covers a theme has: that of the windows. `theme` is its Swedish name, if it has one."""
    return crc32(theme.encode()) % covers
