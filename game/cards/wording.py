"""Every finding's severity and sentences, by code."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from game.cards.rule import Rule
from game.cards.wording_advice import ADVICE
from game.cards.wording_cells import CELLS, WORK
from game.cards.wording_craft import CRAFT
from game.cards.wording_drafts import DRAFTS
from game.cards.wording_files import FILES, YAML
from game.cards.wording_packed import PACKED, PICTURES
from game.cards.wording_print import PRINT
from game.cards.wording_schema import SCHEMA, WHOLE
from game.cards.wording_tables import TABLES

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        **FILES,
        **DRAFTS,
        **PACKED,
        **PICTURES,
        **YAML,
        **SCHEMA,
        **WHOLE,
        **ADVICE,
        **CRAFT,
        **TABLES,
        **CELLS,
        **WORK,
        **PRINT,
    }
)
