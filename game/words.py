"""Which language the command line speaks, and how it says one thing in either.

The windows have catalogues (`assets/i18n`); a terminal says a few sentences before any window is there.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Literal

Tongue = Literal["sv", "en"]


def tongue(environment: Mapping[str, str] = os.environ) -> Tongue:
    """The terminal's language: BEMOT_LANGUAGE, else the locale's; Swedish unless the locale says English.

    >>> tongue({"LANG": "en_GB.UTF-8"}), tongue({"LANG": "sv_SE.UTF-8"}), tongue({"LANG": "C"})
    ('en', 'sv', 'sv')
    >>> tongue({"BEMOT_LANGUAGE": "en", "LANG": "sv_SE.UTF-8"})
    'en'
    """
    wanted = environment.get("BEMOT_LANGUAGE") or environment.get("LC_ALL") or environment.get("LANG") or "sv"
    return "en" if wanted.lower().startswith("en") else "sv"


def say(sv: str, en: str) -> str:
    """The sentence in the terminal's language."""
    return en if tongue() == "en" else sv


def pick(words: Mapping[str, str]) -> str:
    """The sentence of a table like `Nack.message` in the terminal's language."""
    return words.get(tongue()) or words.get("en") or ""
