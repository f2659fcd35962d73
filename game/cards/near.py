"""What somebody meant who wrote a name of the format in Swedish, or a title where an id belongs."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

MAX_SLUG: Final = 60

_SWEDISH: Final[Mapping[str, str]] = MappingProxyType(
    {
        # kinds
        "fråga": "question",
        "spegel": "mirror",
        "skala": "scale",
        "rangordning": "ranking",
        "fakta": "fact",
        "vändning": "twist",
        "övning": "exercise",
        "löfte": "pledge",
        # status, setting and channel
        "utkast": "draft",
        "granskad": "reviewed",
        "granskat": "reviewed",
        "klar": "reviewed",
        "utgången": "retired",
        "utgått": "retired",
        "intern": "internal",
        "extern": "external",
        "telefon": "phone",
        "mejl": "e-mail",
        "mail": "e-mail",
        "chatt": "chat",
        "besök": "visit",
        "möte": "meeting",
        "korridor": "corridor",
        "disk": "reception",
        # fields
        "titel": "title",
        "rubrik": "title",
        "alternativ": "options",
        "frågor": "questions",
        "perspektiv": "perspective",
        "förebygg": "prevent",
        "förebyggande": "prevent",
        "spelledare": "facilitator",
        "samtalsledare": "facilitator",
        "värden": "values",
        "steg": "steps",
        "talar_för": "speaks_for",
        "högläsning": "read_aloud",
        "varning": "warn",
        "bildtext": "alt",
        "hänvisningar": "refs",
        "kanal": "channel",
        "roller": "roles",
        "teman": "themes",
        "minuter": "minutes",
        "värme": "heat",
        "sort": "kind",
        "kontrollerad": "checked_on",
        "språk": "languages",
        "licens": "licence",
        "license": "licence",
        "författare": "authors",
        "beskrivning": "description",
        "källspråk": "source",
    }
)


def in_swedish(word: str, known: Collection[str]) -> str:
    """The known word that this one means in Swedish, or an empty string."""
    meant = _SWEDISH.get(word.strip(" ”“\"'").lower(), "")
    return meant if meant in known else ""


def slug_of(words: str) -> str:
    """The id that these words could have, perhaps empty.

    >>> slug_of("Våra möten!")
    'vara-moten'
    """
    letters = unicodedata.normalize("NFKD", words.lower())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MAX_SLUG].strip("-")
