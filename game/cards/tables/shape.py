"""What the format says of a field: how long it may be, which kinds of card have it, and which must.

Read from the JSON Schema of the models, so that a sheet never says anything else than the check.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from game.cards.findings import Loc
from game.cards.format import KINDS, TEXTS


class Limits(NamedTuple):
    """Characters at least and at most; 0 for no limit. `needed` when a card of the kind must have it."""

    least: int
    most: int
    needed: bool


@cache
def limits(kind: str, path: Loc) -> Limits | None:
    """The limits of a text's field in cards of this kind; None when they do not have it."""
    schema = _schema(kind)
    node: Mapping[str, Any] = schema
    needed = True
    for part in path:
        if isinstance(part, str):
            if part not in node.get("properties", {}):
                return None
            needed = needed and part in node.get("required", ())
            node = node["properties"][part]
        else:
            if part >= node.get("maxItems", part + 1):
                return None
            needed = needed and part < node.get("minItems", 0)
            node = node["items"]
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rpartition("/")[2]]
    return Limits(node.get("minLength", 0), node.get("maxLength", 0), needed)


def fits(kind: str, path: Loc) -> bool:
    """True when a text of this kind has the field."""
    return limits(kind, path) is not None


def kinds_with(path: Loc) -> tuple[str, ...]:
    """The kinds of card that have the field."""
    return tuple(kind for kind in KINDS if fits(kind, path))


def kinds_needing(path: Loc) -> tuple[str, ...]:
    """The kinds of card whose text must have it."""
    return tuple(kind for kind in KINDS if (found := limits(kind, path)) is not None and found.needed)


def kinds_requiring(name: str) -> tuple[str, ...]:
    """The kinds of card that must have this field, which is the same in every language."""
    return tuple(kind for kind in KINDS if KINDS[kind].model_fields[name].is_required())


def most(path: Loc) -> int:
    """The most characters that any kind allows; 0 for no limit."""
    return max((found.most for kind in KINDS if (found := limits(kind, path)) is not None), default=0)


@cache
def _schema(kind: str) -> Mapping[str, Any]:
    return TEXTS[kind].model_json_schema()
