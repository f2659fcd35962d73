"""The words of receipts: 1024 easy Swedish ones that anyone can type and nobody mixes up.

Three to eight letters from a to z, no two of them one slip of the keyboard apart. Their order is part of
every receipt that has been given out: words are never moved, added or taken away.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Final

WORDS: Final = tuple(files("server").joinpath("words.txt").read_text("ascii").split())
