"""The moments of a card's round as a designer thinks of them: front, vote, talk, back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

from game.client.preview.round import Moment

Place = Literal["front", "vote", "talk", "back"]
PLACES: Final[tuple[Place, ...]] = ("front", "vote", "talk", "back")
_PLACE: Final[Mapping[tuple[str, int], Place]] = {
    ("read", 1): "front",
    ("pledge", 1): "front",
    ("vote", 1): "vote",
    ("checkin", 1): "vote",
    ("talk", 1): "talk",
    ("checkin", 2): "talk",
    ("perspective", 1): "back",
}
OWN_WORDS: Final = frozenset({"question", "step"})
"""Prompts of the talk that stand on the card itself."""


def by_place(moments: Iterable[Moment]) -> dict[Place, tuple[Moment, ...]]:
    """The places that the card has, each with its moments in order; empty for none at all."""
    found: dict[Place, list[Moment]] = {}
    for moment in moments:
        place = _PLACE.get((moment.phase, moment.round))
        if place is not None:
            found.setdefault(place, []).append(moment)
    return {place: tuple(found[place]) for place in PLACES if place in found}


def nearest(wanted: Place, there: Iterable[Place]) -> Place | None:
    """The wanted place, or the next one after it that is there, or the last; None when there is none."""
    kept = [place for place in PLACES if place in set(there)]
    after = [place for place in kept if PLACES.index(place) >= PLACES.index(wanted)]
    return next(iter(after or kept[-1:]), None)


def telling(moments: Sequence[Moment]) -> int:
    """The index of the moment that shows most of the card: in a talk its own first question with the twist
    turned up, for a pledge the starter itself; else the first.
    """
    return max(range(len(moments)), key=lambda index: (_weight(moments[index]), -index), default=0)


def _weight(moment: Moment) -> int:
    weight = len(moment.opens)
    talk = moment.views["own"].get("talk")
    if moment.phase == "talk" and talk:
        prompts = talk["prompts"]
        shown = prompts[talk["shown"]] if talk["shown"] < len(prompts) else None
        weight += bool(talk["twist"] or talk["what_if"])
        weight += bool(shown and shown["kind"] in OWN_WORDS)
    return weight
