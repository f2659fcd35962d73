"""The words on paper that are not the deck's, read from assets/print."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from game.places import assets

Language = Literal["sv", "en"]


@dataclass(frozen=True)
class PrintWords:
    """The words, by part and name, that go with texts in `language`; they are themselves in `fixed`."""

    language: str
    fixed: Language
    table: Mapping[str, Mapping[str, Any]]

    def get(self, part: str, name: str) -> str:
        """One word or sentence. KeyError when the file does not have it."""
        return str(self.table[part][name])


def words_in(language: str, otherwise: Language = "sv") -> PrintWords:
    """The words of this language, or `otherwise` where there are none. FileNotFoundError without a file."""
    fixed: Language = "sv" if language == "sv" else "en" if language == "en" else otherwise
    path = assets() / "print" / f"{fixed}.toml"
    return PrintWords(language, fixed, tomllib.loads(path.read_text(encoding="utf-8")))
