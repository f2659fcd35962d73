"""What can be wrong with a card when it is printed."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from game.cards.rule import Rule

_DO_SV = "Korta texten; är korten små kan --size 2x2 räcka. Häftet har ändå allt."
_DO_EN = "Shorten the text; if the cards are small, --size 2x2 may do. The booklet has it all the same."

PRINT: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "print-front": Rule(
            "error",
            "Framsidan är {over} mm för lång för ett tryckt kort, också med minsta texten.",
            _DO_SV,
            "The front is {over} mm too long for a printed card, even with the smallest type.",
            _DO_EN,
        ),
        "print-talk": Rule(
            "error",
            "Frågorna och vändningen är {over} mm för långa för ett samtalskort, också med minsta texten.",
            _DO_SV,
            "The questions and the twist are {over} mm too long for a talk card,"
            " even with the smallest type.",
            _DO_EN,
        ),
        "print-deeper": Rule(
            "error",
            "Det som talar för, perspektivet och lagarna är {over} mm för långa för samtalskortets baksida,"
            " också med minsta texten.",
            _DO_SV,
            "What speaks for, the perspective and the laws are {over} mm too long for the talk card's back,"
            " even with the smallest type.",
            _DO_EN,
        ),
        "print-sign": Rule(
            "error",
            "”{name}”: inget teckensnitt för papper har {signs}, så det blir tomma rutor.",
            "Skriv med bokstäver eller andra tecken.",
            "“{name}”: no font for paper has {signs}, so empty boxes are printed.",
            "Write it with letters or other signs.",
        ),
    }
)
