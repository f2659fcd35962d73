"""A new room: the asked-for programme and decks, with a code to say aloud and a key to keep."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from game.cards.digest import digest, to_json
from game.cards.facts import facts_of
from game.cards.format import Deck
from game.cards.load import Loaded
from game.rules import PRESETS, DeckRef, Missing, Refused, open_room, plan, settings_of
from game.rules.again import follow_up
from game.rules.draft import evolve
from game.rules.event import Event, RoomOpened
from game.rules.opened import Before, CardFacts, Settings, Step
from game.rules.presets import own_preset
from game.rules.report import Report
from game.wire import RoomMade, RoomRequest
from server.auth import host_key_hash, new_code, new_host_key
from server.clock import Clock
from server.library import SUPPORTING, Library
from server.logs import ROOM
from server.presence import Attendance
from server.rooms import Rooms
from server.store.contract import Opening, Store
from server.store.facts import ID_ALPHABET

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The decks of a new room, and what the rules need to know of their cards."""

    decks: Mapping[str, Deck]
    """By digest, those to be played first."""
    texts: Mapping[str, str]
    """The same as JSON, to be kept with the room."""
    cards: tuple[CardFacts, ...]

    @property
    def refs(self) -> list[DeckRef]:
        """What the room remembers of each."""
        return [
            DeckRef(slug=deck.slug, version=deck.version, digest=name) for name, deck in self.decks.items()
        ]


@dataclass(frozen=True, slots=True)
class First:
    """A closed room to follow up, out of the archive: its log, its report, and its decks by digest."""

    opened: RoomOpened
    events: Sequence[Event]
    report: Report
    decks: Mapping[str, Deck]


class Maker:
    """Makes rooms and serves them at once."""

    def __init__(
        self, store: Store, rooms: Rooms, library: Library, attendance: Attendance, clock: Clock, dice: Random
    ) -> None:
        self._store, self._rooms, self._library, self._attendance = store, rooms, library, attendance
        self._clock, self._dice = clock, dice

    async def make(self, request: RoomRequest, url: str) -> RoomMade:
        """The room, ready to be joined at `url`. Raises `Refused` for a wish that cannot be met, or
        `StoreError`.
        """
        preset = PRESETS.get(request.preset)
        if preset is None:
            raise Missing("unknown_preset")
        if request.steps:
            preset = own_preset(preset, request.name or preset.name, request.steps)
        chosen = await self._choose(request.decks)
        changes = {
            "factor": request.factor,
            "managers": request.managers,
            "pace": request.pace,
            "k_seats": request.k_seats,
            "k_tables": request.k_tables,
        }
        settings = settings_of(
            preset, **{name: value for name, value in changes.items() if value is not None}
        )
        steps = plan(preset, chosen.cards, request.cards, request.checkin)
        return await self._open(chosen, settings, steps, chosen.cards, None, url)

    async def follow_up(self, first: First, url: str) -> RoomMade:
        """A room that follows up a closed one, with its decks as they were then. Raises `Refused` where
        there is nothing to play, or `StoreError`.
        """
        opened = first.opened
        again = follow_up(opened.id, opened.settings, opened.cards, first.events, first.report)
        decks = {ref.digest: first.decks[ref.digest] for ref in opened.decks}
        chosen = Chosen(decks, {name: to_json(deck) for name, deck in decks.items()}, again.cards)
        return await self._open(chosen, again.settings, again.steps, again.cards, again.follows, url)

    async def _open(
        self,
        chosen: Chosen,
        settings: Settings,
        steps: Sequence[Step],
        cards: Sequence[CardFacts],
        follows: Before | None,
        url: str,
    ) -> RoomMade:
        key = new_host_key()
        while True:
            room_id = "r" + "".join(self._dice.choices(ID_ALPHABET, k=12))
            code, now = new_code(self._dice), self._clock.now()
            event = open_room(room_id, code, settings, steps, chosen.refs, cards, now, follows)
            if await self._store.open_room(Opening(event, host_key_hash(key), chosen.texts)):
                break
        await asyncio.to_thread(self._play, chosen)
        room = evolve(None, event)
        await self._rooms.serve(room)
        self._attendance.watch(room)
        log.info("a room has opened", extra={ROOM: room.id})
        return RoomMade(room=room.id, code=room.code, host_key=key, url=f"{url}/j/{room.code}")

    def _play(self, chosen: Chosen) -> None:
        for name, deck in chosen.decks.items():
            self._library.play(name, deck)

    async def _choose(self, slugs: tuple[str, ...]) -> Chosen:
        """The named decks, or every sound one, which needs them all to have been read."""
        shelf = await (self._library.some({*slugs, *SUPPORTING}) if slugs else self._library.decks())
        return await asyncio.to_thread(_chosen, shelf, slugs)


def _chosen(shelf: Mapping[str, Loaded], slugs: tuple[str, ...]) -> Chosen:
    """Of what is on the shelf; the decks that only serve check-in and pledge come along. Raises `Refused`.
    With thousands of cards this takes a while.
    """
    for slug in slugs:
        if slug not in shelf:
            raise Missing("unknown_deck")
        if shelf[slug].deck is None:
            raise Refused("broken_deck")
    decks: dict[str, Deck] = {}
    cards: list[CardFacts] = []
    # What is played stands first: screens name a session after its first deck.
    for slug, loaded in sorted(shelf.items(), key=lambda item: (item[0] in SUPPORTING, item[0])):
        if loaded.deck is None:
            continue
        played = slug in slugs or not (slugs or slug in SUPPORTING)
        if played or slug in SUPPORTING:
            decks[digest(loaded.deck)] = loaded.deck
            cards += [card.model_copy(update={"pile": played}) for card in facts_of(loaded.deck)]
    return Chosen(decks, {name: to_json(deck) for name, deck in decks.items()}, tuple(cards))
