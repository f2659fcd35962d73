"""Which face lies behind which: the leaves of paper, in piles of cards of one deck and one size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from game.printing.fit import Fits
from game.printing.sizes import Grid

ORDER: Final[tuple[Grid, ...]] = ("large", "small")
Leaf = dict[str, Any]
"""`front` and `back`, each a face of a card: its index, the face, and the ease of its type."""


def piles(
    cards: Sequence[Mapping[str, Any]],
    fits: Sequence[Fits],
    grids: Sequence[Grid],
    labels: Mapping[str, str],
) -> list[dict[str, Any]]:
    """The piles in the order they are printed; a side that fits nowhere is left out.

    The cards to draw come first and have the pile's pattern behind them. The cards to talk by follow: their
    front is for the talk, their back for afterwards. `labels` has the words `cards` and `closer`.
    """
    found: list[dict[str, Any]] = []
    for slug in dict.fromkeys(card["slug"] for card in cards):
        for grid in ORDER:
            chosen = [
                index for index, card in enumerate(cards) if card["slug"] == slug and grids[index] == grid
            ]
            eases = {index: {face.face: face.ease for face in fits[index][grid]} for index in chosen}
            drawn = [_drawn(index, eases[index]) for index in chosen]
            talked = [_talked(index, eases[index]) for index in chosen]
            for name, leaves in (("cards", drawn), ("closer", talked)):
                if any(leaves):
                    title = f"{cards[chosen[0]]['deck']}: {labels[name]}"
                    found.append({"grid": grid, "title": title, "leaves": [leaf for leaf in leaves if leaf]})
    return found


def _drawn(index: int, eases: Mapping[str, float | None]) -> Leaf | None:
    return None if eases["front"] is None else _leaf(index, "front", eases["front"])


def _talked(index: int, eases: Mapping[str, float | None]) -> Leaf | None:
    """The card to talk by. One whose back fits nowhere has the pile's pattern there."""
    ease, behind = eases.get("talk"), eases.get("deeper")
    if ease is None:
        return None
    leaf = _leaf(index, "talk", ease)
    return leaf if behind is None else {**leaf, "back": {"card": index, "face": "deeper", "ease": behind}}


def _leaf(index: int, face: str, ease: float) -> Leaf:
    return {
        "front": {"card": index, "face": face, "ease": ease},
        "back": {"card": index, "face": "cover", "ease": 0.0},
    }
