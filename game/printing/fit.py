"""Which size of card and type each card gets, and which card fits nowhere.

Each face (front, talk, deeper) is measured by the very template that prints it. It gets the largest type with
which all of its text stands inside the card; sizes are in `game.printing.sizes`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from game.printing.press import Press
from game.printing.sizes import Grid, Size

STEPS: Final = 20
COMFORT: Final = 0.25
"""With less ease than this at poker size, a kind of card is printed larger when the size is `auto`."""
ROOMY: Final = frozenset({"dilemma", "ranking"})
"""Kinds that are held and read by a whole table; `auto` never makes them small."""

Progress: TypeAlias = Callable[[int, int], None]
"""Called with how many cards are done and how many there are."""


@dataclass(frozen=True)
class Fitted:
    """One face at one size: the ease of its type (1 largest, 0 smallest), or how much too high it is."""

    face: str
    ease: float | None
    over: float
    """Millimetres; 0 when it fits."""


Fits: TypeAlias = Mapping[Grid, tuple[Fitted, ...]]
"""The faces of one card at each size that was tried."""


def faces_of(card: Mapping[str, Any]) -> tuple[str, ...]:
    """The faces with text that this card has."""
    return ("front", *(("talk",) if card["companion"] else ()), *(("deeper",) if card["deeper"] else ()))


def measure(
    press: Press, base: Mapping[str, Any], cards: Sequence[Mapping[str, Any]], size: Size, progress: Progress
) -> list[Fits]:
    """Every card measured at the sizes that may be used for it. `base` is what all templates need."""
    grids = _grids(size)
    found: list[Fits] = []
    for done, card in enumerate(cards, start=1):
        asked = [{"face": face, "grid": grid} for grid in grids for face in faces_of(card)]
        answers = press.ask("fit", {**base, "card": card, "faces": asked, "steps": STEPS})
        found.append(
            {
                grid: tuple(
                    Fitted(answer["face"], answer["ease"], answer["over"])
                    for answer in answers
                    if answer["grid"] == grid
                )
                for grid in grids
            }
        )
        progress(done, len(cards))
    return found


def chosen(cards: Sequence[Mapping[str, Any]], fits: Sequence[Fits], size: Size) -> list[Grid]:
    """The size of each card. Cards of a kind in a deck are all of one size, or their backs would tell."""
    if size != "auto":
        return [_grids(size)[0] for _ in cards]
    kinds: dict[tuple[str, str], Grid] = {}
    for card, fit in zip(cards, fits, strict=True):
        kind = (card["slug"], card["kind"])
        small = card["kind"] not in ROOMY and all((face.ease or 0) >= COMFORT for face in fit["small"])
        kinds[kind] = "small" if small and kinds.get(kind, "small") == "small" else "large"
    return [kinds[card["slug"], card["kind"]] for card in cards]


def _grids(size: Size) -> tuple[Grid, ...]:
    return ("small", "large") if size == "auto" else ("small",) if size == "3x3" else ("large",)
