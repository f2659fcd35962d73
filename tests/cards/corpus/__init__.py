"""Broken decks: what designers get wrong, each with the finding that must name it.

Every entry begins from a good deck and breaks one thing in its folder. Packages are in `tests.cards.hostile`;
spreadsheets have tests of their own.
"""

from typing import Final

from tests.cards.corpus.breaks import TODAY, Broken
from tests.cards.corpus.craft import CRAFT
from tests.cards.corpus.fields import FIELDS
from tests.cards.corpus.kinds import KINDS
from tests.cards.corpus.lengths import LENGTHS
from tests.cards.corpus.letters import LETTERS
from tests.cards.corpus.translations import TRANSLATIONS
from tests.cards.corpus.yaml import YAML

CORPUS: Final[tuple[Broken, ...]] = (*LETTERS, *YAML, *FIELDS, *LENGTHS, *TRANSLATIONS, *CRAFT, *KINDS)

__all__ = ["CORPUS", "TODAY", "Broken"]
