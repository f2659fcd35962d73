"""What a refusal must be for a person to read it."""

from __future__ import annotations

from collections.abc import Mapping


def in_both(message: Mapping[str, str]) -> None:
    """One line in Swedish and one in English."""
    assert set(message) == {"sv", "en"}, message
    assert all(text.strip() and "\n" not in text for text in message.values()), message
