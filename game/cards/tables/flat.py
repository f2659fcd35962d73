"""A card as one row: every leaf of its tree by its place, and back.

Lists of words (themes, roles, values) are leaves: they stand in one cell. Numbered things (options,
questions, steps, refs) have a place each.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, Final, TypeAlias

from game.cards.findings import Loc
from game.cards.format import Card, Text
from game.cards.source import Tree
from game.cards.tables.columns import Field, field_at

Leaf: TypeAlias = str | int | bool | tuple[str, ...]
Flat: TypeAlias = dict[Loc, Leaf]

_LISTS: Final = frozenset({"themes", "roles", "values"})


def flat_card(card: Card) -> Flat:
    """The card's leaves; what has its default is left out."""
    return dict(_leaves(card.model_dump(mode="json", exclude_defaults=True), ()))


def flat_draft(tree: Tree) -> Flat | None:
    """The leaves of a card that is not finished; None when something in it has no column to stand in."""
    if not isinstance(tree, dict):
        return None
    flat: Flat = {}
    for loc, leaf in _leaves(tree, ()):
        field = field_at(loc)
        if field is None or not _fits(leaf, field):
            return None
        if leaf not in ("", ()):
            flat[loc] = leaf.strip() if isinstance(leaf, str) else leaf
    return None if any(gaps(flat)) else flat


def flat_text(text: Text) -> Flat:
    """The leaves of one language's text, each place counted from the text itself."""
    return dict(_leaves(text.model_dump(mode="json", exclude_defaults=True), ()))


def tree_of(flat: Mapping[Loc, Leaf]) -> dict[str, Tree]:
    """The tree with these leaves. What is missing in the middle of a list is closed up: see `gaps`."""
    tree: dict[Any, Any] = {}
    for loc, leaf in flat.items():
        node = tree
        for part, after in pairwise(loc):
            node = node.setdefault(part, _Numbered() if isinstance(after, int) else {})
        node[loc[-1]] = list(leaf) if isinstance(leaf, tuple) else leaf
    closed: dict[str, Tree] = _closed(tree)
    return closed


def gaps(flat: Mapping[Loc, Leaf]) -> Iterator[Loc]:
    """The places of numbered things that are empty though a later one is not."""
    numbers: dict[Loc, set[int]] = {}
    for loc in flat:
        for depth, part in enumerate(loc):
            if isinstance(part, int):
                numbers.setdefault(loc[:depth], set()).add(part)
    for loc, there in sorted(numbers.items(), key=lambda item: _order(item[0])):
        yield from ((*loc, index) for index in range(max(there)) if index not in there)


def _leaves(value: Any, loc: Loc) -> Iterator[tuple[Loc, Leaf]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _leaves(inner, (*loc, name))
    elif isinstance(value, list):
        if loc and loc[-1] in _LISTS:
            yield loc, tuple(value)
        else:
            for index, inner in enumerate(value):
                yield from _leaves(inner, (*loc, index))
    elif value is not None:
        yield loc, value


def _fits(leaf: object, field: Field) -> bool:
    """True when a cell of the field could hold the leaf and give it back."""
    if field.kind == "list":
        return isinstance(leaf, tuple) and all(isinstance(word, str) for word in leaf)
    if field.kind in {"number", "yes"}:
        return isinstance(leaf, str | int)
    return isinstance(leaf, str)


def _order(loc: Loc) -> tuple[tuple[int, str], ...]:
    return tuple((part, "") if isinstance(part, int) else (-1, part) for part in loc)


class _Numbered(dict[Any, Any]):
    """A list under construction, by number."""


def _closed(node: Any) -> Any:
    if isinstance(node, _Numbered):
        return [_closed(node[index]) for index in sorted(node)]
    return {name: _closed(inner) for name, inner in node.items()} if isinstance(node, dict) else node
