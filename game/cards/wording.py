"""Every finding's severity and sentences, by code."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from game.cards.rule import Rule
from game.cards.wording_advice import ADVICE
from game.cards.wording_files import FILES, YAML
from game.cards.wording_schema import SCHEMA, WHOLE

RULES: Final[Mapping[str, Rule]] = MappingProxyType({**FILES, **YAML, **SCHEMA, **WHOLE, **ADVICE})
