from __future__ import annotations

from tests.server.conftest import clock, database, few_cards, guests, small_decks

__all__ = ["clock", "database", "few_cards", "guests", "small_decks"]
