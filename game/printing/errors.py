"""Why nothing can be printed.

PrintingError
├── Misuse            the wish cannot be met by anybody: unknown preset, part or size (exit code 2)
└── Hindrance         something stands in the way: fonts, files (exit code 1)
    └── LanguageMissing
"""

from __future__ import annotations

from game.cards.findings import Words


class PrintingError(Exception):
    """One sentence in both languages says what is wrong and what to do."""

    def __init__(self, sv: str, en: str) -> None:
        self.words = Words(sv=sv, en=en)
        super().__init__(en)


class Misuse(PrintingError):
    """What was asked for does not exist."""


class Hindrance(PrintingError):
    """What is needed is not there, or may not be written."""


class LanguageMissing(Hindrance):
    """A deck has no texts in the language asked for."""
