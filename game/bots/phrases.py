"""What bots write. It says that a bot wrote it, so that no note in a report is taken for a person's."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

OWN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sv": (
            "Provspel: fråga vad personen själv vill.",
            "Provspel: ta det i ett lugnare rum.",
            "Provspel: be en kollega vara med.",
        ),
        "en": (
            "Rehearsal: ask what the person wants.",
            "Rehearsal: move to a calmer room.",
            "Rehearsal: ask a colleague to join.",
        ),
    }
)
NOTES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sv": (
            "Provspel: vi presenterar oss innan vi frågar.",
            "Provspel: vi säger när vi återkommer.",
            "Provspel: vi berättar varför det tar tid.",
            "Provspel: skyltarna i väntrummet är svåra att läsa.",
        ),
        "en": (
            "Rehearsal: we say who we are before we ask.",
            "Rehearsal: we say when we will be in touch.",
            "Rehearsal: we tell why it takes time.",
            "Rehearsal: the waiting room's signs are hard to read.",
        ),
    }
)
WHEN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sv": ("provspelets telefon ringer", "provspelets besökare är arg"),
        "en": ("the rehearsal's telephone rings", "the rehearsal's visitor is angry"),
    }
)
THEN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sv": ("lyssna klart innan jag svarar", "fråga vad som hänt"),
        "en": ("hear the other out before I answer", "ask what has happened"),
    }
)
