"""Plays a story and tells it again with everything that happened and was seen.

A story is a text file. Some lines are the story; the rest is what came of it, written by this reader:

    # a comment, kept as it stands; so are empty lines and "== headings"
    open "APT 30" cards=motet/sockorna         a room from a preset; settings may follow (factor=150)
    enter bord table seats=5                   a station comes in under a name; team=2 names a table
    enter vera host helping                    a co-host
    host: open_next                            a command; the serial is the one the station sees
    bord: cast_vote seat=1 choice=a            seats are counted from 1 within the station
    host: extend minutes=2 team=1              tables, notes and texts for the wall are counted from 1 as well
    bord: votes a a b pass -                   every seat in turn; "-" leaves one out
    bord: checks_in 3 7 pass -                 the same with numbers
    host: arranges break:10 motet/luren pledge what lies ahead: a card, or a kind with its minutes
    host: groups 1 2 "Tid"                     texts of the wall under a heading
    host2: again                               the line above once more, with the same serial, by another
    follow_up                                  the session that follows up this one; everybody enters anew
    wait 5s                                    the clock moves, and what is due happens
    host_gone 3m / lead_gone 1m / silence anna / hear anna / restart 4m
    lost anna / found anna                     its socket has been gone for ten seconds, or is back
    see all / see bord hall                    what they see: one of each role, or those named

      -> vote_cast ...                         an event
      !! listener                              a refusal
      .. already so                            nothing needed doing
      | talk ...                               a slice of a view
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

from game.cards.facts import facts_of
from game.cards.load import load_decks
from game.cards.sheets import shelf_of
from game.rules import (
    PRESETS,
    SYSTEM,
    Actor,
    CardFacts,
    Command,
    DeckRef,
    Event,
    FromPeople,
    Game,
    MemoryFacts,
    Presence,
    Refused,
    Shelf,
    Step,
    TimeUp,
    Who,
    deadlines,
    open_room,
    plan,
    settings_of,
    view,
)
from game.rules.again import follow_up
from game.rules.command import ArrangeSteps, GroupTexts, Hear, Recover, Silence
from game.rules.hosting import LEAD_GONE
from game.rules.report import report_of
from game.wire import COMMAND
from tests.golden.seen import Names, told_event, told_view
from tests.pledged import as_sealed

DECKS = Path(__file__).parents[2] / "decks"
AUXILIARY = ("incheckning", "lofte")
TOLD = ("  -> ", "  !! ", "  .. ", "  | ", "  + ")
ROLES = ("solo", "table", "wall", "hall", "host")
UNITS = {"s": 1_000, "m": 60_000}
HOST_LONG_GONE = 180_000


def retold(text: str) -> str:
    """The story with what came of it, in place of what stood there before."""
    teller = Teller()
    lines: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith(TOLD):
            continue
        lines.append(line)
        if line and not line.startswith(("#", "==")):
            try:
                lines += teller.tell(line)
            except (KeyError, IndexError, ValueError) as error:
                raise ValueError(f"line {number}: {line!r}: {error}") from error
    return "\n".join(lines) + "\n"


@cache
def library() -> tuple[dict[str, CardFacts], Shelf, tuple[DeckRef, ...]]:
    """The shipped decks: every card, its words, and which deck it was."""
    decks = [loaded.deck for loaded in load_decks(DECKS) if loaded.deck is not None]
    cards = {
        card.id: card.model_copy(update={"pile": deck.slug not in AUXILIARY})
        for deck in decks
        for card in facts_of(deck)
    }
    return cards, shelf_of(decks), tuple(DeckRef(slug=deck.slug, version="", digest="") for deck in decks)


class Teller:
    """One story being played."""

    def __init__(self) -> None:
        self.game: Game
        self.names = Names()
        self.actors: dict[str, Actor] = {}
        self._last: Command | None = None
        self._missed: frozenset[str] = frozenset()

    def tell(self, line: str) -> list[str]:
        """What comes of one line."""
        words = shlex.split(line)
        if words[0].endswith(":"):
            return self._said(words[0][:-1], words[1], words[2:])
        told: list[str] = getattr(self, f"_{words[0]}")(*words[1:])
        return told

    # --- lines without a speaker ---

    def _open(self, preset: str, *more: str) -> list[str]:
        cards, _, decks = library()
        given = dict(word.split("=", 1) for word in more)
        chosen = given.pop("cards", "").split(",") if "cards" in given else []
        wanted = set(given.pop("pile", "").split(",")) | set(chosen)
        kept = [card for card in cards.values() if not card.pile or card.id in wanted]
        settings = settings_of(PRESETS[preset], **given)
        steps = plan(PRESETS[preset], kept, chosen)
        opened = open_room("r1", "FKT-482", settings, steps, decks, kept, now=0)
        self.game = Game(opened, MemoryFacts(now=0))
        managers = [f"  -> managers {settings.managers}"] if "managers" in given else []
        return [f"  -> {' '.join(step.kind for step in steps)}", *managers]

    def _follow_up(self) -> list[str]:
        _, shelf, decks = library()
        room, log = self.game.room, self.game.log
        told = report_of(log, shelf, lambda ms: "2026-11-22")
        again = follow_up(room.id, room.settings, tuple(room.cards.values()), log, told)
        opened = open_room("r2", "GKT-297", again.settings, again.steps, decks, again.cards, 0, again.follows)
        self.game = Game(opened, MemoryFacts(now=0, seed=2))
        self.names, self.actors, self._last = Names(), {}, None
        steps = " ".join(step.kind + (f":{step.card}" if step.card else "") for step in again.steps)
        return [f"  -> {steps}; then {again.follows.model_dump(exclude_defaults=True)}"]

    def _enter(self, name: str, kind: Any, *more: str) -> list[str]:
        lead = "helping" not in more
        given = {key: int(value) for key, value in (word.split("=") for word in more if "=" in word)}
        before = len(self.game.log)
        try:
            actor = self.game.enter(kind, given.get("seats", 1), given.get("team"), lead=lead)
        except Refused as refusal:
            return [f"  !! {refusal.code}: {refusal.message['sv']}"]
        self.actors[name] = actor
        self.names.know(name, actor, self.game.room)
        return self._events(self.game.log[before:])

    def _wait(self, span: str) -> list[str]:
        self.game.facts.now += int(span[:-1]) * UNITS[span[-1]]
        told: list[str] = []
        while dues := [due for due in deadlines(self.game.room) if due.at <= self.game.facts.now]:
            told += self._do(SYSTEM, TimeUp(team=dues[0].team, serial=dues[0].serial))
        return told

    def _host_gone(self, span: str) -> list[str]:
        self.game.facts.host_gone = int(span[:-1]) * UNITS[span[-1]]
        return []

    def _lead_gone(self, span: str) -> list[str]:
        self.game.facts.lead_gone = int(span[:-1]) * UNITS[span[-1]]
        return []

    def _silence(self, name: str) -> list[str]:
        return self._do(SYSTEM, Silence(station=str(self.actors[name].station)))

    def _hear(self, name: str) -> list[str]:
        return self._do(SYSTEM, Hear(station=str(self.actors[name].station)))

    def _lost(self, name: str) -> list[str]:
        self._missed |= {str(self.actors[name].station)}
        return []

    def _found(self, name: str) -> list[str]:
        self._missed -= {str(self.actors[name].station)}
        return []

    def _restart(self, down: str = "0s") -> list[str]:
        beat = self.game.facts.now
        self.game.facts.now += int(down[:-1]) * UNITS[down[-1]]
        return self._do(SYSTEM, Recover(beat=beat))

    def _see(self, *names: str) -> list[str]:
        shown = (
            list(self._one_of_each()) if names == ("all",) else [(name, self.actors[name]) for name in names]
        )
        return [line for name, actor in shown for line in self._seen(name, actor)]

    def _one_of_each(self) -> Iterator[tuple[str, Actor]]:
        for role in ROLES:
            for name, actor in self.actors.items():
                if self._role(actor) == role:
                    yield name, actor
                    break

    def _role(self, actor: Actor) -> str | None:
        if actor.station not in self.game.room.stations:
            return None
        if actor.who is Who.SCREEN:
            return "wall" if actor.team else "hall"
        return actor.who.value

    def _seen(self, name: str, actor: Actor) -> list[str]:
        gone = self.game.facts.host_gone
        presence = Presence(
            host="long_gone" if gone >= HOST_LONG_GONE else "gone" if gone else "here",
            lost=self._missed,
            lead_gone=self.game.facts.lead_gone >= LEAD_GONE,
        )
        assert actor.station
        slices = view(self.game.room, actor.station, library()[1], self.game.own, presence)
        head = f"  + {name} ({self._role(actor)})"
        return [head, *(f"  | {line}" for line in told_view(slices, self.names, self.game.facts.now))]

    # --- somebody says something ---

    def _said(self, name: str, what: str, more: list[str]) -> list[str]:
        actor = self.actors[name]
        if what == "again":
            assert self._last is not None
            return self._do(actor, self._last)
        if what == "arranges":
            steps = [self._step(word) for word in more]
            return self._do(actor, ArrangeSteps(plan=self.game.room.planned, steps=tuple(steps)))
        if what == "groups":
            texts = [list(self.game.room.wall)[int(number) - 1] for number in more[:-1]]
            return self._do(actor, GroupTexts(texts=tuple(texts), group=more[-1]))
        if what in ("votes", "checks_in"):
            return self._each_seat(actor, what, more)
        return self._do(actor, self._command(actor, what, dict(word.split("=", 1) for word in more)))

    def _step(self, word: str) -> Step:
        """One word of what is arranged; without a card of its own a round draws one."""
        if "/" in word:
            known = self.game.room.cards.get(word)
            return Step(kind="round", minutes=known.minutes if known else 12, card=word)
        kind, _, minutes = word.partition(":")
        return Step.model_validate({"kind": kind, "minutes": minutes or 12})

    def _each_seat(self, actor: Actor, what: str, words: list[str]) -> list[str]:
        told: list[str] = []
        for seat, word in enumerate(words, start=1):
            if word != "-":
                if what == "votes":
                    command = self._command(actor, "cast_vote", {"seat": str(seat), "choice": word})
                else:
                    number = {} if word == "pass" else {"number": word}
                    command = self._command(actor, "check_in", {"seat": str(seat), **number})
                told += self._do(actor, command)
        return told

    def _command(self, actor: Actor, what: str, given: dict[str, str]) -> Command:
        room = self.game.room
        own = room.team_of(actor.station)
        fields: dict[str, Any] = {"type": what}
        for key, value in given.items():
            fields[key] = self._value(actor, what, key, value)
        named = room.teams.get(str(fields.get("team"))) or own
        wants = next(kind for kind in _kinds() if kind.model_fields["type"].default == what).model_fields
        if "serial" in wants:
            fields["serial"] = (named.stage if named else room.stage).serial
        if "seen" in wants:
            fields["seen"] = room.version
        if "number" in wants:
            fields.setdefault("number", None)
        if "kept" in wants:
            fields.setdefault("kept", None)
        return COMMAND.validate_python(as_sealed(fields) if what == "make_pledge" else fields)

    def _value(self, actor: Actor, what: str, key: str, value: str) -> Any:
        room = self.game.room
        own = room.team_of(actor.station)
        if key == "seat":
            if value.isdigit():
                return self.game.seats(actor)[int(value) - 1]
            sitting = self.actors[value.partition(".")[0]].station
            return self.names.seat_of(value, own or room.team_of(sitting))
        if key == "team":
            return next(team.id for team in room.teams.values() if team.number == int(value))
        if key in ("note", "strengthen", "improve") and own:
            return list(own.notes)[int(value) - 1]
        if key == "station":
            return self.actors[value].station
        if key == "text" and what == "release_text":
            return list(room.wall)[int(value) - 1]
        if key == "counts":
            return {choice: int(n) for choice, n in re.findall(r"([a-z]+|\d+):(\d+)", value)}
        return {"yes": True, "no": False}.get(value, value)

    def _do(self, actor: Actor, command: Command) -> list[str]:
        self._last = command
        before = len(self.game.log)
        try:
            decision = self.game.decide(actor, command)
        except Refused as refusal:
            return [f"  !! {refusal.code}: {refusal.message['sv']}"]
        if decision.already:
            return ["  .. already so"]
        return self._events(self.game.log[before:])

    def _events(self, events: list[Event]) -> list[str]:
        return [f"  -> {told_event(event, self.names, self.game.room)}" for event in events]


@cache
def _kinds() -> tuple[type[Command], ...]:
    kinds: tuple[type[Command], ...] = get_args(get_args(FromPeople)[0])
    return kinds
