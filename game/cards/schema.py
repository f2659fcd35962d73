"""JSON Schema of the two kinds of file, so that editors complete and check while somebody types."""

from typing import Any

from pydantic import TypeAdapter

from game.cards.format import Card, Cover

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, dict[str, Any]]:
    """`{"deck": …, "card": …}`: the schema of `deck.yaml` and of `cards/<id>.yaml`."""
    return {
        "deck": {"$schema": _DIALECT, **Cover.model_json_schema(), "title": "deck.yaml"},
        "card": {"$schema": _DIALECT, **TypeAdapter[Card](Card).json_schema(), "title": "cards/<id>.yaml"},
    }
