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
    """One language's words, by part and name."""

    language: Language
    table: Mapping[str, Mapping[str, Any]]

    def get(self, part: str, name: str) -> str:
        """One word or sentence. KeyError when the file does not have it."""
        return str(self.table[part][name])


def words_in(language: Language) -> PrintWords:
    """The words of this language. FileNotFoundError when its file is missing."""
    path = assets() / "print" / f"{language}.toml"
    return PrintWords(language, tomllib.loads(path.read_text(encoding="utf-8")))
