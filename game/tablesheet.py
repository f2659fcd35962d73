"""A table's own sheet: what it talked about, wrote and agreed, as data. No vote and no count is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

_FILE: Final[Mapping[str, str]] = MappingProxyType({"sv": "bordets-blad", "en": "table-sheet"})


@dataclass(frozen=True)
class Written:
    """One of the table's notes. `tag` is strengthen, improve or act."""

    tag: str
    text: str


@dataclass(frozen=True)
class Talked:
    """A card that the table talked about, what the card asks, and what was noted at it."""

    title: str
    questions: tuple[str, ...] = ()
    notes: tuple[Written, ...] = ()


@dataclass(frozen=True)
class TableSheet:
    """What a table takes home, in one language."""

    language: str
    code: str
    """The room's code, for the file's name alone."""
    table: int
    """The table's number; 0 for who practised alone."""
    day: str
    """As 2026-11-22; "" when it is not known."""
    cards: tuple[Talked, ...]
    strengthen: str = ""
    """What the harvest settled on; "" for nothing."""
    improve: str = ""

    @property
    def act(self) -> tuple[str, ...]:
        """What the table marked to act on at once, but for what stands under improve."""
        found = (note for card in self.cards for note in card.notes if note.tag == "act")
        return tuple(note.text for note in found if note.text != self.improve)

    @property
    def file_name(self) -> str:
        """What the file is called; two tables of one machine have a file each."""
        number = f"-{self.table}" if self.table else ""
        return f"{_FILE.get(self.language, _FILE['en'])}-{self.code}{number}.pdf"
