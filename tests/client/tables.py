"""A real room in memory, with a live `Play` for each of its stations: real decks, real rules, real views.

house = House("APT 60", cards=["motet/utelast-igen"])
table = house.table(seats=5)          # a Play; what it sends is decided at once
host = house.host()
house.to("vote", round=1)             # the stations play there by themselves
pilot = house.pilot(table, build)     # build(play, ctx) -> Node
house.wait(5_000, pilot)              # the room's clock and the window's go on together
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal

from game.bots.host import Host
from game.bots.mind import Act, Mind
from game.bots.seats import Seats
from game.cards.facts import facts_of
from game.cards.format import Deck
from game.cards.load import load_deck
from game.cards.sheets import shelf_of
from game.client.news import PledgeTold, Saved, Status, ViewChanged
from game.client.news import Refused as Refusal
from game.client.outbox import Pending
from game.client.pilot import Pilot
from game.client.play import Play
from game.client.settings import Settings
from game.client.ui import Ctx, Node
from game.places import decks
from game.receipts import letters
from game.rules import (
    PRESETS,
    SYSTEM,
    Actor,
    CardFacts,
    Command,
    Game,
    MemoryFacts,
    Presence,
    Refused,
    Shelf,
    TimeUp,
    deadlines,
    open_room,
    plan,
    settings_of,
    view,
)
from game.rules.command import Acknowledge
from game.rules.errors import SENTENCES
from game.rules.model import HERE
from game.rules.opened import Before
from tests.pledged import cheap

START = 1_000_000
"""Server ms when a house opens; a pilot's clock starts there too."""
ALWAYS = ("incheckning", "lofte", "tank-om")
MIXED = Path(__file__).parent / "blandat"
"""A deck with the kinds of card that no deck of the game has."""

Build = Callable[[Play, Ctx], Node]
Kind = Literal["solo", "table", "screen", "host"]


@cache
def deck(slug: str) -> Deck:
    """A deck that comes with the game."""
    found = load_deck(MIXED if slug == MIXED.name else decks() / slug).deck
    if found is None:
        raise LookupError(f"the deck {slug!r} cannot be played")
    return found


class House:
    """One room. `cards` are put on its rounds in order; `settings` are fields of `game.rules.Settings`."""

    def __init__(
        self,
        preset: str = "APT 60",
        cards: Sequence[str] = (),
        *,
        slugs: Sequence[str] = ("motet",),
        extra: Sequence[Deck] = (),
        seed: int = 3,
        follows: Before | None = None,
        code: str = "FKT-482",
        **settings: Any,
    ) -> None:
        played = [*(deck(slug) for slug in slugs), *extra]
        own = {d.slug for d in played}
        whole = [*played, *(deck(slug) for slug in ALWAYS if slug not in own)]
        facts: list[CardFacts] = []
        for d in whole:
            facts += [c if d.slug in own else c.model_copy(update={"pile": False}) for c in facts_of(d)]
        shape = PRESETS[preset]
        opened = open_room(
            "r1", code, settings_of(shape, **settings), plan(shape, facts, cards), (), facts, START, follows
        )
        self.shelf: Shelf = shelf_of(whole)
        self.facts = MemoryFacts(seed=seed, now=START)
        self.game = Game(opened, self.facts)
        self.seed = seed
        self.presence: Presence = HERE
        self.plays: list[Play] = []
        self._actors: dict[int, Actor] = {}
        self._minds: dict[int, Mind] = {}
        self._done: set[tuple[int, Any]] = set()
        self._outcomes: dict[str, Pending | Saved | Refusal] = {}
        self._waiting: dict[int, list[tuple[str, Command]]] = {}
        self._own: dict[str, tuple[int, Mapping[str, Any]]] = {}
        self._sent = 0
        self.pledges: dict[str, str] = {}
        """Those of the session before: mark -> sealed."""

    # --- through the door ---

    def solo(self, team: int | None = None, ready: bool = True) -> Play:
        """A screen of one's own."""
        return self.enter("solo", 1, team, ready)

    def table(self, seats: int = 5, team: int | None = None, ready: bool = True) -> Play:
        """A shared machine."""
        return self.enter("table", seats, team, ready)

    def screen(self, team: int | None = None) -> Play:
        """A table's wall screen, or the hall's."""
        return self.enter("screen", 0, team)

    def host(self, lead: bool = True) -> Play:
        """A host's device; without the lead a co-host's."""
        return self.enter("host", 0, lead=lead)

    def enter(
        self, kind: Kind, seats: int, team: int | None = None, ready: bool = True, lead: bool = True
    ) -> Play:
        """A station comes in; `ready` has it acknowledge who sees what."""
        actor = self.game.enter(kind, seats, team, lead=lead)
        play = Play(
            send=lambda c: self._send(play, c),
            state=self._outcomes.get,
            leave=lambda: None,
            configure=lambda settings: None,
            opener=lambda receipt, room: cheap(letters(receipt), room),
            ask_pledge=lambda mark: play.take(self.lying(mark)),
        )
        self.plays.append(play)
        self._actors[id(play)] = actor
        self._minds[id(play)] = Host(self.seed) if kind == "host" else Seats(self.seed)
        play.take(Status("online", 0.0))
        self.refresh()
        if ready and kind in ("solo", "table") and play.may("acknowledge"):
            self._send(play, Acknowledge())
        return play

    def actor(self, play: Play) -> Actor:
        """Whom the rules know this window as."""
        return self._actors[id(play)]

    def lying(self, mark: str) -> PledgeTold:
        """What the server answers whoever asks for this mark."""
        if mark in self.pledges:
            return PledgeTold(mark, self.pledges[mark])
        return PledgeTold(mark, message=dict(SENTENCES["no_pledge"]))

    # --- the room goes on ---

    def refresh(self) -> None:
        """Every station gets its view, as from the server."""
        version = len(self.game.log)
        for play in self.plays:
            actor = self.actor(play)
            if actor.station in self.game.room.stations and play.status.state == "online":
                play.take(ViewChanged(version, self.view(actor), 0))

    def view(self, actor: Actor) -> dict[str, Any]:
        """What a station would be sent now."""
        assert actor.station
        serial = self.game.serial(actor)
        own = {seat: body for seat, (at, body) in self._own.items() if at == serial}
        return view(self.game.room, actor.station, self.shelf, own, self.presence)

    def does(self, play: Play, command: Command) -> None:
        """One command; a refusal is raised."""
        self._decide(self.actor(play), command)
        self.refresh()

    def itself(self, command: Command) -> None:
        """What the server asks of its own accord."""
        self._decide(SYSTEM, command)
        self.refresh()

    def wait(self, ms: int, *pilots: Pilot) -> None:
        """Time goes on for the room and for the windows."""
        self.facts.now += ms
        for due in deadlines(self.game.room):
            if due.at <= self.facts.now:
                self._decide(SYSTEM, TimeUp(team=due.team, serial=due.serial))
        self.refresh()
        for pilot in pilots:
            pilot.pane.refresh()
            pilot.wait(ms)

    def to(self, phase: str, round: int = 1, step: int | None = None) -> None:
        """The stations play on until every table is at this place, and nobody has done anything there yet."""
        for _ in range(400):
            if self._at(phase, round, step):
                return
            behind = [play for play in self.plays if not _is_at(play, phase, round, step)]
            for play in behind:
                self._part(play)
            if not self._lead(behind):
                self.wait(6_000)
        raise AssertionError(f"the room never came to {phase} {round}; it is at {self.game.room.stage}")

    def go(self, plays: Sequence[Play], phase: str, round: int = 1) -> None:
        """These stations alone play on, at their own pace, until they are at this place."""
        for _ in range(400):
            behind = [play for play in plays if not _is_at(play, phase, round, None)]
            if not behind:
                return
            for play in behind:
                self._part(play)
            if not self._lead(behind):
                self.wait(6_000)
        raise AssertionError(f"they never came to {phase} {round}")

    def everybody(self, leave_out: Sequence[str] = ()) -> None:
        """Every seat does its part in the open phase, but for the seats `leave_out`."""
        for play in self.plays:
            self._part(play, leave_out)

    def pilot(
        self, play: Play, build: Build, size: tuple[int, int] = (1280, 720), settings: Settings | None = None
    ) -> Pilot:
        """A window on a station, its clock set by the room's."""
        pilot = Pilot(lambda ctx: build(play, ctx), size, settings)
        pilot.pane.offset = self.facts.now - pilot.clock.ms()
        pilot.pane.refresh()
        pilot.settle()
        return pilot

    # --- the network ---

    def cut(self, play: Play) -> None:
        """The station's network goes away; what it sends waits."""
        words = {"sv": "Ingen kontakt med servern.", "en": "The server cannot be reached."}
        play.take(Status("offline", 0.0, "unreachable", words))
        self._waiting[id(play)] = []

    def heal(self, play: Play) -> None:
        """It is back; what waited is sent."""
        play.take(Status("online", 0.0))
        for command_id, command in self._waiting.pop(id(play), []):
            self._answer(play, command_id, command)
        self.refresh()

    # --- inside ---

    def _at(self, phase: str, round: int, step: int | None) -> bool:
        stages = [team.stage for team in self.game.room.teams.values() if team.seats]
        stages = stages or [self.game.room.stage]
        return all(s.phase == phase and s.round == round and step in (None, s.step) for s in stages)

    def _part(self, play: Play, leave_out: Sequence[str] = ()) -> None:
        for act in list(self._minds[id(play)].acts(play.slices)):
            if getattr(act.command, "seat", None) not in leave_out:
                self._act(play, act)

    def _lead(self, plays: Sequence[Play]) -> bool:
        for play in plays:
            for act in list(self._minds[id(play)].leads(play.slices)):
                if (id(play), act.key) not in self._done:
                    self._act(play, act)
                    return True
        return False

    def _act(self, play: Play, act: Act) -> None:
        if (id(play), act.key) in self._done and not act.undone:
            return
        self._done.add((id(play), act.key))
        self._send(play, act.command)
        play.notice = None

    def _send(self, play: Play, command: Command) -> str:
        self._sent += 1
        command_id = f"c{self._sent}"
        if id(play) in self._waiting:
            self._outcomes[command_id] = Pending(command_id, True)
            self._waiting[id(play)].append((command_id, command))
            return command_id
        self._answer(play, command_id, command)
        self.refresh()
        return command_id

    def _answer(self, play: Play, command_id: str, command: Command) -> None:
        try:
            already = self._decide(self.actor(play), command)
        except Refused as no:
            outcome: Saved | Refusal = Refusal(command_id, no.code, no.message)
        else:
            outcome = Saved(command_id, len(self.game.log), already)
        self._outcomes[command_id] = outcome
        play.take(outcome)

    def _decide(self, actor: Actor, command: Command) -> bool:
        serial = self.game.serial(actor)
        decision = self.game.decide(actor, command)
        self._own.update({seal.seat: (serial, seal.body) for seal in decision.seals})
        return decision.already


def _is_at(play: Play, phase: str, round: int, step: int | None) -> bool:
    stage = play.stage
    if play.team is None or stage is None:
        return False
    return (stage["phase"], stage["round"]) == (phase, round) and step in (None, stage["step"])


def a_room(
    phase: str,
    round: int = 1,
    *,
    preset: str = "APT 60",
    cards: Sequence[str] = (),
    seats: int = 5,
    **settings: Any,
) -> tuple[House, Play, Play]:
    """(house, table, host) with one shared machine at this place."""
    house = House(preset, cards, **settings)
    table, host = house.table(seats), house.host()
    house.to(phase, round)
    return house, table, host
