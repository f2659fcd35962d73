"""Commands such as a client could write, from the JSON Schema of the protocol: well shaped, wildly meant."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any, Final

from game.wire import COMMAND

POOLS: Final[dict[str, tuple[Any, ...]]] = {
    "seat": ("@SEAT@", "@SEAT@", "@SEAT@", "s0"),
    "team": ("@TEAM@", None, "t0"),
    "station": ("@STATION@", "k0"),
    "card": ("@CARD@", "motet/finns-inte", None),
    "choice": ("a", "b", "c", "d", "own", "pass", "7", "10", "cab", "abc"),
    "text": ("", "Vi lyssnar.", "Vad bra", "å" * 60),
    "note": (None, "@NOTE@", "n0"),
    "minutes": (1, 5, 30),
    "what": ("checkin", "rating", "card:@CARD@", "texts"),
    "pick": (0, 1, 2, 9),
}
"""Values by a field's name; what stands between @ is filled in from what the sender sees."""


@cache
def schemas() -> dict[str, Any]:
    """type -> schema of every command that people may send, and under "$defs" what they refer to."""
    whole = COMMAND.json_schema()
    defs = whole["$defs"]
    kinds = {kind: defs[ref.rsplit("/", 1)[1]] for kind, ref in whole["discriminator"]["mapping"].items()}
    return {**kinds, "$defs": defs}


def any_command(dice: Random, kind: str | None = None) -> dict[str, Any]:
    """A command of this kind or any."""
    kinds = schemas()
    kind = kind or dice.choice(sorted(set(kinds) - {"$defs"}))
    made: dict[str, Any] = _value(dice, kinds[kind], kind)
    return {**made, "type": kind}


def _value(dice: Random, schema: dict[str, Any], name: str) -> Any:
    if name == "serial":
        return "@SERIAL@" if dice.random() < 0.9 else dice.choice((0, 1, 999))
    if name in ("seen", "plan"):
        return f"@{name.upper()}@"
    if name in POOLS and dice.random() < 0.95:
        return dice.choice(POOLS[name])
    if "$ref" in schema:
        return _value(dice, schemas()["$defs"][schema["$ref"].rsplit("/", 1)[1]], name)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return dice.choice(schema["enum"])
    if "anyOf" in schema:
        return _value(dice, dice.choice(schema["anyOf"]), name)
    return _plain(dice, schema, name)


def _plain(dice: Random, schema: dict[str, Any], name: str) -> Any:
    kind = schema.get("type")
    if kind == "object":
        inside = schema.get("properties")
        if inside is None:
            return {letter: dice.randrange(4) for letter in dice.sample("abcde", dice.randrange(4))}
        needed = schema.get("required", ())
        return {
            key: _value(dice, part, key)
            for key, part in inside.items()
            if key in needed or dice.random() < 0.5
        }
    if kind == "array":
        some = range(dice.randrange(min(schema.get("maxItems", 4), 4) + 1))
        return [_value(dice, schema.get("items", {}), name) for _ in some]
    if kind in ("integer", "number"):
        low, high = schema.get("minimum", 0), schema.get("maximum", 100)
        return dice.choice((low, high, dice.randint(int(low), int(high))))
    if kind == "boolean":
        return dice.random() < 0.5
    return None if kind == "null" else dice.choice(("a", "@CARD@", "@TEXT@", "Vi lyssnar."))
