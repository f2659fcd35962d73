"""The programme: presets, the places each step leads through, and how long each soft clock runs.

    lobby -> frame -> checkin 1 2 -> practice read vote reveal talk vote compare
          -> draw read vote 1 reveal talk vote 2 compare perspective note     (a round, for each card)
          -> break -> harvest -> pledge -> debrief 1 2 3 -> closed

A card that is only talked about skips the votes; a room without distribution (Solo) skips what would show
counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from game.rules.command import Who
from game.rules.errors import Missing
from game.rules.event import RoomOpened
from game.rules.kinds import KINDS
from game.rules.model import CardFacts, DeckRef, Room, Settings, Stage, Step, Team

HEAVY = 3
"""The heat from which a table is first asked whether it is ready."""

Place = tuple[str, int]
"""(phase, round)"""

CHECKIN_CARD = "incheckning/dagsform"
"""The card whose words the check-in uses when its deck is there."""

_ONE: Mapping[str, tuple[Place, ...]] = MappingProxyType(
    {
        "frame": (("frame", 1),),
        "checkin": (("checkin", 1), ("checkin", 2)),
        "break": (("break", 1),),
        "harvest": (("harvest", 1),),
        "pledge": (("pledge", 1),),
        "debrief": (("debrief", 1), ("debrief", 2), ("debrief", 3)),
    }
)
_VOTED: tuple[Place, ...] = (("vote", 1), ("reveal", 1), ("talk", 1), ("vote", 2), ("compare", 1))
_SHOWING: frozenset[Place] = frozenset({("reveal", 1), ("compare", 1), ("checkin", 2)})


def places(step: Step, card: CardFacts | None, settings: Settings) -> tuple[Place, ...]:
    """The places a step leads through, in order, with this card on the table; without one nothing follows the
    pile.
    """
    if step.kind in ("round", "practice"):
        first: Place = ("draw", 1) if step.kind == "round" else ("practice", 1)
        path = (first, *_with(step, card)) if card else (first,)
    else:
        path = _ONE[step.kind]
    return path if settings.distribution else tuple(place for place in path if place not in _SHOWING)


def _with(step: Step, card: CardFacts) -> tuple[Place, ...]:
    middle = _VOTED if KINDS[card.kind].choices(card) else (("talk", 1),)
    back: tuple[Place, ...] = (("perspective", 1),) if card.back else ()
    return ("read", 1), *middle, *((*back, ("note", 1)) if step.kind == "round" else ())


def card_on(room: Room, team: Team | None) -> CardFacts | None:
    """The card on a team's table, or on the hall's."""
    card = room.card if team is None else team.turn and team.turn.card
    return room.cards.get(card) if card else None


def following(room: Room, team: Team | None) -> tuple[int, Place]:
    """(step, place) that comes next for a team or the hall; the step past the last one is ("closed", 1)."""
    stage: Stage = room.stage if team is None else team.stage
    if 0 <= stage.step < len(room.steps):
        path = places(room.steps[stage.step], card_on(room, team), room.settings)
        rest = path[path.index(stage.place) + 1 :] if stage.place in path else ()
        if rest:
            return stage.step, rest[0]
    return opening(room, stage.step + 1)


def opening(room: Room, step: int) -> tuple[int, Place]:
    """(step, place) with which a step begins."""
    if step >= len(room.steps):
        return len(room.steps), ("closed", 1)
    return step, places(room.steps[step], None, room.settings)[0]


def waits_for_hall(room: Room, team: Team) -> bool:
    """Whether a team that swapped its card is done with it and rejoins the others with the next step."""
    return team.alone == "step" and following(room, team)[0] != team.stage.step


def sand(room: Room, team: Team | None, step: int, place: Place) -> int:
    """Milliseconds of soft clock for a place, the room's factor included; 0 where there is none."""
    kind = room.steps[step].kind if 0 <= step < len(room.steps) else ""
    seconds = _seconds(room, team, kind, step, place)
    return int(seconds * 1000 * room.settings.factor / 100)


_SECONDS: Mapping[str, float] = MappingProxyType(
    {
        "read": 60,
        "reveal": 15,
        "compare": 60,
        "perspective": 60,
        "note": 60,
    }
)


def _seconds(room: Room, team: Team | None, kind: str, step: int, place: Place) -> float:
    phase, round_ = place
    if phase == "vote":
        seconds = _vote_seconds(room, [team] if team else room.teams.values())
        return seconds / 2 if kind == "practice" else seconds
    if phase == "talk":
        card = card_on(room, team)
        # Two votes and what belongs to them take about six minutes; around a talk alone it is two.
        besides = 2 if card and not KINDS[card.kind].choices(card) else 6
        return (
            60 if kind == "practice" else min(900, max(180, ((card.minutes if card else 12) - besides) * 60))
        )
    if phase == "checkin":
        return 60 if round_ == 1 else 120
    if phase == "debrief":
        return room.steps[step].minutes * 20
    if phase in ("frame", "break", "harvest", "pledge"):
        return room.steps[step].minutes * 60
    return _SECONDS.get(phase, 0)


def _vote_seconds(room: Room, teams: Iterable[Team]) -> float:
    """One minute on screens of one's own; 20 s and 10 s a seat where a machine goes round the table."""
    shared = [
        len(team.seats)
        for team in teams
        if any(
            room.stations[seat.station].who is Who.TABLE
            for seat in team.seats.values()
            if seat.station in room.stations
        )
    ]
    return 20 + 10 * max(shared) if shared else 60


# --- presets --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Preset:
    """A session's shape, as data. `steps` may hold rounds without a card: those are drawn."""

    name: str
    pace: Literal["hall", "table"]
    minutes: int
    steps: tuple[Step, ...]
    distribution: bool = True
    self_start: bool = False
    k_tables: int = 3
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
    among `cards` or is never drawn, for a check-in that is no scale, and when a round could find no card.
    """
    known = {card.id: card for card in cards}
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
    if step.kind == "checkin" and checkin:
        return step.model_copy(update={"card": checkin})
    if step.kind == "round" and waiting:
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
    )
