"""Presets: the shapes a session may have, and the programme that one of them makes of the chosen cards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from game.rules.errors import Missing
from game.rules.event import RoomOpened
from game.rules.kinds import KINDS
from game.rules.opened import K_TABLES, Before, CardFacts, DeckRef, Settings, Step
from game.rules.programme import HEAVY, check_steps

CHECKIN_CARD = "incheckning/dagsform"
"""The card whose words the check-in uses when its deck is there."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A session's shape, as data. `steps` may hold rounds without a card: those are drawn."""

    name: str
    pace: Literal["hall", "table"]
    minutes: int
    steps: tuple[Step, ...]
    distribution: bool = True
    self_start: bool = False
    k_tables: int = K_TABLES
    max_team: int = 8
    offer: int = 2


def _rounds(n: int, block: int = 0) -> tuple[Step, ...]:
    return tuple(Step(kind="round", minutes=12, block=block) for _ in range(n))


_FRAME = Step(kind="frame", minutes=3)
_CHECKIN = Step(kind="checkin", minutes=4)
_PRACTICE = Step(kind="practice", minutes=5)
_HARVEST = Step(kind="harvest", minutes=8)
_PLEDGE = Step(kind="pledge", minutes=6)
_DEBRIEF = Step(kind="debrief", minutes=8)
_BREAK = Step(kind="break", minutes=15)
_RECALL = Step(kind="recall", minutes=6)
_AGAIN = tuple(Step(kind="round", minutes=10) for _ in range(2))
_LUNCH = Step(kind="break", minutes=60)

PRESETS: Mapping[str, Preset] = MappingProxyType(
    {
        preset.name: preset
        for preset in (
            Preset("APT 30", "table", 30, (_FRAME, _CHECKIN, *_rounds(1), _PLEDGE)),
            Preset("APT 60", "table", 60, (_FRAME, _CHECKIN, *_rounds(3), _HARVEST, _PLEDGE)),
            Preset(
                "Halvdag",
                "hall",
                150,
                (
                    _FRAME,
                    _CHECKIN,
                    _PRACTICE,
                    *_rounds(3),
                    _BREAK,
                    *_rounds(3, 1),
                    _HARVEST,
                    _PLEDGE,
                    _DEBRIEF,
                ),
            ),
            Preset(
                "Heldag",
                "hall",
                360,
                (
                    _FRAME,
                    _CHECKIN,
                    _PRACTICE,
                    *_rounds(3),
                    _BREAK,
                    *_rounds(3, 1),
                    _LUNCH,
                    *_rounds(3, 2),
                    _BREAK,
                    _HARVEST,
                    _PLEDGE,
                    _DEBRIEF,
                ),
            ),
            Preset(
                "Lecture", "hall", 60, (_FRAME, _CHECKIN, *_rounds(3), _PLEDGE), k_tables=1, max_team=1000
            ),
            Preset("Uppföljning 30", "table", 30, (_CHECKIN, _RECALL, *_AGAIN)),
            Preset(
                "Solo",
                "table",
                21,
                (_FRAME, *_rounds(1), _PLEDGE),
                distribution=False,
                self_start=True,
                max_team=1,
            ),
        )
    }
)


def settings_of(preset: Preset, **changes: object) -> Settings:
    """The settings a room starts with; `changes` are fields of `Settings`."""
    own: dict[str, object] = {
        "preset": preset.name,
        "pace": preset.pace,
        "k_tables": preset.k_tables,
        "offer": preset.offer,
        "distribution": preset.distribution,
        "self_start": preset.self_start,
        "max_team": preset.max_team,
        "team_size": preset.max_team if preset.max_team > 8 else 5,
    }
    return Settings.model_validate({**own, **changes})


def plan(
    preset: Preset, cards: Sequence[CardFacts], chosen: Sequence[str] = (), checkin: str | None = None
) -> tuple[Step, ...]:
    """The preset's steps with the chosen cards on its rounds, in order; rounds without one are drawn. The
    check-in asks what its card asks, `CHECKIN_CARD` when none is named.

    A practice that no card is light enough for is left out. Raises `Missing` for a chosen card that is not
    among `cards` or is never drawn, for a check-in that is no scale, and when a round could find no card, and
    `Malformed` for steps of one's own that do not make a programme.
    """
    known = {card.id: card for card in cards}
    check_steps(preset.steps, 0, known, chosen)
    if checkin is not None and (checkin not in known or known[checkin].kind != "scale"):
        raise Missing("unknown_card")
    for card_id in chosen:
        if card_id not in known or not KINDS[known[card_id].kind].drawn:
            raise Missing("unknown_card")
    if not any(card.pile and KINDS[card.kind].drawn for card in cards):
        raise Missing("empty_deck")
    waiting = list(chosen)
    steps = preset.steps if light_cards(cards, chosen) else [s for s in preset.steps if s.kind != "practice"]
    asked = checkin or (CHECKIN_CARD if CHECKIN_CARD in known else None)
    return tuple(_with_card(step, waiting, known, asked) for step in steps)


def own_preset(base: Preset, name: str, steps: Sequence[Step]) -> Preset:
    """Somebody's own programme: these steps, otherwise like one of ours."""
    return replace(base, name=name, steps=tuple(steps), minutes=round(sum(step.minutes for step in steps)))


def light_cards(cards: Iterable[CardFacts], promised: Iterable[str | None]) -> list[CardFacts]:
    """What one may practise on: cards marked for it, else the lightest ones that are voted on and not
    promised.
    """
    taken = set(promised)
    pile = [card for card in cards if card.pile and KINDS[card.kind].choices(card) and card.id not in taken]
    lightest = min((card.heat for card in pile), default=HEAVY)
    return [card for card in pile if card.practice] or [
        card for card in pile if card.heat == lightest and card.heat < HEAVY
    ]


def _with_card(step: Step, waiting: list[str], known: Mapping[str, CardFacts], checkin: str | None) -> Step:
    if step.kind == "checkin" and checkin and step.card is None:
        return step.model_copy(update={"card": checkin})
    if step.kind == "round" and waiting and step.card is None:
        card = known[waiting.pop(0)]
        return step.model_copy(update={"card": card.id, "minutes": float(card.minutes)})
    return step


def open_room(
    room_id: str,
    code: str,
    settings: Settings,
    steps: Sequence[Step],
    decks: Sequence[DeckRef],
    cards: Sequence[CardFacts],
    now: int,
    follows: Before | None = None,
) -> RoomOpened:
    """The event that opens a room."""
    return RoomOpened(
        id=room_id,
        code=code,
        at=now,
        settings=settings,
        steps=tuple(steps),
        decks=tuple(decks),
        cards=tuple(cards),
        follows=follows,
    )
