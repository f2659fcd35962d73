"""What is said about drafts."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from game.cards.rule import Rule

DRAFTS: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "unfinished": Rule(
            "warning",
            "Utkastet är inte färdigt och är inte med i leken.",
            "Gör klart det som står om filen här, och sätt sedan status till reviewed.",
            "The draft is not finished and is not part of the deck.",
            "Complete what is said of the file here, and then set status to reviewed.",
        ),
    }
)
