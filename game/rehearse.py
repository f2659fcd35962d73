"""Play whole sessions with bots, over the real protocol, and tell what came of it.

A rehearsal starts a server of its own or uses a running one, makes rooms, fills them and plays them to the
end. With `join` the bots only sit down beside people, and leave the room when they are stopped. For one seed
every card has the same outcome at every table.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext

from pydantic import BaseModel, ConfigDict

from game.bots.cast import Cast, Stuck, together
from game.bots.dice import roll
from game.bots.options import Options
from game.bots.report import Report, report_of
from game.bots.station import Watch
from game.client.address import parse
from game.client.api import DeckOffer, ballots_left, create_room, decks, presets
from game.client.fitting import fitted
from game.rules import KINDS
from game.wire import Nack, RoomMade, RoomRequest

__all__ = ["Cast", "NoRoom", "Options", "Progress", "Report", "Starter", "Stuck", "rehearse"]

HEAVY = 3
"""Cards of this heat ask a question first, and never open a session."""

Starter = Callable[[], AbstractContextManager[str]]
"""Starts a server and gives its address; only the command line may bring one."""


class Progress(BaseModel):
    """How far the slowest room has come, in steps of the programme. `lost`: no bot hears the server."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    done: int
    of: int
    phase: str
    round: int = 1
    lost: bool = False


class NoRoom(Exception):
    """The server would not make a room, or not tell of it. `decks`: those it has, if one was unknown."""

    def __init__(self, nack: Nack, decks: Sequence[str] = ()) -> None:
        super().__init__(f"{nack.code}: {nack.message.get('en', '')}")
        self.nack, self.decks = nack, tuple(decks)


def rehearse(
    options: Options,
    progress: Callable[[Progress], None],
    starter: Starter | None = None,
    watch: Watch | None = None,
) -> Report:
    """Play it all and report. `watch` sees every view of every station in the first room.

    Raises NoRoom, Stuck, `game.client.trouble.Trouble` or `game.bots.station.TurnedAway`; ValueError when
    there is neither a server nor a way to start one.
    """
    if options.join:
        return asyncio.run(_beside_people(options, progress))
    if options.server is None and starter is None:
        raise ValueError("neither a server nor a way to start one")
    serving = starter() if starter and not options.server else nullcontext(options.server or "")
    with serving as address:
        url = parse(address).url
        return asyncio.run(_own_rooms(options, url, progress, watch))


async def _own_rooms(
    options: Options, url: str, progress: Callable[[Progress], None], watch: Watch | None
) -> Report:
    began = time.perf_counter()
    made = [await _made(options, url) for _ in range(options.rooms)]
    casts = [Cast(options, url, index, room) for index, room in enumerate(made)]
    for bot in casts[0].everybody:
        bot.watch = watch
    teller = _Teller(casts, progress)
    await together([cast.play(teller.tell) for cast in casts])
    teller.tell()
    seconds = time.perf_counter() - began
    left = [await _left(url, room) for room in made]
    return report_of(options, casts, seconds, sum(left))


async def _left(url: str, room: RoomMade) -> int:
    answer = await asyncio.to_thread(ballots_left, url, room.code, room.host_key)
    if isinstance(answer, Nack):
        raise NoRoom(answer)
    return answer


async def _beside_people(options: Options, progress: Callable[[Progress], None]) -> Report:
    began = time.perf_counter()
    address = parse(options.join or "")
    if address.code is None:
        raise ValueError(
            "to join, give the address with the room's code, as in http://192.168.1.20:8765/j/FKT-482"
        )
    cast = Cast(options, address.url, 0, code=address.code)
    await cast.play(_Teller([cast], progress).tell)
    return report_of(options, [cast], time.perf_counter() - began, None)


async def _made(options: Options, url: str) -> RoomMade:
    request = RoomRequest(
        preset=options.preset, decks=options.decks, steps=options.steps, name=options.name, pace=options.pace
    )
    request = await asyncio.to_thread(fitted, url, request)
    cards = options.cards or await asyncio.to_thread(_drawn, options.seed, request, url)
    answer = await asyncio.to_thread(create_room, url, request.model_copy(update={"cards": cards}))
    if isinstance(answer, Nack):
        offered = await asyncio.to_thread(decks, url) if answer.code == "unknown_deck" else ()
        raise NoRoom(answer, [deck.slug for deck in offered if deck.ok or deck.reading])
    return answer


def _drawn(seed: int, request: RoomRequest, url: str) -> tuple[str, ...]:
    """Cards by our own dice where the tables draw for themselves: the server's fall anew each time."""
    preset = next((each for each in presets(url) if each.name == request.preset), None)
    if preset is None or (request.pace or preset.pace) == "hall":
        return ()
    promised = {step.card for step in request.steps if step.card}
    rounds = sum(step.kind == "round" for step in preset.steps)
    if request.steps:
        rounds = sum(step.kind == "round" and step.card is None for step in request.steps)
    pile = [
        card.id
        for deck in _read(request.decks, url)
        for card in deck.cards
        if KINDS[card.kind].drawn and card.heat < HEAVY and card.id not in promised
    ]
    return tuple(roll(seed, "cards").sample(sorted(pile), min(rounds, len(pile))))


def _read(slugs: Sequence[str], url: str) -> list[DeckOffer]:
    """These decks with their cards. A server that has just started makes whoever asks wait a little while it
    reads them, and then tells what it knows.
    """
    while True:
        found = [deck for deck in decks(url) if deck.slug in slugs]
        if not any(deck.reading for deck in found):
            return found


class _Teller:
    """Tells how far the slowest room has come, when that has changed."""

    def __init__(self, casts: Sequence[Cast], progress: Callable[[Progress], None]) -> None:
        self._casts = casts
        self._progress = progress
        self._told: Progress | None = None

    def tell(self) -> None:
        views = [cast.bots[0].view for cast in self._casts if cast.bots[0].view]
        if len(views) < len(self._casts):
            return
        slowest = min((view["stage"] for view in views), key=lambda stage: int(stage["step"]))
        now = Progress(
            done=max(0, slowest["step"]),
            of=slowest["steps"],
            phase=slowest["phase"],
            round=slowest["round"],
            lost=all(cast.figures.lost for cast in self._casts),
        )
        if now != self._told:
            self._told = now
            self._progress(now)
