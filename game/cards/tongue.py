"""What the check knows of each language: words that unbalance, ways out, and how heavy a text may be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_STOP: Final = re.compile(r"[.!?:…]+(?=\s|[”\"’)]|$)")
LONG_WORD: Final = 6
ENOUGH_WORDS: Final = 25
"""In shorter texts a single word moves LIX by several units."""


@dataclass(frozen=True)
class Tongue:
    """One language's words. `situation` and `perspective` are the highest LIX those texts may have."""

    you: re.Pattern[str]
    absolute: re.Pattern[str]
    superior: re.Pattern[str]
    handing_over: re.Pattern[str]
    situation: int
    perspective: int

    def is_escape(self, option: str) -> bool:
        """True when the option hands the decision to a superior."""
        return bool(self.superior.search(option) and self.handing_over.search(option))


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


# LIX after Björnsson (1968): below 40 is easy (fiction, weeklies), 40-50 middling (newspapers), above 50
# officialese. A situation is heard once, read aloud, so it must be easy; the perspective is read in one's own
# time and names laws, so it may be as heavy as a newspaper. English words are shorter, and the same ease is a
# few units lower on the scale.
TONGUES: Final[Mapping[str, Tongue]] = MappingProxyType(
    {
        "sv": Tongue(
            you=_words("du|dig|din|ditt|dina|ni|er|ert|era"),
            absolute=_words("alltid|aldrig|bara|enbart|endast"),
            superior=_words(r"\w*chef(?:en|er|erna|ens)?|(?:arbets|grupp|team)ledare?n?"),
            handing_over=_words(
                r"prata\w*|tala\w*|fråga\w*|rådfråga\w*|ring\w*|lyft\w*|tar?|hänvisa\w*|lämna\w*|koppla\w*|hämta\w*"
                r"|ber?|skicka\w*|kontakta\w*|överlåt\w*|låter?|säg\w*|gå\w*|meddela\w*|mejla\w*|mejl\w*"
            ),
            situation=40,
            perspective=50,
        ),
        "en": Tongue(
            you=_words("you|your|yours|yourself"),
            absolute=_words("always|never|only"),
            superior=_words("managers?|supervisors?|boss|bosses|team leaders?"),
            handing_over=_words(
                "ask|talk|speak|tell|call|refer|hand|pass|send|escalate|contact|raise|take|fetch|get|bring|let|leave|e-?mail"
            ),
            situation=38,
            perspective=48,
        ),
    }
)


def lix(text: str) -> int | None:
    """Words per sentence plus the percentage of words over six letters; None below `ENOUGH_WORDS` words."""
    words = _WORD.findall(text)
    if len(words) < ENOUGH_WORDS:
        return None
    sentences = max(1, len(_STOP.findall(text)))
    long_words = sum(len(word) > LONG_WORD for word in words)
    return round(len(words) / sentences + 100 * long_words / len(words))
