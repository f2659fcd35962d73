"""Changes to bytes, texts and JSON trees, drawn from dice: what breaks, what is odd, and far too much."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from random import Random
from typing import Any, Final

ODD_TEXTS: Final = (
    "",
    " ",
    "\x00",
    "\x1b[2J",
    "\u202e",
    "\ufeff",
    "\ud800",
    "é" * 300,
    "😀" * 60,
    "x" * 20_000,
    "null",
    "../../etc/passwd",
    "=1+1",
    "<script>",
    "%s%n{0}",
    "'; DROP TABLE rooms; --",
    "a" * 64,
    "-1",
    "1e999",
)
ODD_VALUES: Final[tuple[Any, ...]] = (
    None,
    True,
    False,
    0,
    -1,
    1,
    1.5,
    2**31,
    2**53,
    2**53 + 1,
    2**63,
    -(2**63) - 1,
    10**40,
    1e308,
    float("nan"),
    float("inf"),
    [],
    {},
    [[]],
    {"": {}},
    {"_placeholder": True, "num": 0},
    {"__class__": "x"},
)
ODD_BYTES: Final = (
    b"",
    b"\x00",
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\r\n",
    b"\x85",
    b"PK\x03\x04",
    b"&a;",
    b"]]>",
)


def odd(dice: Random) -> Any:
    """A value that nobody asked for."""
    shape = dice.random()
    if shape < 0.4:
        return dice.choice(ODD_TEXTS)
    if shape < 0.9:
        return copy.deepcopy(dice.choice(ODD_VALUES))
    if shape < 0.95:
        return deep(dice.choice((10, 50, 150)))
    return list(range(dice.choice((100, 3_000))))


def deep(levels: int) -> Any:
    """A list in a list in a list."""
    tree: Any = []
    for _ in range(levels):
        tree = [tree]
    return tree


def places(tree: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where everything in the tree lies but its root."""
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in pairs:
        yield (*at, key)
        yield from places(value, (*at, key))


def spoil_tree(dice: Random, tree: Any) -> Any:
    """The tree with one to three of its values replaced, removed, renamed, doubled or put elsewhere."""
    tree = copy.deepcopy(tree)
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        found = list(places(tree))
        if not found:
            return odd(dice)
        place = dice.choice(found)
        holder = tree
        for part in place[:-1]:
            holder = holder[part]
        value = holder.pop(place[-1])
        act = dice.choice(("replace", "replace", "remove", "rename", "double", "wrap"))
        new = {"replace": odd(dice), "double": [value, value], "wrap": {"value": value}}.get(act, value)
        if act == "remove":
            continue
        if isinstance(holder, list):
            holder.insert(place[-1], new)
        else:
            holder[str(odd(dice)) if act == "rename" else place[-1]] = new
    return tree


def spoil_bytes(dice: Random, whole: bytes, pieces: tuple[bytes, ...] = ODD_BYTES) -> bytes:
    """The bytes with one to four stretches replaced, doubled, moved or cut off."""
    data = whole
    for _ in range(dice.choice((1, 1, 2, 4))):
        start = dice.randrange(len(data) + 1)
        end = min(len(data), start + dice.choice((0, 1, 1, 2, 4, 16, 200)))
        act = dice.randrange(6)
        if act == 0 and end > start:
            data = data[:start] + bytes((data[start] ^ 1 << dice.randrange(8),)) + data[start + 1 :]
        elif act == 1:
            data = data[:start] + dice.choice(pieces) + data[end:]
        elif act == 2:
            data = data[:start] + dice.randbytes(dice.choice((1, 2, 4, 8))) + data[end:]
        elif act == 3:
            data = data[:end] + data[start:end] * dice.choice((1, 1, 50)) + data[end:]
        elif act == 4 and dice.random() < 0.2:
            data = data[:start]
        else:
            other = dice.randrange(len(data) + 1)
            data = data[:start] + data[other : other + end - start] + data[end:]
    return data


def dumps(tree: Any) -> str:
    """JSON as a careless client writes it: not-a-number too, and lone halves of letters escaped."""
    return json.dumps(tree, separators=(",", ":"))
